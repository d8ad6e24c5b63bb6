"""The rules: pure functions from what was seen to findings, one module a kind of requirement."""

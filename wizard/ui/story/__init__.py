"""The page of one setup: how it stands, what changed, what never fitted, its history."""

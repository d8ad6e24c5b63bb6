"""Secrets in the OS keychain, records in SQLite, and what keeps the one out of the other."""

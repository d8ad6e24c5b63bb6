"""The system's own scheduler, for this user: what it would be told, telling it, and asking it."""

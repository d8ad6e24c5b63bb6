"""The simulated REST API under /api: GET only, as odd as the real one."""

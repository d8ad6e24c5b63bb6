"""Many saved setups at once: which ones, how they stand, and their re-check side by side."""

"""The screens of a setup, one module for each part of the work."""

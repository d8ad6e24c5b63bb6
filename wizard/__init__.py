"""Halo Setup Wizard: from a vendor's guide to a proven HaloPSA connection."""

__version__ = "0.1.0"

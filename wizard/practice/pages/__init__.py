"""The web pages of the practice instance, at HaloPSA's own paths (halo-api.md §9)."""

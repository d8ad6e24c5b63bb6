"""The setups of this workstation where there are many: list, counts, filters, their re-check."""

"""Where the browser comes back to after a sign-in: an address on loopback, known to HaloPSA."""

from __future__ import annotations

# The port is part of the address that is registered in HaloPSA: whether any port of loopback
# matches there, as RFC 8252 wants, is not known (halo-api.md §2.1, C: 3000 is in use by a client).
# All are below the ports that systems hand out by themselves.
PORTS = (3000, 17300, 27300)

PATH = "/callback"


def redirect_uri(port: int) -> str:
    """Give the address to register in HaloPSA: by name, as a client in use has it (§2.1, C)."""
    return f"http://localhost:{port}{PATH}"

"""A simulated HaloPSA over real HTTP on loopback. Shares no code with the client."""

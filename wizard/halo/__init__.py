"""What HaloPSA is: addresses, sign-in, typed records, permission and scope tables, its client."""

"""Stands for the package `cryptography` in the frozen program for Linux.

All that is used of it there is AES-128-CBC, by SecretStorage, for secrets on their way over D-Bus.
The real one brings an OpenSSL of its own, 12 MB; this one asks the system's, which gets its
security updates and which Python's TLS uses, too. tests/packaging/test_slim.py compares the two.
"""

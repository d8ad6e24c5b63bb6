"""As in the real package: the choice of a backend, of which there is one."""


def default_backend() -> None:
    """Give nothing: there is only the system's OpenSSL."""

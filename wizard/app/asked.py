"""Secrets for a command: from the environment, or asked for where somebody can answer."""

from __future__ import annotations

import getpass
import os
import sys

from wizard.app.opening import REDACTOR
from wizard.app.usage import UsageError
from wizard.secret import Secret

SECRET_VARIABLE = "HALO_SETUP_CLIENT_SECRET"
ADMIN_SECRET_VARIABLE = "HALO_SETUP_ADMIN_CLIENT_SECRET"


def own_secret() -> Secret:
    """Give the integration's secret. Raises UsageError."""
    return _secret(SECRET_VARIABLE, "Client Secret")


def admin_secret() -> Secret:
    """Give the secret of an administrator's application. Raises UsageError."""
    return _secret(ADMIN_SECRET_VARIABLE, "Administrator's Client Secret")


def _secret(variable: str, label: str) -> Secret:
    given = os.environ.get(variable)
    if not given:
        if not sys.stdin.isatty():
            raise UsageError(f"set {variable}; there is no terminal to ask at")
        given = getpass.getpass(f"{label}: ")
    secret = Secret(given.strip())
    if not secret:
        raise UsageError(f"the {label} is empty")
    REDACTOR.know(secret)
    return secret

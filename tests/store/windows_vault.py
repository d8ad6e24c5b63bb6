"""The Windows Credential Manager in memory, under keyring's own, real WinVaultKeyring.

Only the three system calls are replaced, with the behaviour that Windows documents for them:
CredRead of an absent target fails with 1168, CredWrite of more than 2,560 bytes with 1783.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import keyring
import pytest
from keyring.backends import Windows

LIMIT = 2560


class VaultError(Exception):
    """pywintypes.error: no KeyringError, and with what was passed among its arguments."""

    def __init__(self, winerror: int, funcname: str, strerror: str) -> None:
        super().__init__(winerror, funcname, strerror)
        self.winerror = winerror
        self.funcname = funcname


class Vault:
    CRED_TYPE_GENERIC = 1
    CRED_PERSIST_SESSION = 1
    CRED_PERSIST_LOCAL_MACHINE = 2
    CRED_PERSIST_ENTERPRISE = 3

    def __init__(self) -> None:
        self.held: dict[str, dict[str, Any]] = {}
        self.refuse_writes = 0

    def CredRead(self, Type: int, TargetName: str) -> dict[str, Any]:  # noqa: N802, N803
        if TargetName not in self.held:
            raise VaultError(1168, "CredRead", "Element not found")
        return dict(self.held[TargetName])

    def CredWrite(self, credential: dict[str, Any], flags: int) -> None:  # noqa: N802
        blob = credential["CredentialBlob"].encode("utf-16-le")
        if self.refuse_writes:
            self.refuse_writes -= 1
            raise VaultError(1312, "CredWrite", f"no session for {credential}")
        if len(blob) > LIMIT:
            raise VaultError(1783, "CredWrite", f"bad stub data {credential}")
        self.held[credential["TargetName"]] = credential | {"CredentialBlob": blob}

    def CredDelete(self, Type: int, TargetName: str) -> None:  # noqa: N802, N803
        if self.held.pop(TargetName, None) is None:
            raise VaultError(1168, "CredDelete", "Element not found")


def install(monkeypatch: pytest.MonkeyPatch) -> Vault:
    """Make WinVaultKeyring on an empty vault the backend that keyring chooses."""
    vault = Vault()
    monkeypatch.setattr(Windows, "win32cred", vault, raising=False)
    monkeypatch.setattr(Windows, "pywintypes", SimpleNamespace(error=VaultError), raising=False)
    monkeypatch.setattr(Windows, "missing_deps", None)
    monkeypatch.setattr(keyring.core, "_keyring_backend", Windows.WinVaultKeyring())
    return vault

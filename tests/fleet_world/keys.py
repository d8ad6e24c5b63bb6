"""A keychain in a file, as a backend of keyring: hundreds of secrets, in no time.

The real keychain has its own tests. A program that is started with `environment(path)` finds its
secrets here; nobody else does.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import keyring.errors
import msgspec
from keyring.backend import KeyringBackend

NAME = "a keychain for tests"
_VARIABLE = "FLEET_WORLD_KEYS"


def environment(path: Path) -> dict[str, str]:
    """Give the variables with which a program uses the keychain in this file."""
    return {"PYTHON_KEYRING_BACKEND": f"{__name__}.Keys", _VARIABLE: str(path)}


def put(path: Path, secrets: Mapping[str, str]) -> None:
    """Write these secrets, by service name, in place of all that was there."""
    fresh = path.with_suffix(".new")
    fresh.write_bytes(msgspec.json.encode(secrets))
    fresh.replace(path)
    _read.cache_clear()  # the next file may get the number of an earlier one


@cache
def _read(path: Path, *_: int) -> dict[str, str]:
    """Read the file once for as long as it is the same one."""
    return msgspec.json.decode(path.read_bytes(), type=dict[str, str])


class Keys(KeyringBackend):
    """The file that the environment names; every secret of the program has one user name."""

    name = NAME
    priority = 5.0 if _VARIABLE in os.environ else 0.0  # type: ignore[assignment]

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(service)

    def set_password(self, service: str, username: str, password: str) -> None:
        put(self._path, {**self._all(), service: password})

    def delete_password(self, service: str, username: str) -> None:
        left = dict(self._all())
        if left.pop(service, None) is None:
            raise keyring.errors.PasswordDeleteError(service)
        put(self._path, left)

    def _all(self) -> dict[str, str]:
        now = self._path.stat()
        return _read(self._path, now.st_ino, now.st_mtime_ns, now.st_size)

    @property
    def _path(self) -> Path:
        return Path(os.environ[_VARIABLE])

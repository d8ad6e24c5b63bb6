"""Looks for a secret in everything that a program left behind, however it is spelt."""

from __future__ import annotations

import base64
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote


def spellings(secret: str) -> frozenset[bytes]:
    """Give the ways in which a secret may stand in a file."""
    plain = secret.encode()
    found = {plain, quote(secret, safe="").encode(), plain.hex().encode(), plain[::-1]}
    found.add(secret.encode("utf-16-le"))
    for before in range(3):  # base64 looks different at each offset in what was encoded
        for encode in (base64.b64encode, base64.urlsafe_b64encode):
            whole = encode(b"x" * before + plain)
            # The first and last group may hold bits of the neighbours.
            found.add(whole[4 if before else 0 : -4])
    return frozenset(found)


def traces(secret: str, *roots: Path) -> list[Path]:
    """Name each file under these folders that has the secret in it."""
    wanted = spellings(secret)
    found = []
    for path in files(*roots):
        content = path.read_bytes()
        if any(each in content for each in wanted):
            found.append(path)
    return found


def files(*roots: Path) -> Iterator[Path]:
    """Give each regular file under these folders."""
    for root in roots:
        for path in sorted(root.rglob("*")):
            if stat.S_ISREG(path.lstat().st_mode):
                yield path


def told_to_the_system(secret: str, process: int) -> list[str]:
    """Tell whether the secret is on the command line or in the environment of a process."""
    wanted = spellings(secret)
    places = {name: Path(f"/proc/{process}/{name}").read_bytes() for name in ("cmdline", "environ")}
    return [name for name, content in places.items() if any(each in content for each in wanted)]

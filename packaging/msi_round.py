"""The MSI's part of the round under wine: `wine_round.py` goes it after Setup.exe's.

Installs an older version for all users, walks every guide with it, installs the new one over it
while it runs and when it does not, refuses the way back, uninstalls, and looks what is left.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import contents
from msi import file_name, msi
from smoke_program import expect
from wine import Wine

# wine's msiexec ends with the lowest byte of Windows' 1603, "fatal error during installation".
_REFUSED = 1603 % 256
_UNINSTALL = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
_OLDER = "0.0.1"


def go(wine: Wine, program: Path, icon: Path, into: Path) -> None:
    """Make the MSI in a folder and go its round. Raises SmokeError and StopError."""
    new = msi(program, into / file_name(), icon)
    old = msi(program, wine.home / "old.msi", icon, _OLDER)
    _told(f"made {new.name}, {new.stat().st_size / 1e6:.1f} MB")
    before = wine.files()
    home = wine.drive / "Program Files" / contents.NAME

    _install(wine, old)
    there = {path.relative_to(home) for path in home.rglob("*") if path.is_file()}
    wanted = {path.relative_to(program) for path in program.rglob("*") if path.is_file()}
    expect(there == wanted, f"not as it was frozen: {sorted(map(str, there ^ wanted))[:10]}")
    menu = list(wine.drive.glob(f"**/Start Menu/Programs/{contents.NAME}.lnk"))
    expect(len(menu) == 1, "it is not in the Start menu")
    _told(f"installed for all, {len(there)} files; Apps & features: {_registered(wine, _OLDER)}")
    kept = _walked(wine, home)

    with _running(wine, home):
        _install(wine, new, code=_REFUSED)
        wine.run("msiexec", "/x", old, "/qn", codes=(_REFUSED,))
        _registered(wine, _OLDER)
    _told("while it runs: neither upgrade nor removal; 1603, and nothing is changed")

    _install(wine, new)
    _told(f"upgrade; Apps & features: {_registered(wine, contents.version())}")
    expect(all(path.read_bytes() == was for path, was in kept.items()), "the records changed")
    _install(wine, old, code=_REFUSED)
    _registered(wine, contents.version())
    _told("the way back to the older version is refused")

    wine.run(home / f"{contents.COMMAND}.exe", "forget", "--yes")
    wine.run("msiexec", "/x", new, "/qn")
    left = wine.files() - before
    expect(not left, f"left behind: {sorted(map(str, left))[:10]}")
    expect(not _products(wine), "it still stands in Apps & features")
    _told("uninstalled: nothing is left")


def _install(wine: Wine, package: Path, code: int = 0) -> None:
    wine.run("msiexec", "/i", package, "/qn", codes=(code,))


def _registered(wine: Wine, version: str) -> str:
    """See that Apps & features has the program once, in this version, and give what it shows."""
    found = _products(wine)
    expect(len(found) == 1, f"it stands {len(found)} times in Apps & features")
    shown = wine.registry(f"{_UNINSTALL}\\{found[0]}")
    expect(shown["DisplayVersion"] == version, f"its version is {shown}")
    expect(shown["Publisher"] == contents.PUBLISHER, f"its publisher is {shown}")
    return f"{shown['DisplayName']} {shown['DisplayVersion']}"


def _products(wine: Wine) -> list[str]:
    """Give the products of this name, by the code that Windows Installer knows them by."""
    told = wine.run("reg", "query", _UNINSTALL, "/s", "/reg:64", codes=(0, 1))
    blocks = re.split(r"^HKEY_LOCAL_MACHINE\\", told, flags=re.M)
    mine = [block for block in blocks if f"DisplayName    REG_SZ    {contents.NAME}" in block]
    return [block.splitlines()[0].strip().rpartition("\\")[2] for block in mine]


def _walked(wine: Wine, home: Path) -> dict[Path, bytes]:
    """Walk every guide as its user would, and give the records that are then there."""
    guides = sorted(path.stem for path in (home / "_internal").glob("wizard/resources/profiles/*"))
    expect(len(guides) >= 4, f"only {guides}")
    for guide in guides:
        # 3: nothing missing, and something that HaloPSA's API does not show.
        wine.run(home / f"{contents.COMMAND}.exe", "walk", guide, codes=(0, 3))
    _told(f"walked: {', '.join(guides)}")
    data = next(wine.drive.glob(f"users/*/AppData/Local/{contents.NAME}"))
    kept = {path: path.read_bytes() for path in data.glob("*.sqlite3")}
    expect(bool(kept), f"the walks left no records in {data}")
    return kept


@contextmanager
def _running(wine: Wine, home: Path) -> Iterator[None]:
    """Have the program running, which says when it does."""
    command = ["wine", str(home / f"{contents.COMMAND}.exe"), "practice", "--serve"]
    with subprocess.Popen(
        command, env=wine.variables(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as program:  # fmt: skip
        assert program.stdout is not None  # noqa: S101 - for mypy
        expect(bool(program.stdout.readline()), "it does not start")
        try:
            yield
        finally:
            wine.run("taskkill", "/f", "/im", f"{contents.COMMAND}.exe")


def _told(line: str) -> None:
    print(f"ok  MSI: {line}", flush=True)

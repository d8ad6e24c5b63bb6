"""`halo-setup self-check`: whether this copy of the program can do what it needs of the system.

For support, and for those who make installers. Each part says ok, failed, or not shown with the
reason: what could not be looked at is not called good.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime as dt
import importlib
import json
import pkgutil
import platform
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from wizard import __version__
from wizard.app.usage import UsageError
from wizard.checks.findings import ExitCode
from wizard.problems import ProblemError

if TYPE_CHECKING:
    from wizard.halo.transport import Transport


class Outcome(StrEnum):
    """How a part came out."""

    OK = "ok"
    FAILED = "failed"
    NOT_SHOWN = "not shown"


@dataclass(frozen=True, slots=True)
class Part:
    """What one part showed. `at` is a moment in seconds since 1970, where one was noted."""

    name: str
    outcome: Outcome
    said: str
    at: float | None = None


class _NotShownError(Exception):
    """This cannot be looked at here; the text says why."""


_Done = tuple[str, float | None]


def self_check(options: argparse.Namespace) -> int:
    """Look at the chosen parts (none: all of them) and tell. Gives the exit code."""
    looks = _looks(options.tls)
    parts = [_look(name, looks[name]) for name in looks if name in (options.parts or looks)]
    document = {"version": __version__, **_system(), "parts": [asdict(part) for part in parts]}
    if options.to:
        _write(Path(options.to), json.dumps(document))
    elif options.json:
        print(json.dumps(document, indent=2))
    else:
        for part in parts:
            print(f"{part.outcome:9}  {part.name}: {part.said}")
    failed = any(part.outcome is Outcome.FAILED for part in parts)
    return ExitCode.MISSING if failed else ExitCode.CLEAN


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}") from error


PARTS = ("window", "keychain", "clock", "tls", "modules")


def _looks(addresses: Iterable[str]) -> dict[str, Callable[[], _Done]]:
    """Give the parts in their order: the last sees what all the others have loaded."""
    looks = (_window, _keychain, _clock, lambda: _tls(addresses), _modules)
    return dict(zip(PARTS, looks, strict=True))


def _look(name: str, work: Callable[[], _Done]) -> Part:
    try:
        said, at = work()
    except _NotShownError as why:
        return Part(name, Outcome.NOT_SHOWN, str(why))
    except ProblemError as error:
        told = error.problem
        words = f"{told.happened} [{told.code}]" + (f" {told.detail}" if told.detail else "")
        return Part(name, Outcome.FAILED, words)
    except Exception as error:  # noqa: BLE001 - a part that breaks is what is looked for
        return Part(name, Outcome.FAILED, f"{type(error).__name__}: {error}")
    return Part(name, Outcome.OK, said, at)


def _system() -> dict[str, str]:
    return {
        "python": platform.python_version(),
        "system": platform.platform(),
        "program": sys.executable,
    }


def _window() -> _Done:
    """Open the window as always, and close it when its first page stands and its loop runs."""
    from wizard.app.opening import REDACTOR  # noqa: PLC0415
    from wizard.app.window import open_window, require_display  # noqa: PLC0415 - Qt where used

    require_display()
    from wizard.ui.glimpse import Glimpse  # noqa: PLC0415

    glimpse = Glimpse()
    open_window(REDACTOR)
    if glimpse.painted is None:
        raise RuntimeError("the window was never painted")
    return "opened, painted and closed", glimpse.painted


def _keychain() -> _Done:
    """Keep a secret in the system's keychain, read it back, and delete it."""
    import secrets  # noqa: PLC0415 - the window shows its first page without it

    from wizard.secret import Secret  # noqa: PLC0415
    from wizard.store.secrets import SystemKeychain, service_name  # noqa: PLC0415

    keychain = SystemKeychain()
    service = service_name(secrets.token_hex(8), "self-check", practice=True)
    secret = Secret(secrets.token_urlsafe(32))
    place = keychain.keep(service, secret)
    try:
        if keychain.get(place) != secret:
            raise RuntimeError(f"{place.backend} gave back something else")
    finally:
        keychain.forget(place)
    if keychain.get(place) is not None:
        raise RuntimeError(f"{place.backend} did not delete it")
    return f"kept in {place.backend}, read back, and deleted", None


def _clock() -> _Done:
    """Say the time in the time zone of this system, as all times on a page are shown."""
    now = dt.datetime.now().astimezone()
    return f"{now:%Y-%m-%d %H:%M}, {now:%z} from UTC", now.timestamp()


def _tls(addresses: Iterable[str]) -> _Done:
    """Say whether the certificates of these addresses are accepted, as HaloPSA's would be."""
    import asyncio  # noqa: PLC0415 - as above

    from wizard.halo.limits import Budget  # noqa: PLC0415
    from wizard.halo.transport import Bounds, Transport  # noqa: PLC0415

    async def visit_all() -> None:
        transport = Transport(Budget(), bounds=Bounds(tries=1, connect=10, total=20))
        try:
            for address in addresses:
                await _visit(transport, address)
        finally:
            await transport.aclose()

    if not addresses:
        raise _NotShownError("name an address with --tls")
    asyncio.run(visit_all())
    return f"accepted: {', '.join(addresses)}", None


async def _visit(transport: Transport, address: str) -> None:
    try:
        await transport.get(address)
    except ProblemError as error:
        if not error.problem.code.startswith("http."):  # an answer came: the certificate is fine
            raise


def _modules() -> _Done:
    """Load every module of the program, and look whether one came from elsewhere."""
    home = getattr(sys, "_MEIPASS", None)
    for module in _own_modules():
        importlib.import_module(module)
    if home is None:
        raise _NotShownError("this copy runs on an installed Python, which holds its modules")
    folder = _bundle(Path(home).resolve())
    strays = sorted({*_outside(_loaded_files(), folder), *_outside(_mapped_files(), folder)})
    if strays:
        raise RuntimeError("loaded from elsewhere: " + ", ".join(strays))
    return f"{len(sys.modules)} loaded, all from {folder}", None


def _bundle(home: Path) -> Path:
    """Give the folder that holds all of it. In an .app, data lies beside `home`, linked from it."""
    return home.parent if home.parts[-2:] == ("Contents", "Frameworks") else home


def _own_modules() -> list[str]:
    import wizard  # noqa: PLC0415

    return [each.name for each in pkgutil.walk_packages(wizard.__path__, "wizard.")]


def _loaded_files() -> Iterator[str]:
    for module in list(sys.modules.values()):
        with contextlib.suppress(Exception):  # some modules compute their attributes
            if isinstance(file := getattr(module, "__file__", None), str):
                yield file


def _mapped_files() -> Iterator[str]:
    """Give the libraries of Python and Qt that Linux has mapped; the others are the system's."""
    maps = Path("/proc/self/maps")
    if sys.platform != "linux" or not maps.is_file():
        return
    for line in maps.read_text(encoding="utf-8").splitlines():
        file = line.split(maxsplit=5)[5:]
        if file and any(word in Path(file[0]).name for word in ("python", "Qt6", "pyside")):
            yield file[0]


def _outside(files: Iterable[str], folder: Path) -> Iterator[str]:
    """Give the files that are not in the folder; a name without a folder is in an archive."""
    paths = (Path(file) for file in files)
    return (
        str(path)
        for path in paths
        if path.is_absolute() and not path.resolve().is_relative_to(folder)
    )

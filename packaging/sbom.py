"""List what is in a frozen program, as CycloneDX: `PYTHON packaging/sbom.py PACKED OUT`.

`freeze.py` runs it with the Python that froze. PACKED is what halo-setup.spec wrote down: the place
in the program and the source of everything that was packed. So the list tells of this program, not
of what was installed beside it.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import platform
import re
import sqlite3
import ssl
import sys
import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions, version
from pathlib import Path
from sysconfig import get_path
from typing import Any

import contents

_OURS = ("wizard", "packaging", "resources", "LICENSE")
_FREEZER = "pyinstaller"  # whose start-up code is in each program, and in no list of files
# Libraries that come inside of others, by a file's name, with what tells their version.
_INSIDE: dict[str, tuple[str, Callable[[re.Match[str]], str]]] = {
    "Qt": (r"(lib)?Qt6?Core(\.so|\.dll|$)", lambda _: version("PySide6-Essentials")),
    "OpenSSL": (r"libcrypto", lambda _: ssl.OPENSSL_VERSION.split()[1]),
    "SQLite": (r"sqlite3\.dll|libsqlite3", lambda _: sqlite3.sqlite_version),
    "ICU": (r"libicudata\.so\.(\d+)", lambda found: found[1]),
}


@dataclass(frozen=True)
class Owners:
    """Whose the files of this machine are: each package's, Python's, the project's own."""

    packages: Mapping[str, str]
    python: tuple[str, ...]
    project: tuple[str, ...]

    def of(self, source: str) -> str | None:
        """Give a package's name, "python", "" for the project, None for nobody's."""
        real = _real(source)
        if name := self.packages.get(real):
            return name
        if real.startswith(self.project):
            return ""
        own = real.startswith(self.python) or Path(real).name.startswith("libpython")
        return "python" if own else None


def here() -> Owners:
    """Give the owners of the files that this Python has."""
    return Owners(
        packages={
            _real(str(package.locate_file(file))): _name(package)
            for package in distributions()
            for file in package.files or ()
        },
        # Debian's Python shares its prefix with all else; what it is made of is in this one folder.
        python=tuple(map(_real, {get_path("stdlib"), sys.base_prefix} - {"/usr"})),
        project=tuple(_real(str(contents.ROOT / name)) for name in _OURS),
    )


def packages(packed: Iterable[tuple[str, str]], owners: Owners) -> list[str]:
    """Give the names of the packages of which something was packed, and Python's."""
    found = {owners.of(source) for _, source in packed}
    return sorted({name for name in found if name} | {"python", _FREEZER})


def bill(packed: Iterable[tuple[str, str]], owners: Owners, about: Mapping[str, Any]) -> Any:
    """Give the document for what was packed. `about` has what is known of each package by name."""
    entries = list(packed)
    parts = [about[name] for name in packages(entries, owners)]
    parts += _inside(place for place, _ in entries)
    parts += [_file(place, source) for place, source in entries if owners.of(source) is None]
    parts = [{"bom-ref": part["name"], **part} for part in parts]
    program = {
        "bom-ref": contents.COMMAND,
        "type": "application",
        "name": contents.NAME,
        "version": contents.version(),
        "publisher": contents.PUBLISHER,
        "licenses": [{"license": {"id": "MIT"}}],
        "properties": [{"name": "system", "value": f"{sys.platform} {platform.machine()}"}],
    }
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "timestamp": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            "component": program,
        },
        "components": parts,
        "dependencies": [
            {"ref": contents.COMMAND, "dependsOn": [part["bom-ref"] for part in parts]}
        ],
    }


def _inside(places: Iterable[str]) -> list[dict[str, Any]]:
    """Give the libraries that others brought along, for whoever looks for their holes."""
    files = [Path(place).name for place in places]
    parts = []
    for name, (pattern, tell) in _INSIDE.items():
        found = next(filter(None, (re.match(pattern, file) for file in files)), None)
        if found:
            said = tell(found)
            known = f"pkg:generic/{name.lower()}@{said}"
            parts.append({"type": "library", "name": name, "version": said, "purl": known})
    return parts


def _file(place: str, source: str) -> dict[str, Any]:
    digest = hashlib.sha256(Path(source).read_bytes()).hexdigest()
    return {"type": "file", "name": place, "hashes": [{"alg": "SHA-256", "content": digest}]}


def _about(package: Distribution) -> dict[str, Any]:
    name, told = _name(package), package.metadata
    part: dict[str, Any] = {
        "type": "library",
        "name": name,
        "version": package.version,
        "purl": f"pkg:pypi/{name}@{package.version}",
    }
    if "License-Expression" in told:
        part["licenses"] = [{"expression": told["License-Expression"]}]
    elif "License" in told and "\n" not in told["License"]:
        part["licenses"] = [{"license": {"name": told["License"]}}]
    return part


def _name(package: Distribution) -> str:
    return package.name.lower().replace("_", "-")


def _python() -> dict[str, Any]:
    version = platform.python_version()
    return {
        "type": "library",
        "name": "python",
        "version": version,
        "purl": f"pkg:generic/python@{version}",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def _real(source: str) -> str:
    return os.path.normcase(os.path.realpath(source))


def main(arguments: list[str]) -> int:
    """Write the list. Gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("packed", type=Path)
    parser.add_argument("out", type=Path)
    asked = parser.parse_args(arguments)
    about = {part["name"]: part for part in map(_about, distributions())} | {"python": _python()}
    packed = json.loads(asked.packed.read_text(encoding="utf-8"))
    document = bill(((place, source) for place, source in packed), here(), about)
    asked.out.write_text(json.dumps(document, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

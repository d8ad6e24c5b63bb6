"""The licences of what is packed beside the program: their makers ask that they go along.

halo-setup.spec packs them into the folder `licences`, by package. PySide6 brings none of its own:
those are in packaging/licences.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.metadata import distribution
from pathlib import Path
from sysconfig import get_path

import contents

FOLDER = "licences"
_TEXTS = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_QT = contents.ROOT / "packaging" / "licences"


def notices(names: Iterable[str]) -> list[tuple[str, str]]:
    """Give the place in the program and the source of each text, for packages by their names."""
    found: list[tuple[str, str]] = []
    for name in names:
        if name == "python":
            found += [(f"{FOLDER}/python/{path.name}", str(path)) for path in _of_python()]
        elif name.startswith("pyside6"):
            found += [(f"{FOLDER}/qt/{path.name}", str(path)) for path in sorted(_QT.iterdir())]
        else:
            found += _of(name)
    return found


def _of(name: str) -> list[tuple[str, str]]:
    package = distribution(name)
    return [
        (f"{FOLDER}/{name}/{'/'.join(file.parts[1:])}", str(package.locate_file(file)))
        for file in package.files or ()
        if file.parts[0].endswith(".dist-info") and _TEXTS.search(file.name)
    ]


def _of_python() -> list[Path]:
    """Give Python's own text: in its library on Linux and macOS, beside it on Windows."""
    places = [Path(folder, "LICENSE.txt") for folder in (get_path("stdlib"), sys.base_prefix)]
    return [path for path in places if path.is_file()][:1]

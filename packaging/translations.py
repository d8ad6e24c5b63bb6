"""Keep the translations with the code: `.venv/bin/python packaging/translations.py update|compile`.

`update` brings every text of the code into each resources/i18n/*.ts, and takes those away that are
no longer there. `compile` makes of each .ts the .qm that the window loads; both are committed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"

_TOOLS = Path(PySide6.__file__).parent
# Without places and in the order of the alphabet, so that a difference shows texts and no lines.
_UPDATE = ("-locations", "none", "-no-obsolete", "-sort-messages")
_MARKS = ("-tr-function-alias", "QT_TR_NOOP=mark")


def update(target: Path) -> None:
    """Bring the texts of the code into this .ts file. Raises subprocess.CalledProcessError."""
    sources = sorted((ROOT / "wizard").rglob("*.py"))
    _run("lupdate", *_UPDATE, *_MARKS, *map(str, sources), "-ts", str(target))


def compile_to(target: Path, source: Path) -> None:
    """Make a .qm of this .ts; what is not finished is left out. Raises CalledProcessError."""
    _run("lrelease", "-removeidentical", str(source), "-qm", str(target))


def main(arguments: list[str]) -> int:
    """Do one of both for every language. Gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=("update", "compile"))
    work = parser.parse_args(arguments).work
    for source in sorted(FOLDER.glob("*.ts")):
        if work == "update":
            update(source)
        else:
            compile_to(source.with_suffix(".qm"), source)
    return 0


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([_TOOLS / tool, "-silent", *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Keep the translations with the code: `.venv/bin/python packaging/translations.py update|compile`.

`update` brings every text of the code and of the built-in profiles into each resources/i18n/*.ts,
and takes those away that are no longer there; `update fr` begins French. `compile` makes of each
.ts the .qm that the window loads; both are committed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import PySide6

from wizard.profiles.catalog import Catalog
from wizard.profiles.prose import spoken

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"

_TOOLS = Path(PySide6.__file__).parent
# Without places and in the order of the alphabet, so that a difference shows texts and no lines.
_UPDATE = ("-locations", "none", "-no-obsolete", "-sort-messages")
_MARKS = ("-tr-function-alias", "QT_TR_NOOP=mark")


def update(target: Path) -> None:
    """Bring the texts of the program into this .ts file. Raises subprocess.CalledProcessError."""
    with TemporaryDirectory() as folder:
        profiles = Path(folder) / "profiles.py"
        profiles.write_text(_profiles_as_code(), encoding="utf-8")
        sources = (*sorted((ROOT / "wizard").rglob("*.py")), profiles)
        _run("lupdate", *_UPDATE, *_MARKS, *map(str, sources), "-ts", str(target))


def texts_of_profiles() -> list[str]:
    """Give each text that the built-in profiles have for people."""
    texts: dict[str, None] = {}  # in order

    def note(text: str) -> str:
        texts[text] = None
        return text

    for profile in Catalog().all():
        spoken(profile, note)
    return list(texts)


def compile_to(target: Path, source: Path) -> None:
    """Make a .qm of this .ts; what is not finished is left out. Raises CalledProcessError."""
    _run("lrelease", "-removeidentical", str(source), "-qm", str(target))


def main(arguments: list[str]) -> int:
    """Do one of both for every language. Gives the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work", choices=("update", "compile"))
    parser.add_argument("new", nargs="*", help="the code of a language to begin")
    asked = parser.parse_args(arguments)
    new = {FOLDER / f"halo-setup.{code}.ts" for code in asked.new}
    for source in sorted(new.union(FOLDER.glob("*.ts"))):
        if asked.work == "update":
            update(source)
        else:
            compile_to(source.with_suffix(".qm"), source)
    return 0


def _profiles_as_code() -> str:
    """Write the profiles' texts so that Qt's tool, which reads no TOML, finds them."""
    return "".join(f"mark({text!r})\n" for text in texts_of_profiles())


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([_TOOLS / tool, "-silent", *arguments], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

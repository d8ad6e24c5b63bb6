"""Say whether a release may be made, and list it: `python packaging/release.py TAG [FOLDER]`.

Refuses while resources/product.toml still holds stand-ins, and where the tag is not this version's.
With FOLDER, which holds all that is handed out, it sees that nothing is missing and writes
SHA256SUMS. Programs and installers can be made without any of this.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import contents
from stop import StopError
from told import told

SUMS = "SHA256SUMS"
_FILLED_IN = {
    "name": r".+",
    "command": r"[a-z-]+",
    "summary": r".+",
    "publisher": r".+",
    "identifier": r"[a-z0-9-]+(\.[A-Za-z0-9_-]+){2,}",
    "maintainer": r".+ <[^@<>]+@(?!localhost\b|example\b)[^@<>]+\.(?!invalid|example|test)\w+>",
    "website": r"https:/{2}(?!localhost|example)\S+\.(?!invalid|example|test)\w\S*",
}
_KINDS = {
    "the Debian package": "{package}_{version}_amd64.deb",
    "Setup for Windows": "{package}-{version}-win64.exe",
    "the MSI": "{package}-{version}-win64.msi",
    "the image for Apple silicon": "{package}-{version}-arm64.dmg",
    "the image for Intel Macs": "{package}-{version}-x86_64.dmg",
    "what is inside on Linux": "{package}-{version}-linux-x86_64.cdx.json",
    "what is inside on Windows": "{package}-{version}-win32-amd64.cdx.json",
    "what is inside on Apple silicon": "{package}-{version}-darwin-arm64.cdx.json",
    "what is inside on Intel Macs": "{package}-{version}-darwin-x86_64.cdx.json",
}


def stand_ins(facts: Mapping[str, Any]) -> list[str]:
    """Give the facts about the product that nobody has filled in yet, by their names."""
    unlikely = {
        name for name, pattern in _FILLED_IN.items() if not re.fullmatch(pattern, facts[name])
    }
    return sorted(unlikely | set(facts["stand_ins"]))


def expected(version: str) -> dict[str, str]:
    """Give the name of each file of a release, by what it is."""
    package = f"{contents.COMMAND}-wizard"
    return {what: name.format(package=package, version=version) for what, name in _KINDS.items()}


def release(tag: str, folder: Path | None) -> str:
    """Give what may be said of this release. Raises StopError where there can be none."""
    left = stand_ins(tomllib.loads(contents.FACTS.read_text(encoding="utf-8")))
    if left:
        raise StopError(_framed(f"NO RELEASE: {contents.FACTS.name} still has stand-ins for "
                                f"{', '.join(left)}."))  # fmt: skip
    if tag != f"v{contents.version()}":
        raise StopError(_framed(f"NO RELEASE: this is version {contents.version()}, not {tag}."))
    if folder is None:
        return f"{tag} may be released."
    _list(folder)
    return f"{tag} is complete: {folder / SUMS}"


def _list(folder: Path) -> None:
    names = sorted(path.name for path in folder.iterdir() if path.name != SUMS)
    wanted = expected(contents.version())
    missing = [f"{what} ({name})" for what, name in wanted.items() if name not in names]
    strange = sorted(set(names) - set(wanted.values()))
    if missing or strange:
        raise StopError(_framed(f"NO RELEASE: missing is {', '.join(missing) or 'nothing'}; "
                                f"not wanted is {', '.join(strange) or 'nothing'}."))  # fmt: skip
    sums = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (folder / SUMS).write_text("\n".join([*sums, ""]), encoding="ascii", newline="\n")


def _framed(words: str) -> str:
    frame = "!" * 78
    return f"{frame}\n! {words}\n{frame}"


def main(arguments: list[str]) -> int:
    """Say it. Gives the exit code; 4 where no release can be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tag", help="such as v1.2.3")
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    asked = parser.parse_args(arguments)
    return told(lambda: release(asked.tag, asked.folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

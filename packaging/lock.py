"""Make the lock files anew from pyproject.toml: `python3 packaging/lock.py [--upgrade]`.

Needs uv. One resolution for Python 3.11 to 3.13 on Linux, Windows and macOS, every file with its
hashes; no address is written, so each machine installs from the index that it trusts.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent

# The whole first: the parts take their versions from it, so all three agree.
WHOLE = "requirements-dev.txt"
PARTS = {
    WHOLE: ["pyproject.toml", "--group=dev", "--group=build"],
    "requirements.txt": ["pyproject.toml", f"--constraints=packaging/{WHOLE}"],
    "requirements-build.txt": ["--group=build", f"--constraints=packaging/{WHOLE}"],
    "requirements-freeze.txt": ["--group=freeze", f"--constraints=packaging/{WHOLE}"],
}
OPTIONS = (
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-config",
    "--no-annotate",
    "--quiet",
    "--custom-compile-command=python3 packaging/lock.py",
)
_ADDRESS = re.compile(r"\w+://|^\s*(-i|-f|--index|--extra-index|--find-links)|file:|@ ", re.M)


def address(text: str) -> str | None:
    """Give the first address or index option in a lock file, or None."""
    found = _ADDRESS.search(text)
    return found.group().strip() if found else None


def main(arguments: list[str]) -> int:
    """Write the lock files. Gives the exit code."""
    uv = shutil.which("uv")
    if uv is None:
        sys.stderr.write("This needs uv on the PATH (pipx install uv).\n")
        return 4
    for name, sources in PARTS.items():
        target = FOLDER / name
        command = [uv, "pip", "compile", *sources, *OPTIONS, f"--output-file={target}", *arguments]
        if subprocess.run(command, cwd=FOLDER.parent, check=False).returncode:
            return 1
        if found := address(target.read_text(encoding="utf-8")):
            sys.stderr.write(f"{name} carries an address: {found}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

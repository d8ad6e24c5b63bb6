"""How large the frozen program is, and how soon it stands: `python3 packaging/compare.py`.

Both side by side with a bare PySide6 window that is frozen in the same way with the same things
left out. A start counts from the start of the process to the end of the first paint, offscreen.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import contents
from freeze import freeze
from smoke_program import Program
from stop import StopError

ROUNDS = 15
WANTED_SIZE = 1.10
_LARGEST = 5


def size(folder: Path) -> int:
    """Give the bytes of all files in a folder; links count nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files)


def added(program: Path, bare: Path) -> list[tuple[str, int]]:
    """Give what the program has more than the bare window, by package, the largest first."""
    sums: dict[str, int] = {}
    for folder, sign in ((program, 1), (bare, -1)):
        for path in folder.rglob("*"):
            if path.is_file() and not path.is_symlink():
                part = path.relative_to(folder).parts[:2]
                name = part[-1] if part[0] == "_internal" else "the program's modules"
                sums[name] = sums.get(name, 0) + sign * path.stat().st_size
    return sorted(sums.items(), key=lambda each: each[1], reverse=True)


def started(program: Program, home: Path, *, bare: bool) -> float:
    """Start it, and give the seconds until its window was painted."""
    if bare:
        command = [str(home / contents.COMMAND)]
        began = time.time()
        done = subprocess.run(
            command, env=dict(program.variables), capture_output=True, text=True, check=True
        )
        return float(done.stdout) - began
    began = time.time()
    painted = program.look("window").at
    assert painted is not None  # noqa: S101 - a window that was not painted is no "ok"
    return painted - began


def main(arguments: list[str]) -> int:
    """Print both ratios. Gives the exit code: 1 if it is too large, 4 if it cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=contents.ROOT / "build", metavar="FOLDER")
    into = parser.parse_args(arguments).into.absolute()
    try:
        program, bare = freeze(into), freeze(into, bare=True)
    except StopError as stop:
        sys.stderr.write(f"{stop}\n")
        return 4
    ratio = _print_sizes(program, bare)
    _print_starts(program, bare)
    return 1 if ratio > WANTED_SIZE else 0


def _print_sizes(program: Path, bare: Path) -> float:
    sizes = size(program), size(bare)
    ratio = sizes[0] / sizes[1]
    print("Size of the frozen program, and of a bare PySide6 window frozen in the same way")
    print(f"  a bare window      {sizes[1] / 1e6:6.1f} MB")
    print(f"  Halo Setup Wizard  {sizes[0] / 1e6:6.1f} MB")
    print(f"  ratio              {ratio:6.2f}     (wanted: at most {WANTED_SIZE:.2f})")
    largest = added(program, bare)[:_LARGEST]
    print("  added most:        " + ", ".join(f"{name} {n / 1e6:.1f} MB" for name, n in largest))
    return ratio


def _print_starts(program: Path, bare: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        runs = Program.at(program, Path(scratch))
        taken: dict[bool, list[float]] = {True: [], False: []}
        for each in range(ROUNDS + 1):
            for is_bare in (True, False):
                seconds = started(runs, bare, bare=is_bare)
                if each:  # the first only brings the files into memory
                    taken[is_bare].append(seconds)
    medians = {is_bare: statistics.median(all_of) * 1000 for is_bare, all_of in taken.items()}
    print(f"First page, from the start of the process, median of {ROUNDS} starts side by side")
    print(f"  a bare window      {medians[True]:6.0f} ms")
    print(f"  Halo Setup Wizard  {medians[False]:6.0f} ms")
    print(f"  ratio              {medians[False] / medians[True]:6.2f}")
    print(f"  on {os.cpu_count()} cores")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

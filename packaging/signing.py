"""Signs Windows programs where a certificate is configured; says loudly where none is.

HALO_SETUP_SIGN_WINDOWS holds the arguments of `signtool sign`, such as
`/n "Common Name" /fd sha256 /tr ADDRESS /td sha256`. Only the release's machines have it.
`mac_signing.py` does the same for macOS.
"""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from stop import StopError


def signs_windows() -> bool:
    """Say whether a certificate for Windows is configured."""
    return bool(os.environ.get("HALO_SETUP_SIGN_WINDOWS"))


def sign_windows(files: Iterable[Path]) -> bool:
    """Sign these programs; False, with a note, where no certificate is configured."""
    options = os.environ.get("HALO_SETUP_SIGN_WINDOWS")
    if not options:
        return unsigned("HALO_SETUP_SIGN_WINDOWS", "SmartScreen will warn of it")
    # posix=False keeps the backslashes of paths, and with them the quotes.
    arguments = [part.strip('"') for part in shlex.split(options, posix=False)]
    run([_signtool(), "sign", *arguments, *map(str, files)])
    return True


def _signtool() -> str:
    """Find signtool: on the PATH, or in the newest Windows SDK, which is not on it."""
    kits = Path(os.environ.get("PROGRAMFILES(X86)", ""), "Windows Kits", "10", "bin")
    newest = sorted(map(str, kits.glob("10.*/x64/signtool.exe")))[-1:]
    return shutil.which("signtool") or "".join(newest) or "signtool"


def run(command: Sequence[str]) -> str:
    """Run a tool of the system and give what it printed. Raises StopError with what it said."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError as error:
        raise StopError(f"{command[0]} cannot be run: {error}") from error
    if done.returncode:
        raise StopError(f"{done.stdout}{done.stderr}\nThis failed: {' '.join(command[:3])} …")
    return done.stdout


def unsigned(variable: str, what: str) -> bool:
    """Say loudly that something goes unsigned, and give False."""
    frame = "!" * 78
    sys.stderr.write(f"{frame}\n! NOT SIGNED: {variable} is not set. {what}.\n{frame}\n")
    return False


def main(arguments: list[str]) -> int:
    """Sign the files that are named. Gives the exit code; 4 where that cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
    try:
        sign_windows(parser.parse_args(arguments).files)
    except StopError as stop:
        sys.stderr.write(f"{stop}\n")
        return 4
    return 0


if __name__ == "__main__":  # makensis calls it for the uninstaller that it makes
    sys.exit(main(sys.argv[1:]))

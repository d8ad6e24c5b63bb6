"""Make the Windows installer of a frozen program: `python packaging/nsis.py PROGRAM OUT ICONS`.

On Windows and, with Debian's nsis, on Linux. It does not look whether the program works: who calls
it has made the smoke test.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import contents
from compare import size
from signing import signs_windows
from stop import StopError
from told import told
from version_resource import numbers

SCRIPT = contents.ROOT / "packaging" / "windows" / "halo-setup.nsi"
# Debian's makensis has an installer that is 64-bit itself; the one of NSIS is 32-bit.
STUB = "amd64-unicode"
_STUBS = Path("/usr/share/nsis/Stubs", f"lzma_solid-{STUB}")


def setup_exe(program: Path, out: Path, icon: Path, version: str = "") -> Path:
    """Make the installer `out` of the folder `program`. `version`: another than the checkout's.

    Raises StopError.
    """
    makensis = shutil.which("makensis")
    if makensis is None:
        raise StopError("This needs NSIS (makensis) on the PATH.")
    version = version or contents.version()
    named = {
        "VERSION": version,
        "NUMBERS": ".".join(map(str, numbers(version))),
        "NAME": contents.NAME,
        "PUBLISHER": contents.PUBLISHER,
        "PROGRAM": str(program),
        "ICON": str(icon),
        "SIDE": str(icon.with_suffix(".bmp")),
        "OUT": str(out),
        "KILOBYTES": str(size(program) // 1024),
    }
    if _STUBS.exists():
        named["STUB"] = STUB
    if signs_windows():
        named["SIGN"] = f'"{sys.executable}" "{Path(__file__).with_name("signing.py")}"'
    options = [f"-D{name}={value}" for name, value in named.items()]
    done = subprocess.run(
        [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *options, str(SCRIPT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise StopError(f"{done.stdout}{done.stderr}\nmakensis failed.")
    return out


def main(arguments: list[str]) -> int:
    """Make it. Gives the exit code; 4 where it cannot be made."""
    program, out, icons = map(Path, arguments)
    return told(
        lambda: setup_exe(program.absolute(), out.absolute(), icons.absolute() / "halo-setup.ico")
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

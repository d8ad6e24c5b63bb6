"""What the project needs of the system beside Python, and how it gets there.

Debian's and Ubuntu's packages are installed where this is allowed without a question (root, or
sudo without a password); elsewhere the one line that does it is printed. Windows and macOS bring
all of it with themselves.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from stop import StopError


@dataclass(frozen=True)
class Need:
    """Something of the system: how to see that it is there, and who has it.

    `packages` are names of the same thing in different releases, the first known one is taken.
    """

    packages: tuple[str, ...]
    present: Callable[[], bool]


def library(soname: str, *packages: str) -> Need:
    """Need a shared library that the loader finds."""
    return Need(packages, lambda: _loads(soname))


def program(name: str, *packages: str) -> Need:
    """Need a program on the PATH."""
    return Need(packages, lambda: shutil.which(name) is not None)


def file(pattern: str, *packages: str) -> Need:
    """Need a file; the pattern is absolute and may hold wildcards."""
    return Need(packages, lambda: any(Path("/").glob(pattern.lstrip("/"))))


def venv_package(version: Sequence[int]) -> Need:
    """Need the part of the standard library that Debian keeps apart from `python3`."""
    return Need(
        (f"python{version[0]}.{version[1]}-venv",),
        lambda: importlib.util.find_spec("ensurepip") is not None,
    )


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _has_font() -> bool:
    folders = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")
    return any(
        name.endswith((".ttf", ".otf", ".ttc", ".pfb"))
        for folder in folders
        for _, _, names in os.walk(Path(folder).expanduser())
        for name in names
    )


# Tried on a minimal Debian 12: without the first three, PySide6 cannot be imported at all; without
# the xcb ones there is no window; without a font there are only boxes.
WINDOW = (
    library("libGL.so.1", "libgl1"),
    library("libEGL.so.1", "libegl1"),
    library("libxkbcommon.so.0", "libxkbcommon0"),
    library("libdbus-1.so.3", "libdbus-1-3"),
    library("libfontconfig.so.1", "libfontconfig1"),
    library("libglib-2.0.so.0", "libglib2.0-0", "libglib2.0-0t64"),
    library("libxcb-cursor.so.0", "libxcb-cursor0"),
    library("libxcb-icccm.so.4", "libxcb-icccm4"),
    library("libxcb-image.so.0", "libxcb-image0"),
    library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    library("libxcb-randr.so.0", "libxcb-randr0"),
    library("libxcb-render-util.so.0", "libxcb-render-util0"),
    library("libxcb-shape.so.0", "libxcb-shape0"),
    library("libxcb-xkb.so.1", "libxcb-xkb1"),
    library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need(("fonts-dejavu-core",), _has_font),
)

TEST_TOOLS = (
    program("Xvfb", "xvfb"),
    program("xauth", "xauth"),
    program("xdotool", "xdotool"),
    program("gnome-keyring-daemon", "gnome-keyring"),
    program("secret-tool", "libsecret-tools"),
    program("dbus-daemon", "dbus"),
    program("dbus-run-session", "dbus"),
    file("/usr/libexec/at-spi-bus-launcher", "at-spi2-core"),
    file("/usr/lib/python3/dist-packages/pyatspi", "python3-pyatspi"),
    file("/usr/lib/*/girepository-1.0/Atspi-2.0.typelib", "gir1.2-atspi-2.0"),
    program("chromium", "chromium"),
    program("chromedriver", "chromium-driver", "chromium-chromedriver"),
    program("openssl", "openssl"),
    program("systemd-analyze", "systemd"),
    program("import", "imagemagick"),
    program("pdftotext", "poppler-utils"),
    program("makensis", "nsis"),
)


def provide(needs: Iterable[Need], wished: Iterable[Need] = ()) -> None:
    """Install what is missing. Raises StopError with the line that does it, where it may not.

    `wished` is not installed here, but stands in that line, so that there is one line only.
    """
    missing = absent(needs)
    if not missing:
        return
    prefix = _allowed()
    if prefix is None:
        everything = [*missing, *absent(wished)]
        raise StopError("Missing on this system; this line installs it:\n  " + line(everything))
    _install(prefix, missing)
    importlib.invalidate_caches()
    if left := absent(missing):
        raise StopError("Still missing on this system: " + " ".join(n.packages[0] for n in left))


def offer(needs: Iterable[Need], *, in_ci: bool) -> None:
    """Install what only some tests need, for root or in CI; elsewhere say what gets skipped."""
    missing = absent(needs)
    if not missing:
        return
    prefix = _allowed()
    if prefix is not None and (in_ci or prefix == []):
        _install(prefix, missing)
    else:
        sys.stderr.write(
            "Tests that need what is missing here are skipped. To run them as well:\n  "
            + line(missing)
            + "\n"
        )


def as_root() -> list[str]:
    """Give what to put before a command that needs root ([] for root). Raises StopError."""
    prefix = _allowed()
    if prefix is None:
        raise StopError("This needs root, or sudo without a password, and apt.")
    return prefix


def absent(needs: Iterable[Need], platform: str = sys.platform) -> list[Need]:
    """Give what is not there. Only Linux leaves it to the packages of the system."""
    if not platform.startswith("linux"):
        return []
    return [need for need in needs if not need.present()]


def line(missing: Sequence[Need]) -> str:
    """Give the line that a person runs, or the list where there is no apt."""
    if shutil.which("apt-get") is None:
        listed = " ".join(names(missing, lambda _: True))
        return f"your system's packages for these (Debian's names): {listed}"
    packages = " ".join(names(missing, _known))
    if shutil.which("sudo"):
        return f"sudo apt-get update && sudo apt-get install -y {packages}"
    return f"su -c 'apt-get update && apt-get install -y {packages}'"


def names(missing: Iterable[Need], known: Callable[[str], bool]) -> list[str]:
    """Give the packages to install, each once, by the name that this release knows."""
    chosen = (
        next((name for name in need.packages if known(name)), need.packages[0]) for need in missing
    )
    return list(dict.fromkeys(chosen))


def _known(package: str) -> bool:
    shown = subprocess.run(
        ["apt-cache", "policy", package], capture_output=True, text=True, check=False
    )
    return "Candidate: " in shown.stdout and "Candidate: (none)" not in shown.stdout


def _allowed() -> list[str] | None:
    """Give what to put before apt-get ([] for root), or None where a person has to do it."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and not subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode
    ):
        return ["sudo", "-n"]
    return None


def _install(prefix: list[str], missing: Sequence[Need]) -> None:
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # A source that fails to update is not ours to judge: the install says whether it mattered.
    subprocess.run([*apt, "update"], capture_output=True, check=False)
    packages = names(missing, _known)
    sys.stderr.write(f"Installing system packages: {' '.join(packages)} …\n")
    done = subprocess.run(
        [*apt, "install", "-y", "--no-install-recommends", *packages],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        told = "\n".join(done.stdout.strip().splitlines()[-10:])
        raise StopError(f"{told}\n\nInstall these by hand and run again:\n  {line(missing)}")

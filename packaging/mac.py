"""Make the macOS image: `python3 packaging/mac.py [--into FOLDER]`, on macOS 14 or newer.

Freezes the program, makes its smoke test, signs it, packs a .dmg and lets Apple notarise that. On
another system it makes and checks what does not need macOS (the tree of the .app, Info.plist, icon,
entitlements), and stops there.
"""

from __future__ import annotations

import argparse
import platform
import plistlib
import shutil
import sys
import tempfile
from pathlib import Path

import contents
from freeze import freeze, icons
from signing import ENTITLEMENTS, notarise, run, sign_mac
from smoke import smoke
from stop import StopError
from told import told

_PLIST_NAMES = (
    "CFBundleExecutable",
    "CFBundleIconFile",
    "CFBundleIdentifier",
    "CFBundleName",
    "CFBundlePackageType",
    "CFBundleShortVersionString",
    "LSMinimumSystemVersion",
)


def build(into: Path) -> Path:
    """Make the image in a folder, and give its path. Raises StopError."""
    if sys.platform != "darwin":
        made = skeleton(into / "mac", icons(into))
        check_layout(made)
        raise StopError(
            f"{made} has the layout of the program for macOS, and Info.plist, icon and"
            " entitlements are as they should be. Freezing, signing, notarising and packing need"
            " macOS 14 or newer: run this there."
        )
    app = freeze(into)
    check_layout(app)
    if not smoke(app):
        raise StopError("The smoke test failed: no image is made of this.")
    signed = sign_mac(app)
    image = into / f"{contents.COMMAND}-wizard-{contents.version()}-{platform.machine()}.dmg"
    _pack(app, image)
    if signed:
        notarise(image)
    return image


def skeleton(folder: Path, drawn: Path) -> Path:
    """Lay out an .app with all but its code, and give it."""
    app = folder / f"{contents.NAME}.app"
    shutil.rmtree(app, ignore_errors=True)
    inside = app / "Contents"
    (inside / "MacOS").mkdir(parents=True)
    (inside / "Resources").mkdir()
    shutil.copyfile(drawn / "halo-setup.icns", inside / "Resources" / "halo-setup.icns")
    named = {
        "CFBundleIconFile": "halo-setup.icns",
        "CFBundleIdentifier": contents.IDENTIFIER,
        "CFBundleName": contents.NAME,
        "CFBundlePackageType": "APPL",
        **contents.info_plist(contents.version()),
    }
    (inside / "Info.plist").write_bytes(plistlib.dumps(named))
    for name in (contents.NAME, contents.COMMAND):
        (inside / "MacOS" / name).write_text("#!/bin/sh\nexit 1\n", encoding="ascii")
        (inside / "MacOS" / name).chmod(0o755)
    return app


def check_layout(app: Path) -> None:
    """See that an .app is one. Raises StopError with all that is not so."""
    inside = app / "Contents"
    wrong = []
    try:
        told = plistlib.loads((inside / "Info.plist").read_bytes())
    except (OSError, plistlib.InvalidFileException) as error:
        raise StopError(f"Info.plist cannot be read: {error}") from error
    wrong += [f"Info.plist has no {name}" for name in _PLIST_NAMES if not told.get(name)]
    if told.get("CFBundleShortVersionString") != contents.version():
        wrong.append(f"Info.plist says version {told.get('CFBundleShortVersionString')}")
    for name in (contents.NAME, contents.COMMAND):
        if not (inside / "MacOS" / name).is_file():
            wrong.append(f"there is no program {name}")
    icon = inside / "Resources" / str(told.get("CFBundleIconFile"))
    if not icon.is_file() or icon.read_bytes()[:4] != b"icns":
        wrong.append("the icon is missing, or is none")
    allowed = plistlib.loads(ENTITLEMENTS.read_bytes())
    if not all(value is True for value in allowed.values()):
        wrong.append("an entitlement is not simply on")
    if wrong:
        raise StopError("\n".join(wrong))


def _pack(app: Path, image: Path) -> None:
    """Make a compressed image with the program and a link to put it on."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(app, Path(folder, app.name), symlinks=True)
        Path(folder, "Applications").symlink_to("/Applications")
        run(["hdiutil", "create", "-volname", contents.NAME, "-srcfolder", folder, "-ov",
             "-format", "ULFO", str(image)])  # fmt: skip


def main(arguments: list[str]) -> int:
    """Make the image and print where it is. Gives the exit code; 4 where it cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=contents.ROOT / "build", metavar="FOLDER")
    return told(lambda: build(parser.parse_args(arguments).into.absolute()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

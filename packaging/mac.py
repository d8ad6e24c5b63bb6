"""Make the macOS image: `python3 packaging/mac.py [--into FOLDER]`, on macOS 14 or newer.

Freezes the program, makes its smoke test, signs it (mac_signing.py), lets dmgbuild pack a .dmg and
Apple notarise that, and makes the smoke test again of the program in the image. The image is for
the kind of Mac that makes it, Apple silicon or Intel. On another system it makes and checks what
does not need macOS (the tree of the .app, Info.plist, icon, entitlements), and stops there.
"""

from __future__ import annotations

import argparse
import platform
import plistlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import contents
from freeze import freeze, icons, workshop
from mac_signing import ENTITLEMENTS, notarise, sign_image, sign_mac
from signing import run
from smoke import smoke
from stop import StopError
from told import told

SETTINGS = contents.ROOT / "packaging" / "macos" / "dmg_settings.py"
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
    run(packing(workshop(into), app, icons(into) / "halo-setup.icns", image))
    if signed:
        sign_image(image)
        notarise(image)
    _try_out(image)
    return image


def packing(python: Path, app: Path, icon: Path, image: Path) -> list[str]:
    """Give the command that packs the image, by a Python that has dmgbuild."""
    # The runner's own indexing often holds the volume for some seconds: hence the retries.
    return [str(python), "-m", "dmgbuild", f"--settings={SETTINGS}", f"-Dapp={app}",
            f"-Dicon={icon}", "--detach-retries=15", contents.NAME, str(image)]  # fmt: skip


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


def _try_out(image: Path) -> None:
    """See that what a person will open is whole, and works. Raises StopError."""
    with _mounted(image) as volume:
        app = volume / f"{contents.NAME}.app"
        check_layout(app)
        if (volume / "Applications").readlink() != Path("/Applications"):
            raise StopError("The image does not show the folder to drag the program to.")
        if not smoke(app):
            raise StopError("The program in the image fails its smoke test.")


@contextmanager
def _mounted(image: Path) -> Iterator[Path]:
    run(["hdiutil", "verify", str(image)])
    with tempfile.TemporaryDirectory() as folder:
        run(["hdiutil", "attach", "-readonly", "-nobrowse", "-mountpoint", folder, str(image)])
        try:
            yield Path(folder)
        finally:
            run(["hdiutil", "detach", "-force", folder])


def main(arguments: list[str]) -> int:
    """Make the image and print where it is. Gives the exit code; 4 where it cannot be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=contents.ROOT / "build", metavar="FOLDER")
    return told(lambda: build(parser.parse_args(arguments).into.absolute()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

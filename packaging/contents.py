"""What goes into the frozen program and what is left out: read by halo-setup.spec.

Of Qt only what a window of widgets needs stays. On Linux, libraries that Debian's packages bring
are left to them: they get their security updates there, and the .deb depends on them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FACTS = ROOT / "resources" / "product.toml"
_PRODUCT = tomllib.loads(FACTS.read_text(encoding="utf-8"))
NAME: str = _PRODUCT["name"]
COMMAND: str = _PRODUCT["command"]
SUMMARY: str = _PRODUCT["summary"]
PUBLISHER: str = _PRODUCT["publisher"]
IDENTIFIER: str = _PRODUCT["identifier"]
MAINTAINER: str = _PRODUCT["maintainer"]
WEBSITE: str = _PRODUCT["website"]

ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)  # pixels, of the pictures for Linux

# Where wizard/resource.py looks first.
RESOURCES = "wizard/resources"
_NOT_NEEDED = {"readme"}  # the README's pictures
_SOURCES = {".ts"}  # what a .qm is made of

# Modules that are found by PyInstaller and used by nothing that the program does.
LEFT_OUT = (
    "PySide6.QtDBus",
    "PySide6.QtNetwork",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_pyrepl",
    "_pytest",
    "curses",
    "distutils",
    "httpx._main",
    "lib2to3",
    "pip",
    "pkg_resources",
    "pydoc",
    "pydoc_data",
    "readline",
    "rich",
    "setuptools",
    "sqlite3.dump",
    "test",
    "tkinter",
    "unittest",
    "wheel",
    "xmlrpc",
)

# Qt's translations are needed for the languages that the window speaks, apart from English.
_QT_TEXTS = re.compile(r"PySide6/(Qt/)?translations/(?!qtbase_({languages})\.qm$)")
_QT_PLUGINS = re.compile(
    r"plugins/("
    r"egldeviceintegrations|generic|networkinformation|printsupport|qmltooling|sqldrivers|tls"
    r"|platforminputcontexts/\w*virtualkeyboard|platformthemes/\w*gtk3|xcbglintegrations"
    r"|imageformats/(lib)?q(?!svg\b)\w+"
    r"|platforms/(lib)?q(direct2d|eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\b"
    r"|wayland-graphics-integration-client"
    r")"
)
_QT_PARTS = (
    r"(Network|NetworkAuth|Qml\w*|Quick\w*|Pdf\w*|VirtualKeyboard\w*|EglF[Ss]\w*|OpenGL\w*"
    r"|PrintSupport|Sql|Test)"
)
_QT_LIBRARIES = re.compile(
    rf"(lib)?Qt6{_QT_PARTS}\b|Qt{_QT_PARTS}\.framework/|Qt{_QT_PARTS}\.(abi3\.so|pyd)$"
    r"|opengl32sw\.dll|d3dcompiler_\d+\.dll"
)
_SYSTEM_FOLDERS = re.compile(r"/(usr/)?lib(64)?/([\w-]+-linux-gnu/)?[^/]+$")


def resources(root: Path = ROOT) -> list[tuple[Path, Path]]:
    """Give each file that the program reads, with its place under RESOURCES."""
    folder = root / "resources"
    return [
        (path, path.relative_to(folder))
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.suffix not in _SOURCES
        and path.relative_to(folder).parts[0] not in _NOT_NEEDED
    ]


def languages(root: Path = ROOT) -> list[str]:
    """Give the languages that the window speaks apart from English, such as ["de"]."""
    return sorted(path.stem.split(".")[1] for path in (root / "resources" / "i18n").glob("*.qm"))


def version(root: Path = ROOT) -> str:
    """Give the program's version, such as "0.1.0", without loading it."""
    text = (root / "wizard" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def is_kept(target: str, source: str, speaks: Iterable[str], platform: str) -> bool:
    """Say whether a file that PyInstaller found belongs into the program.

    `target` is its place in the bundle, `source` where it comes from, `platform` a `sys.platform`.
    """
    place = target.replace("\\", "/")
    texts = _QT_TEXTS.pattern.format(languages="|".join(speaks) or "-")
    if re.search(texts, place) or _QT_PLUGINS.search(place) or _QT_LIBRARIES.search(place):
        return False
    return not (platform.startswith("linux") and _is_systems(place, source))


def info_plist(version: str) -> dict[str, object]:
    """Give what macOS is told of the program. PySide6 6.12 needs macOS 14."""
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": NAME,
        "CFBundleExecutable": NAME,
        "CFBundleLocalizations": ["en", *languages()],  # so its own dialogs speak them, too
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSMinimumSystemVersion": "14.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"Copyright © {PUBLISHER}. MIT License.",
        "NSRequiresAquaSystemAppearance": False,  # dark where the system is
    }


def _is_systems(place: str, source: str) -> bool:
    """Say whether a library is the system's: it lies where packages put theirs, loose.

    Python's own is not: which one a machine has, nobody knows.
    """
    loose = "/" not in place
    return loose and bool(_SYSTEM_FOLDERS.match(source)) and not place.startswith("libpython")

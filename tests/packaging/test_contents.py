"""What goes into the frozen program, and how its icon and version resource are written."""

import ast
import struct
from pathlib import Path

import contents
import icons
import pytest
import version_resource
from PySide6.QtGui import QImage

LINUX, WINDOWS, MAC = "linux", "win32", "darwin"


@pytest.mark.parametrize(
    ("place", "source", "platform"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/env/libqxcb.so", LINUX),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "/env/libqoffscreen.so", LINUX),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", "/env/libqsvg.so", LINUX),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", "/env/libQt6Widgets.so.6", LINUX),
        ("PySide6/Qt/translations/qtbase_de.qm", "/env/qtbase_de.qm", LINUX),
        ("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", LINUX),
        ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", LINUX),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\env\\qwindows.dll", WINDOWS),
        ("PySide6\\Qt6Core.dll", "C:\\env\\Qt6Core.dll", WINDOWS),
        ("libcrypto-3.dll", "C:\\Python\\DLLs\\libcrypto-3.dll", WINDOWS),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "/env/libqcocoa.dylib", MAC),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "/env/QtGui", MAC),
        ("libssl.3.dylib", "/usr/lib/libssl.3.dylib", MAC),
    ],
)
def test_what_a_window_needs_is_kept(place: str, source: str, platform: str) -> None:
    assert contents.is_kept(place, source, ["de"], platform)


@pytest.mark.parametrize(
    ("place", "source", "platform"),
    [
        ("libssl.so.3", "/usr/lib/x86_64-linux-gnu/libssl.so.3", LINUX),
        ("libglib-2.0.so.0", "/lib/x86_64-linux-gnu/libglib-2.0.so.0", LINUX),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/env/libqgtk3.so", LINUX),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/env/libqeglfs.so", LINUX),
        ("PySide6/Qt/plugins/platforms/libqminimal.so", "/env/libqminimal.so", LINUX),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", "/env/libqtiff.so", LINUX),
        ("PySide6/Qt/lib/libQt6Network.so.6", "/env/libQt6Network.so.6", LINUX),
        ("PySide6/QtNetwork.abi3.so", "/env/QtNetwork.abi3.so", LINUX),
        ("PySide6/Qt/translations/qtbase_fr.qm", "/env/qtbase_fr.qm", LINUX),
        ("PySide6/Qt/translations/qt_de.qm", "/env/qt_de.qm", LINUX),
        ("PySide6\\opengl32sw.dll", "C:\\env\\opengl32sw.dll", WINDOWS),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", "C:\\env\\qdirect2d.dll", WINDOWS),
        ("PySide6\\translations\\qtbase_fr.qm", "C:\\env\\qtbase_fr.qm", WINDOWS),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", "/env/QtQml", MAC),
    ],
)
def test_what_it_does_not_need_is_left_out(place: str, source: str, platform: str) -> None:
    assert not contents.is_kept(place, source, ["de"], platform)


def test_every_language_but_english_brings_qts_own_texts() -> None:
    assert contents.languages() == ["de"]
    place = "PySide6/Qt/translations/qtbase_de.qm"
    assert not contents.is_kept(place, "/env/qtbase_de.qm", [], LINUX)


def test_the_program_gets_every_file_that_it_reads() -> None:
    places = {place.as_posix() for _, place in contents.resources()}
    assert {
        "halo/permissions.toml",
        "i18n/halo-setup.de.qm",
        "icons/met.svg",
        "practice/layout.html",
        "practice/practice.css",
        "profiles/liongard.toml",
    } <= places
    assert not {place for place in places if place.startswith("readme/") or place.endswith(".ts")}


def test_no_module_asks_for_a_time_zone_by_its_name() -> None:
    """Nobody packs the table of them: Windows has none, so who first asks for one has to."""
    for path in (contents.ROOT / "wizard").rglob("*.py"):
        assert "zoneinfo" not in path.read_text(encoding="utf-8"), path


@pytest.mark.usefixtures("qapp")
def test_the_windows_icon_holds_each_size(tmp_path: Path) -> None:
    icons.write(tmp_path)
    data = (tmp_path / "halo-setup.ico").read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert (kind, count) == (1, len(icons.ICO_SIZES))
    for number, size in enumerate(icons.ICO_SIZES):
        edge, *_, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        picture = QImage.fromData(data[place : place + length], "PNG")
        assert picture.width() == picture.height() == size == (edge or 256)


@pytest.mark.usefixtures("qapp")
def test_the_mac_icon_holds_each_size(tmp_path: Path) -> None:
    icons.write(tmp_path)
    data = (tmp_path / "halo-setup.icns").read_bytes()
    assert data[:8] == b"icns" + struct.pack(">I", len(data))
    found, place = {}, 8
    while place < len(data):
        kind, length = struct.unpack_from(">4sI", data, place)
        found[kind] = QImage.fromData(data[place + 8 : place + length], "PNG").width()
        place += length
    assert found == icons.ICNS_KINDS


@pytest.mark.parametrize(
    ("version", "expected"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2.3rc1", (1, 2, 3, 0)), ("2.0", (2, 0, 0, 0))],
)
def test_windows_gets_four_numbers(version: str, expected: tuple[int, ...]) -> None:
    assert version_resource.numbers(version) == expected


def test_a_version_without_numbers_is_refused() -> None:
    with pytest.raises(ValueError, match="next"):
        version_resource.numbers("next")


def test_the_version_resource_is_one_expression_with_all_names() -> None:
    text = version_resource.version_resource("0.1.0", "halo-setup", "Halo, for the command line")
    strings = {
        call.args[0].value: call.args[1].value
        for call in ast.walk(ast.parse(text, mode="eval"))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "StringStruct"
    }
    assert strings["CompanyName"] == contents.PUBLISHER
    assert strings["ProductName"] == contents.NAME
    assert strings["OriginalFilename"] == "halo-setup.exe"
    assert strings["ProductVersion"] == "0.1.0"

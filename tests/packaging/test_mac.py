"""What of the macOS image can be looked at without macOS: its layout, and the order of signing."""

import plistlib
from pathlib import Path

import contents
import icons
import mac
import pytest
import signing
from stop import StopError


@pytest.fixture
def app(tmp_path: Path, qapp: object) -> Path:
    icons.write(tmp_path / "icons")
    return mac.skeleton(tmp_path, tmp_path / "icons")


def test_the_layout_is_one(app: Path) -> None:
    mac.check_layout(app)
    told = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
    assert told["CFBundleExecutable"] == contents.NAME
    assert told["LSMinimumSystemVersion"] == "14.0"


@pytest.mark.parametrize(
    "missing",
    [
        "Contents/Info.plist",
        f"Contents/MacOS/{contents.NAME}",
        f"Contents/MacOS/{contents.COMMAND}",
        "Contents/Resources/halo-setup.icns",
    ],
)
def test_a_missing_part_is_noticed(missing: str, app: Path) -> None:
    (app / missing).unlink()
    with pytest.raises(StopError):
        mac.check_layout(app)


@pytest.mark.parametrize("name", ["CFBundleIdentifier", "LSMinimumSystemVersion"])
def test_a_missing_line_of_info_plist_is_noticed(name: str, app: Path) -> None:
    file = app / "Contents" / "Info.plist"
    told = plistlib.loads(file.read_bytes())
    del told[name]
    file.write_bytes(plistlib.dumps(told))
    with pytest.raises(StopError, match=name):
        mac.check_layout(app)


def test_what_lies_inside_is_signed_first(app: Path) -> None:
    code = b"\xcf\xfa\xed\xfe and so on"
    framework = app / "Contents" / "Frameworks" / "QtGui.framework"
    library = framework / "Versions" / "A" / "QtGui"
    library.parent.mkdir(parents=True)
    library.write_bytes(code)
    program = app / "Contents" / "MacOS" / contents.NAME
    program.write_bytes(code)
    assert signing.inside_out(app) == [library, framework, program, app]
    assert [signing.is_program(part, app) for part in signing.inside_out(app)] == [
        False,
        False,
        True,
        True,
    ]


@pytest.mark.parametrize(
    ("sign", "variable"),
    [
        (lambda path: signing.sign_windows([path]), "HALO_SETUP_SIGN_WINDOWS"),
        (signing.sign_mac, "HALO_SETUP_SIGN_MAC"),
        (signing.notarise, "HALO_SETUP_NOTARY"),
    ],
)
def test_what_is_not_signed_is_said_loudly(
    sign: object,
    variable: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.delenv(variable, raising=False)
    assert callable(sign)
    assert sign(tmp_path) is False
    assert f"NOT SIGNED: {variable}" in capsys.readouterr().err


def test_signtool_gets_each_argument_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(signing, "run", ran.append)
    monkeypatch.setenv("HALO_SETUP_SIGN_WINDOWS", r'/f "C:\my keys\it.pfx" /fd sha256')
    assert signing.sign_windows([tmp_path / "Setup.exe"])
    assert ran == [
        ["signtool", "sign", "/f", r"C:\my keys\it.pfx", "/fd", "sha256",
         str(tmp_path / "Setup.exe")]
    ]  # fmt: skip

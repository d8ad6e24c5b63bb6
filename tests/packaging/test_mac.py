"""What of the macOS image can be looked at without macOS: its layout, window and signatures."""

import json
import plistlib
import runpy
import stat
import sys
from pathlib import Path

import contents
import icons
import mac
import mac_signing
import pytest
import signing
from stop import StopError

CODE = b"\xcf\xfa\xed\xfe and so on"
# What dmgbuild 1.6 reads of a settings file, and this one gives (its docs/settings.rst).
SETTINGS = {
    "format", "files", "symlinks", "icon", "default_view", "window_rect", "background", "icon_size",
    "text_size", "icon_locations",
}  # fmt: skip
REQUIRED = f'identifier "{contents.IDENTIFIER}" and certificate leaf[subject.OU] = TEAM'


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory, qapp: object) -> Path:
    """Give the folder of the icons."""
    folder = tmp_path_factory.mktemp("icons")
    icons.write(folder)
    return folder


@pytest.fixture
def app(tmp_path: Path, drawn: Path) -> Path:
    return mac.skeleton(tmp_path, drawn)


def test_the_layout_is_one(app: Path) -> None:
    mac.check_layout(app)
    told = plistlib.loads((app / "Contents" / "Info.plist").read_bytes())
    assert told["CFBundleExecutable"] == contents.NAME
    assert told["LSMinimumSystemVersion"] == "14.0"
    assert told["CFBundleIdentifier"] == contents.IDENTIFIER
    assert told["CFBundleLocalizations"] == ["en", "de"]


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


def test_elsewhere_it_makes_the_layout_and_says_what_macos_is_needed_for(
    drawn: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if sys.platform == "darwin":
        pytest.skip("only on other systems than macOS")
    monkeypatch.setattr(mac, "icons", lambda into: drawn)
    with pytest.raises(StopError, match="need macOS 14 or newer"):
        mac.build(tmp_path / "into")
    mac.check_layout(tmp_path / "into" / "mac" / f"{contents.NAME}.app")


def test_no_image_is_made_of_a_program_that_fails_its_smoke_test(
    app: Path, tmp_path: Path, tools: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mac.sys, "platform", "darwin")
    monkeypatch.setattr(mac, "freeze", lambda into: app)
    monkeypatch.setattr(mac, "smoke", lambda program: False)
    with pytest.raises(StopError, match="smoke test failed"):
        mac.build(tmp_path)
    assert not tools.exists()  # nothing was signed


def test_the_window_of_the_image_shows_the_program_and_where_to_drag_it(tmp_path: Path) -> None:
    app, icon = tmp_path / f"{contents.NAME}.app", tmp_path / "its.icns"
    command = mac.packing(Path("python"), app, icon, tmp_path / "its.dmg")
    given = dict(word[2:].split("=", 1) for word in command if word.startswith("-D"))
    told = runpy.run_path(str(mac.SETTINGS), {"defines": given})
    assert set(told) >= SETTINGS
    assert {name for name in told if name[0].islower()} - SETTINGS == {"defines"}
    assert told["files"] == [str(app)]
    assert told["symlinks"] == {"Applications": "/Applications"}
    assert told["icon"] == str(icon)
    _, (width, height) = told["window_rect"]
    (left, top), (right, other) = (
        told["icon_locations"][name] for name in (app.name, "Applications")
    )
    half = told["icon_size"] // 2
    assert top == other
    assert half <= left < left + half < right - half
    assert right + half <= width
    assert half <= top <= height - half - 2 * told["text_size"]


@pytest.fixture
def built(app: Path) -> Path:
    """Give an .app that has in it what PyInstaller puts there."""
    inside = app / "Contents"
    places = [
        "MacOS/Halo Setup Wizard",
        "MacOS/halo-setup",
        "Frameworks/libssl.3.dylib",
        "Frameworks/PySide6/QtGui.abi3.so",
        "Frameworks/PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui",
        "Frameworks/PySide6/Qt/lib/QtGui.framework/Versions/A/Helpers/helper",
    ]
    for place in places:
        (inside / place).parent.mkdir(parents=True, exist_ok=True)
        (inside / place).write_bytes(CODE)
    (inside / "Resources" / "layout.html").write_text("<html>", encoding="ascii")
    framework = inside / "Frameworks/PySide6/Qt/lib/QtGui.framework"
    (framework / "Versions" / "Current").symlink_to("A")
    (framework / "QtGui").symlink_to("Versions/Current/QtGui")
    (inside / "Resources" / "PySide6").symlink_to("../Frameworks/PySide6")
    (inside / "Resources" / "QtGui.framework").symlink_to(framework)
    return app


def test_what_lies_inside_is_signed_first_and_each_thing_once(built: Path) -> None:
    order = mac_signing.inside_out(built)
    assert [part.relative_to(built).as_posix() for part in order] == [
        "Contents/Frameworks/PySide6/Qt/lib/QtGui.framework/Versions/A/Helpers/helper",
        "Contents/Frameworks/PySide6/Qt/lib/QtGui.framework",
        "Contents/Frameworks/PySide6/QtGui.abi3.so",
        "Contents/Frameworks/libssl.3.dylib",
        "Contents/MacOS/halo-setup",
        ".",
    ]


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a codesign and an xcrun on the PATH that take down their words, and give where."""
    if sys.platform == "win32":
        pytest.skip("only on systems with a shell")
    told = tmp_path / "told"
    answers = tmp_path / "answers"
    answers.mkdir()
    for name in ("codesign", "xcrun"):
        stub = tmp_path / "bin" / name
        stub.parent.mkdir(exist_ok=True)
        stub.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "{name} $*" >> "{told}"\n'
            f"for last; do :; done\n"
            f'for file in "{answers}/$(basename "$last")" "{answers}/$2"; do\n'
            f'  [ ! -f "$file" ] || {{ cat "$file"; exit; }}\ndone\n'
        )
        stub.chmod(stub.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}", prepend=":")
    monkeypatch.setenv("HALO_SETUP_SIGN_MAC", "Developer ID Application: Somebody")
    monkeypatch.setenv("HALO_SETUP_NOTARY", "a-profile")
    return told


def answer(told: Path, name: str, text: str) -> None:
    """Let the tools print this where their last or second word is that name."""
    (told.parent / "answers" / name).write_text(text, encoding="utf-8")


def test_the_programs_are_signed_under_one_name_which_the_keychain_knows_them_by(
    built: Path, tools: Path
) -> None:
    for name in (built.name, "halo-setup"):
        answer(tools, name, f"designated => {REQUIRED}\n")
    assert mac_signing.sign_mac(built)
    lines = tools.read_text(encoding="utf-8").splitlines()
    signed = [line for line in lines if " --sign " in line]
    assert len(signed) == len(mac_signing.inside_out(built))
    named = [line for line in signed if f"--identifier {contents.IDENTIFIER} " in line]
    assert [line.split("/")[-1] for line in named] == ["halo-setup", built.name]
    assert named == [
        line for line in signed if f"--entitlements {mac_signing.ENTITLEMENTS}" in line
    ]
    assert all("--timestamp --options runtime " in line for line in signed)
    assert not [line for line in signed if "--deep" in line]


@pytest.mark.parametrize(
    "other", ['identifier "halo-setup" and so on', 'cdhash H"0011"'], ids=["name", "hash"]
)
def test_a_signature_after_which_the_keychain_would_ask_is_refused(
    other: str, built: Path, tools: Path
) -> None:
    answer(tools, built.name, f"# designated => {other if 'cdhash' in other else REQUIRED}\n")
    answer(tools, "halo-setup", f"# designated => {other}\n")
    with pytest.raises(StopError, match="ask for each secret again"):
        mac_signing.sign_mac(built)


def test_the_image_is_signed_and_notarised_and_the_answer_stapled(
    tools: Path, tmp_path: Path
) -> None:
    image = tmp_path / "its.dmg"
    answer(tools, "submit", json.dumps({"id": "1-2", "status": "Accepted"}))
    mac_signing.sign_image(image)
    assert mac_signing.notarise(image)
    did = [" ".join(line.split()[:3]) for line in tools.read_text(encoding="utf-8").splitlines()]
    assert did == [
        "codesign --force --timestamp",
        "xcrun notarytool submit",
        "xcrun stapler staple",
        "xcrun stapler validate",
    ]


def test_what_apple_refuses_is_told_with_its_reasons(tools: Path, tmp_path: Path) -> None:
    (tmp_path / "bin" / "xcrun").write_text(
        '#!/bin/sh\n[ "$2" = submit ] && echo \'{"id": "1-2", "status": "Invalid"}\''
        ' || echo "the reasons of $3"\n'
    )
    with pytest.raises(StopError, match="the reasons of 1-2\n\nApple did not notarise it: Invalid"):
        mac_signing.notarise(tmp_path / "its.dmg")


@pytest.mark.parametrize(
    ("sign", "variable"),
    [
        (lambda path: signing.sign_windows([path]), "HALO_SETUP_SIGN_WINDOWS"),
        (mac_signing.sign_mac, "HALO_SETUP_SIGN_MAC"),
        (mac_signing.notarise, "HALO_SETUP_NOTARY"),
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

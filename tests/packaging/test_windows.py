"""What of the Windows installers can be looked at without Windows: what they say and what they do.

`packaging/wine_round.py` installs and runs them.
"""

import re
import shutil
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import contents
import icons
import msi
import nsis
import pytest
import signing
from stop import StopError
from system import TEST_TOOLS, line
from version_resource import numbers

from wizard.cli import main

PACKAGING = contents.ROOT / "packaging"
WIX = f"{{{msi._NAMESPACE}}}"
SCRIPT = nsis.SCRIPT.read_text(encoding="utf-8")
SIGN = "HALO_SETUP_SIGN_WINDOWS"


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Give a folder that looks like the frozen program."""
    folder = tmp_path / "frozen" / contents.NAME
    (folder / "_internal" / "PySide6").mkdir(parents=True)
    shutil.copy(contents.ROOT / "LICENSE", folder / "_internal" / "LICENSE")
    for name in (f"{contents.COMMAND}.exe", f"{contents.NAME}.exe", "_internal/PySide6/Qt6.dll"):
        (folder / name).write_bytes(b"MZ" * 4096)
    return folder


@pytest.fixture
def icon(tmp_path: Path, qapp: object) -> Path:
    """Give the program's icon, with the other pictures beside it."""
    icons.write(tmp_path / "icons")
    return tmp_path / "icons" / "halo-setup.ico"


@pytest.fixture
def makensis(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a makensis on the PATH that takes down its words, and give where."""
    if sys.platform == "win32":
        pytest.skip("only on systems with a shell")
    told = tmp_path / "told"
    stub = tmp_path / "bin" / "makensis"
    stub.parent.mkdir()
    stub.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}"\n')
    stub.chmod(0o755)
    monkeypatch.setenv("PATH", str(stub.parent), prepend=":")
    return told


def named(told: Path) -> dict[str, str]:
    """Give what makensis was told by name."""
    words = [word for word in told.read_text().splitlines() if word.startswith("-D")]
    return {name: value for name, _, value in (word[2:].partition("=") for word in words)}


def test_the_installer_says_what_the_program_says(
    makensis: Path, program: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(SIGN, raising=False)
    nsis.setup_exe(program, tmp_path / "it.exe", icon)
    told = named(makensis)
    version = contents.version()
    assert (told["VERSION"], told["NAME"]) == (version, contents.NAME)
    assert told["NUMBERS"] == ".".join(map(str, numbers(version)))
    assert told["PUBLISHER"] == contents.PUBLISHER
    assert told["ICON"] == str(icon)
    assert Path(told["SIDE"]).read_bytes()[:2] == b"BM"
    assert int(told["KILOBYTES"]) > 20
    assert "SIGN" not in told


def test_the_uninstaller_is_signed_where_the_rest_is(
    makensis: Path, program: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SIGN, "/fd sha256")
    nsis.setup_exe(program, tmp_path / "it.exe", icon)
    assert named(makensis)["SIGN"] == f'"{sys.executable}" "{PACKAGING / "signing.py"}"'
    assert """!uninstfinalize '${SIGN} "%1"' = 0""" in SCRIPT


def test_makensis_takes_the_script(
    program: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if shutil.which("makensis") is None:
        need = next(need for need in TEST_TOOLS if need.packages == ("nsis",))
        pytest.skip(f"no makensis here: {line([need])}")
    monkeypatch.delenv(SIGN, raising=False)
    made = nsis.setup_exe(program, tmp_path / "it.exe", icon, "1.2.3rc1").read_bytes()
    for said in (contents.NAME, contents.PUBLISHER, "1.2.3rc1"):
        assert said.encode("utf-16-le") in made
    assert b'level="asInvoker"' in made
    (program / "_internal" / "LICENSE").unlink()
    with pytest.raises(StopError, match="LICENSE"):
        nsis.setup_exe(program, tmp_path / "it.exe", icon)


def test_apps_and_features_is_told_all_of_it() -> None:
    told = dict(re.findall(r'WriteReg\w+ SHCTX "\$\{KEY\}" "(\w+)" (.+)', SCRIPT))
    assert told == {
        "DisplayName": '"${NAME}"',
        "DisplayVersion": '"${VERSION}"',
        "DisplayIcon": '"$INSTDIR\\${NAME}.exe"',
        "Publisher": '"${PUBLISHER}"',
        "InstallLocation": '"$INSTDIR"',
        "UninstallString": "'\"$INSTDIR\\Uninstall.exe\"'",
        "QuietUninstallString": "'\"$INSTDIR\\Uninstall.exe\" /S'",
        "EstimatedSize": "${KILOBYTES}",
        "NoModify": "1",
        "NoRepair": "1",
    }


def test_each_question_has_an_answer_for_who_is_not_there() -> None:
    shown = [row for row in SCRIPT.splitlines() if "MessageBox" in row]
    assert shown
    quiet = SCRIPT.count("IfSilent leave")
    assert sum("/SD " not in row for row in shown) == quiet


def test_each_text_is_there_in_each_language() -> None:
    texts = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", SCRIPT, re.M)
    names = {name for name, _ in texts}
    assert sorted(texts) == sorted((name, to) for name in names for to in ("ENGLISH", "GERMAN"))
    assert names == set(re.findall(r"\$\((\w+)\)", SCRIPT))


def test_what_the_uninstaller_asks_of_the_program_is_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = re.findall(r"nsExec::Exec '\"\$INSTDIR\\halo-setup\.exe\" (.+)'", SCRIPT)
    assert sorted(asked) == ["forget --yes", "schedule remove --own"]
    monkeypatch.setenv("HALO_SETUP_HOME", str(tmp_path / "home"))
    for words in asked:
        with pytest.raises(SystemExit) as left:
            main([*words.split(), "--help"])
        assert left.value.code == 0


def test_the_msi_holds_each_file_once_and_knows_its_older_self(program: Path) -> None:
    first, later = (msi.description(program, version) for version in ("1.2.3", "1.3.0"))
    product = ET.fromstring(first)[0]  # noqa: S314 - its own
    found = {element.get("Source") for element in product.iter(f"{WIX}File")}
    files = [path.relative_to(program).as_posix() for path in program.rglob("*") if path.is_file()]
    assert found == {f"program/{inside}" for inside in files}
    assert len(list(product.iter(f"{WIX}Component"))) == len(files)
    assert product.get("Name") == contents.NAME
    assert product.get("Manufacturer") == contents.PUBLISHER
    assert product.get("Version") == "1.2.3"
    # All that names it for Windows is the same in the next version, but for that version.
    assert re.sub(r"1\.3\.[01]", "", later) == re.sub(r"1\.2\.[34]", "", first)


def test_the_msi_takes_its_own_version_and_older_ones_away_and_leaves_newer_ones(
    program: Path,
) -> None:
    product = ET.fromstring(msi.description(program, "1.2.3rc1"))[0]  # noqa: S314 - its own
    older, newer = product.iter(f"{WIX}UpgradeVersion")
    assert (older.get("Minimum"), older.get("Maximum")) == ("0.0.0", "1.2.4")
    assert "IncludeMaximum" not in older.attrib  # wixl does not write it down
    assert (newer.get("Minimum"), newer.get("OnlyDetect")) == ("1.2.4", "yes")
    order = [each.tag.removeprefix(WIX) for each in product.find(f"{WIX}InstallExecuteSequence")]
    assert order == ["Custom", "RemoveExistingProducts"]


def test_the_msi_looks_for_the_programs_that_there_are() -> None:
    source = (PACKAGING / "windows" / "msi_running.c").read_text(encoding="ascii")
    looked_for = re.findall(r'L"([^"]+\.exe)"', source)
    assert looked_for == [f"{contents.COMMAND}.exe", f"{contents.NAME}.exe"]
    assert "LeaveIfRunning(MSIHANDLE" in source


@pytest.mark.parametrize(
    "path", sorted(path for path in PACKAGING.rglob("*") if path.suffix in {".py", ".nsi", ".c"})
)
def test_no_file_holds_a_place_of_one_machine_or_of_its_package_index(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/(root|home|work|tmp)/|[A-Z]:\\Users\\|--index-url|https?://(?!schemas|localhost|127)",
                         text.replace("\\\\", "\\"))  # fmt: skip


def test_signtool_is_found_in_the_newest_sdk_and_its_absence_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SIGN, "/fd sha256")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    with pytest.raises(StopError, match="signtool cannot be run"):
        signing.sign_windows([tmp_path / "it.exe"])
    for version in ("10.0.22621.0", "10.0.26100.0"):
        tool = tmp_path / "Windows Kits" / "10" / "bin" / version / "x64" / "signtool.exe"
        tool.parent.mkdir(parents=True)
        tool.touch()
    ran: list[list[str]] = []
    monkeypatch.setattr(signing, "run", ran.append)
    assert signing.sign_windows([tmp_path / "it.exe"])
    assert ran == [[str(tool), "sign", "/fd", "sha256", str(tmp_path / "it.exe")]]


def test_the_tool_that_signs_the_uninstaller_fails_with_what_it_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(command: list[str]) -> None:
        raise StopError(f"{command[0]} refused")

    monkeypatch.setattr(signing, "run", refuse)
    monkeypatch.setenv(SIGN, "/fd sha256")
    assert signing.signs_windows()
    with pytest.raises(StopError, match="signtool refused"):
        signing.sign_windows([tmp_path / "Uninstall.exe"])

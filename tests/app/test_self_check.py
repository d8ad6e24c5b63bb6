"""`halo-setup self-check` says what is so: of the window, the keychain, and its own modules."""

import json
import sys
import time
from pathlib import Path

import pytest

from tests.secret_service import SecretService
from wizard.app import self_check
from wizard.cli import _part, main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALO_SETUP_HOME", str(tmp_path / "home"))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, str]]:
    """Give the exit code, and how each part came out with what it said."""
    code = main(["self-check", *arguments, "--json"])
    parts = json.loads(capsys.readouterr().out)["parts"]
    return code, {part["name"]: f"{part['outcome']}: {part['said']}" for part in parts}


def test_a_secret_goes_through_the_keychain_and_nothing_stays(
    secret_service: SecretService, capsys: pytest.CaptureFixture[str]
) -> None:
    before = secret_service.labels()
    code, parts = told(capsys, "keychain")
    assert code == 0
    assert parts == {"keychain": "ok: kept in GNOME Keyring, read back, and deleted"}
    assert secret_service.labels() == before


def test_a_locked_keychain_is_a_failure_in_words(
    secret_service: SecretService, capsys: pytest.CaptureFixture[str]
) -> None:
    secret_service.lock()
    code, parts = told(capsys, "keychain")
    assert code == 1
    assert parts["keychain"].startswith("failed: ")
    assert "[keychain.locked]" in parts["keychain"]


def test_an_address_that_nobody_answers_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    code, parts = told(capsys, "tls", "--tls", "https://localhost:1/")
    assert code == 1
    assert "[network.connect]" in parts["tls"]


def test_without_an_address_certificates_are_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code, parts = told(capsys, "tls")
    assert code == 0
    assert parts["tls"].startswith("not shown: ")


def test_a_module_from_elsewhere_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    code, parts = told(capsys, "modules")
    assert code == 1
    assert str(Path(self_check.__file__)) in parts["modules"]


def test_an_app_of_macos_keeps_its_data_beside_its_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inside = tmp_path / "Program.app" / "Contents"
    for place in ("Frameworks", "Resources"):
        (inside / place).mkdir(parents=True)
    (inside / "Resources" / "base_library.zip").touch()
    (inside / "Frameworks" / "base_library.zip").symlink_to("../Resources/base_library.zip")
    loaded = [str(inside / "Frameworks" / "base_library.zip")]
    monkeypatch.setattr(self_check, "_loaded_files", lambda: loaded)
    monkeypatch.setattr(self_check, "_mapped_files", list)
    monkeypatch.setattr(sys, "_MEIPASS", str(inside / "Frameworks"), raising=False)
    assert told(capsys, "modules")[0] == 0
    loaded.append(str(tmp_path / "stray.so"))
    code, parts = told(capsys, "modules")
    assert code == 1
    assert parts["modules"].endswith(f"loaded from elsewhere: {tmp_path / 'stray.so'}")


def test_the_clock_is_that_of_the_system_s_time_zone(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if sys.platform == "win32":
        pytest.skip("only on systems where a running program can be given another time zone")
    monkeypatch.setenv("TZ", "HERE-5:30")
    time.tzset()
    try:
        code, parts = told(capsys, "clock")
    finally:
        monkeypatch.undo()
        time.tzset()
    assert code == 0
    assert parts["clock"].endswith(", +0530 from UTC")


def test_a_copy_that_is_not_frozen_shows_nothing_of_where_it_loads_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, parts = told(capsys, "modules")
    assert code == 0
    assert parts["modules"].startswith("not shown: ")


def test_it_writes_what_it_found_into_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "told.json"
    assert main(["self-check", "tls", "--to", str(file)]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(file.read_text())["parts"][0]["outcome"] == "not shown"


def test_the_parser_knows_the_parts() -> None:
    assert [_part(each) for each in self_check.PARTS] == list(self_check.PARTS)
    with pytest.raises(SystemExit):
        main(["self-check", "no-such-part"])


def test_a_file_that_cannot_be_written_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nowhere" / "parts.json"
    assert main(["self-check", "tls", "--to", str(path)]) == 2
    assert f"{path} cannot be written: No such file" in capsys.readouterr().err

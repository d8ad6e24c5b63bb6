"""`halo-setup forget` leaves nothing: no setup, no secret, no file of the program."""

from pathlib import Path

import pytest

from tests.secret_service import SecretService
from wizard.cli import main


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HALO_SETUP_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_a_walk_is_forgotten_with_its_secrets(home: Path, secret_service: SecretService) -> None:
    before = secret_service.labels()
    assert main(["walk", "liongard"]) == 0
    (home / "profiles").mkdir()
    (home / "profiles" / "own.toml").touch()
    (home / "preferences.json").touch()
    assert secret_service.labels() != before
    assert main(["forget", "--yes"]) == 0
    assert secret_service.labels() == before
    assert not home.exists()


def test_what_a_person_put_there_stays(home: Path, secret_service: SecretService) -> None:
    assert main(["walk", "liongard"]) == 0
    (home / "notes.txt").touch()
    assert main(["forget", "--yes"]) == 0
    assert list(home.iterdir()) == [home / "notes.txt"]


def test_a_locked_keychain_keeps_what_it_cannot_delete(
    home: Path, secret_service: SecretService, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["walk", "liongard"]) == 0
    secret_service.lock()
    assert main(["forget", "--yes"]) == 4
    assert "[removal.keychain]" in capsys.readouterr().err
    assert (home / "practice.sqlite3").is_file()


def test_it_wants_to_be_meant(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["forget"]) == 2
    assert "--yes" in capsys.readouterr().err

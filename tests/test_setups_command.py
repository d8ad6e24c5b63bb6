"""`setups list|export|import`: from one workstation to another, by the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.store.states import state
from wizard.cli import main
from wizard.setup.state import SecretPlace, SetupState
from wizard.store.places import places
from wizard.store.records import SqliteRecords

LIONGARD = state(
    "one",
    answers={"address": "acme.halopsa.com", "web": "https://acme.halopsa.com"},
    secrets={"client_secret": SecretPlace("halo-setup:one:client_secret", True, "KWallet")},
)
TOPLEFT = state("two", profile_id="topleft", answers={"web": "https://other.halopsa.com"})


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file of a workstation with two setups, and go to an empty one."""
    file = tmp_path / "setups.json"
    at(monkeypatch, tmp_path / "there")
    for each in (LIONGARD, TOPLEFT):
        records().save(each)
    assert main(["setups", "export", str(file), "--all"]) == 0
    at(monkeypatch, tmp_path / "here")
    return file


def at(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    monkeypatch.setenv("HALO_SETUP_HOME", str(home))


def records() -> SqliteRecords:
    return SqliteRecords(places().records)


def saved() -> dict[str, SetupState]:
    return {each.id: each for each in records().all()}


def test_from_one_workstation_to_another(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["setups", "import", str(there)]) == 0
    assert "2 imported." in capsys.readouterr().out
    assert set(saved()) == {"one", "two"}
    assert not any(
        place.in_keychain for each in saved().values() for place in each.secrets.values()
    )

    assert main(["setups", "list", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    names = {each["name"] for each in told["setups"]}
    assert names == {"liongard@acme.halopsa.com", "topleft@other.halopsa.com"}
    assert main(["setups", "list"]) == 0
    assert "liongard@acme.halopsa.com  one  begun 2026-11-22" in capsys.readouterr().out


def test_what_is_here_is_left_unless_it_is_wished(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = LIONGARD.with_(answers={**LIONGARD.answers, "agent_name": "mine"})
    records().save(mine)
    assert main(["setups", "import", str(there)]) == 0
    assert "1 were here already, and are left" in capsys.readouterr().out
    assert saved()["one"] == mine

    assert main(["setups", "import", str(there), "--replace"]) == 0
    assert "agent_name" not in saved()["one"].answers
    assert saved()["one"].secrets == LIONGARD.secrets


def test_chosen_by_name_or_id(there: Path, tmp_path: Path) -> None:
    main(["setups", "import", str(there)])
    for name in ("liongard@acme.halopsa.com", "one"):
        file = tmp_path / "some.json"
        assert main(["setups", "export", str(file), name]) == 0
        assert [each["id"] for each in json.loads(file.read_text())["setups"]] == ["one"]


def test_a_name_that_is_not_there_writes_nothing(there: Path, tmp_path: Path) -> None:
    file = tmp_path / "some.json"
    assert main(["setups", "export", str(file), "liongard@other.halopsa.com"]) == 2
    assert main(["setups", "export", str(file)]) == 2
    assert main(["setups", "export", "--all", str(file), "one"]) == 2
    assert not file.exists()


def test_a_guide_that_is_not_here_is_told(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there.write_text(there.read_text().replace('"topleft"', '"of-our-own"'))
    assert main(["setups", "import", str(there)]) == 0
    assert "of-our-own" in capsys.readouterr().out
    assert saved()["two"].profile_id == "of-our-own"


def test_a_bad_file_changes_nothing(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there.write_text(there.read_text().replace('"two"', '"one"'))
    assert main(["setups", "import", str(there)]) == 4
    assert "[exchange.invalid]" in capsys.readouterr().err
    assert saved() == {}


def test_a_folder_that_may_not_be_written_is_told(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["setups", "export", str(there / "in" / "a-file.json"), "--all"]) == 4
    told = capsys.readouterr().err
    assert "[exchange.unwritable]" in told
    assert str(there / "in" / "a-file.json") in told


def test_a_file_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["setups", "import", str(tmp_path / "gone.json")]) == 4
    told = capsys.readouterr().err
    assert f"{tmp_path / 'gone.json'}: No such file or directory" in told


def test_where_nothing_is_saved_the_list_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HALO_SETUP_HOME", str(tmp_path))
    assert main(["setups", "list"]) == 0
    assert capsys.readouterr() == ("", "No setup is saved here yet\n")

"""Where files are."""

from __future__ import annotations

from pathlib import Path

import pytest

from wizard.store.places import HOME_VARIABLE, places


def test_everything_is_in_the_folder_that_was_named(tmp_path: Path) -> None:
    found = places({HOME_VARIABLE: str(tmp_path)})

    assert {found.records.parent, found.practice_records.parent, found.log.parent.parent} == {
        tmp_path
    }
    assert list(tmp_path.iterdir()) == []


def test_practice_has_records_of_its_own(tmp_path: Path) -> None:
    for environment in ({HOME_VARIABLE: str(tmp_path)}, {}):
        found = places(environment)
        assert found.records != found.practice_records


@pytest.mark.parametrize("environment", [{}, {HOME_VARIABLE: ""}])
def test_otherwise_the_system_says_where(environment: dict[str, str]) -> None:
    found = places(environment)

    assert found.records.is_absolute()
    assert "Halo Setup Wizard" in found.records.parts
    assert "Halo Setup Wizard" in found.log.parts


def test_a_relative_folder_does_not_move_with_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert places({HOME_VARIABLE: "here"}).records == tmp_path / "here" / "setups.sqlite3"


def test_home_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places({HOME_VARIABLE: "~/halo"}).records.parent == tmp_path / "halo"


def test_own_environment_by_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    assert places().records.parent == tmp_path

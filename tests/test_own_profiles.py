"""Profiles that were opened from files: kept on this workstation, beside the built-in ones."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.profiles.paths import GUIDES
from wizard.app.own_profiles import OwnProfiles
from wizard.problems import ProblemError
from wizard.profiles.catalog import Catalog
from wizard.resource import resource
from wizard.setup.state import SetupState

BUILT_IN = Catalog().all()


def own(folder: Path) -> OwnProfiles:
    return OwnProfiles(folder / "profiles", BUILT_IN)


def test_none_is_no_mistake(tmp_path: Path) -> None:
    assert own(tmp_path).all() == BUILT_IN
    assert list(tmp_path.iterdir()) == []


def test_one_outlives_the_file_it_came_from(tmp_path: Path) -> None:
    file = tmp_path / "download.toml"
    file.write_bytes((GUIDES / "zomentum.toml").read_bytes())
    taken = own(tmp_path).take(file)
    file.unlink()
    assert own(tmp_path).all() == (*BUILT_IN, taken)
    assert taken.id == "zomentum"


def test_a_newer_one_of_the_same_id_replaces_it(tmp_path: Path) -> None:
    file = tmp_path / "download.toml"
    text = (GUIDES / "zomentum.toml").read_text("utf-8")
    for name in ("Zomentum", "Zomentum Two"):
        file.write_text(text.replace('name = "Zomentum"', f'name = "{name}"', 1), "utf-8")
        own(tmp_path).take(file)
    assert [each.name for each in own(tmp_path).all()][len(BUILT_IN) :] == ["Zomentum Two"]


def test_a_built_in_one_is_not_replaced(tmp_path: Path) -> None:
    same = resource("profiles") / "liongard.toml"
    assert own(tmp_path).take(same) == BUILT_IN[0]
    other = tmp_path / "liongard.toml"
    other.write_text(same.read_text("utf-8").replace("read:customers", "read:assets"), "utf-8")
    with pytest.raises(ProblemError) as caught:
        own(tmp_path).take(other)
    assert caught.value.problem.code == "profile.taken"
    assert own(tmp_path).all() == BUILT_IN


def test_a_damaged_copy_is_left_out(tmp_path: Path) -> None:
    own(tmp_path).take(GUIDES / "zomentum.toml")
    (tmp_path / "profiles" / "zomentum.toml").write_text("format = 2\n")
    assert own(tmp_path).all() == BUILT_IN


def test_an_id_is_never_a_path(tmp_path: Path) -> None:
    file = tmp_path / "evil.toml"
    text = (GUIDES / "zomentum.toml").read_text("utf-8")
    file.write_text(text.replace('id = "zomentum"', 'id = "../../evil"', 1), "utf-8")
    own(tmp_path).take(file)
    assert {each.name for each in tmp_path.iterdir()} == {"evil.toml", "profiles"}
    assert len(list((tmp_path / "profiles").iterdir())) == 1


def test_where_nothing_can_be_kept_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "profiles").write_text("a file, not a folder")
    with pytest.raises(ProblemError) as caught:
        own(tmp_path).take(GUIDES / "zomentum.toml")
    assert caught.value.problem.code == "profile.unkept"


def test_one_can_be_removed_and_opened_again(tmp_path: Path) -> None:
    taken = own(tmp_path).take(GUIDES / "zomentum.toml")
    assert own(tmp_path).is_own("zomentum")
    own(tmp_path).remove("zomentum")
    assert own(tmp_path).all() == BUILT_IN
    assert list((tmp_path / "profiles").iterdir()) == []
    own(tmp_path).remove("zomentum")  # it is gone already, perhaps in another window
    assert own(tmp_path).take(GUIDES / "zomentum.toml") == taken


def test_a_copy_that_a_person_renamed_goes_too_and_others_stay(tmp_path: Path) -> None:
    own(tmp_path).take(GUIDES / "zomentum.toml")
    folder = tmp_path / "profiles"
    (folder / "by hand.toml").write_bytes((folder / "zomentum.toml").read_bytes())
    (folder / "damaged.toml").write_text("format = 2\n")
    own(tmp_path).remove("zomentum")
    assert [each.name for each in folder.iterdir()] == ["damaged.toml"]


def test_one_that_a_saved_setup_uses_stays(tmp_path: Path) -> None:
    own(tmp_path).take(GUIDES / "zomentum.toml")
    made = dt.datetime(2026, 3, 2, tzinfo=dt.UTC)
    setups = [SetupState("s1", "liongard", False, made), SetupState("s2", "zomentum", True, made)]
    profiles = OwnProfiles(tmp_path / "profiles", BUILT_IN, lambda: setups)
    assert [each.id for each in profiles.users("zomentum")] == ["s2"]
    with pytest.raises(ProblemError) as caught:
        profiles.remove("zomentum")
    assert caught.value.problem.code == "profile.used"
    assert len(profiles.all()) == len(BUILT_IN) + 1


def test_a_folder_that_refuses_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(tmp_path).take(GUIDES / "zomentum.toml")
    folder = tmp_path / "profiles"
    (folder / "again.toml").write_bytes((folder / "zomentum.toml").read_bytes())
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "zomentum.toml":  # the second of the two
            raise PermissionError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ProblemError) as caught:
        own(tmp_path).remove("zomentum")
    assert caught.value.problem.code == "profile.unremoved"
    assert sorted(each.name for each in folder.iterdir()) == ["again.toml", "zomentum.toml"]


def test_a_built_in_one_is_not_removed(tmp_path: Path) -> None:
    folder = tmp_path / "profiles"
    folder.mkdir()
    (folder / "mine.toml").write_bytes((resource("profiles") / "liongard.toml").read_bytes())
    assert not own(tmp_path).is_own("liongard")
    own(tmp_path).remove("liongard")
    assert [each.name for each in folder.iterdir()] == ["mine.toml"]

from __future__ import annotations

from pathlib import Path

import pytest

from tests.profiles.paths import GUIDES
from wizard.problems import ProblemError
from wizard.profiles.catalog import Catalog


def problem_of(catalog: Catalog, name: str) -> tuple[str, str]:
    with pytest.raises(ProblemError) as caught:
        catalog.get(name)
    return caught.value.problem.code, caught.value.problem.detail


def test_built_in_profiles() -> None:
    assert Catalog().ids() == ("liongard", "perimeters", "topleft", "watchguard-cloud")
    assert tuple(profile.id for profile in Catalog().all()) == Catalog().ids()


def test_by_id_and_by_path() -> None:
    assert Catalog().get("topleft").name == "TopLeft"
    assert Catalog().get(str(GUIDES / "zomentum.toml")).name == "Zomentum"


def test_an_id_near_by_is_proposed() -> None:
    assert problem_of(Catalog(), "lionguard") == (
        "profile.not_found",
        "lionguard; did you mean liongard?",
    )
    assert problem_of(Catalog(), "zzz") == ("profile.not_found", "zzz")


@pytest.mark.parametrize("name", ["../liongard", "", "liongard.tom", "no/such.toml"])
def test_nothing_else_is_found(name: str) -> None:
    assert problem_of(Catalog(), name)[0] == "profile.not_found"


def test_a_damaged_profile_is_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("format = 1\n")
    assert problem_of(Catalog(tmp_path), "broken")[0] == "profile.invalid"
    with pytest.raises(ProblemError):
        Catalog(tmp_path).all()

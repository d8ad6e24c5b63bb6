"""Named worlds, and worlds from a file."""

from __future__ import annotations

import pytest

from wizard.practice.behaviour import Behaviour, Ungranted
from wizard.practice.scenarios import SCENARIOS, UnknownScenarioError, scenario


def test_the_hard_worlds_differ_in_claims_and_in_scopes():
    hard = {name: each for name, each in SCENARIOS.items() if not each.administrator}
    assert set(hard) == {
        "own-claims-refused",
        "own-claims-dropped",
        "own-blind-refused",
        "own-blind-dropped",
    }
    for name, each in hard.items():
        _, sight, ungranted = name.split("-")
        assert each.behaviour.applications_visible is False
        assert each.behaviour.other_agents_readable is False
        assert each.behaviour.own_claims_readable is (sight == "claims")
        assert each.behaviour.ungranted_scope == Ungranted(ungranted)


def test_the_easy_world_has_the_defaults():
    assert scenario("easy").behaviour == Behaviour()


def test_a_scenario_from_a_file(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(
        'name = "mine"\nadministrator = false\n'
        '[behaviour]\nungranted_scope = "dropped"\npage_cap = 3\nwide_scope_answer = "expanded"\n'
    )
    mine = scenario(str(path))
    assert mine.name == "mine"
    assert mine.behaviour.page_cap == 3
    assert mine.behaviour.ungranted_scope is Ungranted.DROPPED
    assert mine.behaviour.applications_visible is True


@pytest.mark.parametrize(
    "text",
    ['name = "x"\nsurprise = 1', 'name = "x"\n[behaviour]\nungranted_scope = "maybe"', "name", ""],
)
def test_a_file_that_is_no_scenario_says_so(tmp_path, text):
    path = tmp_path / "bad.toml"
    path.write_text(text)
    with pytest.raises(UnknownScenarioError, match="is not a scenario"):
        scenario(str(path))


def test_an_unknown_name_lists_the_known_ones(tmp_path):
    with pytest.raises(UnknownScenarioError, match="own-blind-dropped"):
        scenario("nice")
    with pytest.raises(UnknownScenarioError, match="is not a scenario"):
        scenario(str(tmp_path / "none.toml"))

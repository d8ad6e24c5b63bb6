"""The window's words."""

import datetime as dt

import pytest

from tests.ui.fakes import finding
from wizard.checks.findings import KnownBy, State
from wizard.problems import Layer
from wizard.profiles.catalog import Catalog
from wizard.setup.plan import plan
from wizard.setup.standing import Standing, StepState
from wizard.setup.steps import Step, StepKind
from wizard.ui import wording

NOON = dt.datetime(2026, 11, 22, 12, tzinfo=dt.UTC)
CONFIRMED = finding("c", State.UNKNOWN, known_by=KnownBy.PERSON)


@pytest.mark.parametrize(
    ("findings", "state", "sentence"),
    [
        ([], State.UNKNOWN, "Nothing was checked."),
        ([finding("a")], State.MET, "The connection works: the one requirement is met."),
        (
            [finding("a"), finding("b"), finding("x", State.EXCESS)],
            State.MET,
            "The connection works: all 3 requirements are met. 1 goes beyond what the guide asks.",
        ),
        (
            [finding("a"), finding("b", State.MISSING), finding("c", State.MISSING)],
            State.MISSING,
            "Not yet: 2 of 3 are missing.",
        ),
        (
            [finding("a", State.MISSING), finding("b", State.UNKNOWN), CONFIRMED],
            State.MISSING,
            "Not yet: 1 of 3 is missing, and 1 could not be checked.",
        ),
        (
            [finding("a"), finding("b", State.UNKNOWN), finding("x", State.EXCESS)],
            State.UNKNOWN,
            "Nothing is missing, but 1 of 3 could not be checked."
            " 1 goes beyond what the guide asks.",
        ),
        (
            [finding("a"), CONFIRMED],
            State.UNKNOWN,
            "Nothing is missing; 1 of 2 is confirmed by a person, the rest was checked.",
        ),
    ],
)
def test_the_verdict(findings: list, state: State, sentence: str) -> None:
    assert wording.verdict(findings) == (state, sentence)


def test_what_is_accepted_is_not_called_missing() -> None:
    some = [finding("a"), finding("b", State.MISSING)]
    assert wording.verdict(some, 1) == (
        State.MET,
        "Nothing is left to mend: 1 of 2 is missing and accepted.",
    )
    assert wording.verdict([*some, finding("c", State.MISSING)], 1) == (
        State.MISSING,
        "Not yet: 1 of 3 is missing. Accepted as it is: 1.",
    )
    assert wording.verdict([*some, finding("c", State.UNKNOWN)], 1) == (
        State.UNKNOWN,
        "Nothing is missing, but 1 of 3 could not be checked. Accepted as it is: 1.",
    )


@pytest.mark.parametrize(
    ("requirement", "section", "label"),
    [
        ("permission:Tickets Access Level", "Agent's permissions", "Tickets Access Level"),
        ("permission:Feature Access/Tickets", "Feature Access", "Tickets"),
        ("permission:Configuration/*", "Configuration", "every option of this section"),
        ("scope:read:tickets", "Application's permissions", "read:tickets"),
        ("probe:GET /Tickets", "Reading", "GET /Tickets"),
        ("token", "Connection", "Sign-in with client id and secret"),
        ("team:any", "Teams", "Any team"),
        ("team:1st Line/Berlin", "Teams", "1st Line/Berlin"),
        ("screen:Ticket Types/Visible", "Ticket Types", "Visible"),
        ("something new", "", "something new"),
    ],
)
def test_a_requirement_has_words(requirement: str, section: str, label: str) -> None:
    assert wording.requirement(requirement) == (section, label)


def test_names_at_the_side_are_short_and_differ() -> None:
    for profile in Catalog().all():
        names = wording.short_names(plan(profile, {}))
        assert len(set(names)) == len(names)
    two = [Step(f"role-{n}", StepKind.ROLE, "Create a role", "") for n in (1, 2)]
    assert wording.short_names(two) == ("Role 1", "Role 2")


def test_how_a_step_stands() -> None:
    assert wording.standing(Standing(StepState.LEFT, 2, 1)) == "2 left"
    assert wording.standing(Standing(StepState.UNKNOWN, 0, 3)) == "3 unknown"
    assert wording.standing(Standing(StepState.ACCEPTED, accepted=2)) == "2 accepted"
    assert wording.standing(Standing(StepState.DONE)) == "done"
    assert wording.standing(Standing(StepState.TODO)) == "to do"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-3, "Checked just now"),
        (4, "Checked just now"),
        (5, "Checked 5 s ago"),
        (61, "Checked 1 min ago"),
        (7200, "Checked 2 h ago"),
    ],
)
def test_ages(seconds: int, said: str) -> None:
    assert wording.checked(NOON - dt.timedelta(seconds=seconds), NOON) == said


def test_every_layer_has_words() -> None:
    assert set(wording.LAYERS) == set(Layer)


def test_the_instance_by_its_host() -> None:
    assert wording.instance({"web": "https://acme.halopsa.com", "address": "x"}) == (
        "acme.halopsa.com"
    )
    assert wording.instance({"address": "acme"}) == "acme"
    assert wording.instance({"address": "http://[acme"}) == "http://[acme"
    assert wording.instance({}) == ""

"""Guides unlike the four become steps too, and their values take the form that they ask for."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.checks.scenes import NOTHING
from tests.profiles.paths import GUIDES
from tests.profiles.test_general import ALL_OF_IT
from wizard.checks.judge import judge
from wizard.profiles.catalog import Catalog
from wizard.profiles.loader import load_profile, parse_profile
from wizard.profiles.requirements import requirements, step_requirements
from wizard.profiles.schema import Form, HandOverStep, Profile
from wizard.setup.hand_over import items, shape
from wizard.setup.plan import plan
from wizard.setup.steps import Step, StepKind
from wizard.setup.subject import subject_of


def guide(name: str) -> Profile:
    return load_profile(GUIDES / f"{name}.toml")


def step(profile: Profile, kind: StepKind, answers: Mapping[str, str] | None = None) -> Step:
    return next(each for each in plan(profile, answers or {}) if each.kind is kind)


@pytest.mark.parametrize("path", sorted(GUIDES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_row_is_to_be_seen_on_a_step(path: object) -> None:
    profile = load_profile(str(path))
    shown = {name for each in plan(profile, {}) for name in each.requirements}
    rows = {each.id for n in range(len(profile.steps)) for each in step_requirements(profile, n)}
    assert {each for each in rows if not each.startswith("probe:")} <= shown


def test_flags_of_a_team_are_filled_in_with_their_own_requirement() -> None:
    rows = step(guide("connectsecure"), StepKind.TEAMS).fill_in
    assert [(row.label, row.value, row.requirement) for row in rows[2:]] == [
        ("Can be assigned to", "Yes", "screen:Departments & Teams/Can be assigned to"),
        ("Membership level", "Modify All", "screen:Departments & Teams/Membership level"),
    ]


def test_what_the_vendor_gave_stands_in_the_field_that_wants_it() -> None:
    answers = {"given:tab_url": "https://tab.example"}
    assert (
        step(guide("msp-process"), StepKind.SCREEN, answers).fill_in[2].value
        == answers["given:tab_url"]
    )
    assert step(guide("msp-process"), StepKind.SCREEN).fill_in[2].value == "{tab_url}"


def test_a_finding_asks_for_what_the_vendor_gave() -> None:
    profile, address = guide("msp-process"), "https://tab.example/{x}%s"
    subject = subject_of({"given:tab_url": address, "agent_name": "bot"}, setting_up=True)
    assert (subject.agent, subject.setting_up) == ("bot", True)
    wanted = [each.wanted for each in judge(profile, subject, NOTHING)]
    assert address in wanted
    assert "{tab_url}" not in wanted


def test_only_the_first_application_asks_for_an_id_and_a_secret() -> None:
    profile = parse_profile(ALL_OF_IT.encode())
    steps = plan(profile, {})
    assert [each.kind for each in steps].count(StepKind.CREDENTIALS) == 1
    further = step(profile, StepKind.SCREEN)
    assert further.title == "Create the application X Service"
    known = {each.id for each in requirements(profile)}
    judged = [row.requirement for row in further.fill_in if row.requirement]
    assert judged == list(further.requirements)
    assert set(judged) <= known


def test_a_role_that_halo_has_is_opened_and_not_created() -> None:
    role = step(parse_profile(ALL_OF_IT.encode()), StepKind.ROLE)
    assert role.title == "Open the role"
    assert "New" not in " ".join(role.instructions)
    assert step(guide("msportal"), StepKind.ROLE).title == "Create the role"


def test_one_of_a_group_is_said_to_be_enough() -> None:
    rows = {row.label: row.note for row in step(guide("zomentum"), StepKind.SCOPES).fill_in}
    assert rows["admin:webhooks"] == "one of the group webhooks is enough"
    assert rows["read:quotes"] == ""


def test_hand_over_to_a_person_and_to_an_address() -> None:
    assert step(guide("msp-process"), StepKind.HAND_OVER).lead.startswith("Give these values to")
    topleft = step(Catalog().get("topleft"), StepKind.HAND_OVER)
    assert topleft.instructions[0] == "Open https://customers.topleft.team/welcome/"


def test_addresses_in_the_form_that_is_asked_for() -> None:
    profile = guide("connectsecure")
    part = next(each for each in profile.steps if isinstance(each, HandOverStep))
    answers = {
        "resource_server": "https://acme.halopsa.com/api",
        "authorisation_server": "https://acme.halopsa.com/auth",
    }
    domain, authorisation, tenant, _ = items(profile, part, answers)
    assert domain.value == "acme.halopsa.com"
    assert authorisation.value == "acme.halopsa.com/auth"
    assert tenant.value == ""
    assert tenant.note.startswith("Only where Halo hosts the instance. Leave it empty")


def test_every_form_is_known() -> None:
    address = "https://acme.halopsa.com/api/"
    assert {form: shape(address, form) for form in Form} == {
        Form.AS_SHOWN: address,
        Form.HOST: "acme.halopsa.com",
        Form.NAMESPACE: "acme",
        Form.WITHOUT_API: "https://acme.halopsa.com",
        Form.NO_TRAILING_SLASH: "https://acme.halopsa.com/api",
        Form.WITHOUT_SCHEME: "acme.halopsa.com/api/",
    }

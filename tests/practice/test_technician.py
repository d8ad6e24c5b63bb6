"""The played technician: exactly what a profile asks, except what is broken."""

from __future__ import annotations

import msgspec
import pytest

from wizard.practice import rights
from wizard.practice.breaks import UnbreakableError, breakable
from wizard.practice.model import Agent, Application, LoginType, Method
from wizard.practice.settings import settings
from wizard.practice.tables import tables
from wizard.practice.technician import Technician
from wizard.practice.world import World
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import ProbeRequirement, ScopeRequirement, requirements
from wizard.profiles.schema import Profile
from wizard.secret import Secret

PROFILES = {profile.id: profile for profile in Catalog().all()}
BREAKS = [(name, each) for name, profile in PROFILES.items() for each in breakable(profile)]
STEPS = (
    "instance", "connection", "admin_application", "role", "agent", "permissions", "teams",
    "application", "credentials", "scopes", "proof", "hand_over", "done",
)  # fmt: skip


class Played:
    """A world after a technician went through all steps."""

    def __init__(self, profile: Profile, breaks: tuple[str, ...] = (), steps=STEPS) -> None:
        self.world = World()
        self.technician = Technician(self.world, profile, {}, breaks)
        self.entered: dict[str, str | Secret] = {}
        for step in steps:
            self.entered |= self.technician.do(step, step)

    @property
    def application(self) -> Application:
        """The application behind the client id that was handed back."""
        application = self.world.state.client(str(self.entered["client_id"]))
        assert application is not None
        return application

    @property
    def agent(self) -> Agent:
        agent = self.world.state.agent_named(str(self.entered["agent_name"]))
        assert agent is not None
        return agent

    @property
    def secret_fits(self) -> bool:
        secret = self.entered["client_secret"]
        assert isinstance(secret, Secret)
        assert self.application.secret is not None
        return self.application.secret.matches(secret.reveal())

    def facts(self) -> dict[str, object]:
        """What can differ between two runs, without ids that are random anyway."""
        state, agent, application = self.world.state, self.agent, self.application
        login = state.agents.get(application.agent_id or 0)
        roles = rights.held_roles(state, agent)
        facts: dict[str, object] = {
            "agent.name": agent.name,
            "agent.active": agent.active,
            "agent.api_only": agent.api_only,
            "agent.team": agent.team,
            "agent.workday": agent.workday_id,
            "agent.roles": tuple(role.name for role in roles),
            "agent.teams": bool(agent.teams),
            "application.name": application.name,
            "application.method": application.method,
            "application.login_type": application.login_type,
            "application.login_agent": login.name if login else None,
            "application.active": application.active,
            "secret": self.secret_fits,
            "scopes": frozenset(application.scopes),
        }
        for holder in (agent, *state.roles.values()):
            where = "agent" if holder is agent else holder.name
            facts |= {f"claim:{where}/{code}": value for code, value in holder.claims.items()}
        return facts


def differences(one: Played, other: Played) -> dict[str, tuple[object, object]]:
    left, right = one.facts(), other.facts()
    return {
        name: (left.get(name), right.get(name))
        for name in left | right
        if left.get(name) != right.get(name)
    }


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_a_clean_run_sets_all_that_is_asked_and_nothing_else(profile):
    played = Played(profile)
    assert played.secret_fits
    assert played.application.agent_id == played.agent.id
    asked = {each.row.name for each in requirements(profile) if isinstance(each, ScopeRequirement)}
    assert set(played.application.scopes) == asked
    wanted = {each.code: each.value for each in settings(profile)}
    held = dict(played.agent.claims)
    for role in rights.held_roles(played.world.state, played.agent):
        held |= role.claims
    assert held == {"A": "true", **wanted}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_every_row_that_a_profile_states_can_be_set(profile):
    """Labels and values of the built-in profiles are all known, but for section rules."""
    stated = {each.id for each in requirements(profile) if each.id.startswith("permission:")}
    set_by_rows = {each.requirement for each in settings(profile)}
    assert {name for name in stated - set_by_rows if not name.endswith("/*")} == set()


@pytest.mark.parametrize(("name", "broken"), BREAKS)
def test_a_break_changes_what_it_names_and_no_more(name, broken):
    profile = PROFILES[name]
    clean, spoilt = Played(profile), Played(profile, (broken,))
    found = differences(clean, spoilt)
    kind, _, subject = broken.partition(":")
    if kind == "scope":
        assert set(found) == {"scopes"}
        assert set(clean.application.scopes) - set(spoilt.application.scopes) == {subject}
    elif kind == "permission":
        ((changed, (before, after)),) = found.items()
        code = changed.rpartition("/")[2]
        permission = tables().permissions[code]
        assert permission.rank(str(after)) == permission.rank(str(before)) - 1
    elif kind == "role":
        assert set(found) == {"agent.roles"}
    elif kind == "team":
        assert found == {"agent.teams": (True, False)}
    elif broken == "agent:Username":
        assert set(found) == {"agent.name", "application.login_agent"}
    elif kind == "agent":
        assert len(found) == 1
        assert next(iter(found)).startswith("agent.")
    else:
        assert set(found) == EXPECTED[broken]


EXPECTED = {
    "application:name": {"application.name"},
    "application:authentication_method": {"application.method"},
    "application:login_type": {"application.login_type", "application.login_agent"},
    "application:login_agent": {"application.login_agent"},
    "application:active": {"application.active"},
    "token": {"secret"},
    "identity": {"application.name", "application.login_agent"},
}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_a_wrong_identity_stands_beside_the_right_application(profile):
    played = Played(profile, ("identity",))
    clean = Played(profile)
    right = played.world.state.application_named(clean.application.name)
    assert right is not None
    assert right.agent_id == played.agent.id
    assert set(right.scopes) == set(played.application.scopes) != set()
    other = played.world.state.agents[played.application.agent_id or 0]
    own = msgspec.structs.asdict(played.agent)
    for field in ("claims", "roles", "teams", "departments", "active", "api_only"):
        assert getattr(other, field) == own[field]
    assert other.id != played.agent.id


def test_breaks_have_the_values_of_the_contract():
    native = Played(PROFILES["liongard"], ("application:authentication_method",))
    assert native.application.method is Method.NATIVE
    user = Played(PROFILES["liongard"], ("application:login_type",)).application
    assert user.login_type is LoginType.USER
    assert user.agent_id is None
    assert user.customer_id is not None
    lower = Played(PROFILES["liongard"], ("permission:Tickets Access Level",))
    assert lower.agent.claims["Tx"] == "1"


class Restarted(Played):
    """A world after the program was started anew before every step."""

    def __init__(self, profile: Profile) -> None:
        self.world = World()
        self.entered: dict[str, str | Secret] = {}
        for step in STEPS:
            answers = {name: each for name, each in self.entered.items() if isinstance(each, str)}
            self.entered |= Technician(self.world, profile, answers).do(step, step)


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_a_restart_before_any_step_loses_nothing(profile):
    restarted = Restarted(profile)
    assert restarted.secret_fits
    assert differences(Played(profile), restarted) == {}
    # The wizard has its secret already: saving the application again leaves it alone.
    answers = {name: each for name, each in restarted.entered.items() if isinstance(each, str)}
    Technician(restarted.world, profile, answers).do("application", "application")
    assert restarted.secret_fits


def test_several_breaks_at_once():
    breaks = ("token", "team:any", "scope:read:customers")
    found = differences(Played(PROFILES["liongard"]), Played(PROFILES["liongard"], breaks))
    assert set(found) == {"secret", "agent.teams", "scopes"}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_probes_section_rules_and_nonsense_cannot_be_broken(profile):
    ids = set(breakable(profile))
    assert {"token", "identity"} <= ids
    assert not any(each.startswith(("probe:", "screen:")) or each.endswith("/*") for each in ids)
    probe = next(each for each in requirements(profile) if isinstance(each, ProbeRequirement))
    for wrong in (probe.id, "permission:Configuration/*", "nonsense", "", "TOKEN"):
        with pytest.raises(UnbreakableError, match="cannot be broken") as caught:
            Technician(World(), profile, {}, ("token", wrong))
        assert isinstance(caught.value, ValueError)
        assert caught.value.ids == (wrong,)


def test_each_known_code_of_a_section_rule_can_be_broken():
    section = {
        f"permission:{each.label}" for each in tables().section("Configuration") if each.values
    }
    assert section <= set(breakable(PROFILES["watchguard-cloud"]))


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_steps_may_be_repeated(profile):
    once, twice = Played(profile), Played(profile, steps=(*STEPS, *STEPS))
    assert differences(once, twice) == {}
    assert len(twice.world.state.applications) == len(once.world.state.applications)
    assert len(twice.world.state.agents) == len(once.world.state.agents)


def test_a_copied_secret_stays_good_when_an_earlier_step_is_done_again():
    played = Played(PROFILES["topleft"])
    for step in ("admin_application", "role", "agent", "application"):
        played.technician.do(step, step)
    assert played.secret_fits


def test_a_second_setup_of_the_same_profile_gets_a_secret_that_works():
    first = Played(PROFILES["topleft"])
    again = Technician(first.world, PROFILES["topleft"], {})
    for step in STEPS:
        first.entered |= again.do(step, step)
    assert first.secret_fits
    names = [each.name for each in first.world.state.applications.values()]
    assert names.count("TopLeft") == 1


def test_names_that_the_guide_leaves_free_come_from_the_answers():
    world = World()
    answers = {"agent_name": "WG", "application_name": "WG App"}
    technician = Technician(world, PROFILES["watchguard-cloud"], answers)
    assert technician.do("agent", "agent") == {"agent_name": "WG"}
    assert technician.do("application", "application") == {"application_name": "WG App"}
    assert world.state.application_named("WG App") is not None


def test_the_answers_are_read_when_they_are_needed():
    world, answers = World(), {}
    technician = Technician(world, PROFILES["liongard"], answers)
    answers["agent_name"] = "later"
    assert technician.do("agent", "agent") == {"agent_name": "later"}


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda profile: profile.id)
def test_the_wizards_own_application_reads_what_the_probes_need(profile):
    played = Played(profile)
    application = played.world.state.client(str(played.entered["admin_client_id"]))
    assert application is not None
    agent = played.world.state.agents[application.agent_id or 0]
    assert rights.is_administrator(played.world.state, agent)
    needed = {
        tables().probes[each.path.casefold()].scope
        for each in requirements(profile)
        if isinstance(each, ProbeRequirement)
    }
    reads = {scope for scope in needed if scope.startswith("read:")}
    assert set(application.scopes) == {"admin", "all:teams", *reads}


def test_a_step_of_a_further_application_is_left_to_a_person():
    played = Played(PROFILES["liongard"])
    assert played.technician.do("application", "application-2") == {}
    assert played.technician.do("hand_over", "hand_over") == {}

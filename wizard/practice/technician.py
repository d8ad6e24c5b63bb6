"""Plays the technician: does in the practice world what a profile asks, except what is broken.

It works on the world directly, as a person does on the pages, step by step as the wizard leads,
and gives back what a person would type into the wizard. Every step may be repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec.structs import replace

from wizard.practice import settings
from wizard.practice.administrator import NAME, administrator_application
from wizard.practice.agent_fields import with_field
from wizard.practice.application_fields import filled_in
from wizard.practice.breaks import require_breakable, ticked_scopes
from wizard.practice.clipboard import Clipboard
from wizard.practice.hashing import new_secret
from wizard.practice.model import (
    Agent,
    Application,
    DepartmentPlace,
    Method,
    TeamPlace,
)
from wizard.practice.scopes import ALL_TEAMS
from wizard.practice.tables import tables
from wizard.practice.world import World
from wizard.profiles.given import filled
from wizard.profiles.requirements import (
    ProbeRequirement,
    ScopeRequirement,
    agent_step,
    application_step,
    requirements,
)
from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    GivenStep,
    Profile,
    RoleStep,
    TeamsStep,
)
from wizard.secret import Secret

Entered = dict[str, str | Secret]

_MODIFY_ALL = 2  # a department level (halo-api.md §4.3, L)


class Technician:
    """One person setting up one profile in one world."""

    def __init__(
        self,
        world: World,
        profile: Profile,
        answers: Mapping[str, str],
        breaks: Collection[str] = (),
    ) -> None:
        """Take what the profile leaves free from `answers`: agent_name, application_name.

        Raises UnbreakableError for an id in `breaks` that cannot be broken.
        """
        require_breakable(profile, breaks)
        self._world = world
        self._profile = profile
        self._answers = answers
        self._breaks = frozenset(breaks)
        self._clipboard = Clipboard(world, self._entered_id)
        self._steps: Mapping[str, Callable[[], Entered]] = {
            "sign_in": self.sign_in_application,
            "admin_application": self.admin_application,
            "given": self.given,
            "role": self.roles,
            "agent": self.agent,
            "permissions": self.permissions,
            "teams": self.teams,
            "application": self.application,
            "credentials": self.credentials,
            "scopes": self.scopes,
        }

    def do(self, step_kind: str, step_id: str) -> Entered:
        """Do the work of one of the wizard's steps; give what is then entered, by input name.

        A step that asks for nothing in HaloPSA gives nothing. Of steps that repeat (`agent-2`)
        only the first is played: the rows of a further agent or application are a person's.
        """
        if re.search(r"-[2-9]\d*$", step_id) and step_kind not in ("role", "teams"):
            return {}
        step = self._steps.get(step_kind)
        return step() if step else {}

    def admin_application(self) -> Entered:
        """Create the wizard's own API application, which logs in as an administrator."""
        copied = self._clipboard.get("admin")
        if copied is None:
            scopes = {ALL_TEAMS, "admin", *self._read_scopes()}
            copied = administrator_application(self._world, scopes)
            self._clipboard.put("admin", *copied)
        client_id, secret = copied
        return {"admin_client_id": client_id, "admin_client_secret": secret}

    def sign_in_application(self) -> Entered:
        """Create the wizard's own application for sign-ins; signing in is left to the person."""
        port = self._answers.get("sign_in_port", "3000")
        scopes = {ALL_TEAMS, "admin", *self._read_scopes()}
        page = Application(
            id="",
            client_id="",
            name=NAME,
            method=Method.NATIVE,
            scopes=tuple(name for name in tables().api_scopes if name in scopes),
            redirect_uris=(f"http://localhost:{port}/callback",),
            allow_agents=True,
        )
        mine = self._world.state.client(self._answers.get("sign_in_client_id", ""))
        if mine is None or mine.method is not Method.NATIVE:
            mine = self._world.save_draft(self._world.draft_application(), page)
        saved = replace(page, id=mine.id, client_id=mine.client_id, secret=mine.secret)
        self._world.put_application(saved)
        return {"sign_in_client_id": saved.client_id}

    def given(self) -> Entered:
        """Take the values that the vendor gives first."""
        return {f"given:{name}": value for name, value in self._given().items()}

    def roles(self) -> Entered:
        """Create the roles and set their permissions."""
        for step in self._profile.steps:
            if isinstance(step, RoleStep):
                role = self._world.state.role_named(step.name) or self._world.new_role(step.name)
                asked = settings.claims(self._profile, step.name, self._breaks)
                # An existing role keeps what it has besides.
                kept = role.claims if step.existing else {}
                self._world.put_role(replace(role, claims={**kept, **asked}))
        return {}

    def agent(self) -> Entered:
        """Create the agent and give it its fields and roles."""
        step = agent_step(self._profile)
        if step is None:
            return {}
        self.roles()
        name = self._agent_name()
        agent = self._world.state.agent_named(name) or self._world.new_agent(name)
        agent = replace(agent, roles=self._held_roles())
        for row in step.fields:
            wrong = f"agent:{row.id or row.label}" in self._breaks
            value = filled(row.value, self._given())
            agent = with_field(self._world, agent, row.label, value, wrong=wrong)
        self._put(agent)
        return {"agent_name": name}

    def permissions(self) -> Entered:
        """Set the agent's own permissions."""
        agent = self._ensured_agent()
        asked = settings.claims(self._profile, None, self._breaks)
        marks = {code: agent.claims[code] for code in ("A",) if code in agent.claims}
        self._put(replace(agent, claims={**marks, **asked}))
        return {}

    def teams(self) -> Entered:
        """Add the agent to teams and departments."""
        names: list[str] = []
        departments: list[str] = []
        for step in self._profile.steps:
            if isinstance(step, TeamsStep):
                names += self._chosen(step)
                departments += [
                    name for name in step.departments if f"department:{name}" not in self._breaks
                ]
        teams = tuple(TeamPlace(self._world.new_team(name).id) for name in names)
        places = tuple(
            DepartmentPlace(self._world.new_department(name).id, _MODIFY_ALL)
            for name in departments
        )
        self._put(replace(self._ensured_agent(), teams=teams, departments=places))
        return {}

    def application(self) -> Entered:
        """Fill in and save the application; copy its id and secret while they can be seen."""
        step = application_step(self._profile)
        if step is None:
            return {}
        wrong_agent = "application:login_agent" in self._breaks
        agent = self._other_agent() if wrong_agent else self._ensured_agent()
        page = filled_in(step, self._application_name(step), agent, self._breaks)
        self._clipboard.save("own", page)
        if "identity" in self._breaks:
            other = replace(page, name=f"{page.name} (test)", agent_id=self._other_agent().id)
            self._clipboard.save("other", other)
        return {} if step.name else {"application_name": page.name}

    def credentials(self) -> Entered:
        """Give the client id and secret that were copied."""
        key = "other" if "identity" in self._breaks else "own"
        if self._clipboard.get(key) is None:
            # An earlier run of the program copied them, and ended.
            self._clipboard.renew(key)
        if self._clipboard.get(key) is None:
            self.application()
        copied = self._clipboard.get(key)
        if copied is None:
            return {}
        client_id, secret = copied
        if "token" in self._breaks:
            secret = new_secret()
        return {"client_id": client_id, "client_secret": secret}

    def scopes(self) -> Entered:
        """Tick the application's permissions."""
        asked = [each for each in requirements(self._profile) if isinstance(each, ScopeRequirement)]
        ticked = tuple(ticked_scopes(asked, self._breaks))
        for key in ("own", "other"):
            self._clipboard.tick(key, ticked)
        return {}

    def _read_scopes(self) -> Iterator[str]:
        """Give the read scopes of the profile's probes: what is hidden shows as not empty there."""
        for each in requirements(self._profile):
            if isinstance(each, ProbeRequirement):
                probe = tables().probes.get(each.path.casefold())
                if probe and probe.scope.startswith("read:"):
                    yield probe.scope

    def _given(self) -> dict[str, str]:
        steps = (step for step in self._profile.steps if isinstance(step, GivenStep))
        return {
            step.name: self._answers.get(f"given:{step.name}") or f"practice-{step.name}"
            for step in steps
        }

    def _entered_id(self, key: str) -> str | None:
        """Give the client id that was entered into the wizard, if it is the named application's."""
        named = "other" if "identity" in self._breaks else "own"
        return self._answers.get("client_id") if key == named else None

    def _agent_name(self) -> str:
        step = agent_step(self._profile) or AgentStep()
        free = self._answers.get("agent_name") or step.suggested or self._profile.name
        name = step.username or free
        return f"{name} (old)" if "agent:Username" in self._breaks else name

    def _application_name(self, step: ApplicationStep) -> str:
        free = self._answers.get("application_name") or step.suggested or self._profile.name
        return step.name or free

    def _ensured_agent(self) -> Agent:
        agent = self._world.state.agent_named(self._agent_name())
        if agent is None:
            self.agent()
            agent = self._world.state.agent_named(self._agent_name())
        return agent or self._world.new_agent(self._agent_name())

    def _put(self, agent: Agent) -> None:
        """Save the agent; another agent that took its place by mistake has the same rights."""
        self._world.put_agent(agent)
        other = self._world.state.agent_named(self._other_name())
        if other:
            self._world.put_agent(_like(other, agent))

    def _other_name(self) -> str:
        return f"{self._agent_name()} (colleague)"

    def _other_agent(self) -> Agent:
        name = self._other_name()
        other = self._world.state.agent_named(name) or self._world.new_agent(name)
        other = _like(other, self._ensured_agent())
        self._world.put_agent(other)
        return other

    def _held_roles(self) -> tuple[str, ...]:
        names = [step.name for step in self._profile.steps if isinstance(step, RoleStep)]
        given = [name for name in names if f"role:{name}" not in self._breaks]
        found = (self._world.state.role_named(name) for name in given)
        return tuple(role.id for role in found if role)

    def _chosen(self, step: TeamsStep) -> list[str]:
        names = [name for name in step.names if f"team:{name}" not in self._breaks]
        if step.any and "team:any" not in self._breaks:
            # Two of the teams that have tickets, as a technician would choose.
            names += [team.name for team in list(self._world.state.teams.values())[:2]]
        return names


def _like(agent: Agent, model: Agent) -> Agent:
    """Give `agent` all rights and fields of `model` but its name and number."""
    return replace(model, id=agent.id, guid=agent.guid, name=agent.name, email=agent.email)

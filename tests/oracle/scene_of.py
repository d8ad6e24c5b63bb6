"""A practice instance's present state as a scene, for the oracle to look at."""

from __future__ import annotations

from tests.oracle.scene import Client, Holder, Person, Scene
from wizard.practice.model import UNASSIGNED, Agent, Application, LoginType, Role, State
from wizard.secret import Secret
from wizard.setup.flow import Flow


def scene_of(state: State, flow: Flow, secret: Secret) -> Scene:
    """Describe the setup that the wizard has in hand, and the people and roles around it."""
    answers = flow.state.answers
    clients = list(state.applications.values())
    used = next(n for n, each in enumerate(clients) if each.client_id == answers["client_id"])
    hashed = clients[used].secret
    return Scene(
        flow.profile.id,
        tuple(_person(state, a) for a in state.agents.values() if a.id != UNASSIGNED),
        {role.name: _holder(role) for role in state.roles.values()},
        tuple(_client(state, each) for each in clients),
        used=used,
        right_secret=hashed is not None and hashed.matches(secret.reveal()),
        administrator=answers.get("connection") == "admin",
        named=answers.get("agent_name"),
    )


def _person(state: State, agent: Agent) -> Person:
    return Person(
        agent.name,
        _holder(agent),
        tuple(state.roles[role].name for role in agent.roles),
        agent.api_only,
        agent.active,
        agent.team,
        agent.workday_id,
    )


def _holder(one: Agent | Role) -> Holder:
    return Holder(
        one.claims,
        tuple(place.team_id for place in one.teams),
        tuple((place.department_id, place.level) for place in one.departments),
    )


def _client(state: State, one: Application) -> Client:
    agent = state.agents.get(one.agent_id or 0)
    acts_as = agent.name if agent else "nobody"
    if one.login_type is LoginType.USER:
        acts_as = "user"
    return Client(one.name, acts_as, one.scopes, one.method.value, one.active)

"""Observations for the rules' tests: a Liongard setup as it should be, to be changed by a test."""

from __future__ import annotations

from dataclasses import replace

from msgspec.structs import replace as with_

from wizard.checks.findings import Finding
from wizard.checks.judge import judge
from wizard.checks.observation import (
    Observation,
    ProbeFacts,
    ScopeFacts,
    Seen,
    SignIn,
    Through,
    Unread,
)
from wizard.checks.rules.case import Subject
from wizard.halo.records import (
    Agent,
    Application,
    ApplicationScope,
    Claim,
    Identity,
    ProbeAnswer,
    Role,
    TeamRow,
)
from wizard.problems import problem
from wizard.profiles.catalog import Catalog

PROFILE = Catalog().get("liongard")
TOPLEFT = Catalog().get("topleft")
SUBJECT = Subject(agent="Liongard", client_id="the-client-id")
ADMIN = Through.ADMINISTRATOR
CLAIMS = {"Tx": "2", "Ux": "2", "l6": "1", "lf": "1", "l1": "1", "l5": "1"}
SCOPES = ("read:tickets", "edit:tickets", "read:customers")
FORBIDDEN = Unread(problem("http.forbidden"))


def claims(values: dict[str, str | None]) -> tuple[Claim, ...]:
    return tuple(Claim(code, value) for code, value in values.items())


def role(name: str, values: dict[str, str | None]) -> Role:
    return Role(id=f"guid-{name}", name=name, claims=claims(values))


AGENT = Agent(
    id=12,
    name="Liongard",
    email="liongard@acme.test",
    isapiagent=True,
    isdisabled=False,
    roles=(),
    claims=claims(dict(CLAIMS)),
    teams=(TeamRow(team_id=3, team_name="1st Line"),),
    departments=(),
)
APPLICATION = Application(
    id="app-1",
    client_id="the-client-id",
    display_name="Liongard",
    inactive=False,
    loginas_agent_id=12,
    loginas_agent_name="Liongard",
    scopes=tuple(ApplicationScope(name) for name in SCOPES),
)
ROWS = ProbeFacts(Seen(ProbeAnswer(200, 1), Through.OWN), FORBIDDEN)


def good() -> Observation:
    """Everything seen through an administrator, and everything as the guide asks."""
    identity = Identity(12, "Liongard", "liongard@acme.test", "the id_token")
    return Observation(
        sign_in=Seen(SignIn(identity, listed=True), Through.OWN),
        scopes=Seen(ScopeFacts(dict.fromkeys(SCOPES, True), {}, frozenset(SCOPES)), Through.OWN),
        identity=Seen(identity, Through.OWN),
        agents=Seen((AGENT, Agent(id=13, name="Other")), ADMIN),
        agent=Seen(AGENT, ADMIN),
        roles=Seen((), ADMIN),
        applications=Seen((APPLICATION,), ADMIN),
        probes={"/Tickets": ROWS, "/Client": ROWS},
    )


def with_agent(seen: Observation, through: Through = ADMIN, **changes: object) -> Observation:
    return replace(seen, agent=Seen(with_(AGENT, **changes), through))


def with_claims(seen: Observation, **values: str | None) -> Observation:
    """Change claims of the agent; the value "absent" takes one away."""
    changed = {**CLAIMS, **values}
    kept = {code: value for code, value in changed.items() if value != "absent"}
    return with_agent(seen, claims=claims(kept))


def with_scopes(seen: Observation, *granted: str, held: frozenset[str] | None) -> Observation:
    decided = {name: name in granted for name in SCOPES}
    return replace(seen, scopes=Seen(ScopeFacts(decided, {}, held), Through.OWN))


def findings(seen: Observation, **settings: object) -> dict[str, Finding]:
    found = judge(
        settings.pop("profile", PROFILE),  # type: ignore[arg-type]
        settings.pop("subject", SUBJECT),  # type: ignore[arg-type]
        seen,
        **settings,  # type: ignore[arg-type]
    )
    return {finding.requirement: finding for finding in found}

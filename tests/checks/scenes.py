"""What may be seen of a setup, scene by scene: for the file of words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from tests.profiles.paths import GUIDES
from wizard.checks.observation import (
    NO_CREDENTIALS,
    Beyond,
    Observation,
    ProbeFacts,
    ScopeFacts,
    Seen,
    SignIn,
    Through,
    Unread,
)
from wizard.checks.rules.case import Subject
from wizard.halo.permissions import permission_table
from wizard.halo.records import Agent, DepartmentRow, Identity, ProbeAnswer, TeamRow
from wizard.problems import problem
from wizard.profiles.catalog import Catalog

OWN, ADMIN = Through.OWN, Through.ADMINISTRATOR
TOPLEFT, WATCHGUARD, PERIMETERS = (
    Catalog().get(name) for name in ("topleft", "watchguard-cloud", "perimeters")
)
MSPORTAL, CONNECTSECURE, ZOMENTUM, MSP_PROCESS = (
    Catalog().get(str(GUIDES / f"{name}.toml"))
    for name in ("msportal", "connectsecure", "zomentum", "msp-process")
)
TIMEOUT = Unread(problem("network.timeout", "after 10 s"))
WRONG_SECRET = Unread(problem("token.invalid_client", "401 invalid_client"))
WRONG_METHOD = Unread(problem("token.unauthorised_client"))
NOTHING = Observation(NO_CREDENTIALS, NO_CREDENTIALS, NO_CREDENTIALS)
OTHER = Identity(13, "Other", "other@acme.test", "the id_token")


def probed(status: int, rows: int | None = None, admin: int | None = None) -> ProbeFacts:
    seen = o.FORBIDDEN if admin is None else Seen(ProbeAnswer(200, admin), ADMIN)
    return ProbeFacts(Seen(ProbeAnswer(status, rows, "said no" if rows is None else ""), OWN), seen)


def application(**changes: object) -> Observation:
    changed = with_(o.APPLICATION, **changes)
    return replace(o.good(), applications=Seen((changed,), ADMIN))


def scoped(decided: dict[str, bool], held: frozenset[str] | None = None) -> Observation:
    how = dict.fromkeys(decided, "as the answer said")
    facts = Seen(ScopeFacts(decided, how, held), OWN)
    return replace(o.good(), scopes=facts)


def own_eyes(**changes: object) -> Observation:
    seen = o.with_agent(o.good(), OWN, **changes)
    return replace(seen, agents=o.FORBIDDEN, roles=o.FORBIDDEN, applications=o.FORBIDDEN)


def topleft(**changes: object) -> Observation:
    usual = {
        "name": "topleft",
        "claims": o.claims({"A": "true"}),
        "team": "",
        "workday_name": "Default Working Hours",
        "roles": (o.role("TopLeft Role", {"SA": "true"}),),
    }
    return o.with_agent(o.good(), **{**usual, **changes})


Scene = tuple[str, object, Observation, Subject]


def scenes() -> Iterator[Scene]:
    yield from of_liongard()
    yield from of_others()
    yield from of_further_guides()


def of_liongard() -> Iterator[Scene]:
    good, usual = o.good(), o.SUBJECT
    dead = Seen(SignIn(None, listed=False, dead=True), OWN)
    yield "as the guide asks", o.PROFILE, good, usual
    yield "nothing known", o.PROFILE, NOTHING, Subject()
    yield (
        "out of reach",
        o.PROFILE,
        replace(
            NOTHING,
            sign_in=TIMEOUT,
            scopes=TIMEOUT,
            identity=TIMEOUT,
            agents=TIMEOUT,
            agent=TIMEOUT,
            applications=TIMEOUT,
        ),
        usual,
    )
    yield (
        "rights low, odd, absent, high",
        o.PROFILE,
        o.with_claims(good, Tx="1", Ux="3", l6="absent", lf="", l1="9", Rx="2"),
        usual,
    )
    yield "administrator", o.PROFILE, o.with_claims(good, SA="true", Tx="0"), usual
    yield "perhaps administrator", o.PROFILE, o.with_claims(good, SA="1", Tx="0"), usual
    yield "claims hidden", o.PROFILE, o.with_agent(good, claims=UNSET), usual
    hidden = with_(o.role("Tech", {}), claims=UNSET)
    yield "a role hides", o.PROFILE, o.with_agent(good, roles=(hidden,)), usual
    yield "no teams", o.PROFILE, o.with_agent(good, teams=()), usual
    yield "teams hidden", o.PROFILE, o.with_agent(good, teams=UNSET, roles=UNSET), usual
    yield "a team without a name", o.PROFILE, o.with_agent(good, teams=(TeamRow(1),)), usual
    yield (
        "no agent",
        o.PROFILE,
        replace(
            good,
            agents=Seen((Agent(id=13, name="Other"), Agent(id=14, name="Third")), ADMIN),
            agent=Unread(problem("agent.not_found")),
        ),
        usual,
    )
    yield (
        "no agent of the suggested name",
        o.PROFILE,
        replace(
            good,
            agents=Seen((Agent(id=13, name="Other"),), ADMIN),
            agent=Unread(problem("agent.not_found")),
        ),
        Subject(),
    )
    yield (
        "two of one name",
        o.PROFILE,
        replace(good, agents=Seen((o.AGENT, with_(o.AGENT, id=99)), ADMIN), agent=o.FORBIDDEN),
        usual,
    )
    yield (
        "wrong secret",
        o.PROFILE,
        replace(
            good,
            sign_in=WRONG_SECRET,
            scopes=WRONG_SECRET,
            identity=WRONG_SECRET,
            probes={},
            applications=o.FORBIDDEN,
        ),
        usual,
    )
    yield (
        "wrong method",
        o.PROFILE,
        replace(good, sign_in=WRONG_METHOD, scopes=WRONG_METHOD, identity=WRONG_METHOD, probes={}),
        usual,
    )
    yield (
        "inactive application",
        o.PROFILE,
        replace(application(inactive=True), sign_in=WRONG_SECRET, identity=WRONG_SECRET),
        usual,
    )
    yield (
        "dead token",
        o.PROFILE,
        replace(scoped(dict.fromkeys(o.SCOPES, False)), sign_in=dead, identity=o.FORBIDDEN),
        usual,
    )
    yield "token as another agent", o.PROFILE, replace(good, identity=Seen(OTHER, OWN)), usual
    yield "the same by own eyes", o.PROFILE, replace(own_eyes(), identity=Seen(OTHER, OWN)), usual
    yield "the same, name left free", o.PROFILE, replace(good, identity=Seen(OTHER, OWN)), Subject()
    yield (
        "token that names nobody",
        o.PROFILE,
        replace(own_eyes(), identity=Seen(Identity(None, None, None, "the id_token"), OWN)),
        usual,
    )
    yield (
        "found by e-mail",
        o.PROFILE,
        replace(good, identity=Seen(Identity(None, "L", "liongard@acme.test", "id"), OWN)),
        usual,
    )
    yield "application of another name", o.PROFILE, application(display_name="Else"), usual
    yield (
        "no application yet",
        o.PROFILE,
        replace(NOTHING, applications=Seen((), ADMIN)),
        Subject(agent="Liongard"),
    )
    yield (
        "logs in as another",
        o.PROFILE,
        application(loginas_agent_id=13, loginas_agent_name=None),
        usual,
    )
    yield (
        "logs in as a user",
        o.PROFILE,
        application(loginas_agent_id=None, loginas_agent_name=None, loginas_client_id=4),
        usual,
    )
    foreign = with_(o.APPLICATION, id="2", display_name="Else")
    yield (
        "credentials of another application",
        o.PROFILE,
        replace(
            scoped({"read:tickets": True, "edit:tickets": False, "read:customers": False}),
            identity=Seen(OTHER, OWN),
            applications=Seen((foreign, with_(o.APPLICATION, client_id="x")), ADMIN),
        ),
        usual,
    )
    yield "by own eyes", o.PROFILE, own_eyes(), usual
    yield (
        "scopes missing",
        o.PROFILE,
        replace(
            scoped(dict.fromkeys(o.SCOPES, False)),
            probes={"/Tickets": probed(403), "/Client": probed(401)},
        ),
        usual,
    )
    yield (
        "scopes open",
        o.PROFILE,
        replace(
            scoped({}),
            applications=o.FORBIDDEN,
            probes={"/Tickets": probed(403), "/Client": probed(404)},
        ),
        usual,
    )
    yield (
        "scopes by the application alone",
        o.PROFILE,
        replace(application(scopes=o.APPLICATION.scopes[:1]), sign_in=TIMEOUT, scopes=TIMEOUT),
        usual,
    )
    yield (
        "more scopes than asked",
        o.PROFILE,
        scoped(
            dict.fromkeys(o.SCOPES, True), frozenset({*o.SCOPES, "openid", "edit:customers", "all"})
        ),
        usual,
    )
    yield (
        "empty lists",
        o.PROFILE,
        replace(good, probes={"/Tickets": probed(200, 0), "/Client": probed(200, 0, 2)}),
        usual,
    )
    yield (
        "lists unread",
        o.PROFILE,
        replace(good, probes={"/Tickets": ProbeFacts(TIMEOUT, o.FORBIDDEN)}),
        usual,
    )
    yield (
        "a call too many",
        o.PROFILE,
        replace(good, beyond=Beyond("/Invoice", Seen(ProbeAnswer(200, 1), OWN))),
        usual,
    )


def of_others() -> Iterator[Scene]:
    good, usual = o.good(), o.SUBJECT
    subject = Subject(agent="topleft", client_id="the-client-id")
    yield "TopLeft as the guide asks", TOPLEFT, topleft(), subject
    yield "TopLeft without the role", TOPLEFT, topleft(roles=()), subject
    yield (
        "TopLeft with the right on the agent",
        TOPLEFT,
        topleft(roles=(), claims=o.claims({"SA": "true"})),
        subject,
    )
    yield (
        "TopLeft, unreadable",
        TOPLEFT,
        topleft(roles=(o.role("Else", {}),), claims=UNSET, workday_name=UNSET, isapiagent=UNSET),
        subject,
    )
    yield "TopLeft, agent unread", TOPLEFT, replace(o.good(), agent=o.FORBIDDEN), subject
    yield "TopLeft, roles hidden", TOPLEFT, topleft(roles=UNSET), subject
    nameless = with_(o.role("", {"SA": "true"}), name=UNSET)
    yield "TopLeft, a role without a name", TOPLEFT, topleft(roles=(nameless,)), subject
    yield (
        "TopLeft, other fields",
        TOPLEFT,
        topleft(team="1st Line", workday_name="24/7", isapiagent=False, isdisabled=True),
        subject,
    )
    yield "TopLeft, agent of another name", TOPLEFT, topleft(name="Liongard"), o.SUBJECT
    yield "WatchGuard", WATCHGUARD, o.with_claims(good, Xx="2", At="1"), usual
    options = {each.code: "1" for each in permission_table().in_section("Configuration")}
    all_set = o.with_claims(good, **options)
    yield "WatchGuard, every option that is known", WATCHGUARD, all_set, usual
    one_odd = o.with_claims(good, **{**options, "At": "odd"})
    yield "WatchGuard, an option of odd value", WATCHGUARD, one_odd, usual
    yield "WatchGuard, unread", WATCHGUARD, replace(good, agent=o.FORBIDDEN), usual
    named = with_(o.AGENT, name="Perimeters", claims=UNSET)
    proven = replace(
        good,
        agent=Seen(named, ADMIN),
        agents=Seen((named, Agent(id=13, name="Other")), ADMIN),
        identity=Seen(Identity(12, "Perimeters", None, "/Agent/me"), OWN),
        probes={"/Asset": o.ROWS, "/Tickets": o.ROWS, "/Users": probed(403)},
    )
    mine = Subject(agent="Perimeters")
    yield "Perimeters, claims hidden but lists read", PERIMETERS, proven, mine
    low = o.claims({"Dx": "0", "Tx": "0", "SA": "false"})
    contradicted = replace(proven, agent=Seen(with_(named, claims=low), ADMIN))
    yield "Perimeters, set to No Access but lists read", PERIMETERS, contradicted, mine
    yield (
        "Perimeters by own eyes",
        PERIMETERS,
        replace(
            own_eyes(name="Perimeters", claims=UNSET, departments=(DepartmentRow(1),)),
            identity=Seen(Identity(12, "Perimeters", None, "/Agent/me"), OWN),
            probes={"/Asset": o.ROWS, "/Tickets": o.ROWS},
        ),
        Subject(agent="Perimeters"),
    )


def of_further_guides() -> Iterator[Scene]:
    """What the four guides do not ask: what must stay unset, departments, other scopes."""
    subject = Subject(agent="Liongard", client_id="the-client-id")
    rights = {"SA": "false", "Tx": "2", "Dx": "3", "Hx": "4", "Xx": "3"}

    def holding(**values: str) -> Observation:
        role = o.role("MSPortal", {**rights, **values})
        return o.with_agent(o.good(), claims=(), roles=(role,))

    yield "MSPortal as the guide asks", MSPORTAL, holding(), subject
    yield "MSPortal, administrator", MSPORTAL, holding(SA="true"), subject
    elsewhere = (o.role("Managers", {"SA": "true"}), o.role("MSPortal", {**rights, "Tx": "1"}))
    on_another = o.with_agent(o.good(), claims=(), roles=elsewhere)
    yield "MSPortal, administrator by another role", MSPORTAL, on_another, subject
    yield "MSPortal, a right too low", MSPORTAL, holding(Tx="1"), subject
    yield "MSPortal, an administrator of odd value", MSPORTAL, holding(SA="perhaps"), subject
    unnamed = with_(o.role("MSPortal", {}), claims=UNSET)
    hidden = o.with_agent(o.good(), claims=o.claims({"Tx": "2"}), roles=(unnamed,))
    yield "MSPortal, a role that hides", MSPORTAL, hidden, subject
    yield "MSPortal, agent unread", MSPORTAL, replace(o.good(), agent=o.FORBIDDEN), subject

    def member(*departments: DepartmentRow, teams: tuple[TeamRow, ...] = ()) -> Observation:
        return o.with_agent(o.good(), departments=departments, teams=teams)

    support = DepartmentRow(1, department_name="Support")
    desk = TeamRow(1, team_name="Service Desk")
    yield "ConnectSecure as the guide asks", CONNECTSECURE, member(support, teams=(desk,)), subject
    yield "ConnectSecure, nowhere a member", CONNECTSECURE, member(), subject
    other = DepartmentRow(2, department_name="Sales")
    yield "ConnectSecure, elsewhere", CONNECTSECURE, member(other), subject
    nameless = member(other, DepartmentRow(3))
    yield "ConnectSecure, a department without a name", CONNECTSECURE, nameless, subject
    unseen = o.with_agent(o.good(), departments=UNSET, teams=UNSET)
    yield "ConnectSecure, departments hidden", CONNECTSECURE, unseen, subject
    unread = replace(o.good(), agent=o.FORBIDDEN)
    yield "ConnectSecure, agent unread", CONNECTSECURE, unread, subject

    administrator = o.with_claims(o.good(), SA="true")
    yield "ConnectSecure, administrator", CONNECTSECURE, administrator, subject

    setting_up = replace(subject, setting_up=True)
    yield "MSP Process, after the set-up", MSP_PROCESS, o.good(), subject
    yield "MSP Process, while it is set up", MSP_PROCESS, o.good(), setting_up
    yield "MSP Process, a right left behind", MSP_PROCESS, administrator, subject
    wrong = replace(o.good(), sign_in=WRONG_SECRET, scopes=WRONG_SECRET, identity=WRONG_SECRET)
    blind = replace(wrong, agents=o.FORBIDDEN, agent=o.FORBIDDEN, applications=o.FORBIDDEN)
    yield "MSP Process, by own eyes and with a wrong secret", MSP_PROCESS, blind, setting_up

    names = ("admin:webhooks", "admin", "edit:quotes", "read:quotes", "read:assets", "all")

    def granted(*held: str) -> Observation:
        return scoped({name: name in held for name in names}, frozenset(held))

    free = Subject(client_id="the-client-id")
    yield "Zomentum as the guide asks", ZOMENTUM, granted(*names[:1], *names[2:4]), free
    yield "Zomentum, the other of two", ZOMENTUM, granted(*names[1:5]), free
    yield "Zomentum, none of two, and all", ZOMENTUM, granted("all", "edit:quotes"), free
    yield "Zomentum, scopes open", ZOMENTUM, replace(scoped({}), applications=o.FORBIDDEN), free
    nobody = Seen(Identity(12, None, None, "the id_token"), OWN)
    yield "Zomentum, a token without a name", ZOMENTUM, replace(o.good(), identity=nobody), free

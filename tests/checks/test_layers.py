"""The sentence that joins application, agent and visibility, for each layer that can refuse."""

from __future__ import annotations

from dataclasses import replace

from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from wizard.checks.findings import Finding
from wizard.checks.observation import Observation, ProbeFacts, ScopeFacts, Seen, Through
from wizard.checks.rules.case import Subject
from wizard.halo.records import Identity, ProbeAnswer
from wizard.problems import Layer

REFUSED = ProbeFacts(Seen(ProbeAnswer(403, None), Through.OWN), o.FORBIDDEN)
EMPTY = ProbeFacts(
    Seen(ProbeAnswer(200, 0), Through.OWN), Seen(ProbeAnswer(200, 1), Through.ADMINISTRATOR)
)
NOWHERE = replace(o.good(), agents=o.FORBIDDEN, agent=o.FORBIDDEN, applications=o.FORBIDDEN)


def probe(seen: Observation, facts: ProbeFacts = REFUSED, path: str = "/Tickets", **settings):
    probes = {**seen.probes, path: facts}
    return o.findings(replace(seen, probes=probes), **settings)[f"probe:GET {path}"]


def said(finding: Finding) -> str:
    return finding.evidence[0]


def test_the_agent_lacks_the_right():
    finding = probe(o.with_claims(o.good(), Tx="0"))
    assert finding.layer is Layer.AGENT
    assert said(finding) == (
        "GET /Tickets fails: scope read:tickets is granted; agent “Liongard” has Tickets Access"
        " Level = No Access. Agents > Liongard > Permissions > Feature Access."
    )
    assert finding.evidence[1:] == ("HTTP 403",)


def test_the_right_is_not_set_at_all():
    finding = probe(o.with_claims(o.good(), Tx="absent"))
    assert "agent “Liongard” has Tickets Access Level = Not set." in said(finding)


def test_the_application_lacks_the_scope():
    seen = o.with_scopes(o.good(), "read:tickets", "edit:tickets", held=frozenset())
    finding = probe(seen, path="/Client")
    assert finding.layer is Layer.APPLICATION
    assert said(finding) == (
        "GET /Client fails: scope read:customers is not granted."
        " HaloPSA API > View Applications > the application > Permissions."
    )


def test_the_agent_sees_none_of_the_rows():
    finding = probe(o.with_agent(o.good(), teams=()), EMPTY)
    assert finding.layer is Layer.VISIBILITY
    assert said(finding) == (
        "GET /Tickets fails: scope read:tickets is granted; agent “Liongard” has Tickets Access"
        " Level = Read and Modify; it is in no team and sees none of the rows."
        " Agents > Liongard > Departments & Teams."
    )


def test_the_teams_that_do_not_help_are_named():
    assert "; it is in 1st Line and sees none of the rows." in said(probe(o.good(), EMPTY))
    unread = o.with_agent(o.good(), teams=UNSET)
    assert "; which teams it is in could not be read." in said(probe(unread, EMPTY))
    assert "which teams it is in could not be read" in said(probe(NOWHERE, EMPTY))


def test_the_scope_that_does_the_work_is_the_one_named():
    seen = o.with_scopes(o.good(), "edit:tickets", "read:customers", held=frozenset())
    refused = replace(o.with_claims(seen, Tx="0"), scopes=seen.scopes)
    assert "scope read:tickets works through edit:tickets; " in said(probe(refused))


def test_an_undecided_scope_leaves_the_layer_open():
    seen = replace(o.with_claims(o.good(), Tx="0"), applications=o.FORBIDDEN)
    facts = seen.scopes
    assert isinstance(facts, Seen)
    open_ = replace(facts.value, decided={}, held=None)
    finding = probe(replace(seen, scopes=Seen(open_, Through.OWN)))
    assert finding.layer is Layer.TOKEN
    assert said(finding) == (
        "GET /Tickets fails: whether scope read:tickets is granted is not known; agent “Liongard”"
        " has Tickets Access Level = No Access. Look at the application's Permissions first, then"
        " at Agents > Liongard > Permissions."
    )


def test_a_right_that_cannot_be_seen_is_not_guessed():
    assert "what agent “Liongard” may do could not be read" in said(probe(NOWHERE))
    hidden = o.with_agent(o.good(), claims=UNSET)
    assert "has of Tickets Access Level is not known for sure" in said(probe(hidden))
    odd = o.with_claims(o.good(), Tx="9")
    assert "has of Tickets Access Level is not known for sure" in said(probe(odd))


def test_who_is_not_named_is_the_agent_behind_the_token():
    assert "what agent behind the token may do" in said(probe(NOWHERE, subject=Subject()))


def test_a_disabled_agent_and_an_administrator_are_called_so():
    assert "; agent “Liongard” is disabled. " in said(
        probe(o.with_agent(o.good(), isdisabled=True))
    )
    administrator = o.with_claims(o.good(), SA="true")
    assert "; agent “Liongard” is an administrator. " in said(probe(administrator))


def test_another_agent_is_the_first_cause():
    other = Identity(13, "Other", None, "the id_token")
    finding = probe(replace(o.good(), identity=Seen(other, Through.OWN)))
    assert "; the token acts as “Other”, not as “Liongard”. " in said(finding)


def test_a_call_without_scope_or_right_of_its_own_says_so():
    agent = with_(o.AGENT, name="topleft", claims=o.claims({"A": "true"}))
    identity = Seen(Identity(None, "topleft", None, "the id_token"), Through.OWN)
    seen = replace(o.good(), agent=Seen(agent, o.ADMIN), identity=identity)
    finding = probe(seen, path="/Agent", profile=o.TOPLEFT, subject=Subject(agent="topleft"))
    assert said(finding) == (
        "GET /Agent fails: no scope of its own is known for it; which right agent “topleft” needs"
        " for it is not known. Agents > topleft > Permissions."
    )


def test_a_scope_that_nobody_asked_for_opens_the_call_too():
    agent = with_(o.AGENT, name="topleft", claims=o.claims({"A": "true"}))
    held = frozenset({"read:tickets"})
    facts = ScopeFacts({"all:standard": False}, {}, held)
    seen = replace(
        o.good(),
        agent=Seen(agent, o.ADMIN),
        identity=Seen(Identity(None, "topleft", None, "the id_token"), Through.OWN),
        scopes=Seen(facts, Through.OWN),
        applications=o.FORBIDDEN,
    )
    finding = probe(seen, profile=o.TOPLEFT, subject=Subject(agent="topleft"))
    assert finding.layer is Layer.AGENT
    assert said(finding).startswith(
        "GET /Tickets fails: scope read:tickets is granted, though the guide does not ask for it;"
        " agent “topleft” has Tickets Access Level = Not set. "
    )

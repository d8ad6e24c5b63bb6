"""What may hide behind what was seen: none of it is ever said to be missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from wizard.checks.findings import State
from wizard.checks.observation import Beyond, ScopeFacts, Seen, Through, Unread
from wizard.checks.rules.case import Subject
from wizard.checks.rules.excess import should_be_refused
from wizard.halo.records import ApplicationScope, Identity, ProbeAnswer
from wizard.problems import Layer, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import ScopeRequirement, requirements

TICKETS = "permission:Tickets Access Level"


@pytest.mark.parametrize("hidden", [UNSET, ()])
def test_a_low_right_is_open_where_a_role_hides_its_claims(hidden):
    role = with_(o.role("Tech", {}), claims=hidden)
    seen = o.with_agent(o.good(), roles=(role,), claims=o.claims({**o.CLAIMS, "Tx": "1"}))
    finding = o.findings(seen)[TICKETS]
    assert finding.state is State.UNKNOWN
    assert finding.evidence[0] == "Tx=1 on the agent"


def test_a_low_right_of_a_role_is_open_where_the_agent_sees_none_of_its_own():
    roles = (o.role("Tech", {**o.CLAIMS, "Tx": "1"}),)
    own = o.with_agent(o.good(), Through.OWN, roles=roles, claims=())
    assert o.findings(own)[TICKETS].state is State.UNKNOWN
    administrators = o.with_agent(o.good(), roles=roles, claims=())
    assert o.findings(administrators)[TICKETS].state is State.MISSING


@pytest.mark.parametrize("value", ["1", "True", "yes"])
def test_an_administrator_right_of_unknown_value_may_include_the_rest(value):
    found = o.findings(o.with_claims(o.good(), SA=value, Tx="0"))
    assert found[TICKETS].state is State.UNKNOWN
    assert "administrator right" in found[TICKETS].found
    assert o.findings(o.with_claims(o.good(), SA="false", Tx="0"))[TICKETS].state is State.MISSING


class TestRecommendedRole:
    ROLE = "role:TopLeft Role"

    def found(self, **changes: object):
        seen = o.with_agent(o.good(), **{"name": "topleft", **changes})
        return o.findings(seen, profile=o.TOPLEFT, subject=Subject(agent="topleft"))

    def test_is_open_where_its_right_may_sit_on_the_agent(self):
        finding = self.found(claims=UNSET)[self.ROLE]
        assert finding.state is State.UNKNOWN
        assert finding.remedy
        assert "whether its rights are there" in finding.found

    def test_is_missing_where_its_right_is_not_there(self):
        assert self.found(claims=o.claims({"A": "true"}))[self.ROLE].state is State.MISSING


class TestScopes:
    def undecided(self, *refused: str):
        facts = ScopeFacts(dict.fromkeys(refused, False), dict.fromkeys(refused, "refused"), None)
        return replace(o.good(), scopes=Seen(facts, Through.OWN), applications=o.FORBIDDEN)

    def test_a_refused_read_is_open_while_edit_is(self):
        found = o.findings(self.undecided("read:tickets"))
        assert found["scope:read:tickets"].state is State.UNKNOWN

    def test_it_is_missing_once_edit_is_refused_too(self):
        found = o.findings(self.undecided("read:tickets", "edit:tickets"))
        assert found["scope:read:tickets"].state is State.MISSING
        assert found["scope:edit:tickets"].state is State.MISSING

    @pytest.mark.parametrize(
        ("wide", "name", "state"),
        [
            ("all", "scope:read:customers", State.UNKNOWN),
            ("all:standard", "scope:read:customers", State.UNKNOWN),
            ("all:teams", "scope:read:customers", State.MISSING),
        ],
    )
    def test_what_a_wide_scope_stands_for_is_open(self, wide, name, state):
        ticked = (ApplicationScope(wide), ApplicationScope("edit:tickets"))
        application = with_(o.APPLICATION, scopes=ticked)
        seen = replace(o.good(), applications=Seen((application,), o.ADMIN))
        refused = Unread(problem("token.server_error"))
        found = o.findings(replace(seen, scopes=refused, sign_in=refused))
        assert found[name].state is state
        assert found["scope:edit:tickets"].state is State.MET

    @pytest.mark.parametrize(
        ("wide", "state"), [("all", State.MISSING), ("all:standard", State.MISSING)]
    )
    def test_all_teams_is_not_taken_to_be_inside_all(self, wide, state):
        application = with_(o.APPLICATION, scopes=(ApplicationScope(wide),))
        seen = replace(o.good(), applications=Seen((application,), o.ADMIN))
        refused = Unread(problem("token.server_error"))
        seen = replace(seen, scopes=refused, sign_in=refused)
        found = o.findings(seen, profile=Catalog().get("perimeters"))
        assert found["scope:all:teams"].state is state

    @pytest.mark.parametrize(
        ("wide", "name", "state"),
        [
            ("all", "scope:admin:webhooks", State.UNKNOWN),
            ("all", "scope:all:teams", State.MISSING),
            ("all:standard", "scope:admin:webhooks", State.MISSING),
            ("all", "scope:all:standard", State.UNKNOWN),
        ],
    )
    def test_all_may_stand_for_more_than_all_standard(self, wide, name, state):
        application = with_(o.APPLICATION, scopes=(ApplicationScope(wide),))
        refused = Unread(problem("token.server_error"))
        seen = replace(o.good(), applications=Seen((application,), o.ADMIN))
        seen = replace(seen, scopes=refused, sign_in=refused)
        assert o.findings(seen, profile=o.TOPLEFT)[name].state is state

    def test_the_parts_of_all_standard_are_no_excess(self):
        held = frozenset({"all:standard", "all:teams", "admin:webhooks", "read:kb", "edit:kb"})
        held |= {"editMine:timesheets", "access:chat"}
        facts = ScopeFacts(dict.fromkeys(held, True), {}, held)
        seen = replace(o.good(), scopes=Seen(facts, Through.OWN), applications=o.FORBIDDEN)
        found = o.findings(seen, profile=o.TOPLEFT, subject=Subject(agent="topleft"))
        excess = {name for name, each in found.items() if each.state is State.EXCESS}
        assert {name for name in excess if name.startswith("scope:")} == {"scope:access:chat"}


class TestLift:
    """A probe with rows proves "can read" of the agent behind the token, and of no other."""

    PROFILE = Catalog().get("perimeters")
    ASSETS = "permission:Assets Access Level"

    def found(self, name: str | None):
        identity = Identity(None, name, None, "the id_token")
        seen = o.with_agent(o.good(), name="Perimeters", claims=UNSET)
        seen = replace(
            seen,
            agents=o.FORBIDDEN,
            identity=Seen(identity, Through.OWN),
            probes={"/Asset": o.ROWS},
        )
        return o.findings(seen, profile=self.PROFILE, subject=Subject(agent="Perimeters"))

    def test_of_the_setups_agent(self):
        finding = self.found("Perimeters")[self.ASSETS]
        assert (finding.state, finding.found) == (State.MET, "can read")

    def test_of_nobody_who_is_named(self):
        found = self.found(None)
        assert found["identity"].state is State.UNKNOWN
        assert found[self.ASSETS].state is State.UNKNOWN


class TestBeyond:
    def found(self, status: int, rows: int | None = 1):
        answer = Seen(ProbeAnswer(status, rows), Through.OWN)
        return o.findings(replace(o.good(), beyond=Beyond("/Invoice", answer)))

    @pytest.mark.parametrize("rows", [0, 1, None])
    def test_a_call_that_goes_through_and_should_not_is_excess(self, rows):
        finding = self.found(200, rows)["probe:GET /Invoice"]
        assert (finding.state, finding.layer) == (State.EXCESS, Layer.APPLICATION)
        assert finding.evidence == ("HTTP 200", "no row of the guide asks for read:invoices")
        assert "read:invoices" in finding.remedy

    @pytest.mark.parametrize("status", [401, 403, 404])
    def test_a_refusal_adds_nothing(self, status):
        assert "probe:GET /Invoice" not in self.found(status, None)

    def test_what_could_not_be_asked_says_nothing(self):
        beyond = Beyond("/Invoice", Unread(problem("network.timeout")))
        assert "probe:GET /Invoice" not in o.findings(replace(o.good(), beyond=beyond))

    def test_it_is_no_finding_of_a_single_step(self):
        beyond = Beyond("/Invoice", Seen(ProbeAnswer(200, 1), Through.OWN))
        found = o.findings(replace(o.good(), beyond=beyond), wanted=[TICKETS])
        assert set(found) == {TICKETS}

    @pytest.mark.parametrize(
        ("profile", "path"),
        [
            ("liongard", "/Invoice"),
            ("perimeters", "/Invoice"),
            ("topleft", None),  # all:standard
            ("watchguard-cloud", None),  # admin
        ],
    )
    def test_only_a_narrow_guide_tells_what_should_be_refused(self, profile, path):
        assert should_be_refused(requirements(Catalog().get(profile))) == path

    def test_what_is_asked_for_or_tried_already_is_not_chosen(self):
        rows = requirements(Catalog().get("watchguard-cloud"))
        narrow = [each for each in rows if each.id != "scope:admin"]
        assert should_be_refused(narrow) == "/Report"  # invoices are asked for
        assert should_be_refused([]) is None
        scope = next(each for each in narrow if isinstance(each, ScopeRequirement))
        other = replace(scope, row=with_(scope.row, name="read:reporting"))
        assert should_be_refused([*narrow, other]) is None


@pytest.mark.parametrize("scope", ["scope:read:tickets", "scope:edit:tickets"])
def test_all_standard_may_stand_for_reading_and_for_editing(scope):
    application = with_(o.APPLICATION, scopes=(ApplicationScope("all:standard"),))
    refused = Unread(problem("token.server_error"))
    seen = replace(o.good(), applications=Seen((application,), o.ADMIN))
    found = o.findings(replace(seen, scopes=refused, sign_in=refused))
    assert found[scope].state is State.UNKNOWN

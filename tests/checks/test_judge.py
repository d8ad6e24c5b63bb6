"""The rules, each on what it may and may not say."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from wizard.checks.findings import KnownBy, State
from wizard.checks.judge import judge_role
from wizard.checks.observation import Observation, ProbeFacts, Seen, SignIn, Through, Unread
from wizard.checks.rules.case import Subject
from wizard.halo.permissions import permission_table
from wizard.halo.records import Agent, Identity, ProbeAnswer
from wizard.problems import Layer, known_codes, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements

TICKETS = "permission:Tickets Access Level"
CUSTOMERS = "permission:Customers Access Level"


def missing(found: dict[str, object]) -> set[str]:
    return {name for name, each in found.items() if each.state is State.MISSING}  # type: ignore[attr-defined]


def roots(found: dict[str, object]) -> set[str]:
    return {name for name in missing(found) if found[name].because is None}  # type: ignore[attr-defined]


def test_a_setup_as_the_guide_asks_is_met_in_every_row():
    found = o.findings(o.good())
    assert {each.state for each in found.values()} == {State.MET}
    assert set(found) == {each.id for each in requirements(o.PROFILE)}


class TestPermissions:
    def test_one_step_lower_is_missing(self):
        found = o.findings(o.with_claims(o.good(), Tx="1"))
        assert roots(found) == {TICKETS}
        assert found[TICKETS].found == "Read Only"
        assert found[TICKETS].layer is Layer.AGENT

    def test_higher_is_one_excess_finding(self):
        found = o.findings(o.with_claims(o.good(), Ux="3"))
        assert found[CUSTOMERS].state is State.EXCESS
        assert not missing(found)

    def test_the_order_is_each_permissions_own(self):
        # Timesheets: 3 is Read Only, below 1 and 2.
        timesheets = permission_table().by_code("Hx")
        assert timesheets is not None
        assert timesheets.rank("3") < timesheets.rank("1")  # type: ignore[operator]

    def test_a_role_lends_its_rights(self):
        seen = o.with_agent(
            o.good(),
            claims=o.claims({"Tx": "0"}),
            roles=(o.role("Tech", {**o.CLAIMS}),),
        )
        assert o.findings(seen)[TICKETS].state is State.MET

    def test_an_absent_claim_means_no_where_claims_show(self):
        found = o.findings(o.with_claims(o.good(), l6="absent"))
        assert roots(found) == {"permission:Can add new Tickets"}

    @pytest.mark.parametrize("hidden", [UNSET, ()])
    def test_an_absent_claim_is_unknown_where_a_role_hides_its_claims(self, hidden):
        role = with_(o.role("Tech", {}), claims=hidden)
        seen = o.with_agent(o.good(), roles=(role,), claims=o.claims({"Ux": "2"}))
        assert o.findings(seen)[TICKETS].state is State.UNKNOWN

    @pytest.mark.parametrize("claims", [UNSET, ()])
    def test_no_claims_at_all_is_unreadable(self, claims):
        found = o.findings(o.with_agent(o.good(), claims=claims))
        assert found["permission:Can add new Tickets"].state is State.UNKNOWN
        assert not missing(found)

    def test_an_unknown_value_is_unknown_unless_another_holder_is_high_enough(self):
        found = o.findings(o.with_claims(o.good(), Tx="9"))
        assert found[TICKETS].state is State.UNKNOWN
        assert "Tx=9 on the agent" in found[TICKETS].evidence
        seen = o.with_agent(
            o.good(),
            claims=o.claims({**o.CLAIMS, "Tx": "9"}),
            roles=(o.role("Tech", {"Tx": "2"}),),
        )
        assert o.findings(seen)[TICKETS].state is State.MET

    def test_an_administrator_satisfies_the_rest_and_is_excess_where_unasked(self):
        found = o.findings(o.with_claims(o.good(), SA="true", Tx="0"))
        assert found[TICKETS].state is State.MET
        assert (
            "through the administrator right; set to Tx=0 on the agent" in found[TICKETS].evidence
        )
        assert found["permission:Is a HaloPSA Administrator"].state is State.EXCESS

    def test_a_right_that_no_row_asks_for_is_excess(self):
        found = o.findings(o.with_claims(o.good(), Rx="2"))
        assert found["permission:Reporting Access Level"].state is State.EXCESS

    def test_codes_are_case_sensitive(self):
        found = o.findings(o.with_claims(o.good(), Tx="absent", tx="2"))
        assert found[TICKETS].state is State.MISSING


class TestRole:
    ROLE = "role:TopLeft Role"
    SA = "permission:Is a HaloPSA Administrator"

    def test_a_recommended_role_may_be_left_out_if_the_agent_has_the_right_itself(self):
        seen = o.with_agent(o.good(), name="topleft", claims=o.claims({"SA": "true"}))
        found = o.findings(seen, profile=o.TOPLEFT, subject=Subject(agent="topleft"))
        assert found[self.ROLE].state is State.MET
        assert any("recommended, not required" in each for each in found[self.ROLE].evidence)
        assert any("set on the agent itself" in each for each in found[self.SA].evidence)

    def test_without_role_and_right_the_right_follows_from_the_role(self):
        seen = o.with_agent(o.good(), name="topleft", claims=o.claims({"Tx": "1"}))
        found = o.findings(seen, profile=o.TOPLEFT, subject=Subject(agent="topleft"))
        assert found[self.ROLE].because is None
        assert found[self.SA].because == self.ROLE
        assert {found[self.ROLE].state, found[self.SA].state} == {State.MISSING}


class TestScopes:
    def test_edit_does_what_read_does(self):
        seen = o.with_scopes(o.good(), "edit:tickets", "read:customers", held=None)
        found = o.findings(replace(seen, applications=o.FORBIDDEN))
        assert found["scope:read:tickets"].state is State.MET
        assert found["scope:read:tickets"].evidence[0] == "works through edit:tickets"

    def test_an_ungranted_scope_is_missing_and_its_probe_follows(self):
        refused = ProbeFacts(Seen(ProbeAnswer(403, None), Through.OWN), o.FORBIDDEN)
        seen = o.with_scopes(o.good(), "read:tickets", "edit:tickets", held=frozenset())
        seen = replace(seen, probes={"/Tickets": o.ROWS, "/Client": refused})
        found = o.findings(seen)
        assert roots(found) == {"scope:read:customers"}
        assert found["probe:GET /Client"].because == "scope:read:customers"
        assert found["probe:GET /Client"].layer is Layer.APPLICATION

    def test_more_than_asked_is_excess_and_redundant_is_not(self):
        held = frozenset({*o.SCOPES, "edit:customers", "openid", "read:assets"})
        found = o.findings(o.with_scopes(o.good(), *o.SCOPES, held=held))
        excess = {name for name, each in found.items() if each.state is State.EXCESS}
        assert excess == {"scope:edit:customers", "scope:read:assets"}

    def test_proven_and_configured_are_both_told_where_they_disagree(self):
        seen = o.with_scopes(o.good(), "read:tickets", "edit:tickets", held=frozenset())
        evidence = o.findings(seen)["scope:read:customers"].evidence
        assert "the application shows it ticked" in evidence


class TestIdentity:
    OTHER = Identity(13, "Other", None, "the id_token")

    def test_another_agent_is_missing(self):
        seen = replace(o.good(), identity=Seen(self.OTHER, Through.OWN))
        assert "identity" in roots(o.findings(seen))

    def test_it_follows_from_the_application_that_names_the_other_agent(self):
        other = with_(o.APPLICATION, loginas_agent_id=13, loginas_agent_name="Other")
        seen = replace(
            o.good(), identity=Seen(self.OTHER, Through.OWN), applications=Seen((other,), o.ADMIN)
        )
        found = o.findings(seen)
        assert roots(found) == {"application:login_agent"}
        assert found["identity"].because == "application:login_agent"

    def test_credentials_of_another_application_leave_the_right_one_met(self):
        foreign = with_(
            o.APPLICATION, id="app-2", display_name="Else", loginas_agent_id=13,
            loginas_agent_name="Other",
        )  # fmt: skip
        right = with_(o.APPLICATION, client_id="another-id")
        seen = replace(
            o.good(),
            identity=Seen(self.OTHER, Through.OWN),
            applications=Seen((foreign, right), o.ADMIN),
        )
        found = o.findings(seen)
        assert roots(found) == {"identity"}
        assert found["application:name"].state is State.MET
        assert found["application:authentication_method"].state is State.UNKNOWN

    def test_two_agents_of_one_name_are_told_apart_by_number_only(self):
        twin = Agent(id=99, name="Liongard")
        agents = Seen((o.AGENT, twin), o.ADMIN)
        found = o.findings(replace(o.good(), agents=agents, agent=o.FORBIDDEN))
        assert found["agent:Username"].state is State.UNKNOWN

    def test_a_suggested_name_cannot_make_it_missing(self):
        seen = replace(o.good(), identity=Seen(self.OTHER, Through.OWN))
        found = o.findings(seen, subject=Subject(client_id="the-client-id"))
        assert found["identity"].state is State.UNKNOWN

    def test_permissions_of_another_agent_are_not_taken_for_this_ones(self):
        seen = replace(
            o.with_agent(o.good(), Through.OWN, id=13, name="Other"),
            agents=o.FORBIDDEN,
            applications=o.FORBIDDEN,
            identity=Seen(self.OTHER, Through.OWN),
        )
        found = o.findings(seen)
        assert found[TICKETS].state is State.UNKNOWN
        assert found[TICKETS].because == "identity"


class TestToken:
    def test_invalid_client_is_missing_and_the_rest_of_the_token_unknown(self):
        refused = Unread(problem("token.invalid_client"))
        seen = replace(
            o.good(), sign_in=refused, scopes=refused, identity=refused, probes={},
            applications=o.FORBIDDEN,
        )  # fmt: skip
        found = o.findings(seen)
        assert roots(found) == {"token"}
        assert missing(found) == {"token"}
        assert found["probe:GET /Tickets"].because == "token"
        assert found["scope:edit:tickets"].because == "token"

    def test_it_follows_from_an_inactive_application(self):
        refused = Unread(problem("token.invalid_client"))
        inactive = with_(o.APPLICATION, inactive=True)
        seen = replace(o.good(), sign_in=refused, applications=Seen((inactive,), o.ADMIN))
        found = o.findings(seen)
        assert found["token"].because == "application:active"
        assert roots(found) == {"application:active"}

    def test_a_wrong_authentication_method_is_proven_by_the_refusal(self):
        refused = Unread(problem("token.unauthorised_client"))
        found = o.findings(replace(o.good(), sign_in=refused))
        assert found["token"].because == "application:authentication_method"
        assert roots(found) == {"application:authentication_method"}

    def test_a_wrong_tenant_is_unknown(self):
        failed = Unread(problem("token.server_error"))
        found = o.findings(replace(o.good(), sign_in=failed))
        assert found["token"].state is State.UNKNOWN
        assert found["token"].layer is Layer.INSTANCE

    def test_a_dead_token_is_missing_however_good_it_looks(self):
        dead = Seen(SignIn(None, listed=False, dead=True), Through.OWN)
        found = o.findings(replace(o.good(), sign_in=dead))
        assert found["token"].state is State.MISSING


class TestProbes:
    def test_no_rows_is_unknown_unless_an_administrator_sees_some(self):
        empty = Seen(ProbeAnswer(200, 0), Through.OWN)
        alone = replace(o.good(), probes={"/Tickets": ProbeFacts(empty, o.FORBIDDEN)})
        assert o.findings(alone)["probe:GET /Tickets"].state is State.UNKNOWN
        rows = Seen(ProbeAnswer(200, 1), o.ADMIN)
        seen = replace(alone, probes={"/Tickets": ProbeFacts(empty, rows)})
        finding = o.findings(seen)["probe:GET /Tickets"]
        assert (finding.state, finding.layer) == (State.MISSING, Layer.VISIBILITY)
        without = o.findings(replace(seen, agent=o.with_agent(seen, teams=()).agent))
        assert without["probe:GET /Tickets"].because == "team:any"

    def test_a_refusal_with_the_scope_granted_is_the_agents(self):
        refused = ProbeFacts(Seen(ProbeAnswer(403, None), Through.OWN), o.FORBIDDEN)
        seen = replace(o.with_claims(o.good(), Tx="0"), probes={"/Tickets": refused})
        finding = o.findings(seen)["probe:GET /Tickets"]
        assert finding.layer is Layer.AGENT
        assert finding.because == TICKETS

    def test_no_such_list_is_unknown(self):
        absent = ProbeFacts(Seen(ProbeAnswer(404, None), Through.OWN), o.FORBIDDEN)
        seen = replace(o.good(), probes={"/Tickets": absent})
        assert o.findings(seen)["probe:GET /Tickets"].state is State.UNKNOWN


READ_PARTS = [each.name for each in fields(Observation) if each.name not in ("probes", "beyond")]
CAUSES = sorted(code for code in known_codes() if not code.startswith("token."))


@given(
    hidden=st.dictionaries(st.sampled_from(READ_PARTS), st.sampled_from(CAUSES)),
    probe=st.sampled_from(CAUSES),
)
def test_what_could_not_be_read_is_never_missing(hidden, probe):
    """Of a setup that is as it should be, hiding any part gives met or unknown, nothing else."""
    seen = replace(o.good(), **{name: Unread(problem(code)) for name, code in hidden.items()})
    unread = ProbeFacts(Unread(problem(probe)), o.FORBIDDEN)
    found = o.findings(replace(seen, probes={"/Tickets": unread}))
    assert {each.state for each in found.values()} <= {State.MET, State.UNKNOWN}
    assert found["probe:GET /Tickets"].state is State.UNKNOWN
    for each in found.values():
        if each.state is State.UNKNOWN:
            assert each.found.startswith("unknown: ")
            assert each.remedy
            assert each.known_by is KnownBy.NONE


@given(st.lists(st.sampled_from(READ_PARTS), unique=True))
def test_what_could_not_be_read_is_never_met_by_it(hidden):
    """Of a setup with every right taken away, hiding parts never makes a row met that was not."""
    bad = o.with_scopes(
        o.with_agent(o.good(), claims=o.claims({"A": "1"}), teams=()), held=frozenset()
    )
    refused = ProbeFacts(Seen(ProbeAnswer(403, None), Through.OWN), o.FORBIDDEN)
    bad = replace(bad, probes={"/Tickets": refused, "/Client": refused})
    before = o.findings(replace(bad, applications=o.FORBIDDEN))
    cause = Unread(problem("network.timeout"))
    parts = dict.fromkeys(hidden, cause) | {"applications": cause}
    after = o.findings(replace(bad, **parts))
    for name, finding in after.items():
        if finding.state is State.MET:
            assert before[name].state is State.MET, name


def test_every_finding_that_is_not_fine_says_what_to_do():
    seen = o.with_scopes(o.with_claims(o.good(), Tx="0"), held=frozenset())
    for finding in o.findings(seen).values():
        if finding.state in (State.MISSING, State.UNKNOWN):
            assert finding.remedy or finding.because


class TestWhatARefusalFollowsFrom:
    REFUSED = ProbeFacts(Seen(ProbeAnswer(403, None), Through.OWN), o.FORBIDDEN)

    def because(self, name: str = "topleft", **changes: object) -> str | None:
        usual = {"name": "topleft", "claims": o.claims({"SA": "true"})}
        seen = o.with_agent(o.good(), **{**usual, **changes})
        identity = Identity(None, name, None, "the id_token")
        seen = replace(seen, identity=Seen(identity, Through.OWN), probes={"/Agent": self.REFUSED})
        found = o.findings(seen, profile=o.TOPLEFT, subject=Subject(agent="topleft"))
        return found["probe:GET /Agent"].because

    def test_from_the_role_that_would_bring_the_right(self):
        assert self.because(claims=o.claims({"A": "true"})) == "role:TopLeft Role"

    def test_from_the_right_itself(self):
        role = o.role("TopLeft Role", {"SA": "false"})
        right = "permission:Is a HaloPSA Administrator"
        assert self.because(claims=o.claims({"A": "true"}), roles=(role,)) == right

    def test_from_the_agent_who_is_disabled(self):
        assert self.because(isdisabled=True) == "agent:Account Active"

    def test_from_another_agent(self):
        assert self.because("Somebody else") == "identity"

    def test_from_nothing_that_is_known(self):
        assert self.because() is None


def test_a_section_rule_that_is_wanted_brings_its_codes_and_nothing_else():
    profile = Catalog().get("watchguard-cloud")
    found = o.findings(o.good(), profile=profile, wanted=["permission:Configuration/*"])
    assert "permission:Can Create Roles" in found
    assert "permission:Configuration/*" in found
    assert "permission:Tickets Access Level" not in found
    assert "permission:Can Create Roles" not in o.findings(
        o.good(), profile=profile, wanted=["token"]
    )


def test_a_role_by_itself_is_judged_on_the_wanted_rows_only():
    right = "permission:Is a HaloPSA Administrator"
    seen = replace(o.good(), roles=Seen((o.role("TopLeft Role", {"SA": "true"}),), o.ADMIN))
    found = judge_role(o.TOPLEFT, seen, [right])
    assert [(each.requirement, each.state) for each in found] == [(right, State.MET)]


def test_only_the_wanted_rows_are_given_without_excess():
    found = o.findings(o.with_claims(o.good(), Rx="2"), wanted=("team:any", TICKETS))
    assert set(found) == {"team:any", TICKETS}

"""Access to every endpoint: scope, then right, then visibility; and HaloPSA's oddities."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from wizard.practice.seed import catalogue
from wizard.practice.tables import tables

OPEN = ("/AuthInfo", "/InstanceInfo")
ADMINISTRATORS = ("/Agent", "/Roles")
PROBES = tuple(tables().probes.values())
SCOPED = tuple(each for each in PROBES if each.scope and each.path != "/Team")
GUARDED = tuple(each for each in PROBES if each.permission)
PAGE = {"pageinate": "true", "page_size": "1", "page_no": "1"}


def rows(body: object, key: str) -> list[dict[str, object]]:
    return body[key] if key else body  # type: ignore[index, return-value]


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.path)
def test_an_administrator_with_every_scope_reads_rows(visitor, probe):
    token = visitor.administrator("all", "all:teams")
    answer = visitor.get(probe.path, token, **PAGE)
    assert answer.status_code == 200
    if probe.path == "/Agent/me":
        assert answer.json()["name"] == "Jürgen Größmann"
    else:
        assert len(rows(answer.json(), probe.key)) >= 1


@pytest.mark.parametrize("probe", PROBES, ids=lambda probe: probe.path)
def test_without_a_token_or_without_scopes_it_is_401(visitor, probe):
    client_id, secret = visitor.make_application(visitor.make_agent(claims={"SA": "true"}), "all")
    dead = visitor.token(client_id, secret, scope=None)
    identity_only = visitor.token(client_id, secret, "openid profile")
    for token in (None, "nonsense", dead, identity_only):
        answer = visitor.get(probe.path, token)
        assert (answer.status_code, answer.content) == (401, b"")


@pytest.mark.parametrize("probe", SCOPED, ids=lambda probe: probe.path)
def test_the_scope_is_needed_even_by_an_administrator(visitor, probe):
    agent = visitor.make_agent(claims={"SA": "true"})
    other = "read:calendar" if probe.scope != "read:calendar" else "read:kb"
    refused = visitor.get(probe.path, visitor.token_for(agent, other))
    expected = 401 if probe.scope == "admin:webhooks" else 403
    assert (refused.status_code, refused.content) == (expected, b"")
    assert visitor.get(probe.path, visitor.token_for(agent, probe.scope)).status_code == 200


@pytest.mark.parametrize("probe", GUARDED, ids=lambda probe: probe.path)
def test_the_right_is_needed_beside_the_scope(visitor, probe):
    permission = tables().permissions[probe.permission]
    lowest, first = permission.values[0].code, permission.values[1].code
    for claims in ({}, {probe.permission: lowest}):
        agent = visitor.make_agent("without", claims=claims, teams=(1,))
        refused = visitor.get(probe.path, visitor.token_for(agent, probe.scope))
        assert (refused.status_code, refused.content) == (403, b"")
    agent = visitor.make_agent("with", claims={probe.permission: first}, teams=(1,))
    assert visitor.get(probe.path, visitor.token_for(agent, probe.scope)).status_code == 200


@pytest.mark.parametrize("claim", ["Tx", "Px"])
def test_projects_open_through_tickets_or_projects(visitor, claim):
    token = visitor.token_for(visitor.make_agent(claims={claim: "1"}), "read:projects")
    assert visitor.get("/Projects", token).status_code == 200
    token = visitor.token_for(visitor.make_agent(claims={"Ux": "3"}), "read:projects")
    assert visitor.get("/Projects", token).status_code == 403


def test_names_only_shows_names_only(visitor):
    token = visitor.token_for(visitor.make_agent(claims={"Ux": "1"}), "read:customers")
    assert set(visitor.get("/Client", token).json()["clients"][0]) == {"id", "name"}
    token = visitor.token_for(visitor.make_agent(claims={"Ux": "2"}), "read:customers")
    assert "inactive" in visitor.get("/Client", token).json()["clients"][0]


def test_tickets_of_no_team_are_none_and_that_is_no_error(visitor):
    agent = visitor.make_agent(claims={"Tx": "2"})
    answer = visitor.get("/Tickets", visitor.token_for(agent, "read:tickets"))
    assert answer.status_code == 200
    assert answer.json() == {"record_count": 0, "tickets": []}
    visitor.world.put_agent(replace(agent, claims={"Tx": "2", "l8": "1", "l9": "1"}))
    body = visitor.get("/Tickets", visitor.token_for(agent, "read:tickets")).json()
    assert body["record_count"] == len(catalogue().tickets)


def test_tickets_are_those_of_the_agents_teams(visitor):
    agent = visitor.make_agent(claims={"Tx": "1"}, teams=(3,))
    body = visitor.get("/Tickets", visitor.token_for(agent, "edit:tickets")).json()
    assert {ticket["team"] for ticket in body["tickets"]} == {"Außendienst München"}
    assert body["record_count"] == len(body["tickets"]) > 1


def test_a_disabled_agent_gets_a_token_that_opens_nothing(visitor):
    agent = visitor.make_agent(claims={"SA": "true"}, active=False)
    token = visitor.token_for(agent, "all")
    assert visitor.get("/Agent/me", token).status_code == 401


@pytest.mark.parametrize("path", ["/Agent", "/Agent/3", "/Roles"])
def test_other_agents_and_roles_are_for_administrators(visitor, path):
    token = visitor.token_for(visitor.make_agent(claims={"Tx": "2"}), "all:standard", "all:teams")
    assert visitor.get(path, token).status_code == 403
    assert visitor.get(path, visitor.administrator()).status_code == 200


def test_applications_are_for_administrators_with_the_scope_admin(visitor):
    administrator = visitor.make_agent(claims={"SA": "true"})
    plain = visitor.make_agent("plain")
    assert visitor.get("/Application", visitor.token_for(plain, "admin")).status_code == 403
    without = visitor.token_for(administrator, "all:standard")
    assert visitor.get("/Application", without).status_code == 403
    token = visitor.token_for(administrator, "admin")
    listed = visitor.get("/Application", token).json()
    assert all("scopes" not in row for row in listed)
    one = visitor.get(f"/Application/{listed[0]['id']}", token, includedetails="true").json()
    assert [scope["name"] for scope in one["scopes"]] == ["admin"]
    assert one["loginas_agent_name"] == "plain"
    assert visitor.get("/Application/none", token).status_code == 404


def test_applications_may_be_absent(start):
    visitor = start(applications_visible=False)
    assert visitor.get("/Application", visitor.administrator()).status_code == 404


def test_agents_that_are_disabled_or_api_only_need_their_flag(visitor):
    token = visitor.administrator()

    def names(**flags: str) -> set[str]:
        body = visitor.get("/Agent", token, **flags).json()
        assert body["record_count"] == len(body["results"])
        return {agent["name"] for agent in body["results"]}

    plain = names()
    assert not plain & {"backup-bot", "Former Colleague", "old-rmm-connector", "Unassigned"}
    assert names(includeapiagents="true") - plain == {"backup-bot"}
    assert names(includedisabled="true") - plain == {"Former Colleague"}
    both = names(includeapiagents="true", includedisabled="true") - plain
    assert both == {"backup-bot", "Former Colleague", "old-rmm-connector"}
    assert names(includeunassigned="true") - plain == {"Unassigned"}
    assert names(search="Jürgen", includeinactive="true") == plain


def test_pages_are_capped_and_the_count_stays_right(visitor):
    token = visitor.administrator()
    total = len(catalogue().tickets)
    assert total > 100
    big = visitor.get("/Tickets", token, pageinate="true", page_size="500").json()
    assert (len(big["tickets"]), big["record_count"]) == (100, total)
    second = visitor.get("/Tickets", token, pageinate="true", page_size="500", page_no="2").json()
    assert len(second["tickets"]) == total - 100
    ids = [ticket["id"] for ticket in (*big["tickets"], *second["tickets"])]
    assert len(set(ids)) == total


def test_page_parameters_without_pageinate_are_ignored(visitor):
    body = visitor.get("/Tickets", visitor.administrator(), page_size="3", page_no="2").json()
    assert len(body["tickets"]) == len(catalogue().tickets)


def test_count_caps_rows_and_record_count(visitor):
    body = visitor.get("/Tickets", visitor.administrator(), count="1").json()
    assert (len(body["tickets"]), body["record_count"]) == (1, 1)


def test_a_tenant_may_ignore_page_size_and_miscount(start):
    visitor = start(fixed_page=50)
    token = visitor.administrator()
    body = visitor.get("/Tickets", token, pageinate="true", page_size="1").json()
    assert (len(body["tickets"]), body["record_count"]) == (50, 50)


@pytest.mark.parametrize("value", ["-1", "x", "", "0", "9" * 40])
def test_nonsense_page_numbers_do_no_harm(visitor, value):
    params = {"pageinate": "true", "page_size": value, "page_no": value, "count": value}
    answer = visitor.get("/Tickets", visitor.administrator(), **params)
    assert answer.status_code == 200


@pytest.mark.parametrize("path", ["/tickets", "/TICKETS", "/agent/ME", "/agent/me/"])
def test_paths_ignore_case(visitor, path):
    assert visitor.get(path, visitor.administrator()).status_code == 200


@pytest.mark.parametrize("path", ["/api/Tickets", "/Ticket", "/Clients", "/Agents", "/Department"])
def test_wrong_names_are_404_and_not_json(visitor, path):
    answer = visitor.get(path, visitor.administrator())
    assert answer.status_code == 404
    assert "json" not in answer.headers["content-type"]


def test_teams_are_none_without_all_teams(visitor, start):
    agent = visitor.make_agent(claims={"SA": "true"})
    assert visitor.get("/Team", visitor.token_for(agent, "all:standard")).json() == []
    token = visitor.token_for(agent, "all:teams")
    names = {team["name"] for team in visitor.get("/Team", token).json()}
    assert "R&D <b>Escalations</b>" in names
    assert "Legacy Desk" not in names
    shown = visitor.get("/Team", token, includedisabled="true").json()
    assert "Legacy Desk" in {team["name"] for team in shown}
    loose = start(teams_need_all_teams=False)
    assert loose.get("/Team", loose.token_for(loose.make_agent(), "read:kb")).json() != []


def test_one_team_shows_its_agents(visitor):
    body = visitor.get("/Team/1", visitor.administrator(), includeagents="true").json()
    members = {row["agent_name"]: row["role_name"] for row in body["agents"]}
    assert members["Jürgen Größmann"] is None
    assert members["Zoë <script>alert(1)</script>"] == "Agent"
    assert visitor.get("/Team/99", visitor.administrator()).status_code == 404


def test_the_details_of_an_agent_carry_claims_of_the_agent_and_its_roles(visitor):
    token = visitor.administrator()
    body = visitor.get("/Agent/4", token, includedetails="true").json()
    assert {"type": "A", "value": "true"} in body["claims"]
    billing = next(role for role in body["roles"] if role["name"] == "Billing")
    assert {"type": "Jx", "value": "3"} in billing["claims"]
    inherited = [row for row in body["teams"] if row["role_name"] == "Agent"]
    assert [row["team_name"] for row in inherited] == ["1st Line Support"]
    assert "claims" not in visitor.get("/Agent/4", token).json()
    empty = visitor.get("/Agent/2", token, includedetails="true").json()["claims"]
    assert {"type": "SSO", "value": ""} in empty


def test_an_agent_reads_itself_and_its_claims_where_the_world_lets_it(start):
    for readable in (True, False):
        visitor = start(own_claims_readable=readable, role_claims_readable=readable)
        role = visitor.world.new_role("Reader")
        visitor.world.put_role(replace(role, claims={"Tx": "1"}))
        agent = visitor.make_agent(claims={"Ux": "1"}, roles=(role.id,))
        token = visitor.token_for(agent, "read:tickets")
        body = visitor.get(f"/Agent/{agent.id}", token, includedetails="true").json()
        assert body["name"] == "bot"
        assert body["claims"] == ([{"type": "Ux", "value": "1"}] if readable else [])
        assert ("claims" in body["roles"][0]) is readable


def test_other_agents_may_be_hidden_even_from_an_administrator(start):
    visitor = start(other_agents_readable=False)
    agent = visitor.make_agent("sa", claims={"SA": "true"})
    token = visitor.token_for(agent, "all")
    assert [row["name"] for row in visitor.get("/Agent", token).json()["results"]] == ["sa"]
    assert visitor.get("/Agent/2", token).status_code == 403
    assert visitor.get(f"/Agent/{agent.id}", token).status_code == 200


def test_roles_are_a_bare_array_and_one_shows_its_claims(visitor):
    token = visitor.administrator()
    listed = visitor.get("/Roles", token).json()
    admin = next(role for role in listed if role["name"] == "Administrator")
    assert "claims" not in admin
    one = visitor.get(f"/Roles/{admin['id'].upper()}", token, includedetails="true").json()
    assert one["claims"] == [{"type": "SA", "value": "true"}]
    assert [row["membershiplevel"] for row in one["departments"]] == [3, 3]
    assert visitor.get("/Roles/1", token).status_code == 404


def test_shapes_that_vary_between_tenants(start):
    visitor = start(agent_list_bare=True, single_in_list=True, department_names=False)
    token = visitor.administrator()
    assert isinstance(visitor.get("/Agent", token).json(), list)
    body = visitor.get("/Agent/2", token, includedetails="true").json()
    assert isinstance(body, list)
    assert all("department_name" not in row for row in body[0]["departments"])


def test_the_open_endpoints_tell_servers_tenant_and_version(visitor):
    body = visitor.get("/authinfo", None).json()
    assert body == {"auth_url": f"{visitor.instance.address}/auth", "tenant_id": "aldergate"}
    info = visitor.get("/InstanceInfo", None).json()
    assert info["app_version"].count(".") == 2
    assert info["auth_url"] == body["auth_url"]


def test_instance_info_may_need_a_token(start):
    visitor = start(instance_info_public=False)
    assert visitor.get("/InstanceInfo", None).status_code == 401
    assert visitor.get("/InstanceInfo", visitor.administrator()).status_code == 200


def test_the_api_takes_no_writes(visitor):
    token = visitor.administrator()
    headers = {"Authorization": f"Bearer {token}"}
    before = visitor.world.state
    deleted = visitor.http.delete("/api/Agent/3", headers=headers)
    assert (deleted.status_code, deleted.text) == (401, "restricted")
    assert visitor.http.post("/api/Agent", headers=headers, json=[{"id": 3}]).status_code == 405
    assert visitor.world.state == before
    assert [each.method for each in visitor.instance.writes] == ["DELETE", "POST"]


def test_the_log_knows_who_asked_what(visitor):
    client_id, secret = visitor.make_application(visitor.make_agent(), "read:kb")
    visitor.get("/Agent/me", visitor.token(client_id, secret))
    visitor.get("/Tickets", None, tenant="secret")
    log = [(e.method, e.path, e.status, e.client) for e in visitor.instance.requests]
    assert log == [
        ("POST", "/auth/token", 200, client_id),
        ("GET", "/api/Agent/me", 200, client_id),
        ("GET", "/api/Tickets", 401, ""),
    ]
    assert visitor.instance.writes == ()
    visitor.instance.clear_requests()
    assert visitor.instance.requests == ()

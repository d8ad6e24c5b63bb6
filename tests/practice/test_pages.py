"""The web pages, as a browser without scripts uses them."""

from __future__ import annotations

import re
from html import unescape

import httpx
import pytest

from wizard.practice.tables import tables

AGENTS = "/config/agents/agents"
ROLES = "/config/agents/roles"
APPLICATIONS = "/config/integrations/api/applications"


def csrf(page: httpx.Response) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', page.text)
    assert found is not None, page.text
    return found[1]


def post(visitor, address: str, **fields: str) -> httpx.Response:
    """Open a page, send its form, and follow to where that leads."""
    fields["csrf"] = csrf(visitor.http.get(address))
    return visitor.http.post(address, data=fields, follow_redirects=True)


def shown(page: httpx.Response, name: str) -> str | None:
    found = re.search(rf'id="{name}">([^<]+)<', page.text)
    return found[1] if found else None


def selected(page: httpx.Response, name: str) -> str:
    select = re.search(rf'name="{name}">(.*?)</select>', page.text, re.DOTALL)
    assert select is not None
    option = re.search(r'<option value="([^"]*)" selected>', select[1])
    return unescape(option[1]) if option else ""


def new_agent(visitor, name: str, **fields: str) -> str:
    page = post(visitor, f"{AGENTS}?agentid=-1", name=name, active="on", workday_id="1", **fields)
    assert page.status_code == 200, page.text
    return page.url.params["agentid"]


@pytest.mark.parametrize(
    "path",
    [
        "/", "/config", "/CONFIG/Agents/Agents", f"{AGENTS}?agentid=4", f"{AGENTS}?agentid=-1",
        f"{AGENTS}?id=4", f"{AGENTS}?agentid=2&tab=permissions", f"{AGENTS}?agentid=2&tab=teams",
        ROLES, f"{ROLES}?id=-1", "/config/agents/teams", "/config/agents/teams?teamid=4",
        "/config/integrations/api", APPLICATIONS, f"{APPLICATIONS}?id=-1",
    ],
)  # fmt: skip
def test_every_page_says_that_nothing_is_real(visitor, path):
    page = visitor.http.get(path, follow_redirects=True)
    assert page.status_code == 200
    assert "Practice instance: nothing here is real" in page.text
    assert "default-src 'none'" in page.headers["Content-Security-Policy"]
    assert page.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/config/teams/roles", "/config/tickets", "/portal", f"{AGENTS}?agentid=999",
        f"{AGENTS}?agentid=1", f"{AGENTS}?agentid=x", f"{ROLES}?id=x", f"{APPLICATIONS}?id=x",
        "/config/agents/teams?teamid=99", "/auth/token", "/auth/login",
    ],
)  # fmt: skip
def test_what_is_not_there_is_404(visitor, path):
    assert visitor.http.get(path).status_code == 404


def test_names_with_markup_are_text(visitor):
    for path in (AGENTS, f"{AGENTS}?agentid=5", "/config/agents/teams", f"{APPLICATIONS}?id=-1"):
        page = visitor.http.get(path)
        assert "<script" not in page.text
        assert "<b>Esc" not in page.text
    assert "Zoë &lt;script&gt;alert(1)&lt;/script&gt;" in visitor.http.get(AGENTS).text


def test_api_details_show_the_three_values(visitor):
    page = visitor.http.get("/config/integrations/api").text
    address = visitor.instance.address
    shown_values = re.findall(r"<dd><code>([^<]+)</code></dd>", page)
    assert shown_values == [address, f"{address}/auth", "aldergate"]


def test_an_agent_is_made_and_given_permissions_teams_and_a_role(visitor):
    agent_id = new_agent(visitor, "Läufer", api_only="on", team="1st Line Support")
    role = visitor.world.new_role("Läufer Role")
    address = f"{AGENTS}?agentid={agent_id}"
    post(visitor, f"{address}&tab=permissions", **{"claim:Tx": "2", "claim:Hx": "3"})
    post(visitor, f"{address}&tab=teams", **{"team:3": "on", "department:2": "2"})
    post(visitor, address, name="Läufer", workday_id="2", **{f"role:{role.id}": "on"})
    agent = visitor.world.state.agents[int(agent_id)]
    assert agent.claims == {"A": "true", "Tx": "2", "Hx": "3"}
    assert [place.team_id for place in agent.teams] == [3]
    assert [(each.department_id, each.level) for each in agent.departments] == [(2, 2)]
    assert agent.roles == (role.id,)
    assert (agent.active, agent.api_only, agent.workday_id, agent.team) == (False, False, 2, "")


def test_a_saved_permission_is_shown_again(visitor):
    agent_id = new_agent(visitor, "Shown")
    address = f"{AGENTS}?agentid={agent_id}&tab=permissions"
    page = post(visitor, address, **{"claim:Ux": "1", "claim:Jx": "3"})
    assert 'role="status">Saved.' in page.text
    assert selected(page, "claim:Ux") == "1"
    assert selected(page, "claim:Jx") == "3"
    assert selected(page, "claim:Tx") == ""


def test_claims_without_a_row_and_offered_values_only(visitor):
    address = f"{AGENTS}?agentid=2&tab=permissions"
    post(visitor, address, **{"claim:Tx": "77", "claim:Zz": "1", "claim:SA": "true"})
    claims = visitor.world.state.agents[2].claims
    assert claims["SSO"] == ""
    assert claims["SA"] == "true"
    assert not {"Tx", "Zz"} & set(claims)


def test_an_older_stored_code_survives_a_save(visitor):
    role = visitor.world.state.role_named("Billing")
    address = f"{ROLES}?id={role.id}&tab=permissions"
    page = visitor.http.get(address)
    assert selected(page, "claim:Jx") == "3"
    post(visitor, address, **{"claim:Tx": "1"})
    assert visitor.world.state.roles[role.id].claims == {**role.claims, "Tx": "1"}


@pytest.mark.parametrize(
    ("name", "complaint"),
    [("", "Username is required."), ("Aoife O'Byrne", "Another agent has this username.")],
)
def test_a_name_has_to_be_given_and_free(visitor, name, complaint):
    before = visitor.world.state
    page = post(visitor, f"{AGENTS}?agentid=-1", name=name)
    assert page.status_code == 400
    assert complaint in page.text
    assert visitor.world.state == before


@pytest.mark.parametrize("address", [f"{AGENTS}?agentid=-1", f"{ROLES}?id=-1"])
def test_other_tabs_open_after_the_first_save_only(visitor, address):
    page = visitor.http.get(f"{address}&tab=permissions")
    assert "Save first" in page.text
    assert "claim:Tx" not in page.text
    saved = post(visitor, address, name="Fresh")
    assert "tab=permissions" in saved.text
    assert "Save first" not in saved.text


def test_a_role_is_made_and_given_permissions_and_teams(visitor):
    page = post(visitor, f"{ROLES}?id=-1", name="Desk", notes="n")
    address = f"{ROLES}?id={page.url.params['id']}"
    post(visitor, f"{address}&tab=permissions", **{"claim:SA": "true"})
    post(visitor, f"{address}&tab=teams", **{"team:1": "on"})
    role = visitor.world.state.role_named("Desk")
    assert (role.claims, role.notes) == ({"SA": "true"}, "n")
    assert [place.team_id for place in role.teams] == [1]
    refused = post(visitor, f"{ROLES}?id=-1", name="Desk")
    assert refused.status_code == 400
    assert post(visitor, f"{ROLES}?id=-1", name=" ").status_code == 400


def test_an_application_as_a_technician_meets_it(visitor):
    agent_id = new_agent(visitor, "bot")
    new = f"{APPLICATIONS}?id=-1"
    blank = visitor.http.get(new)
    assert shown(blank, "client_id") is None
    assert shown(blank, "client_secret") is None

    services = "Client ID and Secret (Services)"
    chosen = post(visitor, new, name="Vendor", method=services, active="on", action="choose")
    early_id, secret = shown(chosen, "client_id"), shown(chosen, "client_secret")
    assert early_id
    assert re.fullmatch(r"[0-9a-f-]{73}", secret or "")
    assert visitor.world.state.applications == {}
    draft = re.search(r'name="draft" value="([^"]+)"', chosen.text)[1]

    details = {
        "name": "Vendor",
        "method": services,
        "login_type": "Agent",
        "agent_id": agent_id,
        "active": "on",
        "draft": draft,
        "action": "save",
    }
    saved = post(visitor, new, **details)
    client_id = shown(saved, "client_id")
    assert client_id not in (None, early_id)
    assert shown(saved, "client_secret") is None
    assert "Not shown again" in saved.text
    assert visitor.ask(early_id, secret).status_code == 401
    assert visitor.ask(client_id, secret, "openid").status_code == 200

    address = f"{APPLICATIONS}?id={saved.url.params['id']}"
    post(visitor, f"{address}&tab=permissions", action="save", **{"scope:read:tickets": "on"})
    assert visitor.ask(client_id, secret, "read:tickets").status_code == 200

    renewed = post(visitor, address, action="regenerate")
    fresh = shown(renewed, "client_secret")
    assert fresh not in (None, secret)
    assert visitor.ask(client_id, secret, "read:tickets").status_code == 401
    assert visitor.ask(client_id, fresh, "read:tickets").status_code == 200
    visitor.http.get(APPLICATIONS)
    assert shown(visitor.http.get(address), "client_secret") is None

    details |= {"active": "", "draft": ""}
    del details["active"]
    post(visitor, address, **details)
    assert visitor.ask(client_id, fresh, "read:tickets").status_code == 401


def test_choosing_again_keeps_the_id_and_secret_on_the_page(visitor):
    new = f"{APPLICATIONS}?id=-1"
    fields = {"method": "Client ID and Secret (Services)", "action": "choose"}
    first = post(visitor, new, **fields)
    draft = re.search(r'name="draft" value="([^"]+)"', first.text)[1]
    again = post(visitor, new, draft=draft, **fields)
    assert shown(again, "client_secret") == shown(first, "client_secret")
    native = post(
        visitor, new, draft=draft, method="Authorisation Code (Native Application)", action="choose"
    )
    assert shown(native, "client_id") == shown(first, "client_id")
    assert shown(native, "client_secret") is None


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"name": ""}, "Application Name is required."),
        ({"name": "V", "agent_id": "1"}, "Choose the agent"),
        ({"name": "V", "agent_id": "999"}, "Choose the agent"),
        ({"name": "V", "login_type": "User"}, "Choose the customer"),
    ],
)
def test_an_application_that_is_not_filled_in_is_not_saved(visitor, fields, complaint):
    new = f"{APPLICATIONS}?id=-1"
    chosen = post(visitor, new, action="choose")
    draft = re.search(r'name="draft" value="([^"]+)"', chosen.text)[1]
    page = post(visitor, new, draft=draft, action="save", **fields)
    assert page.status_code == 400
    assert complaint in page.text
    assert shown(page, "client_secret") == shown(chosen, "client_secret")
    assert visitor.world.state.applications == {}


def test_every_scope_has_a_box(visitor):
    visitor.make_application(visitor.make_agent(), "read:kb")
    application = visitor.world.state.application_named("Test")
    page = visitor.http.get(f"{APPLICATIONS}?id={application.id}&tab=permissions").text
    boxes = re.findall(r'name="scope:([^"]+)"( checked)?', page)
    assert [name for name, _ in boxes] == list(tables().api_scopes)
    assert [name for name, on in boxes if on] == ["read:kb"]


@pytest.mark.parametrize("token", [None, "", "guess"])
def test_a_form_from_elsewhere_changes_nothing(visitor, token):
    before = visitor.world.state
    fields = {"name": "evil"} | ({"csrf": token} if token is not None else {})
    answer = visitor.http.post(f"{AGENTS}?agentid=-1", data=fields)
    assert answer.status_code == 403
    assert "Nothing was saved" in answer.text
    assert visitor.world.state == before
    assert visitor.http.post(f"{AGENTS}?agentid=3", json={"name": "evil"}).status_code == 403


def test_a_huge_form_is_refused(visitor):
    answer = visitor.http.post(f"{AGENTS}?agentid=-1", data={"name": "x" * 300_000})
    assert answer.status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1"])
def test_another_host_name_gets_nothing(visitor, host):
    for path in ("/config", "/api/AuthInfo"):
        answer = visitor.http.get(path, headers={"Host": host})
        assert answer.status_code == 400
        assert "aldergate" not in answer.text


def test_localhost_is_served_too(visitor):
    port = visitor.instance.address.rpartition(":")[2]
    answer = visitor.http.get("/config", headers={"Host": f"localhost:{port}"})
    assert answer.status_code == 200

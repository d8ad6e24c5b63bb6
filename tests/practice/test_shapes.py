"""Field names and JSON types, against a table written from HaloPSA's published schema."""

from __future__ import annotations

import pytest

TEXT, NUMBER, BOOL, ROWS = str, int, bool, list

# Schema by schema: the fields that the practice instance answers with. Every one is nullable in
# the schema but the ids.
UNAME = {
    "id": NUMBER, "guid": TEXT, "name": TEXT, "email": TEXT, "team": TEXT, "isdisabled": BOOL,
    "isapiagent": BOOL, "initials": TEXT, "is_agent": BOOL, "lastlogindate": TEXT, "use": TEXT,
    "role_list": TEXT, "first_role_id": TEXT, "twofactor_enabled": BOOL, "licence_type": NUMBER,
    "isagentdetails": BOOL, "workday_id": NUMBER, "workday_name": TEXT, "workday_timezone": TEXT,
    "claims": ROWS, "roles": ROWS, "teams": ROWS, "departments": ROWS,
}  # fmt: skip
UNAME_SECTION = {
    "id": NUMBER, "agent_id": NUMBER, "agent_name": TEXT, "team_id": NUMBER, "team_name": TEXT,
    "department_id": NUMBER, "role_id": TEXT, "role_name": TEXT, "is_manager": BOOL,
    "unassigned_access": BOOL, "otheragent_access": BOOL, "fortickets": BOOL, "foropps": BOOL,
    "forprojects": BOOL,
}  # fmt: skip
UNAME_DEPARTMENT = {
    "id": NUMBER, "agent_id": NUMBER, "department_id": NUMBER, "department_name": TEXT,
    "role_id": TEXT, "role_name": TEXT, "membershiplevel": NUMBER, "includeteamsintree": BOOL,
}  # fmt: skip
NHD_ROLES = {
    "id": TEXT, "id_int": NUMBER, "name": TEXT, "normalizedName": TEXT, "notes": TEXT,
    "is_integration": BOOL, "claims": ROWS, "teams": ROWS, "departments": ROWS,
}  # fmt: skip
NHD_CLAIM = {"type": TEXT, "value": TEXT}
NHD_IDENTITY_APPLICATION = {
    "id": TEXT, "clientId": TEXT, "displayName": TEXT, "grant_type": TEXT, "type": TEXT,
    "inactive": BOOL, "loginas_agent_id": NUMBER, "loginas_agent_name": TEXT,
    "loginas_client_id": NUMBER, "allowagents": BOOL, "allowusers": BOOL, "_issystem": BOOL,
    "scopes": ROWS,
}  # fmt: skip
APPLICATION_SCOPE = {"id": NUMBER, "application_id": TEXT, "name": TEXT}
SECTION_DETAIL = {
    "id": NUMBER, "name": TEXT, "department_id": NUMBER, "department_name": TEXT,
    "inactive": BOOL, "forrequests": BOOL, "foropps": BOOL, "forprojects": BOOL, "use": TEXT,
    "agents": ROWS,
}  # fmt: skip


def assert_shape(row: dict[str, object], schema: dict[str, type]) -> None:
    assert set(row) == set(schema)
    for name, value in row.items():
        assert value is None or type(value) is schema[name], name


@pytest.mark.parametrize("agent_id", [2, 4, 7, 8])
def test_an_agent_is_a_uname(visitor, agent_id):
    body = visitor.get(f"/Agent/{agent_id}", visitor.administrator(), includedetails="true").json()
    assert_shape(body, UNAME)
    for rows, schema in (
        (body["claims"], NHD_CLAIM),
        (body["roles"], NHD_ROLES),
        (body["teams"], UNAME_SECTION),
        (body["departments"], UNAME_DEPARTMENT),
    ):
        for row in rows:
            assert_shape(row, schema)


def test_the_sample_has_a_row_of_every_kind(visitor):
    token = visitor.administrator()
    bodies = [visitor.get(f"/Agent/{n}", token, includedetails="true").json() for n in (2, 4)]
    for kind in ("claims", "roles", "teams", "departments"):
        assert any(body[kind] for body in bodies), kind


def test_the_list_of_agents_has_no_other_fields(visitor):
    body = visitor.get("/Agent", visitor.administrator(), includeroles="true").json()
    for row in body["results"]:
        assert set(row) < set(UNAME)
        assert "claims" not in row


def test_a_role_is_an_nhd_roles(visitor):
    token = visitor.administrator()
    for row in visitor.get("/Roles", token).json():
        body = visitor.get(f"/Roles/{row['id']}", token, includedetails="true").json()
        assert_shape(body, NHD_ROLES)


def test_a_team_is_a_section_detail(visitor):
    body = visitor.get("/Team/1", visitor.administrator(), includeagents="true").json()
    assert_shape(body, SECTION_DETAIL)
    for row in body["agents"]:
        assert_shape(row, UNAME_SECTION)


def test_an_application_never_carries_its_secret(visitor):
    token = visitor.administrator()
    row = visitor.get("/Application", token).json()[0]
    body = visitor.get(f"/Application/{row['id']}", token, includedetails="true").json()
    assert_shape(body, NHD_IDENTITY_APPLICATION)
    assert_shape(body["scopes"][0], APPLICATION_SCOPE)
    assert "clientSecret" not in body

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Struct

from wizard.halo.decode import record, records, row_count, rows, single
from wizard.halo.records import Agent, Application, ApplicationScope, AuthInfo, Claim, Role

from .fakes import JSON

KINDS: list[type[Struct]] = [Agent, Application, AuthInfo, Claim, Role]


@given(JSON, st.sampled_from(KINDS))
def test_any_json_decodes_or_is_none(document: object, kind: type[Struct]) -> None:
    found = record(kind, document)
    assert found is None or type(found) is kind
    if isinstance(document, dict) and kind is not Claim:
        assert found is not None
    listed = records(kind, document)
    assert listed is None or len(listed) == len(document)  # type: ignore[arg-type]


@given(JSON, st.sampled_from(["", "results", "id", "name"]))
def test_any_json_has_rows_or_none(document: object, key: str) -> None:
    found = rows(document, key)
    assert found is None or isinstance(found, list)
    count = row_count(document, key)
    assert count is None or count >= 0
    single(document)


def test_a_field_of_another_type_is_unset_and_the_others_stay() -> None:
    raw = {"id": "7", "name": "liongard", "isapiagent": 1, "isdisabled": False, "email": None}
    assert record(Agent, raw) == Agent(name="liongard", isdisabled=False, email=None)


def test_absence_is_not_turned_into_a_value() -> None:
    found = record(Agent, {})
    assert found == Agent()
    assert found.claims is UNSET


def test_details_of_an_agent() -> None:
    raw = {
        "id": 7,
        "claims": [{"type": "SA", "value": "true", "more": 1}, {"type": "Tx", "value": 2}],
        "roles": [{"id": "guid", "name": "API", "claims": [{"type": "Tx", "value": "1"}]}],
        "teams": [{"team_id": 1, "team_name": "First"}, {}],
        "departments": None,
    }
    found = record(Agent, raw)
    assert found is not None
    assert found.claims == (Claim("SA", "true"), Claim("Tx", UNSET))
    assert found.roles == (Role(id="guid", name="API", claims=(Claim("Tx", "1"),)),)
    assert isinstance(found.teams, tuple)
    assert [team.team_name for team in found.teams] == ["First", UNSET]
    assert found.departments is UNSET


@pytest.mark.parametrize("broken", [{"value": "1"}, "Tx", None, {"type": 3}])
def test_one_claim_that_cannot_be_read_makes_all_of_them_unreadable(broken: object) -> None:
    found = record(Agent, {"id": 1, "claims": [{"type": "Tx", "value": "1"}, broken]})
    assert found == Agent(id=1)


def test_an_application_uses_halopsas_names() -> None:
    raw = {
        "id": 3,
        "clientId": "c",
        "displayName": "n",
        "client_id": "x",
        "scopes": [{"name": "all"}],
    }
    assert record(Application, raw | {"scopes": [{"name": "all"}]}) == Application(
        id=3, client_id="c", display_name="n", scopes=(ApplicationScope("all"),)
    )


@pytest.mark.parametrize(
    ("document", "key", "wanted"),
    [
        ([1], "", [1]),
        ({"record_count": 1, "tickets": [1]}, "tickets", [1]),
        ({"record_count": 1, "tickets": [1]}, "", [1]),
        ({"record_count": 1, "tickets": [1], "columns": [2, 3]}, "tickets", [1]),
        ({"record_count": 1, "tickets": [1], "columns": [2, 3]}, "", None),
        ({"record_count": 1, "results": [1], "columns": [2, 3]}, "agents", [1]),
        ({"record_count": 0}, "", []),
        ({"record_count": 5}, "", None),
        ({"id": 1, "roles": []}, "", None),
        ({"error": "x"}, "", None),
        ("text", "", None),
        (None, "", None),
    ],
)
def test_envelopes(document: object, key: str, wanted: object) -> None:
    assert rows(document, key) == wanted


def test_rows_are_counted_and_not_believed() -> None:
    assert row_count({"record_count": 50, "tickets": []}, "tickets") == 0
    assert row_count({"id": 3, "claims": []}) == 1
    assert row_count({"record_count": 5}) is None
    assert row_count("x") is None


def test_one_object_may_come_in_a_list() -> None:
    assert single([{"id": 1}]) == {"id": 1}
    assert single([1, 2]) == [1, 2]

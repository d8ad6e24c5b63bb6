from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.halo.permissions import permission_table
from wizard.halo.probes import probe_table
from wizard.halo.scopes import ScopeKind, covered_by, covers, scope_table

TABLE = scope_table()
API = [scope.name for scope in TABLE if scope.kind is ScopeKind.API]


def test_every_proposed_name_is_a_scope() -> None:
    proposals = {scope.instead for scope in TABLE if scope.instead is not None}
    assert proposals == {"all:teams", "edit:tickets", "read:customers", "admin:webhooks"}
    assert proposals <= set(API)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("write:tickets", "edit:tickets"),
        ("read:clients", "read:customers"),
        ("read:teams", "all:teams"),
        ("Read:Tickets", "read:tickets"),
        ("editmine:timesheets", "editMine:timesheets"),
        ("read:ticket", "read:tickets"),
        ("read:sites", None),
        ("read:users", None),
        ("completely different", None),
    ],
)
def test_nearest(written: str, meant: str | None) -> None:
    assert TABLE.nearest(written) == meant


def test_names_are_compared_as_written() -> None:
    assert TABLE.get("read:tickets") is not None
    assert TABLE.get("Read:Tickets") is None


@given(st.text())
def test_nearest_gives_a_scope_or_nothing(text: str) -> None:
    assert TABLE.nearest(text) in {None, *API}


@given(st.sets(st.sampled_from(API)), st.sampled_from(API))
def test_editing_covers_reading_and_never_the_other_way(granted: set[str], name: str) -> None:
    if name in granted:
        assert covers(granted, name)
    elif covers(granted, name):
        assert name.startswith("read:")
        assert covered_by(granted, name) == "edit:" + name.removeprefix("read:")
        assert covered_by(granted, name) in granted


def test_edit_mine_does_not_cover_reading() -> None:
    assert not covers({"editMine:timesheets"}, "read:timesheets")


def test_editing_covers_reading_and_nothing_else() -> None:
    assert covered_by({"edit:timesheets"}, "read:timesheets") == "edit:timesheets"
    assert not covers({"edit:timesheets"}, "editMine:timesheets")
    assert not covers({"edit:teams"}, "all:teams")


def test_wide_scopes_are_told_apart() -> None:
    assert TABLE.wide_among({"all", "read:tickets", "nonsense"}) == {"all"}
    assert not covers({"all"}, "read:tickets")


def test_every_probe_needs_known_things() -> None:
    assert len(probe_table()) == 34
    for probe in probe_table():
        assert probe.path.startswith("/")
        assert not probe.scope or probe.scope in API
        assert not probe.permission or permission_table().by_code(probe.permission)


def test_probes_are_found_whatever_the_case() -> None:
    probe = probe_table().get("/tickets")
    assert probe is not None
    assert (probe.scope, probe.permission, probe.key) == ("read:tickets", "Tx", "tickets")
    assert probe_table().get("/Nothing") is None

"""The practice instance's own reading of HaloPSA's tables."""

from __future__ import annotations

import pytest

from wizard.practice.seed import catalogue
from wizard.practice.tables import tables

# Answered from the world itself, not from a list of the seed.
FROM_THE_WORLD = {"/agent/me", "/agent", "/roles", "/team", "/tickets"}


def test_timesheets_have_an_order_that_is_not_the_numbers():
    timesheets = tables().permissions["Hx"]
    assert [timesheets.rank(code) for code in ("0", "3", "1", "2", "4")] == [0, 1, 2, 3, 4]


def test_a_code_differs_by_case():
    assert tables().permissions["lc"].label != tables().permissions["LC"].label


def test_a_permission_is_found_by_its_older_label_in_any_case():
    found = tables().permission_called(["clients access level"])
    assert found is not None
    assert found.code == "Ux"


def test_two_values_may_share_a_label():
    assert tables().permissions["Jx"].ranks_called("Read and Modify") == (2, 3)


@pytest.mark.parametrize("probe", tables().probes.values(), ids=lambda probe: probe.path)
def test_every_probe_has_a_known_scope_and_right_and_rows(probe):
    assert probe.scope in ("", *tables().api_scopes)
    assert probe.permission in ("", *tables().permissions)
    rows = catalogue().lists.get(probe.path.casefold())
    assert rows or probe.path.casefold() in FROM_THE_WORLD


def test_names_that_are_no_scopes_can_neither_be_held_nor_asked_for():
    offered = {*tables().api_scopes, *tables().identity_scopes}
    assert not offered & {"read:users", "read:agents", "write:tickets", "read:sites"}

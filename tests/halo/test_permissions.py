from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET

from wizard.halo.permissions import (
    Permission,
    PermissionTable,
    PermissionValue,
    Standing,
    effective,
    permission_table,
)
from wizard.halo.records import Claim
from wizard.halo.wording import fold

TABLE = permission_table()


def _permission(code: str) -> Permission:
    found = TABLE.by_code(code)
    assert found is not None
    return found


def test_codes_and_long_names_are_unique_and_labels_not_empty() -> None:
    codes = [p.code for p in TABLE] + [p.legacy for p in TABLE if p.legacy]
    assert len(codes) == len(set(codes))
    assert len(TABLE) == 84
    for permission in TABLE:
        assert permission.labels
        assert all(value.labels for value in permission.values)
        assert len({v.code for v in permission.values}) == len(permission.values)


def test_case_of_a_code_counts() -> None:
    assert _permission("lc").labels[0] == "Can change a Ticket's Ticket Type"
    assert _permission("LC").labels[0] == "Chat Level"
    assert TABLE.by_code("tx") is None


def test_long_names_of_older_databases_are_found() -> None:
    assert TABLE.by_code("Ticket_Level") is TABLE.by_code("Tx")


def test_timesheets_are_ordered_by_meaning_and_not_by_number() -> None:
    timesheets = _permission("Hx")
    ranks = [timesheets.rank(code) for code in ("0", "3", "1", "2", "4")]
    assert ranks == [0, 1, 2, 3, 4]
    assert timesheets.rank_of_label("read only") == 1
    assert timesheets.rank("9") is None


def test_billing_stores_two_codes_for_one_value() -> None:
    billing = _permission("Jx")
    assert billing.rank("2") == billing.rank("3") == billing.rank_of_label("Read and Modify")
    assert billing.label_of_rank(billing.rank("3") or 0) == "Read and Modify"


@pytest.mark.parametrize("word", ["Not set", "No", "no access", " NO  ACCESS "])
def test_every_word_for_not_granted_is_the_lowest(word: str) -> None:
    assert _permission("Tx").rank_of_label(word) == 0
    assert _permission("l6").rank_of_label(word) == 0


def test_a_permission_whose_lowest_value_grants_something_has_no_word_for_not_granted() -> None:
    assert _permission("lz").rank_of_label("Not set") is None


def test_labels_are_found_whatever_their_case_spaces_and_quotes() -> None:
    assert TABLE.by_label("can change a  Ticket’s ticket type") is TABLE.by_code("lc")
    assert TABLE.by_label("Clients Access Level") is TABLE.by_code("Ux")
    assert TABLE.by_label("Companies", aliases=("Customers Access Level",)) is TABLE.by_code("Ux")
    assert TABLE.by_label("Tickets Access Level", section="Elsewhere") is TABLE.by_code("Tx")
    assert TABLE.by_label("Event Management Access Level") is None


def test_the_section_decides_between_permissions_of_one_label() -> None:
    def of(code: str, section: str) -> Permission:
        values = (PermissionValue("0", ("No",)),)
        return Permission(
            code=code, section=section, labels=("Same",), values=values, confidence="R"
        )

    table = PermissionTable([of("a", "One"), of("b", "Two")])
    assert table.by_label("same", section="two") is table.by_code("b")
    assert table.by_label("same") is None
    assert table.by_label("same", section="Three") is None


def test_a_section_gives_its_known_permissions() -> None:
    codes = {p.code for p in TABLE.in_section("tickets permissions")}
    assert {"l6", "lf", "l1", "l5"} <= codes
    assert "Tx" not in codes


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.sampled_from(list(TABLE)), st.data())
def test_every_label_of_the_table_is_found_and_has_its_value(
    permission: Permission, data: st.DataObject
) -> None:
    label = data.draw(st.sampled_from(permission.labels))
    assert TABLE.by_label(f"  {label.upper()} ", permission.section) is permission
    for value in permission.values:
        assert permission.rank_of_label(value.labels[0]) == permission.rank(value.code)


_RANKED = [p for p in TABLE if p.values]
_VALUES = st.one_of(
    st.sampled_from(["0", "1", "2", "3", "4", "true", "false", "", " ", "99", "True"]),
    st.none(),
    st.just(UNSET),
)


@given(
    st.sampled_from(_RANKED),
    st.lists(st.tuples(st.sampled_from(["agent", "role"]), _VALUES), max_size=6),
    st.randoms(use_true_random=False),
)
def test_the_effective_value_is_the_highest_and_does_not_depend_on_the_order(
    permission: Permission,
    held: list[tuple[str, str | None]],
    shuffle: random.Random,
) -> None:
    claims = [(holder, Claim(permission.code, value)) for holder, value in held]
    result = effective(permission, claims)
    known = [h.rank for h in result.holdings if h.rank is not None]
    assert result.rank == max(known, default=None)
    assert len(result.holdings) == len(claims)
    mixed = list(claims)
    shuffle.shuffle(mixed)
    again = effective(permission, mixed)
    assert (again.rank, again.certain, again.standing) == (
        result.rank,
        result.certain,
        result.standing,
    )


@given(
    st.sampled_from(_RANKED),
    st.lists(st.tuples(st.sampled_from(["agent", "role"]), _VALUES), max_size=4),
    st.integers(0, 4),
)
def test_an_unknown_value_beside_never_lets_a_permission_be_judged_too_low(
    permission: Permission, held: list[tuple[str, str | None]], wanted: int
) -> None:
    claims = [(holder, Claim(permission.code, value)) for holder, value in held]
    before = effective(permission, claims)
    after = effective(permission, [*claims, ("other role", Claim(permission.code, "77"))])
    assert after.at_least(wanted) is not False
    assert not after.certain
    if before.at_least(wanted):
        assert after.at_least(wanted)


def test_found_unknown_and_nothing_are_told_apart() -> None:
    tickets = _permission("Tx")
    found = effective(tickets, [("agent", Claim("Tx", "1")), ("role", Claim("Ticket_Level", "2"))])
    assert (found.standing, found.label, found.at_least(2)) == (
        Standing.FOUND,
        "Read and Modify",
        True,
    )
    assert [(h.holder, h.raw) for h in found.holdings] == [("agent", "1"), ("role", "2")]
    unknown = effective(tickets, [("agent", Claim("Tx", "7"))])
    assert (unknown.standing, unknown.rank, unknown.at_least(0)) == (Standing.UNKNOWN, None, None)
    nothing = effective(tickets, [("agent", Claim("Ux", "3")), ("agent", Claim("tx", "2"))])
    assert (nothing.standing, nothing.at_least(1), nothing.holdings) == (Standing.NOTHING, None, ())


def test_an_empty_value_grants_nothing_and_hides_nothing() -> None:
    tickets = _permission("Tx")
    alone = effective(tickets, [("agent", Claim("Tx", ""))])
    assert (alone.standing, alone.rank, alone.at_least(1)) == (Standing.FOUND, 0, False)
    beside = effective(tickets, [("agent", Claim("Tx", None)), ("role", Claim("Tx", "1"))])
    assert (beside.rank, beside.certain, beside.at_least(2)) == (1, True, False)
    appointments = effective(_permission("lz"), [("agent", Claim("lz", ""))])
    assert appointments.standing is Standing.NOTHING


def test_a_value_that_could_not_be_read_is_unknown() -> None:
    result = effective(_permission("Tx"), [("agent", Claim("Tx", UNSET))])
    assert (result.standing, result.certain) == (Standing.UNKNOWN, False)


def test_a_permission_without_known_values_is_unknown() -> None:
    result = effective(_permission("LC"), [("agent", Claim("LC", "1"))])
    assert result.standing is Standing.UNKNOWN

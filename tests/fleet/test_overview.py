"""The overview: nothing gets lost between list, counts and filters, whatever there is."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wizard.fleet.overview import (
    GROUP_OF,
    Entry,
    Group,
    Order,
    Query,
    Stand,
    by_instance,
    by_integration,
    chosen,
    counts,
    ordered,
)

NAMES = some.sampled_from(["Liongard", "TopLeft", "Straße", "acme", "beta.example", "LION"])
NUMBERS = some.integers(0, 9)
MOMENTS = some.datetimes(
    dt.datetime(2026, 1, 1), dt.datetime(2026, 12, 31), timezones=some.just(dt.UTC)
)
ENTRIES = some.lists(
    some.builds(
        Entry,
        setup_id=some.uuids().map(str),
        integration=NAMES,
        instance=NAMES,
        stand=some.sampled_from(Stand),
        left=NUMBERS,
        unknown=NUMBERS,
        drifts=NUMBERS,
        accepted=NUMBERS,
        checked=some.none() | MOMENTS,
    ),
    unique_by=lambda each: each.setup_id,
)
QUERIES = some.builds(
    Query,
    groups=some.frozensets(some.sampled_from(Group)),
    integration=some.none() | NAMES,
    instance=some.none() | NAMES,
    words=some.sampled_from(["", "lion", "LION acme", "STRASSE", "beta  top", "nobody"]),
)


@given(ENTRIES)
def test_every_setup_is_counted_once(entries: list[Entry]) -> None:
    assert sum(counts(entries).values()) == len(entries)
    for totals in (by_integration(entries), by_instance(entries)):
        assert sum(each.total for each in totals) == len(entries)
        for group in Group:
            assert sum(each.counts[group] for each in totals) == counts(entries)[group]
        assert len({each.name for each in totals}) == len(totals)


@given(ENTRIES, QUERIES)
def test_what_a_count_says_is_what_its_filter_shows(entries: list[Entry], query: Query) -> None:
    found = chosen(entries, query)
    assert [each for each in entries if each in found] == found
    for group in Group:
        only = Query(frozenset({group}))
        assert len(chosen(entries, only)) == counts(entries)[group]
    for total in by_integration(entries):
        assert len(chosen(entries, Query(integration=total.name))) == total.total
    for total in by_instance(entries):
        assert len(chosen(entries, Query(instance=total.name))) == total.total


@given(ENTRIES, QUERIES)
def test_each_part_of_a_query_narrows(entries: list[Entry], query: Query) -> None:
    parts = [
        Query(groups=query.groups),
        Query(integration=query.integration),
        Query(instance=query.instance),
        Query(words=query.words),
    ]
    by_parts = [each for each in entries if all(each in chosen(entries, one) for one in parts)]
    assert chosen(entries, query) == by_parts


@given(ENTRIES, some.sampled_from(Order), some.booleans(), some.randoms(use_true_random=False))
def test_the_order_depends_on_nothing_but_the_setups(
    entries: list[Entry], by: Order, backwards: bool, chance: random.Random
) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)
    once = ordered(entries, by, backwards=backwards)
    assert ordered(shuffled, by, backwards=backwards) == once
    assert sorted(each.setup_id for each in once) == sorted(each.setup_id for each in entries)


@given(ENTRIES)
def test_the_worst_stand_first(entries: list[Entry]) -> None:
    ranks = [list(Stand).index(each.stand) for each in ordered(entries, Order.STAND)]
    assert ranks == sorted(ranks)
    groups = [list(Group).index(GROUP_OF[Stand(each)]) for each in Stand]
    assert groups == sorted(groups)  # who goes by groups sees them together


def test_where_more_drifted_or_is_left_comes_first() -> None:
    def entry(name: str, drifts: int, left: int) -> Entry:
        return Entry(
            setup_id=name,
            integration="Liongard",
            instance="acme",
            stand=Stand.HAND,
            drifts=drifts,
            left=left,
        )

    entries = [entry("a", 0, 9), entry("b", 2, 0), entry("c", 2, 1)]
    assert [each.setup_id for each in ordered(entries, Order.STAND)] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("words", "found"),
    [("lion", 1), ("LION ACME", 1), ("lion beta", 0), ("  ", 1), ("strasse", 0)],
)
def test_every_word_has_to_be_in_a_name(words: str, found: int) -> None:
    entry = Entry(setup_id="a", integration="Liongard", instance="acme.halo", stand=Stand.HOLDS)
    assert len(chosen([entry], Query(words=words))) == found

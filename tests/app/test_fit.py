"""Which profile fits: properties, on observations of setups that were made by hand."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as changed

from tests.app.by_hand import PROFILES, by_hand
from tests.profiles.paths import GUIDES
from wizard.app.eyes import open_eyes
from wizard.app.wide_look import wide_look
from wizard.checks.fit import Fit, equally_best, fits
from wizard.checks.observation import Observation, ScopeFacts, Seen
from wizard.checks.rules.case import Subject
from wizard.halo.scopes import covered_by, scope_table
from wizard.halo.session import Halo
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import ScopeRequirement, requirements
from wizard.profiles.schema import Profile

OTHERS = tuple(Catalog().get(str(path)) for path in sorted(GUIDES.glob("*.toml")))
EVERY = {each.id: each for each in (*PROFILES, *OTHERS)}
OWN = "own-blind-dropped"


@cache
def observed(profile_id: str, world: str = "easy") -> tuple[Observation, Subject]:
    """Give what one look sees of a perfect setup of this profile, and whose it is."""

    async def look() -> tuple[Observation, Subject]:
        with by_hand(EVERY[profile_id], world) as made:
            async with Halo.open(made.instance.address) as halo:
                own = (made.own.client_id, made.own.client_secret)
                admin = (made.admin_id, made.admin_secret) if world == "easy" else None
                wide = await wide_look(
                    halo.gate(*own),
                    lambda: open_eyes(halo, own, admin),
                    tuple(EVERY.values()),
                    halo,
                    lambda _: None,
                )
            return wide.seen, Subject(agent=wide.agent, client_id=made.own.client_id)

    return asyncio.run(look())


def ranked(profile_id: str, seen: Observation | None = None) -> tuple[Fit, ...]:
    recorded, subject = observed(profile_id)
    return fits(EVERY.values(), subject, seen or recorded)


def scopes_of(profile: Profile) -> list[str]:
    return [each.row.name for each in requirements(profile) if isinstance(each, ScopeRequirement)]


def without(seen: Observation, names: set[str]) -> Observation:
    """Take scopes from the application, and from what its tokens list."""
    assert isinstance(seen.scopes, Seen)
    assert isinstance(seen.applications, Seen)
    facts = seen.scopes.value
    decided = {**facts.decided, **dict.fromkeys(names, False)}
    left = replace(facts, decided=decided, held=(facts.held or frozenset()) - names)
    pages = tuple(
        changed(page, scopes=tuple(each for each in page.scopes or () if each.name not in names))
        for page in seen.applications.value
    )
    return replace(
        seen,
        scopes=replace(seen.scopes, value=left),
        applications=replace(seen.applications, value=pages),
    )


@pytest.mark.parametrize("world", ["easy", OWN])
@pytest.mark.parametrize("profile_id", EVERY)
def test_a_perfect_setup_proposes_its_own_profile_first(profile_id: str, world: str) -> None:
    seen, subject = observed(profile_id, world)
    found = fits(EVERY.values(), subject, seen)
    assert [each.profile.id for each in equally_best(found)] == [profile_id]
    if EVERY[profile_id] in PROFILES:
        first, second = found[:2]
        assert (first.likeness, first.missing, first.excess) == (1, (), ())
        assert second.likeness < 1


@settings(max_examples=25)
@given(st.data())
def test_the_order_of_the_profiles_does_not_matter(data: st.DataObject) -> None:
    profile_id = data.draw(st.sampled_from(sorted(EVERY)))
    seen, subject = observed(profile_id)
    shuffled = data.draw(st.permutations(list(EVERY.values())))
    assert [each.profile.id for each in fits(shuffled, subject, seen)] == [
        each.profile.id for each in ranked(profile_id)
    ]


@given(st.data())
def test_scopes_taken_away_are_exactly_what_differs(data: st.DataObject) -> None:
    profile_id = data.draw(st.sampled_from([each.id for each in PROFILES]))
    profile, (seen, subject) = EVERY[profile_id], observed(profile_id)
    asked = scopes_of(profile)
    gone = data.draw(st.sets(st.sampled_from(asked), max_size=len(asked)))
    found = fits(EVERY.values(), subject, without(seen, gone))
    mine = next(each for each in found if each.profile.id == profile_id)
    left = set(asked) - gone
    wanted = {f"scope:{name}" for name in gone if covered_by(left, name) is None}
    assert {each.requirement for each in mine.missing} == wanted
    assert mine.excess == ()
    better = [each for each in found if each.likeness > mine.likeness]
    assert found[0] is mine or better
    if len(gone) <= 2:
        assert equally_best(found) == (mine,)


@given(st.data())
def test_scopes_added_are_exactly_what_goes_beyond(data: st.DataObject) -> None:
    profile_id = data.draw(st.sampled_from(["liongard", "perimeters", "watchguard-cloud"]))
    profile, (seen, subject) = EVERY[profile_id], observed(profile_id)
    asked = scopes_of(profile)
    strange = [
        each.name
        for each in scope_table()
        if each.name.startswith("edit:") and each.name not in asked
    ]
    more = data.draw(st.sets(st.sampled_from(strange), max_size=3))
    assert isinstance(seen.scopes, Seen)
    facts = seen.scopes.value
    held = ScopeFacts(facts.decided, facts.how, (facts.held or frozenset()) | more)
    found = fits(EVERY.values(), subject, replace(seen, scopes=replace(seen.scopes, value=held)))
    assert found[0].profile.id == profile_id
    assert {each.requirement for each in found[0].excess} == {f"scope:{name}" for name in more}


def test_a_twin_with_another_name_fits_equally() -> None:
    seen, subject = observed("liongard")
    twin = changed(EVERY["liongard"], id="twin", name="Twin")
    best = equally_best(fits([*EVERY.values(), twin], subject, seen))
    assert [each.profile.id for each in best] == ["liongard", "twin"]


def test_the_agents_name_decides_between_twins_that_suggest_other_names() -> None:
    seen, subject = observed("liongard")
    steps = tuple(
        changed(step, suggested="Somebody else") if getattr(step, "suggested", None) else step
        for step in EVERY["liongard"].steps
    )
    twin = changed(EVERY["liongard"], id="another", name="Another", steps=steps)
    best = equally_best(fits([*EVERY.values(), twin], subject, seen))
    assert [each.profile.id for each in best] == ["liongard"]


def test_a_smaller_profile_that_is_also_met_comes_after_the_larger_one() -> None:
    seen, subject = observed("perimeters")
    liongard = EVERY["liongard"]
    unnamed = tuple(
        changed(step, name=None, suggested=None)
        if getattr(step, "name", None)
        else changed(step, suggested=None)
        if getattr(step, "suggested", None)
        else step
        for step in liongard.steps
    )
    small = changed(liongard, id="small", name="Small", steps=unnamed)
    first, *rest = fits([small, EVERY["perimeters"]], subject, seen)
    assert first.profile.id == "perimeters"
    (other,) = rest
    assert other.missing == ()
    assert other.likeness < first.likeness


def test_where_nothing_can_be_seen_nothing_is_proposed() -> None:
    found = fits(EVERY.values(), Subject(), Observation())
    assert equally_best(found) == ()
    assert {each.likeness for each in found} == {0}

"""Only what a profile's author wrote for people is translated: nothing that counts changes."""

from collections.abc import Iterator

import pytest
from msgspec import Struct

from tests.marked import marked, strings
from tests.profiles.test_general import ALL_OF_IT
from wizard.profiles.catalog import Catalog
from wizard.profiles.loader import parse_profile
from wizard.profiles.prose import spoken
from wizard.profiles.requirements import requirements
from wizard.profiles.schema import Profile

PROFILES = (*Catalog().all(), parse_profile(ALL_OF_IT.encode()))
each_profile = pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.id)


CALLED = [
    "aliases",
    "authentication_method",
    "departments",
    "group",
    "id",
    "label",
    "login_type",
    "menu",
    "name",
    "names",
    "probes",
    "section",
    "suggested",
    "username",
    "value",
]


def called(part: object) -> Iterator[object]:
    """Give what Halo and the vendor call things, wherever it stands in a profile."""
    if isinstance(part, tuple):
        for each in part:
            yield from called(each)
    elif isinstance(part, Struct):
        for name in part.__struct_fields__:
            value = getattr(part, name)
            yield from [(name, value)] if name in CALLED else called(value)


@each_profile
def test_what_is_asked_for_stays_as_it_is(profile: Profile) -> None:
    with marked():
        said = spoken(profile)
    assert [each.id for each in requirements(said)] == [each.id for each in requirements(profile)]
    assert said.source.title == profile.source.title
    assert list(called(said)) == list(called(profile))


@each_profile
def test_what_is_for_people_is_translated(profile: Profile) -> None:
    with marked():
        said = spoken(profile)
    assert said.summary == f"⟦{profile.summary}⟧"
    prose = {text.strip("⟦⟧") for text in strings(said) if text.startswith("⟦")}
    assert prose <= set(strings(profile))
    for before in profile.steps:
        assert {*before.text, *filter(None, [before.remark])} <= prose


@each_profile
def test_without_a_translator_it_is_the_same(profile: Profile) -> None:
    assert spoken(profile) == profile

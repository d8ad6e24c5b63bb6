"""The walk over the schema agrees with msgspec on what is a profile, whatever the tree is."""

from __future__ import annotations

import copy
import datetime as dt
import tomllib
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.profiles.paths import EVERY_FILE
from wizard.profiles.schema import Profile
from wizard.profiles.shape import Shape

TREES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in EVERY_FILE]
SCALARS = (
    st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.sampled_from(["agent", "Yes", "role", "either", "host", "x", "", " ", "\x1b[2J"])
    | st.dates()
    | st.datetimes()
    | st.just(dt.time(1, 2))
)
KEYS = st.sampled_from(["kind", "name", "step", "scope", "id", "level", "x y", "source"])
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=6,
)


def spots(tree: Any) -> list[tuple[Any, Any]]:
    """Every (container, key) of the tree."""
    pairs = list(tree.items()) if isinstance(tree, dict) else list(enumerate(tree))
    found = [(tree, key) for key, _ in pairs]
    for _, value in pairs:
        if isinstance(value, dict | list):
            found += spots(value)
    return found


def fits(tree: object) -> bool:
    try:
        msgspec.convert(tree, Profile, strict=True)
    except msgspec.ValidationError:
        return False
    return True


def is_of_form(message: str) -> bool:
    """Stricter than the schema: no empty text, nothing invisible."""
    return message != "is empty" and "invisible" not in message


def agrees(tree: dict[str, Any]) -> None:
    wrong = [each for each in Shape(tree).mistakes if is_of_form(each.message)]
    assert bool(wrong) is not fits(tree)


@given(st.data())
def test_agrees_with_msgspec_on_a_changed_profile(data: st.DataObject) -> None:
    tree = copy.deepcopy(data.draw(st.sampled_from(TREES)))
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(spots(tree)))
        change = data.draw(st.sampled_from(["set", "delete", "add"]))
        if change == "delete":
            del container[key]
        elif change == "set" or isinstance(container, list):
            container[key] = data.draw(VALUES)
        else:
            container[data.draw(KEYS)] = data.draw(VALUES)
        if not tree:
            break
    agrees(tree)


@given(st.dictionaries(KEYS, VALUES))
def test_agrees_with_msgspec_on_any_tree(tree: dict[str, Any]) -> None:
    agrees(tree)


@given(st.data())
def test_a_deleted_required_key_is_named_at_its_place(data: st.DataObject) -> None:
    tree = copy.deepcopy(data.draw(st.sampled_from(TREES)))
    index = data.draw(st.integers(0, len(tree["step"]) - 1))
    del tree["step"][index]["kind"]
    assert [each.place for each in Shape(tree).mistakes] == [f"step[{index}].kind"]


def test_a_sound_tree_gives_the_same_profile_as_msgspec() -> None:
    for tree in TREES:
        shape = Shape(tree)
        assert shape.mistakes == []
        assert shape.profile == msgspec.convert(tree, Profile, strict=True)


def test_places_count_the_broken_neighbours_too() -> None:
    tree = copy.deepcopy(TREES[0])
    rows = tree["step"][0]["permission"]
    rows[0] = "not a row"
    shape = Shape(tree)
    first = shape.profile.steps[0].permissions[0]  # type: ignore[union-attr]
    assert first.label == rows[1]["label"]
    assert shape.place(first, "value") == "step[0].permission[1].value"

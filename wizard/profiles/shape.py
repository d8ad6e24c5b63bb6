"""A raw TOML tree against the schema: every mistake of form, and what can be used all the same.

msgspec stops at the first mistake, so this walks msgspec's own description of the schema. A part
with a mistake is left out of what it gives; its neighbours are kept, so that the rules can still
judge them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Literal, TypeGuard

import msgspec
from msgspec import inspect

from wizard.profiles.mistakes import Mistake, nearest
from wizard.profiles.schema import Profile, Source

_MISSING = object()
# What stands in for a key of these two that is missing or wrong, so that the rest can be judged.
_STAND_IN: Mapping[type, Mapping[str, object]] = {
    Profile: {
        "format": 1,
        "id": "",
        "name": "",
        "summary": "",
        "source": Source(title="", publisher="", seen=dt.date.min),
        "steps": (),
    },
    Source: {"title": "", "publisher": "", "seen": dt.date.min},
}
_WORDS: Mapping[type[inspect.Type], str] = {
    inspect.StrType: "a text",
    inspect.BoolType: "true or false",
    inspect.DateType: "a date such as 2026-11-22",
    inspect.VarTupleType: "a list",
    inspect.StructType: "a table",
}


class Shape:
    """The tree as far as it fits the schema: `profile`, its mistakes, and where each part stands.

    Takes any TOML tree; `profile` has stand-ins for what the top level lacks.
    """

    def __init__(self, tree: dict[str, object]) -> None:
        self.mistakes: list[Mistake] = []
        # By identity, with the part itself: it must live, or another part could get its number.
        self._places: dict[int, tuple[str, object]] = {}
        found = self._value(tree, inspect.type_info(Profile), "")
        assert isinstance(found, Profile)  # noqa: S101 - the top level has stand-ins for all
        self.profile = found

    def place(self, part: object, key: str = "") -> str:
        """Give the place of a part of `profile`, or of a key in it (as TOML spells the key)."""
        place, _ = self._places[id(part)]
        return _join(place, key) if key else place

    def has(self, part: object) -> bool:
        """Tell whether this is a part of `profile` that stands somewhere in the file."""
        return id(part) in self._places

    def _wrong(self, place: str, message: str) -> object:
        self.mistakes.append(Mistake(place, None, message))
        return _MISSING

    def _value(self, value: object, kind: inspect.Type, place: str) -> object:
        if isinstance(kind, inspect.UnionType):
            return self._union(value, kind, place)
        if isinstance(kind, inspect.StructType):
            return self._struct(value, kind, place)
        if isinstance(kind, inspect.VarTupleType):
            return self._list(value, kind, place)
        return self._leaf(value, kind, place)

    def _union(self, value: object, kind: inspect.UnionType, place: str) -> object:
        options = [each for each in kind.types if not isinstance(each, inspect.NoneType)]
        if len(options) == 1:
            return self._value(value, options[0], place)
        if not _is_table(value):
            return self._wrong(place, f"expected a table, found {_found(value)}")
        tagged = {each.tag: each for each in options if isinstance(each, inspect.StructType)}
        tag = value.get("kind", _MISSING)
        if tag is _MISSING:
            return self._wrong(_join(place, "kind"), f"missing key; one of {_listed(tagged)}")
        if not isinstance(tag, str) or tag not in tagged:
            hint = nearest(str(tag), map(str, tagged))
            message = f"no such kind of step: {tag}{hint} (known: {_listed(tagged)})"
            return self._wrong(_join(place, "kind"), message)
        return self._struct(value, tagged[tag], place)

    def _struct(self, value: object, kind: inspect.StructType, place: str) -> object:
        if not _is_table(value):
            return self._wrong(place, f"expected a table, found {_found(value)}")
        fields = {field.encode_name: field for field in kind.fields}
        known = [*fields, *([kind.tag_field] if kind.tag_field else [])]
        for key in value:
            if key not in known:
                self._wrong(_join(place, key), f"unknown key{nearest(key, known)}")
        taken: dict[str, object] = {}
        for key, field in fields.items():
            part = self._field(value, field, _join(place, key))
            if part is _MISSING:
                part = _STAND_IN.get(kind.cls, {}).get(field.name, _MISSING)
            if part is not _MISSING:
                taken[field.name] = part
            elif field.required:
                return _MISSING
        made: object = kind.cls(**taken)
        self._places[id(made)] = (place, made)
        return made

    def _field(self, table: Mapping[str, object], field: inspect.Field, place: str) -> object:
        if field.encode_name in table:
            return self._value(table[field.encode_name], field.type, place)
        return self._wrong(place, "missing key") if field.required else _MISSING

    def _list(self, value: object, kind: inspect.VarTupleType, place: str) -> object:
        if not isinstance(value, list):
            return self._wrong(place, f"expected a list, found {_found(value)}")
        parts = [
            self._value(each, kind.item_type, f"{place}[{index}]")
            for index, each in enumerate(value)
        ]
        return tuple(part for part in parts if part is not _MISSING)

    def _leaf(self, value: object, kind: inspect.Type, place: str) -> object:
        try:
            taken: object = msgspec.convert(value, _python_type(kind), strict=True)
        except msgspec.ValidationError:
            return self._wrong(place, _mismatch(value, kind))
        if isinstance(kind, inspect.StrType) and isinstance(taken, str):
            if not taken.strip():
                return self._wrong(place, "is empty")
            if not taken.isprintable():
                return self._wrong(place, "has a line break or an invisible character in it")
        return taken


def _python_type(kind: inspect.Type) -> object:
    if isinstance(kind, inspect.EnumType):
        return kind.cls
    if isinstance(kind, inspect.LiteralType):
        return Literal[kind.values]
    return {inspect.StrType: str, inspect.BoolType: bool, inspect.DateType: dt.date}[type(kind)]


def _mismatch(value: object, kind: inspect.Type) -> str:
    if isinstance(kind, inspect.EnumType):
        names = [str(member.value) for member in kind.cls]
        return f"no such value: {value}{nearest(str(value), names)} (known: {_listed(names)})"
    if isinstance(kind, inspect.LiteralType):
        return f"expected {_listed(kind.values)}, found {value}"
    return f"expected {_WORDS[type(kind)]}, found {_found(value)}"


def _found(value: object) -> str:
    # bool before int: in Python, True is an int.
    kinds = ((bool, "true or false"), (str, "a text"), (list, "a list"), (dict, "a table"))
    numbers = ((int, "a number"), (float, "a number"), (dt.datetime, "a date with a time"))
    for kind, words in (*kinds, *numbers, (dt.date, "a date"), (dt.time, "a time")):
        if isinstance(value, kind):
            return words
    return type(value).__name__


def _listed(names: Iterable[object]) -> str:
    return ", ".join(map(str, names))


def _join(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key


def _is_table(value: object) -> TypeGuard[dict[str, object]]:
    return isinstance(value, dict)

"""From whatever JSON HaloPSA answers to typed records, without ever making something up.

A field that is absent or of another type becomes UNSET. Where an element of a list cannot be read,
the whole list is UNSET: a claim that was dropped in silence would read as "not granted".
"""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import msgspec
from msgspec import UNSET, Struct

from wizard.halo.records import Application

RecordT = TypeVar("RecordT", bound=Struct)

# The records use Python's spelling where HaloPSA's is camelCase (§7, S).
_JSON_NAMES: dict[type[Struct], dict[str, str]] = {
    Application: {"client_id": "clientId", "display_name": "displayName"},
}
# An envelope's own keys and the list keys that are sure; others differ an endpoint (§8.1, L).
_COUNT = "record_count"
_SURE_KEYS = ("results",)


def record(kind: type[RecordT], raw: object) -> RecordT | None:
    """Decode one object; None where it is no object, or lacks what the record cannot be without.

    Never raises, whatever JSON it is given.
    """
    if not isinstance(raw, dict):
        return None
    values: dict[str, object] = {}
    for field in _fields(kind):
        value = _value(field, raw.get(field.key, UNSET))
        if value is UNSET and field.required:
            return None
        values[field.name] = value
    return kind(**values)


def records(kind: type[RecordT], raw: object) -> tuple[RecordT, ...] | None:
    """Decode a list of objects; None where it is no list, or where an element cannot be read."""
    if not isinstance(raw, list):
        return None
    found = [record(kind, element) for element in raw]
    read = tuple(element for element in found if element is not None)
    return read if len(read) == len(found) else None


def single(document: object) -> object:
    """Unwrap one object: some endpoints give it as a list of one (§8.4 no. 10, C)."""
    if isinstance(document, list) and len(document) == 1:
        return document[0]
    return document


def rows(document: object, key: str = "") -> list[object] | None:
    """Find the rows of a list answer: a bare array, or the array under `key` in an envelope.

    Without a key, or where the envelope uses another one (§8.4 no. 10), it is `results` or the
    only array in it. None where the answer is no list, or does not tell which array it is.
    """
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return None
    for name in (key, *_SURE_KEYS):
        if isinstance(document.get(name), list):
            return list(document[name])
    if _COUNT not in document and "id" in document:
        return None  # one object, whose lists are its own
    lists = [value for value in document.values() if isinstance(value, list)]
    if not lists and document.get(_COUNT) == 0:
        return []
    return lists[0] if len(lists) == 1 else None


def row_count(document: object, key: str = "") -> int | None:
    """Count the rows of a probe's answer; an object without a list is one row, None: untold.

    `record_count` is not used: it is the wrong number on some tenants (§8.4 no. 8 and 9, L).
    """
    found = rows(document, key)
    if found is not None:
        return len(found)
    return 1 if isinstance(document, dict) and "id" in document else None


@dataclass(frozen=True, slots=True)
class _Field:
    """One field of a record: `key` is HaloPSA's name; `element` is X where it is a tuple of X."""

    name: str
    key: str
    kind: object
    element: type[Struct] | None
    required: bool


@cache  # to find out what a record's fields are takes longer than to read one
def _fields(kind: type[Struct]) -> tuple[_Field, ...]:
    names = _JSON_NAMES.get(kind, {})
    return tuple(
        _Field(
            each.name,
            names.get(each.name, each.name),
            each.type,
            _record_in_tuple(each.type),
            each.required,
        )
        for each in msgspec.structs.fields(kind)
    )


def _value(field: _Field, value: object) -> object:
    if field.element is not None:
        read = records(field.element, value)
        return UNSET if read is None else read
    try:
        return msgspec.convert(value, type=field.kind)
    except (msgspec.ValidationError, OverflowError):
        return UNSET


def _record_in_tuple(kind: object) -> type[Struct] | None:
    """Give X of a field typed `tuple[X, ...]`, alone or in a union, where X is a record."""
    options = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    for option in options:
        arguments = typing.get_args(option)
        if typing.get_origin(option) is tuple and issubclass(arguments[0], Struct):
            return typing.cast("type[Struct]", arguments[0])
    return None

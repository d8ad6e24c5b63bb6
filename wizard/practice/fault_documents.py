"""Faults that change what is asked of the instance, or the JSON that it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from urllib.parse import parse_qsl, urlencode

from wizard.practice.faults import Fault, FaultKind

Row = dict[str, object]

_FIFTY = 50  # rows; how many came whatever page_size said (halo-api.md §8.4 no. 8, L)
_NO_SUCH = "zz"  # a claim code that no table has
_ABSURD = "17"  # a value that no permission has
_ADMINISTRATOR = {"type": "SA", "value": "true"}

# fault: the parameter that the instance does not heed, and what it takes in its place
_UNHEEDED: Mapping[FaultKind, tuple[str, str | None]] = MappingProxyType(
    {
        FaultKind.IGNORES_PAGE_NO: ("page_no", None),
        FaultKind.IGNORES_PAGE_SIZE: ("page_size", f"{_FIFTY}"),
        FaultKind.HIDES_API_AGENTS: ("includeapiagents", None),
        FaultKind.HIDES_DETAILS: ("includedetails", None),
    }
)


def query_as_heard(faults: Iterable[Fault], query: bytes) -> bytes:
    """Give the query string as the instance heeds it."""
    pairs = parse_qsl(query.decode("latin-1"), keep_blank_values=True)
    for fault in faults:
        name, instead = _UNHEEDED.get(fault.kind, ("", None))
        if name:
            pairs = [(each, value) for each, value in pairs if each.casefold() != name]
            if instead is not None:
                pairs.append((name, instead))
    return urlencode(pairs).encode("latin-1")


def changes(fault: Fault) -> bool:
    """Tell whether this fault changes the JSON of an answer."""
    return fault.kind in _CHANGES


def changed(fault: Fault, document: object) -> object:
    """Give the document as this fault leaves it."""
    return _CHANGES[fault.kind](fault, document)


def _over_objects(change: Callable[[Fault, Row], Row]) -> Callable[[Fault, object], object]:
    """Apply a change to every object of a document, the inner ones first."""

    def walk(fault: Fault, document: object) -> object:
        if isinstance(document, list):
            return [walk(fault, each) for each in document]
        if isinstance(document, dict):
            return change(fault, {name: walk(fault, value) for name, value in document.items()})
        return document

    return walk


def _wrong_count(_: Fault, row: Row) -> Row:
    return {**row, "record_count": 717} if "record_count" in row else row


def _fifty(_: Fault, row: Row) -> Row:
    return {**row, "record_count": _FIFTY} if "record_count" in row else row


def _renamed_wrapper(_: Fault, row: Row) -> Row:
    if "record_count" not in row:
        return row
    return {"data" if isinstance(value, list) else name: value for name, value in row.items()}


def _without_claims(_: Fault, row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "claims"}


def _empty_claims(_: Fault, row: Row) -> Row:
    return {**row, "claims": []} if "claims" in row else row


def _claim(name: str, value: object) -> Callable[[Fault, Row], Row]:
    """Set one key of each claim that the fault is aimed at."""

    def change(fault: Fault, row: Row) -> Row:
        if set(row) != {"type", "value"} or fault.detail not in ("", row["type"]):
            return row
        return {**row, name: value}

    return change


def _without_fields(fault: Fault, row: Row) -> Row:
    hidden = fault.detail.split()
    return {name: value for name, value in row.items() if name not in hidden}


def _without_department_name(_: Fault, row: Row) -> Row:
    return {name: value for name, value in row.items() if name != "department_name"}


def _administrator(_: Fault, row: Row) -> Row:
    """Add the right where HaloPSA's own screen does not show it: on the agent itself (L)."""
    claims = row.get("claims")
    if not row.get("isagentdetails") or not isinstance(claims, list):
        return row
    return {**row, "claims": [*claims, _ADMINISTRATOR]}


_CHANGES: Mapping[FaultKind, Callable[[Fault, object], object]] = MappingProxyType(
    {
        kind: _over_objects(change)
        for kind, change in {
            FaultKind.IGNORES_PAGE_SIZE: _fifty,
            FaultKind.WRONG_COUNT: _wrong_count,
            FaultKind.RENAMED_WRAPPER: _renamed_wrapper,
            FaultKind.CLAIMS_ABSENT: _without_claims,
            FaultKind.CLAIMS_EMPTY: _empty_claims,
            FaultKind.UNKNOWN_CODE: _claim("type", _NO_SUCH),
            FaultKind.UNKNOWN_VALUE: _claim("value", _ABSURD),
            FaultKind.EMPTY_VALUE: _claim("value", ""),
            FaultKind.ABSENT_FIELD: _without_fields,
            FaultKind.NAMELESS_DEPARTMENTS: _without_department_name,
            FaultKind.HIDDEN_ADMINISTRATOR: _administrator,
        }.items()
    }
)

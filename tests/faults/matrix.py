"""The matrix: each fault, where it strikes, in which world, and how each look must end.

`CELLS` says what differs from the same look while nothing is wrong; every row that is not named
must be exactly as it was. A change is a state and the words that must stand in what was found: a
code of the catalog stands for its sentence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.faults.cell import (
    EASY,
    OWN,
    OWN_CLAIMS,
    TOPLEFT,
    WORLDS,
    Cell,
    Change,
    Changes,
    missing,
    unknown,
)
from wizard.checks.findings import State
from wizard.practice.faults import Fault, FaultKind, Place
from wizard.problems import Layer


@dataclass(frozen=True)
class Failure:
    """An answer, or none, that is of no use. Codes as they show at discovery, token and elsewhere.

    None at discovery: AuthInfo may be absent on an instance, and the usual address is tried.
    """

    kind: FaultKind
    discovery: str | None
    token: str
    elsewhere: str
    detail: str = ""


def _same(kind: FaultKind, code: str, *, token: str = "", detail: str = "") -> Failure:
    return Failure(kind, code, token or code, code, detail)


def _odd(kind: FaultKind, code: str) -> Failure:
    """An answer that could come from an instance without AuthInfo."""
    return Failure(kind, None, "token.unexpected", code)


K = FaultKind
STALLS = (_same(K.SILENT, "network.timeout"), _same(K.STALLED_BODY, "network.timeout"))
FAILURES = (
    *STALLS,
    _same(K.RESET, "network.broken"),
    _same(K.CUT_BODY, "network.broken"),
    _same(K.RATE_LIMITED, "http.rate_limited", detail="0"),
    _same(K.RATE_LIMITED_DATE, "http.rate_limited", detail="0"),
    _same(K.RATE_LIMITED_SILENT, "http.rate_limited"),
    _same(K.SERVER_ERROR, "http.server_error", token="token.server_error"),
    _same(K.BAD_GATEWAY, "http.server_error"),
    _same(K.UNAVAILABLE, "http.server_error"),
    _same(K.HUGE_BODY, "http.too_large"),
    _same(K.REDIRECTED, "http.redirected"),
    _same(K.SIGN_IN_PAGE, "http.not_json"),
    _odd(K.NOT_FOUND, "http.not_found"),
    _odd(K.FORBIDDEN, "http.forbidden"),
    _odd(K.UNAUTHORISED, "http.unauthorised"),
    _odd(K.WEB_PAGE, "http.not_json"),
    _odd(K.BROKEN_JSON, "http.not_json"),
    _odd(K.WRONG_TYPE, "http.not_json"),
    _odd(K.BARE_TEXT, "http.bad_request"),
    _odd(K.MODEL_STATE, "http.bad_request"),
    _odd(K.EXCEPTION, "http.bad_request"),
    _odd(K.RESULT_CODE, "http.bad_request"),
    _odd(K.MESSAGE, "http.bad_request"),
    _odd(K.ERROR, "http.bad_request"),
    _odd(K.CONTACT_ADMINISTRATOR, "http.bad_request"),
)


def _no_probe(failure: Failure, rows: str) -> Changes:
    """A refused probe is an answer: the application cannot read this, whatever is configured."""
    if failure.kind is K.FORBIDDEN:
        return missing("refused (403)", rows, layer=Layer.AGENT)
    if failure.kind is K.UNAUTHORISED:
        return missing("refused (401)", rows, layer=Layer.AGENT)
    return unknown("no such list (404)" if failure.kind is K.NOT_FOUND else failure.elsewhere, rows)


_AGENT_ROWS = ("permission:*", "team:any")


# What HaloPSA's errors look like need not be tried everywhere: they are read in one place.
_BODIES = frozenset(
    {K.BARE_TEXT, K.MODEL_STATE, K.EXCEPTION, K.RESULT_CODE, K.MESSAGE, K.ERROR,
     K.CONTACT_ADMINISTRATOR}
)  # fmt: skip


def failures(failure: Failure, world: str) -> Iterator[Cell]:
    """Let a failure strike at each place of a world."""
    kind, code, first = failure.kind, failure.elsewhere, failure.discovery

    def cell(
        place: Place, changes: Changes, stops: str | None = None, at_steps: Changes | None = None
    ) -> Cell:
        fault = Fault(kind=kind, where=(place,), detail=failure.detail)
        return Cell(fault, world, changes, stops, at_steps or {})

    yield cell(Place.TOKEN, _no_token(failure.token))
    yield cell(Place.PROBES, _no_probe(failure, "probe:*"))
    yield cell(Place.AGENT, _no_agent(code, world))
    if kind in _BODIES:
        return
    everything = unknown(first, "*") if first else {}
    yield cell(Place.DISCOVERY, everything, first)
    yield cell(Place.EVERYTHING, everything or _no_token(failure.token), first)
    yield cell(Place.ME, {})  # the id token names the agent as well
    if world == EASY:
        # In a whole check the integration's own eyes then see its agent; a step has only the list.
        rows = unknown(code, "agent:*", *_AGENT_ROWS, "connection:agents")
        yield cell(Place.AGENTS, {}, at_steps=rows)
        rows = unknown(code, "application:name", "connection:applications")
        yield cell(Place.APPLICATIONS, rows)


def _roles_and_teams(failure: Failure) -> Iterator[Cell]:
    """What only some guides ask for: the list of roles, and that of teams."""
    role = unknown(failure.elsewhere, "role:*", "permission:*")  # with the agent it comes anyway
    for place, changes, at_steps in (
        (Place.ROLES, {}, role),
        (Place.TEAMS, _no_probe(failure, "probe:GET /Team"), {}),
    ):
        fault = Fault(kind=failure.kind, where=(place,), detail=failure.detail)
        yield Cell(fault, TOPLEFT, changes, None, at_steps)


def _no_token(code: str) -> Changes:
    return unknown(code, "*")


def _no_agent(code: str, world: str) -> Changes:
    return unknown(code, *_AGENT_ROWS) if world == EASY else _without_details(world)


def _without_details(world: str) -> Changes:
    """What /Agent/me does not tell, where the agent's own details fail."""
    hidden = unknown("does not show the agent's teams", "team:any")
    return hidden | (unknown("shows no permissions", "permission:*") if world == OWN_CLAIMS else {})


_CLAIMS = (OWN_CLAIMS, EASY)
_NO_PERMISSIONS = unknown("shows no permissions", "permission:*")
_REVOKED = {
    **missing("token.invalid_client", "token", "connection:sign-in", layer=Layer.TOKEN),
    **unknown("token.invalid_client", "identity", "application:*", "scope:*", "agent:*"),
    **unknown("token.invalid_client", *_AGENT_ROWS),
    **unknown("without a working token", "probe:*"),
}


def _special() -> Iterator[Cell]:
    for world in WORLDS:
        yield from _oddities(world)
        yield from _tokens(world)
    for world in _CLAIMS:
        yield from _claims(world)


def _oddities(world: str) -> Iterator[Cell]:
    """What must change nothing: quirks that are worked around, and faults that pass."""
    passing = (K.BAD_GATEWAY, K.UNAVAILABLE, K.RESET, K.CUT_BODY, K.UNAUTHORISED)
    for kind in passing:
        for place in (Place.AGENT, Place.PROBES):
            yield Cell(Fault(kind=kind, where=(place,), times=1), world)
    yield Cell(Fault(kind=K.RATE_LIMITED, where=(Place.PROBES,), times=1, detail="0"), world)
    for place in (Place.ME, Place.AGENT, Place.PROBES):
        yield Cell(Fault(kind=K.EXPIRED_TOKENS, where=(place,), times=1), world)
    for kind in (
        K.IGNORES_PAGE_NO, K.IGNORES_PAGE_SIZE, K.WRONG_COUNT, K.RENAMED_WRAPPER,
        K.NAMELESS_DEPARTMENTS,
    ):  # fmt: skip
        yield Cell(Fault(kind=kind), world)
    for off in ("86400", "-86400"):
        yield Cell(Fault(kind=K.CLOCK_SKEW, detail=off), world)
    hidden = _without_details(world) | (
        unknown("shows no permissions", "permission:*") if world == EASY else {}
    )
    yield Cell(Fault(kind=K.HIDES_DETAILS, where=(Place.AGENT,)), world, hidden)
    gone = "roles claims teams departments"
    yield Cell(Fault(kind=K.ABSENT_FIELD, where=(Place.AGENT,), detail=gone), world, hidden)
    yield Cell(Fault(kind=K.HIDES_API_AGENTS, where=(Place.AGENTS,)), world)


def _tokens(world: str) -> Iterator[Cell]:
    """What the token endpoint does of its own."""
    yield Cell(Fault(kind=K.REVOKED_SECRET, where=(Place.TOKEN,)), world, _REVOKED)
    tenant = Fault(kind=K.WRONG_TENANT, where=(Place.TOKEN,))
    yield Cell(tenant, world, _no_token("token.server_error"))
    fewer = missing("not granted", "scope:edit:tickets", layer=Layer.APPLICATION)
    lacking = Fault(kind=K.FEWER_SCOPES, where=(Place.TOKEN,), detail="edit:tickets")
    yield Cell(lacking, world, fewer)
    refused = Fault(kind=K.REFUSED_SCOPES, where=(Place.TOKEN,), detail="edit:tickets")
    yield Cell(refused, world)  # refused by name, and listed when all is asked for
    # Struck only for the integration: an administrator comes first and passes.
    dead = Fault(kind=K.NO_SCOPES, where=(Place.TOKEN,), skip=1 if world == EASY else 0)
    yield Cell(dead, world, _dead(world))
    other = Fault(kind=K.OTHER_AGENT, where=(Place.TOKEN,), skip=1 if world == EASY else 0)
    yield Cell(other, world, _other(world))


def _dead(world: str) -> Changes:
    changes = {
        **missing("a token without any permission", "token", layer=Layer.TOKEN),
        **unknown("do not tell whether it is granted", "scope:*"),
        **unknown("without a working token", "probe:*"),
    }
    if world == EASY:
        # The application shows what is ticked, whatever its tokens do not list.
        return {row: change for row, change in changes.items() if row != "scope:*"}
    return changes | unknown("http.unauthorised", "agent:*", *_AGENT_ROWS)


def _other(world: str) -> Changes:
    changes = missing("", "identity", layer=Layer.APPLICATION)
    if world == EASY:
        return changes
    acts = "acts as another agent"
    return {**changes, **unknown(acts, "agent:*", *_AGENT_ROWS, "application:login_agent")}


def _claims(world: str) -> Iterator[Cell]:
    """What the agent's details say of its permissions."""

    def cell(kind: FaultKind, changes: Changes, detail: str = "") -> Cell:
        return Cell(Fault(kind=kind, where=(Place.AGENT,), detail=detail), world, changes)

    yield cell(K.CLAIMS_ABSENT, _NO_PERMISSIONS)
    yield cell(K.CLAIMS_EMPTY, _NO_PERMISSIONS)
    yield cell(K.UNKNOWN_CODE, unknown("", "permission:*"))
    yield cell(K.UNKNOWN_VALUE, unknown("a value that is not known", "permission:*"))
    tickets = "permission:Tickets Access Level"
    yield cell(K.UNKNOWN_VALUE, unknown("a value that is not known", tickets), "Tx")
    empty = missing("", tickets, layer=Layer.AGENT)  # a claim without a value grants nothing
    yield cell(K.EMPTY_VALUE, empty, "Tx")
    held = "permission:Is a HaloPSA Administrator"
    yield cell(K.HIDDEN_ADMINISTRATOR, {held: Change(State.EXCESS, "Yes", Layer.AGENT)})


CELLS: tuple[Cell, ...] = (
    *(cell for world in (OWN, EASY) for each in FAILURES for cell in failures(each, world)),
    *_special(),
    *(cell for each in FAILURES if each.kind not in _BODIES for cell in _roles_and_teams(each)),
)

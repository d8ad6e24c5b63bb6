"""A live look on the wire: what it spends, and what keeps it from seeing.

Nobody waits for a live look, so it must not cost what a person or a live integration needs: the
budget gives it a part only, it never queues, and nothing is tried twice. Whoever makes one does so
inside `glance`; everything that is sent from there counts as its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from wizard.problems import Problem

# What says nothing about how HaloPSA is set up, only that it could not be seen this time.
_HINDERING = ("network.", "budget.", "token.", "keychain.")
_HINDERING_ANSWERS = frozenset({
    "http.rate_limited", "http.server_error", "http.not_json", "http.redirected",
    "http.unexpected", "sign_in.needed", "sign_in.again",
})  # fmt: skip
_REFUSED = frozenset({"token.invalid_client", "token.unauthorised_client"})


@dataclass(frozen=True, slots=True)
class Room:
    """What the budget has for live looks: how much of their share is used up (from 0 to 1; the
    share is so many requests in any window of so many seconds), and the seconds until one more may
    be sent. `asked` tells that it is HaloPSA itself that asked to wait.
    """

    used: float = 0.0
    share: int = 1
    window: float = 0.0
    wait: float = 0.0
    asked: bool = False


@dataclass(slots=True)
class Glance:
    """One live look: the requests that it sent, and the first thing that hindered it.

    `refused` tells that HaloPSA did not accept an id and secret: to try that again and again
    could lock somebody out.
    """

    requests: int = 0
    hindered_by: Problem | None = None
    refused: bool = False
    room: Room = Room()


_current: ContextVar[Glance | None] = ContextVar("glance", default=None)


@contextmanager
def glance() -> Iterator[Glance]:
    """Make what is sent inside, from this task, part of one live look."""
    made = Glance()
    token = _current.set(made)
    try:
        yield made
    finally:
        _current.reset(token)


def current() -> Glance | None:
    """Give the live look that is being made, None in anything that a person asked for."""
    return _current.get()


def hinder(cause: Problem, *, always: bool = False) -> None:
    """Note what keeps a live look from seeing.

    Other problems are answers, and left alone unless `always`: where the look itself did not run.
    """
    made = _current.get()
    hinders = cause.code.startswith(_HINDERING) or cause.code in _HINDERING_ANSWERS
    if made is None or not (hinders or always):
        return
    made.hindered_by = made.hindered_by or cause
    refuse(cause)


def refuse(cause: Problem) -> None:
    """Note why a sign-in failed; what counts is whether an id and secret were refused."""
    made = _current.get()
    if made is not None and cause.code in _REFUSED:
        made.refused = True

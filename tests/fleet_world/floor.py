"""How quickly the requests of a log could have been sent at best.

What a request has to wait for is known from HaloPSA's API, and each waits for one other at most:

- AuthInfo and InstanceInfo wait for nothing.
- A token waits for AuthInfo, which tells where tokens are given; a further one of the same
  application waits for its first, so that a secret that is no longer good is sent once, and one
  that was asked for after a refused list of scopes waits for that.
- Every other read waits for the first token of its application; the one that should be refused
  (`widest`) for its last, since it is made with all that the application holds.
- A further page waits for the page before; one agent that an administrator reads, one role and one
  application wait for the list that tells their numbers; a list that an administrator looks at once
  more waits for the integration's own look, which came back empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tests.fleet_world.wire import Exchange

_LISTED = re.compile(r"/api/(agent|roles|application)/(?!me$)[^/]+$")


def parents(log: Sequence[Exchange], widest: str | None = None) -> list[int | None]:
    """Give for each request the place of the one that it has to wait for."""
    return [_parent(log, place, widest) for place in range(len(log))]


def rounds(log: Sequence[Exchange], at_once: int, widest: str | None = None) -> int:
    """Give the least number of round trips, with at most so many requests under way.

    Each request takes one round trip and waits for one other at most, so the requests are trees;
    for these it is best to send first what most others in a row still wait for (T. C. Hu, 1961).
    """
    before = parents(log, widest)
    height = [1] * len(log)
    for place in sorted(range(len(log)), key=lambda each: -_depth(before, each)):
        above = before[place]
        if above is not None:
            height[above] = max(height[above], height[place] + 1)
    waiting = set(range(len(log)))
    done: set[int | None] = {None}
    count = 0
    while waiting:
        ready = sorted((p for p in waiting if before[p] in done), key=lambda p: -height[p])
        sent = ready[:at_once]
        waiting -= set(sent)
        done |= set(sent)
        count += 1
    return count


def chain(log: Sequence[Exchange], widest: str | None = None) -> int:
    """Give how many requests have to follow one another at least."""
    before = parents(log, widest)
    return max(_depth(before, place) for place in range(len(log)))


def _parent(log: Sequence[Exchange], place: int, widest: str | None) -> int | None:
    each = log[place]
    path = each.path.casefold()
    if path in ("/api/authinfo", "/api/instanceinfo"):
        return None
    if path == "/auth/token":
        first = _first(log, path, each.client)
        if first == place:
            return _first(log, "/api/authinfo")
        return _refused_before(log, place) or first
    if each.page > 1:
        return _first(log, path, each.client, each.page - 1)
    if widest is not None and path == f"/api{widest.casefold()}":
        return max(_of(log, "/auth/token", each.client), default=None)
    listed = _LISTED.match(path)
    if listed:
        of_list = _first(log, f"/api/{listed[1]}", each.client)
        if of_list is not None:
            return of_list
    others = [p for p in range(place) if log[p].path.casefold() == path]
    empty = [p for p in others if log[p].client != each.client]
    if empty and not listed and path not in ("/api/agent", "/api/agent/me"):
        return empty[0]
    return _first(log, "/auth/token", each.client)


def _refused_before(log: Sequence[Exchange], place: int) -> int | None:
    mine = log[place]
    refused = (
        other
        for other, each in enumerate(log)
        if each.path.casefold() == "/auth/token"
        and (each.client, each.status) == (mine.client, 400)
        and each.answered <= mine.arrived
    )
    return max(refused, default=None)


def _first(
    log: Sequence[Exchange], path: str, client: str | None = None, page: int = 1
) -> int | None:
    return next((p for p in _of(log, path, client) if log[p].page == page), None)


def _of(log: Sequence[Exchange], path: str, client: str | None) -> Iterator[int]:
    for place, each in enumerate(log):
        if each.path.casefold() == path and client in (None, each.client):
            yield place


def _depth(before: Sequence[int | None], place: int) -> int:
    depth, above = 1, before[place]
    while above is not None:
        depth, above = depth + 1, before[above]
    return depth

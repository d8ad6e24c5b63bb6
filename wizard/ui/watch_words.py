"""What the watch over a page says: at the foot of the window, and to who listens to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from wizard.checks.findings import Finding, State
from wizard.language import day, listed, mark, tr
from wizard.problems import Problem
from wizard.setup.watch import Why
from wizard.ui import wording

_NAMED = 3  # rows that an announcement names

_PLAIN = {
    Why.WATCHING: mark("Watching Halo"),
    Why.HIDDEN: mark("Watching Halo"),  # nobody sees it; as soon as somebody does, it is so
    Why.OFF: mark("Not watching: switched off"),
    Why.RESTING: mark("Not watching: nothing has changed for an hour"),
    Why.BLIND: mark("Nothing to see here with these credentials"),
}
_WAITING = {
    Why.ASKED: mark("Paused for {seconds} s: HaloPSA asks to wait"),
    Why.SPENT: mark("Paused for {seconds} s to spare HaloPSA"),
    Why.REFUSED: mark("Paused for {seconds} s: HaloPSA refuses the sign-in"),
}
_TURNED = {
    State.MET: (mark("{rows} is met now."), mark("{number} rows are met now: {rows}.")),
    State.MISSING: (
        mark("{rows} is missing now."),
        mark("{number} rows are missing now: {rows}."),
    ),
    State.EXCESS: (
        mark("{rows} is more than the guide asks now."),
        mark("{number} rows are more than the guide asks now: {rows}."),
    ),
    State.UNKNOWN: (
        mark("{rows} can no longer be checked."),
        mark("{number} rows can no longer be checked: {rows}."),
    ),
}


def line(
    why: Why,
    *,
    seconds: int,
    problem: Problem | None,
    needed: Sequence[str],
    checked: dt.datetime | None,
    now: dt.datetime | None = None,
) -> str:
    """Say whether it watches, or why not, and when HaloPSA was last looked at.

    `seconds` is the time until the next look, `needed` the labels of the inputs still empty.
    """
    if why in _WAITING:
        state = tr(_WAITING[why], seconds=seconds)
    elif why is Why.TROUBLE and problem is not None:
        happened = problem.happened.removesuffix(".")
        state = tr("Looking again in {seconds} s. {problem}", seconds=seconds, problem=happened)
    elif why is Why.BLIND and problem is not None:
        state = tr("Not watching. {problem}", problem=problem.happened.removesuffix("."))
    elif why is Why.NEEDED:
        state = tr("Not watching yet: {labels} needed", labels=listed(needed))
    else:
        state = tr(_PLAIN.get(why, _PLAIN[Why.WATCHING]))
    return tr("{state} · {checked}", state=state, checked=_checked(checked, now))


def turned(rows: Sequence[Finding]) -> str:
    """Say which rows stand otherwise than before."""
    said = []
    for state, (one, many) in _TURNED.items():
        names = [wording.requirement(each.requirement)[1] for each in rows if each.state is state]
        if names:
            more = ("…",) if len(names) > _NAMED else ()
            some = listed((*names[:_NAMED], *more))
            said.append(tr(one if len(names) == 1 else many, number=len(names), rows=some))
    return " ".join(said)


def _checked(moment: dt.datetime | None, now: dt.datetime | None) -> str:
    if moment is None:
        return tr("not checked yet")
    seconds = max(0, int(((now or dt.datetime.now(dt.UTC)) - moment).total_seconds()))
    if seconds < 1:
        return tr("checked just now")
    if seconds < 60:
        return tr("checked {number} s ago", number=seconds)
    if seconds < 3600:
        return tr("checked {number} min ago", number=seconds // 60)
    if seconds < 24 * 3600:
        return tr("checked {number} h ago", number=seconds // 3600)
    return tr("checked on {day}", day=day(moment))

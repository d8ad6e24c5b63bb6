"""Drift in words: one sentence each, with the date on which it was last as it should be."""

from __future__ import annotations

from wizard.checks.acceptance import Accepted, Weighed, Weight
from wizard.checks.drift import Drift, DriftKind, NotSeen
from wizard.checks.findings import State
from wizard.language import day, mark, tr

_SENTENCES = {
    DriftKind.LOST: mark("{requirement} was in order on {date} and is missing now."),
    DriftKind.GAINED: mark("{requirement} is more than asked for now; on {date} it was not."),
    DriftKind.CHANGED: mark("{requirement} was more than asked for on {date}, and still is."),
    DriftKind.ASKED: mark("{requirement} is asked for now; on {date} it was not."),
    DriftKind.DROPPED: mark("{requirement} is not asked for any more; on {date} it was."),
    DriftKind.OTHER_AGENT: mark("The token acts as another agent than on {date}."),
    DriftKind.OTHER_LOGIN: mark("The application logs in as another agent than on {date}."),
    DriftKind.VERSION: mark("HaloPSA has another version than on {date}."),
}
# The same where both values are known.
_FROM_TO = {
    DriftKind.LOST: mark("{requirement} was “{then}” on {date} and is “{now}” now."),
    DriftKind.GAINED: mark(
        "{requirement} was “{then}” on {date} and is “{now}” now, more than asked for."
    ),
    DriftKind.CHANGED: mark(
        "{requirement} is more than asked for, as on {date}: “{then}” then, “{now}” now."
    ),
    DriftKind.OTHER_AGENT: mark("The token acted as “{then}” on {date} and acts as “{now}” now."),
    DriftKind.OTHER_LOGIN: mark(
        "The application logged in as “{then}” on {date} and is set to “{now}” now."
    ),
    DriftKind.VERSION: mark("HaloPSA had version {then} on {date} and has {now} now."),
}
# The same where the guide was read anew.
_BY_GUIDE = {
    DriftKind.ASKED: mark(
        "{requirement} is asked for by the guide of {new}, not by that of {old}."
    ),
    DriftKind.DROPPED: mark(
        "{requirement} was asked for by the guide of {old}, and no longer by that of {new}."
    ),
}
_KNOWN = {
    State.MET: mark("{requirement} could not be read now; on {date} it was in order."),
    State.EXCESS: mark("{requirement} could not be read now; on {date} it was more than asked."),
    State.MISSING: mark("{requirement} could not be read now; on {date} it was missing."),
}
_WEIGHTS = {
    Weight.ACCEPTED: mark("Accepted by {person} until {date}: {reason}"),
    Weight.EXPIRED: mark("Was accepted by {person}, but only until {date}: {reason}"),
    Weight.CHANGED: mark("Was accepted by {person} until {date}, but is another now: {reason}"),
}


def sentence(drift: Drift) -> str:
    """Say what changed, and since when."""
    if drift.guides is not None:
        old, new = map(day, drift.guides)
        return tr(_BY_GUIDE[drift.kind], requirement=drift.requirement, old=old, new=new)
    both = drift.kind in _FROM_TO and drift.then is not None and drift.now is not None
    return tr(
        _FROM_TO[drift.kind] if both else _SENTENCES[drift.kind],
        requirement=drift.requirement,
        date=day(drift.since),
        then=drift.then,
        now=drift.now,
    )


def not_seen_sentence(not_seen: NotSeen) -> str:
    """Say that something could not be read, and how it was when it was last known."""
    if not_seen.known is None:
        return tr("{requirement} could not be read yet.", requirement=not_seen.requirement)
    date = day(not_seen.known.at)
    return tr(_KNOWN[not_seen.known.state], requirement=not_seen.requirement, date=date)


def acceptance_sentence(weighed: Weighed) -> str | None:
    """Say who accepted a drift, why and until when; None where nobody did."""
    word = weighed.accepted
    return None if word is None else accepted_sentence(word, weighed.weight)


def accepted_sentence(word: Accepted, weight: Weight = Weight.ACCEPTED) -> str:
    """Say who accepted something, why and until when, and whether that still counts."""
    said = _WEIGHTS[weight]
    return tr(said, person=word.person, date=day(word.until), reason=word.reason)

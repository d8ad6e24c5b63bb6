"""How setups of the overview are said and marked: in a list, on a card, in counts."""

from __future__ import annotations

import datetime as dt

from wizard.fleet.overview import Entry, Group, Stand, Total
from wizard.language import day, mark, plural, series, tr
from wizard.ui.theme import Tone

STANDS = {
    Stand.FAILED: ("warning", Tone.MISSING, mark("cannot be checked")),
    Stand.HAND: ("missing", Tone.MISSING, mark("needs a hand")),
    Stand.UNKNOWN: ("unknown", Tone.UNKNOWN, mark("unknown")),
    Stand.UNCHECKED: ("todo", Tone.TODO, mark("not checked")),
    Stand.BEGUN: ("current", Tone.ACCENT, mark("not finished")),
    Stand.ACCEPTED: ("person", Tone.EXCESS, mark("accepted")),
    Stand.CONFIRMED: ("person", Tone.UNKNOWN, mark("confirmed")),
    Stand.HOLDS: ("met", Tone.MET, mark("holds")),
}
GROUPS = {
    Group.HAND: ("missing", Tone.MISSING),
    Group.UNKNOWN: ("unknown", Tone.UNKNOWN),
    Group.BEGUN: ("current", Tone.ACCENT),
    Group.HOLDS: ("met", Tone.MET),
}
_COUNTS = {  # of one, of many
    Group.HAND: (mark("{number} needs a hand"), mark("{number} need a hand")),
    Group.UNKNOWN: (mark("{number} unknown"), mark("{number} unknown")),
    Group.BEGUN: (mark("{number} not finished"), mark("{number} not finished")),
    Group.HOLDS: (mark("{number} holds"), mark("{number} hold")),
}


def stand(entry: Entry) -> str:
    """Say in a word how a setup stands."""
    return tr(STANDS[entry.stand][2])


def count(group: Group, number: int) -> str:
    """Say how many setups are of a group."""
    return plural(number, *_COUNTS[group])


def left(entry: Entry) -> str:
    """Say how many rows are left and unknown, "" where none is."""
    parts = []
    if entry.left:
        parts.append(tr("{number} left", number=entry.left))
    if entry.unknown:
        parts.append(tr("{number} unknown", number=entry.unknown))
    return series(parts)


def drift(entry: Entry) -> str:
    """Say how much changed since the setup was last good, "" where nothing did."""
    parts = []
    if entry.drifts:
        parts.append(tr("{number} changed", number=entry.drifts))
    if entry.accepted:
        parts.append(tr("{number} accepted", number=entry.accepted))
    if entry.mended and not parts:
        parts.append(tr("mended"))
    return series(parts)


def checked(entry: Entry, now: dt.datetime) -> str:
    """Say when a setup was last checked as a whole."""
    if entry.checked is None:
        return tr("never")
    if entry.checked.astimezone().date() != now.astimezone().date():
        return day(entry.checked)
    return tr("today, {time}", time=f"{entry.checked.astimezone():%H:%M}")


def summary(entry: Entry, now: dt.datetime) -> str:
    """Say in one line how a setup stands, for its card."""
    parts = [stand(entry), left(entry), drift(entry)]
    if entry.stand is Stand.UNKNOWN and entry.unknown:
        del parts[0]  # the number says it
    said = series(each for each in parts if each)
    if entry.mended and entry.checked is not None and checked(entry, now) != day(entry.checked):
        said = tr("Mended today")
    elif entry.stand is Stand.HOLDS:
        said = tr("Proven")
    else:
        said = said[:1].upper() + said[1:]
    if entry.checked is None:
        return said
    return last_checked(said, entry, now)


def last_checked(verdict: str, entry: Entry, now: dt.datetime) -> str:
    """Say a verdict, and when it was found."""
    return tr("{verdict} · checked {when}", verdict=verdict, when=checked(entry, now))


def spoken(entry: Entry, now: dt.datetime) -> str:
    """Give a whole row of the list as one sentence, for a screen reader."""
    said = tr(
        "{stand}: {integration} at {instance}",
        stand=stand(entry),
        integration=entry.integration,
        instance=entry.instance or tr("HaloPSA not found yet"),
    )
    last = tr("last checked: {day}", day=checked(entry, now))
    return series(each for each in (said, left(entry), drift(entry), last) if each)


def total(each: Total) -> str:
    """Say how the setups of one integration or instance stand."""
    counted = (count(group, number) for group, number in each.counts.items() if number)
    return tr("{name}: {counts}", name=each.name or tr("no address yet"), counts=series(counted))

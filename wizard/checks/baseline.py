"""How the last good state is carried on from check to check.

A check that finds something worse does not change what was good: so a drift is said until it is
mended, however many checks lie between. All else is taken over: what is mended, what is still so
(with the newer date), and news that nobody has to mend.
"""

from __future__ import annotations

from dataclasses import replace

from wizard.checks.drift import IDENTITY, DriftKind, compare
from wizard.checks.findings import Finding, State
from wizard.checks.observation import Through
from wizard.checks.snapshots import Check, Known, LastGood, TokenAgent, kind_of


def carried(last: LastGood | None, check: Check) -> LastGood | None:
    """Give the last good state after this check; `last` is None before the first one.

    A check that could read nothing, and one that is older than the state, change nothing.
    """
    read = check.read()
    if not read or (last is not None and check.at < last.at):
        return last
    if last is None:
        return _first(check, read)
    staying = {each.requirement: each.kind for each in compare(last, check).drifts if each.stays}
    known = {name: each for name, each in last.known.items() if not is_gone(name, last, check)}
    for name, finding in read.items():
        if name not in staying:
            known[name] = _known(finding, check)
        elif name in known and not known[name].good and staying[name] is DriftKind.GAINED:
            # Mended, and more than that: the one is good from now on, the other is still drift.
            known[name] = Known(State.MET, None, check.at)
    waiting = {name for name in check.asked - last.asked if name in staying or name not in read}
    return replace(
        last,
        at=check.at,
        profile_date=check.profile_date,
        asked=check.asked - waiting,
        eyes=Through.ADMINISTRATOR
        if Through.ADMINISTRATOR in (last.eyes, check.eyes)
        else last.eyes,
        kinds=last.kinds | {kind_of(name) for name in read},
        version=check.version or last.version,
        agent=last.agent if IDENTITY in staying else _surer(last.agent, check.agent),
        known=known,
    )


def _surer(last: TokenAgent | None, now: TokenAgent | None) -> TokenAgent | None:
    """Give the agent of now, unless only the earlier token told its id."""
    if now is None or (last is not None and last.id is not None and now.id is None):
        return last
    return now


def _first(check: Check, read: dict[str, Finding]) -> LastGood:
    return LastGood(
        at=check.at,
        profile_date=check.profile_date,
        asked=check.asked,
        eyes=check.eyes,
        kinds=frozenset(map(kind_of, read)),
        version=check.version,
        agent=check.agent,
        known={name: _known(each, check) for name, each in read.items()},
    )


def _known(finding: Finding, check: Check) -> Known:
    return Known(finding.state, finding.value, check.at)


def is_gone(name: str, last: LastGood, check: Check) -> bool:
    """Tell whether a requirement is no more: not asked any more, or no longer held beyond.

    A right that no row asks for has a finding only while it is held and seen; so its absence says
    something only to eyes that see as much as before, where others of its kind were read.
    """
    read = check.read()
    if name in check.asked or name in read:
        return False
    if name in last.asked:
        return bool(read)
    in_sight = kind_of(name) in map(kind_of, read)
    return in_sight and not (last.eyes is Through.ADMINISTRATOR and check.eyes is Through.OWN)

"""What goes into a report: setups with how they stand, worst first, and the roll-up of many."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from wizard.checks.findings import ExitCode, Finding, KnownBy, State
from wizard.fleet.entries import left_over, roots
from wizard.fleet.names import host_in
from wizard.fleet.outcome import Outcome, fleet_exit_code


class Standing(StrEnum):
    """How a setup stands as a whole, the worst first."""

    FAILED = "failed"  # nothing could be looked at
    MISSING = "missing"
    UNKNOWN = "unknown"  # nothing is missing that nobody accepted, but something is unknown
    ACCEPTED = "accepted"  # all that is missing is accepted
    MET = "met"


_STANDINGS = {
    ExitCode.FAILED: Standing.FAILED,
    ExitCode.MISSING: Standing.MISSING,
    ExitCode.UNKNOWN: Standing.UNKNOWN,
    ExitCode.CLEAN: Standing.MET,
}
_RANKS = {standing: rank for rank, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One setup in a report: how its check came out, and which version of this program did it."""

    outcome: Outcome
    program: str

    @property
    def standing(self) -> Standing:
        """Give how the setup stands; what is accepted needs nobody's hand until it is over."""
        standing = _STANDINGS[self.outcome.exit_code]
        if standing is not Standing.MISSING or self.left:
            return standing
        return Standing.UNKNOWN if self.unknown else Standing.ACCEPTED

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what was found; nothing where nothing could be looked at."""
        return self.outcome.report.findings if self.outcome.report else ()

    @property
    def left(self) -> int:
        """Count what is missing and not accepted, nor follows from what is."""
        return len(left_over(self.findings, self.outcome.drifts))

    @property
    def missing(self) -> int:
        """Count what is missing, accepted or not."""
        return sum(each.state is State.MISSING for each in self.findings)

    @property
    def unknown(self) -> int:
        """Count what is unknown and was confirmed by nobody."""
        return sum(
            each.state is State.UNKNOWN and each.known_by is not KnownBy.PERSON
            for each in self.findings
        )

    @property
    def integration(self) -> str:
        """Give the id of the profile."""
        report = self.outcome.report
        return report.profile if report else self.outcome.name.partition("@")[0]

    @property
    def instance(self) -> str:
        """Give the host of the instance, \"\" where it is not known."""
        report = self.outcome.report
        address = report.instance if report else self.outcome.name.partition("@")[2]
        return host_in(address)

    @property
    def changed(self) -> int:
        """Count what changed since the last good state and needs a hand."""
        return len(roots(self.outcome.drifts))


@dataclass(frozen=True, slots=True)
class Made:
    """When a report was made (with a time zone), by which version, and what to say about it."""

    at: dt.datetime
    program: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """How many setups of one integration or instance stand how."""

    name: str
    counts: Counter[Standing]

    @property
    def total(self) -> int:
        """Count them all."""
        return self.counts.total()


def worst_first(sheets: Collection[Sheet]) -> tuple[Sheet, ...]:
    """Give the setups in the order in which they need somebody."""
    return tuple(sorted(sheets, key=_place))


def grouped(sheets: Collection[Sheet], by: Callable[[Sheet], str]) -> tuple[Group, ...]:
    """Roll up by a name, such as that of the instance: the groups with the worst setups first."""
    names: dict[str, Counter[Standing]] = {}
    for sheet in sheets:
        names.setdefault(by(sheet), Counter())[sheet.standing] += 1
    groups = [Group(name, counts) for name, counts in names.items()]
    return tuple(
        sorted(groups, key=lambda each: (*(-each.counts[one] for one in Standing), each.name))
    )


def exit_code(sheets: Iterable[Sheet]) -> int:
    """Give the exit code of them all: 4, else 1, else 3, else 0 (contract: commands)."""
    return fleet_exit_code(sheet.outcome.exit_code for sheet in sheets)


def _place(sheet: Sheet) -> tuple[int, int, int, int, str, str]:
    return (
        _RANKS[sheet.standing],
        -sheet.changed,
        -sheet.left,
        -sheet.unknown,
        sheet.outcome.name,
        sheet.outcome.setup_id,
    )

"""A whole report as it is shown: of one setup, or of many with their roll-up."""

from __future__ import annotations

import datetime as dt
import ipaddress
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from wizard.language import mark, plural, tr
from wizard.report.rows import legend
from wizard.report.sheet import Group, Made, Sheet, Standing, grouped, worst_first
from wizard.report.verdict import STANDINGS, Mark, fleet_verdict, moment, setup_verdict
from wizard.report.view import Setup, setup_view


@dataclass(frozen=True, slots=True)
class Counted:
    """A line of a roll-up: a number for each of `Standing`, in its order."""

    name: str
    numbers: tuple[int, ...]
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One setup in the list of all."""

    key: str
    name: str
    mark: Mark
    missing: int
    unknown: int
    changed: int
    checked: str


class Page:
    """What the templates show. `sheets` may be empty: then the report says so."""

    def __init__(self, sheets: Collection[Sheet], made: Made) -> None:
        self._sheets = worst_first(sheets)
        self.alone = len(self._sheets) == 1
        if self.alone:
            self.title = self._sheets[0].outcome.name
            self.mark, self.verdict = setup_verdict(self._sheets[0])
        else:
            self.title = tr("{number} setups", number=len(self._sheets))
            self.mark, self.verdict = fleet_verdict(self._sheets)
        self.made = tr(
            "Made on {moment} with Halo Setup Wizard {version}.",
            moment=moment(made.at),
            version=made.program,
        )
        self.legend = legend()

    @cached_property
    def setups(self) -> tuple[Setup, ...]:
        """Give every setup, the worst first."""
        return tuple(setup_view(each, _key(at)) for at, each in enumerate(self._sheets))

    @property
    def lines(self) -> tuple[Line, ...]:
        """Give the list of all, in the same order."""
        return tuple(_line(each, _key(at)) for at, each in enumerate(self._sheets))

    @property
    def integrations(self) -> tuple[Counted, ...]:
        """Count by integration."""
        return _counted(grouped(self._sheets, lambda each: each.integration))

    @property
    def instances(self) -> tuple[Counted, ...]:
        """Count by instance."""
        return _counted(grouped(self._sheets, lambda each: each.instance))

    @property
    def practice(self) -> str:
        """Say where something was practised only, so that nobody takes it for real; else ""."""
        practised = sum(_is_here(each.instance) for each in self._sheets)
        one = mark("{number} setup is on a practice instance of this workstation: it is not real.")
        many = mark(
            "{number} setups are on a practice instance of this workstation: they are not real."
        )
        return plural(practised, one, many) if practised else ""


def standings() -> tuple[Mark, ...]:
    """Give the heads of a roll-up's columns."""
    return tuple(STANDINGS[each].spoken() for each in Standing)


def words() -> Mapping[str, str]:
    """Give the words that stand in the templates."""
    return {
        "language": tr("en"),
        "over": tr("Report of Halo Setup Wizard"),
        "overview": tr("Overview"),
        "facts": tr("What was checked"),
        "by_integration": tr("By integration"),
        "by_instance": tr("By instance"),
        "integration": tr("Integration"),
        "instance": tr("Instance"),
        "setups": tr("All setups, the worst first"),
        "setup": tr("Setup"),
        "all": tr("Together"),
        "unnamed": tr("not known"),
        "missing": tr("Missing"),
        "unknown": tr("Unknown"),
        "changed_short": tr("Changed"),
        "checked": tr("Checked (UTC)"),
        "failed": tr("Why it was not checked"),
        "changed": tr("Changed since it was last in order"),
        "changed_caption": tr("What was in order once, or was not there, and is otherwise now."),
        "standing": tr("Stands as"),
        "change": tr("Change"),
        "accepted": tr("Accepted"),
        "off": tr("Not as the guide asks"),
        "off_caption": tr("What follows from something else stands below it."),
        "state": tr("State"),
        "requirement": tr("Requirement"),
        "asked": tr("The guide asks"),
        "has": tr("HaloPSA has"),
        "do": tr("Why, and what to do"),
        "known": tr("How it is known"),
        "open": tr("Open in HaloPSA"),
        "words": tr("Confirmed by persons"),
        "words_caption": tr("What HaloPSA does not show, and somebody looked at."),
        "person": tr("Confirmed by"),
        "at": tr("When"),
        "every_caption": tr("Each with what was seen of it."),
        "legend": tr("How to read this report"),
        "secrets": tr("A report holds no secrets and no tokens."),
    }


def _key(at: int) -> str:
    return f"setup-{at + 1}"


def _line(sheet: Sheet, key: str) -> Line:
    report = sheet.outcome.report
    return Line(
        key=key,
        name=sheet.outcome.name,
        mark=STANDINGS[sheet.standing].spoken(),
        missing=sheet.missing,
        unknown=sheet.unknown,
        changed=sheet.changed,
        checked=f"{report.checked_at.astimezone(dt.UTC):%Y-%m-%d %H:%M}" if report else "–",
    )


def _counted(groups: Collection[Group]) -> tuple[Counted, ...]:
    return tuple(
        Counted(each.name, tuple(each.counts[one] for one in Standing), each.total)
        for each in groups
    )


def _is_here(instance: str) -> bool:
    host = instance.rpartition(":")[0] or instance
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"

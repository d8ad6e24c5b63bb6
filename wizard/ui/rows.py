"""The rows of a page: what to fill in, joined with what the last check found. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wizard.checks.findings import Finding, KnownBy, State
from wizard.language import mark, tr
from wizard.problems import Layer
from wizard.setup.steps import FillIn, Step, StepKind
from wizard.ui import wording


class RowState(StrEnum):
    """How a row stands. A person's word is apart from what was checked."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    EXCESS = "excess"
    CONFIRMED = "confirmed"
    MET = "met"
    UNCHECKED = "not checked"  # also: a row that no requirement judges


_ORDER = tuple(RowState)
_WORDS = {
    RowState.MISSING: mark("missing"),
    RowState.UNKNOWN: mark("unknown"),
    RowState.EXCESS: mark("excess"),
    RowState.CONFIRMED: mark("confirmed"),
    RowState.MET: mark("met"),
    RowState.UNCHECKED: mark("not checked"),
}


def word(state: RowState) -> str:
    """Give the word for a row's state."""
    return tr(_WORDS[state])


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page's table. `finding` None: not checked yet."""

    label: str
    asks: str
    section: str
    note: str
    requirement: str
    finding: Finding | None
    tick: bool = False  # a box to tick: its name is worth copying, not what to do with it

    @property
    def state(self) -> RowState:
        """Tell how the row stands."""
        if self.finding is None:
            return RowState.UNCHECKED
        if self.finding.state is State.UNKNOWN and self.finding.known_by is KnownBy.PERSON:
            return RowState.CONFIRMED
        return RowState(self.finding.state.value)

    @property
    def found(self) -> str:
        """Give what HaloPSA has, as far as it is known."""
        if self.finding is None:
            return ""
        return self.finding.found or "–"

    @property
    def to_copy(self) -> str:
        """Give what is worth pasting into Halo: the value, or the name of a box to tick."""
        return self.label if self.tick else self.asks

    def spoken(self) -> str:
        """Give the row as one sentence, for a screen reader."""
        asks = self.asks or tr("nothing")
        if self.finding is None:
            return tr(
                "{label}: {state}, the guide asks {asks}",
                label=self.label,
                state=word(self.state),
                asks=asks,
            )
        return tr(
            "{label}: {state}, the guide asks {asks}, Halo has {found}",
            label=self.label,
            state=word(self.state),
            asks=asks,
            found=self.finding.found or tr("nothing known"),
        )

    def as_text(self) -> str:
        """Give the row as text for a ticket."""
        lines = [tr("The guide asks: {asks}", asks=self.asks or "–")]
        if self.finding is not None:
            lines.append(tr("Halo has: {found}", found=self.found))
            lines += [tr("Seen: {evidence}", evidence=each) for each in self.finding.evidence]
            remedy = self.finding.remedy
            lines += [tr("To do: {remedy}", remedy=remedy)] if remedy else []
            lines.append(tr("Requirement: {requirement}", requirement=self.requirement))
        return "\n  ".join([f"{self.label}: {word(self.state)}", *lines])


def merge(step: Step, findings: Sequence[Finding]) -> tuple[Row, ...]:
    """Join what a step asks to fill in with what was found; what is left to do comes first.

    Sections stay together. What was found beyond the rows to fill in follows them. A screen that
    the API does not show has its rows unknown from the start, so that they can be confirmed.
    """
    known = {finding.requirement: finding for finding in findings}
    rows = [_filled(step, item, known.pop(item.requirement, None)) for item in step.fill_in]
    rows += [of_finding(finding) for finding in known.values()]
    return by_urgency(rows) if findings else tuple(rows)


def of_finding(finding: Finding) -> Row:
    """Give the row of a finding that no row to fill in stands for."""
    section, label = wording.requirement(finding.requirement)
    return Row(label, finding.wanted, section, "", finding.requirement, finding)


def by_urgency(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Order sections, and the rows in each, by what is most urgent; else the order stays."""
    sections: dict[str, list[Row]] = {}
    for row in rows:
        sections.setdefault(row.section, []).append(row)
    for section in sections.values():
        section.sort(key=_urgency)
    ordered = sorted(sections.values(), key=lambda section: _urgency(section[0]))
    return tuple(row for section in ordered for row in section)


def count(rows: Iterable[Row], *states: RowState) -> int:
    """Count the rows in any of these states."""
    return sum(row.state in states for row in rows)


def _urgency(row: Row) -> int:
    return _ORDER.index(row.state)


def _filled(step: Step, item: FillIn, finding: Finding | None) -> Row:
    if finding is None and step.kind is StepKind.SCREEN:
        finding = Finding(
            item.requirement,
            State.UNKNOWN,
            Layer.INSTANCE,
            item.value,
            "",
            remedy=tr("HaloPSA's API does not show this row: look in HaloPSA, then confirm it."),
        )
    return Row(
        item.label, item.value, item.section, item.note, item.requirement, finding, item.tick
    )

"""The rows of a page: what to fill in, joined with what the last check found. No Qt in here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

from wizard.checks.acceptance import Accepted
from wizard.checks.drift_words import accepted_sentence
from wizard.checks.findings import Finding, KnownBy, State
from wizard.halo.permissions import permission_table
from wizard.language import mark, series, tr
from wizard.problems import Layer
from wizard.setup.steps import FillIn, Step, StepKind
from wizard.ui import wording


class RowState(StrEnum):
    """How a row stands. A person's word is apart from what was checked."""

    MISSING = "missing"
    ACCEPTED = "accepted"  # missing, and a person said why it may stay so
    UNKNOWN = "unknown"
    EXCESS = "excess"
    CONFIRMED = "confirmed"
    MET = "met"
    UNCHECKED = "unchecked"  # also: a row that no requirement judges


_WORDS = {
    RowState.MISSING: mark("missing"),
    RowState.ACCEPTED: mark("accepted"),
    RowState.UNKNOWN: mark("unknown"),
    RowState.EXCESS: mark("excess"),
    RowState.CONFIRMED: mark("confirmed"),
    RowState.MET: mark("met"),
    RowState.UNCHECKED: mark("not checked"),
}


class Rank(IntEnum):
    """Where a row stands in its section."""

    TO_DO = 0
    BEYOND = 1  # more than asked, or accepted: worth a look, and nothing to do
    DONE = 2


_RANKS = {
    RowState.ACCEPTED: Rank.BEYOND,
    RowState.EXCESS: Rank.BEYOND,
    RowState.CONFIRMED: Rank.DONE,
    RowState.MET: Rank.DONE,
}


def word(state: RowState) -> str:
    """Give the word for a row's state."""
    return tr(_WORDS[state])


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page's table. `finding` None: not checked yet.

    `to_copy` is what is worth pasting into Halo: the value, or the name of a box to tick; "" where
    there is nothing. `aliases` are what other versions of Halo call the label. `accepted` is the
    word on which what is missing may stay so.
    """

    label: str
    asks: str
    section: str
    note: str
    requirement: str
    finding: Finding | None
    to_copy: str = ""
    aliases: tuple[str, ...] = ()
    accepted: Accepted | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Tell the row from every other one of its page."""
        return self.section, self.label, self.requirement

    @property
    def state(self) -> RowState:
        """Tell how the row stands."""
        if self.finding is None:
            return RowState.UNCHECKED
        if self.finding.state is State.UNKNOWN and self.finding.known_by is KnownBy.PERSON:
            return RowState.CONFIRMED
        if self.finding.state is State.MISSING and self.accepted is not None:
            return RowState.ACCEPTED
        return RowState(self.finding.state.value)

    @property
    def rank(self) -> Rank:
        """Tell where the row stands in its section."""
        return _RANKS.get(self.state, Rank.TO_DO)

    @property
    def word_given(self) -> str:
        """Give who confirmed the row and when, "" where nobody did."""
        if self.finding is None or self.state is not RowState.CONFIRMED:
            return ""
        return self.finding.evidence[-1]  # standing.py adds it last

    @property
    def may_stay(self) -> str:
        """Give who accepted the row, why and until when, "" where nobody did."""
        if self.accepted is None or self.state is not RowState.ACCEPTED:
            return ""
        return accepted_sentence(self.accepted)

    @property
    def said_more(self) -> str:
        """Give what a screen reader adds to the row: who said what, what to do, the note."""
        remedy = self.finding.remedy if self.finding else ""
        word = self.word_given or self.may_stay
        said = (word or remedy, "" if self.finding else self.note, self.others)
        return "\n".join(filter(None, said))

    @property
    def others(self) -> str:
        """Say what other versions of Halo call the row, "" where none is known to differ."""
        if not self.aliases:
            return ""
        return tr(
            "in other versions: {labels}",
            labels=series(tr("“{name}”", name=each) for each in self.aliases),
        )

    @property
    def found(self) -> str:
        """Give what HaloPSA has, as far as it is known."""
        if self.finding is None:
            return ""
        return self.finding.found or "–"

    @property
    def has(self) -> str:
        """Give what stands in the column of what HaloPSA has: why it could not be read does not."""
        if self.finding is None or self.finding.state is not State.UNKNOWN:
            return self.found
        return self.finding.value or "–"

    @property
    def cause(self) -> str:
        """Say why the row could not be checked, "" where it could or somebody looked."""
        if self.finding is None or self.state is not RowState.UNKNOWN:
            return ""
        return self.finding.found

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
            lines += [self.may_stay] if self.may_stay else []
            remedy = self.finding.remedy
            lines += [tr("To do: {remedy}", remedy=remedy)] if remedy else []
            lines.append(tr("Requirement: {requirement}", requirement=self.requirement))
        return "\n  ".join([f"{self.label}: {word(self.state)}", *lines])


def merge(
    step: Step, findings: Sequence[Finding], accepted: Mapping[str, Accepted] | None = None
) -> tuple[Row, ...]:
    """Join what a step asks to fill in with what was found, in the order of the step.

    Sections stay together. What was found beyond the rows to fill in follows them. A screen that
    the API does not show has its rows unknown from the start, so that they can be confirmed.
    `accepted` has the words for what may stay missing, by requirement.
    """
    known = {finding.requirement: finding for finding in findings}
    rows = [_filled(step, item, known.pop(item.requirement, None)) for item in step.fill_in]
    rows += [_in_its_section(of_finding(finding)) for finding in known.values()]
    return by_section(with_words(rows, accepted or {}))


def of_finding(finding: Finding) -> Row:
    """Give the row of a finding that no row to fill in stands for."""
    section, label = wording.requirement(finding.requirement)
    return Row(label, finding.wanted, section, "", finding.requirement, finding)


def with_words(rows: Iterable[Row], accepted: Mapping[str, Accepted]) -> Iterator[Row]:
    """Give each row with the word, by requirement, on which it may stay missing."""
    return (replace(row, accepted=accepted.get(row.requirement)) for row in rows)


def by_section(rows: Iterable[Row]) -> tuple[Row, ...]:
    """Bring the rows of a section together; else the order stays."""
    sections: dict[str, list[Row]] = {}
    for row in rows:
        sections.setdefault(row.section, []).append(row)
    return tuple(row for section in sections.values() for row in section)


def _in_its_section(row: Row) -> Row:
    """Put a permission that the guide does not name itself into its section of Halo's screen."""
    if not row.requirement.startswith("permission:"):
        return row
    known = permission_table().by_label(row.label, row.section)
    return replace(row, section=known.section) if known is not None else row


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
    value = "" if item.described else item.value
    return Row(
        item.label,
        item.value,
        item.section,
        item.note,
        item.requirement,
        finding,
        to_copy=item.label if item.tick else value,
        aliases=item.aliases,
    )

"""The rows of a report: one a requirement, and what follows from something below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wizard.checks.acceptance import Weighed
from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.words import LAYERS, requirement
from wizard.language import day, mark, tr
from wizard.report.plain import web_link
from wizard.report.verdict import Mark
from wizard.setup.state import Confirmation

_STATES = {
    State.MET: Mark("met", mark("Met")),
    State.MISSING: Mark("missing", mark("Missing")),
    State.EXCESS: Mark("excess", mark("More than asked")),
    State.UNKNOWN: Mark("unknown", mark("Unknown")),
}
_CONFIRMED = Mark("person", mark("Confirmed"))
_KNOWN = {
    KnownBy.CONFIGURED: mark("Configured"),
    KnownBy.PROVEN: mark("Proven"),
    KnownBy.PERSON: mark("Confirmed by a person"),
    KnownBy.NONE: mark("Not known"),
}
_LEGEND = (
    (_STATES[State.MET], mark("It is as the guide asks.")),
    (_STATES[State.MISSING], mark("It was read, and is less than the guide asks, or not there.")),
    (_STATES[State.EXCESS], mark("It works, and more is granted than the guide asks.")),
    (_STATES[State.UNKNOWN], mark("It could not be read: it is neither met nor missing.")),
    (_CONFIRMED, mark("It could not be read; a person looked and said that it is so.")),
    (Mark("", _KNOWN[KnownBy.PROVEN]), mark("HaloPSA did it, with the integration's own token.")),
    (Mark("", _KNOWN[KnownBy.CONFIGURED]), mark("HaloPSA's own records say so.")),
    (Mark("", _KNOWN[KnownBy.NONE]), mark("Nothing that was seen tells it.")),
)
_ORDER = (State.MISSING, State.UNKNOWN, State.EXCESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One requirement. `children` are the rows that follow from it, however far."""

    mark: Mark
    section: str
    label: str
    requirement: str
    wanted: str
    found: str
    known: str
    layer: str
    remedy: str
    link: str | None
    evidence: tuple[str, ...]
    since: str = ""
    follows: str = ""
    children: tuple[Row, ...] = ()

    @property
    def tells_more(self) -> bool:
        """Tell whether the id says something that the label does not."""
        return tells_more(self.requirement, self.label)

    @property
    def advice(self) -> tuple[str, ...]:
        """Give what to do, after what the row follows from."""
        return tuple(filter(None, (self.follows, self.remedy)))


@dataclass(frozen=True, slots=True)
class Section:
    """The rows that stand together in HaloPSA or in the guide."""

    title: str
    rows: tuple[Row, ...]


def legend() -> tuple[tuple[Mark, str], ...]:
    """Explain each state, and each way of knowing."""
    return tuple((shown.spoken(), tr(said)) for shown, said in _LEGEND)


def row_of(
    finding: Finding, drifts: Iterable[Weighed], confirmed: Mapping[str, Confirmation]
) -> Row:
    """Give the row of a finding; `confirmed` goes by requirement."""
    section, label = requirement(finding.requirement)
    by_person = finding.known_by is KnownBy.PERSON
    state = _CONFIRMED if by_person and finding.state is State.UNKNOWN else _STATES[finding.state]
    word = confirmed.get(finding.requirement) if by_person else None
    return Row(
        mark=state.spoken(),
        section=section,
        label=label,
        requirement=finding.requirement,
        wanted=finding.wanted or "–",
        found=finding.found or "–",
        known=_said_by(word) if word else tr(_KNOWN[finding.known_by]),
        layer="" if finding.state is State.MET else tr(LAYERS[finding.layer]),
        remedy="" if finding.state is State.MET else finding.remedy,
        link=web_link(finding.link),
        evidence=finding.evidence,
        since=_since(finding, drifts),
        follows=_follows(finding),
    )


def _said_by(word: Confirmation) -> str:
    if not word.person:
        return tr("Confirmed by the technician on {date}", date=day(word.at))
    return tr("Confirmed by {person} on {date}", person=word.person, date=day(word.at))


def off_rows(findings: Sequence[Finding], rows: Mapping[str, Row]) -> tuple[Row, ...]:
    """Give what is not as the guide asks, each under what it follows from in the end.

    Under one root all stand at one depth: a page has no room for a staircase.
    """
    off = {each.requirement: each for each in findings if _is_off(each)}
    roots = {name: _root(name, off) for name in off}
    below: dict[str, list[Row]] = {}
    for name, root in roots.items():
        if name != root:
            below.setdefault(root, []).append(rows[name])
    shown = sorted((each for name, each in off.items() if roots[name] == name), key=_rank)
    return tuple(
        replace(rows[each.requirement], children=tuple(below.get(each.requirement, ())))
        for each in shown
    )


def sections_of(rows: Iterable[Row]) -> tuple[Section, ...]:
    """Give the rows by their sections, each where its first row stands."""
    sections: dict[str, list[Row]] = {}
    for row in rows:
        sections.setdefault(row.section or tr("Other"), []).append(row)
    return tuple(Section(title, tuple(held)) for title, held in sections.items())


def tells_more(name: str, label: str) -> bool:
    """Tell whether the id of a requirement says something that its label does not."""
    return name.partition(":")[2] != label


def _follows(finding: Finding) -> str:
    if finding.because is None:
        return ""
    return tr("Follows from: {requirement}", requirement=requirement(finding.because)[1])


def _since(finding: Finding, drifts: Iterable[Weighed]) -> str:
    """Say of what is missing whether it ever fitted."""
    if finding.state is not State.MISSING:
        return ""
    of_this = (each.drift for each in drifts if each.drift.requirement == finding.requirement)
    drift = next(of_this, None)
    if drift is None:
        return tr("Never seen in order.")
    return tr("Changed since {date}.", date=day(drift.since))


def _root(name: str, off: Mapping[str, Finding]) -> str:
    """Follow the causes to the last one that is off itself."""
    passed = {name: None}  # in order
    while (cause := off[name].because) in off and cause is not None:
        if cause in passed:
            way = list(passed)
            return min(way[way.index(cause) :])  # a circle has no end; any of it will do
        passed[cause] = None
        name = cause
    return name


def _is_off(finding: Finding) -> bool:
    if finding.state is State.UNKNOWN:
        return finding.known_by is not KnownBy.PERSON
    return finding.state is not State.MET


def _rank(finding: Finding) -> int:
    return _ORDER.index(finding.state)

"""One setup as a report shows it: every word is chosen here, the templates only place it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wizard.checks.acceptance import Weighed, Weight
from wizard.checks.drift_words import acceptance_sentence, sentence
from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.words import LAYERS, requirement
from wizard.language import day, mark, plural, tr
from wizard.report.plain import web_link
from wizard.report.sheet import Sheet
from wizard.report.verdict import Mark, moment, setup_verdict
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
class Change:
    """One drift: what changed, how it stands, and what a person said of it."""

    mark: Mark
    said: str
    accepted: str


@dataclass(frozen=True, slots=True)
class Word:
    """A person's word."""

    label: str
    requirement: str
    person: str
    at: str

    @property
    def tells_more(self) -> bool:
        """Tell whether the id says something that the label does not."""
        return tells_more(self.requirement, self.label)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that holds for the whole check; `link` where it can be opened."""

    name: str
    value: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The rows that stand together in HaloPSA or in the guide."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """One setup: the facts, what changed, what is off, and all that was asked."""

    key: str
    name: str
    mark: Mark
    verdict: str
    facts: tuple[Fact, ...]
    failure: tuple[str, ...]
    off: tuple[Row, ...]
    changes: tuple[Change, ...]
    words: tuple[Word, ...]
    sections: tuple[Section, ...]

    @property
    def every(self) -> str:
        """Say what the table of all rows holds."""
        number = sum(len(section.rows) for section in self.sections)
        one, many = (
            mark("All that was checked: {number} row"),
            mark("All that was checked: {number} rows"),
        )
        return plural(number, one, many)


def setup_view(sheet: Sheet, key: str) -> Setup:
    """Give a setup as it is shown; `key` is a name for it that is unique within the report."""
    outcome, findings = sheet.outcome, sheet.findings
    confirmed = dict(outcome.confirmed)
    rows = {each.requirement: _row(each, sheet, confirmed) for each in findings}
    shown, said = setup_verdict(sheet)
    return Setup(
        key=key,
        name=outcome.name,
        mark=shown,
        verdict=said,
        facts=tuple(_facts(sheet)),
        failure=_failure(sheet),
        off=_off(findings, rows),
        changes=tuple(_change(each) for each in _counted_first(outcome.drifts)),
        words=_words(findings, confirmed),
        sections=_sections(rows.values()),
    )


def legend() -> tuple[tuple[Mark, str], ...]:
    """Explain each state, and each way of knowing."""
    return tuple((shown.spoken(), tr(said)) for shown, said in _LEGEND)


def _facts(sheet: Sheet) -> Iterable[Fact]:
    outcome, report, guide = sheet.outcome, sheet.outcome.report, sheet.outcome.guide
    yield Fact(tr("Integration"), sheet.integration)
    if guide is not None:
        named = tr("“{title}”, {publisher}", title=guide.title, publisher=guide.publisher)
        yield Fact(tr("Guide"), named)
        yield Fact(
            tr("Address of the guide"), guide.address or tr("It has none."), web_link(guide.address)
        )
    else:
        yield Fact(tr("Guide"), tr("Its title is not known here."))
    if report is not None:
        yield Fact(tr("Guide read on"), report.profile_date.isoformat())
    yield Fact(tr("HaloPSA"), (report.instance if report else sheet.instance) or tr("not known"))
    yield Fact(tr("Version of HaloPSA"), outcome.version or tr("HaloPSA did not tell it."))
    if report is not None and outcome.started < report.checked_at:
        yield Fact(tr("Check began"), moment(outcome.started))
    yield Fact(
        tr("Check ended"), moment(report.checked_at) if report else tr("It was not checked.")
    )
    if report is not None:
        unknown = tr("The version was not kept.")
        program = f"Halo Setup Wizard {sheet.program}" if sheet.program else unknown
        yield Fact(tr("Checked with"), program)


def _failure(sheet: Sheet) -> tuple[str, ...]:
    failed = sheet.outcome.failed
    if sheet.outcome.report is not None or failed is None:
        return ()
    code = tr("Code: {code}", code=failed.code)
    return tuple(filter(None, (failed.happened, failed.remedy, failed.detail, code)))


def _row(finding: Finding, sheet: Sheet, confirmed: Mapping[str, Confirmation]) -> Row:
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
        since=_since(finding, sheet.outcome.drifts),
        follows=_follows(finding),
    )


def _said_by(word: Confirmation) -> str:
    if not word.person:
        return tr("Confirmed by the technician on {date}", date=day(word.at))
    return tr("Confirmed by {person} on {date}", person=word.person, date=day(word.at))


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


def _off(findings: Sequence[Finding], rows: Mapping[str, Row]) -> tuple[Row, ...]:
    """Give what is not as the guide asks, each under what it follows from."""
    off = [each for each in findings if _is_off(each)]
    names = {each.requirement for each in off}
    following: dict[str, list[Finding]] = {}
    for each in off:
        if each.because in names and each.because != each.requirement:
            following.setdefault(str(each.because), []).append(each)
    placed: set[str] = set()

    def with_children(finding: Finding) -> Row:
        placed.add(finding.requirement)
        below = [
            with_children(each)
            for each in following.get(finding.requirement, ())
            if each.requirement not in placed
        ]
        # Under one root all stand at one depth: a page has no room for a staircase.
        flat = [one for each in below for one in (replace(each, children=()), *each.children)]
        return replace(rows[finding.requirement], children=tuple(flat))

    roots = [each for each in off if each.because not in names or each.because == each.requirement]
    shown = [with_children(each) for each in sorted(roots, key=_rank)]
    # What follows from itself in a circle has no root; it is shown all the same.
    shown += [with_children(each) for each in off if each.requirement not in placed]
    return tuple(shown)


def _is_off(finding: Finding) -> bool:
    if finding.state is State.UNKNOWN:
        return finding.known_by is not KnownBy.PERSON
    return finding.state is not State.MET


def _rank(finding: Finding) -> int:
    return _ORDER.index(finding.state)


def _counted_first(drifts: Iterable[Weighed]) -> list[Weighed]:
    return sorted(drifts, key=lambda each: not each.counts)


def _change(weighed: Weighed) -> Change:
    drift = weighed.drift
    label = requirement(drift.requirement)[1] if drift.requirement else None
    if weighed.counts:
        shown = Mark("missing" if drift.state is State.MISSING else "unknown", tr("Open"))
    elif weighed.weight is Weight.ACCEPTED:
        shown = Mark("person", tr("Accepted"))
    else:
        shown = Mark("info", tr("For information"))
    said = sentence(replace(drift, requirement=label))
    return Change(shown, said, _accepted(weighed))


def _accepted(weighed: Weighed) -> str:
    said = acceptance_sentence(weighed)
    if weighed.accepted is None or said is None:
        return tr("Accepted by nobody.") if weighed.counts else "–"
    return tr("{accepted} (said on {date})", accepted=said, date=day(weighed.accepted.at))


def _words(findings: Iterable[Finding], confirmed: Mapping[str, Confirmation]) -> tuple[Word, ...]:
    """Give who confirmed what, of that which rests on a person's word."""
    found = []
    for each in findings:
        if each.known_by is KnownBy.PERSON:
            word = confirmed.get(each.requirement)
            # Without the word itself its sentence stands last in the evidence (setup/standing.py).
            person = word.person if word else each.evidence[-1] if each.evidence else ""
            found.append(
                Word(
                    requirement(each.requirement)[1],
                    each.requirement,
                    person or tr("the technician"),
                    moment(word.at) if word else "–",
                )
            )
    return tuple(found)


def _sections(rows: Iterable[Row]) -> tuple[Section, ...]:
    sections: dict[str, list[Row]] = {}
    for row in rows:
        sections.setdefault(row.section or tr("Other"), []).append(row)
    return tuple(Section(title, tuple(held)) for title, held in sections.items())

"""One setup as a report shows it: every word is chosen here, the templates only place it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from wizard.checks.acceptance import Weighed, Weight
from wizard.checks.drift_words import acceptance_sentence, sentence
from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.words import requirement
from wizard.language import day, mark, plural, tr
from wizard.report.plain import web_link
from wizard.report.rows import Row, Section, off_rows, row_of, sections_of, tells_more
from wizard.report.sheet import Sheet
from wizard.report.verdict import Mark, moment, setup_verdict
from wizard.setup.state import Confirmation


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
        one = mark("All that was checked: {number} row")
        many = mark("All that was checked: {number} rows")
        return plural(number, one, many)


def setup_view(sheet: Sheet, key: str) -> Setup:
    """Give a setup as it is shown; `key` is a name for it that is unique within the report."""
    outcome, findings = sheet.outcome, sheet.findings
    confirmed = dict(outcome.confirmed)
    rows = {each.requirement: row_of(each, outcome.drifts, confirmed) for each in findings}
    shown, said = setup_verdict(sheet)
    return Setup(
        key=key,
        name=outcome.name,
        mark=shown,
        verdict=said,
        facts=tuple(_facts(sheet)),
        failure=_failure(sheet),
        off=off_rows(findings, rows),
        changes=tuple(_change(each) for each in _counted_first(outcome.drifts)),
        words=_words(findings, confirmed),
        sections=sections_of(rows.values()),
    )


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
    if outcome.unkept is not None:
        yield Fact(tr("History"), outcome.unkept.happened)


def _failure(sheet: Sheet) -> tuple[str, ...]:
    failed = sheet.outcome.failed
    if sheet.outcome.report is not None or failed is None:
        return ()
    code = tr("Code: {code}", code=failed.code)
    return tuple(filter(None, (failed.happened, failed.remedy, failed.detail, code)))


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

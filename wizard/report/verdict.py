"""What a report says first: how one setup stands, or many, in one sentence."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from wizard.checks.acceptance import Weight
from wizard.checks.words import verdict
from wizard.language import mark, plural, series, tr
from wizard.report.sheet import Sheet, Standing


@dataclass(frozen=True, slots=True)
class Mark:
    """A state to show: the name of its icon and colour, and the word beside them."""

    icon: str
    word: str

    def spoken(self) -> Mark:
        """Give the mark with its word in the program's language."""
        return replace(self, word=tr(self.word))


STANDINGS = {
    Standing.FAILED: Mark("failed", mark("Not checked")),
    Standing.MISSING: Mark("missing", mark("Something is missing")),
    Standing.UNKNOWN: Mark("unknown", mark("Something is unknown")),
    Standing.ACCEPTED: Mark("person", mark("Accepted as it is")),
    Standing.MET: Mark("met", mark("In order")),
}
_COUNTED = {
    Standing.FAILED: (
        mark("{number} could not be checked"),
        mark("{number} could not be checked"),
    ),
    Standing.MISSING: (
        mark("{number} lacks something"),
        mark("{number} lack something"),
    ),
    Standing.UNKNOWN: (
        mark("{number} has something unknown"),
        mark("{number} have something unknown"),
    ),
    Standing.ACCEPTED: (
        mark("{number} is accepted as it is"),
        mark("{number} are accepted as they are"),
    ),
    Standing.MET: (mark("{number} is in order"), mark("{number} are in order")),
}


def moment(when: dt.datetime) -> str:
    """Give a time to the second, as UTC with its offset, the same in every language."""
    return f"{when.astimezone(dt.UTC):%Y-%m-%d %H:%M:%S} UTC (+00:00)"


def setup_verdict(sheet: Sheet) -> tuple[Mark, str]:
    """Judge one setup in a sentence, and say what changed since it was last in order."""
    shown = STANDINGS[sheet.standing].spoken()
    if sheet.outcome.report is None:
        failed = sheet.outcome.failed
        return shown, failed.happened if failed else tr("Nothing was checked.")
    said = verdict(sheet.findings)[1]
    if sheet.standing is Standing.ACCEPTED:
        said = tr("{verdict} All that is missing is accepted.", verdict=said)
    if sheet.changed:
        one = mark("{verdict} {number} change since it was last in order needs a hand.")
        many = mark("{verdict} {number} changes since it was last in order need a hand.")
        said = plural(sheet.changed, one, many, verdict=said)
    accepted = sum(each.weight is Weight.ACCEPTED for each in sheet.outcome.drifts)
    if accepted and sheet.standing is not Standing.ACCEPTED:
        one = mark("{verdict} {number} change is accepted.")
        many = mark("{verdict} {number} changes are accepted.")
        said = plural(accepted, one, many, verdict=said)
    return shown, said


def fleet_verdict(sheets: Collection[Sheet]) -> tuple[Mark, str]:
    """Judge many setups in a sentence."""
    counts = Counter(sheet.standing for sheet in sheets)
    standings = [each for each in Standing if counts[each]]
    if not standings:
        return Mark("unknown", tr("No setups")), tr("There is no setup to report on.")
    shown = STANDINGS[standings[0]].spoken()
    if standings[0] is Standing.FAILED:
        shown = replace(shown, word=tr("Not all could be checked"))
    if standings == [Standing.MET]:
        one = mark("The one setup is in order.")
        many = mark("All {number} setups are in order.")
        return shown, plural(len(sheets), one, many)
    parts = series(plural(counts[each], *_COUNTED[each]) for each in standings)
    one = mark("Of {number} setup: {parts}.")
    many = mark("Of {number} setups: {parts}.")
    return shown, plural(len(sheets), one, many, parts=parts)

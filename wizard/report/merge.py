"""Results of several re-checks put together, such as those of the shards of one fleet."""

from __future__ import annotations

import codecs
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from wizard.language import tr
from wizard.problems import ProblemError
from wizard.report.document import read_line
from wizard.report.sheet import Sheet

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Merged:
    """The setups of all files, each once.

    `remarks` say what a reader of the report has to know of it. `wrong` names each line that could
    not be read: its file, its number, and what is wrong with it.
    """

    sheets: tuple[Sheet, ...]
    remarks: tuple[str, ...]
    wrong: tuple[str, ...]


def merged(files: Iterable[tuple[str, bytes]]) -> Merged:
    """Put together the lines of these files, by name and content.

    Of a setup that is there several times the newest result counts.
    """
    newest: dict[str, Sheet] = {}
    repeated: dict[str, Sheet] = {}
    wrong = []
    for name, content in files:
        for number, line in enumerate(_lines(content), start=1):
            if not line.strip():
                continue
            try:
                outcome, program = read_line(line)
            except ProblemError as error:
                wrong.append(f"{name}:{number}: {error.problem.happened} {error.problem.detail}")
                continue
            sheet = Sheet(outcome, program)
            before = newest.setdefault(outcome.setup_id, sheet)
            if before is not sheet:
                newest[outcome.setup_id] = repeated[outcome.setup_id] = max(before, sheet, key=_at)
    said = [
        tr("{name} was in the files more than once: the newest result counts.", name=name)
        for name in sorted({each.outcome.name for each in repeated.values()})
    ]
    if wrong:
        said.append(tr("Lines of the files that could not be read: {number}", number=len(wrong)))
    return Merged(tuple(newest.values()), tuple(said), tuple(wrong))


def _lines(content: bytes) -> list[bytes]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):  # as Windows PowerShell writes what it redirects
            content = content.decode(encoding, "replace").encode()
    return content.split(b"\n")


def _at(sheet: Sheet) -> dt.datetime:
    report = sheet.outcome.report
    return report.checked_at if report else sheet.outcome.started

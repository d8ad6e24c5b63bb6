"""Reports of saved setups as files, and the command `halo-setup report`.

The window and `recheck` save theirs through `Reports` and `save` too: what is written has no
secrets in it, and a file is whole or as it was before.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from wizard import __version__
from wizard.app.opening import REDACTOR
from wizard.app.own_profiles import OwnProfiles
from wizard.app.usage import UsageError
from wizard.checks.findings import ExitCode
from wizard.fleet.choice import UnknownNamesError, named
from wizard.fleet.outcome import Outcome
from wizard.problems import ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.report.document import outcome_line
from wizard.report.fleet_text import outcome_text, totals_text
from wizard.report.html import as_html
from wizard.report.junit import as_junit
from wizard.report.merge import merged
from wizard.report.past import sheet_of
from wizard.report.sheet import Made, Sheet, exit_code, worst_first
from wizard.setup.state import SetupState
from wizard.store.cleaning import without_secrets
from wizard.store.history import History
from wizard.store.places import places
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor
from wizard.store.whole_file import write_whole


class Reports:
    """Makes reports of saved setups from what the history knows. HaloPSA is not asked."""

    def __init__(
        self, history: History, profiles: Callable[[], Iterable[Profile]], redactor: Redactor
    ) -> None:
        self._history = history
        self._profiles = profiles
        self._redactor = redactor

    def of(self, states: Iterable[SetupState]) -> tuple[Sheet, ...]:
        """Give these setups as their newest checks found them. Raises ProblemError records.*."""
        profiles = {each.id: each for each in self._profiles()}
        runs, accepted = self._history.newest(), self._history.every_accepted()
        today = dt.datetime.now().astimezone().date()
        return tuple(
            sheet_of(
                each,
                profiles.get(each.profile_id),
                runs.get(each.id),
                accepted.get(each.id, ()),
                today,
            )
            for each in states
        )

    def save(self, path: Path, states: Iterable[SetupState]) -> None:
        """Save the report of these setups; see `save`. Raises ProblemError records.*, report.*."""
        save(path, self.of(states), self._redactor)


def sheets_of(outcomes: Iterable[Outcome]) -> tuple[Sheet, ...]:
    """Give what this very program just found, for `save`."""
    return tuple(Sheet(each, __version__) for each in outcomes)


def save(
    path: Path, sheets: Collection[Sheet], redactor: Redactor, remarks: tuple[str, ...] = ()
) -> None:
    """Save a report: as PDF where the name ends so, as JUnit where it ends with .xml, else as HTML.

    Raises ProblemError: report.unwritable (a file that was there is as it was), report.pdf.
    """
    kind = {".pdf": _pdf, ".xml": _junit}.get(path.suffix.lower(), _html)
    _write({path: kind}, _cleaned(sheets, redactor), remarks)


def report(options: argparse.Namespace) -> int:
    """Report on setups from the history, or on the results in files."""
    wrong: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    if options.merge:
        if options.names or options.all:
            raise UsageError("--merge takes its setups from the files: leave out NAME and --all")
        found = merged((name, _content(name)) for name in options.merge)
        sheets, remarks, wrong = found.sheets, found.remarks, found.wrong
    else:
        sheets = _from_history(options)
    sheets = worst_first(_cleaned(sheets, REDACTOR))
    remarks = tuple(map(REDACTOR.redact, remarks))
    for line in (*remarks, *map(REDACTOR.redact, wrong)):
        _say(line)
    if wrong and not sheets:
        return ExitCode.USAGE
    _save_named(options, sheets, remarks)
    _print(sheets, as_json=options.json)
    return ExitCode.USAGE if wrong else exit_code(sheets)


def refuse_unwritable(options: argparse.Namespace) -> None:
    """Refuse at once a report's file that could only fail in the end.

    Raises ProblemError report.unwritable.
    """
    for path in (Path(name) for name in (options.html, options.pdf, options.junit) if name):
        if path.is_dir() or not path.absolute().parent.is_dir():
            raise ProblemError(problem("report.unwritable", str(path)))


def save_found(options: argparse.Namespace, outcomes: Iterable[Outcome]) -> None:
    """Save what was just found in the files that a command's options name.

    Raises ProblemError as `save` does.
    """
    _save_named(options, worst_first(_cleaned(sheets_of(outcomes), REDACTOR)))


def _save_named(
    options: argparse.Namespace, sheets: Collection[Sheet], remarks: tuple[str, ...] = ()
) -> None:
    kinds = ((options.html, _html), (options.pdf, _pdf), (options.junit, _junit))
    wanted: dict[Path, Kind] = {Path(path): kind for path, kind in kinds if path}
    _write(wanted, sheets, remarks)
    for path in wanted:
        _say(f"Saved {path}")


def _from_history(options: argparse.Namespace) -> tuple[Sheet, ...]:
    if bool(options.names) == options.all:
        raise UsageError(
            "either name the setups to report on or say --all: see halo-setup setups list"
        )
    where = places()
    states = SqliteRecords(where.records, REDACTOR).all()
    try:
        chosen = named(states, options.names) if options.names else states
    except UnknownNamesError as error:
        raise UsageError(f"there is no setup {error}: see halo-setup setups list") from error
    own = OwnProfiles(where.profiles, Catalog().all())
    return Reports(History(where.records, REDACTOR), own.all, REDACTOR).of(chosen)


def _content(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"{name} cannot be read: {error.strerror}") from error


def _print(sheets: Sequence[Sheet], *, as_json: bool) -> None:
    for each in sheets:
        print(outcome_line(each.outcome, each.program) if as_json else outcome_text(each.outcome))
    _say(totals_text(each.outcome.exit_code for each in sheets))


def _cleaned(sheets: Iterable[Sheet], redactor: Redactor) -> tuple[Sheet, ...]:
    """Give the setups without whatever looks like a secret: a report goes out of the house."""
    return tuple(
        replace(
            each,
            outcome=without_secrets(each.outcome, redactor),
            program=redactor.redact(each.program),
        )
        for each in sheets
    )


Kind = Callable[[Collection[Sheet], Made], bytes]


def _write(wanted: dict[Path, Kind], sheets: Collection[Sheet], remarks: tuple[str, ...]) -> None:
    """Make all of these before the first one is written."""
    made = Made(dt.datetime.now(dt.UTC), __version__, remarks)
    for path, content in [(path, kind(sheets, made)) for path, kind in wanted.items()]:
        try:
            write_whole(path, content)
        except OSError as error:
            detail = f"{path}: {error.strerror or type(error).__name__}"
            raise ProblemError(problem("report.unwritable", detail)) from error


def _html(sheets: Collection[Sheet], made: Made) -> bytes:
    return as_html(sheets, made).encode()


def _junit(sheets: Collection[Sheet], made: Made) -> bytes:  # noqa: ARG001 - as the others
    return as_junit(worst_first(sheets)).encode()


def _pdf(sheets: Collection[Sheet], made: Made) -> bytes:
    try:
        from wizard.report.pdf import as_pdf  # noqa: PLC0415 - Qt only where it is used
    except ImportError as error:
        raise ProblemError(problem("report.pdf", str(error))) from error
    return as_pdf(sheets, made)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

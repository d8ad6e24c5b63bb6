"""`halo-setup recheck`: checks saved setups again, each result told and kept as it comes."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import functools
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wizard import __version__
from wizard.app.kept_secrets import GivenSecrets, KeptSecrets, Secrets
from wizard.app.keychain import PatientKeychain, TellingKeychain
from wizard.app.notify import tell_impossible, tell_worse
from wizard.app.opening import REDACTOR
from wizard.app.own_profiles import OwnProfiles
from wizard.app.sessions import Sessions
from wizard.app.usage import UsageError
from wizard.app.visits import HaloVisits
from wizard.checks.findings import ExitCode
from wizard.fleet import runner
from wizard.fleet.choice import UnknownNamesError, is_set_up, named
from wizard.fleet.names import host_of, name_of
from wizard.fleet.outcome import Outcome, fleet_exit_code
from wizard.halo.limits import Allowance, Budgets
from wizard.problems import ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.report.document import outcome_line
from wizard.report.fleet_text import outcome_text, short_text, totals_text
from wizard.setup.state import SetupState
from wizard.store.exchange import read_setups
from wizard.store.history import History
from wizard.store.places import places
from wizard.store.preferences import Preferences
from wizard.store.records import SqliteRecords
from wizard.store.secrets import SystemKeychain, service_name

_SHOWN = 20  # names that a usage error lists


def recheck(options: argparse.Namespace) -> int:
    """Re-check the chosen setups. With --notify, the desktop is told if that is impossible."""
    try:
        told = _recheck(options)
    except ProblemError as error:
        if options.notify:
            tell_impossible(error.problem)
        raise
    # First what was found: a report that cannot be saved must not hide it.
    if options.notify:
        tell_worse(told.worse)
    code = told.end()
    if told.reported:
        from wizard.app.reports import save_found  # noqa: PLC0415 - only where one is wanted

        save_found(options, told.outcomes)
    return code


def _recheck(options: argparse.Namespace) -> _Told:
    told = _Told(options)
    if told.reported:
        from wizard.app.reports import refuse_unwritable  # noqa: PLC0415 - only where one is wanted

        refuse_unwritable(options)
    where = places()
    preferences = Preferences(where.preferences)
    here = SqliteRecords(where.records, REDACTOR).to_check()
    states = here if options.file is None else read_setups(Path(options.file))
    chosen = _chosen(options, states)
    keychain = TellingKeychain(PatientKeychain(SystemKeychain()), REDACTOR)
    history = History(where.records, REDACTOR, days=preferences.history_days)
    secrets: Secrets = KeptSecrets(keychain)
    if options.file is not None:
        secrets = GivenSecrets(os.environ, keychain, _service, REDACTOR, alone=len(chosen) == 1)
    visits = HaloVisits(
        profiles=_Profiles(where.profiles).get,
        secrets=secrets,
        sessions=Sessions(keychain, lambda *key: _service(" ".join(key), "sign-in")),
        # Of setups that are not here nothing is kept, and no file is made for it.
        history=history if here else None,
        budgets=Budgets(Allowance(requests=options.requests or preferences.requests)),
    )
    asyncio.run(_run(chosen, visits, told))
    return told


def _service(setup_id: str, name: str) -> str:
    return service_name(setup_id, name, practice=False)


class _Profiles:
    """The profiles of this workstation, each read at its first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, profile_id: str) -> Profile:
        """Give the profile of this id. Raises ProblemError profile.*."""
        found = self._all.get(profile_id)
        if found is None:
            raise ProblemError(problem("profile.not_found", profile_id))
        return found

    @functools.cached_property
    def _all(self) -> dict[str, Profile]:
        return {each.id: each for each in OwnProfiles(self._folder, Catalog().all()).all()}


def _chosen(options: argparse.Namespace, states: Sequence[SetupState]) -> tuple[SetupState, ...]:
    if bool(options.names) == options.all:
        raise UsageError(_known("either name the setups to check or say --all", states))
    try:
        chosen = named(states, options.names) if options.names else tuple(states)
    except UnknownNamesError as error:
        raise UsageError(_known(f"there is no setup {error}", states)) from error
    ready = tuple(each for each in chosen if not options.all or is_set_up(each))
    if len(ready) < len(chosen):
        _say(f"Left out, since they are not set up yet: {len(chosen) - len(ready)}")
    return tuple(each for each in ready if options.shard is None or options.shard.holds(each))


def _known(said: str, states: Sequence[SetupState]) -> str:
    names = sorted({name_of(each) for each in states})
    if not names:
        return f"{said}. There is none yet"
    more = (
        [f"and {len(names) - _SHOWN} more: see halo-setup setups list"]
        if len(names) > _SHOWN
        else []
    )
    return "\n  ".join([f"{said}. There are:", *names[:_SHOWN], *more])


async def _run(chosen: Sequence[SetupState], visits: HaloVisits, told: _Told) -> None:
    """Run the re-check; SIGTERM ends it as Ctrl-C does."""
    work = asyncio.ensure_future(runner.recheck(chosen, visits, told))
    with contextlib.suppress(NotImplementedError):  # Windows has no such signal to catch
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, work.cancel)
    told.begin(len(chosen), len({host_of(each) for each in chosen}))
    try:
        await work
    except asyncio.CancelledError:
        told.stopped()
        raise KeyboardInterrupt from None
    except ExceptionGroup as group:
        raise _first(group) from group


def _first(error: Exception) -> Exception:
    """Give the error itself, as that of an output that takes nothing more, out of its groups."""
    while isinstance(error, ExceptionGroup):
        error = error.exceptions[0]
    return error


@dataclass
class _Told:
    """Prints each outcome as it comes, and remembers what the end needs."""

    options: argparse.Namespace
    setups: int = 0
    codes: list[int] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)  # only where a report is wanted
    unkept: bool = False
    worse: list[str] = field(default_factory=list)  # the names of setups that became worse

    @property
    def reported(self) -> bool:
        """Tell whether a file is to be written of it all."""
        return bool(self.options.html or self.options.pdf or self.options.junit)

    def begin(self, setups: int, instances: int) -> None:
        """Say on stderr what is about to happen."""
        self.setups = setups
        if not setups:
            _say("There is no setup to check")
            return
        said = "1 setup" if setups == 1 else f"{setups} setups"
        _say(f"Checking {said} on {'1 instance' if instances == 1 else f'{instances} instances'}")

    def __call__(self, outcome: Outcome) -> None:
        """Print one outcome: on stdout, and as JSON also how far it is, on stderr."""
        self.codes.append(_code(outcome, strict=self.options.strict))
        self.unkept = self.unkept or outcome.unkept is not None
        if self.reported:
            self.outcomes.append(outcome)
        if outcome.worse:
            self.worse.append(outcome.name)
        if self.options.json:
            print(outcome_line(outcome, __version__), flush=True)
            _say(f"{len(self.codes)} of {self.setups}: {short_text(outcome)}")
        else:
            print(outcome_text(outcome), flush=True)

    def stopped(self) -> None:
        """Say how far it came; no report is written of a part, it would look like the whole."""
        _say(f"Stopped after {len(self.codes)} of {self.setups}; these are kept")

    def end(self) -> int:
        """Print the totals, and give the exit code."""
        _say(totals_text(self.codes))
        if self.unkept:
            return ExitCode.FAILED
        return fleet_exit_code(self.codes)


def _code(outcome: Outcome, *, strict: bool) -> int:
    if outcome.report is None:
        return outcome.exit_code
    return outcome.report.exit_code(strict=strict)


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)

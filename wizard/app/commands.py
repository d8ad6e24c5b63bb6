"""The terminal's commands: each puts together its parts, runs, and gives an exit code."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

from wizard import __version__
from wizard.app.asked import admin_secret, own_secret
from wizard.app.opening import REDACTOR, named_scenario
from wizard.app.usage import UsageError
from wizard.checks.findings import ExitCode, Finding, Report
from wizard.profiles.catalog import Catalog
from wizard.profiles.describe import list_text, show_text
from wizard.profiles.lint import lint
from wizard.report.document import as_json
from wizard.report.text import findings_text, report_text, summary_text
from wizard.setup.steps import Step
from wizard.store.places import places

if TYPE_CHECKING:
    pass

HARD_WORLD = "own-blind-refused"  # what --own-credentials walks in


def walk(options: argparse.Namespace) -> int:
    """Play a whole setup on the practice instance."""
    from wizard.app import walk as walking  # noqa: PLC0415 - httpx and a server only where used
    from wizard.app.keychain import TellingKeychain, keychain_for_walk  # noqa: PLC0415
    from wizard.practice.breaks import breakable  # noqa: PLC0415
    from wizard.store.records import SqliteRecords  # noqa: PLC0415

    profile = Catalog().get(options.profile)
    _refuse_unbreakable(options.breaks, breakable(profile))
    name = options.scenario or (HARD_WORLD if options.own_credentials else "easy")
    scenario = named_scenario(name)
    if options.own_credentials and scenario.administrator:
        raise UsageError(f"--own-credentials does not go with the scenario {name}")
    keychain, why = keychain_for_walk()
    if why is not None:
        _say(f"{why.happened} The secrets of this walk are held in memory only.")
    route = walking.Walk(profile, scenario, options.breaks)
    records = SqliteRecords(places().practice_records, REDACTOR)
    tell = _tell_step_aside if options.json else _tell_step
    report, _ = asyncio.run(walking.walk(route, TellingKeychain(keychain, REDACTOR), records, tell))
    return _give(report, options, whole=False)


def check(options: argparse.Namespace) -> int:
    """Check a setup that exists already."""
    from wizard.app import check as checking  # noqa: PLC0415 - httpx only where it is used

    target = checking.Target(
        profile=Catalog().get(options.profile),
        url=options.url,
        client_id=options.client_id,
        client_secret=own_secret(),
        tenant=options.tenant,
        auth_url=options.auth_url,
        agent=options.agent,
        admin_client_id=options.admin_client_id,
        admin_client_secret=admin_secret() if options.admin_client_id else None,
    )
    report = asyncio.run(checking.check(target, _say))
    return _give(report, options, whole=True)


def profiles_list(options: argparse.Namespace) -> int:  # noqa: ARG001
    """List the built-in profiles."""
    print(list_text(Catalog().all()))
    return ExitCode.CLEAN


def profiles_show(options: argparse.Namespace) -> int:
    """Show all that a profile says."""
    print(show_text(Catalog().get(options.profile)), end="")
    return ExitCode.CLEAN


def profiles_lint(options: argparse.Namespace) -> int:
    """Name every mistake of these profiles, or of all built-in ones."""
    catalog = Catalog()
    serious = 0
    for name in options.profiles or catalog.ids():
        path = catalog.path(name)
        mistakes = lint(path)
        for mistake in mistakes:
            kind = "mistake" if mistake.serious else "note"
            line = f":{mistake.line}" if mistake.line else ""
            print(f"{path.name}{line}: {kind}: {mistake.place}: {mistake.message}")
        serious += sum(mistake.serious for mistake in mistakes)
        if not mistakes:
            print(f"{path.name}: no mistakes")
    return ExitCode.MISSING if serious else ExitCode.CLEAN


def worlds(options: argparse.Namespace) -> int:  # noqa: ARG001
    """Print for each profile how much is decided and how much unknown in each scenario."""
    from wizard.app.worlds import table  # noqa: PLC0415 - httpx and a server only where used

    print(asyncio.run(table(Catalog().all())))
    return ExitCode.CLEAN


def forget(options: argparse.Namespace) -> int:
    """Remove all that the program kept on this workstation."""
    from wizard.app import forget as forgetting  # noqa: PLC0415 - the keychain only where used
    from wizard.app.schedule import Schedule  # noqa: PLC0415
    from wizard.store.secrets import SystemKeychain  # noqa: PLC0415

    if not options.yes:
        raise UsageError("this removes every setup with its secrets; say --yes if you mean it")
    Schedule().forget()
    removed = forgetting.forget(places(), SystemKeychain())
    setups = "1 setup" if removed == 1 else f"{removed} setups"
    print(f"{setups} removed, with all secrets and the program's files")
    return ExitCode.CLEAN


def _refuse_unbreakable(breaks: Collection[str], can: Collection[str]) -> None:
    wrong = [each for each in breaks if each not in can]
    if wrong:
        known = "\n  ".join(can)
        raise UsageError(f"cannot break {', '.join(wrong)}. This profile can break:\n  {known}")


def _tell_step(step: Step, findings: tuple[Finding, ...]) -> None:
    print(step.title)
    if findings:
        print(findings_text(findings))


def _tell_step_aside(step: Step, findings: tuple[Finding, ...]) -> None:
    """Tell it on stderr: stdout carries the JSON and nothing else."""
    with contextlib.redirect_stdout(sys.stderr):
        _tell_step(step, findings)


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _give(report: Report, options: argparse.Namespace, *, whole: bool) -> int:
    """Print the result: JSON alone on stdout, or text; a walk has told its findings already."""
    if options.json:
        print(as_json(report, __version__))
    else:
        print(report_text(report) if whole else summary_text(report))
    return report.exit_code(strict=options.strict)

"""`halo-setup adopt`: saves a connection that was made by hand as a setup."""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from wizard import __version__
from wizard.app.adopt import Adoption
from wizard.app.asked import admin_secret, own_secret
from wizard.app.flows import Flows
from wizard.app.opening import REDACTOR
from wizard.app.own_profiles import OwnProfiles
from wizard.app.usage import UsageError
from wizard.checks.findings import ExitCode, Finding, Report
from wizard.checks.fit import Fit
from wizard.fleet.names import name_of
from wizard.halo.address import auth_address, host_of
from wizard.problems import Problem, ProblemError
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Profile
from wizard.report.adoption import (
    candidate_text,
    failure_document,
    proposal_document,
    proposal_text,
)
from wizard.report.document import document
from wizard.report.text import report_text, summary_text
from wizard.setup.adopt import Connection, Proposal
from wizard.setup.plan import ALL, plan
from wizard.setup.state import SetupState
from wizard.store.history import History
from wizard.store.places import places
from wizard.store.preferences import Preferences
from wizard.store.records import SqliteRecords

_REFUSED = ("token.invalid_client", "token.unauthorised_client")
_NOT_THE_INSTANCE = ("address.", "records.", "history.", "keychain.", "internal")


def adopt(options: argparse.Namespace) -> int:
    """Find out which profile a connection was made for, and save it."""
    own = OwnProfiles(places().profiles, Catalog().all())
    given = _named(options.profile, own) if options.profile else None
    profiles = {each.id: each for each in (*own.all(), *([given] if given else []))}
    connection = Connection(
        options.url,
        options.client_id.strip(),
        own_secret(),
        options.tenant,
        admin_client_id=options.admin_client_id,
        admin_client_secret=admin_secret() if options.admin_client_id else None,
    )
    return asyncio.run(_adopt(options, connection, tuple(profiles.values()), given))


async def _adopt(
    options: argparse.Namespace,
    connection: Connection,
    profiles: Sequence[Profile],
    given: Profile | None,
) -> int:
    adoption = _adoption()
    if not options.dry_run:
        await adoption.keychain_name()  # without one nothing can be saved: say so at once
    try:
        proposal = await _look(adoption, connection, profiles, options.auth_url)
    except ProblemError as error:
        if error.problem.code.startswith(_NOT_THE_INSTANCE):
            raise
        return _failed(error.problem, as_json=options.json)
    _refuse_known(proposal.known)
    best = proposal.best
    chosen = proposal.of(given.id) if given else best[0] if len(best) == 1 else None
    told = proposal_document(proposal, chosen, __version__)
    if not options.json:
        print(proposal_text(proposal, chosen))
    if chosen is None:
        if options.json:
            _print(told)
        raise UsageError(_which(best))
    findings = chosen.findings
    if not options.dry_run:
        _keep_profile(options.profile)
        state = await adoption.adopt(proposal, chosen.profile, _say)
        _say(f"Saved as {name_of(state)} ({state.id}). Nothing was changed in HaloPSA.")
        told["saved"] = {"setup": state.id, "name": name_of(state)}
        findings = _proven(chosen.profile, state) or findings
    return _give(options, told, _report(proposal, chosen, findings))


def _adoption() -> Adoption:
    where = places()
    history = History(where.records, REDACTOR, days=Preferences(where.preferences).history_days)
    return Flows(
        SqliteRecords(where.records, REDACTOR), history, REDACTOR, practice=False
    ).adoption()


def _named(name: str, own: OwnProfiles) -> Profile:
    """Give a profile of this workstation by its id, or any by its file. Raises ProblemError."""
    known = {each.id: each for each in own.all()}
    return known[name] if name in known else Catalog().get(name)


def _keep_profile(name: str | None) -> None:
    """Keep a profile that was named by its file: the setup needs it from now on."""
    if name and name.lower().endswith(".toml"):
        OwnProfiles(places().profiles, Catalog().all()).take(Path(name))


async def _look(
    adoption: Adoption,
    connection: Connection,
    profiles: Sequence[Profile],
    auth_url: str | None,
) -> Proposal:
    """Look; an authorisation server on another host is trusted where the person has named it."""
    try:
        return await adoption.look(connection, profiles, _say)
    except ProblemError as error:
        other = error.problem.code == "auth_server.other_host"
        if not (other and auth_url and host_of(auth_address(auth_url)) == error.problem.detail):
            raise
    return await adoption.look(replace(connection, trust_other_host=True), profiles, _say)


def _refuse_known(known: SetupState | None) -> None:
    if known is not None:
        name = name_of(known)
        raise UsageError(
            f"this connection is saved already as {name} ({known.id});"
            f" check it with: halo-setup recheck {known.id}"
        )


def _which(best: Sequence[Fit]) -> str:
    """Say why no profile was taken."""
    if not best:
        return "no profile fits well; say which it is with --profile, or add one of your own"
    candidates = "\n  ".join(candidate_text(each) for each in best)
    return f"these fit equally well; say which it is with --profile:\n  {candidates}"


def _proven(profile: Profile, state: SetupState) -> tuple[Finding, ...]:
    """Give what the proof found that the setup begins with."""
    steps = plan(profile, state.answers)
    proof = next((step.id for step in steps if ALL in step.requirements), "")
    return state.findings.get(proof, ())


def _report(proposal: Proposal, chosen: Fit, findings: tuple[Finding, ...]) -> Report:
    profile, web = chosen.profile, proposal.answers["web"]
    return Report(profile.id, profile.source.seen, web, dt.datetime.now(dt.UTC), findings)


def _give(options: argparse.Namespace, told: dict[str, Any], report: Report) -> int:
    """Print the result, as `check` does for the setup, and give its exit code."""
    if options.json:
        _print({**told, "report": document(report, __version__)})
    elif options.dry_run:
        print(summary_text(report))
    else:
        print(report_text(report))
    return report.exit_code(strict=options.strict)


def _failed(failed: Problem, *, as_json: bool) -> int:
    """Say why nothing was found out: a refused pair is missing, all else unknown, as in `check`."""
    if as_json:
        _print(failure_document(failed, __version__))
    _say(f"halo-setup: {failed.happened} {failed.remedy} [{failed.code}]")
    if failed.detail:
        _say(f"  {failed.detail}")
    _say("Nothing was saved.")
    return ExitCode.MISSING if failed.code in _REFUSED else ExitCode.UNKNOWN


def _print(told: dict[str, Any]) -> None:
    print(json.dumps(told, indent=2, ensure_ascii=False))


def _say(line: str) -> None:
    print(line, file=sys.stderr)

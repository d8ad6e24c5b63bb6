"""`halo-setup setups`: lists saved setups, writes them into a file and takes them from one."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from wizard.app.exchange import Exchange
from wizard.app.opening import REDACTOR
from wizard.app.own_profiles import OwnProfiles
from wizard.app.usage import UsageError
from wizard.checks.findings import ExitCode
from wizard.fleet.choice import UnknownNamesError, named
from wizard.fleet.names import host_of, name_of
from wizard.profiles.catalog import Catalog
from wizard.setup.state import SetupState
from wizard.store.places import places
from wizard.store.records import SqliteRecords


def setups_list(options: argparse.Namespace) -> int:
    """List the setups of this workstation."""
    states = SqliteRecords(places().records, REDACTOR).all()
    if options.json:
        print(json.dumps({"schema": 1, "setups": [_told(each) for each in states]}, indent=2))
    elif not states:
        print("No setup is saved here yet", file=sys.stderr)
    else:
        for each in states:
            standing = "finished" if each.finished else "begun"
            print(
                f"{name_of(each)}  {each.id}  {standing} {(each.finished or each.created):%Y-%m-%d}"
            )
    return ExitCode.CLEAN


def setups_export(options: argparse.Namespace) -> int:
    """Write the chosen setups, or all, into a file."""
    if bool(options.names) == options.all:
        raise UsageError("either name the setups to export or say --all")
    records = SqliteRecords(places().records, REDACTOR)
    try:
        chosen = named(records.all(), options.names) if options.names else records.all()
    except UnknownNamesError as error:
        raise UsageError(f"there is no setup {error}: see halo-setup setups list") from error
    _exchange(records).export(chosen, Path(options.file))
    print(f"{len(chosen)} exported, without secrets: {options.file}")
    return ExitCode.CLEAN


def setups_import(options: argparse.Namespace) -> int:
    """Take the setups of a file."""
    exchange = _exchange(SqliteRecords(places().records, REDACTOR))
    found = exchange.read(Path(options.file))
    print(f"{exchange.take(found, replace=options.replace)} imported.")
    if found.here:
        done = "replaced" if options.replace else "left as they are (--replace takes the file's)"
        print(f"{len(found.here)} were here already, and are {done}:")
        for each in found.here:
            print(f"  {name_of(each)}  {each.id}")
    if found.unknown_profiles:
        print("Not on this workstation, open these profiles in the window first:")
        for name in found.unknown_profiles:
            print(f"  {name}")
    print("A secret is asked for when a setup is opened: secrets are never in the file.")
    return ExitCode.CLEAN


def _exchange(records: SqliteRecords) -> Exchange:
    own = OwnProfiles(places().profiles, Catalog().all())
    return Exchange(records, lambda: {each.id for each in own.all()}, REDACTOR)


def _told(state: SetupState) -> dict[str, object]:
    return {
        "id": state.id,
        "name": name_of(state),
        "profile": state.profile_id,
        "instance": host_of(state),
        "created": state.created.isoformat(),
        "finished": state.finished.isoformat() if state.finished else None,
    }

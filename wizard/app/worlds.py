"""`halo-setup worlds`: what is decided and what stays unknown, by profile and scenario."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from wizard.app.walk import Walk, walk
from wizard.checks.findings import Report, State
from wizard.practice.scenarios import SCENARIOS, Scenario
from wizard.profiles.schema import Profile
from wizard.store.records import SqliteRecords
from wizard.store.secrets import SessionKeychain


async def table(profiles: Iterable[Profile]) -> str:
    """Walk every profile in every scenario and give the counts as a Markdown table."""
    names = list(SCENARIOS)
    lines = [
        f"| profile | {' | '.join(names)} |",
        f"|---|{'---|' * len(names)}",
    ]
    for profile in profiles:
        cells = [_cell(await report(profile, SCENARIOS[name])) for name in names]
        lines.append(f"| {profile.id} | {' | '.join(cells)} |")
    return "\n".join(lines)


async def report(profile: Profile, scenario: Scenario) -> Report:
    """Walk a profile in a scenario, and leave nothing behind."""
    with tempfile.TemporaryDirectory() as folder:
        records = SqliteRecords(Path(folder) / "records.sqlite3")
        found, _ = await walk(Walk(profile, scenario), SessionKeychain(), records, lambda *_: None)
    return found


def _cell(found: Report) -> str:
    counts = found.summary()
    unknown = counts[State.UNKNOWN]
    return f"{sum(counts.values()) - unknown} decided, {unknown} unknown"

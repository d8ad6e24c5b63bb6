"""A workstation with saved setups, and the program that runs on it as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.fleet_world import keys
from tests.fleet_world.mould import Cast
from wizard.fleet.outcome import Outcome
from wizard.report.document import read_outcome
from wizard.setup.state import SetupState
from wizard.store.history import History
from wizard.store.records import SqliteRecords

ROOT = Path(__file__).parents[2]


@dataclass
class Rechecked:
    """What one run of `halo-setup recheck` came to; the outcomes stand in the order told."""

    code: int
    outcomes: tuple[Outcome, ...]
    told: str

    @property
    def by_setup(self) -> dict[str, Outcome]:
        return {each.setup_id: each for each in self.outcomes}


@dataclass
class Home:
    """A folder with the program's files in it, and a keychain in a file beside them."""

    folder: Path
    secrets: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        self.database = self.folder / "setups.sqlite3"
        self._keys = self.folder.parent / f"{self.folder.name}.keys.json"

    @property
    def environment(self) -> dict[str, str]:
        here = {"HALO_SETUP_HOME": str(self.folder), "HALO_SETUP_LANGUAGE": "en"}
        return {**os.environ, **here, **keys.environment(self._keys)}

    @property
    def records(self) -> SqliteRecords:
        return SqliteRecords(self.database)

    @property
    def history(self) -> History:
        return History(self.database)

    def save(self, casts: Iterable[Cast]) -> tuple[SetupState, ...]:
        """Save these instances' setups and put their secrets into the keychain."""
        saved = []
        records = self.records
        for cast in casts:
            for setup in cast.setups:
                records.save(setup)
                saved.append(setup)
            self.secrets.update(cast.secrets)
        keys.put(self._keys, self.secrets)
        return tuple(saved)

    def enter(self, changed: Mapping[str, str]) -> None:
        """Put other secrets in the place of some, as a person does with the wizard."""
        self.secrets |= changed
        keys.put(self._keys, self.secrets)

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start `halo-setup recheck` with these words."""
        command = [sys.executable, "-m", "wizard", "recheck", *words]
        return subprocess.Popen(
            command, cwd=ROOT, env=self.environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def recheck(self, *words: str, patience: float = 110.0) -> Rechecked:
        """Run `halo-setup recheck … --json` to its end."""
        with self.start(*words, "--json") as process:
            try:
                lines, told = process.communicate(timeout=patience)
            except subprocess.TimeoutExpired:
                process.kill()
                raise
        return Rechecked(process.returncode, tuple(map(read_outcome, lines.splitlines())), told)

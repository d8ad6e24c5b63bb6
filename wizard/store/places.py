"""Where the program's files are on this workstation."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE = "HALO_SETUP_HOME"
_NAME = "Halo Setup Wizard"


@dataclass(frozen=True, slots=True)
class Places:
    """The paths of the program's files. Nothing here is created by asking for it.

    Practice runs have records of their own, so that training never stands beside real setups.
    """

    records: Path
    practice_records: Path
    practice_world: Path
    preferences: Path
    profiles: Path
    log: Path


def places(environment: Mapping[str, str] | None = None) -> Places:
    """Give the paths, in the folders that the operating system has for such files.

    HALO_SETUP_HOME in `environment` (None: this process's own) puts everything into one folder
    instead, for tests and for running from a USB stick; a `~` in it is the user's home.
    """
    home = (os.environ if environment is None else environment).get(HOME_VARIABLE)
    if home:
        data = Path(home).expanduser().absolute()
        logs = data / "logs"
    else:
        data = platformdirs.user_data_path(_NAME, appauthor=False)
        logs = platformdirs.user_log_path(_NAME, appauthor=False)
    return Places(
        records=data / "setups.sqlite3",
        practice_records=data / "practice.sqlite3",
        practice_world=data / "practice-instance.json",
        preferences=data / "preferences.json",
        profiles=data / "profiles",
        log=logs / "halo-setup.log",
    )

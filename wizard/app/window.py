"""Puts the window together on this workstation's setups.

The profiles, and what a setup in work needs (the connection to HaloPSA, the keychain), are loaded
when somebody asks for them: the first page stands before.
"""

from __future__ import annotations

import functools
import getpass
import os
import sys
from typing import TYPE_CHECKING

from wizard.problems import ProblemError, problem
from wizard.store.places import places
from wizard.store.preferences import Preferences
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor

if TYPE_CHECKING:
    from wizard.app.exchange import Exchange
    from wizard.app.flows import Flows
    from wizard.app.overview import Overview
    from wizard.app.own_profiles import OwnProfiles
    from wizard.app.schedule import Schedule
    from wizard.store.history import History


def open_window(redactor: Redactor) -> int:
    """Open the window on this workstation's setups and give its exit code."""
    require_display()
    from wizard.ui.garbage import none_yet  # noqa: PLC0415
    from wizard.ui.services import Services  # noqa: PLC0415

    none_yet()
    # isort: split
    from wizard.ui.run import run  # noqa: PLC0415 - without a display Qt would abort the process

    where = places()
    records = SqliteRecords(where.records, redactor)
    preferences = Preferences(where.preferences)

    @functools.cache
    def profiles() -> OwnProfiles:
        from wizard.app.own_profiles import OwnProfiles  # noqa: PLC0415
        from wizard.profiles.catalog import Catalog  # noqa: PLC0415

        practised = SqliteRecords(where.practice_records, redactor)
        return OwnProfiles(
            where.profiles,
            Catalog().all(),
            lambda: (*records.to_check(), *practised.to_check()),
        )

    @functools.cache
    def flows() -> Flows:
        from wizard.app.flows import Flows  # noqa: PLC0415

        return Flows(records, history(), redactor, practice=False)

    @functools.cache
    def history() -> History:
        from wizard.store.history import History  # noqa: PLC0415

        return History(where.records, redactor, days=preferences.history_days)

    def fleet() -> Overview:
        from wizard.app.overview import Overview  # noqa: PLC0415

        return Overview(
            where.records,
            records,
            history(),
            lambda: profiles().all(),
            lambda profile: flows().visits(profile),
            redactor=redactor,
            practice=False,
        )

    def exchange() -> Exchange:
        from wizard.app.exchange import Exchange  # noqa: PLC0415

        return Exchange(records, lambda: {each.id for each in profiles().all()}, redactor)

    def schedule() -> Schedule:
        from wizard.app.schedule import Schedule  # noqa: PLC0415

        return Schedule()

    return run(
        Services(
            profiles=lambda: profiles().all(),
            records=records,
            open_flow=lambda profile, state: flows().open(profile, state),
            remove=lambda state, leave_secrets: flows().remove(state, leave_secrets),
            own_profiles=profiles,
            person=person(),
            preferences=preferences,
            fleet=fleet,
            schedule=schedule,
            exchange=exchange,
            adoption=lambda: flows().adoption(),
            open_practice=_start_practice,
        )
    )


def _start_practice() -> None:
    """Open the practice window beside this one, as a process of its own."""
    import subprocess  # noqa: PLC0415 - not for the first page

    program = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "wizard"]
    )
    subprocess.Popen([*program, "practice"])  # noqa: S603 - this very program


def person() -> str:
    """Name who sits here, as the system knows them; \"\" where it does not."""
    try:
        return getpass.getuser()
    except OSError:
        return ""


def require_display() -> None:
    """Refuse before Qt does: it would abort the process without a word for a person."""
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise ProblemError(problem("display.missing"))

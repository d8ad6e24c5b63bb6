"""The window's entry: it ends in order, and brings nothing along that it must not know."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import World
from wizard.ui.run import run
from wizard.ui.services import Services
from wizard.ui.window import Window

FORBIDDEN = (
    "httpx",
    "keyring",
    "sqlite3",
    "wizard.app",
    "wizard.halo.auth",
    "wizard.halo.client",
    "wizard.halo.discovery",
    "wizard.halo.transport",
    "wizard.practice.server",
    "wizard.store.secrets",
)


def windows() -> list[Window]:
    """Give the windows that are shown."""
    every = QApplication.topLevelWidgets()
    return [each for each in every if isinstance(each, Window) and each.isVisible()]


def running() -> bool:
    """Tell whether asyncio's loop runs by now."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True


@pytest.mark.parametrize("begins", [False, True])
def test_it_runs_until_the_window_is_closed(qapp: QApplication, world: World, begins: bool) -> None:
    wanted = "Find your HaloPSA" if begins else "Welcome"
    seen: list[str] = []
    begun: list[str] = []
    look = QTimer(interval=5)

    def close() -> None:
        for window in windows():
            if begins and not begun and running():
                begun.append(wanted)
                window.begin(world.profiles[0], None)
            if window.title.plain == wanted:
                look.stop()
                seen.append(wanted)
                window.close()

    look.timeout.connect(close)
    look.start()
    services = Services(lambda: world.profiles, world.records, world.open_flow)
    assert run(services) == 0
    assert seen == [wanted]
    assert windows() == []
    assert world.inspector.closed == (1 if begins else 0)


def test_it_ends_when_the_system_ends_it(qapp: QApplication, world: World) -> None:
    look = QTimer(interval=5)
    look.timeout.connect(lambda: running() and qapp.quit())
    look.start()
    assert run(Services(lambda: world.profiles, world.records, world.open_flow)) == 0


# What the first page of a new workstation does without. Whoever needs one of these at the top of a
# module imports it there where it is used: each costs what everybody waits for.
LATER = (
    "asyncio",
    "html",
    "logging.handlers",
    "msgspec",
    "qasync",
    "sqlite3",
    "subprocess",
    "tomllib",
    "wizard.checks",
    "wizard.fleet",
    "wizard.halo",
    "wizard.profiles",
    "wizard.report",
    "wizard.setup",
    "wizard.schedule",
    "wizard.store.database",
    "wizard.ui.bridge",
    "wizard.ui.footer",
    "wizard.ui.home",
    "wizard.ui.journey",
    "wizard.ui.pages",
    "wizard.ui.ports",
    "wizard.ui.sidebar",
    "wizard.ui.widgets.focus",
    "wizard.ui.widgets.problem_strip",
)


def test_the_first_page_stands_before_all_else_is_loaded(tmp_path: Path) -> None:
    """The program itself, started without words where nothing was ever saved, up to its paint."""
    script = f"""
import linecache, os, sys
from wizard import cli
from wizard.ui import garbage, services
from wizard.ui import run

wait = run._wait_for_paint

def painted(window):
    wait(window)
    assert window.title.plain == "Welcome"
    for button in ("new-setup", "practice"):
        assert window.findChild(run.QObject, button).isEnabled()
    print([name for name in sys.modules if name.startswith({LATER!r})])
    print([name for name in linecache.cache if "wizard" in name])
    window.close()

run._wait_for_paint = painted
sys.exit(cli.main([]))
"""
    environment = {
        **os.environ, "QT_QPA_PLATFORM": "offscreen", "HALO_SETUP_HOME": str(tmp_path / "home"),
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
    )
    loaded, read = done.stdout.splitlines()
    assert loaded == "[]"
    assert read == "[]", "PySide reads sources again: see wizard/ui/quick_imports.py"


def test_the_window_knows_only_its_ports() -> None:
    """A fresh interpreter that imports the window has not imported what only app.py may."""
    script = (
        f"import sys, wizard.ui.run\nprint([name for name in {FORBIDDEN!r} if name in sys.modules])"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
    )
    assert done.stdout.strip() == "[]"

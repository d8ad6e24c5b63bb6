"""The window on Qt's own loop, driven with clicks and keys."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import World
from tests.ui.person import Person
from wizard.profiles.catalog import Catalog
from wizard.ui.qt_loop import Loop
from wizard.ui.watching import Watching


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Iterator[None]:
    """Let nothing look at HaloPSA between a test and the end of its window.

    pytest-qt handles Qt's events there, while no asyncio loop runs that could look; in the program
    there is no such moment.
    """
    try:
        return (yield)
    finally:
        for window in QApplication.topLevelWidgets():
            for watching in window.findChildren(Watching):
                for timer in watching.findChildren(QTimer):
                    timer.stop()


@pytest.fixture(autouse=True)
def _style(qapp: QApplication) -> None:
    """Draw alike everywhere, in light, with days written as 2026-11-22."""
    QLocale.setDefault(QLocale.c())
    qapp.setStyle("fusion")
    qapp.setPalette(QPalette())
    qapp.setQuitOnLastWindowClosed(False)


@pytest.fixture
def anyio_backend(qapp: QApplication) -> tuple[str, dict[str, object]]:
    """Run async tests on Qt's loop (platform.md §3)."""
    return "asyncio", {"loop_factory": Loop}


@pytest.fixture
def world() -> World:
    """Give a world with the built-in profiles."""
    return World(*Catalog().all())


@pytest.fixture
async def person(world: World, anyio_backend: object) -> AsyncIterator[Person]:
    """Give a person at the window; the window is closed behind them."""
    someone = Person(world)
    yield someone
    await someone.leave()
    await asyncio.sleep(0)

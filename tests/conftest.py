"""Fixtures that several folders of tests use."""

import logging
import os
import signal
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from wizard.ui.garbage import Rounds

pytest_plugins = ("tests.no_skips", "tests.secret_service")

# Widgets need no screen. What is about the real one names its platform itself.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The tests read English, whatever the system speaks.
os.environ["HALO_SETUP_LANGUAGE"] = "en"

# How long an example takes tells of the machine, not of the program.
settings.register_profile("default", deadline=None)
# pytest --hypothesis-profile=long: thousands of examples where the usual run tries some.
settings.register_profile("long", deadline=None, max_examples=5000, print_blob=True)
settings.load_profile("default")

# A shell that starts the tests in the background makes them ignore Ctrl-C, and the programs that
# they start would inherit that.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# As in the program: a widget that is found in another thread would be destroyed there.
_ROUNDS = Rounds()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol() -> Iterator[Any]:
    """Look for garbage between two tests, in the thread in which they run."""
    try:
        return (yield)
    finally:
        _ROUNDS.make()


@pytest.fixture(autouse=True)
def _as_if_it_ran_alone() -> Iterator[None]:
    """Undo what a command does to the process it runs in: the log, and the secrets it knows of."""
    loggers = [logging.getLogger(name) for name in ("", "asyncio", "httpcore", "httpx", "keyring")]
    levels = [each.level for each in loggers]
    yield
    for each, level in zip(loggers, levels, strict=True):
        each.setLevel(level)
    opening = sys.modules.get("wizard.app.opening")
    if opening is not None:
        vars(opening.REDACTOR).update(vars(type(opening.REDACTOR)()))

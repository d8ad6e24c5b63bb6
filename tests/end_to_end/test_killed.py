"""Killed after any step, a setup goes on where it was, with every answer and every secret."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any, TextIO

import msgspec
import pytest

from tests.end_to_end.session import Order
from tests.end_to_end.window import ROOT
from wizard.profiles.catalog import Catalog
from wizard.setup.plan import plan

_PATIENCE = 60  # seconds for anything that a run tells


@dataclass(frozen=True)
class Run:
    """What a killed run told: when it began and when it was killed."""

    began: dict[str, Any]
    ended: dict[str, Any]

    @property
    def left_off(self) -> dict[str, Any]:
        """The setup as it was when the program was killed."""
        return self.ended["state"]


@pytest.fixture(scope="module")
def orders() -> Iterator[socket.socket]:
    """A process that forks a run for each order."""
    mine, its = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-m", "tests.end_to_end.session", str(its.fileno())]
    with mine, subprocess.Popen(command, cwd=ROOT, pass_fds=[its.fileno()]):
        its.close()
        yield mine
        mine.close()  # it ends when nobody can order any more


@pytest.fixture
def killed(orders, secret_service, tmp_path):
    """Run the program up to a step and kill it there."""
    environment = secret_service.environment | {"HALO_SETUP_HOME": str(tmp_path / "home")}

    def run(profile: str, step: str, moment: str = "moved", held: Sequence[str] = ()) -> Run:
        order = Order(profile, step, moment, list(held), environment)
        mine, its = socket.socketpair()
        mine.settimeout(_PATIENCE)
        with mine, mine.makefile() as lines:
            with its:
                socket.send_fds(orders, [msgspec.json.encode(order)], [its.fileno()])
            run = Run(told(lines), told(lines))
            os.kill(run.ended["process"], signal.SIGKILL)
            assert lines.read() == ""  # it is gone
            return run

    return run


def told(lines: TextIO) -> dict[str, Any]:
    """Read what a run tells; fail with all that it printed if that is not it."""
    printed = ""
    for line in lines:
        if line.startswith('{"state"'):
            answer: dict[str, Any] = json.loads(line)
            return answer
        printed += line
    pytest.fail(printed or "the run told nothing")


def steps(profile: str) -> list[str]:
    return [step.id for step in plan(Catalog().get(profile), {"connection": "admin"})]


def went_on(before: Run, after: Run) -> None:
    """See that a run found all as the one before had left it."""
    assert after.began["state"] == before.left_off
    assert after.began["gone"] == []
    assert after.began["address"] == before.ended["address"]


def complete(run: Run) -> None:
    """See that the setup came to its end with everything met."""
    assert run.left_off["finished"] is not None
    states = {each["requirement"]: each["state"] for each in run.left_off["findings"]["proof"]}
    states.pop("permission:Configuration/*", None)  # no API shows it: a person has to confirm it
    assert set(states.values()) == {"met"}


def test_liongard_killed_after_every_step(killed):
    before = None
    # By turns, when a step is answered and when the next one has begun.
    for step, moment in zip(steps("liongard"), cycle(["answered", "moved"]), strict=False):
        run = killed("liongard", step, moment)
        if before is not None:
            went_on(before, run)
        before = run
    last = killed("liongard", "done")
    went_on(before, last)
    complete(last)
    assert set(last.left_off["secrets"]) == {"admin_client_secret", "client_secret"}


@pytest.mark.parametrize("profile", ["perimeters", "topleft", "watchguard-cloud"])
def test_others_killed_on_the_way(killed, profile):
    before = killed(profile, "application")  # its secret was copied, and is lost now
    for step, moment in (("credentials", "answered"), ("done", "moved")):
        run = killed(profile, step, moment)
        went_on(before, run)
        before = run
    complete(before)


def test_only_what_was_held_in_memory_is_asked_for_again(killed, secret_service, tmp_path):
    before = killed("liongard", "scopes", held=["client_secret"])
    assert before.left_off["secrets"]["client_secret"]["in_keychain"] is False
    after = killed("liongard", "done")
    assert after.began["gone"] == ["client_secret"]
    expected = dict(before.left_off)
    expected["secrets"] = {"admin_client_secret": expected["secrets"]["admin_client_secret"]}
    assert after.began["state"] == expected
    complete(after)

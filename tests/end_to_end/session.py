"""Runs of the program without its window, for tests that kill them.

`python -m tests.end_to_end.session FD` takes orders at a socket, and forks a run for each: that
spares every run the second that the imports take. All that a run has, it makes itself, of the
window's own parts: flow, records, keychain and practice instance.

A run goes on with the one saved setup (or begins it) up to a step and stops there to be killed: at
the moment "answered" when the step is answered and checked, "moved" after going on to the next
one. It tells what it found when it began, and what there is when it stops, each as a line of JSON.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import sys
from collections.abc import Collection

import msgspec

from wizard.app.flows import Flows
from wizard.app.practice_window import Players
from wizard.practice.server import PracticeInstance
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.flow import Flow
from wizard.setup.steps import StepKind
from wizard.store.history import History
from wizard.store.places import places
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor


class Order(msgspec.Struct):
    """What to run: `held` names the secrets to hold in memory only."""

    profile: str
    step: str
    moment: str
    held: list[str]
    environment: dict[str, str]


def tell(flow: Flow, instance: PracticeInstance, gone: Collection[str]) -> None:
    state = msgspec.to_builtins(flow.state)
    told = {"state": state, "address": instance.address, "gone": list(gone), "process": os.getpid()}
    print(json.dumps(told), flush=True)


async def enter_again(flow: Flow, players: Players, gone: Collection[str]) -> None:
    """Enter what is asked for again, on the step that asks for it; then come back."""
    here = flow.current.id
    for step in flow.steps:
        if any(each.name in gone for each in step.inputs):
            flow.go(step.id)
            await work(flow, players, ())
    flow.go(here)


async def work(flow: Flow, players: Players, held: Collection[str]) -> None:
    """Do a step's work, as the window's button does, and check it."""
    for name, value in (await players.play(flow, flow.current)).items():
        if isinstance(value, Secret):
            await flow.keep_secret(name, value, memory_only=name in held)
        else:
            flow.answer(name, value)
    if flow.current.kind is not StepKind.DONE:
        await flow.check()


async def run(order: Order) -> None:
    redactor = Redactor()
    path = places().practice_records
    records = SqliteRecords(path, redactor)
    instance = PracticeInstance(path.with_name("practice-instance.json"))
    saved = records.all()
    flow = Flows(records, History(path), redactor, practice=True).open(
        Catalog().get(order.profile), saved[0] if saved else None
    )
    if not saved:
        flow.answer("connection", "admin")  # nobody is here to sign in with a browser
    players = Players(instance)
    gone = await flow.ask_again()
    tell(flow, instance, gone)
    await enter_again(flow, players, gone)
    while True:
        here = flow.current.id
        await work(flow, players, order.held)
        if here == order.step and order.moment == "answered":
            break
        flow.next()
        if here == order.step:
            break
    tell(flow, instance, ())
    sys.stdin.read()  # until it is killed


def begin(order: Order, line: int) -> None:
    """Run in this process, which was forked for it; `line` is its input and output."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for standard in (0, 1, 2):
        os.dup2(line, standard)
    os.close(line)
    os.environ.clear()
    os.environ.update(order.environment)
    asyncio.run(run(order))


def main() -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that are killed
    orders = socket.socket(fileno=int(sys.argv[1]))
    while True:
        content, lines, _, _ = socket.recv_fds(orders, 1_000_000, 1)
        if not content:
            return
        if os.fork() == 0:
            orders.close()
            begin(msgspec.json.decode(content, type=Order), lines[0])
            return
        os.close(lines[0])


if __name__ == "__main__":
    main()

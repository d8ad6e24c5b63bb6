"""The re-check of many setups: instances side by side, each result told as it comes.

One slow, down or throttled instance holds up nobody else: it takes one of `instances` places. What
goes wrong with one setup stays with it. Cancelling the task ends it at once; what was told by then
is finished, and stands in the history.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Callable, Iterable, Iterator

from wizard.fleet.choice import by_instance
from wizard.fleet.names import name_of
from wizard.fleet.outcome import Outcome
from wizard.fleet.ports import Visit, Visits
from wizard.problems import problem
from wizard.setup.state import SetupState

INSTANCES = 16  # looked at side by side
SETUPS = 4  # in work at each of them; its requests share one budget anyhow

Began = Callable[[SetupState], None]
Told = Callable[[Outcome], None]

_log = logging.getLogger(__name__)


def _ignore(_: SetupState) -> None:
    """Take that a setup's turn has come."""


async def recheck(
    setups: Iterable[SetupState],
    visits: Visits,
    told: Told,
    *,
    began: Began = _ignore,
    instances: int = INSTANCES,
) -> None:
    """Re-check these setups, each once; `told` hears of each one when it is finished.

    `began` hears of each one when its turn comes. Both are called on this task's loop, in any
    order of the setups. At most `instances` instances are open at once, and `SETUPS` setups of
    each in work, however many there are.
    """
    waiting = iter(by_instance(setups).items())
    async with asyncio.TaskGroup() as group:
        for _ in range(instances):
            group.create_task(_work_off(waiting, visits, began, told))


async def _work_off(
    waiting: Iterator[tuple[str, tuple[SetupState, ...]]], visits: Visits, began: Began, told: Told
) -> None:
    """Take one instance after the other until none is left."""
    for host, setups in waiting:
        async with visits.visit(host) as visit, asyncio.TaskGroup() as group:
            turns = iter(setups)
            for _ in range(min(SETUPS, len(setups))):
                group.create_task(_check_each(turns, visit, began, told))


async def _check_each(turns: Iterator[SetupState], visit: Visit, began: Began, told: Told) -> None:
    for state in turns:
        began(state)
        told(await _checked(visit, state))


async def _checked(visit: Visit, state: SetupState) -> Outcome:
    started = dt.datetime.now(dt.UTC)
    try:
        return await visit.check(state)
    except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
        _log.exception("the re-check of %s failed", state.id)
        failed = problem("internal", type(error).__name__)
        return Outcome(
            setup_id=state.id, name=name_of(state), started=started, report=None, failed=failed
        )

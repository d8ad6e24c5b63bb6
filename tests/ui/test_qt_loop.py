"""asyncio's timers in Qt's loop."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtWidgets import QApplication

from wizard.ui.qt_loop import Loop, run

HOUR = 3600.0


def running(loop: Loop) -> int:
    """Count the timers that wait for their time."""
    return len(loop._timed._running)


def test_what_is_due_is_called_in_its_order(qapp: QApplication) -> None:
    async def main() -> list[str]:
        loop, called = asyncio.get_running_loop(), []
        loop.call_later(0.03, called.append, "third")
        loop.call_later(0.001, called.append, "second")
        loop.call_soon(called.append, "first")
        await asyncio.sleep(0.06)
        return called

    assert run(main()) == ["first", "second", "third"]


def test_it_is_never_called_too_early(qapp: QApplication) -> None:
    async def main() -> float:
        loop = asyncio.get_running_loop()
        began = loop.time()
        await asyncio.sleep(0.0105)
        return loop.time() - began

    assert run(main()) >= 0.0105 * 0.95  # Qt's timers are exact to a twentieth


def test_what_is_cancelled_leaves_no_timer_behind(qapp: QApplication) -> None:
    called: list[str] = []

    async def main() -> list[int]:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Loop)
        counts = [running(loop)]
        handles = [loop.call_later(HOUR, called.append, "too late") for _ in range(100)]
        soon = loop.call_later(0.001, called.append, "never")
        counts.append(running(loop))
        for each in (*handles, *handles, soon):  # whoever cancels twice means no more by it
            each.cancel()
        counts.append(running(loop))
        await asyncio.sleep(0.01)
        return counts

    assert run(main()) == [0, 101, 0]
    assert called == []


def test_a_time_out_that_was_not_needed_is_gone(qapp: QApplication) -> None:
    async def main() -> int:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Loop)
        for _ in range(100):
            async with asyncio.timeout(HOUR):
                await asyncio.sleep(0)
        return running(loop)

    assert run(main()) == 0


def test_a_time_out_that_is_needed_comes(qapp: QApplication) -> None:
    async def main() -> None:
        async with asyncio.timeout(0.001):
            await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        run(main())


def test_an_ended_loop_calls_nothing_any_more(qapp: QApplication) -> None:
    called: list[str] = []
    loops: list[Loop] = []

    async def main() -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, Loop)
        loops.append(loop)
        loop.call_later(0.001, called.append, "after the end")

    run(main())
    assert running(loops[0]) == 0
    run(asyncio.sleep(0.02))
    assert called == []

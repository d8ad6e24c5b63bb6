"""Whether the list stays fluid at 2,000 setups: `python -m tests.benchmarks.fleet_list`.

A timer in the window's loop should come every 5 ms; how late it comes is how long a person would
wait. Measured while 2,000 results arrive, while one scrolls, types into the search, presses a
filter and sorts, and while the whole file is read anew in a worker thread. What is done at once is
also timed by itself, with the drawing that follows. Beside each pause stands how much of it was the
window's own work: on a busy machine the rest is waiting for a core.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from wizard.app.overview import Overview
from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.snapshots import Check
from wizard.checks.taken import asked_by
from wizard.fleet.overview import Entry, Stand
from wizard.problems import Layer
from wizard.profiles.catalog import Catalog
from wizard.profiles.requirements import requirements
from wizard.setup.runs import Run
from wizard.setup.state import SetupState
from wizard.store.history import History
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor

SETUPS, INSTANCES = 2_000, 400
TICK = 5  # ms
_AT_ONCE = 20  # results between two breaths of the loop, as they come from many instances
_NOW = dt.datetime.now(dt.UTC)


def fill(folder: Path) -> Overview:
    """Save the setups, each with a run behind it."""
    path, redactor = folder / "setups.sqlite3", Redactor()
    records, history = SqliteRecords(path, redactor), History(path, redactor)
    profiles = Catalog().all()
    for number in range(SETUPS):
        profile = profiles[number % len(profiles)]
        web = f"https://customer-{number % INSTANCES}.halopsa.com"
        found = tuple(_met(each.id) for each in requirements(profile))
        state = SetupState(
            f"s{number}",
            profile.id,
            False,
            _NOW,
            answers={"address": web, "web": web},
            findings={"proof": found},
            checked={"proof": _NOW},
            finished=_NOW,
        )
        records.save(state)
        check = Check(
            at=_NOW, profile_date=profile.source.seen, asked=asked_by(profile), findings=found
        )
        run = Run(setup_id=state.id, started=_NOW, program="0", exit_code=0, check=check)
        history.write(run)
    return Overview(
        path, records, history, lambda: profiles, _no_visits, redactor=redactor, practice=False
    )


def _met(requirement: str) -> Finding:
    seen = ("agent 'liongard' carries the claim",)
    return Finding(
        requirement, State.MET, Layer.AGENT, "Yes", "Yes", seen, known_by=KnownBy.CONFIGURED
    )


def _no_visits(_: object) -> object:  # type: ignore[misc]
    raise NotImplementedError


class Arriving:
    """A fleet whose re-check only tells results, as fast as they can come."""

    def __init__(self, behind: Overview, entries: Sequence[Entry]) -> None:
        self._behind = behind
        self._entries = {each.setup_id: each for each in entries}

    def __getattr__(self, name: str) -> object:
        return getattr(self._behind, name)

    async def recheck(self, setup_ids: Collection[str], told: Callable[[Entry], None]) -> None:
        """Tell a result for each, of which every eighth is bad."""
        chance = random.Random(7)  # noqa: S311 - for a benchmark
        for number, setup_id in enumerate(setup_ids):
            entry = self._entries[setup_id]
            if chance.random() < 1 / 8:
                entry = replace(entry, stand=Stand.HAND, left=2, drifts=1)
            told(replace(entry, checked=dt.datetime.now(dt.UTC)))
            if number % _AT_ONCE == 0:
                await asyncio.sleep(0)


class Lateness:
    """How late the loop's timer comes, and how long its thread worked meanwhile, in ms."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._last = self._worked = 0.0
        self.late: list[float] = []
        self.work: list[float] = []
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def __enter__(self) -> Lateness:
        self.late, self._last = [], time.perf_counter()
        self.work, self._worked = [], time.thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._tick()
        self._timer.stop()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.late.append(max(0.0, (now - self._last) * 1000 - TICK))
        self._last = now
        worked = time.thread_time()
        self.work.append((worked - self._worked) * 1000)
        self._worked = worked


async def measure(overview: Overview) -> list[tuple[str, float, float]]:
    """Give the longest pause of each thing that a person does, in ms."""
    from PySide6.QtWidgets import QApplication, QWidget

    from wizard.ui.fleet.page import FleetPage
    from wizard.ui.garbage import keep_for_good
    from wizard.ui.services import Services
    from wizard.ui.window import Window

    records, fleet = overview._records, Arriving(overview, overview.entries())
    services = Services(Catalog().all, records, lambda *_: None, fleet=lambda: fleet)  # type: ignore[arg-type,return-value]
    window = Window(services)
    began = time.perf_counter()
    window.show_home()
    window.show()
    QApplication.sendPostedEvents(None, 0)
    took = (time.perf_counter() - began) * 1000
    rows = [("the page with all setups, until it stands", took, took)]
    page, desk = window.findChild(FleetPage), window.desk
    assert page is not None
    assert desk is not None
    await desk.settled()
    keep_for_good()
    meter = Lateness()

    async def at_once(what: str, *acts: Callable[[], object]) -> None:
        with meter:
            for act in acts:
                act()
                page.table.viewport().repaint()
                await asyncio.sleep(0.02)
        rows.append((what, max(meter.late), max(meter.work)))

    bar = page.table.verticalScrollBar()
    places = range(0, bar.maximum(), max(1, bar.maximum() // 100))
    await at_once(
        "scrolling through all of them", *(lambda at=at: bar.setValue(at) for at in places)
    )
    texts = ("c", "cu", "customer-1", "customer-12", "liongard customer-1", "")
    await at_once(
        "typing into the search",
        *(lambda text=text: page.filters.search.setText(text) for text in texts),
    )
    chip = window.findChild(QWidget, "only:holds")
    await at_once("pressing a filter", chip.click, chip.click)
    head = page.table.horizontalHeader()
    await at_once(
        "sorting by each column",
        *(
            lambda column=column: head.setSortIndicator(column, head.sortIndicatorOrder())
            for column in (1, 2, 3, 4, 5, 0)
        ),
    )
    await at_once("choosing all", page.table.selectAll, page.table.clearSelection)
    with meter:
        window.findChild(QWidget, "recheck").click()
        await desk.rechecking.settled()
        await asyncio.sleep(1.5)  # the list is sorted again a second later
    rows.append((f"{SETUPS:,} results arriving", max(meter.late), max(meter.work)))
    with meter:
        desk._refreshing.anew()
        await desk.settled()
        await asyncio.sleep(1.5)
    rows.append(("reading all anew, in a thread", max(meter.late), max(meter.work)))
    await window.finish()
    return rows


def main() -> int:
    """Print the longest pause of each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from wizard.ui.garbage import looking
    from wizard.ui.qt_loop import run

    app = QApplication([])
    app.setStyle("fusion")
    app.setQuitOnLastWindowClosed(False)
    with tempfile.TemporaryDirectory() as folder:
        overview = fill(Path(folder))
        with looking():
            rows = run(measure(overview))
    print(f"The list with {SETUPS:,} setups on {INSTANCES} instances: longest pause, and own work")
    for what, late, work in rows:
        print(f"  {what:45} {late:7.1f} ms  {work:7.1f} ms")
    worst, most = max(row[1] for row in rows[1:]), max(row[2] for row in rows[1:])
    print(f"  most of all but the first: {worst:.1f} ms, {most:.1f} ms  (wanted: at most 50)")
    return 0


if __name__ == "__main__":
    sys.exit(main())

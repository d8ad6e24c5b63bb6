"""Garbage is looked for in the window's thread, and nowhere else."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.ui.person import Person
from wizard.ui import loop
from wizard.ui.garbage import Rounds, looking

FAR_MORE_THAN_ENOUGH = 100_000


class Knot:
    """Refers to itself, so that only a round finds it."""

    def __init__(self) -> None:
        self.itself = self


def make_garbage() -> None:
    """Make more objects than any round waits for."""
    kept = [Knot() for _ in range(FAR_MORE_THAN_ENOUGH)]
    kept.clear()


def in_a_thread() -> None:
    """Make garbage in another thread, until it has ended."""
    thread = threading.Thread(target=make_garbage)
    thread.start()
    thread.join()


def tied(found: list[int]) -> None:
    """Leave a knot behind that tells in which thread it was found."""
    knot = Knot()
    weakref.finalize(knot, lambda: found.append(threading.get_ident()))


def test_what_another_thread_leaves_is_found_by_the_loop(qapp: QApplication) -> None:
    found: list[int] = []
    gc.enable()
    with looking():
        tied(found)
        in_a_thread()
        assert found == []
        QTimer.singleShot(0, qapp.quit)
        qapp.exec()
        for _ in range(100):  # what has outlived a round is looked at in every tenth
            make_garbage()
            QTimer.singleShot(0, qapp.quit)
            qapp.exec()
    assert found == [threading.get_ident()]


@pytest.mark.parametrize("rounds", [0, 1, 100])
def test_little_is_not_worth_a_round(rounds: int) -> None:
    every = Rounds()
    made: list[str] = []
    for _ in range(rounds):
        make_garbage()
        every.make()
    gc.collect()
    gc.callbacks.append(lambda phase, _: made.append(phase))
    try:
        every.make()
        assert made == []
        make_garbage()
        every.make()
        assert made == ["start", "stop"]
    finally:
        gc.callbacks.pop()


def test_the_program_looks_in_its_loop_alone(
    qapp: QApplication, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: set[int] = set()
    gc.callbacks.append(lambda *_: threads.add(threading.get_ident()))
    monkeypatch.setattr(loop, "keep_for_good", lambda: None)  # that is a round of its own
    gc.enable()

    def work_and_close() -> None:
        in_a_thread()
        QTimer.singleShot(0, person.window.close)

    QTimer.singleShot(0, work_and_close)
    try:
        loop.run_until_closed(qapp, person.window)
    finally:
        gc.callbacks.pop()
    assert threads == {threading.get_ident()}

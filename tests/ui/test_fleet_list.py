"""The list of many setups: rows, order, filters, the re-check, and what a screen reader is told."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from tests.ui import fleets
from tests.ui.scenes import Studio, settle
from wizard.fleet.overview import Entry, Group, Order, Stand
from wizard.ui.fleet.chip import Chip
from wizard.ui.fleet.model import STATE, FleetModel
from wizard.ui.fleet.page import FleetPage
from wizard.ui.fleet.rechecking import Progress, Rechecking

pytestmark = pytest.mark.anyio

NUMBER = 40  # of which fleets.fill lets 5 need a hand and 5 be unknown
ROWS = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
async def studio(anyio_backend: object) -> AsyncIterator[Studio]:
    made = Studio()
    fleets.fill(made.fleet, made.world.records, NUMBER)
    made.window.show_home()
    await settle()
    await made.window.desk.settled()
    page_of(made)._calmly()
    yield made
    await made.close()


def page_of(studio: Studio) -> FleetPage:
    page = studio.window.findChild(FleetPage)
    assert page is not None
    return page


def shown(studio: Studio) -> list[Entry]:
    model = page_of(studio).table.model()
    assert isinstance(model, FleetModel)
    return [model.entry(row) for row in range(model.rowCount())]


def press(studio: Studio, name: str) -> None:
    widget = studio.window.findChild(QWidget, name)
    assert widget.isVisible(), name
    assert widget.isEnabled(), name
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def text(studio: Studio, name: str) -> str:
    return studio.window.findChild(QWidget, name).accessibleName()


async def came(rechecking: Rechecking, number: int) -> None:
    """Wait until so many results have come."""
    while rechecking.progress.done < number:  # noqa: ASYNC110
        await asyncio.sleep(0)


async def test_the_worst_stand_first_and_the_counts_are_filters(studio: Studio) -> None:
    groups = [each.group for each in shown(studio)]
    assert groups == [Group.HAND] * 5 + [Group.UNKNOWN] * 5 + [Group.HOLDS] * 30
    assert text(studio, "only:hand") == "5 need a hand"
    assert text(studio, "only:unknown") == "5 unknown"
    assert text(studio, "only:holds") == "30 hold"
    assert not studio.window.findChild(QWidget, "only:begun").isEnabled()
    press(studio, "only:hand")
    assert {each.group for each in shown(studio)} == {Group.HAND}
    press(studio, "only:unknown")
    assert {each.group for each in shown(studio)} == {Group.HAND, Group.UNKNOWN}
    press(studio, "show-all")
    assert len(shown(studio)) == NUMBER


async def test_words_integration_and_instance_narrow_together(studio: Studio) -> None:
    page = page_of(studio)
    page.filters.search.setText("LION acme")
    assert {(each.integration, each.instance) for each in shown(studio)} == {
        ("Liongard", "acme.halopsa.com")
    }
    page.filters.search.setText("nobody")
    assert shown(studio) == []
    assert "No setup of this kind." in [page._nothing.plain]
    assert page._nothing.isVisible()
    press(studio, "show-all")
    combo = studio.window.findChild(QComboBox, "integrations")
    assert combo.itemText(0) == "All integrations"
    # The worst stand first, each with its counts.
    assert combo.itemText(1) == "Liongard: 5 need a hand, 5 hold"
    combo.setCurrentIndex(1)
    assert {each.integration for each in shown(studio)} == {"Liongard"}
    instances = studio.window.findChild(QComboBox, "instances")
    assert instances.itemText(1).startswith("acme.halopsa.com: 1 needs a hand")
    instances.setCurrentIndex(1)
    assert {(each.integration, each.instance) for each in shown(studio)} == {
        ("Liongard", "acme.halopsa.com")
    }
    assert text(studio, "only:hand") == "1 needs a hand"


async def test_a_head_sorts_and_turns_around(studio: Studio) -> None:
    page = page_of(studio)
    head = page.table.horizontalHeader()
    head.setSortIndicator(2, Qt.SortOrder.AscendingOrder)
    hosts = [each.instance for each in shown(studio)]
    assert hosts == sorted(hosts)
    head.setSortIndicator(2, Qt.SortOrder.DescendingOrder)
    assert [each.instance for each in shown(studio)] == sorted(hosts, reverse=True)


async def test_a_result_stays_in_its_row_while_somebody_is_at_the_list(studio: Studio) -> None:
    page = page_of(studio)
    page.table.setFocus()
    studio.window.activateWindow()
    await settle()
    assert page.table.in_hand
    worse = replace(shown(studio)[-1], stand=Stand.HAND, left=3)
    before = [each.setup_id for each in shown(studio)]
    page.take(worse)
    page._calmly()
    assert [each.setup_id for each in shown(studio)] == before  # no row moved under the hands
    assert shown(studio)[-1].left == 3  # but the row tells it
    assert text(studio, "only:hand") == "6 need a hand"
    press(studio, "sort-again")
    assert worse.setup_id in [each.setup_id for each in shown(studio)[:6]]
    assert page.table.hasFocus()
    assert not studio.window.findChild(QWidget, "sort-again").isVisible()


async def test_nobody_at_the_list_lets_rows_go_where_they_belong(studio: Studio) -> None:
    page = page_of(studio)
    studio.window.findChild(QWidget, "new-setup").setFocus()
    worse = replace(shown(studio)[-1], stand=Stand.HAND, left=3)
    page.take(worse)
    page._calmly()
    assert worse.setup_id in [each.setup_id for each in shown(studio)[:6]]


async def test_what_is_chosen_stays_chosen_when_rows_move(studio: Studio) -> None:
    page = page_of(studio)
    model = page.table.model()
    for row in (7, 9):
        page.table.selectionModel().select(model.index(row, 0), ROWS)
    chosen = set(page.table.chosen)
    page._sort_by(Order.INSTANCE, True)
    assert set(page.table.chosen) == chosen
    assert studio.window.findChild(QWidget, "recheck").text() == "Re-check the 2 chos&en"


async def test_the_chosen_the_shown_or_all_are_checked_again(studio: Studio) -> None:
    page = page_of(studio)
    press(studio, "only:hand")
    ids = {each.setup_id for each in shown(studio)}
    runs = {name: len(each) for name, each in studio.fleet.runs.items()}
    press(studio, "recheck")
    await studio.window.desk.settled()
    ran = {name for name, each in studio.fleet.runs.items() if len(each) > runs[name]}
    assert ran == ids
    assert text(studio, "run") == "5 of 5 checked"
    page._calmly()
    assert shown(studio) == []  # all of them hold now, and only those in need are shown
    press(studio, "only:hand")
    assert [each.mended for each in shown(studio)].count(True) == 5


async def test_a_run_tells_how_far_it_is_and_is_cancelled(studio: Studio) -> None:
    bad = [each.setup_id for each in shown(studio) if each.group is Group.HAND]
    for setup_id in bad:
        studio.fleet.results[setup_id] = fleets.lost_right()
    studio.fleet.held_after = 17
    press(studio, "recheck")
    rechecking = studio.window.desk.rechecking
    await came(rechecking, 17)
    rechecking.moved.emit()
    assert text(studio, "run") == "17 of 40 checked, 5 need a hand"
    press(studio, "cancel-run")
    await studio.window.desk.settled()
    assert text(studio, "run") == "Cancelled. What was found before stays."
    assert not studio.window.findChild(QWidget, "cancel-run").isVisible()
    assert sum(len(each) == 3 for each in studio.fleet.runs.values()) == 17


async def test_a_second_run_waits_and_asks_for_nothing_twice(studio: Studio) -> None:
    rechecking = studio.window.desk.rechecking
    studio.fleet.held_after = 1
    assert rechecking.start(["fleet0", "fleet1"])
    await came(rechecking, 1)
    assert not rechecking.start(["fleet1", "fleet2", "fleet3"])  # fleet1 is due already
    assert rechecking.progress == Progress(1, 2, 0, 2)
    assert rechecking.progress.said() == "1 of 2 checked · 2 more wait"
    rechecking.cancel()
    await rechecking.settled()
    assert not rechecking.running

    studio.fleet.held_after = None
    rechecking.start(["fleet0"])
    rechecking.start(["fleet2"])
    before = len(studio.fleet.runs["fleet2"])
    await rechecking.settled()
    assert len(studio.fleet.runs["fleet2"]) == before + 1


async def test_a_problem_of_a_run_is_told(studio: Studio) -> None:
    told: list[object] = []

    class Broken:
        async def recheck(self, ids: object, say: object) -> None:
            await asyncio.sleep(0)
            raise RuntimeError

    rechecking = Rechecking(Broken(), told.append, studio.window)  # type: ignore[arg-type]
    rechecking.start(["a"])
    await rechecking.settled()
    assert len(told) == 1


async def test_enter_opens_a_setup_and_escape_leads_nowhere_else(studio: Studio) -> None:
    page = page_of(studio)
    page.table.setFocus()
    studio.window.activateWindow()
    await settle()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    opened: list[str] = []
    page.opened.connect(opened.append)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened == [shown(studio)[1].setup_id]
    await studio.window.bridge.settled()
    assert studio.window.title.plain == "How this setup stands"


async def test_rows_are_copied_as_text_for_a_ticket(studio: Studio) -> None:
    page = page_of(studio)
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (
        QApplication.clipboard()
        .text()
        .startswith("needs a hand\tLiongard\tacme.halopsa.com\t2 left\t1 changed\ttoday")
    )


async def test_a_screen_reader_is_told_a_row_as_a_sentence(studio: Studio) -> None:
    model = page_of(studio).table.model()
    said = model.index(0, STATE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith(
        "needs a hand: Liongard at acme.halopsa.com, 2 left, 1 changed, last checked: today"
    )
    cells = [model.index(0, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (2, 4)]
    assert cells == ["Instance: acme.halopsa.com", "Since it was good: 1 changed"]
    chip = studio.window.findChild(Chip, "only:hand")
    reader = QAccessible.queryAccessibleInterface(chip)
    assert reader.state().checkable
    press(studio, "only:hand")
    assert reader.state().checked


async def test_f5_checks_the_one_that_is_chosen(studio: Studio) -> None:
    page = page_of(studio)
    page.table.selectRow(2)
    (chosen,) = page.table.chosen
    runs = {name: len(each) for name, each in studio.fleet.runs.items()}
    QTest.keyClick(page.table, Qt.Key.Key_F5)
    await studio.window.desk.settled()
    ran = {name for name, each in studio.fleet.runs.items() if len(each) > runs[name]}
    assert ran == {chosen}

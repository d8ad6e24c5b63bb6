"""The table: what is left stands first, what is done folds away, and nobody is disturbed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from tests.ui.fakes import World, finding
from tests.ui.person import Person
from wizard.checks.findings import KnownBy, State
from wizard.setup.steps import FillIn, Step, StepKind
from wizard.ui.rows import Row, merge
from wizard.ui.widgets.copy_button import CopyButton
from wizard.ui.widgets.details import Actions
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.row import RowWidget
from wizard.ui.widgets.table import Table

NAMES = tuple(f"permission:{letter}" for letter in "abcdef")


def rows(**states: State) -> tuple[Row, ...]:
    """Give six rows in two sections, met unless said otherwise by their letter."""
    fill_in = tuple(
        FillIn(name[-1], "Yes", "one" if name < NAMES[3] else "two", requirement=name)
        for name in NAMES
    )
    step = Step("permissions", StepKind.PERMISSIONS, "", "", fill_in=fill_in)
    found = [finding(name, states.get(name[-1], State.MET)) for name in NAMES]
    return merge(step, found)


class Page(QScrollArea):
    """A page with a table, and something else that can have the focus."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        column = QVBoxLayout(inside)
        self.elsewhere = QPushButton("elsewhere")
        self.table = Table(Actions(lambda _: None, lambda _: None, lambda _: None, lambda: None))
        column.addWidget(self.elsewhere)
        column.addWidget(self.table)
        column.addSpacing(600)
        self.setWidgetResizable(True)
        self.setWidget(inside)
        self.resize(700, 240)
        self.show()
        self.activateWindow()
        self.elsewhere.setFocus()

    def show_rows(self, **states: State) -> None:
        self.table.show_rows(rows(**states))
        settle()

    def row(self, letter: str) -> RowWidget:
        return self.table.findChild(RowWidget, f"row:permission:{letter}")

    def fold(self, section: str) -> Fold:
        return self.table.findChild(Fold, f"done:{section}")

    def visible(self) -> str:
        """Give the letters of the rows that can be seen, from top to bottom."""
        shown = [each for each in self.table.findChildren(RowWidget) if each.isVisible()]
        shown.sort(key=lambda each: each.mapTo(self.table, each.rect().topLeft()).y())
        return "".join(each.row.label for each in shown)

    def let_the_moment_pass(self) -> None:
        self.table._moment.stop()
        self.table._moment.timeout.emit()
        settle()


def settle() -> None:
    """Let layouts, and what waits for its turn, happen."""
    for _ in range(4):
        QApplication.sendPostedEvents(None, 0)
        QApplication.processEvents()


@pytest.fixture
def page(qapp: QApplication) -> Iterator[Page]:
    page = Page()
    settle()
    yield page
    page.close()
    page.deleteLater()
    settle()


def test_what_is_left_stands_first_and_what_is_done_is_folded(page: Page) -> None:
    page.show_rows(b=State.MISSING, d=State.EXCESS, f=State.UNKNOWN)
    assert page.visible() == "bfd"
    assert page.fold("one").text() == "2 done"
    assert page.fold("two").accessibleName() == "two: 1 done"
    page.fold("one").click()
    settle()
    assert page.visible() == "bacfd"


def test_what_was_unfolded_stays_so_while_the_page_is_open(page: Page) -> None:
    page.show_rows(b=State.MISSING)
    page.fold("one").click()
    page.show_rows(b=State.MISSING, a=State.MISSING)
    assert page.visible() == "abc"
    page.let_the_moment_pass()
    page.show_rows(b=State.MISSING)
    page.let_the_moment_pass()
    assert page.visible() == "bac"
    assert not page.fold("two").unfolded


def test_what_turns_shows_it_for_a_moment_where_it_stands(page: Page) -> None:
    page.show_rows(a=State.MISSING, b=State.MISSING)
    assert not page.row("a").turned  # the first look turns nothing
    page.show_rows(b=State.MISSING)
    assert page.visible() == "ab"
    assert page.row("a").turned
    assert not page.row("b").turned
    assert "met" in page.row("a").accessibleName()
    page.let_the_moment_pass()
    assert page.visible() == "b"
    assert not page.row("a").turned


def test_the_row_with_the_focus_is_not_folded_away(page: Page) -> None:
    page.show_rows(a=State.MISSING, b=State.MISSING, e=State.MISSING)
    page.row("b").take_focus("unfold:permission:b")
    assert page.row("b").focus
    page.show_rows(a=State.MISSING, e=State.MISSING)
    page.let_the_moment_pass()
    assert page.row("b").isVisible()
    assert page.row("b").focus == "unfold:permission:b"
    page.elsewhere.setFocus()
    settle()
    assert page.visible() == "ae"


def test_nothing_is_folded_away_under_the_mouse(page: Page) -> None:
    page.show_rows(a=State.MISSING)
    page.table.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    page.show_rows()
    page.let_the_moment_pass()
    assert page.visible() == "a"
    page.table.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    QApplication.sendEvent(page.table, QEvent(QEvent.Type.Leave))
    settle()
    assert page.visible() == ""
    assert page.fold("one").text() == "3 done"


def test_the_row_with_the_focus_stays_where_it_is_on_the_screen(page: Page) -> None:
    left = dict.fromkeys("abcdef", State.MISSING)
    page.show_rows(**left)
    page.row("f").take_focus("unfold:permission:f")
    bar = page.verticalScrollBar()
    bar.setValue(300)
    page.show_rows(**(left | {"a": State.MET}))
    before = page.row("f").mapTo(page.viewport(), page.row("f").rect().topLeft()).y()
    page.let_the_moment_pass()
    assert "a" not in page.visible()
    assert page.row("f").mapTo(page.viewport(), page.row("f").rect().topLeft()).y() == before
    assert page.row("f").focus


def test_a_row_that_comes_back_from_the_fold_keeps_the_focus(page: Page) -> None:
    page.show_rows(b=State.MISSING)
    page.fold("one").click()
    settle()
    page.row("c").take_focus("unfold:permission:c")
    page.show_rows(b=State.MISSING, c=State.MISSING)
    assert page.visible() == "bca"
    assert page.row("c").focus == "unfold:permission:c"
    assert page.row("c").turned


def test_what_goes_missing_says_what_to_do(page: Page) -> None:
    page.show_rows()
    page.show_rows(e=State.MISSING)
    assert page.row("e").unfolded
    page.show_rows(b=State.MISSING, e=State.MISSING)
    assert not page.row("b").unfolded  # there is enough to do already


def test_a_word_is_told_apart_in_the_fold(page: Page) -> None:
    step = Step("s", StepKind.TEAMS, "", "", fill_in=(FillIn("a", "1", requirement="team:a"),) * 1)
    other = FillIn("b", "2", requirement="team:b")
    step = Step("s", StepKind.TEAMS, "", "", fill_in=(*step.fill_in, other))
    word = finding("team:b", State.UNKNOWN, known_by=KnownBy.PERSON)
    page.table.show_rows(merge(step, [finding("team:a"), word]))
    assert page.fold("").text() == "2 done, 1 of them confirmed by a person"


@pytest.mark.parametrize("section", ["", "one"])
def test_one_row_alone_is_not_folded(page: Page, section: str) -> None:
    alone = FillIn("a", "1", section, requirement="team:a")
    page.table.show_rows(
        merge(Step("s", StepKind.TEAMS, "", "", fill_in=(alone,)), [finding("team:a")])
    )
    settle()
    assert page.visible() == "a"
    assert not page.fold(section).isVisible()


def test_only_values_have_a_copy_button(page: Page) -> None:
    free = FillIn("Teams", "those that you choose", requirement="team:any", described=True)
    value = FillIn("Team", "Service", requirement="team:Service")
    page.table.show_rows(merge(Step("s", StepKind.TEAMS, "", "", fill_in=(free, value)), ()))
    named = {each.objectName() for each in page.table.findChildren(CopyButton)}
    assert named == {"copy:Team"}


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_key_unfolds_a_row(page: Page, key: Qt.Key) -> None:
    page.show_rows(b=State.UNKNOWN)
    row = page.row("b")
    row.take_focus("unfold:permission:b")
    QTest.keyClick(QApplication.focusWidget(), key)
    assert row.unfolded
    QTest.keyClick(QApplication.focusWidget(), key)
    assert not row.unfolded


@pytest.mark.anyio
async def test_the_menu_of_a_row_copies_and_opens(person: Person, world: World) -> None:
    row = "permission:Tickets Access Level"
    link = "https://acme.halopsa.com/config/agents/agents?agentid=7"
    world.inspector.findings[row] = finding(row, State.MISSING, link=link)
    await person.begin("liongard")
    await person.find_instance()
    await person.go("permissions")
    await person.click("check")
    arrow = person.see(f"unfold:{row}")  # what has the focus when somebody presses the menu key
    where = arrow.rect().center()
    keyboard = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(arrow, QContextMenuEvent(keyboard, where, arrow.mapToGlobal(where)))
    (menu,) = person.see(f"row:{row}").findChildren(QMenu)
    text, value, there = menu.actions()
    text.trigger()
    assert row in QApplication.clipboard().text()
    value.trigger()
    assert QApplication.clipboard().text() == "Read and Modify"
    there.trigger()
    assert world.opened == [link]
    menu.close()


@pytest.mark.anyio
async def test_a_word_has_a_heading_of_its_own_in_the_proof(person: Person, world: World) -> None:
    world.inspector.everything = ("permission:A", "permission:B")
    world.inspector.states = dict.fromkeys(world.inspector.everything, State.UNKNOWN)
    await person.begin("liongard")
    await person.find_instance()
    await person.go("proof")
    await person.click("check")
    assert not person.sees("group:Confirmed by a person")
    await person.click("confirm:permission:A")
    assert person.reads("group:Unknown") == "Unknown: 1"
    assert person.reads("group:Confirmed by a person") == "Confirmed by a person: 1"
    assert "confirmed by anna on" in person.page_text()
    await person.click("undo:permission:A")
    assert person.reads("group:Unknown") == "Unknown: 2"


@pytest.mark.anyio
async def test_the_page_leads_to_the_very_agent_that_was_seen(person: Person, world: World) -> None:
    general = "https://acme.halopsa.com/config/agents"
    very = f"{general}?agentid=7"
    await person.begin("liongard")
    await person.find_instance()
    await person.go("agent")
    await person.click("open-in-halo")
    name = "agent:Username"
    world.inspector.findings[name] = finding(name, found="Liongard", link=very)
    await person.click("check")
    await person.click("open-in-halo")
    assert world.opened == [general, very]

"""Every page: its kind, its names for a screen reader, and text that comes from elsewhere."""

import datetime as dt
from collections.abc import AsyncIterator, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.ui.fakes import World, finding
from tests.ui.person import Person
from wizard.checks.findings import State
from wizard.halo.records import Instance
from wizard.profiles.schema import (
    AgentStep,
    ApplicationStep,
    FieldRow,
    Form,
    GivenStep,
    HandOverField,
    HandOverStep,
    NoteStep,
    PermissionRow,
    Profile,
    RoleStep,
    ScopeRow,
    ScreenStep,
    SectionRule,
    Source,
    TeamsStep,
    TestStep,
    Value,
)
from wizard.secret import Secret
from wizard.setup.plan import plan
from wizard.setup.steps import StepKind
from wizard.ui.choose import ProfileCard
from wizard.ui.rows import word
from wizard.ui.widgets.row import RowWidget
from wizard.ui.widgets.text import Text

pytestmark = pytest.mark.anyio

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
HOSTILE = "<b>fett</b><img src='http://evil.example/x.png'>&amp;"

EVERYTHING = Profile(
    format=1,
    id="everything",
    name="Überwachungs- und Fernwartungsdienstleistungen GmbH & Co. KG",
    summary="Asks for everything that a guide can ask for.",
    source=Source(title=HOSTILE, publisher=LONG, seen=dt.date(2026, 11, 22), gaps=(LONG,)),
    prerequisites=(LONG, HOSTILE),
    steps=(
        GivenStep(name="token", label="Einrichtungsschlüssel"),
        RoleStep(
            name=LONG,
            remark=HOSTILE,
            permissions=(PermissionRow(section=LONG, label=LONG, value="Read and Modify"),),
        ),
        AgentStep(
            username=HOSTILE,
            fields=(FieldRow(label="Is an API-only Agent", value="Yes", note=LONG),),
            permissions=(PermissionRow(section="A", label=HOSTILE, value=LONG),),
            sections=(SectionRule(section="B", value="Yes"),),
        ),
        TeamsStep(any=True, names=(LONG,), departments=(HOSTILE,)),
        ApplicationStep(suggested=LONG, scopes=(ScopeRow(name="read:tickets", purpose=LONG),)),
        ScreenStep(
            title=HOSTILE, menu=(LONG, HOSTILE), rows=(FieldRow(label=LONG, value=HOSTILE),)
        ),
        NoteStep(title="Zu lesen", text=(LONG, HOSTILE)),
        TestStep(probes=("GET /Tickets",)),
        HandOverStep(
            where=LONG,
            fields=(
                HandOverField(label="Client ID", value=Value.CLIENT_ID),
                HandOverField(label="Client Secret", value=Value.CLIENT_SECRET, note=LONG),
                HandOverField(label=LONG, value=Value.RESOURCE_SERVER, form=Form.NAMESPACE),
                HandOverField(label="Tenant", value=Value.TENANT),
            ),
        ),
    ),
)


@pytest.fixture
def world() -> World:
    """Give a hostile world: long names, markup, and rows in every state."""
    world = World(EVERYTHING)
    inspector = world.inspector
    web = "https://donaudampfschifffahrtselektrizitaetenhauptbetriebswerk.example"
    inspector.instance = Instance(
        web, f"{web}/api", f"{web}/auth", None, discovered=True, version=HOSTILE, notes=(LONG,)
    )
    steps = plan(EVERYTHING, {})
    names = [name for step in steps for name in step.requirements if name != "*"]
    inspector.everything = tuple(dict.fromkeys(names))
    for index, name in enumerate(inspector.everything):
        state = (State.MISSING, State.UNKNOWN, State.EXCESS, State.MET)[index % 4]
        inspector.findings[name] = finding(
            name, state, found=LONG, wanted=HOSTILE, evidence=(HOSTILE, LONG), remedy=LONG
        )
    return world


async def each_page(person: Person, world: World) -> AsyncIterator[StepKind]:
    """Show each step's page, before and after a check."""
    await person.begin("everything")
    await person.find_instance()
    yield world.flow.current.kind
    world.flow.answer("client_id", "8f1f2a39")
    world.flow.answer("admin_client_id", "4d6c4c0e")
    world.flow.answer("sign_in_client_id", "1b7f2d11")
    world.flow.answer("given:token", LONG)
    await world.flow.keep_secret("client_secret", Secret("s" * 40))
    await world.flow.keep_secret("admin_client_secret", Secret("t" * 40))
    for step in world.flow.steps[1:]:
        await person.go(step.id)
        yield step.kind
        if person.sees("check"):
            await person.click("check")
            assert not person.sees("error"), step.id
            yield step.kind
    await person.go("connection")
    await person.click("input:connection:admin")
    await person.go("admin_application")
    yield StepKind.ADMIN_APPLICATION
    await person.click("check")
    yield StepKind.ADMIN_APPLICATION


async def test_every_kind_of_step_has_a_page(person: Person, world: World) -> None:
    seen = set()
    async for kind in each_page(person, world):
        assert person.reads("title") == world.flow.current.title
        seen.add(kind)
    assert seen == set(StepKind)


async def test_everything_has_a_name_for_a_screen_reader(person: Person, world: World) -> None:
    assert_named(person.window)
    await person.click("new-setup")
    assert_named(person.window)
    await person.click("home")
    async for kind in each_page(person, world):
        assert_named(person.window, kind)


async def test_text_from_elsewhere_is_never_markup(person: Person, world: World) -> None:
    await person.click("new-setup")
    assert_plain(person.window)
    await person.click("home")
    async for _ in each_page(person, world):
        assert_plain(person.window)


@pytest.mark.parametrize("size", [(1040, 720), (880, 600)])
async def test_long_names_do_not_break_the_layout(
    person: Person, world: World, size: tuple[int, int]
) -> None:
    person.window.resize(*size)
    await person.click("new-setup")
    assert_fits(person.window)
    await person.click("home")
    async for kind in each_page(person, world):
        assert (person.window.width(), person.window.height()) == size, kind
        assert_fits(person.window, kind)


async def test_every_control_can_be_reached_by_tab(person: Person, world: World) -> None:
    await person.begin("everything")
    await person.find_instance()
    await person.go("permissions")
    await person.click("check")
    wanted = {
        each.objectName()
        for each in person.window.findChildren(QWidget)
        if isinstance(each, QAbstractButton | QLineEdit)
        and each.isVisible()
        and each.isEnabled()
        and each.objectName()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus  # the other steps: by the arrow keys
    }
    met = set()
    for _ in range(4 * len(wanted)):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.add(focus.objectName())
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert wanted <= met


async def test_nothing_appears_beside_the_window(person: Person, world: World) -> None:
    """A part that is shown before it has its place would flash up as a window of its own."""
    strays = Strays(person.window)
    async for kind in each_page(person, world):
        assert strays.seen == [], kind
        assert person.window.isActiveWindow()


async def test_the_last_page_names_what_was_not_done_yet(person: Person, world: World) -> None:
    await person.begin("everything")
    await person.find_instance()
    await person.go("done")
    said = next(
        each.text() for each in person.window.findChildren(Text) if "(to do)" in each.text()
    )
    assert "Proof (to do)" in said
    assert "Done" not in said


async def test_there_is_one_primary_button(person: Person, world: World) -> None:
    async for kind in each_page(person, world):
        shown = [each for each in person.window.findChildren(QPushButton) if each.isVisible()]
        assert sum(each.isDefault() for each in shown) == 1, kind


async def test_a_selected_text_is_copied_as_it_came(qapp: QApplication) -> None:
    text = Text(LONG)
    text.setSelection(0, len(text.text()))
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert qapp.clipboard().text() == LONG


async def test_a_click_on_a_row_unfolds_it(person: Person, world: World) -> None:
    await person.begin("everything")
    await person.find_instance()
    await person.go("teams")
    await person.click("check")
    row = next(
        each
        for each in person.window.findChildren(RowWidget)
        if each.isVisible() and not each.unfolded and each.row.finding is not None
    )
    name = row.objectName()
    label = next(each for each in row.findChildren(Text) if each.isVisible())
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert row.unfolded
    assert HOSTILE in "".join(each.plain for each in row.findChildren(Text) if each.isVisible())
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert not row.unfolded
    assert row.objectName() == name


async def test_a_row_is_copied_as_text_from_its_menu(
    person: Person, world: World, qapp: QApplication
) -> None:
    await person.begin("everything")
    await person.find_instance()
    await person.go("teams")
    await person.click("check")
    row = next(each for each in person.window.findChildren(RowWidget) if each.isVisible())
    where = row.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, row.mapToGlobal(where))
    qapp.sendEvent(row, event)
    (menu,) = row.findChildren(QMenu)
    assert menu.isVisible()
    menu.actions()[0].trigger()
    menu.close()
    assert qapp.clipboard().text() == row.row.as_text()
    assert row.row.requirement in qapp.clipboard().text()


async def test_the_hand_over_copies_and_asks(
    person: Person, world: World, qapp: QApplication
) -> None:
    await person.begin("everything")
    await person.find_instance()
    world.flow.answer("client_id", "8f1f2a39")
    await world.flow.keep_secret("client_secret", Secret("the secret"))
    await person.go("hand_over")
    await person.click("copy:Client ID")
    assert qapp.clipboard().text() == "8f1f2a39"
    await person.enter(f"input:hand_over:{LONG}", "my-namespace")
    await person.click("copy:Client Secret")
    assert qapp.clipboard().text() == "the secret"
    assert "the secret" not in person.page_text()
    assert person.reads("countdown") == "The clipboard is cleared in 60 s"
    assert world.flow.state.answers[f"hand_over:{LONG}"] == "my-namespace"
    await person.click("clear-clipboard")
    assert qapp.clipboard().text() == ""
    assert not person.sees("countdown")
    assert "kept in GNOME Keyring" in person.page_text()
    await person.click("back")
    await person.go("hand_over")
    assert person.see(f"input:hand_over:{LONG}", QLineEdit).text() == "my-namespace"


class Strays(QObject):
    """Notes every widget that is shown as a window of its own."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.seen: list[str] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        shown = event.type() == QEvent.Type.Show and isinstance(watched, QWidget)
        if shown and watched.isWindow() and watched is not self._window:
            self.seen.append(f"{type(watched).__name__} {watched.objectName()}")
        return False


def controls(window: QWidget) -> Iterator[QWidget]:
    """Give everything that a screen reader stops at."""
    for each in window.findChildren(QWidget):
        named = isinstance(each, QAbstractButton | QLineEdit | QLabel | RowWidget | ProfileCard)
        inside_field = isinstance(each.parent(), QLineEdit)
        silent = isinstance(each, QLabel) and not each.text()  # a status line with nothing to say
        if named and each.isVisible() and not inside_field and not silent:
            yield each


def assert_named(window: QWidget, where: object = "") -> None:
    """Assert that nothing is nameless."""
    every = list(controls(window))
    assert every
    for each in every:
        reader = QAccessible.queryAccessibleInterface(each)
        name = reader.text(QAccessible.Text.Name)
        assert name.strip(), (where, type(each).__name__, each.objectName())
    for row in window.findChildren(RowWidget):
        assert word(row.row.state) in row.accessibleName()


def assert_plain(window: QWidget) -> None:
    """Assert that no label reads markup."""
    labels = [each for each in window.findChildren(QLabel) if each.isVisible()]
    assert labels
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    for each in window.findChildren(QWidget):
        assert "<b>" not in each.toolTip()
        assert "<img" not in each.toolTip()


def assert_fits(window: QWidget, where: object = "") -> None:
    """Assert that nothing is wider than its place, and no text is cut at its foot."""
    for area in window.findChildren(QScrollArea):
        if area.isVisible():
            assert area.widget().width() <= area.viewport().width(), where
    for each in window.findChildren(QWidget):
        if not each.isVisible() or isinstance(each.parent(), QScrollArea):
            continue
        parent = each.parentWidget()
        if parent is None or parent.objectName().startswith("qt_scrollarea"):
            continue
        assert each.x() + each.width() <= parent.width() + 1, (where, each, each.geometry())
        if isinstance(each, Text):
            need = each.heightForWidth(each.width())
            assert each.height() >= need, (where, each.plain[:60], each.height(), need)
            assert each.hasHeightForWidth() == each.wordWrap(), (where, each.plain[:60])

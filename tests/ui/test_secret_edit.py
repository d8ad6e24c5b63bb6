"""The field for a secret edits like any other, and Qt never has more than dots."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu

from wizard.ui.widgets.secret_edit import SecretEdit

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def edit(qtbot):
    field = SecretEdit()
    qtbot.addWidget(field)
    field.show()
    field.told = []
    field.textChanged.connect(field.told.append)
    yield field
    assert set("".join(field.told)) <= {"\u25cf"}
    assert QLineEdit.text(field) == "\u25cf" * len(field.text())


def test_what_is_typed_and_corrected(edit):
    QTest.keyClicks(edit, "Secrat~§ 1")
    QTest.keyClick(edit, Qt.Key.Key_Home)
    for _ in range(4):
        QTest.keyClick(edit, Qt.Key.Key_Right)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, "e")
    assert edit.text() == "Secret~§ 1"
    QTest.keyClick(edit, Qt.Key.Key_End)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    assert edit.text() == "Secret~§"
    for _ in range(2):
        QTest.keyClick(edit, Qt.Key.Key_Left, SHIFT)
    QTest.keyClicks(edit, "!")
    assert edit.text() == "Secret!"
    QTest.keyClick(edit, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert edit.text() == ""


def test_what_is_pasted_over_a_part(edit):
    edit.setText("12345678")
    edit.setSelection(2, 3)
    QGuiApplication.clipboard().setText("abc-\n")
    QTest.keyClick(edit, Qt.Key.Key_V, CONTROL)
    assert edit.text() == "12abc-678"
    assert edit.cursorPosition() == 6
    QTest.keyClick(edit, Qt.Key.Key_Z, CONTROL)  # takes all back, as in every field of this kind
    assert edit.text() == ""


def test_the_menu_pastes(edit):
    QGuiApplication.clipboard().setText("from the menu")
    where = QPoint(3, 3)
    edit.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, where, where))
    menu = edit.findChild(QMenu)
    (paste,) = menu.actions()
    paste.trigger()
    menu.close()
    assert edit.text() == "from the menu"


def test_what_is_read_only_stays(edit):
    edit.setText("kept")
    edit.setReadOnly(True)
    QTest.keyClicks(edit, "x")
    edit.paste()
    assert edit.text() == "kept"


def test_nothing_can_be_copied_out(edit):
    edit.setText("kept")
    QGuiApplication.clipboard().setText("before")
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_C, CONTROL)
    QTest.keyClick(edit, Qt.Key.Key_X, CONTROL)
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("before", ["", "1234"])
def test_a_screen_reader_may_write_into_it(qtbot, before):
    field = SecretEdit()
    qtbot.addWidget(field)
    field.setText(before)
    QLineEdit.setText(field, "from outside")  # as Qt does it for a screen reader
    assert field.text() == "from outside"
    assert QLineEdit.text(field) == "\u25cf" * 12
    field.setCursorPosition(4)
    QLineEdit.insert(field, "---")
    assert field.text() == "from--- outside"

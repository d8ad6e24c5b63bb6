"""A secret on its way into the keychain: pasted, kept, and shown again only on purpose."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wizard.language import tr
from wizard.problems import ProblemError
from wizard.secret import Secret
from wizard.setup.pasted import tidy
from wizard.setup.state import SecretPlace
from wizard.setup.steps import Input
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.refused import Refused
from wizard.ui.widgets.reveal import Reveal
from wizard.ui.widgets.secret_edit import SecretEdit
from wizard.ui.widgets.surface import Icon
from wizard.ui.widgets.text import Text

Keep = Callable[[str, Secret, bool], Awaitable[None]]  # name, secret, memory only


class _Edit(SecretEdit):
    """Tells when the focus leaves it for another widget of the window."""

    def __init__(self, left: Callable[[], None]) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leave."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self._left()


class SecretField(Field):
    """Asks for a secret until it has a place, then says where it is and offers to replace it.

    `kept`: a secret that was entered has its place now.
    """

    kept = Signal()

    def __init__(
        self,
        item: Input,
        place: Callable[[], SecretPlace | None],
        keep: Keep,
        save: Callable[[Callable[[], Awaitable[None]]], None],
        reveal: Reveal,
    ) -> None:
        """`place` tells where the secret is; `keep` stores it; `save` runs that in the back.

        `reveal` shows the secret that is kept.
        """
        super().__init__(item)
        self._place = place
        self._keep = keep
        self._save = save
        self._reveal = reveal
        self.edit = _Edit(self.store)
        self.edit.setObjectName(f"input:{item.name}")
        self.edit.setMinimumHeight(theme.FIELD)
        self.edit.setAccessibleName(item.label)
        self.edit.setAccessibleDescription(tr("Goes straight into the keychain"))
        self.edit.textEdited.connect(self.clear_mark)
        self.label.setBuddy(self.edit)
        self.column.addWidget(self.edit)
        self._goes = Text(muted=True)
        self._goes.setObjectName(f"goes:{item.name}")
        self._goes.hide()
        self.column.addWidget(self._goes)
        self._kept = self._kept_line()
        self.column.addWidget(self._kept)
        self.column.addWidget(reveal)
        self._refused = Refused(tr("Hold for this &session only"))
        self._refused.hold.connect(self._hold)
        self.column.addWidget(self._refused)
        self.finish()
        self.refresh()

    @property
    def asking(self) -> bool:
        """Tell whether the field is there to be filled in."""
        return not self.edit.isHidden()

    @property
    def pending(self) -> bool:
        """Tell whether a secret was entered that has no place yet."""
        return not self.edit.isHidden() and bool(self.edit.text().strip())

    def refresh(self) -> None:
        """Show the field, or where its secret is."""
        place = self._place()
        self._ask(place is None)
        if place is not None:
            self._where.say(place_words(place))
            self._refused.hide()
            self.clear_mark()
        self.setFocusProxy(self.edit if place is None else self._replace)

    async def commit(self, *, memory_only: bool = False) -> None:
        """Keep what was entered. Raises ProblemError keychain.*; then the field still has it."""
        if not self.pending or self.edit.isReadOnly():
            return
        self.edit.setReadOnly(True)
        try:
            await self._keep(self.item.name, Secret(tidy(self.edit.text())), memory_only)
        except ProblemError:  # why is told above the page
            self._goes.hide()
            self._refused.tell(
                tr("The secret is still in the field above. To go on without it, empty the field.")
            )
            raise
        finally:
            self.edit.setReadOnly(False)
        self.edit.clear()
        self.refresh()
        self.kept.emit()

    def say_where(self, text: str) -> None:
        """Say, under the field, where a secret that is entered goes."""
        self._goes.say(text)
        self._goes.setVisible(bool(text) and not self.edit.isHidden())

    def enter(self, secret: Secret) -> None:
        """Put a secret into the field, as if it were pasted."""
        self._ask(True)
        self.edit.setText(secret.reveal())

    def _ask(self, asking: bool) -> None:
        self.edit.setVisible(asking)
        self._goes.setVisible(asking and bool(self._goes.plain))
        self._kept.setVisible(not asking)
        self._reveal.conceal()

    def store(self) -> None:
        """Keep what was entered, in the background."""
        if self.pending:
            self._save(self.commit)

    def _hold(self) -> None:
        async def hold() -> None:
            await self.commit(memory_only=True)
            self.setFocus()  # the button that was pressed is gone

        self._save(hold)

    def _start_again(self) -> None:
        self._ask(True)
        self.setFocusProxy(self.edit)
        self.edit.setFocus()

    def _kept_line(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID)
        row.addWidget(Icon("key", theme.Tone.MET))
        self._where = Text(tone=theme.Tone.MET)
        self._where.setObjectName(f"place:{self.item.name}")
        row.addWidget(self._where, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._reveal.button)
        self._replace = Button(tr("&Replace"), f"replace:{self.item.name}")
        self._replace.setAccessibleDescription(tr("Enter another {label}", label=self.item.label))
        self._replace.clicked.connect(self._start_again)
        row.addWidget(self._replace)
        return line


def place_words(place: SecretPlace) -> str:
    """Say where a secret is."""
    if place.in_keychain:
        return tr("kept in {place}", place=place.backend)
    return tr("held in memory for this session only")

"""The fields of an id and its secret: what is pasted is tidied and put where it belongs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from wizard.language import tr
from wizard.secret import Secret
from wizard.setup import pasted
from wizard.setup.pasted import Pasted
from wizard.ui import theme
from wizard.ui.announce import announce
from wizard.ui.widgets.field import TextField
from wizard.ui.widgets.secret_edit import SecretEdit
from wizard.ui.widgets.surface import Strip

_AT_ONCE = 8  # characters; nobody types as many in one go


class TakesSecret(Protocol):
    """A field for a secret."""

    @property
    def edit(self) -> SecretEdit:
        """The line in which it is entered."""

    def enter(self, secret: Secret) -> None:
        """Put a secret into the field, as if it were pasted."""

    def store(self) -> None:
        """Keep what was entered, if it has a place to go to."""


class Pair(QObject):
    """Watches both fields. What it did is said in `note`."""

    def __init__(self, client_id: TextField, secret: TakesSecret) -> None:
        super().__init__(client_id)
        self._id = client_id
        self._secret = secret
        self.note = Strip("info", theme.Tone.ACCENT, name="pasted")
        self.note.hide()
        self._watch(client_id.edit, self._tidy_id)
        self._watch(secret.edit, self._tidy_secret)

    def _watch(self, edit: QLineEdit, tidy: Callable[[], Pasted]) -> None:
        """Tidy what comes in one go; what is typed is left alone."""
        length = len(edit.text())

        def edited() -> None:
            came = len(edit.text()) - length
            if came >= _AT_ONCE:
                self._show(tidy())
            elif came:
                self.note.hide()

        def changed() -> None:
            nonlocal length
            length = len(edit.text())

        edit.textEdited.connect(edited)  # comes before textChanged
        edit.textChanged.connect(changed)

    def _tidy_id(self) -> Pasted:
        return pasted.in_id_field(self._id.edit.text())

    def _tidy_secret(self) -> Pasted:
        text = Secret(self._secret.edit.text())
        return pasted.in_secret_field(text, self._id.edit.text().strip())

    def _show(self, found: Pasted) -> None:
        if found.client_id is not None and found.client_id != self._id.edit.text():
            self._id.edit.setText(found.client_id)
            self._id.commit()
        if found.secret is not None:
            self._secret.enter(found.secret)
        if found.sure:
            self._secret.store()
        self.note.setVisible(bool(found.said))
        if found.said:
            self.note.say(tr(found.said))
            announce(self.note, tr(found.said))

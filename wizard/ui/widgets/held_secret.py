"""A secret that waits in memory until it is known what it is for."""

from __future__ import annotations

from wizard.language import tr
from wizard.secret import Secret
from wizard.setup.pasted import tidy
from wizard.setup.steps import Input
from wizard.ui import theme
from wizard.ui.widgets.field import Field
from wizard.ui.widgets.secret_edit import SecretEdit
from wizard.ui.widgets.text import Text


class HeldSecret(Field):
    """Asks for a secret and keeps it to itself; nothing is stored."""

    def __init__(self, item: Input) -> None:
        super().__init__(item)
        self.edit = SecretEdit()
        self.edit.setObjectName(f"input:{item.name}")
        self.edit.setMinimumHeight(theme.FIELD)
        self.edit.setAccessibleName(item.label)
        self.edit.setAccessibleDescription(item.hint)
        self.edit.textEdited.connect(self.clear_mark)
        self.label.setBuddy(self.edit)
        self.setFocusProxy(self.edit)
        self.column.addWidget(self.edit)
        self._goes = Text(muted=True)
        self._goes.setObjectName(f"goes:{item.name}")
        self._goes.hide()
        self.column.addWidget(self._goes)
        self.finish()

    @property
    def secret(self) -> Secret:
        """Give what was entered, tidied; empty where nothing was."""
        return Secret(tidy(self.edit.text()))

    def enter(self, secret: Secret) -> None:
        """Put a secret into the field, as if it were pasted."""
        self.edit.setText(secret.reveal())

    def store(self) -> None:
        """Stay as it is: there is nowhere to store it yet."""

    def say_where(self, text: str) -> None:
        """Say, under the field, where the secret will go."""
        self._goes.say(text)
        self._goes.setVisible(bool(text))


def waits(keychain: str) -> str:
    """Say where a secret is, and where it goes."""
    return tr(
        "Held in memory; when you adopt the connection it goes into {keychain}.", keychain=keychain
    )

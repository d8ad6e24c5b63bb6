"""A connection that was made by hand: where it is, its id and secret, who else may look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.language import listed, mark, tr
from wizard.setup.adopt import Connection
from wizard.setup.discovered import TRUST
from wizard.setup.screens.opening import other_host
from wizard.setup.state import SetupState
from wizard.setup.steps import Input, InputKind
from wizard.ui import theme, wording
from wizard.ui.announce import announce
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.choices import ChoiceField
from wizard.ui.widgets.field import TextField
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.held_secret import HeldSecret
from wizard.ui.widgets.pair import Pair
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.surface import Strip, page_column
from wizard.ui.widgets.text import Text

_LEAVES = mark(
    "The wizard only reads: nothing is changed in HaloPSA, and the integration goes on working."
)
_ADMINISTRATOR = mark(
    "With an administrator's API application the wizard also sees the agent's rights and the"
    " application itself. Without it these may stay unknown. One that another setup of this HaloPSA"
    " has is used by itself."
)


class AdoptPage(QWidget):
    """Asks for the connection; it is kept in memory, and nothing is saved here."""

    def __init__(self, open_known: Callable[[SetupState], None]) -> None:
        """`open_known` opens a setup that has this connection already."""
        super().__init__()
        self._open_known = open_known
        self._trusted = False
        self._told_of = ""  # the address that was looked at, or entered
        self._saved: SetupState | None = None
        self._column = page_column(self)
        self._column.addWidget(Strip("info", theme.Tone.ACCENT, tr(_LEAVES)))
        self._known = self._known_strip()
        self._address, self._tenant = self._place()
        self._trust = QVBoxLayout()
        self._column.addLayout(self._trust)
        self._asked: ChoiceField | None = None
        self._id, self._secret = self._pair("", self._column)
        self._administrator = QWidget()
        inside = QVBoxLayout(self._administrator)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * theme.GRID)
        inside.addWidget(Text(tr(_ADMINISTRATOR)))
        self._admin_id, self._admin_secret = self._pair("admin_", inside)
        self._fold = Fold(
            "administrator", self._administrator, tr("Look with an administrator, too")
        )
        self._column.addWidget(self._fold)
        self._column.addWidget(self._administrator)
        self._column.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus into the first field that needs a value."""
        asked = (self._address, self._id, self._secret)
        first = next((each for each in asked if not each.edit.text()), self._address)
        first.edit.setFocus()

    def connection(self) -> Connection | None:
        """Give what was entered; None where something is missing, which is marked then."""
        if self.missing:
            return None
        self._told_of = self._address.edit.text().strip()
        admin_id, admin_secret = self._admin_id.edit.text().strip(), self._admin_secret.secret
        both = bool(admin_id and admin_secret)
        return Connection(
            self._address.edit.text().strip(),
            self._id.edit.text().strip(),
            self._secret.secret,
            self._tenant.edit.text().strip() or None,
            trust_other_host=self._trusted,
            admin_client_id=admin_id if both else None,
            admin_client_secret=admin_secret if both else None,
        )

    @property
    def missing(self) -> tuple[TextField | HeldSecret | ChoiceField, ...]:
        """Give the fields that need a value first."""
        every: list[TextField | HeldSecret] = [self._address, self._id, self._secret]
        admin: list[TextField | HeldSecret] = [self._admin_id, self._admin_secret]
        if any(each.edit.text().strip() for each in admin):  # half a pair is a slip
            every += admin
        asked = [self._asked] if self._asked is not None and not self._answered else []
        return (*(each for each in every if not each.edit.text().strip()), *asked)

    def mark_missing(self) -> str:
        """Mark what is missing, and name it; the first one takes the focus."""
        missing = self.missing
        for field in reversed(missing):
            if field in (self._admin_id, self._admin_secret):
                self._fold.unfold(True)
            field.mark_missing()
        return listed([each.item.label for each in missing])

    def fill(self, connection: Connection) -> None:
        """Show what was entered before."""
        self._trusted, self._told_of = connection.trust_other_host, connection.address
        self._address.fill(connection.address)
        self._tenant.fill(connection.tenant or "")
        self._id.fill(connection.client_id)
        self._secret.enter(connection.client_secret)
        if connection.admin_client_id and connection.admin_client_secret:
            self._admin_id.fill(connection.admin_client_id)
            self._admin_secret.enter(connection.admin_client_secret)
            self._fold.unfold(True)

    def say_where(self, text: str) -> None:
        """Say where the secrets will go."""
        for field in (self._secret, self._admin_secret):
            field.say_where(text)

    def show_known(self, state: SetupState, vendor: str) -> None:
        """Say that this connection is saved already, and offer to open it."""
        self._saved = state
        said = tr(
            "This connection is saved already: {vendor} on {instance}.",
            vendor=vendor,
            instance=wording.instance(state.answers),
        )
        self._known.say(said)
        self._known.show()
        self._open.setFocus()
        announce(self._known, said)

    def ask_trust(self, server: str) -> bool:
        """Ask before a secret goes to an authorisation server on another host.

        False if that was asked already, and answered.
        """
        if self._asked is not None:
            return False
        self._answered = False
        self._asked = ChoiceField(other_host(server), "", self._answer_trust)
        self._trust.addWidget(self._asked)
        self._asked.findChildren(QWidget, f"input:{TRUST}:yes")[0].setFocus()
        return True

    def _answer_trust(self, name: str, value: str) -> None:  # noqa: ARG002 - as a choice tells it
        self._answered = True
        self._trusted = value == "yes"

    def _new_address(self, name: str, text: str) -> None:  # noqa: ARG002 - as a field tells it
        """Forget what was said of another address."""
        if text != self._told_of:
            self._told_of = text
            self._known.hide()
            self._trusted = False
            if self._asked is not None:
                discard(self._asked)
                self._asked = None

    def _place(self) -> tuple[TextField, TextField]:
        address = Input(
            "address",
            tr("Web address"),
            hint=tr("As you open it in the browser."),
            placeholder="https://acme.halopsa.com",
        )
        tenant = Input(
            "tenant",
            "Tenant",
            hint=tr("Only if API Details shows one and the wizard does not find it."),
            required=False,
        )
        fields = TextField(address, "", self._new_address), TextField(tenant, "", _take)
        for field in fields:
            self._column.addLayout(_row(field))
        return fields

    def _pair(self, before: str, column: QVBoxLayout) -> tuple[TextField, HeldSecret]:
        """Put the fields of an id and its secret: what is pasted is tidied, and told apart."""
        own = not before
        hint = tr("Of the application that the integration uses.") if own else ""
        client_id = TextField(
            Input(
                f"{before}client_id",
                "Client ID",
                hint=hint or tr("Of the application Halo Setup Wizard."),
            ),
            "",
            _take,
        )
        secret = HeldSecret(
            Input(
                f"{before}client_secret",
                "Client Secret",
                InputKind.SECRET,
                hint=tr("As the integration has it. HaloPSA does not show it again.")
                if own
                else "",
            )
        )
        pair = Pair(client_id, secret)
        column.addLayout(_row(client_id))
        column.addWidget(pair.note)
        column.addLayout(_row(secret))
        return client_id, secret

    def _known_strip(self) -> Strip:
        strip = Strip("info", theme.Tone.ACCENT, name="known")
        self._open = Button(tr("&Open it"), "open-known")
        self._open.clicked.connect(lambda: self._saved and self._open_known(self._saved))
        row = QHBoxLayout()
        row.addWidget(self._open)
        row.addStretch(1)
        strip.inner.addLayout(row)
        strip.hide()
        self._column.addWidget(strip)
        return strip


def _row(field: QWidget) -> QHBoxLayout:
    """Give a field its row, so that one that is not as wide as the page wraps in time."""
    row = QHBoxLayout()
    row.addWidget(field, 1)
    row.addStretch(0)
    return row


def _take(name: str, text: str) -> None:
    """Take a text when it is entered: it is read from the field when it is needed."""

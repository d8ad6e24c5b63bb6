"""The inputs of a step, answered into the flow."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from wizard.language import tr
from wizard.problems import ProblemError
from wizard.secret import Secret
from wizard.setup.flow import Flow
from wizard.setup.steps import Input, InputKind, Step
from wizard.ui import theme
from wizard.ui.bridge import Bridge
from wizard.ui.widgets.choices import ChoiceField
from wizard.ui.widgets.field import TextField
from wizard.ui.widgets.pair import Pair
from wizard.ui.widgets.reveal import Reveal
from wizard.ui.widgets.secret_field import SecretField


class Form(QWidget):
    """The fields of a step. Every answer goes to the flow at once, and is saved there."""

    def __init__(self, flow: Flow, step: Step, bridge: Bridge, changed: Callable[[], None]) -> None:
        """`changed` is called after an answer was taken."""
        super().__init__()
        self._flow = flow
        self._bridge = bridge
        self._changed = changed
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        self._fields = {item.name: self._field(item) for item in step.inputs}
        for field in self._fields.values():
            row = QHBoxLayout()  # so that a field that is not as wide as the page wraps in time
            row.addWidget(field, 1)
            row.addStretch(0)
            column.addLayout(row)
        self._pair = self._pair_up(column)
        if any(isinstance(each, SecretField) and each.asking for each in self._fields.values()):
            bridge.save(self._say_where)

    async def commit(self) -> None:
        """Save every answer. Raises ProblemError records.* and keychain.*."""
        for name, field in self._fields.items():
            if isinstance(field, SecretField):
                await field.commit()
            elif isinstance(field, TextField):
                self._flow.answer(name, field.edit.text())
            else:
                field.commit()

    def fill(self) -> None:
        """Show the answers that the flow has."""
        for name, field in self._fields.items():
            if isinstance(field, SecretField):
                field.refresh()
            else:
                field.fill(self._flow.state.answers.get(name, field.item.default))

    def enter_secret(self, name: str, secret: Secret) -> None:
        """Put a secret into its field, as if it were pasted."""
        field = self._fields.get(name)
        if isinstance(field, SecretField):
            field.enter(secret)

    def on_kept(self, name: str, call: Callable[[], None]) -> None:
        """Call when the secret of this input has its place."""
        field = self._fields[name]
        if isinstance(field, SecretField):
            field.kept.connect(call)

    def mark_missing(self, names: tuple[str, ...]) -> None:
        """Say which inputs are needed; the first one takes the focus."""
        for name in reversed(names):
            self._fields[name].mark_missing()

    def labels(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Give the labels of inputs."""
        return tuple(self._fields[name].item.label for name in names)

    def focus_first(self) -> bool:
        """Put the focus into the first field that needs a value; False if there is none."""
        for field in self._fields.values():
            if not field.item.required:
                continue
            if isinstance(field, TextField) and not field.edit.text():
                field.setFocus()
                return True
            if isinstance(field, SecretField) and not field.edit.isHidden():
                field.setFocus()
                return True
        return False

    def _field(self, item: Input) -> TextField | SecretField | ChoiceField:
        value = self._flow.state.answers.get(item.name, "")
        if item.kind is InputKind.SECRET:
            return SecretField(
                item,
                lambda: self._flow.secret_place(item.name),
                self._keep,
                self._save,
                Reveal(
                    item.name, item.label, lambda: self._flow.secret(item.name), self._bridge.start
                ),
            )
        if item.kind is InputKind.CHOICE:
            return ChoiceField(item, value, self._answer)
        return TextField(item, value, self._answer)

    def _answer(self, name: str, value: str) -> None:
        if self._bridge.attempt(lambda: self._flow.answer(name, value)):
            self._changed()

    async def _keep(self, name: str, secret: Secret, memory_only: bool) -> None:
        await self._flow.keep_secret(name, secret, memory_only=memory_only)
        self._changed()

    def _save(self, work: Callable[[], Awaitable[None]]) -> None:
        async def save() -> None:
            await work()

        self._bridge.save(save)

    def _pair_up(self, column: QVBoxLayout) -> Pair | None:
        """Join the field of a client id with that of its secret."""
        texts = [each for each in self._fields.values() if isinstance(each, TextField)]
        ids = [each for each in texts if each.item.name.endswith("client_id")]
        secrets = [each for each in self._fields.values() if isinstance(each, SecretField)]
        if len(ids) != 1 or len(secrets) != 1:
            return None
        pair = Pair(ids[0], secrets[0])
        below = list(self._fields).index(ids[0].item.name) + 1
        column.insertWidget(below, pair.note)  # in sight, also in a low window
        return pair

    async def _say_where(self) -> None:
        """Name the keychain before a secret is entered, or say that there is none."""
        try:
            text = tr("Goes straight into {keychain}.", keychain=await self._flow.keychain_name())
        except ProblemError as error:
            text = error.problem.happened
        if isValid(self):
            for field in self._fields.values():
                if isinstance(field, SecretField):
                    field.say_where(text)

"""Client id and secret: tested as soon as both are there, and again when one of them changes."""

from __future__ import annotations

from wizard.setup.steps import InputKind
from wizard.ui.pages.base import StepPage

_Pair = tuple[str, int]


class CredentialsPage(StepPage):
    """The page of an id and its secret."""

    def build_work(self) -> None:
        """Put the inputs and the rows."""
        super().build_work()
        self._secrets = 0  # how many were kept here: one that replaces another is a new one
        self._names = [each.name for each in self.step.inputs]
        secret = next(each.name for each in self.step.inputs if each.kind is InputKind.SECRET)
        assert self.form is not None  # noqa: S101 - this step has inputs
        self.form.on_kept(secret, self._kept)
        self._tested = self._pair()
        self.changed.connect(self._try)
        self.context.bridge.busy.connect(self._rested)

    def begin_check(self) -> None:
        """Remember what is tested."""
        self._tested = self._pair()

    def _pair(self) -> _Pair | None:
        """Give what there is to test; None while something is missing."""
        if self.flow.missing_inputs(self.step):
            return None
        answers = self.flow.state.answers
        return "\n".join(answers.get(name, "") for name in self._names), self._secrets

    def _kept(self) -> None:
        self._secrets += 1
        self._try()

    def _rested(self, busy: bool) -> None:
        if not busy:
            self._try()

    def _try(self) -> None:
        pair = self._pair()
        shown = self.isVisible() and not self.context.bridge.running
        if shown and pair is not None and pair != self._tested:
            self.ready.emit()

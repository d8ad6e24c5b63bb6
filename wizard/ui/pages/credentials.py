"""Client id and secret: tested as soon as both are there, and again when one of them changes."""

from __future__ import annotations

from wizard.language import tr
from wizard.setup.steps import InputKind
from wizard.ui import theme
from wizard.ui.pages.base import StepPage

_Pair = tuple[str, int]


class CredentialsPage(StepPage):
    """The page of an id and its secret."""

    def build_work(self) -> None:
        """Put the inputs and the rows."""
        inputs = self.step.inputs
        self._secret = next(each.name for each in inputs if each.kind is InputKind.SECRET)
        super().build_work()
        self._secrets = 0  # how many were kept here: one that replaces another is a new one
        self._names = [each.name for each in inputs]
        assert self.form is not None  # noqa: S101 - this step has inputs
        self.form.on_kept(self._secret, self._kept)
        self._tested = self._pair()
        self.changed.connect(self._try)
        self.context.bridge.busy.connect(self._rested)

    def refresh(self) -> None:
        """Show what the flow has now."""
        super().refresh()
        self._tell_kept()

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
        self._tell_kept()
        self._try()

    def _tell_kept(self) -> None:
        """Take the warning back once the wizard has the secret."""
        if self.warning is not None and self.flow.secret_place(self._secret) is not None:
            self.warning.restyle("info", theme.Tone.ACCENT)
            self.warning.say(
                tr("The wizard has the secret. Choose Save in HaloPSA now, if you have not yet.")
            )

    def _rested(self, busy: bool) -> None:
        if not busy:
            self._try()

    def _try(self) -> None:
        pair = self._pair()
        shown = self.isVisible() and not self.context.bridge.running
        if shown and pair is not None and pair != self._tested:
            self.ready.emit()

"""The end: what was set up, and how it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from wizard.language import tr
from wizard.setup.standing import StepState
from wizard.setup.steps import StepKind
from wizard.ui import theme, wording
from wizard.ui.pages.base import StepPage
from wizard.ui.widgets.secret_field import place_words
from wizard.ui.widgets.states import FINDING
from wizard.ui.widgets.surface import Card, Strip
from wizard.ui.widgets.text import Text

_NOTHING_LEFT = (StepState.DONE, StepState.ACCEPTED)


class DonePage(StepPage):
    """A summary of the setup."""

    def build(self) -> None:
        """Put the verdict, the summary, and what comes after."""
        proof = next((each for each in self.flow.steps if each.kind is StepKind.PROOF), None)
        if proof is not None:
            self.column.addWidget(self._verdict(proof.id))
        card = Card()
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID)
        grid.setColumnStretch(1, 1)
        for row, (label, value) in enumerate(self._summary()):
            grid.addWidget(Text(label, muted=True), row, 0)
            grid.addWidget(Text(value), row, 1)
        card.body.addLayout(grid)
        self.column.addWidget(card)
        for line in self.step.instructions:
            self.column.addWidget(Text(line, muted=True))

    def _verdict(self, proof: str) -> Strip:
        if proof in self.flow.state.checked:
            state, sentence = wording.verdict(self.flow.findings(proof))
            icon, tone = FINDING[state]
        else:
            icon, tone = "unknown", theme.Tone.UNKNOWN
            sentence = tr("The connection was not proven. Go to Proof and choose Check now.")
        strip = Strip(icon, tone, sentence)
        strip.text.setObjectName("verdict")
        strip.text.setFont(theme.scaled(strip.font(), 1.2, theme.BOLD))
        return strip

    def _summary(self) -> list[tuple[str, str]]:
        state = self.flow.state
        answers = state.answers
        place = state.secrets.get("client_secret")
        rows = [
            (tr("Integration"), self.flow.profile.name),
            ("HaloPSA", answers.get("web", tr("not found"))),
            (tr("Agent"), answers.get("agent_name", "")),
            ("Client ID", answers.get("client_id", "")),
            (tr("Secret"), place_words(place) if place else tr("not kept")),
        ]
        left = [
            f"{name} ({wording.standing(standing)})"
            for step, name, standing in zip(
                self.flow.steps,
                wording.short_names(self.flow.steps),
                map(self.flow.standing, self.flow.steps),
                strict=True,
            )
            if standing.state not in _NOTHING_LEFT and step.kind is not StepKind.DONE
        ]
        rows.append((tr("Left to do"), ", ".join(left) or tr("nothing")))
        return [(label, value) for label, value in rows if value]

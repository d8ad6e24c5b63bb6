"""The home page: the setups of this workstation, and the way to a new one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.checks.findings import State
from wizard.language import tr
from wizard.profiles.schema import Profile
from wizard.setup.plan import plan
from wizard.setup.standing import findings_of
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind
from wizard.ui import theme, wording
from wizard.ui.translation import day
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.states import FINDING, StateMark
from wizard.ui.widgets.surface import Card, Icon
from wizard.ui.widgets.text import Elided, Text


class HomePage(QWidget):
    """What there is to go on with."""

    new_setup = Signal()
    practice = Signal()
    resume = Signal(object)  # SetupState
    check_again = Signal(object)  # SetupState

    def __init__(
        self, states: Sequence[SetupState], profiles: Sequence[Profile], *, may_practise: bool
    ) -> None:
        """`may_practise`: a practice window can be opened from here."""
        super().__init__()
        self._profiles: Mapping[str, Profile] = {each.id: each for each in profiles}
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 3 * theme.GRID)
        column.setSpacing(theme.GRID + 4)
        column.addLayout(self._buttons(may_practise))
        column.addSpacing(theme.GRID)
        if not states:
            column.addWidget(self._empty(may_practise))
        for state in states:
            column.addWidget(self._card(state))
        column.addStretch(1)

    def _buttons(self, may_practise: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        new = Button(tr("&New setup"), "new-setup", icon="new")
        new.set_primary(True)
        new.clicked.connect(self.new_setup)
        row.addWidget(new)
        if may_practise:
            practise = Button(tr("&Practice"), "practice", icon="practice")
            practise.setAccessibleDescription(tr("Opens a window on a simulated HaloPSA"))
            practise.setToolTip(tr("Try a setup on a simulated HaloPSA"))
            practise.clicked.connect(self.practice)
            row.addWidget(practise)
        row.addStretch(1)
        return row

    def _empty(self, may_practise: bool) -> QWidget:
        card = Card(padding=4 * theme.GRID)
        card.body.addWidget(Icon("proof", theme.Tone.ACCENT, 40), 0, Qt.AlignmentFlag.AlignHCenter)
        head = Text(tr("No setup on this workstation yet"))
        head.setFont(theme.scaled(head.font(), 1.2, theme.BOLD))
        hint = tr("Choose an integration and the wizard leads you through its guide, step by step.")
        if may_practise:
            hint = " ".join((hint, tr("To see it first, practise on a simulated HaloPSA.")))
        for text in (head, Text(hint, muted=True)):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.body.addWidget(text)
        return card

    def _card(self, state: SetupState) -> QWidget:
        profile = self._profiles.get(state.profile_id)
        card = Card()
        card.setObjectName(f"setup:{state.id}")
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID)
        words = QVBoxLayout()
        words.setSpacing(theme.GRID // 2)
        name = profile.name if profile else state.profile_id
        where = wording.instance(state.answers) or tr("HaloPSA not found yet")
        title = f"{name} → {where}"
        head = Elided(title)
        head.setFont(theme.scaled(head.font(), 1.1, theme.BOLD))
        words.addWidget(head)
        words.addWidget(self._mark(state, profile))
        row.addLayout(words, 1)
        if profile is not None:
            row.addWidget(self._button(state, title), 0, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(row)
        card.setAccessibleName(title)
        return card

    def _button(self, state: SetupState, title: str) -> Button:
        if state.finished is None:
            button = Button(tr("&Go on"), f"go-on:{state.id}")
            button.clicked.connect(lambda: self.resume.emit(state))
        else:
            button = Button(tr("Check &again"), f"check-again:{state.id}")
            button.clicked.connect(lambda: self.check_again.emit(state))
        button.setAccessibleDescription(title)
        return button

    def _mark(self, state: SetupState, profile: Profile | None) -> StateMark:
        if profile is None:
            return StateMark(
                "unknown", theme.Tone.UNKNOWN, tr("Its profile is not on this workstation.")
            )
        steps = plan(profile, state.answers)
        date = day(state.finished or state.created)
        if state.finished is None:
            number = next((n for n, step in enumerate(steps, 1) if step.id == state.step), 1)
            title = steps[number - 1].title
            word = tr(
                "Step {number} of {count}: {title} · begun {day}",
                number=number,
                count=len(steps),
                title=title,
                day=date,
            )
            return StateMark("current", theme.Tone.ACCENT, word)
        proof = next((step.id for step in steps if step.kind is StepKind.PROOF), "")
        if proof not in state.checked:
            return StateMark(
                "unknown", theme.Tone.UNKNOWN, tr("Finished {day} · not proven", day=date)
            )
        verdict, sentence = wording.verdict(findings_of(state, proof))
        icon, tone = FINDING[verdict]
        word = tr("Proven") if verdict is State.MET else sentence.rstrip(".")
        return StateMark(icon, tone, tr("{verdict} · finished {day}", verdict=word, day=date))

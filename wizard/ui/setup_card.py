"""One setup on the home page: how it stands, the way on, and the question before it is removed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.checks.findings import State
from wizard.language import day, listed, tr
from wizard.profiles.schema import Profile
from wizard.setup.hand_over import left_in
from wizard.setup.plan import plan
from wizard.setup.removal import Going
from wizard.setup.standing import findings_of
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind
from wizard.ui import theme, wording
from wizard.ui.widgets.buttons import Button, Tool
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.states import FINDING, StateMark
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Elided, Text, tip


class SetupCard(Card):
    """A setup of this workstation. `asked`: whether to remove it is being asked."""

    resume = Signal(object)  # SetupState
    check_again = Signal(object)  # SetupState
    remove = Signal(object, bool)  # SetupState, and whether to leave its secrets
    asked = Signal()

    def __init__(self, state: SetupState, profile: Profile | None, going: Going | None) -> None:
        """`going` tells what a removal takes away; None: nothing can be removed here."""
        super().__init__()
        self.state = state
        self._profile = profile
        self._going = going
        name = profile.name if profile else state.profile_id
        where = wording.instance(state.answers) or tr("HaloPSA not found yet")
        self.title = f"{name} → {where}"
        self.setObjectName(f"setup:{state.id}")
        self.setAccessibleName(self.title)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        words = QVBoxLayout()
        words.setSpacing(theme.GRID // 2)
        head = Elided(self.title)
        head.setFont(theme.scaled(head.font(), 1.1, theme.BOLD))
        words.addWidget(head)
        words.addWidget(_mark(state, profile))
        row.addLayout(words, 1)
        row.addSpacing(theme.GRID)
        for button in self._ways_on():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._remove = self._remove_button()
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._question: QWidget | None = None

    @property
    def asking(self) -> bool:
        """Tell whether the question stands on the card."""
        return self._question is not None and self._question.isVisible()

    def ask(self) -> None:
        """Ask whether to remove this setup; nothing happens until it is answered."""
        if self._question is None:
            self._question = self._build_question()
            self.body.addWidget(self._question)
        self._question.show()
        self._remove.setEnabled(False)
        self._keep.setFocus()
        self.asked.emit()

    def keep(self) -> None:
        """Take the question back."""
        if self._question is not None:
            self._question.hide()
            self._remove.setEnabled(True)
            self._remove.setFocus()

    def offer_record_only(self) -> None:
        """Offer to remove the record and leave the secrets, where the keychain refuses."""
        self._record_only.show()

    def drop_letters(self) -> None:
        """Take the letters for the keyboard from the buttons."""
        for button in self.findChildren(Button):
            button.relabel(button.text().replace("&", ""))

    def matches(self, words: list[str]) -> bool:
        """Tell whether every word is in what the card says at its head."""
        return all(word in self.title.casefold() for word in words)

    def _ways_on(self) -> list[Button]:
        if self._profile is None:
            return []
        resume = Button(tr("&Go on"), f"go-on:{self.state.id}")
        resume.clicked.connect(lambda: self.resume.emit(self.state))
        ways = [resume]
        if self.state.finished is not None:
            resume.relabel(tr("&Open"))
            check = Button(tr("Check &again"), f"check-again:{self.state.id}")
            check.clicked.connect(lambda: self.check_again.emit(self.state))
            ways = [check, resume]
        for each in ways:
            each.setAccessibleDescription(self.title)
        return ways

    def _remove_button(self) -> Tool:
        button = Tool(f"remove:{self.state.id}", "remove")
        button.setAccessibleName(tr("Remove {setup}", setup=self.title))
        button.setToolTip(tip(tr("Remove from this workstation")))
        button.setAccessibleDescription(tr("Remove from this workstation"))
        button.setVisible(self._going is not None)
        button.clicked.connect(self.ask)
        return button

    def _build_question(self) -> QWidget:
        assert self._going is not None  # noqa: S101 - the button is hidden without
        holder = QWidget()
        holder.setObjectName(f"question:{self.state.id}")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(theme.GRID)
        head = Text(tr("Remove this setup from this workstation?"))
        head.setFont(theme.scaled(head.font(), 1, theme.BOLD))
        column.addWidget(head)
        column.addLayout(bullets(what_goes(self._going)))
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        self._keep = Button(tr("&Keep it"), f"keep:{self.state.id}")
        self._keep.clicked.connect(self.keep)
        really = Button(tr("&Remove"), f"really-remove:{self.state.id}", icon="remove")
        really.setAccessibleDescription(self.title)
        really.clicked.connect(lambda: self.remove.emit(self.state, False))
        self._record_only = Button(tr("Remove the re&cord only"), f"record-only:{self.state.id}")
        self._record_only.setAccessibleDescription(tr("The secret stays in the keychain"))
        self._record_only.clicked.connect(lambda: self.remove.emit(self.state, True))
        for button in (self._keep, really, self._record_only):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self._record_only.hide()
        return holder


def what_goes(going: Going) -> list[str]:
    """Say what a removal takes away and what it leaves."""
    lines = [tr("Its record here goes: your answers, the findings, what you confirmed.")]
    chains = sorted({each.backend for each in going.secrets if each.in_keychain})
    if chains:
        lines.append(tr("Its secrets in {keychain} go with it.", keychain=listed(chains)))
    if going.shared:
        lines.append(
            tr(
                "The secret of the wizard's own application stays: another setup of this HaloPSA"
                " uses it."
            )
        )
    lines.append(
        tr(
            "Nothing changes in HaloPSA: agent and application stay, and the integration goes on"
            " working."
        )
    )
    return lines


def _mark(state: SetupState, profile: Profile | None) -> StateMark:
    if profile is None:
        return StateMark(
            "unknown", theme.Tone.UNKNOWN, tr("Its profile is not on this workstation.")
        )
    steps = plan(profile, state.answers)
    if state.finished is None:
        number = next((n for n, step in enumerate(steps, 1) if step.id == state.step), 1)
        word = tr(
            "Step {number} of {count}: {title} · begun {day}",
            number=number,
            count=len(steps),
            title=steps[number - 1].title,
            day=day(state.created),
        )
        return StateMark("current", theme.Tone.ACCENT, word)
    finished = day(state.finished)
    proof = next((step.id for step in steps if step.kind is StepKind.PROOF), "")
    if proof not in state.checked:
        word = tr("Finished {day} · not proven", day=finished)
        return StateMark("unknown", theme.Tone.UNKNOWN, word)
    verdict, sentence = wording.verdict(findings_of(state, proof))
    icon, tone = FINDING[verdict]
    word = tr("Proven") if verdict is State.MET else sentence.rstrip(".")
    if verdict is State.MET and left_in(profile, state):
        word = tr("Proven, but the hand-over has empty fields")
        icon, tone = FINDING[State.UNKNOWN]
    checked = day(state.checked[proof])
    return StateMark(icon, tone, tr("{verdict} · checked {day}", verdict=word, day=checked))

"""One setup on the home page: how it stands, the way on, and the question before it is removed."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from wizard.checks.findings import State
from wizard.fleet.overview import Entry, Stand
from wizard.language import day, tr
from wizard.profiles.schema import Profile
from wizard.setup.hand_over import left_in
from wizard.setup.plan import plan
from wizard.setup.removal import Going
from wizard.setup.standing import findings_of
from wizard.setup.state import SetupState
from wizard.setup.steps import StepKind
from wizard.ui import theme, wording
from wizard.ui.fleet.words import STANDS, last_checked, summary
from wizard.ui.removal_question import RemovalQuestion
from wizard.ui.widgets.buttons import Button, Tool
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.states import FINDING, StateMark
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Elided, tip


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
        self._entry: Entry | None = None
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
        self._marks = QVBoxLayout()
        self._mark = _mark(state, profile)
        self._marks.addWidget(self._mark)
        words.addLayout(self._marks)
        row.addLayout(words, 1)
        row.addSpacing(theme.GRID)
        for button in self._ways_on():
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._remove = self._remove_button()
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._question: RemovalQuestion | None = None

    @property
    def asking(self) -> bool:
        """Tell whether the question stands on the card."""
        return self._question is not None and self._question.isVisible()

    def ask(self) -> None:
        """Ask whether to remove this setup; nothing happens until it is answered."""
        if self._question is None:
            assert self._going is not None  # noqa: S101 - the button is hidden without
            self._question = RemovalQuestion(self.state.id, self.title, self._going)
            self._question.kept.connect(self.keep)
            self._question.remove.connect(lambda leave: self.remove.emit(self.state, leave))
            self.body.addWidget(self._question)
        self._question.show()
        self._remove.setEnabled(False)
        self._question.begin()
        self.asked.emit()

    def keep(self) -> None:
        """Take the question back."""
        if self._question is not None:
            self._question.hide()
            self._remove.setEnabled(True)
            self._remove.setFocus()

    def offer_record_only(self) -> None:
        """Offer to remove the record and leave the secrets, where the keychain refuses."""
        if self._question is not None:
            self._question.offer_record_only()

    def show_entry(self, entry: Entry) -> None:
        """Show how the setup stands over time: what is left, what changed, when it was checked."""
        if self.state.finished is None or self._profile is None or entry == self._entry:
            return
        self._entry = entry
        icon, tone, _ = STANDS[entry.stand]
        now = dt.datetime.now(dt.UTC)
        said = summary(entry, now)
        if entry.stand is Stand.HOLDS and left_in(self._profile, self.state):
            icon, tone = FINDING[State.UNKNOWN]
            said = last_checked(tr("Proven, but the hand-over has empty fields"), entry, now)
        before, self._mark = self._mark, StateMark(icon, tone, said)
        self._marks.addWidget(self._mark)
        self._mark.show()  # a layout would only do it a moment later
        discard(before)

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
    date = day(state.checked[proof])
    return StateMark(icon, tone, tr("{verdict} · checked {day}", verdict=word, day=date))

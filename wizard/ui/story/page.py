"""The page of one setup: a verdict, what changed, what never fitted, what is unknown, history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.checks.acceptance import Accepted
from wizard.fleet.overview import Stand
from wizard.fleet.story import Story
from wizard.language import mark, tr
from wizard.setup.removal import Going
from wizard.setup.state import SetupState
from wizard.ui import theme
from wizard.ui.removal_question import RemovalQuestion
from wizard.ui.rows import RowState, by_section, of_finding
from wizard.ui.story import points, words
from wizard.ui.story.history import HistoryCard
from wizard.ui.story.point import Point, Told, Ways
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.details import Actions
from wizard.ui.widgets.group import Groups
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.surface import Card, Strip, page_column
from wizard.ui.widgets.text import Text, heading

_IN_ORDER = (
    (mark("Confirmed by a person"), RowState.CONFIRMED),
    (mark("More than the guide asks"), RowState.EXCESS),
    (mark("In order"), RowState.MET),
)


class StoryPage(QWidget):
    """How one setup stands and stood. What it asks for, the window does.

    `mend`: a requirement, or "" for all that is left. `accept` and `unaccept`: a person's word.
    `wizard`: all steps of the setup. `remove`: whether to take it off this workstation is to be
    asked; `really_remove`: it was, and True leaves the secrets.
    """

    mend = Signal(str)
    accept = Signal(object)
    unaccept = Signal(object)
    wizard = Signal()
    report = Signal()
    remove = Signal()
    really_remove = Signal(bool)

    def __init__(
        self, story: Story, person: str, open_url: Callable[[str], None], above: QWidget
    ) -> None:
        """`above` stands over everything: how far a re-check is."""
        super().__init__()
        self.story = story
        self._person = person
        self._open_url = open_url
        self._column = page_column(self)
        self._column.addWidget(above)
        self._verdict = Strip("proof", theme.Tone.TODO)
        self._verdict.text.setObjectName("verdict")
        self._verdict.text.setFont(theme.scaled(self.font(), 1.2, theme.BOLD))
        self._when = Text(muted=True)
        self._when.setObjectName("checked")
        self._remedy = Text()
        self._remedy.setObjectName("remedy")
        self._verdict.inner.addWidget(self._remedy)
        self._verdict.inner.addWidget(self._when)
        self._column.addWidget(self._verdict)
        self._column.addLayout(self._ways())
        self._groups = Groups()
        self._question: RemovalQuestion | None = None
        self._sections: QWidget | None = None
        self._column.addStretch(1)
        self.show_story(story)

    @property
    def may_mend(self) -> bool:
        """Tell whether there is anything to mend in the wizard."""
        story = self.story
        return story.profile is not None and story.entry.stand is Stand.HAND

    def show_story(self, story: Story) -> None:
        """Show what is known by now."""
        self.story = story
        icon, tone, said = words.verdict(story)
        self._verdict.restyle(icon, tone)
        self._verdict.say(said)
        self._remedy.say(words.remedy(story))
        self._remedy.setVisible(story.failed is not None)
        at = story.whole.at if story.whole is not None else None
        self._when.say(tr("Checked {moment}", moment=words.moment(at)) if at else "")
        self._when.setVisible(at is not None)
        self._wizard.setEnabled(story.profile is not None)
        old, self._sections = self._sections, self._build()
        self._column.insertWidget(self._column.count() - 1, self._sections)
        self._sections.show()  # a layout would only do it a moment later
        if old is not None:
            discard(old)

    def _ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.GRID)
        self._wizard = Button(tr("All &steps"), "all-steps")
        self._wizard.setAccessibleDescription(tr("Opens the setup in the wizard"))
        self._wizard.clicked.connect(self.wizard)
        self._report = Button(tr("Save re&port…"), "save-report")
        self._report.clicked.connect(self.report)
        self._remove = Button(tr("Remo&ve…"), "remove-setup")
        self._remove.setAccessibleDescription(tr("Remove from this workstation"))
        self._remove.clicked.connect(self.remove)
        for button in (self._wizard, self._report, self._remove):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def offer(self, *, remove: bool) -> None:
        """Say whether the setup can be removed here."""
        self._remove.setVisible(remove)

    def ask(self, going: Going) -> None:
        """Ask whether to remove the setup; nothing happens until it is answered."""
        question = RemovalQuestion(self.story.state.id, self.objectName(), going)
        question.kept.connect(self.keep)
        question.remove.connect(self.really_remove)
        self._question = question
        self._column.insertWidget(3, question)
        question.show()
        self._remove.setEnabled(False)
        question.begin()

    def keep(self) -> bool:
        """Take the question back; False if none is asked."""
        question, self._question = self._question, None
        if question is None:
            return False
        discard(question)
        self._remove.setEnabled(True)
        self._remove.setFocus()
        return True

    def offer_record_only(self, _: SetupState) -> None:
        """Offer to remove the record and leave the secrets, where the keychain refuses."""
        if self._question is not None:
            self._question.offer_record_only()

    def focus_point(self, requirement: str) -> None:
        """Put the focus on what can be done about a point, where it has just changed."""
        for way in ("unaccept", "accept"):
            button = self.findChild(Button, f"{way}:{requirement}")
            if button is not None:
                button.setFocus()
                return

    def _build(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for title, name, told in (
            (tr("Changed since it was last good"), "changed", points.changed(self.story)),
            (tr("Never fitted"), "never", points.never_fitted(self.story)),
            (tr("Could not be read"), "unread", points.not_read(self.story)),
        ):
            if told:
                self._add_points(column, title, name, told)
        self._add_tables(column)
        if self.story.runs or self.story.said:
            column.addSpacing(theme.GRID)
            column.addWidget(heading(tr("History")))
            column.addWidget(HistoryCard(self.story))
        return holder

    def _add_points(self, column: QVBoxLayout, title: str, name: str, told: Sequence[Told]) -> None:
        column.addWidget(heading(title))
        card = Card(padding=0)
        card.setObjectName(f"points:{name}")
        card.setAccessibleName(title)
        card.body.setSpacing(0)
        for each in told:
            card.body.addWidget(Point(each, self._what_to_do()))
        column.addWidget(card)
        column.addSpacing(theme.GRID)

    def _add_tables(self, column: QVBoxLayout) -> None:
        rows = by_section(of_finding(each) for each in self.story.findings)
        changed = {each.drift.requirement for each in self.story.changed}
        for title, state in _IN_ORDER:
            some = [row for row in rows if row.state is state and row.requirement not in changed]
            self._groups.add(column, title, some, self._actions())

    def _what_to_do(self) -> Ways:
        def accept(word: Accepted) -> None:
            self.accept.emit(word)

        def unaccept(word: Accepted) -> None:
            self.unaccept.emit(word)

        mend = self.mend.emit if self.story.profile is not None else None
        return Ways(mend, accept, unaccept, self._actions(), self._person)

    def _actions(self) -> Actions:
        """Give what rows can ask for here: a word on a row is given in the wizard."""
        return Actions(_nothing, _nothing, self._open_url, lambda: None, may_say=False)


def _nothing(_: str) -> None:
    """Do nothing: what would ask for it is not shown."""

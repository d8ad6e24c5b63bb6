"""Finding HaloPSA: its address, then what stands behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from wizard.language import mark, tr
from wizard.ui import theme
from wizard.ui.pages.base import StepPage
from wizard.ui.widgets.copy_button import CopyButton
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.states import StateMark
from wizard.ui.widgets.surface import Card
from wizard.ui.widgets.text import Text
from wizard.ui.widgets.value import Value

FACTS = (
    ("web", mark("Web address")),
    ("resource_server", mark("Resource Server")),
    ("authorisation_server", mark("Authorisation Server")),
    ("tenant", mark("Tenant")),
    ("version", mark("Version")),
)
_ASSUMED = mark(
    "Something answers here, but does not say that it is HaloPSA. Compare with API Details before"
    " you go on."
)
_NAMES = tuple(name for name, _ in FACTS)


class InstancePage(StepPage):
    """The address, and what was found behind it."""

    def build_work(self) -> None:
        """Put the inputs, and what is found under them."""
        self._place = QVBoxLayout()
        self._found: QWidget | None = None
        self._shown: dict[str, str] = {}
        self.changed.connect(self.refresh)  # another address makes void what was found
        self.add_form()
        self.column.addLayout(self._place)

    def refresh(self) -> None:
        """Show what was found."""
        answers = self.flow.state.answers
        facts = {name: answers[name] for name in (*_NAMES, "notes", "assumed") if name in answers}
        if facts == self._shown:
            return
        self._shown = facts
        if self.instruction is not None:
            self.instruction.offer(self.link())
        self.fill()  # else an empty Tenant field would take back the one that was found
        if self._found is not None:
            discard(self._found)
            self._found = None
        if "resource_server" not in facts:
            return
        self._found = self._card()
        self._place.addWidget(self._found)

    def _card(self) -> QWidget:
        answers = self.flow.state.answers
        card = Card()
        card.setObjectName("found")
        if "assumed" in answers:
            mark = StateMark("unknown", theme.Tone.UNKNOWN, tr(_ASSUMED))
        else:
            mark = StateMark("met", theme.Tone.MET, tr("Found. Compare with API Details."))
        card.body.addWidget(mark)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID // 2)
        grid.setColumnStretch(1, 1)
        for row, (name, marked) in enumerate(FACTS):
            label = tr(marked)
            grid.addWidget(_label(label), row, 0)
            value = answers.get(name, "")
            if value:
                shown = Value(value, label)
                grid.addWidget(shown, row, 1)
                grid.addWidget(CopyButton(label, shown.text), row, 2)
            else:
                grid.addWidget(
                    Text(tr("none") if name == "tenant" else tr("not shown"), muted=True), row, 1
                )
        card.body.addLayout(grid)
        for note in answers.get("notes", "").splitlines():
            card.body.addWidget(Text(note, muted=True))
        return card


def _label(text: str) -> Text:
    label = Text(text, muted=True)
    label.setWordWrap(False)
    label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return label

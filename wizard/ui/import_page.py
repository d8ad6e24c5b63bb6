"""What is in a file with setups, and what becomes of those that are here already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.fleet.arriving import Arriving
from wizard.fleet.names import name_of
from wizard.language import mark, plural, tr
from wizard.ui import theme
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.radio import Radio
from wizard.ui.widgets.surface import Strip, page_column
from wizard.ui.widgets.text import Text

_WIDEST = 840  # px
_SHOWN = 12  # names of a kind; who has more knows them by their file


class ImportPage(QWidget):
    """Shows what would come in. `taken`: it is to, and whether in the place of what is here."""

    taken = Signal(bool)

    def __init__(self, found: Arriving) -> None:
        super().__init__()
        self._column = page_column(self, widest=_WIDEST, spacing=theme.GRID)
        self._some_of(
            plural(
                len(found.new),
                mark("{number} setup is new here."),
                mark("{number} setups are new here."),
            ),
            [name_of(each) for each in found.new],
        )
        self._replace = Radio(tr("Take the &file's instead; secrets of the same application stay"))
        if found.here:
            self._ask_about(found)
        if found.unknown_profiles:
            self._warn(found)
        self._take = Button(tr("&Import"), "import")
        self._take.set_primary(True)
        self._take.clicked.connect(lambda: self.taken.emit(self._replace.isChecked()))
        self._column.addSpacing(theme.GRID)
        self._column.addWidget(self._take)
        self._column.addStretch(1)
        self._replace.toggled.connect(lambda on: self._take.setEnabled(on or bool(found.new)))
        self._take.setEnabled(bool(found.new))

    def _some_of(self, head: str, names: list[str]) -> None:
        title = Text(head)
        title.setFont(theme.scaled(title.font(), 1, theme.BOLD))
        self._column.addWidget(title)
        lines = names[:_SHOWN]
        if len(names) > _SHOWN:
            lines.append(tr("and {number} more", number=len(names) - _SHOWN))
        if lines:
            self._column.addLayout(bullets(lines))

    def _ask_about(self, found: Arriving) -> None:
        self._some_of(
            plural(
                len(found.here),
                mark("{number} setup is here already."),
                mark("{number} setups are here already."),
            ),
            [name_of(each) for each in found.here],
        )
        keep = Radio(tr("&Leave them as they are"))
        keep.setObjectName("leave")
        keep.setChecked(True)
        self._replace.setObjectName("replace")
        for radio in (keep, self._replace):
            self._column.addWidget(radio)

    def _warn(self, found: Arriving) -> None:
        strip = Strip("warning", theme.Tone.UNKNOWN, name="unknown-profiles")
        strip.say(tr("Some follow guides that are not here. Open their profile files afterwards:"))
        strip.inner.addLayout(bullets(found.unknown_profiles))
        self._column.addWidget(strip)

"""What is in a file with setups, and what becomes of those that are here already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wizard.fleet.arriving import Arriving
from wizard.fleet.names import name_of
from wizard.language import mark, plural, tr
from wizard.ui import theme
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.radio import Radio
from wizard.ui.widgets.surface import Strip, page_column
from wizard.ui.widgets.text import Text

_SHOWN = 12  # names of a kind; who has more knows them by their file


class ImportPage(QWidget):
    """Shows what would come in. `changed`: the person wishes otherwise."""

    changed = Signal()

    def __init__(self, found: Arriving) -> None:
        super().__init__()
        self._some_new = bool(found.new)
        self._column = page_column(self, spacing=theme.GRID)
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
        self._column.addStretch(1)
        self._replace.toggled.connect(self.changed)

    @property
    def replace(self) -> bool:
        """Tell whether what is in the file takes the place of what is here."""
        return self._replace.isChecked()

    @property
    def changes(self) -> bool:
        """Tell whether anything would come in."""
        return self.replace or self._some_new

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
        self._column.addSpacing(theme.GRID)
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
        self._column.addSpacing(theme.GRID)
        self._column.addWidget(strip)

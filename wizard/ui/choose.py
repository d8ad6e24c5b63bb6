"""Choosing the integration: a card for each guide, searchable; what it needs before the start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wizard.language import tr
from wizard.profiles.schema import Profile
from wizard.ui import theme
from wizard.ui.translation import day
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.surface import Card, Strip
from wizard.ui.widgets.text import Text

_SIDE = 38 * theme.GRID  # px


class ProfileCard(Card):
    """One integration; chosen by click, Space or the arrow keys, started by Enter."""

    chosen = Signal(str)
    started = Signal(str)

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        self.profile = profile
        self._checked = False
        self.setObjectName(f"card:{profile.id}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body.setSpacing(theme.GRID // 2)
        name = Text(profile.name)
        name.setFont(theme.scaled(name.font(), 1.1, theme.BOLD))
        source = profile.source
        guide = tr(
            "{title} · {publisher} · seen {day}",
            title=source.title,
            publisher=source.publisher,
            day=day(source.seen),
        )
        for text in (name, Text(profile.summary), Text(guide, muted=True)):
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self.body.addWidget(text)
        self.setAccessibleDescription(profile.summary)
        self.choose(False)

    def choose(self, chosen: bool) -> None:
        """Show whether this is the chosen one."""
        self._checked = chosen
        name = self.profile.name
        self.setAccessibleName(tr("{name}, chosen", name=name) if chosen else name)
        self.update()

    def ground(self) -> tuple[QColor, QColor]:
        """Give the colours of ground and border: the chosen one stands out."""
        ground, border = super().ground()
        palette = QGuiApplication.palette()
        accent = theme.colour(theme.Tone.ACCENT, palette)
        if self._checked:
            return theme.tint(theme.Tone.ACCENT, palette), accent
        return ground, accent if self.hasFocus() else border

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(self.profile.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Start it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.started.emit(self.profile.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Choose with Space, move with the arrow keys."""
        if event.key() == Qt.Key.Key_Space:
            self.chosen.emit(self.profile.id)
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class ChoosePage(QWidget):
    """Cards at the left, what the chosen one needs at the right."""

    chosen = Signal(str)
    started = Signal(str)

    def __init__(self, profiles: Sequence[Profile]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * theme.GRID, theme.GRID, 3 * theme.GRID, 3 * theme.GRID)
        row.setSpacing(2 * theme.GRID)
        left = QVBoxLayout()
        left.setSpacing(theme.GRID)
        self.search = self._search_field()
        left.addWidget(self.search)
        self._cards = [ProfileCard(profile) for profile in profiles]
        for card in self._cards:
            card.chosen.connect(self.choose)
            card.started.connect(self.started)
            left.addWidget(card)
        self._nothing = Text(tr("No integration of this name."), muted=True)
        self._nothing.hide()
        left.addWidget(self._nothing)
        left.addStretch(1)
        row.addLayout(left, 1)
        self._side = QVBoxLayout()
        row.addLayout(self._side)
        self._needs: QWidget | None = None
        self.profile: Profile | None = None
        self._tell(None)

    def choose(self, profile_id: str) -> None:
        """Choose an integration and show what it needs."""
        self.profile = None
        for card in self._cards:
            card.choose(card.profile.id == profile_id)
            if card.profile.id == profile_id:
                self.profile = card.profile
                card.setFocus()
        self._tell(self.profile)
        self.chosen.emit(profile_id)

    def _search_field(self) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName("search")
        field.setMinimumHeight(theme.FIELD)
        field.setPlaceholderText(tr("Search integrations"))
        field.setAccessibleName(tr("Search integrations"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._filter)
        return field

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for card in self._cards:
            profile = card.profile
            known = f"{profile.name} {profile.summary} {profile.source.publisher}".casefold()
            card.setVisible(all(word in known for word in words))
        self._nothing.setVisible(all(card.isHidden() for card in self._cards))

    def _tell(self, profile: Profile | None) -> None:
        if self._needs is not None:
            discard(self._needs)
        self._needs = _needs(profile)
        self._side.addWidget(self._needs)


def _needs(profile: Profile | None) -> QWidget:
    holder = QWidget()
    holder.setFixedWidth(_SIDE)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GRID)
    card = Card()
    column.addWidget(card)
    column.addStretch(1)
    if profile is None:
        hint = tr("Choose an integration to see what you need for it.")
        card.body.addWidget(Text(hint, muted=True))
        return holder
    head = Text(tr("Before you start"))
    head.setFont(theme.scaled(head.font(), 1.1, theme.BOLD))
    card.body.addWidget(head)
    nothing = tr("Nothing beyond a HaloPSA sign-in.")
    card.body.addLayout(bullets(profile.prerequisites or (nothing,)))
    if profile.source.gaps:
        gaps = Strip("info", theme.Tone.ACCENT, tr("Not in the guide:"))
        gaps.inner.addLayout(bullets(profile.source.gaps))
        column.insertWidget(1, gaps)
    return holder

"""The card of one integration: what it asks for, what it wants back, and from which guide."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wizard.language import day, tr
from wizard.profiles.schema import Profile
from wizard.setup.asks import asks, wants_back
from wizard.ui import theme
from wizard.ui.widgets.instruction import bullets
from wizard.ui.widgets.radio import RadioCard
from wizard.ui.widgets.surface import Card, Strip
from wizard.ui.widgets.text import Text

_SIDE = 38 * theme.GRID  # px


class ProfileCard(RadioCard):
    """One integration: a radio button, and a click anywhere on the card chooses it.

    `started`: it was double-clicked.
    """

    started = Signal()

    def __init__(self, profile: Profile) -> None:
        super().__init__(f"card:{profile.id}", profile.name)
        self.profile = profile
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.body.setSpacing(theme.GRID // 2)
        self.setAccessibleName(profile.name)
        name = Text(profile.name)
        name.setFont(theme.scaled(self.font(), 1.1, theme.BOLD))
        name.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(name, 1)
        self.body.addLayout(head)
        source = profile.source
        lines = [
            (profile.summary, False),
            (_asks(profile), False),
            (_wants_back(profile), False),
            (
                tr(
                    "Guide: {title} · {publisher} · seen {day}",
                    title=source.title,
                    publisher=source.publisher,
                    day=day(source.seen),
                ),
                True,
            ),
        ]
        words = QVBoxLayout()
        words.setContentsMargins(self.radio.sizeHint().width() + theme.GRID, 0, 0, 0)
        words.setSpacing(theme.GRID // 2)
        for line, muted in lines:
            text = Text(line, muted=muted)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            words.addWidget(text)
        self.body.addLayout(words)
        self.radio.setAccessibleDescription("\n".join(line for line, _ in lines))

    def matches(self, words: list[str]) -> bool:
        """Tell whether every word is in its name, summary or publisher."""
        profile = self.profile
        known = f"{profile.name} {profile.summary} {profile.source.publisher}".casefold()
        return all(word in known for word in words)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.choose()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Start it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.started.emit()


def needs(profile: Profile | None, under: QWidget | None = None) -> QWidget:
    """Give what stands beside the cards: what the chosen one needs, and `under` it the rest."""
    holder = QWidget()
    holder.setFixedWidth(_SIDE)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.GRID)
    card = Card()
    column.addWidget(card)
    if profile is None:
        hint = tr("Choose an integration to see what you need for it.")
        card.body.addWidget(Text(hint, muted=True))
    else:
        head = Text(tr("Before you start"))
        head.setFont(theme.scaled(head.font(), 1.1, theme.BOLD))
        card.body.addWidget(head)
        nothing = tr("Nothing beyond a HaloPSA sign-in.")
        card.body.addLayout(bullets(profile.prerequisites or (nothing,)))
        if profile.source.gaps:
            gaps = Strip("info", theme.Tone.ACCENT, tr("Not in the guide:"))
            gaps.inner.addLayout(bullets(profile.source.gaps))
            column.addWidget(gaps)
    if under is not None:
        column.addWidget(under)
    column.addStretch(1)
    return holder


def _asks(profile: Profile) -> str:
    return tr("Asks for: {wanted}", wanted=asks(profile) or tr("nothing to set in HaloPSA"))


def _wants_back(profile: Profile) -> str:
    return tr("Wants back: {fields}", fields=wants_back(profile) or tr("nothing"))

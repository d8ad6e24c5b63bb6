"""What a connection looks like: which profile fits, what differs, and which others there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from wizard.checks.fit import Fit
from wizard.language import listed, mark, plural, series, tr
from wizard.setup.adopt import Proposal
from wizard.setup.steps import Choice
from wizard.ui import theme, wording
from wizard.ui.rows import by_section, of_finding
from wizard.ui.widgets.choices import ChoiceCard
from wizard.ui.widgets.details import Actions
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.group import Groups
from wizard.ui.widgets.refused import Refused
from wizard.ui.widgets.removal import discard
from wizard.ui.widgets.surface import Strip, page_column
from wizard.ui.widgets.text import Text, heading

_NEAREST = 3  # profiles that are shown at once


class ProposalPage(QWidget):
    """One sentence, what differs, and the other profiles. `chosen` carries a profile's id."""

    chosen = Signal(str)
    hold = Signal()

    def __init__(self, proposal: Proposal, open_url: Callable[[str], None]) -> None:
        super().__init__()
        self._proposal = proposal
        self._actions = Actions(_ignore, _ignore, open_url, lambda: None, may_say=False)
        self._column = page_column(self)
        self._column.addWidget(self._verdict())
        self._refused = Refused(tr("Adopt, and hold it for this &session only"))
        self._refused.hold.connect(self.hold)
        self._column.addWidget(self._refused)
        if not proposal.administrator:
            self._column.addWidget(Strip("info", theme.Tone.UNKNOWN, self._unseen(), name="unseen"))
        self._choice = QButtonGroup(self)
        self._groups = Groups()
        self.fit: Fit | None = None
        self._differences: QWidget | None = None
        self._place = QVBoxLayout()
        self._place.setSpacing(theme.GRID)
        if len(proposal.best) == 1:
            self._column.addLayout(self._place)
            self._add_others()
            self.choose(proposal.best[0].profile.id)
        else:
            self._add_candidates(max(_NEAREST, len(proposal.best)))
            self._column.addLayout(self._place)
        self._column.addStretch(1)

    def choose(self, profile_id: str) -> None:
        """Choose a profile and show what differs."""
        for radio in self._choice.buttons():
            if radio.objectName() == f"input:profile:{profile_id}":
                radio.setChecked(True)

    def offer_to_hold(self) -> None:
        """Offer to hold the secrets in memory, where the keychain does not take them."""
        self._refused.tell(tr("Nothing was saved. The wizard still has the secret in memory."))

    def _verdict(self) -> Strip:
        best = self._proposal.best
        if len(best) == 1:
            looks = tr(
                "This looks like {vendor}: {counted}.",
                vendor=best[0].profile.name,
                counted=counted(best[0]),
            )
            clean = not best[0].missing and not best[0].unknown
            tone = theme.Tone.MET if clean else theme.Tone.ACCENT
            strip = Strip("met" if clean else "info", tone, looks, name="verdict")
        elif best:
            vendors = listed([each.profile.name for each in best])
            said = tr("It fits {vendors} equally well. Choose the one it is.", vendors=vendors)
            strip = Strip("unknown", theme.Tone.UNKNOWN, said, name="verdict")
        else:
            said = tr("It does not look like any of the integrations. Choose the one it is.")
            strip = Strip("unknown", theme.Tone.UNKNOWN, said, name="verdict")
        strip.text.setFont(theme.scaled(self.font(), 1.2, theme.BOLD))
        strip.setAccessibleName(strip.text.plain)
        strip.inner.addWidget(Text(self._who()))
        return strip

    def _who(self) -> str:
        """Say whose connection it is."""
        agent, application = self._proposal.agent, self._proposal.application
        where = wording.instance(self._proposal.answers)
        if agent and application:
            return tr(
                "The application “{application}” logs in to {instance} as the agent “{agent}”.",
                application=application,
                instance=where,
                agent=agent,
            )
        if agent:
            return tr(
                "It logs in to {instance} as the agent “{agent}”.", instance=where, agent=agent
            )
        return tr("Which agent of {instance} it logs in as could not be seen.", instance=where)

    def _unseen(self) -> str:
        """Say what could not be seen, and what the proposal rests on then."""
        rests = tr(
            "Only the connection's own id and secret looked: the proposal rests on its permissions,"
            " on who it logs in as, and on what it can read. What they do not show is unknown."
        )
        blind = self._proposal.blind
        return f"{blind.happened} {rests}" if blind is not None else rests

    def _add_candidates(self, shown: int) -> None:
        """Put a card for each profile: so many of the nearest, and the others folded away."""
        near, far = self._proposal.fits[:shown], self._proposal.fits[shown:]
        self._column.addWidget(heading(tr("Adopt it as")))
        self._column.addWidget(self._cards(near))
        if far:
            one, many = mark("{number} other integration"), mark("{number} other integrations")
            self._add_fold(plural(len(far), one, many), self._cards(far))

    def _add_others(self) -> None:
        """Put the cards folded away, where it is clear what it looks like."""
        if len(self._proposal.fits) > 1:
            self._add_fold(tr("Adopt it as another integration"), self._cards(self._proposal.fits))

    def _add_fold(self, title: str, cards: QWidget) -> None:
        self._column.addWidget(Fold("others", cards, title))
        self._column.addWidget(cards)

    def _cards(self, fits: Sequence[Fit]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for fit in fits:
            column.addWidget(self._card(fit))
        return holder

    def _card(self, fit: Fit) -> ChoiceCard:
        card = ChoiceCard("profile", Choice(fit.profile.id, fit.profile.name, counted(fit)))
        self._choice.addButton(card.radio)
        card.radio.toggled.connect(lambda on: self._toggled(fit, on))
        return card

    def _toggled(self, fit: Fit, on: bool) -> None:
        if not on:
            return
        self.fit = fit
        if self._differences is not None:
            discard(self._differences)
        self._differences = self._differ(fit)
        self._place.addWidget(self._differences)
        self.chosen.emit(fit.profile.id)

    def _differ(self, fit: Fit) -> QWidget:
        """Give what differs, with what is unknown folded away."""
        holder = QWidget()
        holder.setObjectName("differences")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        differs = tr("What differs from the guide of {vendor}", vendor=fit.profile.name)
        column.addWidget(heading(differs))
        if not (fit.differences or fit.followers):
            column.addWidget(Text(tr("Nothing differs.")))
        groups = (
            (mark("Missing"), fit.missing, True),
            (mark("More than the guide asks"), fit.excess, True),
            (mark("Unknown"), fit.unknown, False),
        )
        for title, findings, unfolded in groups:
            rows = by_section(of_finding(each) for each in findings)
            self._groups.add(column, title, rows, self._actions, unfolded=unfolded)
        if fit.followers:
            follow = plural(
                len(fit.followers),
                mark("{number} more row follows from these, and is mended with them."),
                mark("{number} more rows follow from these, and are mended with them."),
            )
            column.addWidget(Text(follow, muted=True))
        return holder


def counted(fit: Fit) -> str:
    """Say how much is as the guide asks, and how much differs."""
    if fit.met == fit.asked and not fit.excess:
        one = many = mark("all {number} rows are as its guide asks")
        return plural(fit.asked, one, many)
    parts = [tr("{met} of {asked} rows are as its guide asks", met=fit.met, asked=fit.asked)]
    if fit.missing:
        parts.append(tr("{number} missing", number=len(fit.missing)))
    if fit.unknown:
        parts.append(tr("{number} unknown", number=len(fit.unknown)))
    if fit.excess:
        parts.append(tr("{number} beyond it", number=len(fit.excess)))
    return series(parts)


def _ignore(_: str) -> None:
    """Take a word that nobody can give here."""

"""Who is signed in to HaloPSA, or what to do about it."""

from __future__ import annotations

from wizard.language import tr
from wizard.problems import Problem
from wizard.ui import theme
from wizard.ui.widgets.beside import Beside
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.surface import Strip
from wizard.ui.widgets.text import Text


class Who(Strip):
    """Says who is signed in, or what to do about it."""

    def __init__(self) -> None:
        super().__init__("person", theme.Tone.TODO, name="who")
        self.text.setObjectName("who:text")
        self.text.setFont(theme.scaled(self.font(), 1.1, theme.BOLD))
        self._more = Text()
        self.inner.addWidget(self._more)
        self.open_again = Button(tr("Open the browser a&gain"), "open-again", icon="open")
        self.copy = Button(tr("Cop&y the address"), "copy-address", icon="copy")
        self.sign_out = Button(tr("Sign o&ut"), "sign-out")
        self.sign_out.setAccessibleDescription(
            tr("Forgets the sign-in, in memory and keychain, for every setup of this HaloPSA")
        )
        self.inner.addWidget(Beside(self.open_again, self.copy, self.sign_out))

    def show_nobody(self, *, made: bool) -> None:
        """Show that nobody is signed in; `made`: the application is there."""
        more = (
            tr("Choose Sign in with the browser.")
            if made
            else tr("Make the application below, enter its Client ID, then choose Sign in.")
        )
        self._tell(theme.Tone.TODO, tr("Nobody is signed in"), more)

    def show_kept(self) -> None:
        """Show that there is a sign-in of an earlier run."""
        more = tr("The next check goes on with it, or asks you to sign in again.")
        self._tell(theme.Tone.TODO, tr("You stay signed in on this workstation"), more)
        self.sign_out.show()

    def show_waiting(self) -> None:
        """Show that the browser is to come back."""
        more = tr("Sign in to HaloPSA there and choose Allow. Then this page goes on by itself.")
        self._tell(theme.Tone.ACCENT, tr("Waiting for the browser"), more)
        self.open_again.show()
        self.copy.show()

    def show_person(self, name: str, *, lacking: bool) -> None:
        """Show who is signed in; `lacking`: there are things that this person may not see."""
        said = tr("Signed in as {name}", name=name)
        if lacking:
            more = tr(
                "{name} may not see all that is checked here. Let an administrator of HaloPSA sign"
                " in, or go on: each step then has a text to send to one.",
                name=name,
            )
            self._tell(theme.Tone.UNKNOWN, said, more)
        else:
            more = tr("The wizard sees what {name} may see, and changes nothing.", name=name)
            self._tell(theme.Tone.MET, said, more)
        self.sign_out.show()

    def show_problem(self, problem: Problem) -> None:
        """Show why there is no sign-in."""
        self._tell(theme.Tone.UNKNOWN, problem.happened, problem.remedy)

    def _tell(self, tone: theme.Tone, text: str, more: str) -> None:
        for button in (self.open_again, self.copy, self.sign_out):
            button.hide()
        icons = {theme.Tone.MET: "met", theme.Tone.UNKNOWN: "warning"}
        self.restyle(icons.get(tone, "person"), tone)
        self.say(text)
        self._more.say(more)
        self.setAccessibleName(f"{text}. {more}")

"""A technician who does by hand what the window says, in the practice instance's web pages.

What to set is read from the window's rows, and where from the address that its button opened: the
window alone tells this person what to do.
"""

from __future__ import annotations

from collections.abc import Callable

from tests.end_to_end.browser import Browser
from tests.end_to_end.window import RealWindow, Row

_METHOD = "Authentication Method"


class ByHand:
    """One person with the window on one side and a browser on the other."""

    def __init__(
        self, window: RealWindow, browser: Browser, opened: Callable[[], list[str]]
    ) -> None:
        """`opened` gives the addresses that the window opened in the browser so far."""
        self._window = window
        self._browser = browser
        self._opened = opened

    def work(self, step: str) -> None:
        """Do what a step asks."""
        {
            "admin_application": self._admin_application,
            "agent": self._agent,
            "permissions": self._permissions,
            "teams": self._teams,
            "application": self._application,
            "credentials": self._credentials,
            "scopes": self._scopes,
        }.get(step, lambda: None)()

    def _admin_application(self) -> None:
        rows = self._window.look().rows
        administrator = self._administrator()
        self._open()
        self._browser.follow("New")
        fields, scopes = _apart(rows)
        self._choose_method(fields)
        for row in fields:
            vague = row.label == "Agent to log in as"  # the row asks for any administrator
            self._browser.fill(row.label, administrator if vague else row.asks)
        self._copy("admin_client_id", "admin_client_secret")
        self._tick(scopes)

    def _agent(self) -> None:
        self._open()
        self._browser.follow("New")
        for row in self._window.look().rows:
            self._browser.fill(row.label, row.asks)
        self._browser.press("Save")

    def _permissions(self) -> None:
        self._open_agent()
        self._browser.follow("Permissions")
        for row in self._window.look().rows:
            self._browser.fill(row.label, row.asks)
        self._browser.press("Save")

    def _teams(self) -> None:
        self._open_agent()
        self._browser.follow("Departments & Teams")
        self._browser.fill("1st Line Support", "ticked")
        self._browser.press("Save")

    def _application(self) -> None:
        self._open()
        self._browser.follow("New")
        rows = self._window.look().rows
        self._choose_method(rows)
        for row in rows:
            self._browser.fill(row.label, row.asks)

    def _credentials(self) -> None:
        # The page of the application is still open, as the window asked.
        self._copy("client_id", "client_secret")

    def _scopes(self) -> None:
        self._tick(self._window.look().rows)

    def _open(self) -> None:
        before = len(self._opened())
        self._window.click("open-in-halo")
        self._window.until(lambda _: len(self._opened()) > before, "the browser")
        self._browser.open(self._opened()[-1])

    def _open_agent(self) -> None:
        self._open()
        if "Permissions" not in self._browser.page.links:  # the list of agents
            self._browser.follow("Liongard")

    def _choose_method(self, rows: list[Row]) -> None:
        (method,) = (row.asks for row in rows if row.label == _METHOD)
        self._browser.fill(_METHOD, method)
        self._browser.press("Choose this method")

    def _copy(self, id_input: str, secret_input: str) -> None:
        """Copy id and secret, save in HaloPSA, and correct the id, which that changes."""
        shown = self._browser.page.codes
        self._window.enter(id_input, shown["client_id"])
        self._window.enter(secret_input, shown["client_secret"])
        self._browser.press("Save")
        self._window.enter(id_input, self._browser.page.codes["client_id"])

    def _tick(self, rows: list[Row]) -> None:
        """Tick rows on the Permissions tab of the open application."""
        self._browser.follow("Permissions")
        for row in rows:
            self._browser.fill(row.label, row.asks)
        self._browser.press("Save")

    def _administrator(self) -> str:
        """Find an agent who is an administrator, as a technician knows one."""
        self._open()
        self._browser.open("/config/agents/agents")
        agents = [words for words, link in self._browser.page.links.items() if "agentid=" in link]
        for name in agents:
            self._browser.open("/config/agents/agents")
            self._browser.follow(name)
            if "Permissions" not in self._browser.page.links:
                continue
            self._browser.follow("Permissions")
            if self._browser.chosen("Is a HaloPSA Administrator") == "Yes":
                return name
        raise AssertionError("no agent is an administrator")


def _apart(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """Part the fields of the Details tab from the boxes of the Permissions tab."""
    boxes = [row for row in rows if row.asks == "ticked"]
    return [row for row in rows if row not in boxes], boxes

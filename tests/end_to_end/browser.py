"""A browser for the practice instance's pages: links, fields and buttons by the words on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx


@dataclass
class Field:
    """One field of a form: a text, a choice (options by their words), or a box to tick."""

    name: str
    kind: str
    value: str = ""
    ticked: bool = False
    options: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """What a person sees of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.buttons: dict[str, tuple[str, str]] = {}
        self.fields: dict[str, Field] = {}  # by label in small letters
        self.hidden: dict[str, str] = {}
        self.action = ""
        self.codes: dict[str, str] = {}  # what stands in <code>, by its id
        self._by_id: dict[str, Field] = {}
        self._labels: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str]]] = []
        self._text = ""
        self._tick: Field | None = None
        self._choice: Field | None = None
        self.feed(html)
        for target, label in self._labels.items():
            self.fields[label.casefold()] = self._by_id[target]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.action = has["action"]
        elif tag == "input":
            self._input(has)
        elif tag == "select":
            self._choice = self._by_id[has["id"]] = Field(has["name"], "choice")
        elif tag in ("a", "button", "label", "code", "option"):
            self._open.append((tag, has))
            self._text = ""

    def handle_data(self, data: str) -> None:
        self._text += data

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            return
        _, has = self._open.pop()
        text = " ".join(self._text.split())
        if tag == "a":
            self.links[text] = has["href"]
        elif tag == "button":
            self.buttons[text] = (has.get("name", ""), has.get("value", ""))
        elif tag == "code" and "id" in has:
            self.codes[has["id"]] = text
        elif tag == "option" and self._choice is not None:
            self._choice.options[text] = has["value"]
            if "selected" in has:
                self._choice.value = has["value"]
        elif tag == "label" and "for" in has:
            self._labels[has["for"]] = text
        elif tag == "label" and self._tick is not None:
            self.fields[text.casefold()] = self._tick

    def _input(self, has: dict[str, str]) -> None:
        kind = has.get("type", "text")
        if kind == "hidden":
            self.hidden[has["name"]] = has["value"]
        elif kind == "checkbox":
            self._tick = Field(has["name"], "tick", ticked="checked" in has)
        else:
            self._by_id[has["id"]] = Field(has["name"], "text", has["value"])


class Browser:
    """One open page at a time."""

    def __init__(self) -> None:
        self._http = httpx.Client(follow_redirects=True)
        self._address = ""
        self.page = Page("")

    def open(self, address: str) -> None:
        """Open an address, or one relative to the open page."""
        self._show(self._http.get(urljoin(self._address, address)))

    def follow(self, words: str) -> None:
        """Choose a link."""
        self.open(self.page.links[words])

    def fill(self, label: str, value: str) -> None:
        """Fill in a field, choose an option by its words, or tick a box ("ticked")."""
        found = self.page.fields[label.casefold()]
        if found.kind == "choice":
            found.value = found.options[value]
        elif found.kind == "tick":
            found.ticked = value == "ticked"
        else:
            found.value = value

    def chosen(self, label: str) -> str:
        """Give the words of the option that is chosen."""
        found = self.page.fields[label.casefold()]
        return next((words for words, code in found.options.items() if code == found.value), "")

    def press(self, words: str) -> None:
        """Press a button of the page's form."""
        name, value = self.page.buttons[words]
        form = dict(self.page.hidden) | ({name: value} if name else {})
        for each in self.page.fields.values():
            if each.kind != "tick":
                form[each.name] = each.value
            elif each.ticked:
                form[each.name] = "on"
        self._show(self._http.post(urljoin(self._address, self.page.action), data=form))

    def close(self) -> None:
        self._http.close()

    def _show(self, answer: httpx.Response) -> None:
        assert answer.status_code == 200, f"{answer.url}: {answer.status_code}"
        self._address = str(answer.url)
        self.page = Page(answer.text)

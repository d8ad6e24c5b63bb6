"""Texts of a tenant as a report may show them: in sight, in their place, and not too long."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

from wizard.language import tr

LONGEST = 1000  # characters; more of one text tells a reader no more
_IN_PLACE_OF_IT = "\N{REPLACEMENT CHARACTER}"
_JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"  # some scripts are written with them
_MOST_MARKS = 4  # on one letter; more of them paint over the lines above and below


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Give the text on one line, shortened, with what cannot be seen made visible.

    Control characters, and those that turn or hide what stands around them, become U+FFFD. The
    result can stand in XML and in HTML, once it is escaped.
    """
    if len(text) > LONGEST:
        shown = plain(text[:LONGEST])
        return tr("{text} … ({number} characters in all)", text=shown, number=len(text))
    if text.isascii() and text.isprintable():
        return text
    return "".join(_seen(text))


def web_link(address: str | None) -> str | None:
    """Give the address where a browser may follow it: http and https only, without user names."""
    if address is None or not address.isascii() or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    web = parts.scheme in ("http", "https") and parts.netloc and "@" not in parts.netloc
    return address if web else None


def _seen(text: str) -> list[str]:
    shown: list[str] = []
    marks = 0
    for char in text:
        kind = unicodedata.category(char)
        marks = marks + 1 if kind in ("Mn", "Me") else 0
        if char in "\t\n\r" or kind in ("Zs", "Zl", "Zp"):
            shown.append(" ")
        elif kind in ("Cc", "Cf", "Cs", "Cn", "Co") and char not in _JOINERS:
            shown.append(_IN_PLACE_OF_IT)
        elif marks <= _MOST_MARKS:
            shown.append(char)
    return shown

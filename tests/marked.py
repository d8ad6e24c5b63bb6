"""A language that marks what it translates, so that a text that nobody asked it for is seen.

Every text becomes ⟦…⟧ and every value in it ⟨…⟩. What then stands outside of ⟦…⟧, or as a value
inside, must be a value: of Halo, of a profile, an id. Anything else slipped through in English.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

import msgspec

from wizard.halo.permissions import permission_table
from wizard.halo.probes import probe_table
from wizard.halo.scopes import scope_table
from wizard.language import speak
from wizard.profiles.requirements import CHECKABLE_AGENT_FIELDS

_PLACE = re.compile(r"\{(\w+)\}")
# Codes, numbers, calls and claims, as Halo and HTTP write them.
_CODE = re.compile(
    r"\W*|\[\w+\.\w+\]|\d+(?:\.\d+)?|\d{4}-\d\d-\d\d|(?:GET )?(?:/\w+)+|HTTP \d+|\w+=.*"
    r"|id_token|access_token|https?://\S+|\d{3} \w+: .*"  # the last: HaloPSA's own words
)
# Where the work is in HaloPSA, as its menus and fields are called (halo-api.md §9), and the name
# of the wizard's own application.
_HALO = {
    "Access & Security",
    "Active",
    "Agent to log in as",
    "Allow Agent Logins",
    "Agent",
    "Agents",
    "Application Name",
    "Authentication Method",
    "Authorisation Code (Native Application)",
    "Client ID and Secret (Services)",
    "Client ID",
    "Client Secret",
    "Configuration",
    "Department",
    "Departments & Teams",
    "HaloPSA API",
    "Halo Setup Wizard",
    "Integrations",
    "Login Type",
    "Name",
    "New",
    "No",
    "No Default Team",
    "Not set",
    "Permissions",
    "Redirect URI",
    "Roles",
    "Team",
    "Teams & Agents",
    "Teams",
    "Tenant",
    "Username",
    "View Applications",
    "Yes",
}


@contextmanager
def marked() -> Iterator[None]:
    """Speak the marking language inside."""
    speak(lambda text: "⟦" + _PLACE.sub(r"⟨{\1}⟩", text) + "⟧")
    try:
        yield
    finally:
        speak(None)


def strings(value: object) -> Iterator[str]:
    """Give every string in a record, whatever it is made of."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from strings(key)
            yield from strings(each)
    elif isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from strings(each)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from strings(getattr(value, field.name))
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from strings(getattr(value, name))


def slipped_through(texts: Iterable[str], values: Iterable[str]) -> set[str]:
    """Give what is neither translated nor one of these values, nor Halo's own."""
    known = {*values, *_HALO, *CHECKABLE_AGENT_FIELDS}
    known |= set(strings(tuple(permission_table())))
    known |= set(strings((*probe_table(), *scope_table())))
    return {
        piece
        for text in texts
        for found in _bare(text)
        if found not in known
        for piece in map(str.strip, found.split(" > "))
        if piece not in known and not _CODE.fullmatch(piece)
    }


def _bare(text: str) -> Iterator[str]:
    """Give each piece that is not translated: values, and the text outside."""
    inside, pieces = ["⟨"], [""]
    for character in text:
        if character in "⟦⟨":
            inside.append(character)
            pieces.append("")
        elif character in "⟧⟩":
            piece = pieces.pop()
            if inside.pop() == "⟨":
                yield piece
        else:
            pieces[-1] += character
    yield pieces[0]

"""What a profile's author wrote for people, to be said in the program's language.

Everything else in a profile is what Halo or the vendor calls things, and stays as it is. The texts
of the built-in profiles are translated with the program's own; those of others stay as written.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from wizard.language import tr
from wizard.profiles.schema import ScreenStep, Source

P = TypeVar("P", bound=Struct)

_PROSE = frozenset(
    {
        "gaps",
        "note",
        "prerequisites",
        "purpose",
        "remark",
        "remedy",
        "summary",
        "symptom",
        "text",
        "title",
        "where",
    }
)
# The guide's own title, and the one that the ids of a screen's rows are made of.
_NAMED = frozenset({(Source, "title"), (ScreenStep, "title")})


def spoken(part: P, say: Callable[[str], str] = tr) -> P:
    """Give a profile, or a part of one, with each text for people as `say` says it."""
    said = {}
    for name in part.__struct_fields__:
        prose = name in _PROSE and (type(part), name) not in _NAMED
        said[name] = _spoken(getattr(part, name), say, prose=prose)
    return replace(part, **said)


def _spoken(value: object, say: Callable[[str], str], *, prose: bool) -> object:
    if isinstance(value, Struct):
        return spoken(value, say)
    if isinstance(value, tuple):
        return tuple(_spoken(each, say, prose=prose) for each in value)
    return say(value) if prose and isinstance(value, str) else value

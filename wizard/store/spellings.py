"""The ways in which one known text may stand in a log: quoted, escaped, encoded, and nested.

A text may pass through JSON, Python's repr and URL encoding in any order and depth before it is
logged, and through base64 before all of them (HTTP Basic). Instead of listing the results, a
pattern is built that accepts, character by character, every spelling that these give.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote, quote_plus

from wizard.secret import Secret

# One backslash, as itself or encoded. Four nested escapings put up to 31 before a character.
BACKSLASH = r"(?:\\|%(?:25)*5[Cc]|\\u005[Cc])"
_ESCAPES = rf"{BACKSLASH}{{0,31}}"
_ESCAPED = rf"{BACKSLASH}{{1,31}}"
_NAMED = {"\n": "n", "\r": "r", "\t": "t", "\b": "b", "\f": "f"}
# Longer texts are found by their two ends: a pattern of each character would be too large.
_LONGEST = 512
_END = 64
MARK = 8  # shorter runs stand in too many ordinary words
# Compiled at their first use, and kept by `re`: the first page stands before there is any.
_RUN = rf"[A-Za-z0-9]{{{MARK}}}"
_RUNS = rf"[A-Za-z0-9]{{{MARK},}}"


def pattern_of(secret: Secret) -> re.Pattern[str]:
    """Give the pattern that finds every spelling of the secret."""
    text = secret.reveal()
    coded = [_base64_run(core) + r"[\w+/=-]*" for core in _in_base64(text)]
    spelled = [_loosely(text), *coded]
    return re.compile("|".join(f"(?:{one})" for one in spelled), re.DOTALL)


def marks_of(secret: Secret) -> frozenset[str] | None:
    """Give runs of `MARK` letters and digits, of which each spelling of the secret holds one.

    Nothing ever escapes these, so a text without any of them does not hold the secret. None where
    a spelling has no such run.
    """
    text = secret.reveal()
    found = [re.search(_RUN, each) for each in (text[:_END], *_in_base64(text))]
    return frozenset(each[0] for each in found if each) if all(found) else None


def marks_in(text: str) -> Iterator[str]:
    """Give every `MARK` letters and digits that stand side by side in a text."""
    for run in re.findall(_RUNS, text):
        for start in range(len(run) - MARK + 1):
            yield run[start : start + MARK]


def _loosely(text: str) -> str:
    if len(text) > _LONGEST:
        # Up to the end if it is there; else it was cut off, and the rest of the run belongs to it.
        return rf"{_run(text[:_END])}(?:.*?{_run(text[-_END:])}|\S*)"
    return _run(text)


def _run(text: str) -> str:
    parts: list[str] = []
    after_backslash = True  # nothing can escape the first character from outside
    for is_backslash, group in groupby(text, key="\\".__eq__):
        characters = list(group)
        if is_backslash:
            # As one quantifier, since two beside each other would try each way to share the run.
            parts.append(rf"{BACKSLASH}{{{len(characters)},{32 * len(characters)}}}")
        else:
            parts.append(_spellings(characters[0], "" if after_backslash else _ESCAPES))
            parts += [_spellings(character, _ESCAPES) for character in characters[1:]]
        after_backslash = is_backslash
    return "".join(parts)


def _spellings(character: str, escapes: str) -> str:
    """Give the spellings of one character that is no backslash."""
    if character.isascii() and character.isalnum():
        return character  # nothing ever escapes these
    utf8 = character.encode("utf-8", "surrogatepass")
    utf16 = character.encode("utf-16-be", "surrogatepass")
    units = [utf16[i : i + 2].hex() for i in range(0, len(utf16), 2)]
    ways = [
        escapes + re.escape(character),
        escapes + "".join(rf"%(?:25)*{byte:02x}" for byte in utf8),  # URL encoding
        "".join(rf"{_ESCAPED}u{unit}" for unit in units),  # JSON
        "".join(rf"{_ESCAPED}x{byte:02x}" for byte in utf8),  # repr of bytes
        rf"{_ESCAPED}U{ord(character):08x}",  # ascii()
    ]
    if ord(character) < 256:
        ways.append(rf"{_ESCAPED}x{ord(character):02x}")  # repr of str
    if character in _NAMED:
        ways.append(_ESCAPED + _NAMED[character])
    if character == " ":
        ways += [r"\+", "%(?:25)*2b"]  # in a form; and that encoded once more
    return f"(?i:{'|'.join(ways)})"


def _in_base64(text: str) -> list[str]:
    """Give what base64 makes of the text, at each of the three places it may have in a longer one.

    Only the characters that the text alone decides are looked for, and what follows them goes
    too. OAuth's Basic header takes the text URL-encoded (RFC 6749 §2.3.1) or, in practice, plain.
    """
    plain = text.encode("utf-8", "surrogatepass")
    inner = dict.fromkeys([plain, quote(plain, safe="").encode(), quote_plus(plain).encode()])
    found = []
    for one in inner:
        for before in range(3):
            coded = base64.b64encode(b"\0" * before + one).decode()
            # Characters that also hold bits of what stands before or after are left out.
            first = (8 * before + 5) // 6
            last = 8 * (before + len(one)) // 6
            core = coded[first:last]
            if len(core) >= 6:
                found.append(core[:_LONGEST])
    return found


def _base64_run(core: str) -> str:
    slash = rf"(?:{_ESCAPES}(?:/|%(?:25)*2[Ff])|_)"  # some JSON writes \/
    spelled = {"+": r"(?:[+-]|%(?:25)*2[Bb])", "/": slash}
    return "".join(spelled.get(character, character) for character in core)

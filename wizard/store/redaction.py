"""What looks like a secret, and how it is taken out of a text before anybody keeps the text.

Two nets, one behind the other: `redact` knows how secrets look and beside which words they stand,
and a `Redactor` knows the secrets of this session themselves. Both see through the quoting, JSON
escaping and URL encoding, also nested, in which logs and error pages repeat what was sent. Where a
text is ambiguous, too much is hidden rather than too little.
"""

from __future__ import annotations

import re
import threading
from functools import cache

from wizard.secret import Secret
from wizard.store.spellings import BACKSLASH, marks_in, marks_of, pattern_of

HIDDEN = "•••"  # as a Secret shows itself
# A shorter text is no secret worth the name, and would be found in the middle of ordinary words.
_SHORTEST = 4

# Any nesting of URL encoding writes % as %25, %2525, ….
_PC = "%(?:25)*"
_QUOTE = rf"(?:{BACKSLASH}{{0,31}}(?:[\"']|{_PC}2[27])|{BACKSLASH}{{1,31}}u002[27])"
_SPACE = rf"(?:\s|\+|{_PC}2[0B])"
_GAP = rf"{_SPACE}*"
_IS = rf"{_GAP}(?:[:=]|{_PC}3[AD]){_GAP}"
_COMMA = rf"{_GAP}(?:,|{_PC}2C){_GAP}"
_UNESCAPED = r"(?<!\\)(?<!%5C)(?<!%255C)(?<!%25255C)(?<!%2525255C)"
_HYPHEN = rf"(?:-|{_PC}2D)"
_DOT = rf"(?:\.|{_PC}2E)"

_GUID = rf"[0-9a-f]{{8}}(?:{_HYPHEN}[0-9a-f]{{4}}){{3}}{_HYPHEN}[0-9a-f]{{12}}"
_NAMES = (
    r"(?:client[_-]?secret|(?:access|refresh|id)[_-]?token|client[_-]?assertion|code[_-]?verifier"
    r"|device[_-]?code|password|passwd|secret|api[_-]?key|authorization|set-cookie|cookie)"
)
# A word of prose is all letters and short; a token is neither.
_TOKEN = r"(?:(?=[\w.~+/=%-]{0,200}\d)[\w.~+/=%-]{6,}|[\w.~+/=%-]{20,})"

# How secrets look wherever they stand. HaloPSA's client secret is two GUIDs joined by "-"
# (halo-api.md §2.5, C); its access token is usually a JWT (§2.3, C).
_BY_LOOK = (
    rf"{_GUID}{_HYPHEN}{_GUID}"
    rf"|eyJ[\w-]{{5,}}(?:{_DOT}[\w-]*){{1,4}}"
    r"|eyJ[\w-]{40,}"
)

# Beside which words secrets stand. In each, `kept` stays and what follows it is hidden. None may
# look further ahead than a bounded way without using up what it saw: texts can be hostile.
_BY_PLACE = (
    # "client_secret": "…", 'password': b'…', %22id_token%22%3A+%22…%22; to the closing quote of
    # the same depth, or to the end of a text that was cut off
    rf"(?P<kept>{_NAMES}{_QUOTE}?{_IS}b?(?P<q>{_QUOTE}))"
    rf".*?(?={_UNESCAPED}(?P=q)|\Z)",
    # ("authorization", "…") and (b'password', b'…'), as lists of pairs are printed
    rf"(?P<kept>(?:\(|{_PC}28)b?{_QUOTE}{_NAMES}{_QUOTE}{_COMMA}b?(?P<q>{_QUOTE}))"
    rf".*?(?={_UNESCAPED}(?P=q)|\Z)",
    # client_secret=…& in a form or an address
    rf"(?P<kept>{_NAMES}=)(?:(?!\\u0026)[^&\s\"'<>])+",
    # client_secret%3D…%26 in a form that was encoded once more
    rf"(?P<kept>{_NAMES}%(?P<depth>(?:25)*)3D)(?:(?!%(?P=depth)26)[^&\s\"'<>])+",
    # ?code=…& of a sign-in's return; elsewhere `code=` is mostly an exit or error code
    rf"(?P<kept>(?:[?&]|{_PC}(?:3F|26))code(?:=|{_PC}3D))(?:(?!{_PC}26)[^&\s\"'<>])+",
    rf"(?P<kept>code(?:=|{_PC}3D))(?:(?!{_PC}26)[^&=\s\"'<>])+(?=&|{_PC}26)",
    rf"(?P<kept>code(?:=|{_PC}3D))(?=[\w.~+/-]{{0,200}}\d)[\w.~+/-]{{16,}}",
    # Authorization: Bearer …, whatever follows
    rf"(?P<kept>authorization{_IS}(?:(?:Bearer|Basic|Digest|Token){_SPACE}+)?)[^\s\"',;]+",
    rf"(?P<kept>(?:Bearer|Basic){_SPACE}+){_TOKEN}",
    # Cookie: a=…; b=…
    rf"(?P<kept>cookie{_IS})[^\s;=\"']{{1,200}}?(?:=|{_PC}3D)[^\r\n\"']+",
    # password: … without quotes, if it is no word of a sentence
    rf"(?P<kept>{_NAMES}{_QUOTE}?{_IS}){_TOKEN}",
    rf"(?P<kept>token{_QUOTE}?{_IS}{_QUOTE}?)(?=[\w.~+/=-]{{0,200}}\d)[\w.~+/=-]{{20,}}",
    # https://user:…@proxy
    r"(?P<kept>://[^/\s:@]*:)[^/\s@]+(?=@)",
)


# Texts in which nothing was hidden: the same few stand in the findings of hundreds of setups.
_harmless: set[str] = set()
_MOST_HARMLESS, _SHORT = 5000, 300


def redact(text: str) -> str:
    """Give the text with everything hidden that looks like a secret. Other text is unchanged.

    Known: two GUIDs joined by "-", JWTs, Bearer and Basic credentials, cookies, passwords in
    addresses, and the values of the form fields, JSON members and pairs that hold secrets.
    """
    if text in _harmless:
        return text
    clean = _by_look().sub(HIDDEN, text)
    for pattern in _by_place():
        clean = pattern.sub(rf"\g<kept>{HIDDEN}", clean)
    if clean == text and len(text) <= _SHORT:
        if len(_harmless) >= _MOST_HARMLESS:
            _harmless.clear()
        _harmless.add(text)
    return clean


def looks_secret(text: str) -> bool:
    """Say whether the text holds something that has the look of a secret by itself."""
    return _by_look().search(text) is not None


# Compiled when the first text comes: the window's first page stands before.
@cache
def _by_look() -> re.Pattern[str]:
    return re.compile(_BY_LOOK, re.IGNORECASE | re.ASCII)


@cache
def _by_place() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE | re.DOTALL) for pattern in _BY_PLACE)


class Redactor:
    """Knows the secrets that this session works with. Safe to use from several threads.

    A fleet has thousands of them. So only those are looked for, each with a pattern of its own, of
    which a text holds a mark (`wizard.store.spellings`), and those that have none.
    """

    def __init__(self) -> None:
        self._known: dict[Secret, int] = {}  # in the order in which they came
        self._marked: dict[str, tuple[Secret, ...]] = {}
        self._unmarked: tuple[Secret, ...] = ()
        self._patterns: dict[Secret, re.Pattern[str]] = {}
        self._lock = threading.Lock()

    def know(self, secret: Secret) -> None:
        """Hide this secret from now on. Fewer than 4 characters are taken for no secret."""
        if len(secret.reveal()) < _SHORTEST:
            return
        with self._lock:
            if secret in self._known:
                return
            self._known[secret] = len(self._known)
            marks = marks_of(secret)
            if marks is None:
                self._unmarked = (*self._unmarked, secret)
            for mark in marks or ():
                self._marked[mark] = (*self._marked.get(mark, ()), secret)

    def knows(self, text: str) -> bool:
        """Say whether a known secret stands in the text, in any spelling."""
        return any(self._pattern(each).search(text) for each in self._suspects(text))

    def redact(self, text: str) -> str:
        """Give the text without the known secrets, in any spelling, and without what looks so."""
        for secret in self._suspects(text):
            text = self._pattern(secret).sub(HIDDEN, text)
        return redact(text)

    def _suspects(self, text: str) -> list[Secret]:
        """Give the secrets that may stand in the text."""
        found = set(self._unmarked)
        if self._marked:
            for mark in marks_in(text):
                found.update(self._marked.get(mark, ()))
        return sorted(found, key=self._known.__getitem__)

    def _pattern(self, secret: Secret) -> re.Pattern[str]:
        """Give the secret's pattern, compiled at the first need: most are never needed."""
        pattern = self._patterns.get(secret)
        if pattern is None:
            pattern = self._patterns[secret] = pattern_of(secret)
        return pattern

"""What is pasted as client id or secret: tidied, and recognised by its shape.

HaloPSA's client id is a GUID, its secret two GUIDs joined by "-" (halo-api.md §2.5). Another shape
is taken as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from wizard.language import mark
from wizard.secret import Secret

_GUID = r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}"
_ID = re.compile(_GUID)
_SECRET = re.compile(f"{_GUID}-{_GUID}")
_LABEL = re.compile(
    r"""^\W*(?:client|application|api|app)?[\s_-]*(?:id|secret|key)["']?\s*[:=]\s*""", re.IGNORECASE
)
_QUOTES = {'"': '"', "'": "'", "`": "`", "“": "”", "„": "“", "‘": "’", "<": ">"}
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))

TIDIED = mark("Spaces, quotes or a label around it were taken off.")
BOTH = mark("Both were in what you pasted: each is in its own field now.")
WAS_SECRET = mark("That was the Client Secret: it is in its own field now.")
WAS_ID = mark("That was the Client ID: it is in its own field now. Copy the Client Secret next.")
ID_AGAIN = mark("That is the Client ID once more. The Client Secret is about twice as long.")
LIKE_ID = mark("This looks like a Client ID, not like a secret. Compare it with HaloPSA.")


@dataclass(frozen=True, slots=True)
class Pasted:
    """What stands in the two fields now; None leaves a field as it is. `said` tells why, or ""."""

    client_id: str | None = None
    secret: Secret | None = None
    said: str = ""

    @property
    def sure(self) -> bool:
        """Tell whether the secret is one for certain, so that it need not wait to be kept."""
        return self.secret is not None and bool(_SECRET.fullmatch(self.secret.reveal()))


def tidy(text: str) -> str:
    """Take off what is not part of an id or secret: blanks, line ends, quotes, a label before."""
    text = _LABEL.sub("", text.translate(_UNSEEN).strip(), count=1).strip()
    bare = text.rstrip(",;").rstrip()
    if len(bare) > 1 and _QUOTES.get(bare[0]) == bare[-1]:
        text = bare[1:-1]
    return "".join(text.split())


def in_id_field(text: str) -> Pasted:
    """Judge what came into the field of the client id."""
    both = _both(text)
    if both is not None:
        return both
    clean = tidy(text)
    if _SECRET.fullmatch(clean):
        return Pasted("", Secret(clean), WAS_SECRET)
    return Pasted(clean, said="" if clean == text.strip() else TIDIED)


def in_secret_field(text: Secret, client_id: str) -> Pasted:
    """Judge what came into the field of the secret; `client_id` is what the other field has."""
    both = _both(text.reveal())
    if both is not None:
        return both
    clean = tidy(text.reveal())
    if not _ID.fullmatch(clean):
        changed = clean != text.reveal().strip()
        return Pasted(secret=Secret(clean), said=TIDIED if changed else "")
    if not client_id:
        return Pasted(clean, Secret(""), WAS_ID)
    if clean.casefold() == client_id.casefold():
        return Pasted(secret=Secret(""), said=ID_AGAIN)
    return Pasted(secret=Secret(clean), said=LIKE_ID)


def _both(text: str) -> Pasted | None:
    """Find an id and a secret in one text, in any order and with anything around them."""
    secrets = _SECRET.findall(text)
    if len(secrets) != 1:
        return None
    ids = _ID.findall(text.replace(secrets[0], " "))
    if len(ids) != 1:
        return None
    return Pasted(ids[0], Secret(secrets[0]), BOTH)

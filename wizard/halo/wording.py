"""When two labels are the same label: guides and HaloPSA differ in case, spaces and quotes."""

from __future__ import annotations

import unicodedata

_TYPOGRAPHY = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "′": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"}
)


def fold(text: str) -> str:
    """Give the text as it is compared: case folded, white space collapsed, quotes and dashes plain.

    Folding a folded text changes nothing.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_TYPOGRAPHY).casefold()
    # Folding the case can bring back a composed form, so that once is not always enough.
    return " ".join(unicodedata.normalize("NFKC", plain).casefold().split())

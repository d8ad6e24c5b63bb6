"""A made language whose texts are longer than the English ones by three fifths."""

import itertools
import re

LONGER = 1.6  # what a text may grow by in another language
_FILLING = ("gosodiadau", "Zugriff", "ganiatâd", "für", "Berechtigungen", "a'r", "cyfrinachol")


def lengthened(text: str) -> str:
    """Give a text that is longer, with the same mnemonic and the same names to fill in."""
    words, filling = [text], itertools.cycle(_FILLING)
    while len(" ".join(words)) < LONGER * len(re.sub(r"\{\w+\}", "", text)):
        words.append(next(filling))
    return " ".join(words)

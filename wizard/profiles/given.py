"""Values that a vendor gives first: `{name}` in a field's value stands for one."""

from __future__ import annotations

import re
from collections.abc import Mapping

ANSWER = "given:"  # what the names of their answers begin with
_NAME = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def names_in(text: str) -> tuple[str, ...]:
    """Give the names of the given values that the text refers to, in order."""
    return tuple(_NAME.findall(text))


def given_in(answers: Mapping[str, str]) -> dict[str, str]:
    """Give the values that the vendor gave, by name, from the answers of a setup."""
    return {
        name.removeprefix(ANSWER): value
        for name, value in answers.items()
        if name.startswith(ANSWER)
    }


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put the values in the place of their names; a name without a value stays as it is."""
    return _NAME.sub(lambda found: values.get(found[1], found[0]), text)

"""What may be written of a setup: no secret, and nothing that JSON cannot carry.

The records hold no secrets by their shape (`wizard.setup.state`). This is the belt to those braces:
a person can paste a secret into the wrong field, and HaloPSA's texts in findings are untrusted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

import msgspec

from wizard.problems import ProblemError, problem
from wizard.setup.state import SetupState
from wizard.store.redaction import Redactor, looks_secret

T = TypeVar("T")
# Made here, while one thread imports: msgspec learns a type at its first use, and where two threads
# are the first at the same time it crashes the process (seen with 0.22 on Python 3.11).
_STATE = msgspec.json.Decoder(SetupState)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encode(state: SetupState, redactor: Redactor) -> bytes:
    """Give the state as JSON.

    In findings whatever looks like a secret is hidden. An answer is never altered: one that holds
    a secret raises ProblemError `records.secret`, whose detail is the name of the answer.
    """
    refuse_secrets(state.answers, redactor)
    # The same words stand in most findings, and looking through them takes its time: `cache`.
    built = msgspec.to_builtins(state)
    built["findings"] = _each_text(built["findings"], cache(redactor.redact))
    return msgspec.json.encode(_each_text(built, carried))


def decode(saved: bytes) -> SetupState:
    """Give the state back. Raises msgspec.ValidationError or DecodeError."""
    return _STATE.decode(saved)


def without_secrets(seen: T, redactor: Redactor) -> T:
    """Give a record of what was seen in HaloPSA as it may be written.

    Whatever looks like a secret is hidden in it.
    """

    @cache  # as above
    def clean(text: str) -> str:
        return carried(redactor.redact(text))

    return msgspec.convert(_each_text(msgspec.to_builtins(seen), clean), type(seen))


def encode_said(said: object, redactor: Redactor) -> bytes:
    """Give what a person said as JSON, unaltered.

    A text that holds a secret raises ProblemError `records.secret`, whose detail is its name.
    """
    built = msgspec.to_builtins(said)
    refuse_secrets({k: v for k, v in built.items() if isinstance(v, str)}, redactor)
    return msgspec.json.encode(_each_text(built, carried))


def refuse_secrets(texts: Mapping[str, str], redactor: Redactor) -> None:
    """Raise ProblemError `records.secret` with the name of the first text that holds a secret."""
    for name, text in texts.items():
        if looks_secret(text) or redactor.knows(text):
            raise ProblemError(problem("records.secret", name))


def carried(text: str) -> str:
    """Give the text as UTF-8 can hold it: JSON from HaloPSA can hold half of a surrogate pair."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    """Give the same lists and dictionaries with each text changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list | tuple):
        return [_each_text(one, change) for one in value]
    if isinstance(value, dict):
        return {key: _each_text(one, change) for key, one in value.items()}
    return value

"""A setup's state as it may be written: no secret, and nothing that JSON cannot carry.

The state holds no secrets by its shape (`wizard.setup.state`). This is the belt to those braces:
a person can paste a secret into the wrong field, and HaloPSA's texts in findings are untrusted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec

from wizard.problems import ProblemError, problem
from wizard.setup.state import SetupState
from wizard.store.redaction import Redactor, looks_secret

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encode(state: SetupState, redactor: Redactor) -> bytes:
    """Give the state as JSON.

    In findings whatever looks like a secret is hidden. An answer is never altered: one that holds
    a secret raises ProblemError `records.secret`, whose detail is the name of the answer.
    """
    for name, answer in state.answers.items():
        if looks_secret(answer) or redactor.knows(answer):
            raise ProblemError(problem("records.secret", name))
    built = msgspec.to_builtins(state)
    built["findings"] = _each_text(built["findings"], redactor.redact)
    return msgspec.json.encode(_each_text(built, _carried))


def decode(saved: bytes) -> SetupState:
    """Give the state back. Raises msgspec.ValidationError or DecodeError."""
    return msgspec.json.decode(saved, type=SetupState)


def _carried(text: str) -> str:
    # JSON from HaloPSA can hold half of a surrogate pair, which UTF-8 cannot.
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

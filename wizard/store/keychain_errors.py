"""What a keychain's errors mean, told from their kind alone.

keyring lets the raw errors of its backends through (jeepney's DBusErrorResponse,
pywintypes.error, OSError), and their texts may quote what was to be stored. So only names of
classes and numeric or dotted codes are read here, never a message. Nothing is imported from
keyring: asking what an error means must not load a backend.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import reduce

from wizard.language import tr
from wizard.problems import Problem, problem

_MISSING = {
    "NoKeyringError",
    "SecretServiceNotAvailableException",
    # The session bus went away, or its socket was never there.
    "ConnectionError",
    "FileNotFoundError",
    "ImportError",  # keyring was told to use a backend that is not installed
    "org.freedesktop.DBus.Error.NameHasNoOwner",
    "org.freedesktop.DBus.Error.NoReply",
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.Spawn.ChildExited",
    "org.freedesktop.DBus.Error.Spawn.ExecFailed",
}
_LOCKED = {
    "KeyringLocked",
    "LockedException",
    # No keychain was made yet and the question for its password was dismissed.
    "PromptDismissedException",
    "org.freedesktop.Secret.Error.IsLocked",
    "-25308",  # macOS errSecInteractionNotAllowed: it may not ask (ssh, scheduled task)
}
_DOTTED_NAME = re.compile(r"[A-Za-z0-9_]+(\.[A-Za-z0-9_]+){1,9}")
_DEEPEST = 5


def explain(error: BaseException) -> Problem:
    """Give the problem behind an error of a keychain: missing, locked or failed.

    Its detail names the kinds of the error and of its causes, outermost first; a secret cannot be
    in it.
    """
    told: list[str] = []
    code = ""
    for cause in _causes(error):
        signs = {kind.__name__ for kind in type(cause).__mro__} | set(_codes(cause))
        code = code or _code_of(signs)
        told.append(" ".join([type(cause).__name__, *_codes(cause)]))
    detail = reduce(lambda one, its: tr("{error}, from {cause}", error=one, cause=its), told)
    return problem(code or "keychain.failed", detail)


def _code_of(signs: set[str]) -> str:
    if signs & _LOCKED:
        return "keychain.locked"
    return "keychain.missing" if signs & _MISSING else ""


def _causes(error: BaseException) -> Iterator[BaseException]:
    cause: BaseException | None = error
    for _ in range(_DEEPEST):
        if cause is None:
            return
        yield cause
        cause = cause.__cause__


def _codes(error: BaseException) -> Iterator[str]:
    if type(error).__name__ == "DBusErrorResponse":
        name = str(getattr(error, "name", ""))  # sent by the service
        if _DOTTED_NAME.fullmatch(name) and len(name) <= 100:
            yield name
    numbers = (getattr(error, "winerror", None), error.args[0] if error.args else None)
    for number in dict.fromkeys(numbers):
        if isinstance(number, int):
            yield str(number)

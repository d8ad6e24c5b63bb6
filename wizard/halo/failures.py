"""What goes wrong on the wire, turned into problems that a technician can act on."""

from __future__ import annotations

import re
import socket
import ssl
from collections.abc import Iterable, Iterator

import httpx
import msgspec

from wizard.halo.answer import Answer
from wizard.language import tr
from wizard.problems import Problem, problem
from wizard.secret import Secret

_LONGEST = 200
_CODES = {
    400: "http.bad_request",
    401: "http.unauthorised",
    403: "http.forbidden",
    404: "http.not_found",
    429: "http.rate_limited",
}
# Where HaloPSA and ASP.NET put the words of an error (halo-api.md §8.2, C), the best first.
_WORDS = ("error_description", "message", "errormessage", "error", "detail", "title")
# Tokens, keys, GUIDs: nothing a person reads is that long in one piece.
_LONG_RUN = re.compile(r"[A-Za-z0-9_\-.+/=~]{32,}")


def network_problem(error: Exception) -> Problem:
    """Say what an error of httpx, TLS or the operating system means.

    The detail never repeats an error's text, in which a header or an address could stand.
    """
    chain = list(_chain(error))
    for cause in chain:
        if isinstance(cause, ssl.SSLCertVerificationError):
            # OpenSSL sets these texts; other trust stores need not.
            said = getattr(cause, "verify_message", "")
            return problem("network.tls", said or tr("certificate not accepted"))
        if isinstance(cause, ssl.SSLError):
            return problem("network.handshake", getattr(cause, "reason", "") or "TLS")
        if isinstance(cause, socket.gaierror):
            return problem("network.dns")
    if isinstance(error, httpx.TimeoutException | TimeoutError):
        return problem("network.timeout", type(error).__name__)
    if isinstance(error, httpx.ConnectError | httpx.ProxyError):
        os_error = next((c for c in chain if isinstance(c, OSError) and c.strerror), None)
        reason = os_error.strerror if os_error else None
        return problem("network.connect", reason or type(error).__name__)
    if isinstance(error, httpx.InvalidURL | httpx.UnsupportedProtocol | UnicodeError):
        return problem("address.invalid", type(error).__name__)
    return problem("network.broken", type(error).__name__)


def refusal(answer: Answer, hide: Iterable[Secret] = ()) -> Problem:
    """Say what an answer that is not a success means; `hide` is masked in its text."""
    usual = "http.server_error" if answer.status >= 500 else "http.unexpected"
    text = short_text(answer, hide)
    detail = f"{answer.status}: {text}" if text else f"{answer.status}"
    return problem(_CODES.get(answer.status, usual), detail, retry_after=answer.retry_after)


def short_text(answer: Answer, hide: Iterable[Secret] = ()) -> str:
    """Give the words of an error body in one short redacted line; "" where there are none.

    Knows the bodies of halo-api.md §8.2: a JSON string, model state, .NET exceptions, plain text,
    a page of a gateway, nothing at all.
    """
    if answer.is_json:
        try:
            document: object = msgspec.json.decode(answer.body.removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.MsgspecError, ValueError, RecursionError):
            return tr("JSON that does not parse") if answer.body else ""
        return redacted(_words(document), hide)
    if answer.media_type == "text/plain":
        return redacted(answer.body[: 8 * _LONGEST].decode("utf-8", "replace"), hide)
    return answer.media_type if answer.body.strip() else ""


def redacted(text: str, hide: Iterable[Secret] = ()) -> str:
    """Give text from outside as `one_line` does, without what looks like a token or key."""
    for secret in hide:
        if secret:
            text = text.replace(secret.reveal(), "•••")
    return one_line(_LONG_RUN.sub("•••", text))


def one_line(text: str) -> str:
    """Give text from outside in one line of at most 200 characters, control characters gone."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"


def _words(document: object) -> str:
    if isinstance(document, str):
        return document
    if not isinstance(document, dict):
        return ""
    by_name = {str(name).lower(): value for name, value in document.items()}
    for name in _WORDS:
        if isinstance(by_name.get(name), str) and by_name[name]:
            return str(by_name[name])
    # ASP.NET's model state: {"[0].id": ["…"]}
    state = by_name.get("errors", document)
    lines = state.items() if isinstance(state, dict) else ()
    return "; ".join(
        f"{field}: {value[0]}"
        for field, value in lines
        if isinstance(value, list) and value and isinstance(value[0], str)
    )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Give an error and what lies under it, groups (one error an address tried) included."""
    seen: set[int] = set()
    waiting: list[BaseException | None] = [error]
    while waiting:
        current = waiting.pop(0)
        if current is None or id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting += current.exceptions
        waiting += [current.__cause__, current.__context__]

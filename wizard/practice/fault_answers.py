"""Answers that a fault gives in place of the instance's own (halo-api.md §8.2)."""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

from wizard.practice.faults import Fault, FaultKind

_WAIT = 30  # seconds, where the fault names none
_ELSEWHERE = "login.example.com"
_HUGE = 64 * 1024 * 1024  # bytes
_PIECE = b"[" + b" " * 65_535


def answer_of(fault: Fault) -> Response | None:
    """Give the fault's answer; None for a fault that lets the instance answer."""
    make = _ANSWERS.get(fault.kind)
    return make(fault) if make else None


def _rate_limited(fault: Fault) -> Response:
    """Refuse as the live instance did, with or without Retry-After (§8.3, L)."""
    wait = int(fault.detail or _WAIT)
    retry_after = {
        FaultKind.RATE_LIMITED: str(wait),
        FaultKind.RATE_LIMITED_DATE: email.utils.formatdate(time.time() + wait, usegmt=True),
    }.get(fault.kind)
    return PlainTextResponse(
        "Rate Limit Reached - 300 Requests per rolling 5 minute window.",
        status_code=429,
        headers={"Retry-After": retry_after} if retry_after else None,
    )


def _page(status: int, words: str) -> Callable[[Fault], Response]:
    return lambda _: HTMLResponse(
        f"<html><head><title>{words}</title></head><body><h1>{words}</h1></body></html>",
        status_code=status,
    )


def _json(status: int, body: object) -> Callable[[Fault], Response]:
    return lambda _: JSONResponse(body, status_code=status)


def _empty(status: int) -> Callable[[Fault], Response]:
    return lambda _: Response(status_code=status)


def _huge(_: Fault) -> Response:
    def pieces() -> Iterator[bytes]:
        for _ in range(_HUGE // len(_PIECE)):
            yield _PIECE

    return StreamingResponse(pieces(), media_type="application/json")


def _redirected(fault: Fault) -> Response:
    return RedirectResponse(f"https://{fault.detail or _ELSEWHERE}/api", status_code=302)


def _sign_in_page(_: Fault) -> Response:
    return RedirectResponse("/auth/account/login", status_code=302)


_EXCEPTION = {
    "ClassName": "System.NullReferenceException",
    "Message": "Object reference not set to an instance of an object.",
    "StackTraceString": None,
    "HResult": -2147467261,
}
_CONTACT = "Please contact the administrator"
_BAD_STATE = {"[0].id": ["Error converting value."]}

_ANSWERS: Mapping[FaultKind, Callable[[Fault], Response]] = MappingProxyType(
    {
        FaultKind.RATE_LIMITED: _rate_limited,
        FaultKind.RATE_LIMITED_DATE: _rate_limited,
        FaultKind.RATE_LIMITED_SILENT: _rate_limited,
        FaultKind.SERVER_ERROR: _json(500, _EXCEPTION),
        FaultKind.BAD_GATEWAY: _page(502, "502 Bad Gateway"),
        FaultKind.UNAVAILABLE: _page(503, "Service Unavailable"),
        FaultKind.NOT_FOUND: _page(404, "404 - Not Found"),
        FaultKind.FORBIDDEN: _empty(403),
        FaultKind.UNAUTHORISED: _empty(401),
        FaultKind.WEB_PAGE: _page(200, "Halo"),
        FaultKind.BROKEN_JSON: lambda _: Response(
            '{"record_count":3,"results":[{"id":', media_type="application/json"
        ),
        FaultKind.HUGE_BODY: _huge,
        FaultKind.REDIRECTED: _redirected,
        FaultKind.SIGN_IN_PAGE: _sign_in_page,
        FaultKind.BARE_TEXT: _json(400, "Please assign this Ticket these before closing it."),
        FaultKind.MODEL_STATE: _json(400, _BAD_STATE),
        FaultKind.EXCEPTION: _json(400, _EXCEPTION),
        FaultKind.RESULT_CODE: _json(400, {"resultCode": 7, "errorMessage": "Invalid request."}),
        FaultKind.MESSAGE: _json(400, {"message": "The request is invalid."}),
        FaultKind.ERROR: _json(400, {"error": "The request is invalid."}),
        FaultKind.CONTACT_ADMINISTRATOR: _json(400, _CONTACT),
        FaultKind.WRONG_TENANT: _page(500, "Internal Server Error"),
        FaultKind.REVOKED_SECRET: _json(
            401,
            {
                "error": "invalid_client",
                "error_description": "The specified client credentials are invalid.",
            },
        ),
    }
)

"""Reading a posted form: small, url-encoded, nothing else."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

_LONGEST = 256 * 1024  # bytes; the largest form is an agent's permissions, some 4 KB


class BadFormError(Exception):
    """The body is no url-encoded form of a reasonable size."""


async def read_form(request: Request) -> list[tuple[str, str]]:
    """Give the fields of the form in their order. Raises BadFormError."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind != "application/x-www-form-urlencoded":
        raise BadFormError
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > _LONGEST:
            raise BadFormError
    try:
        return parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=2000)
    except ValueError as error:
        raise BadFormError from error

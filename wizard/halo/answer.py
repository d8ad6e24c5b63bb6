"""An HTTP answer as far as anything above the transport needs it."""

from __future__ import annotations

import datetime as dt
import email.utils
from dataclasses import dataclass, field

import msgspec

from wizard.language import tr
from wizard.problems import ProblemError, problem


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, media type (lower case, without parameters), body, and Retry-After in seconds.

    The body may hold a token or a tenant's data, so it never shows in a representation.
    """

    status: int
    media_type: str
    body: bytes = field(repr=False)
    retry_after: float | None = None

    @property
    def is_json(self) -> bool:
        """Whether the answer says of itself that it is JSON."""
        return self.media_type in ("application/json", "text/json") or (
            self.media_type.endswith("+json")
        )

    def json(self) -> object:
        """Give the parsed body.

        The media type is looked at first: the base address without /api reaches the web app and
        gives 200 with a page (halo-api.md §8.2, G). Raises ProblemError `http.not_json`.
        """
        if not self.is_json:
            said = self.media_type or tr("no content type")
            raise ProblemError(problem("http.not_json", f"{self.status}, {said}"))
        try:
            document: object = msgspec.json.decode(self.body.removeprefix(b"\xef\xbb\xbf"))
        except (msgspec.MsgspecError, ValueError, RecursionError):
            broken = tr(
                "{status}, {kind} that does not parse", status=self.status, kind=self.media_type
            )
            raise ProblemError(problem("http.not_json", broken)) from None
        return document


def seconds_to_wait(header: str | None, now: dt.datetime) -> float | None:
    """Read a Retry-After header: seconds, or an HTTP date compared with `now` (aware).

    None where it is absent or says nothing that can be read.
    """
    text = (header or "").strip()
    if text.isascii() and text.isdigit() and len(text) < 10:
        return float(text)
    try:
        date = email.utils.parsedate_to_datetime(text)
        if date.tzinfo is None:  # "-0000": a time in UTC, of no known place
            date = date.replace(tzinfo=dt.UTC)
        return max(0.0, (date - now).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

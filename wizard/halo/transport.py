"""How requests travel: one HTTP client for one instance, careful with time, size, hosts and words.

TLS is checked against the system's trust store. Redirects are never followed, cookies never kept
(a sign-in page's cookie must not lend its rights to a check). Every failure is a `ProblemError`.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib.util
import ssl
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy
from urllib.parse import urlencode

import httpx
import stamina
import truststore

from wizard import __version__
from wizard.halo.answer import Answer, seconds_to_wait
from wizard.halo.failures import network_problem, redacted, refusal
from wizard.halo.glance import current, hinder
from wizard.halo.guard import Guard
from wizard.halo.limits import MOST_AT_ONCE, Budget
from wizard.halo.records import Instance
from wizard.language import tr
from wizard.problems import Problem, ProblemError, problem
from wizard.secret import Secret

_LONGEST_HOLD = (
    300.0  # the window of the limit (halo-api.md §8.3); no server may stop us for longer
)
# httpcore asks for sniffio at every lock. Where it is not installed, each time the whole path would
# be searched anew, which takes a sixth of the time of a re-check.
if importlib.util.find_spec("sniffio") is None:
    sys.modules["sniffio"] = None  # type: ignore[assignment]

_PASSING = frozenset({502, 503, 504})
_PASSING_PROBLEMS = frozenset({"network.timeout", "network.broken"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how large a request may get. Times are seconds, sizes bytes.

    `total` bounds one request with its body; a GET is tried `tries` times, the last not later than
    `retry_for` after the first. `first_wait` is the least pause before the second try, which
    grows with each; `short_wait` is the longest Retry-After that is sat out; `hold` the pause after
    a 429 that names none (halo-api.md §10: 30 to 60).
    """

    connect: float = 10.0
    read: float = 30.0
    total: float = 60.0
    tries: int = 3
    retry_for: float = 45.0
    first_wait: float = 0.5
    short_wait: float = 5.0
    hold: float = 30.0
    body: int = 16 * 1024 * 1024


class _PassingError(Exception):
    """Carries an answer that may be better at the next try."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.status}")
        self.answer = answer


class Transport:
    """Sends GET requests and the token POST to one instance; nothing else gets through.

    `direct` leaves the system's proxy aside (for an instance on this computer). `inner` replaces
    the network in tests. Used from one event loop; close it with `aclose`.
    """

    def __init__(
        self,
        budget: Budget,
        *,
        bounds: Bounds | None = None,
        direct: bool = False,
        inner: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        self._budget = budget
        self._bounds = bounds or Bounds()
        self._guard = Guard()
        self._client = httpx.AsyncClient(
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            headers={
                "User-Agent": f"halo-setup-wizard/{__version__}",
                "Accept": "application/json",
            },
            timeout=httpx.Timeout(
                self._bounds.read, connect=self._bounds.connect, pool=self._bounds.total
            ),
            # Not more than the budget lets out at once.
            limits=httpx.Limits(max_connections=MOST_AT_ONCE),
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
            trust_env=not direct,
            transport=inner,
            event_hooks={"request": [self._guard]},
        )

    def permit(self, instance: Instance) -> None:
        """Name the instance whose API may get tokens and whose token endpoint may get secrets."""
        self._guard.permit(instance)

    async def get(
        self,
        url: str,
        *,
        params: Mapping[str, str] | None = None,
        token: Secret | None = None,
        again: bool = True,
    ) -> Answer:
        """GET, and (unless `again` is false) try again what may pass.

        That is: 502, 503, 504, a time-out, a broken connection, and a 429 that asks for a short
        wait. Gives the answer of the last try, whatever its status. Raises ProblemError. In a live
        look nothing is tried again: the next look is soon.
        """
        again = again and current() is None
        tries = stamina.retry_context(
            on=self._pause_before_retry,
            attempts=self._bounds.tries if again else 1,
            timeout=self._bounds.retry_for,
            wait_initial=self._bounds.first_wait,
            wait_max=self._bounds.short_wait,
            wait_jitter=2 * self._bounds.first_wait,
        )
        try:
            async for attempt in tries:
                with attempt:
                    return await self._get_once(url, params, token)
        except _PassingError as passing:
            return passing.answer
        raise AssertionError("stamina gives at least one attempt")

    async def post_token(
        self, url: str, form: Mapping[str, str | Secret], params: Mapping[str, str]
    ) -> Answer:
        """POST a token request, once and never again: a second one could lock an account.

        Gives the answer, whatever its status. Raises ProblemError.
        """
        plain = {
            name: value.reveal() if isinstance(value, Secret) else value
            for name, value in form.items()
        }
        return await self._send(
            self._client.build_request(
                "POST",
                url,
                params=params,
                content=urlencode(plain),
                headers={"Content-Type": "application/x-www-form-urlencoded"},
            )
        )

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def _get_once(
        self, url: str, params: Mapping[str, str] | None, token: Secret | None
    ) -> Answer:
        headers = {"Authorization": f"Bearer {token.reveal()}"} if token else {}
        answer = await self._send(
            self._client.build_request("GET", url, params=params, headers=headers)
        )
        if answer.status in _PASSING or answer.status == 429:
            raise _PassingError(answer)
        return answer

    async def _send(self, request: httpx.Request) -> Answer:
        failed: Problem
        try:
            async with self._budget.flight(), asyncio.timeout(self._bounds.total):
                return await self._answer(request)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, UnicodeError) as e:
            failed = network_problem(e)
        hinder(failed)
        # Raised out here so that nothing chains to httpx's error, which holds the whole request.
        raise ProblemError(failed)

    async def _answer(self, request: httpx.Request) -> Answer:
        response = await self._client.send(request, stream=True)
        try:
            _refuse_redirect(response)
            body = await self._body(response)
        finally:
            await response.aclose()
        wait = seconds_to_wait(response.headers.get("Retry-After"), dt.datetime.now(dt.UTC))
        if response.status_code == 429:
            hold = self._bounds.hold if wait is None else min(wait, _LONGEST_HOLD)
            self._budget.hold(hold, wait)
        media_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
        answer = Answer(response.status_code, media_type, body, wait)
        if answer.status == 429 or answer.status >= 500:
            hinder(refusal(answer))
        return answer

    async def _body(self, response: httpx.Response) -> bytes:
        limit = self._bounds.body
        body = bytearray()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > limit:
                said = tr("more than {number} bytes", number=limit)
                raise ProblemError(problem("http.too_large", said))
        return bytes(body)

    def _pause_before_retry(self, error: Exception) -> bool | float:
        if isinstance(error, ProblemError):
            return error.problem.code in _PASSING_PROBLEMS
        if not isinstance(error, _PassingError):
            return False
        wait = error.answer.retry_after
        if wait is None:
            return error.answer.status != 429
        return wait if wait <= self._bounds.short_wait else False


def _refuse_redirect(response: httpx.Response) -> None:
    if not response.has_redirect_location:
        return
    source = response.request.url
    target = source.join(response.headers["Location"])
    if (target.scheme, target.host, target.port) != (source.scheme, source.host, source.port):
        place = f"{target.scheme}://{target.netloc.decode('ascii', 'replace')}"
        where = tr("to {address}", address=redacted(place))
        raise ProblemError(problem("http.redirected", where))
    # On the same host it is a page to sign in at or the like: not the API's answer.
    path = redacted(target.path)
    where = tr("{status} to {address}", status=response.status_code, address=path)
    raise ProblemError(problem("http.not_json", where))

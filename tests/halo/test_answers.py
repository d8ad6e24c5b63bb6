from __future__ import annotations

import datetime as dt
import socket
import ssl

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.halo.answer import Answer, seconds_to_wait
from wizard.halo.failures import network_problem, redacted, refusal, short_text
from wizard.problems import ProblemError, problem
from wizard.secret import Secret

NOW = dt.datetime(2026, 11, 22, 10, 0, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Sun, 22 Nov 2026 10:01:30 GMT", 90.0),
        ("Sun, 22 Nov 2026 10:01:30 -0000", 90.0),
        ("Sun, 22 Nov 2026 09:00:00 GMT", 0.0),
        (None, None),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("١٢", None),
        ("9" * 30, None),
    ],
)
def test_retry_after(header: str | None, seconds: float | None) -> None:
    assert seconds_to_wait(header, NOW) == seconds


@given(st.text())
def test_retry_after_never_fails(header: str) -> None:
    wait = seconds_to_wait(header, NOW)
    assert wait is None or wait >= 0


def test_a_page_is_not_parsed_even_if_it_looks_like_json() -> None:
    with pytest.raises(ProblemError) as caught:
        Answer(200, "text/html", b'{"id": 1}').json()
    assert caught.value.problem.code == "http.not_json"
    assert caught.value.problem.detail == "200, text/html"


@given(st.binary())
def test_json_parses_or_says_that_it_is_none(body: bytes) -> None:
    try:
        Answer(200, "application/json", body).json()
    except ProblemError as error:
        code = error.problem.code
    else:
        code = "http.not_json"
    assert code == "http.not_json"


def test_deep_nesting_is_an_answer_that_does_not_parse() -> None:
    with pytest.raises(ProblemError):
        Answer(200, "application/json", b"[" * 100_000).json()


def test_a_byte_order_mark_and_json_by_suffix_are_read() -> None:
    assert Answer(200, "application/problem+json", b'\xef\xbb\xbf{"a": 1}').json() == {"a": 1}


@pytest.mark.parametrize(
    ("media_type", "body", "text"),
    [
        (
            "application/json",
            b'"Please assign this Ticket before closing it."',
            "Please assign this Ticket before closing it.",
        ),
        ("application/json", b'{"id":["The value is not valid."]}', "id: The value is not valid."),
        ("application/json", b'{"[0].id":["No."]}', "[0].id: No."),
        ("application/json", b'{"title":"","errors":{"id":["No."]}}', "id: No."),
        ("application/json", b'{"message":"Wrong"}', "Wrong"),
        ("application/json", b'{"ClassName":"System.X","Message":"Wrong"}', "Wrong"),
        ("application/json", b'{"resultCode":3,"errorMessage":"Wrong"}', "Wrong"),
        ("application/json", b'{"error":"Wrong"}', "Wrong"),
        ("application/json", b'{"error":"x","error_description":"Wrong"}', "Wrong"),
        ("application/json", b"{", "JSON that does not parse"),
        ("application/json", b"", ""),
        ("application/json", b"[1]", ""),
        (
            "text/plain",
            b"Rate Limit Reached -\r\n 300 Requests",
            "Rate Limit Reached - 300 Requests",
        ),
        ("text/html", b"<html>Bad gateway</html>", "text/html"),
        ("", b"", ""),
    ],
)
def test_the_words_of_an_error(media_type: str, body: bytes, text: str) -> None:
    assert short_text(Answer(400, media_type, body)) == text


def test_secrets_do_not_survive_in_an_error_text() -> None:
    secret = Secret("hunter2")
    token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
    body = f'{{"message":"client hunter2 sent {token}\\u001b[31m"}}'.encode()
    text = short_text(Answer(400, "application/json", body), (secret,))
    assert text == "client ••• sent ••• [31m"


@given(st.text())
def test_a_redacted_text_is_one_short_printable_line(text: str) -> None:
    line = redacted(text, (Secret(""),))
    assert len(line) <= 200
    assert line.isprintable()


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, "http.bad_request"),
        (401, "http.unauthorised"),
        (403, "http.forbidden"),
        (404, "http.not_found"),
        (429, "http.rate_limited"),
        (500, "http.server_error"),
        (503, "http.server_error"),
        (204, "http.unexpected"),
        (304, "http.unexpected"),
        (418, "http.unexpected"),
    ],
)
def test_every_status_has_a_problem(status: int, code: str) -> None:
    found = refusal(Answer(status, "text/plain", b"why", 7.0))
    assert (found.code, found.detail, found.retry_after) == (code, f"{status}: why", 7.0)
    assert refusal(Answer(status, "", b"")).detail == f"{status}"


def _under(top: Exception, *causes: BaseException) -> Exception:
    current: BaseException = top
    for cause in causes:
        current.__cause__ = cause
        current = cause
    return top


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (_under(httpx.ConnectError("x"), OSError(), socket.gaierror(-2, "x")), "network.dns"),
        (
            _under(httpx.ConnectError("x"), ssl.SSLCertVerificationError(1, "x")),
            "network.tls",
        ),
        (_under(httpx.ConnectError("x"), ssl.SSLError(1, "x")), "network.handshake"),
        (httpx.ConnectError("x"), "network.connect"),
        (
            _under(httpx.ConnectError("x"), ExceptionGroup("", [ConnectionRefusedError(1, "r")])),
            "network.connect",
        ),
        (httpx.ProxyError("x"), "network.connect"),
        (httpx.ConnectTimeout("x"), "network.timeout"),
        (httpx.ReadTimeout("x"), "network.timeout"),
        (httpx.WriteTimeout("x"), "network.timeout"),
        (httpx.PoolTimeout("x"), "network.timeout"),
        (TimeoutError(), "network.timeout"),
        (httpx.ReadError("x"), "network.broken"),
        (httpx.WriteError("x"), "network.broken"),
        (httpx.RemoteProtocolError("x"), "network.broken"),
        (httpx.DecodingError("x"), "network.broken"),
        (httpx.LocalProtocolError("Bearer secret"), "network.broken"),
        (ConnectionResetError(), "network.broken"),
        (httpx.InvalidURL("x"), "address.invalid"),
    ],
)
def test_every_error_of_the_network_has_a_problem(error: Exception, code: str) -> None:
    found = network_problem(error)
    assert found.code == code
    assert "secret" not in found.detail


@pytest.mark.parametrize(
    ("wait", "told"),
    [(0.2, "1 s"), (30, "30 s"), (90, "90 s"), (91, "2 min"), (120, "2 min"), (3600, "60 min")],
)
def test_a_limit_tells_when_there_is_room_again_and_that_nobody_waited(
    wait: float, told: str
) -> None:
    for code in ("http.rate_limited", "budget.exhausted"):
        assert problem(code, retry_after=wait).remedy == (
            f"HaloPSA can be asked again in {told}; the check did not wait that long."
            " Check again then."
        )
        assert problem(code).remedy.startswith("Wait until the rolling window has passed")
    assert "asked again" not in problem("http.server_error", retry_after=wait).remedy

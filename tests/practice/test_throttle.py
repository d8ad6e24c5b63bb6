"""The rolling window of requests."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wizard.practice.throttle import Throttle


@given(
    st.integers(1, 5),
    st.lists(st.floats(0, 40, allow_nan=False), max_size=40),
)
def test_no_window_ever_holds_more_than_the_limit(limit, gaps):
    now = 0.0
    throttle = Throttle(limit, 60.0, lambda: now)
    passed: list[float] = []
    for gap in gaps:
        now += gap
        if throttle.wait() == 0:
            passed.append(now)
    for start in passed:
        assert sum(start <= at < start + 60 for at in passed) <= limit


def test_the_wait_is_exact():
    now = 0.0
    throttle = Throttle(1, 60.0, lambda: now)
    assert throttle.wait() == 0
    now = 25.0
    assert throttle.wait() == 35.0
    now = 60.0
    assert throttle.wait() == 0


def test_without_a_limit_nothing_waits():
    throttle = Throttle(None, 60.0)
    assert all(throttle.wait() == 0 for _ in range(1000))


def test_a_limit_over_http_refuses_the_token_and_authinfo_too(start):
    visitor = start(rate_limit=2, rate_window=300.0)
    assert visitor.get("/AuthInfo", None).status_code == 200
    assert visitor.get("/AuthInfo", None).status_code == 200
    refused = visitor.get("/AuthInfo", None)
    assert refused.status_code == 429
    assert refused.text == "Rate Limit Reached - 2 Requests per rolling 5 minute window."
    assert 0 < int(refused.headers["Retry-After"]) <= 300
    assert visitor.ask("x", "y").status_code == 429
    assert visitor.http.get("/config").status_code == 200


def test_retry_after_may_be_absent(start):
    visitor = start(rate_limit=0, retry_after=False)
    refused = visitor.get("/AuthInfo", None)
    assert refused.status_code == 429
    assert "Retry-After" not in refused.headers

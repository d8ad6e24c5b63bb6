"""Faults of the practice instance, as a client without any care sees them."""

from __future__ import annotations

import email.utils
import time

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.practice.visitor import claims_of
from wizard.practice.fault_documents import changed, changes
from wizard.practice.faults import Fault, FaultKind, Faults, Place, place_of
from wizard.practice.scenarios import UnknownScenarioError, scenario

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@pytest.mark.parametrize(
    ("method", "path", "place"),
    [
        ("GET", "/api/AuthInfo", Place.DISCOVERY),
        ("GET", "/api/InstanceInfo", Place.DISCOVERY),
        ("POST", "/auth/token", Place.TOKEN),
        ("POST", "/AUTH/Token", Place.TOKEN),
        ("GET", "/auth/authorize", None),
        ("GET", "/api/Agent", Place.AGENTS),
        ("GET", "/api/Agent/me", Place.ME),
        ("GET", "/api/Agent/7", Place.AGENT),
        ("GET", "/api/Roles/abc", Place.ROLES),
        ("GET", "/api/Application", Place.APPLICATIONS),
        ("GET", "/api/team/1", Place.TEAMS),
        ("GET", "/api/Tickets", Place.PROBES),
        ("GET", "/config/agents/agents", None),
        ("GET", "/", None),
    ],
)
def test_where_a_request_belongs(method, path, place):
    assert place_of(method, path) is place


def test_it_strikes_after_so_many_and_so_often():
    fault = Fault(kind=FaultKind.RESET, where=(Place.ME,), skip=1, times=2)
    faults = Faults([fault])
    struck = [len(faults.strike("GET", "/api/Agent/me")) for _ in range(5)]
    assert struck == [0, 1, 1, 0, 0]
    assert faults.struck == 2
    assert faults.strike("GET", "/api/Tickets") == ()
    faults.switch_on(Fault(kind=FaultKind.FORBIDDEN))
    assert [each.kind for each in faults.strike("GET", "/api/Tickets")] == [FaultKind.FORBIDDEN]
    assert faults.strike("GET", "/config") == ()
    faults.switch_off()
    assert faults.strike("GET", "/api/Tickets") == ()
    assert faults.struck == 0


def test_a_scenarios_file_may_bring_faults(tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(
        'name = "bad"\n[[faults]]\nkind = "rate_limited"\nwhere = ["token", "me"]\ntimes = 2\n'
        'detail = "7"\n'
    )
    where = (Place.TOKEN, Place.ME)
    expected = Fault(kind=FaultKind.RATE_LIMITED, where=where, times=2, detail="7")
    assert scenario(str(path)).faults == (expected,)
    path.write_text('name = "bad"\n[[faults]]\nkind = "flood"\n')
    with pytest.raises(UnknownScenarioError, match="flood"):
        scenario(str(path))


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        (FaultKind.RESET, httpx.ReadError),
        (FaultKind.SILENT, httpx.ReadTimeout),
        (FaultKind.STALLED_BODY, httpx.ReadTimeout),
        (FaultKind.CUT_BODY, httpx.RemoteProtocolError),
    ],
)
def test_the_wire_breaks_and_the_next_request_is_fine(visitor, kind, error):
    visitor.instance.faults.switch_on(Fault(kind=kind, times=1))
    with pytest.raises(error):
        visitor.http.get("/api/AuthInfo", timeout=httpx.Timeout(10, read=0.3))
    assert visitor.http.get("/api/AuthInfo").status_code == 200


@pytest.mark.parametrize(
    ("kind", "wait"),
    [(FaultKind.RATE_LIMITED, "7"), (FaultKind.RATE_LIMITED_SILENT, None)],
)
def test_a_rate_limit_with_and_without_a_word(visitor, kind, wait):
    visitor.instance.faults.switch_on(Fault(kind=kind, detail="7"))
    answer = visitor.http.get("/api/AuthInfo")
    assert answer.status_code == 429
    assert answer.text.startswith("Rate Limit Reached")
    assert answer.headers.get("retry-after") == wait


def test_a_rate_limit_until_a_date(visitor):
    visitor.instance.faults.switch_on(Fault(kind=FaultKind.RATE_LIMITED_DATE, detail="60"))
    until = visitor.http.get("/api/AuthInfo").headers["retry-after"]
    assert 55 < email.utils.parsedate_to_datetime(until).timestamp() - time.time() <= 60


def test_a_clock_that_is_off_shows_in_the_date_and_in_the_tokens(visitor):
    client_id, secret = visitor.make_application(visitor.make_agent(), "read:tickets")
    visitor.instance.faults.switch_on(Fault(kind=FaultKind.CLOCK_SKEW, detail="-7200"))
    answer = visitor.ask(client_id, secret)
    dates = answer.headers.get_list("date")
    assert len(dates) == 1
    assert abs(email.utils.parsedate_to_datetime(dates[0]).timestamp() - time.time() + 7200) < 60
    assert abs(claims_of(answer.json()["access_token"])["exp"] - time.time() + 3600) < 60
    assert visitor.get("/Tickets", answer.json()["access_token"]).status_code in (200, 403)


def test_tokens_that_end_in_the_middle(visitor):
    token = visitor.administrator()
    assert visitor.get("/Agent", token).status_code == 200
    visitor.instance.faults.switch_on(Fault(kind=FaultKind.EXPIRED_TOKENS, times=1))
    assert visitor.get("/Agent", token).status_code == 401
    assert visitor.get("/Agent", visitor.administrator()).status_code == 200


def test_paging_that_is_not_heeded(visitor):
    token = visitor.administrator()

    def numbers(**query):
        found = visitor.get("/Tickets", token, pageinate="true", **query).json()
        return [row["id"] for row in found["tickets"]], found["record_count"]

    first, count = numbers(page_no=1, page_size=3)
    assert numbers(page_no=2, page_size=3)[0] != first
    visitor.instance.faults.switch_on(Fault(kind=FaultKind.IGNORES_PAGE_NO))
    assert numbers(page_no=2, page_size=3) == (first, count)
    visitor.instance.faults.switch_off()
    visitor.instance.faults.switch_on(Fault(kind=FaultKind.IGNORES_PAGE_SIZE))
    rows, count = numbers(page_no=1, page_size=3)
    assert len(rows) > 3
    assert count == 50


def test_pages_are_never_struck(visitor):
    visitor.instance.faults.switch_on(Fault(kind=FaultKind.RESET))
    assert visitor.http.get("/config").status_code == 200


@given(st.sampled_from([kind for kind in FaultKind if changes(Fault(kind=kind))]), JSON)
def test_any_document_can_be_changed(kind, document):
    changed(Fault(kind=kind, detail="x"), document)

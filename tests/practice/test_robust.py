"""Whatever is asked, the practice instance answers, and never with a fault of its own."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.practice.visitor import Visitor
from wizard.practice.tables import tables

PATHS = (
    *(f"/api{path}" for path in ("/Agent", "/Agent/2", "/Roles", "/Team", "/Application", "")),
    *(f"/api{probe.path}" for probe in tables().probes.values()),
    "/config/agents/agents",
    "/config/agents/roles",
    "/config/agents/teams",
    "/config/integrations/api/applications",
    "/auth/token",
    "/auth",
)
NAMES = ("id", "agentid", "teamid", "tab", "saved", "pageinate", "page_size", "page_no", "count")
NAMES = (*NAMES, "tenant", "includedetails", "includeagents", "search")
TEXTS = st.one_of(
    st.sampled_from(
        ["-1", "0", "2", "true", "permissions", "teams", "", "\x00", "½", "99999999999"]
    ),
    st.text(max_size=12),
)


def test_no_get_is_answered_with_a_fault(visitor: Visitor):
    token = visitor.administrator()

    @settings(deadline=None, max_examples=150)
    @given(
        st.sampled_from(PATHS),
        st.one_of(st.just(""), st.text(max_size=8).map(lambda text: f"/{text}")),
        st.dictionaries(st.sampled_from(NAMES), TEXTS, max_size=4),
        st.booleans(),
    )
    def ask(path: str, more: str, params: dict[str, str], signed: bool) -> None:
        headers = {"Authorization": f"Bearer {token}"} if signed else {}
        address = f"{path}{quote(more)}?{urlencode(params)}"
        answer = visitor.http.get(address, headers=headers)
        assert answer.status_code < 500

    ask()


def test_no_form_is_answered_with_a_fault(visitor: Visitor):
    from tests.practice.test_pages import csrf

    token = csrf(visitor.http.get("/config/agents/agents?agentid=-1"))
    keys = ("name", "method", "agent_id", "draft", "action", "login_type", "workday_id", "claim:Tx")
    keys = (*keys, "team:1", "department:1", "scope:all", "active", "customer_id", "role:x")
    addresses = (
        "/config/agents/agents?agentid=3",
        "/config/agents/agents?agentid=3&tab=permissions",
        "/config/agents/agents?agentid=3&tab=teams",
        "/config/agents/roles?id=-1",
        "/config/integrations/api/applications?id=-1",
    )

    @settings(deadline=None, max_examples=100)
    @given(
        st.sampled_from(addresses),
        st.dictionaries(st.sampled_from(keys), TEXTS | st.sampled_from(["choose", "save"])),
    )
    def send(address: str, fields: dict[str, str]) -> None:
        answer = visitor.http.post(address, data={**fields, "csrf": token})
        assert answer.status_code < 500

    send()

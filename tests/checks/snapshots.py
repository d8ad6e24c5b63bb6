"""Checks to compare over time, and a strategy for any of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from hypothesis import strategies as st

from wizard.checks.findings import Finding, State
from wizard.checks.observation import Through
from wizard.checks.snapshots import Check, TokenAgent
from wizard.problems import Layer

MARCH = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)
GUIDE = dt.date(2026, 2, 1)
DAY = dt.timedelta(days=1)

TICKETS, CUSTOMERS = "permission:Tickets Access Level", "permission:Customers Access Level"
SCOPE, PROBE = "scope:edit:tickets", "probe:GET /Tickets"
IDENTITY, LOGIN = "identity", "application:login_agent"
ASKED = frozenset({TICKETS, CUSTOMERS, SCOPE, PROBE, IDENTITY, LOGIN})
ADA = TokenAgent(7, "Ada")


def finding(requirement: str, state: State, value: str | None = None, **more: object) -> Finding:
    found = value or f"in words: {state}"
    return Finding(requirement, state, Layer.AGENT, "as asked", found, value=value, **more)  # type: ignore[arg-type]


def check(*findings: Finding, days: float = 0, **changes: object) -> Check:
    """Give a check of everything, met where no finding says otherwise."""
    values: dict[str, object] = {
        "at": MARCH + days * DAY,
        "profile_date": GUIDE,
        "asked": ASKED,
        "eyes": Through.ADMINISTRATOR,
        "version": "2.184.1",
        "agent": ADA,
    }
    values |= changes
    asked = values["asked"]
    assert isinstance(asked, frozenset)
    said = {each.requirement for each in findings}
    met = (finding(each, State.MET) for each in sorted(asked - said))
    return Check(findings=(*findings, *met), **values)  # type: ignore[arg-type]


def unreadable(days: float = 0) -> Check:
    unknown = (finding(each, State.UNKNOWN) for each in sorted(ASKED))
    return check(*unknown, days=days, version=None, agent=None)


def _checks(asked: frozenset[str], days: int) -> st.SearchStrategy[Check]:
    beyond = st.sampled_from(["scope:all", "permission:Is a HaloPSA Administrator"])
    excess = st.builds(finding, beyond, st.just(State.EXCESS), st.sampled_from(["Yes", None]))

    def of_each(requirements: Iterable[str]) -> st.SearchStrategy[tuple[Finding, ...]]:
        values = st.sampled_from([None, "No", "Read Only", "Read and Modify"])
        return st.tuples(
            *(
                st.builds(finding, st.just(name), st.sampled_from(State), values)
                for name in sorted(requirements)
            )
        )

    findings = st.builds(
        lambda rows, more: (*rows, *more),
        of_each(asked),
        st.lists(excess, max_size=2, unique_by=lambda each: each.requirement),
    )
    return st.builds(
        Check,
        at=st.just(MARCH + days * DAY),
        profile_date=st.sampled_from([GUIDE, GUIDE + 30 * DAY]),
        asked=st.just(asked),
        findings=findings,
        eyes=st.sampled_from(Through),
        version=st.sampled_from([None, "2.184.1", "2.190.0"]),
        agent=st.sampled_from([None, ADA, TokenAgent(None, "ada"), TokenAgent(9, "Ada")]),
    )


def histories(length: int) -> st.SearchStrategy[list[Check]]:
    """Give checks of one setup, one a day, of a profile that may ask more or less each time."""
    asked = st.frozensets(st.sampled_from(sorted(ASKED)), min_size=1)
    return st.tuples(*(asked.flatmap(lambda a, d=day: _checks(a, d)) for day in range(length))).map(
        list
    )

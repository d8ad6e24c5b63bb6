"""Outcomes to report on, and a strategy for any of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from tests.store.states import _findings as findings
from tests.store.states import _texts as texts
from tests.store.states import _times as times
from wizard.checks.acceptance import Accepted, Weighed, Weight
from wizard.checks.drift import Drift, DriftKind
from wizard.checks.findings import Finding, KnownBy, Report, State
from wizard.fleet.outcome import Outcome
from wizard.problems import Layer, known_codes, problem
from wizard.profiles.schema import Source
from wizard.setup.state import Confirmation

STARTED = dt.datetime(2026, 11, 22, 6, 0, 2, tzinfo=dt.UTC)
ENDED = dt.datetime(2026, 11, 22, 6, 0, 9, tzinfo=dt.UTC)
GUIDE = Source(
    title="Integrating with Halo",
    publisher="Liongard",
    seen=dt.date(2026, 11, 20),
    address="https://docs.liongard.com/docs/halo",
)

_days = st.dates(dt.date(1971, 1, 1), dt.date(2199, 1, 1))
_BY_GUIDE = (DriftKind.ASKED, DriftKind.DROPPED)
_drifts = st.builds(
    Drift,
    kind=st.sampled_from(DriftKind),
    requirement=st.none() | texts,
    state=st.none() | st.sampled_from(State),
    then=st.none() | texts,
    now=st.none() | texts,
    since=times,
    guides=st.tuples(_days, _days),
    because=st.none() | texts,
).map(lambda drift: drift if drift.kind in _BY_GUIDE else replace(drift, guides=None))
_accepted = st.builds(
    Accepted,
    requirement=texts,
    kind=st.sampled_from(DriftKind),
    state=st.none() | st.sampled_from(State),
    value=st.none() | texts,
    reason=texts,
    person=texts,
    at=times,
    until=_days,
)
_weighed = st.one_of(
    st.builds(Weighed, _drifts, st.just(Weight.OPEN)),
    st.builds(Weighed, _drifts, st.sampled_from(list(Weight)[1:]), _accepted),
)
_reports = st.builds(
    Report,
    profile=texts,
    profile_date=_days,
    instance=texts,
    checked_at=times,
    findings=st.lists(
        findings, min_size=1, max_size=4, unique_by=lambda each: each.requirement
    ).map(tuple),
)
_problems = st.builds(problem, st.sampled_from(sorted(known_codes())), texts)
_whole = {
    "setup_id": texts,
    "name": texts,
    "started": times,
    "drifts": st.lists(_weighed, max_size=2).map(tuple),
    "before": st.none() | st.sampled_from([0, 1, 3, 4]),
    "unkept": st.none() | _problems,
    "guide": st.none()
    | st.builds(Source, title=texts, publisher=texts, seen=_days, address=st.none() | texts),
    "version": st.none() | texts,
    "confirmed": st.lists(st.tuples(texts, st.builds(Confirmation, texts, times)), max_size=2).map(
        tuple
    ),
}
outcomes = st.one_of(
    st.builds(Outcome, report=_reports, **_whole),
    st.builds(
        Outcome,
        report=st.none(),
        failed=_problems,
        **_whole,
    ),
)


def finding(requirement: str, state: State = State.MET, **changes: object) -> Finding:
    values: dict[str, object] = {
        "layer": Layer.AGENT,
        "wanted": "Read and Modify",
        "found": "Read and Modify",
        "evidence": ("Tx=2 on the agent",),
        "known_by": KnownBy.CONFIGURED,
    }
    return Finding(requirement, state, **(values | changes))  # type: ignore[arg-type]


def outcome(*found: Finding, **changes: object) -> Outcome:
    """Give an outcome in which everything is met, or what the findings say."""
    report = Report(
        "liongard", GUIDE.seen, "https://acme.halopsa.com", ENDED, found or (finding("token"),)
    )
    values: dict[str, object] = {
        "setup_id": "a",
        "name": "liongard@acme.halopsa.com",
        "started": STARTED,
        "report": report,
        "guide": GUIDE,
        "version": "2.184.1",
    }
    return Outcome(**(values | changes))  # type: ignore[arg-type]


def failed(code: str = "internal", **changes: object) -> Outcome:
    return outcome(report=None, failed=problem(code), **changes)

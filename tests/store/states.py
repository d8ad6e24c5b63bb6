"""Saved states to test with, and a strategy for any of them."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from wizard.checks.findings import Finding, KnownBy, State
from wizard.problems import Layer
from wizard.setup.state import Confirmation, SecretPlace, SetupState

CREATED = dt.datetime(2026, 11, 22, 10, 0, tzinfo=dt.UTC)


def state(setup_id: str = "a", *, created: dt.datetime = CREATED, **changes: object) -> SetupState:
    return SetupState(id=setup_id, profile_id="liongard", practice=False, created=created).with_(
        **changes
    )


def finding(**changes: object) -> Finding:
    values: dict[str, object] = {
        "requirement": "scope:edit:tickets",
        "state": State.MISSING,
        "layer": Layer.APPLICATION,
        "wanted": "granted",
        "found": "not granted",
        "evidence": ("token: read:tickets",),
        "known_by": KnownBy.PROVEN,
    }
    return Finding(**values | changes)  # type: ignore[arg-type]


# Letters of any script; what looks like a secret has tests of its own.
_texts = st.text(st.characters(exclude_categories=["Cs", "Nd", "Po", "Sm", "Pd"]), max_size=20)
_zones = st.one_of(
    st.just(dt.UTC),
    st.integers(-14 * 60, 14 * 60).map(lambda m: dt.timezone(dt.timedelta(minutes=m))),
)
# Years that have a timestamp on every system, in every time zone.
_times = st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2199, 1, 1), timezones=_zones)
_findings = st.builds(
    Finding,
    requirement=_texts,
    state=st.sampled_from(State),
    layer=st.sampled_from(Layer),
    wanted=_texts,
    found=_texts,
    evidence=st.lists(_texts, max_size=3).map(tuple),
    remedy=_texts,
    link=st.none() | _texts,
    known_by=st.sampled_from(KnownBy),
    because=st.none() | _texts,
)

states = st.builds(
    SetupState,
    id=_texts,
    profile_id=_texts,
    practice=st.booleans(),
    created=_times,
    step=_texts,
    visited=st.lists(_texts, max_size=3).map(tuple),
    answers=st.dictionaries(_texts, _texts, max_size=3),
    secrets=st.dictionaries(
        _texts, st.builds(SecretPlace, _texts, st.booleans(), _texts), max_size=2
    ),
    confirmed=st.dictionaries(_texts, st.builds(Confirmation, _texts, _times), max_size=2),
    findings=st.dictionaries(_texts, st.lists(_findings, max_size=2).map(tuple), max_size=2),
    checked=st.dictionaries(_texts, _times, max_size=2),
    finished=st.none() | _times,
)

"""Which scopes a token gets, and what they open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.practice.behaviour import Behaviour, Ungranted, WideAnswer
from wizard.practice.scopes import InvalidScopeError, expanded, granted, listed, opens
from wizard.practice.tables import tables

EASY = Behaviour()
DROPPING = Behaviour(ungranted_scope=Ungranted.DROPPED)
api_scopes = st.sets(st.sampled_from(tables().api_scopes))
known_scopes = st.sets(st.sampled_from([*tables().api_scopes, *tables().identity_scopes]))


@given(known_scopes, api_scopes)
def test_nothing_is_granted_that_is_not_held(asked, held):
    assert granted(asked, held, DROPPING) <= expanded(held) | held


@given(known_scopes, api_scopes)
def test_refusing_and_dropping_agree_where_all_is_held(asked, held):
    dropped = granted(asked, held, DROPPING)
    wanted = {name for name in asked if name not in tables().identity_scopes} - {"all"}
    if wanted <= expanded(held) | held:
        assert granted(asked, held, EASY) == dropped
    else:
        with pytest.raises(InvalidScopeError):
            granted(asked, held, EASY)


@given(known_scopes, api_scopes, st.sampled_from(["read:users", "nonsense", "Read:Tickets"]))
def test_one_unknown_scope_refuses_all(asked, held, unknown):
    for behaviour in (EASY, DROPPING):
        with pytest.raises(InvalidScopeError):
            granted([*asked, unknown], held, behaviour)


@given(api_scopes)
def test_all_gives_what_is_held_but_all_teams(held):
    assert granted(["all"], held, EASY) == held - {"all:teams"}


@given(api_scopes)
def test_the_answer_begins_with_the_identity_scopes(held):
    names = listed(held, EASY).split()
    assert names[:5] == ["openid", "email", "profile", "offline_access", "roles"]
    assert set(names[5:]) == held


def test_a_wide_scope_is_named_or_expanded():
    held = {"all:standard", "all:teams"}
    assert "all:standard" in listed(held, EASY).split()
    parts = listed(held, Behaviour(wide_scope_answer=WideAnswer.EXPANDED)).split()
    assert "all:standard" not in parts
    assert {"read:tickets", "edit:tickets", "editMine:timesheets", "all:teams"} <= set(parts)
    assert "admin:webhooks" not in parts


@pytest.mark.parametrize(
    ("held", "needed", "open_"),
    [
        ({"edit:tickets"}, "read:tickets", True),
        ({"read:tickets"}, "edit:tickets", False),
        ({"edit:tickets"}, "read:assets", False),
        ({"all"}, "read:tickets", True),
        ({"all"}, "all:teams", False),
        ({"all:standard"}, "read:kb", True),
        ({"all:standard"}, "all:teams", False),
        ({"all:standard"}, "admin:webhooks", False),
        ({"all:standard"}, "admin", False),
        ({"admin"}, "admin:webhooks", False),
        (set(), "read:tickets", False),
    ],
)
def test_what_a_scope_opens(held, needed, open_):
    assert opens(held, needed) is open_

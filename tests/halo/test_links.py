from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.halo.links import site_link

WEB = "https://acme.halopsa.com"


@pytest.mark.parametrize(
    ("screen", "key", "path"),
    [
        ("agents", None, "/config/agents/agents"),
        ("agent", 12, "/config/agents/agents?agentid=12"),
        ("agent", None, "/config/agents/agents"),
        ("roles", None, "/config/agents/roles"),
        ("role", "ab-1", "/config/agents/roles?id=ab-1"),
        ("teams", None, "/config/agents/teams"),
        ("api", None, "/config/integrations/api"),
        ("applications", None, "/config/integrations/api/applications"),
        ("application", "x", "/config/integrations/api/applications?id=x"),
    ],
)
def test_screens(screen: str, key: str | int | None, path: str) -> None:
    assert site_link(WEB, screen, key) == WEB + path


def test_a_screen_whose_address_is_not_known() -> None:
    assert site_link(WEB, "permissions") is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_key_cannot_leave_its_place(key: str) -> None:
    link = site_link(WEB, "role", key)
    assert link is not None
    assert link.startswith(WEB + "/config/agents/roles?id=")
    assert not set(link.partition("?id=")[2]) & set("&=#?/ \n<>\"'")

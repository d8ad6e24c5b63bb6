from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.profiles.paths import EVERY_FILE, GUIDES
from wizard.profiles.catalog import Catalog
from wizard.profiles.describe import list_text, show_text
from wizard.profiles.loader import load_profile
from wizard.profiles.requirements import PermissionRequirement, ScopeRequirement, requirements
from wizard.profiles.schema import AgentStep, HandOverStep


def test_list_has_a_line_for_each_profile() -> None:
    lines = list_text(Catalog().all()).splitlines()
    assert [line.split()[0] for line in lines] == list(Catalog().ids())
    assert all("  2026-11-22  " in line for line in lines)
    assert len({line.index("2026-11-22") for line in lines}) == 1
    assert list_text(()) == ""


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.stem)
def test_show_tells_every_row(path: Path) -> None:
    profile = load_profile(path)
    text = " ".join(show_text(profile).split())
    for each in requirements(profile):
        if isinstance(each, PermissionRequirement):
            assert f"{each.row.label}: " in text
        if isinstance(each, ScopeRequirement):
            assert each.row.name in text
    for said in (profile.summary, profile.source.title, str(profile.source.seen)):
        assert said in text
    for line in (*profile.source.gaps, *profile.prerequisites):
        assert line in text
    for step in profile.steps:
        assert all(line in text for line in step.text)
        if isinstance(step, HandOverStep):
            assert all(field.label in text for field in step.fields)


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: path.stem)
def test_show_fits_a_terminal_and_only_addresses_may_be_longer(path: Path) -> None:
    lines = show_text(load_profile(path)).splitlines()
    assert [line for line in lines if len(line) > 96 and "https://" not in line] == []
    assert not [line for line in lines if line != line.rstrip()]


def test_says_what_is_special_about_a_row() -> None:
    def shown(name: str) -> str:
        return show_text(load_profile(GUIDES / f"{name}.toml"))

    assert "Is a HaloPSA Administrator: leave unset" in shown("msportal")
    assert "all (must stay unticked)" in shown("zomentum")
    assert "admin:webhooks (one of these is enough)" in shown("zomentum")
    assert "read:assets (optional)" in shown("zomentum")
    assert "URL: <Address of the custom tab>" in shown("msp-process")
    assert "(only during set-up)" in shown("msp-process")
    assert "the onboarding specialist (to a person)" in shown("msp-process")
    assert "Tenant (only where Halo hosts; Leave it empty" in shown("connectsecure")
    assert "Authorisation Server (without https://)" in shown("connectsecure")
    assert "(on the role or the agent)" in show_text(Catalog().get("topleft"))
    assert "Configuration: every option Yes" in show_text(Catalog().get("watchguard-cloud"))


def test_a_profile_cannot_steer_the_terminal() -> None:
    profile = load_profile(GUIDES / "msportal.toml")
    evil = replace(profile, name="\x1b]0;title\x07", summary="two\nlines", steps=(AgentStep(),))
    for text in (show_text(evil), list_text((evil,))):
        assert all(char.isprintable() or char == "\n" for char in text)
    assert "two lines" in show_text(evil)

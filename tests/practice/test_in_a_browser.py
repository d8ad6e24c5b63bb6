"""A technician makes Liongard's application in a real browser, and the wizard's check sees it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.practice.chromium import Chromium, chromium
from wizard.app.check import Target, check
from wizard.practice.server import PracticeInstance
from wizard.practice.technician import Technician
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret

pytestmark = [
    pytest.mark.skipif(
        shutil.which("chromium") is None or shutil.which("chromedriver") is None,
        reason="no browser: apt-get install chromium chromium-driver",
    ),
    pytest.mark.timeout(240),
]
SCOPES = ("read:tickets", "edit:tickets", "read:customers")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Chromium]:
    with chromium(tmp_path) as opened:
        yield opened


def _checked(instance: PracticeInstance, client_id: str, secret: str) -> dict[str, str]:
    target = Target(
        profile=Catalog().get("liongard"),
        url=instance.address,
        client_id=client_id,
        client_secret=Secret(secret),
        agent="Liongard",
    )
    report = asyncio.run(check(target, lambda _: None))
    return {each.requirement: each.state.value for each in report.findings}


def test_an_application_made_by_hand_is_what_the_check_sees(browser: Chromium) -> None:
    with PracticeInstance() as instance:
        technician = Technician(instance.world, Catalog().get("liongard"), {})
        for step in ("agent", "permissions", "teams"):
            technician.do(step, step)

        browser.open(instance.address)
        browser.follow("HaloPSA API")
        assert instance.tenant in browser.text
        browser.follow("View Applications")
        browser.follow("New")
        browser.fill("Application Name", "Liongard")
        browser.choose("Authentication Method", "Client ID and Secret (Services)")
        browser.press("Choose this method")
        early, secret = browser.code("client_id"), browser.code("client_secret")
        browser.choose("Login Type", "Agent")
        browser.choose("Agent to log in as", "Liongard")
        browser.press("Save")

        client_id = browser.code("client_id")
        assert client_id != early
        assert secret not in browser.text
        assert _checked(instance, early, secret)["token"] == "missing"
        before = _checked(instance, client_id, secret)
        assert {before[f"scope:{name}"] for name in SCOPES} == {"missing"}

        browser.follow("Permissions")
        for name in SCOPES:
            browser.tick(name)
        browser.press("Save")
        assert all(browser.ticked(name) for name in SCOPES)
        browser.follow("Details")
        assert browser.code("client_id") == client_id
        assert secret not in browser.text

        after = _checked(instance, client_id, secret)
        assert after["token"] == after["identity"] == "met"
        assert {after[f"scope:{name}"] for name in SCOPES} == {"met"}
        assert after["probe:GET /Tickets"] == after["probe:GET /Client"] == "met"


def test_a_new_secret_is_shown_once_and_stops_the_old_one(browser: Chromium) -> None:
    with PracticeInstance() as instance:
        technician = Technician(instance.world, Catalog().get("liongard"), {})
        for step in ("agent", "permissions", "teams", "application"):
            technician.do(step, step)
        entered = technician.do("credentials", "credentials")
        technician.do("scopes", "scopes")
        client_id, old = str(entered["client_id"]), entered["client_secret"]
        assert isinstance(old, Secret)
        assert _checked(instance, client_id, old.reveal())["token"] == "met"

        browser.open(f"{instance.address}/config/integrations/api/applications")
        browser.follow("Liongard")
        browser.press("Generate a new secret")
        new = browser.code("client_secret")
        browser.open(f"{instance.address}/config/integrations/api/applications")
        browser.follow("Liongard")
        assert new not in browser.text

        assert _checked(instance, client_id, old.reveal())["token"] == "missing"
        assert _checked(instance, client_id, new)["token"] == "met"

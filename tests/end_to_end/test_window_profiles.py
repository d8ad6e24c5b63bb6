"""Each guide goes through in the real window, and no secret stays anywhere but in the keychain."""

from __future__ import annotations

import json
from contextlib import closing

import pytest

from tests.end_to_end.browser import Browser
from tests.end_to_end.by_hand import ByHand
from tests.end_to_end.conftest import Workstation
from tests.end_to_end.traces import files, told_to_the_system, traces
from tests.end_to_end.walks import PROFILES
from tests.end_to_end.window import RealWindow
from wizard.checks.findings import State
from wizard.profiles.catalog import Catalog

# What no API shows has to be confirmed by a person; HaloPSA gives no code for these settings.
CONFIRMED = {"watchguard-cloud": {"permission:Configuration/*"}}


@pytest.mark.parametrize("profile", PROFILES)
def test_a_guide_goes_through_with_the_button_that_does_it(workstation, profile):
    window = workstation.open()
    seen = window.begin(profile)
    while seen.step != "done":
        if seen.step == "connection":
            window.click("input:connection:admin")
        if "do-it" in seen:
            window.click("do-it")
        finish(window)
        for field in seen.names("input:hand_over:"):  # what no address tells
            window.enter(f"hand_over:{field}", "acme")
        workstation.picture(f"{profile}-{seen.step}")
        seen = window.next()
    proven(workstation, window, profile)


def test_liongard_goes_through_by_hand(workstation):
    window = workstation.open()
    workstation.picture("00-home")
    window.click("new-setup")
    window.click("card:liongard")
    workstation.picture("01-choose")
    seen = window.next()
    number = 2
    with closing(Browser()) as browser:
        person = ByHand(window, browser, lambda: workstation.opened)
        while seen.step != "done":
            step = seen.step
            workstation.picture(f"{number:02}-{step}")
            if step == "instance":
                window.click("do-it")  # nothing else tells where the practice instance is
            if step == "connection":
                window.click("input:connection:admin")
            person.work(step)
            if follow(window):
                number += 1
                workstation.picture(f"{number:02}-{step}-checked")
            number += 1
            seen = window.next()
    workstation.picture(f"{number:02}-done")
    proven(workstation, window, "liongard", picture=f"{number + 1:02}-home")


def follow(window: RealWindow) -> bool:
    """Do what the window urges to: check, if that is its primary button; tell whether it was."""
    seen = window.look()
    if "check" not in seen or not seen["check"].primary:
        return False
    seen = window.check()
    assert seen.standing(seen.step) == "done", seen.rows
    assert seen["next"].primary
    return True


def finish(window: RealWindow) -> None:
    """Check the step; confirm what only a person can see."""
    if "check" in window.look():
        seen = window.check()
        for requirement in seen.names("confirm:"):
            window.click(f"confirm:{requirement}")
        seen = window.look()
        assert seen.standing(seen.step) == "done", seen.rows


def proven(workstation: Workstation, window: RealWindow, profile: str, picture: str = "") -> None:
    """See that the setup is finished, saved, on the home page, and its secrets in the keychain."""
    done = window.look()
    assert {done.standing(step) for step in done.names("step:")} == {"done"}
    assert done.texts[done.texts.index("Left to do") + 1] == "nothing"
    verdict = done["verdict"].text
    assert verdict.startswith(
        "Nothing is missing; 1 of" if profile in CONFIRMED else "The connection works: all"
    )
    window.click("next")
    home = window.until(lambda seen: "new-setup" in seen, "the home page")
    if picture:
        workstation.picture(picture)
    (setup,) = workstation.setups()
    assert setup.finished is not None
    practised = json.loads((workstation.home / "practice-instance.json").read_text())
    assert setup.answers["tenant"] == practised["tenant"]
    assert f"check-again:{setup.id}" in home
    name = Catalog().get(profile).name
    assert home[f"setup:{setup.id}"].spoken.startswith(f"{name} → 127.0.0.1:")
    states = {each.requirement: each.state for each in setup.findings["proof"]}
    unknown = {name for name, state in states.items() if state is State.UNKNOWN}
    assert unknown == CONFIRMED.get(profile, set())
    assert State.MISSING not in states.values()
    only_in_the_keychain(workstation, window)
    assert window.close() == 0
    only_in_the_keychain(workstation)


def only_in_the_keychain(workstation: Workstation, window: RealWindow | None = None) -> None:
    """Look for both secrets in every file, and in what the system shows of the running program."""
    (setup,) = workstation.setups()
    held = workstation.secrets()
    names = {f"halo-setup-practice:{setup.id}:{name}" for name in setup.secrets}
    assert set(held) == names
    assert {name.rpartition(":")[2] for name in names} == {"client_secret", "admin_client_secret"}
    searched = {path.name for path in files(workstation.home)}
    assert {"practice.sqlite3", "practice-instance.json", "halo-setup.log"} <= searched
    for secret in held.values():
        assert len(secret) > 30
        assert traces(secret, *workstation.everywhere()) == []
        if window is not None:
            assert told_to_the_system(secret, window.process.pid) == []

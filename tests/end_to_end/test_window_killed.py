"""Killed in the real window: home offers to go on, and the setup opens where it was."""

from __future__ import annotations

from tests.end_to_end.conftest import Workstation
from tests.end_to_end.traces import traces
from tests.end_to_end.window import RealWindow, Seen
from wizard.setup.state import SetupState


def test_killed_three_times_on_the_way(workstation):
    window = workstation.open()
    window.begin("liongard")
    walk_to(window, "permissions")
    window.click("do-it")
    window.check()

    window, seen = killed_and_resumed(workstation, window)
    assert seen.step == "permissions"
    assert seen.standing("permissions") == "done"
    assert sorted(seen[f"done:{each}"].text for each in seen.names("done:")) == ["2 done", "4 done"]
    window.go("agent")
    assert window.look()["input:agent_name"].text == "Liongard"
    window.go("teams")
    # The application's secret is copied by the button's person, and lost with the program.
    walk_to(window, "credentials")

    window, seen = killed_and_resumed(workstation, window)
    assert seen.step == "credentials"
    assert seen["input:client_id"].text == seen["input:client_secret"].text == ""
    walk_to(window, "hand_over")

    window, seen = killed_and_resumed(workstation, window)
    assert seen.step == "hand_over"
    assert "kept in GNOME Keyring" in seen.texts
    window.go("proof")
    seen = window.check()
    assert seen["verdict"].text.startswith("The connection works: all")
    for secret in workstation.secrets().values():
        assert traces(secret, *workstation.everywhere()) == []


def test_what_was_held_in_memory_is_asked_for_again_and_nothing_else(workstation):
    window = workstation.open()
    window.begin("liongard")
    walk_to(window, "credentials")
    workstation.keychain.lock()
    window.click("do-it")
    assert "keychain.locked" in window.error()
    window.click("hold-in-memory")
    window.until(
        lambda seen: "held in memory for this session only" in seen.texts, "the secret's place"
    )
    workstation.keychain.restart()
    window.check()
    walk_to(window, "proof", begin=False)

    window, seen = killed_and_resumed(workstation, window, gone={"client_secret"})
    assert seen.step == "proof"
    assert seen["notice"].text == (
        "Enter Client Secret (Id and secret). The secret was held for an earlier session only."
    )
    seen = window.go("credentials")
    assert seen["input:client_id"].text == workstation.setups()[0].answers["client_id"]
    assert seen["input:client_secret"].text == ""
    window.go("admin_application")
    assert "kept in GNOME Keyring" in window.look().texts
    window.go("credentials")
    window.click("do-it")
    window.go("proof")
    assert window.check()["verdict"].text.startswith("The connection works: all")


def walk_to(window: RealWindow, step: str, *, begin: bool = True) -> None:
    """Do each step with the button, up to this one. `begin`: the step shown is not done yet."""
    while (seen := window.look()).step != step:
        if seen.step == "connection":
            window.click("input:connection:admin")
        if begin and "do-it" in seen:
            window.click("do-it")
        if begin and "check" in seen:
            window.check()
        begin = True
        window.next()


def killed_and_resumed(
    workstation: Workstation, window: RealWindow, gone: frozenset[str] | set[str] = frozenset()
) -> tuple[RealWindow, Seen]:
    """Kill the program, start it again and go on; see that nothing but `gone` was lost."""
    (before,) = workstation.setups()
    window.kill()
    assert workstation.setups() == (before,)
    again = workstation.open()
    home = again.look()
    assert home.names("go-on:") == [before.id]
    seen = again.resume()
    (after,) = workstation.setups()
    assert after == without(before, gone)
    assert ("notice" in seen) is bool(gone)
    return again, seen


def without(state: SetupState, gone: frozenset[str] | set[str]) -> SetupState:
    return state.with_(secrets={name: at for name, at in state.secrets.items() if name not in gone})

"""A notification: its words, and that the desktop gets them as they are."""

from __future__ import annotations

import logging
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import pytest

from tests.schedule.conftest import Stubs
from tests.schedule.desktop import Desktop
from wizard.app.notify import tell_worse
from wizard.schedule import notification
from wizard.schedule.notification import show, worse

HOSTILE = 'liongard@<b>a</b>&"\'$(touch x)`touch x`; display dialog "x"\x1b[2J\n\u202eevil'


# ---- the words


def test_one_and_many_are_said_with_their_names() -> None:
    assert worse(["a@x"]) == "1 setup is worse than before: a@x"
    assert worse(["a@x", "b@y"]) == "2 setups are worse than before: a@x, b@y"
    many = worse([f"{number}@x" for number in range(200)])
    assert many == "200 setups are worse than before: 0@x, 1@x, 2@x and 197 more"


def test_a_name_is_made_plain_and_short() -> None:
    text = worse([HOSTILE, "x" * 500])
    assert text.isprintable()
    assert len(text) < 250


def test_it_is_in_the_language_of_who_sits_here(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(notification, "show", shown.append)
    monkeypatch.setenv("HALO_SETUP_LANGUAGE", "de")
    tell_worse(["a@x"])
    tell_worse([])
    assert shown == ["1 Einrichtung ist schlechter als zuvor: a@x"]
    assert worse(["a@x"]).startswith("1 setup")  # the rest of the run is as it was


# ---- the desktop of Linux: a real bus, and a service that takes notifications


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """Give a D-Bus session on which nobody is yet."""
    if sys.platform != "linux":
        pytest.skip("only on Linux notifications go over D-Bus")
    # A socket's path is short, pytest's folders are not.
    with tempfile.TemporaryDirectory(prefix="bus-") as runtime:
        daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            env={"XDG_RUNTIME_DIR": runtime, "XDG_DATA_DIRS": runtime, "HOME": runtime},
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert daemon.stdout is not None
        with daemon, daemon.stdout:
            address = daemon.stdout.readline().decode().strip()
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
            try:
                yield daemon
            finally:
                daemon.terminate()


@pytest.fixture
def desktop(bus: subprocess.Popen[bytes]) -> Iterator[Desktop]:
    service = Desktop()
    yield service
    bus.terminate()
    service.end()


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.INFO)
    return caplog


def test_the_desktop_gets_the_call(desktop: Desktop, logged: pytest.LogCaptureFixture) -> None:
    show("2 setups are worse than before: <b>a</b>@x & b@y", "linux")
    name, replaces, _, title, text, actions, hints, expires = desktop.got.get(timeout=5)
    assert (name, replaces, title, actions, expires) == (
        *("Halo Setup Wizard", 0, "Halo Setup Wizard", [], -1),
    )
    assert text == "2 setups are worse than before: <b>a</b>@x & b@y"
    assert hints["desktop-entry"] == ("s", "halo-setup")
    assert logged.text == ""


def test_markup_is_never_a_tenant_s(desktop: Desktop) -> None:
    desktop.can = ["body", "body-markup"]
    show(worse(["<a href='file:///x'>a</a>@x"]), "linux")
    text = desktop.got.get(timeout=5)[4]
    assert text.endswith("&lt;a href='file:///x'&gt;a&lt;/a&gt;@x")


def test_no_desktop_is_a_line_in_the_log(
    bus: subprocess.Popen[bytes], logged: pytest.LogCaptureFixture
) -> None:
    show("a text", "linux")
    assert [each.message for each in logged.records] == [
        "no notification could be shown (OSError): a text"
    ]


def test_no_bus_is_a_line_in_the_log(
    monkeypatch: pytest.MonkeyPatch, logged: pytest.LogCaptureFixture
) -> None:
    for address in (None, "unix:path=/nowhere"):
        logged.clear()
        if address:
            monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        else:
            monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        show("a text", "linux")
        assert len(logged.records) == 1


def test_a_desktop_that_refuses_or_hangs_is_not_waited_for(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch, logged: pytest.LogCaptureFixture
) -> None:
    desktop.refuses = True
    show("a text", "linux")
    monkeypatch.setattr(notification, "_PATIENCE", 0.05)
    desktop.silent = True
    show("a text", "linux")
    assert len(logged.records) == 2


# ---- the other systems, as their programs are called


def test_apple_s_program_gets_the_text_as_a_word(stubs: Stubs) -> None:
    stubs.add("osascript")
    text = worse([HOSTILE])
    show(text, "darwin")
    ((program, option, script, title, told),) = stubs.calls()
    assert (program, option, title, told) == ("osascript", "-e", "Halo Setup Wizard", text)
    assert "liongard" not in script


def test_windows_gets_the_text_in_its_environment(stubs: Stubs) -> None:
    got = stubs.folder / "got"
    stubs.add("powershell", f'printf "%s|%s" "$HALO_SETUP_TITLE" "$HALO_SETUP_TEXT" > "{got}"')
    text = worse([HOSTILE])
    show(text, "win32")
    assert got.read_text() == f"Halo Setup Wizard|{text}"
    (call,) = stubs.calls()
    assert "liongard" not in "".join(call)
    assert "CreateTextNode($env:HALO_SETUP_TEXT)" in call[-1]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_program_that_fails_or_is_not_there_is_a_line_in_the_log(
    stubs: Stubs, logged: pytest.LogCaptureFixture, platform: str
) -> None:
    show("a text", platform)
    for name in ("powershell", "osascript"):
        stubs.add(name, "exit 1")
    show("a text", platform)
    assert [each.message for each in logged.records] == [
        "no notification could be shown (code None): a text",
        "no notification could be shown (code 1): a text",
    ]

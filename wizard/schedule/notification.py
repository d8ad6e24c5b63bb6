"""A notification on the desktop, with what each system brings along.

Names in it come from tenants and files: they are data to every program that is asked, never part
of a script or of markup. Where there is no desktop to tell, nothing happens but a line in the log.
"""

from __future__ import annotations

import contextlib
import html
import logging
import re
import sys
from collections.abc import Sequence
from typing import Any

from wizard.language import mark, plural, tr
from wizard.schedule.carrying import ask

TITLE = "Halo Setup Wizard"
_log = logging.getLogger(__name__)

_SHOWN = 3  # names; a notification is small
_LONGEST = 80  # characters of one name
_PATIENCE = 5.0  # seconds for the desktop to take it
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")

# `on run argv`: the words are arguments, whatever is in them.
_APPLESCRIPT = """on run argv
display notification (item 2 of argv) with title (item 1 of argv)
end run"""
# The texts come from the environment and become text nodes: nothing of them is read as code or XML.
# Without an application of its own in the Start menu a toast needs the name of one that is there.
_POWERSHELL = r"""
$ErrorActionPreference = 'Stop'
$null = [Windows.UI.Notifications.ToastNotificationManager,
  Windows.UI.Notifications, ContentType = WindowsRuntime]
$manager = [Windows.UI.Notifications.ToastNotificationManager]
$toast = $manager::GetTemplateContent([Windows.UI.Notifications.ToastTemplateType]::ToastText02)
$texts = $toast.GetElementsByTagName('text')
$null = $texts.Item(0).AppendChild($toast.CreateTextNode($env:HALO_SETUP_TITLE))
$null = $texts.Item(1).AppendChild($toast.CreateTextNode($env:HALO_SETUP_TEXT))
$app = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe'
$manager::CreateToastNotifier($app).Show(
  [Windows.UI.Notifications.ToastNotification]::new($toast))
"""


def worse(names: Sequence[str]) -> str:
    """Say that these setups are worse than before; their names are cut short and made plain."""
    plain = [_plain(each) for each in names]
    shown = ", ".join(plain[:_SHOWN])
    if len(plain) > _SHOWN:
        shown = tr("{names} and {number} more", names=shown, number=len(plain) - _SHOWN)
    return plural(
        len(plain),
        mark("1 setup is worse than before: {names}"),
        mark("{number} setups are worse than before: {names}"),
        names=shown,
    )


def show(text: str, platform: str = sys.platform) -> None:
    """Show a notification. Never raises, and waits a few seconds at most."""
    kind = {"win32": _on_windows, "darwin": _on_mac}.get(platform, _on_dbus)
    try:
        failed = kind(text)
    except Exception as error:  # noqa: BLE001 - jeepney raises of every kind; nothing depends on it
        failed = type(error).__name__
    if failed:
        _log.warning("no notification could be shown (%s): %s", failed, text)


def _plain(name: str) -> str:
    text = _CONTROL.sub("\ufffd", name)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _on_windows(text: str) -> str:
    told = {"HALO_SETUP_TITLE": TITLE, "HALO_SETUP_TEXT": text}
    options = ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL)
    return _failure(ask("powershell", *options, told=told).code)


def _on_mac(text: str) -> str:
    return _failure(ask("osascript", "-e", _APPLESCRIPT, TITLE, text).code)


def _failure(code: int | None) -> str:
    return "" if code == 0 else f"code {code}"


def _on_dbus(text: str) -> str:
    """Tell the desktop over D-Bus (the Desktop Notifications Specification 1.2)."""
    # jeepney comes with keyring, on Linux only.
    from jeepney import (  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415
        DBusAddress,
        MessageType,
        new_method_call,
    )
    from jeepney.io.blocking import (  # type: ignore[import-untyped, import-not-found, unused-ignore]  # noqa: PLC0415
        open_dbus_connection,
    )

    name = "org.freedesktop.Notifications"
    desktop = DBusAddress("/org/freedesktop/Notifications", bus_name=name, interface=name)
    with contextlib.closing(open_dbus_connection("SESSION")) as connection:

        def call(method: str, signature: str | None = None, body: tuple[object, ...] = ()) -> Any:
            message = new_method_call(desktop, method, signature, body)
            answer = connection.send_and_get_reply(message, timeout=_PATIENCE)
            if answer.header.message_type is MessageType.error:
                raise OSError(str(answer.body[0] if answer.body else method))
            return answer.body[0]

        can = call("GetCapabilities")
        body = html.escape(text, quote=False) if "body-markup" in can else text
        hints = {"desktop-entry": ("s", "halo-setup"), "urgency": ("y", 1)}
        call("Notify", "susssasa{sv}i", (TITLE, 0, "halo-setup", TITLE, body, [], hints, -1))
    return ""

"""How a text is marked on the clipboard so that histories, clouds and monitors leave it alone.

Each system has its own way, and none forces a clipboard manager to heed it: so a secret is also
taken off the clipboard again.
"""

from __future__ import annotations

import sys
from functools import cache
from typing import Any

from PySide6 import QtGui
from PySide6.QtCore import QByteArray

_MAC = "org.nspasteboard.ConcealedType"  # nspasteboard.org
_NO = bytes(4)  # a Windows DWORD 0


def marks(platform: str = sys.platform) -> dict[str, bytes]:
    """Give the formats to put beside the text, as Qt names them on this system."""
    if platform == "win32":
        # Microsoft's "Cloud Clipboard and Clipboard History Formats"; Qt's name for a format of
        # Windows. For the first its presence is enough.
        return {
            _windows("ExcludeClipboardContentFromMonitorProcessing"): _NO,
            _windows("CanIncludeInClipboardHistory"): _NO,
            _windows("CanUploadToCloudClipboard"): _NO,
        }
    if platform == "darwin":
        _teach_the_mac()
        return {_MAC: b"1"}
    return {"x-kde-passwordManagerHint": b"secret"}  # KDE's Klipper, heeded by GNOME's tools too


def _windows(name: str) -> str:
    return f'application/x-qt-windows-mime;value="{name}"'


@cache
def _teach_the_mac() -> object:
    """Let Qt write the mark under its own name: it would hide it behind one of Qt's otherwise."""
    base: Any = getattr(QtGui, "QUtiMimeConverter", None)  # only in the builds for macOS
    if base is None:
        return None

    class Concealed(base):  # type: ignore[misc]
        def utiForMime(self, mime: str) -> str:  # noqa: N802 - Qt's name
            return _MAC if mime == _MAC else ""

        def mimeForUti(self, uti: str) -> str:  # noqa: N802 - Qt's name
            return _MAC if uti == _MAC else ""

        def convertFromMime(  # noqa: N802 - Qt's name
            self,
            mime: str,  # noqa: ARG002
            data: object,  # noqa: ARG002
            uti: str,  # noqa: ARG002
        ) -> list[QByteArray]:
            return [QByteArray(b"1")]

        def convertToMime(  # noqa: N802 - Qt's name
            self,
            mime: str,  # noqa: ARG002
            data: list[QByteArray],
            uti: str,  # noqa: ARG002
        ) -> QByteArray:
            return data[0]

    return Concealed()  # kept by the cache: Qt forgets a converter that is gone

"""Spares the reading of source that PySide does at every import. Imported before the window.

From its own import on, PySide reads the source of each module that is imported, to know which ones
may say `from __feature__ import …`; one that says nothing it leaves as it is. Nothing here says it,
so the answer is given at once: a third of a millisecond for each module, before the first page and
again when the first setup is opened. Where PySide no longer asks in this way, nothing changes.
"""

from __future__ import annotations

import contextlib

import PySide6.QtCore  # noqa: F401 - brings the question along

with contextlib.suppress(ImportError, AttributeError):
    from shibokensupport import feature  # type: ignore[import-not-found]

    feature._mod_uses_pyside = lambda _module: False

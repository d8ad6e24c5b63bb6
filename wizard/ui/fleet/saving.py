"""Saves a report where the person wants it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from wizard.language import tr
from wizard.ui.bridge import Bridge
from wizard.ui.shell import Shell

Save = Callable[[Path, Collection[str]], None]
_NAME = "halo-setup-report.html"


def save_report(shell: Shell, bridge: Bridge, save: Save, setup_ids: Collection[str]) -> None:
    """Ask for a file, and save the report of these setups into it."""
    dialog = QFileDialog(shell, tr("Save the report"))
    dialog.setNameFilters([tr("Web page (*.html)"), tr("PDF (*.pdf)")])
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("html")
    dialog.selectFile(_NAME)
    dialog.filterSelected.connect(
        lambda chosen: dialog.setDefaultSuffix("pdf" if "*.pdf" in chosen else "html")
    )
    dialog.fileSelected.connect(
        lambda name: write_report(shell, bridge, save, setup_ids, Path(name))
    )
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_report(
    shell: Shell, bridge: Bridge, save: Save, setup_ids: Collection[str], path: Path
) -> None:
    """Save the report of these setups into a file, and say so."""

    async def work() -> None:
        shell.clear_messages()
        await asyncio.to_thread(save, path, setup_ids)
        shell.tell(tr("The report was saved as {file}. No secret is in it.", file=path.name))

    bridge.start(work, cancellable=False)

"""Setups into a file and out of one: the dialogs, the page between, and what is told afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from wizard.fleet.arriving import Arriving
from wizard.language import mark, plural, tr
from wizard.setup.ports import Records
from wizard.ui.aside import Aside
from wizard.ui.bridge import Bridge
from wizard.ui.footer import Buttons
from wizard.ui.import_page import ImportPage
from wizard.ui.ports import Exchange
from wizard.ui.shell import Shell

_NAME = "halo-setups.json"


class Exchanging(QObject):
    """Exports and imports in one window. `found`: an import is to be shown; `over`: all is in."""

    found = Signal(object)  # Importing
    over = Signal()

    def __init__(self, exchange: Exchange, records: Records, bridge: Bridge, shell: Shell) -> None:
        super().__init__(shell)
        self._exchange = exchange
        self._records = records
        self._bridge = bridge
        self._shell = shell

    def export_setups(self) -> None:
        """Ask for a file, and write all setups into it."""
        dialog = self._dialog(tr("Export setups"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.selectFile(_NAME)
        dialog.fileSelected.connect(lambda name: self._write(Path(name)))
        dialog.open()

    def import_setups(self) -> None:
        """Ask for a file, and show what is in it."""
        dialog = self._dialog(tr("Import setups"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.read(Path(name)))
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._shell, title)
        dialog.setNameFilter(tr("Setups (*.json)"))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _write(self, path: Path) -> None:
        async def work() -> None:
            self._shell.clear_messages()
            states = [
                each for each in await asyncio.to_thread(self._records.all) if not each.practice
            ]
            await asyncio.to_thread(self._exchange.export, states, path)
            self._shell.tell(
                plural(
                    len(states),
                    mark("{number} setup was exported. No secret is in the file."),
                    mark("{number} setups were exported. No secret is in the file."),
                )
            )

        self._bridge.start(work, cancellable=False)

    def read(self, path: Path) -> None:
        """Show what is in a file."""

        async def work() -> None:
            self._shell.clear_messages()
            found = await asyncio.to_thread(self._exchange.read, path)

            def take(replace: bool) -> None:
                self._take(found, replace=replace)

            self.found.emit(Importing(self._shell, ImportPage(found), path.name, take))

        self._bridge.start(work, cancellable=False)

    def _take(self, found: Arriving, *, replace: bool) -> None:
        async def work() -> None:
            number = await asyncio.to_thread(self._exchange.take, found, replace=replace)
            self.over.emit()
            self._shell.tell(
                plural(
                    number,
                    mark("{number} setup was imported. Open it to enter its secret."),
                    mark("{number} setups were imported. Open each to enter its secret."),
                )
            )

        self._bridge.start(work, cancellable=False)


class Importing(Aside):
    """Shows what is in a file of this name, before `take` takes it."""

    def __init__(
        self, shell: Shell, page: ImportPage, name: str, take: Callable[[bool], None]
    ) -> None:
        super().__init__(shell)
        self._page = page
        self._name = name
        self._take = take
        page.changed.connect(self._offer)

    def show(self) -> None:
        """Show the page, and the button that goes on from it."""
        super().show()
        self._shell.show_page(self._page, tr("Import setups"), self._name)
        self._offer()
        self._shell.footer.focus_primary()

    def next(self) -> None:
        """Take the setups in."""
        if self._page.changes:
            self._take(self._page.replace)

    def _offer(self) -> None:
        able = self._page.changes
        self._shell.footer.show_buttons(Buttons(next=tr("&Import"), next_enabled=able))

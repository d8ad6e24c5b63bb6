"""Rows that are alike, under one arrow that tells how many they are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from wizard.language import tr
from wizard.ui import theme
from wizard.ui.rows import Row
from wizard.ui.widgets.details import Actions
from wizard.ui.widgets.fold import Fold
from wizard.ui.widgets.table import Table


class Groups:
    """The groups of one page. What a person folds or unfolds stays so when they are built anew."""

    def __init__(self) -> None:
        self._open: dict[str, bool] = {}

    def add(
        self,
        column: QVBoxLayout,
        title: str,
        rows: Sequence[Row],
        actions: Actions,
        *,
        unfolded: bool = False,
    ) -> None:
        """Put a group into a column, where there are rows for it.

        `title` is a marked text, one for each group; `unfolded` is how the group begins.
        """
        if not rows:
            return
        table = Table(actions, copy=False, fold=False)
        fold = Fold(f"group:{title}", table, f"{tr(title)} ({len(rows)})")
        fold.setFont(theme.scaled(fold.font(), 1, theme.BOLD))
        fold.setAccessibleName(f"{tr(title)}: {len(rows)}")
        column.addWidget(fold)
        column.addWidget(table)
        table.show_rows(rows)
        fold.unfold(self._open.get(title, unfolded))
        fold.toggled_to.connect(lambda open_: self._open.update({title: open_}))

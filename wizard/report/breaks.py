"""Where the pages of a PDF break: between the rows of a table, and never behind a heading.

Qt breaks between any two lines. So once a text is laid out, the row before one that was torn apart
is made as high as the page has room; then the next one begins on the next page.
"""

from __future__ import annotations

from PySide6.QtGui import (
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableCell,
)

_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
_MOST = 0.8  # of a page; a row that is higher is torn in any case


def keep_together(document: QTextDocument, *, scale: float, after_heading: float) -> None:
    """Let no page end within a row, nor behind a heading.

    `scale` is how many units of the document one of a cell's padding is. `after_heading` is how
    much room a heading wants below it.
    """
    height = document.pageSize().height()
    for block in _headings(document):
        if _top(block) % height > height - after_heading:
            shape = block.blockFormat()
            shape.setPageBreakPolicy(_BREAK)
            QTextCursor(block).setBlockFormat(shape)
    for table in _tables(document):
        _keep_rows(table, height, scale)


def _headings(document: QTextDocument) -> list[QTextBlock]:
    found = []
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() > 1:
            found.append(block)
        block = block.next()
    return found


def _tables(document: QTextDocument) -> list[QTextTable]:
    frames = document.rootFrame().childFrames()
    return [each for each in frames if isinstance(each, QTextTable)]


def _keep_rows(table: QTextTable, height: float, scale: float) -> None:
    heads = table.format().toTableFormat().headerRowCount()
    for row in range(heads + 1, table.rows()):
        top, bottom = _extent(table, row)
        if top // height == bottom // height or bottom - top > _MOST * height:
            continue
        # What heads a group of rows goes with the first one of them.
        first = row - 1 if row - 1 > heads and table.cellAt(row - 1, 0).columnSpan() > 1 else row
        room = height - _extent(table, first)[0] % height
        _heighten(table, first - 1, room / scale)


def _heighten(table: QTextTable, row: int, room: float) -> None:
    edit = QTextCursor(table.document())
    edit.beginEditBlock()
    for cell in _cells(table, row):
        shape = cell.format().toTableCellFormat()
        shape.setBottomPadding(shape.bottomPadding() + room)
        cell.setFormat(shape)
    edit.endEditBlock()


def _extent(table: QTextTable, row: int) -> tuple[float, float]:
    """Give where the text of a row begins and ends, in units of the document."""
    cells = _cells(table, row)
    top = min(_top(each.firstCursorPosition().block()) for each in cells)
    return top, max(_bottom(each.lastCursorPosition().block()) for each in cells) - 1


def _cells(table: QTextTable, row: int) -> list[QTextTableCell]:
    return [table.cellAt(row, column) for column in range(table.columns())]


def _top(block: QTextBlock) -> float:
    return block.document().documentLayout().blockBoundingRect(block).top()


def _bottom(block: QTextBlock) -> float:
    return block.document().documentLayout().blockBoundingRect(block).bottom()

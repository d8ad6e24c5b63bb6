"""A report as PDF. The one module outside of the window that uses Qt.

Qt's rich text knows no grid and little CSS, so the PDF has templates of its own for the same page.
Each setup is a document by itself: one that holds hundreds takes Qt far too long to lay out.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator, Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableCell,
)
from PySide6.QtSvg import QSvgRenderer

from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.report.html import ICONS, icon, render, style
from wizard.report.page import Page
from wizard.report.plain import plain
from wizard.report.sheet import Made, Sheet

_MARGINS = QMarginsF(15, 14, 15, 14)  # mm
_POINTS = 8.5
_DOTS = 300  # per inch; text and lines are vectors all the same
_LINE = 5.0  # mm, the height of head and foot
_GAP = 3.0  # mm
_AFTER_HEADING = 30.0  # mm, the room that a heading wants below it
_ICON = 64  # px, drawn at the size of a letter
_COLOUR = re.compile(r"\.(\w+) \{ color: (#\w+)")  # of a mark, in the style sheet
_PAGE_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
_MOST = 0.8  # of a page; a row that is higher is torn in any case
_application: list[QGuiApplication] = []  # ours, where there was none; kept until the process ends


def as_pdf(sheets: Collection[Sheet], made: Made) -> bytes:
    """Give the report of these setups as an A4 document.

    Raises ProblemError `report.pdf` where there is no font to write with. In a process with a
    `QGuiApplication` any thread may call; in one without, the main thread.
    """
    _need_application()
    page = Page(sheets, made)
    data = QByteArray()
    target = QBuffer(data)
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = _Paper(target, page.title)
    # Counted first and laid out again to be drawn: thousands of documents at once would not fit.
    total = sum(paper.lay_out(text).pageCount() for text in _texts(page, made))
    painter = QPainter(paper.writer)
    number = 0
    for text in _texts(page, made):
        number = paper.draw(painter, paper.lay_out(text), number, total)
    painter.end()
    target.close()
    return bytes(data.data())


def _texts(page: Page, made: Made) -> Iterator[str]:
    """Give the HTML of each part that begins on a new page."""
    cover = render("pdf_cover.html", page, made)
    legend = render("pdf_legend.html", page, made)
    if page.alone:
        yield cover + render("pdf_setup.html", page, made, it=page.setups[0], alone=True) + legend
        return
    yield cover + legend
    for each in page.setups:
        yield render("pdf_setup.html", page, made, it=each, alone=False)


class _Paper:
    """The pages to write on, and how text is laid out for them."""

    def __init__(self, target: QIODevice, title: str) -> None:
        self._title = plain(title)
        self.writer = QPdfWriter(target)
        self.writer.setTitle(self._title)
        self.writer.setCreator("Halo Setup Wizard")
        self.writer.setResolution(_DOTS)
        self.writer.setPageLayout(
            QPageLayout(
                QPageSize(QPageSize.PageSizeId.A4),
                QPageLayout.Orientation.Portrait,
                _MARGINS,
                QPageLayout.Unit.Millimeter,
            )
        )
        self._millimetre = _DOTS / 25.4
        # Qt takes what a text says in pixels for those of the screen.
        self._scale = _DOTS / round(QGuiApplication.primaryScreen().logicalDotsPerInchY())
        room = self.writer.pageLayout().paintRectPixels(_DOTS).size()
        self._width = float(room.width())
        self._line = _LINE * self._millimetre
        self._top = self._line + _GAP * self._millimetre
        self._height = room.height() - 2 * self._top
        self._font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._font.setPointSizeF(_POINTS)
        self._style = style("pdf.css")
        colours = dict(_COLOUR.findall(self._style))
        self._icons = {name: _drawn(name, colours[name]) for name in ICONS}

    def lay_out(self, text: str) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.documentLayout().setPaintDevice(self.writer)
        document.setDefaultFont(self._font)
        document.setDefaultStyleSheet(self._style)
        for name, image in self._icons.items():
            document.addResource(
                QTextDocument.ResourceType.ImageResource.value, QUrl(f"icon:{name}"), image
            )
        document.setPageSize(QSizeF(self._width, self._height))
        document.setHtml(text)
        _keep_together(document, scale=self._scale, after_heading=_AFTER_HEADING * self._millimetre)
        return document

    def draw(self, painter: QPainter, document: QTextDocument, number: int, total: int) -> int:
        """Draw the pages of a document behind the `number` ones; give how many there are then."""
        context = QAbstractTextDocumentLayout.PaintContext()
        # Otherwise a program in dark colours writes white on white.
        context.palette = QPalette(QColor("#000000"))
        context.palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
        for at in range(document.pageCount()):
            number += 1
            if number > 1:
                self.writer.newPage()
                self._write(painter, 0, self._title, Qt.AlignmentFlag.AlignLeft)
            place = self._top + self._height + _GAP * self._millimetre
            said = tr("Page {number} of {total}", number=number, total=total)
            self._write(painter, place, said, Qt.AlignmentFlag.AlignRight)
            painter.save()
            painter.translate(0, self._top - at * self._height)
            shown = QRectF(0, at * self._height, self._width, self._height)
            painter.setClipRect(shown)
            context.clip = shown
            document.documentLayout().draw(painter, context)
            painter.restore()
        return number

    def _write(self, painter: QPainter, y: float, text: str, side: Qt.AlignmentFlag) -> None:
        font = QFont(self._font)
        font.setPointSizeF(_POINTS - 1)
        painter.setFont(font)
        painter.setPen(QColor("#444c56"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(self._width * 0.8))
        painter.drawText(QRectF(0, y, self._width, self._line), side, shown)


def _keep_together(document: QTextDocument, *, scale: float, after_heading: float) -> None:
    """Let no page end within a row of a table, nor behind a heading.

    Qt breaks between any two lines. So once a text is laid out, the row before one that was torn
    apart is made as high as the page has room; then the next one begins on the next page. `scale`
    is how many units of the document one of a cell's padding is. `after_heading` is how much room
    a heading wants below it.
    """
    height = document.pageSize().height()
    for block in _headings(document):
        if _top(block) % height > height - after_heading:
            shape = block.blockFormat()
            shape.setPageBreakPolicy(_PAGE_BREAK)
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
    edit = table.firstCursorPosition()  # PySide never lets go of a document got by its table
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
    cells = (table.cellAt(row, column) for column in range(table.columns()))
    return list({cell.firstPosition(): cell for cell in cells}.values())  # one may span columns


def _top(block: QTextBlock) -> float:
    return block.document().documentLayout().blockBoundingRect(block).top()


def _bottom(block: QTextBlock) -> float:
    return block.document().documentLayout().blockBoundingRect(block).bottom()


def _drawn(name: str, colour: str) -> QImage:
    """Draw an icon in its colour."""
    image = QImage(_ICON, _ICON, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg = icon(name).replace("currentColor", colour)
    QSvgRenderer(QByteArray(svg.encode())).render(painter)
    painter.end()
    return image


def _need_application() -> None:
    """Qt draws text only where there is an application; make one that needs no display."""
    if QGuiApplication.instance() is None:
        _application.append(QGuiApplication(_arguments()))
    if not QFontDatabase.families():
        raise ProblemError(problem("report.pdf", "no fonts"))


def _arguments() -> Sequence[str]:
    # On Linux a display that is named and not there would end the process without a word.
    if sys.platform == "linux" and not os.environ.get("QT_QPA_PLATFORM"):
        return ["halo-setup", "-platform", "offscreen"]
    return ["halo-setup"]

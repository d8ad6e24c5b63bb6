"""A report as PDF. The one module outside of the window that uses Qt.

Qt's rich text knows no grid and little CSS, so the PDF has templates of its own for the same page.
Each setup is a document by itself: one that holds hundreds takes Qt far too long to lay out.
"""

from __future__ import annotations

import os
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
    QTextDocument,
)
from PySide6.QtSvg import QSvgRenderer

from wizard.language import tr
from wizard.problems import ProblemError, problem
from wizard.report.breaks import keep_together
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
_COLOURS = {
    "met": "#146c2e",
    "missing": "#b3261e",
    "unknown": "#7a4d00",
    "excess": "#5b3fb0",
    "person": "#7a4d00",
    "failed": "#b3261e",
    "info": "#444c56",
}
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
        self._icons = {name: _drawn(name) for name in ICONS}
        self._style = style("pdf.css")

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
        keep_together(document, scale=self._scale, after_heading=_AFTER_HEADING * self._millimetre)
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


def _drawn(name: str) -> QImage:
    """Draw an icon in its colour."""
    image = QImage(_ICON, _ICON, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg = icon(name).replace("currentColor", _COLOURS[name])
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

"""The program's icon for Windows (.ico), macOS (.icns) and Linux (.png), from its one SVG.

`python packaging/icons.py FOLDER`, with a Python that has PySide6. Both containers hold plain PNG
pictures: their forms are in Microsoft's "ICO file format" and Apple's "Icon Services", a header
and, for each picture, its kind and its length.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

import contents
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = contents.ROOT / "resources" / "icons" / "halo-setup.svg"
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 96, 128, 256)
# Apple's kinds for PNG pictures, with the pixels that each holds.
ICNS_KINDS = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024,
              b"ic11": 32, b"ic12": 64, b"ic13": 256, b"ic14": 512}  # fmt: skip


def png(size: int, source: Path = SOURCE) -> bytes:
    """Draw the icon `size` pixels wide and high. Needs a QGuiApplication."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter, QRectF(image.rect()))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def side(source: Path = SOURCE) -> QImage:
    """Draw what stands beside the last page of Setup, in the size that NSIS asks for."""
    image = QImage(164, 314, QImage.Format.Format_RGB888)
    image.fill(QColor("#eef3fa"))
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter, QRectF(42, 60, 80, 80))
    painter.end()
    return image


def ico(pictures: dict[int, bytes]) -> bytes:
    """Give a Windows icon of these PNG pictures, by their sizes up to 256."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in sorted(pictures.items()):
        edge = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + entries + b"".join(picture for _, picture in sorted(pictures.items()))


def icns(pictures: dict[int, bytes]) -> bytes:
    """Give a macOS icon of these PNG pictures, by the sizes in ICNS_KINDS."""
    parts = b"".join(
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_KINDS.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write(folder: Path) -> None:
    """Write halo-setup.ico, .icns, .bmp and halo-setup-SIZE.png into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {size: png(size) for size in {*ICO_SIZES, *ICNS_KINDS.values(), *contents.ICON_SIZES}}
    (folder / "halo-setup.ico").write_bytes(ico({size: drawn[size] for size in ICO_SIZES}))
    (folder / "halo-setup.icns").write_bytes(icns(drawn))
    side().save(str(folder / "halo-setup.bmp"))
    for size in contents.ICON_SIZES:
        (folder / f"halo-setup-{size}.png").write_bytes(drawn[size])


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QGuiApplication(sys.argv)
    write(Path(sys.argv[1]))

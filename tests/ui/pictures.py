"""Draws every page in every state, in light, dark and high contrast, at 100 and 200 %.

    python -m tests.ui.pictures OUTDIR [PART_OF_A_NAME] [--scheme light] [--scale 2] [--long]

Beside each picture there are contact sheets, `sheet-light-100-1.png` and on, for a quick look.
`--long` draws the window small, in a made language whose texts are longer by three fifths;
HALO_SETUP_LANGUAGE=de draws it in German.
`python -m tests.ui.pictures --readme` draws the pictures of the README again. Nothing is shown on
a screen and nothing is reached over the network. What there is to draw stands in scenes.py.
"""

import argparse
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

# isort: split
from tests.ui import palettes
from tests.ui.long_texts import lengthened
from tests.ui.scenes import SCENES, settle
from wizard.language import speak
from wizard.resource import resource
from wizard.ui.qt_loop import run
from wizard.ui.translation import SETTING, install

SCHEMES = {"light": palettes.light, "dark": palettes.dark, "contrast": palettes.night_sky}
SCALES = ("1", "2")
README = {  # the scene and the scheme of each picture, whose file has the scene's name
    "permissions-some": "light",
    "choose-chosen": "light",
    "sign_in-met": "light",
    "credentials-met": "light",
    "proof-some": "dark",
    "hand_over-copied": "light",
    "fleet-full": "light",
}
_SMALL = (880, 600)  # px
_COLUMNS, _ROWS = 3, 4  # pictures on a sheet
_THUMB = QSize(620, 430)  # px
_CAPTION = 22  # px
_ALIKE = 0xF8F8F8  # colours that are the same in these bits look alike
_SMALLEST_FILE = 0  # Qt's "quality" of a PNG says how hard to pack it


async def draw(
    folder: Path, names: Iterable[str], schemes: Sequence[str], scale: str, *, long: bool
) -> None:
    """Draw these scenes in these schemes, and the sheets."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    drawn: dict[str, dict[str, QImage]] = {scheme: {} for scheme in schemes}
    for name in names:
        async with SCENES[name].shown() as studio:
            if long:
                studio.window.resize(*_SMALL)
            for scheme in schemes:
                app.setPalette(SCHEMES[scheme]())
                await settle()
                picture = studio.window.grab().toImage()
                picture.save(str(folder / f"{name}-{scheme}-{_percent(scale)}.png"))
                drawn[scheme][name] = picture
    for scheme, pictures in drawn.items():
        every = list(pictures.items())
        for start in range(0, len(every), _COLUMNS * _ROWS):
            number = start // (_COLUMNS * _ROWS) + 1
            path = folder / f"sheet-{scheme}-{_percent(scale)}-{number}.png"
            _sheet(every[start : start + _COLUMNS * _ROWS]).save(str(path))


def _sheet(pictures: Sequence[tuple[str, QImage]]) -> QImage:
    """Give one image with small pictures and their names."""
    cell = _THUMB + QSize(8, 8 + _CAPTION)
    sheet = QImage(
        QSize(cell.width() * _COLUMNS, cell.height() * _ROWS), QImage.Format.Format_RGB32
    )
    sheet.fill(QColor("#808080"))
    painter = QPainter(sheet)
    painter.setPen(QColor("#ffffff"))
    for index, (name, picture) in enumerate(pictures):
        corner = QPoint(
            cell.width() * (index % _COLUMNS) + 4, cell.height() * (index // _COLUMNS) + 4
        )
        painter.drawText(corner + QPoint(4, _CAPTION - 8), name)
        thumb = picture.scaled(
            _THUMB, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        thumb.setDevicePixelRatio(1)
        painter.drawImage(corner + QPoint(0, _CAPTION), thumb)
    painter.end()
    return sheet


async def draw_readme(folder: Path) -> None:
    """Draw the README's pictures, in small files: they are part of every clone."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for name, scheme in README.items():
        async with SCENES[name].shown() as studio:
            app.setPalette(SCHEMES[scheme]())
            await settle()
            picture = studio.window.grab().toImage()
        in_few_colours(picture).save(str(folder / f"{name}.png"), "PNG", _SMALLEST_FILE)


def in_few_colours(picture: QImage) -> QImage:
    """Give a picture in 256 colours, which leaves a small file: of those alike the commonest."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    kept: dict[int, int] = {}
    for colour, _ in Counter(memoryview(plain.constBits()).cast("I")).most_common():
        kept.setdefault(colour & _ALIKE, colour)
    flat = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return plain.convertToFormat(QImage.Format.Format_Indexed8, list(kept.values())[:256], flat)


def _percent(scale: str) -> str:
    return f"{round(float(scale) * 100)}"


def _draw_each_scale(arguments: argparse.Namespace) -> None:
    """Draw each scale in a process of its own: Qt reads it once, as it starts."""
    for scale in SCALES:
        command = [sys.executable, "-m", "tests.ui.pictures", arguments.folder, arguments.part]
        command += ["--long"] if arguments.long else []
        for scheme in arguments.scheme or ():
            command += ["--scheme", scheme]
        environment = {**os.environ, "QT_SCALE_FACTOR": scale}
        subprocess.run([*command, "--scale", scale], env=environment, check=True)


def main() -> None:
    """Draw into the folder that is named first."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", default="", help="a new folder, not to be committed")
    parser.add_argument("part", nargs="?", default="", help="only scenes with this in their name")
    parser.add_argument("--scheme", action="append", choices=SCHEMES)
    parser.add_argument("--scale", help="such as 1.5; otherwise 1 and 2")
    parser.add_argument("--long", action="store_true", help="long texts in a small window")
    parser.add_argument("--readme", action="store_true", help="draw the README's pictures again")
    arguments = parser.parse_args()
    if not arguments.readme and not arguments.folder:
        parser.error("name a folder")
    if not arguments.readme and not arguments.scale:
        _draw_each_scale(arguments)
        return
    if arguments.scale:
        os.environ["QT_SCALE_FACTOR"] = arguments.scale
    app = QApplication([])
    app.setStyle("fusion")
    app.setQuitOnLastWindowClosed(False)
    install(app, os.environ.get(SETTING, "en").split(":"))
    if arguments.readme:
        run(draw_readme(resource("readme")))
        return
    folder = Path(arguments.folder)
    folder.mkdir(parents=True, exist_ok=True)
    names = [name for name in SCENES if arguments.part in name]
    if arguments.long:
        speak(lengthened)
    schemes = arguments.scheme or tuple(SCHEMES)
    run(draw(folder, names, schemes, arguments.scale, long=arguments.long))


if __name__ == "__main__":
    main()

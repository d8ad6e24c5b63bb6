"""The window follows the system while it runs: colours, contrast, and scale."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QRadioButton, QWidget

from tests.end_to_end.display import new_display
from tests.ui import palettes
from tests.ui.person import Person
from tests.ui.scenes import SCENES, Studio, settle
from tests.ui.test_theme import contrast
from wizard.resource import resource
from wizard.ui import icons, theme
from wizard.ui.appearance import Appearance
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.text import Text

pytestmark = pytest.mark.anyio

PAGES = ("home-full", "choose-chosen", "credentials-no-keychain", "proof-some", "hand_over-asks")
CHANGES = (palettes.dark, palettes.night_sky, palettes.desert, palettes.light)


@pytest.fixture(autouse=True)
def _still(qapp: QApplication) -> Iterator[None]:
    """Let no text cursor blink."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)
    qapp.setPalette(QPalette())


@pytest.mark.parametrize("page", PAGES)
async def test_after_a_change_the_window_looks_as_if_it_had_begun_so(
    qapp: QApplication, page: str
) -> None:
    begun_so = {}
    for palette in CHANGES:
        qapp.setPalette(palette())
        studio = await SCENES[page].set_up()
        begun_so[palette] = look(studio)
        await studio.close()
    studio = await SCENES[page].set_up()
    for palette in CHANGES:
        qapp.setPalette(palette())
        await settle()
        assert look(studio) == begun_so[palette], palette.__name__
    await studio.close()
    assert begun_so[palettes.light] != begun_so[palettes.dark] != begun_so[palettes.night_sky]


async def test_a_wish_for_contrast_repaints_though_no_palette_changes(
    qapp: QApplication, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    qapp.setPalette(palettes.dark())
    await person.click("new-setup")
    lead = person.see("lead", Text)
    role = QPalette.ColorRole.WindowText
    assert lead.palette().color(role) == theme.muted(palettes.dark())
    assert lead.palette().color(role) != qapp.palette().color(role)
    monkeypatch.setattr(theme, "is_high_contrast", lambda _: True)
    person.window._appearance.repaint()
    assert lead.palette().color(role) == qapp.palette().color(role)


@pytest.mark.parametrize("palette", [*palettes.USUAL, *palettes.HIGH_CONTRAST])
def test_fields_and_buttons_have_edges_that_can_be_seen(
    qapp: QApplication, palette: Callable[[], QPalette]
) -> None:
    window = QWidget()
    parts = [QLineEdit(window), Button("", "b"), QRadioButton(window), QCheckBox(window)]
    parts[1].setParent(window)
    appearance = Appearance(window)
    window.show()
    qapp.setPalette(palette())
    qapp.sendPostedEvents()
    ground = qapp.palette().color(QPalette.ColorRole.Window)
    for part in parts:
        part.resize(part.sizeHint().expandedTo(QSize(20, 20)))
        picture = part.grab().toImage()
        clearest = max(
            contrast(picture.pixelColor(x, y), ground)
            for x in range(picture.width())
            for y in range(picture.height())
        )
        assert clearest >= 3, type(part).__name__
    appearance.deleteLater()
    window.deleteLater()


def test_it_follows_the_colour_scheme_of_the_desktop() -> None:
    """On a desktop whose scheme Qt can force; the offscreen platform has none."""
    with new_display() as display:
        seen = json.loads(ask(SCHEMES, display.environment | {"QT_QPA_PLATFORMTHEME": "gnome"}))
    light, dark = seen["light"], seen["dark"]
    assert light["pictures"] == 1
    assert dark["pictures"] == 1
    assert light["ground"] > 200
    assert dark["ground"] < 80
    assert light["text"] < 80
    assert dark["text"] > 200


SCHEMES = """
import json
from wizard.ui.qt_loop import run
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from tests.ui.scenes import SCENES, settle
from wizard.ui.widgets.buttons import Button
from wizard.ui.widgets.text import Text

app = QApplication([])
app.setStyle("fusion")
app.setQuitOnLastWindowClosed(False)
app.setCursorFlashTime(0)

async def main():
    studio = await SCENES["permissions-some"].set_up()
    seen = {name: {"looks": []} for name in ("light", "dark")}
    for name in ("light", "dark", "light", "dark"):
        app.styleHints().setColorScheme(getattr(Qt.ColorScheme, name.capitalize()))
        await settle()
        picture = studio.window.grab().toImage()
        seen[name]["looks"].append(picture)
        seen[name]["ground"] = picture.pixelColor(picture.width() - 3, 3).lightness()
        title = studio.window.title.palette().color(QPalette.ColorRole.WindowText)
        seen[name]["text"] = title.lightness()
    for each in seen.values():
        first, second = each.pop("looks")
        each["pictures"] = 1 if first == second else 2
    await studio.close()
    print(json.dumps(seen))

run(main())
"""


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_icons_have_a_pixel_for_each_pixel_of_the_screen(scale: str) -> None:
    drawn = json.loads(ask(SHARPNESS, {"QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}))
    assert drawn["window"] == [round(1040 * float(scale)), round(720 * float(scale))]
    assert len(drawn["icons"]) > 5
    for name, wanted, got in drawn["icons"]:
        assert got == wanted, name


SHARPNESS = """
import json
from wizard.ui.qt_loop import run
from PySide6.QtWidgets import QApplication
from tests.ui.scenes import SCENES
from wizard.ui.widgets.buttons import Button, Tool

app = QApplication([])
app.setStyle("fusion")
app.setQuitOnLastWindowClosed(False)

async def main():
    studio = await SCENES["permissions-some"].set_up()
    ratio = studio.window.devicePixelRatioF()
    found = []
    for each in studio.window.findChildren(Button) + studio.window.findChildren(Tool):
        if each.isVisible() and not each.icon().isNull():
            pixmap = each.icon().pixmap(each.iconSize(), ratio)
            wanted = int(each.iconSize().width() * ratio + 0.5)
            own = max(some.width() for some in each.icon().availableSizes())
            got = [own, pixmap.width(), pixmap.devicePixelRatio()]
            found.append([each.objectName(), [wanted, wanted, ratio], got])
    picture = studio.window.grab().toImage()
    print(json.dumps({"window": [picture.width(), picture.height()], "icons": found}))
    await studio.close()

run(main())
"""


def test_an_icon_is_drawn_from_its_lines_at_each_scale(qapp: QApplication) -> None:
    """A picture made for another scale, stretched, would have other pixels."""
    for ratio in (1.0, 1.25, 1.5, 2.0, 3.0):
        side = int(18 * ratio + 0.5)
        wanted = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
        wanted.fill(0)
        painter = QPainter(wanted)
        icons.paint(painter, "copy", QColor("#146c2e"), QRect(0, 0, side, side).toRectF())
        painter.end()
        shown = icons.icon("copy", QColor("#146c2e"), 18, ratio).pixmap(QSize(18, 18), ratio)
        assert shown.devicePixelRatio() == ratio
        assert shown.toImage().convertToFormat(wanted.format()) == wanted


def test_every_icon_takes_the_colour_that_it_is_given(qapp: QApplication) -> None:
    for path in sorted(resource("icons").glob("*.svg")):
        if path.stem == "halo-setup":
            continue  # the program's own, in its own colours
        text = path.read_text("utf-8")
        assert "currentColor" in text, path.name
        assert "#" not in text, path.name
        image = icons.icon(path.stem, QColor("#ff0000"), 24, 1.0).pixmap(24, 24).toImage()
        inked = [
            image.pixelColor(x, y)
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() > 128
        ]
        assert inked, path.name
        assert all(each.red() > 200 and each.green() < 60 for each in inked), path.name


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (QRect(0, 0, 1920, 1040), QSize(1040, 720)),
        (QRect(0, 0, 1366, 728), QSize(1040, 688)),
        (QRect(0, 0, 910, 480), QSize(894, 440)),  # 1366 × 768 at 150 %, without the task bar
        (QRect(0, 0, 640, 300), QSize(800, 400)),
    ],
)
async def test_the_window_opens_no_larger_than_the_screen(
    person: Person, screen: QRect, size: QSize
) -> None:
    person.window.fit(screen)
    assert person.window.size() == size


def look(studio: Studio) -> QImage:
    """Give a picture of the window."""
    return studio.window.grab().toImage()


def ask(script: str, environment: dict[str, str]) -> str:
    """Run a script in an interpreter of its own, and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", script],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env=os.environ | environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout

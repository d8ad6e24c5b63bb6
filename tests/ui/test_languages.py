"""The window in another language: nothing stays English, and no key means two things."""

import ast
import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)

from tests.marked import marked, slipped_through, strings
from tests.ui import adoptions, fakes, fleet_scenes, fleets
from tests.ui import scenes as made
from tests.ui.scenes import RARE, SCENES
from wizard import language
from wizard.profiles.catalog import Catalog
from wizard.profiles.lint import lint_bytes
from wizard.profiles.prose import spoken
from wizard.resource import resource
from wizard.ui.widgets.text import Elided

_MNEMONIC = re.compile(r"&(\w)")
_VALUE = re.compile(r"⟨[^⟩]*⟩|\{\w*\}")
_JOINTS = re.compile(r"[:·→–›(),\n•]+|\.(?=\s|$)|\b\d+\b")
_NAMES = {"Halo Setup Wizard", "HaloPSA", "Edit"}
_MADE = (adoptions, fakes, made, fleets, fleet_scenes)


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    language.speak(None)
    QLocale.setDefault(locale)


def _texts(window: QWidget) -> Iterator[str]:
    """Give every text that can be seen or heard."""
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle())
        yield html.unescape(re.sub(r"</?qt>", "", widget.toolTip()))
        if isinstance(widget, QLabel | QAbstractButton | Elided):
            yield widget.text().replace("\u200b", "")
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def _buttons(window: QWidget) -> list[str]:
    every = window.findChildren(QAbstractButton)
    return [each.text() for each in every if each.isVisible() and each.text()]


def _parts(text: str) -> set[str]:
    """Give what stands between the signs that join things which are no sentence."""
    return {part.strip() for part in _JOINTS.split(text)}


def _constants(module: ModuleType) -> Iterator[ast.Constant | ast.JoinedStr]:
    for each in ast.walk(ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))):
        if isinstance(each, ast.JoinedStr) or (
            isinstance(each, ast.Constant) and isinstance(each.value, str)
        ):
            yield each


@pytest.fixture(scope="module")
def values() -> set[str]:
    """Give what stands in profiles, but for their prose, and in the made world."""
    profiles = [spoken(each, lambda _: "") for each in Catalog().all()]
    every = {*strings([*profiles, RARE]), *_NAMES}
    for module in _MADE:
        every |= {str(each.value) for each in _constants(module) if isinstance(each, ast.Constant)}
    # The lint speaks of a file whose keys are English.
    for mistake in lint_bytes(made._BROKEN):
        every |= {mistake.message, *mistake.place.split(".")}
    every |= {urlsplit(text).netloc for text in every if text.startswith("https://")}
    return {part for text in every for part in (text, *_parts(text))}


@pytest.fixture(scope="module")
def pieced() -> re.Pattern[str]:
    """Give what the made world pieces together, such as a remedy with the name of its row."""
    patterns = [
        "".join(
            re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*"
            for part in each.values
        )
        for module in _MADE
        for each in _constants(module)
        if isinstance(each, ast.JoinedStr) and any(" " in ast.unparse(part) for part in each.values)
    ]
    return re.compile("|".join(patterns))


def _source(text: str) -> str:
    """Give a text with a sign for every value, whether it is marked or a text with places."""
    return _VALUE.sub("…", text.strip("⟦⟧"))


@pytest.fixture(scope="module")
def languages() -> dict[str, dict[str, str]]:
    """Give the translation of each text, by language and by `_source`; English is one of them."""
    found: dict[str, dict[str, str]] = {"en": {}}
    for file in resource("i18n").glob("*.ts"):
        said = found[file.suffixes[0].strip(".")] = {}
        for message in ET.parse(file).iter("message"):  # noqa: S314 - our own file
            source = message.findtext("source", "")
            said[_source(source)] = message.findtext("translation", "")
            found["en"][_source(source)] = source
    return found


@pytest.mark.anyio
@pytest.mark.parametrize("name", SCENES)
async def test_every_page_can_be_told_and_steered_in_every_language(
    name: str, values: set[str], pieced: re.Pattern[str], languages: dict[str, dict[str, str]]
) -> None:
    with marked():
        studio = await SCENES[name].set_up()
        texts, buttons = set(_texts(studio.window)), _buttons(studio.window)
        await studio.close()
    texts = {each for each in texts if not pieced.fullmatch(each)}
    left = {part for piece in slipped_through(texts, values) for part in _parts(piece)}
    assert slipped_through(left, values) == set()
    for tongue, texts_of in languages.items():
        said = {texts_of.get(_source(each), each) for each in buttons}  # a list repeats its buttons
        keys = Counter(key.lower() for text in said for key in _MNEMONIC.findall(text))
        assert {key for key, number in keys.items() if number > 1} == set(), (tongue, said)

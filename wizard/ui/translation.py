"""Gives the window its language: the system's, or the one that HALO_SETUP_LANGUAGE names.

Our texts come from resources/i18n (packaging/translations.py makes them), Qt's own from Qt. Dates
follow the system where it speaks the window's language, so that an Austrian or a British one stays.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from wizard import language
from wizard.resource import resource

SETTING = "HALO_SETUP_LANGUAGE"  # "de", or "fr:de" with the one to take where French is missing
_ENGLISH = "en"  # as the texts stand in the code


def wanted() -> list[str]:
    """Give the languages that the person reads, the dearest first, such as "de-AT" or "en"."""
    chosen = os.environ.get(SETTING)
    return chosen.split(":") if chosen else list(QLocale.system().uiLanguages())


def choose(languages: Sequence[str]) -> str:
    """Give the first of these languages that the window speaks; English if it speaks none."""
    for name in languages:
        short = name.replace("_", "-").partition("-")[0].lower()
        if short == _ENGLISH or (short.isalpha() and _texts(short).is_file()):
            return short
    return _ENGLISH


def install(app: QCoreApplication, languages: Sequence[str]) -> str:
    """Let the program and Qt speak the best of these languages; give its name, such as "de"."""
    chosen = choose(languages)
    QLocale.setDefault(_locale(chosen))
    if chosen == _ENGLISH:
        language.speak(None, _day)
        return chosen
    own, qt = QTranslator(app), QTranslator(app)
    if qt.load(f"qtbase_{chosen}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qt)
    own.load(str(_texts(chosen)))
    language.speak(lambda text: own.translate("", text) or text, _day)
    return chosen


@contextmanager
def spoken(languages: Sequence[str]) -> Iterator[None]:
    """Speak the best of these languages for a moment, where there is no window."""
    chosen, own = choose(languages), QTranslator()
    if chosen != _ENGLISH and own.load(str(_texts(chosen))):
        language.speak(lambda text: own.translate("", text) or text)
    try:
        yield
    finally:
        language.speak(None)


def day_pattern() -> str:
    """Give how the window writes a day, as Qt's patterns do."""
    locale = QLocale()
    if locale.language() == QLocale.Language.C:
        return "yyyy-MM-dd"
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    # 05/06/07 can be three days
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _day(day: dt.date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), day_pattern())


def _locale(chosen: str) -> QLocale:
    """Give the person's own locale of that language; English without a country has none."""
    system = QLocale.system()
    if system.language() == QLocale(chosen).language():
        return system
    return QLocale.c() if chosen == _ENGLISH else QLocale(chosen)


def _texts(short: str) -> Path:
    return resource("i18n", f"halo-setup.{short}.qm")

"""The window takes the language of the person, and falls back to English."""

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from tests.ui.fakes import World
from tests.ui.test_run import windows
from wizard import language
from wizard.language import day, tr
from wizard.problems import problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.prose import spoken
from wizard.ui.run import run
from wizard.ui.services import Services
from wizard.ui.translation import SETTING, choose, install, wanted

NOON = dt.datetime(2026, 3, 5, 12, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.setParent(None)
    language.speak(None)
    QLocale.setDefault(locale)


@pytest.mark.parametrize(
    ("languages", "spoken_one"),
    [
        (["de-Latn-AT", "de-AT", "de"], "de"),
        (["DE_de"], "de"),
        (["fr-FR", "fr", "de-DE"], "de"),
        (["en-GB", "de-DE"], "en"),  # English is no file, and comes first all the same
        (["fr-FR"], "en"),
        (["C"], "en"),
        (["../i18n/halo-setup.de"], "en"),
        ([""], "en"),
        ([], "en"),
    ],
)
def test_the_first_language_that_there_is(languages: list[str], spoken_one: str) -> None:
    assert choose(languages) == spoken_one


def test_the_setting_goes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SETTING, "fr:de")
    assert wanted() == ["fr", "de"]
    monkeypatch.setenv(SETTING, "")
    assert wanted() == list(QLocale.system().uiLanguages())


def test_german_is_spoken_by_us_by_qt_and_by_profiles(qapp: QApplication) -> None:
    liongard = Catalog().get("liongard")
    before = problem("network.dns")
    assert install(qapp, ["de"]) == "de"
    assert tr("&Next") == "&Weiter"
    assert before.happened == "Das Netzwerk kennt den Namen der Instanz nicht."
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    said = spoken(liongard)
    assert said.prerequisites == (
        "Eine Anmeldung bei HaloPSA, die Agenten und API-Anwendungen anlegen darf.",
    )
    assert said.source.title == liongard.source.title
    assert tr("a text that no translator knows") == "a text that no translator knows"


def test_english_leaves_everything_as_it_is_written(qapp: QApplication) -> None:
    assert install(qapp, ["en"]) == "en"
    assert tr("&Next") == "&Next"
    assert qapp.findChildren(QTranslator) == []
    for profile in Catalog().all():
        assert spoken(profile) == profile


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("de_AT", "05.03.2026"),
        ("en_GB", "05/03/2026"),
        ("en_US", "3/5/2026"),
        ("C", "2026-03-05"),
    ],
)
def test_days_as_the_language_writes_them(qapp: QApplication, locale: str, said: str) -> None:
    install(qapp, ["en"])
    QLocale.setDefault(QLocale(locale))
    assert day(NOON) == day(NOON.date()) == said


def test_english_of_no_country_writes_days_that_cannot_be_mistaken(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale("fr_FR"))
    install(qapp, ["en"])
    assert day(NOON) == "2026-03-05"


def test_the_window_opens_in_the_language_of_the_setting(
    qapp: QApplication, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(SETTING, "de")
    seen: list[str] = []
    look = QTimer(interval=5)

    def close() -> None:
        for window in windows():
            if window.title.plain == "Willkommen":
                look.stop()
                seen.append(window.footer._next.text())
                window.close()

    look.timeout.connect(close)
    look.start()
    services = Services(lambda: world.profiles, world.records, world.open_flow)
    assert run(services) == 0
    assert seen == ["&Weiter"]

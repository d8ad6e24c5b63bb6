"""The list of steps: names that are too long for it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from wizard.ui.sidebar import Entry, StepButton, in_two_lines
from wizard.ui.theme import Tone

ROOM = 110  # px
NAMES = st.lists(st.text("abcdefgäW", min_size=1, max_size=25), min_size=1, max_size=8)


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetrics:
    return QFontMetrics(QFont(qapp.font()))


def height(name: str) -> int:
    """Give the height of a step's row, beside a short word."""
    entry = Entry("id", name, name, "to do", "todo", Tone.TODO, current=False)
    return StepButton(entry).sizeHint().height()


def test_a_short_name_stays_on_one_line(metrics: QFontMetrics) -> None:
    assert in_two_lines("Scopes", metrics, ROOM) == "Scopes"


def test_a_long_name_breaks_between_words(metrics: QFontMetrics) -> None:
    assert in_two_lines("Go on in WatchGuard", metrics, ROOM).split("\n", 1)[0] in (
        "Go on in",
        "Go on in WatchGuard",
    )
    assert in_two_lines("Let them check it all again", metrics, ROOM).replace("\n", " ") == (
        "Let them check it all again"
    )


def test_what_does_not_fit_in_two_lines_is_cut_visibly(metrics: QFontMetrics) -> None:
    assert in_two_lines("much too long for this list " * 5, metrics, ROOM).endswith("…")
    assert in_two_lines("W" * 80, metrics, ROOM).endswith("…")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=NAMES)
def test_no_line_is_wider_than_the_room(metrics: QFontMetrics, words: list[str]) -> None:
    name = " ".join(words)
    lines = in_two_lines(name, metrics, ROOM).split("\n")
    assert len(lines) <= 2
    assert all(metrics.horizontalAdvance(line) <= ROOM for line in lines)
    if not any("…" in line for line in lines):
        assert " ".join(lines) == name


def test_only_a_name_that_takes_two_lines_makes_its_row_higher(metrics: QFontMetrics) -> None:
    fits, broken = height("Go on in Liongard"), height("Let them check all of it again")
    assert fits == height("Scopes") < broken

"""Each guide goes through in the real window without a mouse."""

from __future__ import annotations

import pytest

from tests.end_to_end.keyboard import Keyboard, Way
from tests.end_to_end.outcome import assert_finished
from tests.end_to_end.person import go_through


@pytest.mark.parametrize(
    ("profile", "way"),
    [
        ("liongard", Way.TAB_AND_SPACE),
        ("watchguard-cloud", Way.LETTERS),
        ("topleft", Way.BACKWARDS_AND_ENTER),
        ("perimeters", Way.ENTER),
    ],
)
def test_a_guide_goes_through_by_keyboard(workstation, profile, way):
    window = workstation.open()
    keyboard = Keyboard(window, way)
    go_through(keyboard, profile, lambda _: False)
    workstation.picture(f"keyboard-{profile}-done")
    keyboard.go_on("Finish")
    assert keyboard.offers("Check again")
    assert_finished(workstation, profile)
    assert window.look().clicks == 0
    assert window.close() == 0

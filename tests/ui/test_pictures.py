"""The pictures: every kind of page and every state of a row is among them."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.ui.pictures import README
from tests.ui.scenes import SCENES, STATES
from wizard.resource import resource
from wizard.setup.steps import StepKind
from wizard.ui.rows import RowState
from wizard.ui.widgets.row import RowWidget

ROOT = Path(__file__).parents[2]


def test_every_kind_of_step_has_a_scene() -> None:
    assert {name.partition("-")[0] for name in SCENES} >= {kind.value for kind in StepKind}


def test_every_state_of_a_row_has_a_scene() -> None:
    elsewhere = {RowState.UNCHECKED: "permissions-empty", RowState.ACCEPTED: "mend-beside-accepted"}
    asked = {state.value for state in RowState if state not in elsewhere}
    assert asked | {"empty", "busy", "error"} == set(STATES)
    assert {f"permissions-{state}" for state in STATES} | {*elsewhere.values()} <= set(SCENES)


@pytest.mark.anyio
async def test_what_is_confirmed_on_a_screen_is_shown_so() -> None:
    """Only what was noted by the check of such a screen, as it opens, can be confirmed."""
    async with SCENES["screen-confirmed"].shown() as studio:
        states = {row.row.state for row in studio.window.findChildren(RowWidget)}
        assert states == {RowState.CONFIRMED, RowState.UNKNOWN}


def test_it_draws_a_scene_at_a_scale_and_a_sheet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.ui.pictures", str(tmp_path), "note-empty"]
    subprocess.run([*command, "--scale", "2", "--scheme", "contrast"], cwd=ROOT, check=True)
    drawn = QImage(str(tmp_path / "note-empty-contrast-200.png"))
    assert (drawn.width(), drawn.height()) == (2080, 1440)
    assert not QImage(str(tmp_path / "sheet-contrast-200-1.png")).isNull()


def test_the_readme_shows_what_is_drawn_for_it() -> None:
    files = {path.name for path in resource("readme").glob("*.png")}
    assert files == {f"{name}.png" for name in README}
    text = (ROOT / "README.md").read_text("utf-8")
    assert all(f"(resources/readme/{name})" in text for name in files)
    sizes = {name: QImage(str(resource("readme", name))).size().toTuple() for name in files}
    assert set(sizes.values()) == {(1040, 720)}

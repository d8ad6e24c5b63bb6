"""Every cell of the matrix over real HTTP; and that the harness would notice a lie."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.faults.__main__ import by_step, summary
from tests.faults.cell import EASY, OWN, Cell, unknown
from tests.faults.conftest import Rigs
from tests.faults.matrix import CELLS
from tests.faults.run import Ended, run
from wizard.practice.faults import Fault, FaultKind, Place


@pytest.mark.parametrize("cell", CELLS, ids=lambda cell: cell.id)
def test_it_ends_as_it_must(rigs: Rigs, cell: Cell) -> None:
    ended = rigs.run(cell.world, lambda rig: run(cell, rig))
    assert [f"{each.place}: {each.wrong}" for each in ended if each.wrong] == []


def test_every_fault_has_a_cell() -> None:
    assert {cell.fault.kind for cell in CELLS} == set(FaultKind)


def test_no_two_cells_are_the_same() -> None:
    assert len({cell.id for cell in CELLS}) == len(CELLS)


def test_the_readme_tells_the_totals(rigs: Rigs) -> None:
    """Which looks there are; that all end as they must is what the command itself says."""
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    between = re.search(r"<!-- faults:.*?-->\n(.*?)<!-- /faults -->", readme, re.S)
    assert between, "the marks are gone"
    places = {world: rigs.run(world, _clean) for world in {cell.world for cell in CELLS}}
    well = [Ended(cell, place, "", "") for cell in CELLS for place in places[cell.world]]
    first, second = between[1].strip().split("\n\n")
    assert first == summary(well)
    looks = [line.split(" | ")[:2] for line in second.splitlines()[2:]]
    assert looks == [line.split(" | ")[:2] for line in by_step(well).splitlines()[2:]]


def test_nothing_is_wrong_while_nothing_is_wrong(rigs: Rigs) -> None:
    """Else "as before" would mean nothing: the clean look decides all that the easy world tells."""
    clean = rigs.run(EASY, _clean)
    assert set(clean["check"].states.values()) == {"met"}
    assert len(clean["check"].states) == 20
    hard = rigs.run(OWN, _clean)["check"].states
    assert hard["probe:GET /Tickets"] == hard["identity"] == "met"
    assert "missing" not in hard.values()


@pytest.mark.parametrize(
    "lie",
    [
        Cell(Fault(kind=FaultKind.FORBIDDEN, where=(Place.PROBES,)), OWN),
        Cell(Fault(kind=FaultKind.RESET, where=(Place.PROBES,)), OWN, unknown("", "probe:*", "t*")),
        Cell(
            Fault(kind=FaultKind.RESET, where=(Place.PROBES,)),
            OWN,
            unknown("network.timeout", "probe:*"),
        ),
        Cell(Fault(kind=FaultKind.RESET, where=(Place.DISCOVERY,)), OWN, unknown("", "*")),
    ],
    ids=["another state", "too many rows", "another cause", "stops"],
)
def test_another_end_is_noticed(rigs: Rigs, lie: Cell) -> None:
    ended = rigs.run(lie.world, lambda rig: run(lie, rig))
    assert any(each.wrong for each in ended)


async def _clean(rig):
    return rig.clean

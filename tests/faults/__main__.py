"""Prints what became of every fault at every step: `python -m tests.faults [--full]`.

The totals, or with --full also one line for each look that was not as before. It takes minutes; the
tests look at each fault with `check` and at the steps that send what it strikes.
"""

from __future__ import annotations

import asyncio
import sys

from tests.faults.matrix import CELLS
from tests.faults.rig import rig
from tests.faults.run import Ended, run


async def _all() -> list[Ended]:
    ended: list[Ended] = []
    for world in dict.fromkeys(cell.world for cell in CELLS):
        async with rig(world) as made:
            for cell in CELLS:
                if cell.world == world:
                    ended += await run(cell, made, everywhere=True)
    return ended


def summary(ended: list[Ended]) -> str:
    """Give the totals as a Markdown table."""
    lines = [
        "| world | faults | cells | looks | ended as they must | did not |",
        "|---|---|---|---|---|---|",
    ]
    worlds = tuple(dict.fromkeys(each.cell.world for each in ended))
    lines += [_row(world, [each for each in ended if each.cell.world == world]) for world in worlds]
    return "\n".join([*lines, _row("together", ended)])


def by_step(ended: list[Ended]) -> str:
    """Give how the looks of `check` and of each step ended, as a Markdown table."""
    lines = [
        "| looked with | looks | as before | rows unknown | rows missing | excess | no look |",
        "|---|---|---|---|---|---|---|",
    ]
    for place in dict.fromkeys(each.place for each in ended):
        how = [each.how for each in ended if each.place == place]
        words = ("as before", "unknown", "missing", "excess")
        counts = [sum(word in each for each in how) for word in words]
        stopped = sum("." in each for each in how)
        lines.append(f"| {place} | {len(how)} | {' | '.join(map(str, counts))} | {stopped} |")
    return "\n".join(lines)


def _row(name: str, ended: list[Ended]) -> str:
    wrong = sum(bool(each.wrong) for each in ended)
    kinds = {each.cell.fault.kind for each in ended}
    cells = {each.cell.id for each in ended}
    counts = (len(kinds), len(cells), len(ended), len(ended) - wrong, wrong)
    return f"| {name} | {' | '.join(map(str, counts))} |"


def main(arguments: list[str]) -> int:
    """Run everything and print it. Gives 1 where something is wrong."""
    ended = asyncio.run(_all())
    if "--full" in arguments:
        for each in ended:
            if each.how != "as before" or each.wrong:
                mark = f"  WRONG: {each.wrong}" if each.wrong else ""
                print(f"{each.cell.id:70} {each.place:12} {each.how}{mark}")
    print(summary(ended), by_step(ended), sep="\n\n")
    return int(any(each.wrong for each in ended))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

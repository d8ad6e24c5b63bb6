"""Every word that the rules say, in one file that a person can read through.

After a change on purpose: WRITE_WORDS=1 pytest tests/checks/test_words.py, then read the diff.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from msgspec import UNSET
from msgspec.structs import replace as with_

from tests.checks import observations as o
from tests.checks.scenes import ADMIN, TOPLEFT, scenes
from wizard.checks.findings import Finding
from wizard.checks.judge import judge, judge_role
from wizard.checks.observation import Seen
from wizard.profiles.requirements import requirements

WORDS = Path(__file__).with_name("words.txt")


def link(screen: str, key: str | int | None) -> str:
    return f"{screen}/{key}" if key is not None else screen


def written(finding: Finding) -> Iterator[str]:
    yield f"{finding.requirement}: {finding.state} ({finding.layer}, {finding.known_by})"
    yield f"    wanted: {finding.wanted}"
    yield f"    found: {finding.found}"
    yield from (f"    seen: {each}" for each in finding.evidence)
    for name in ("remedy", "link", "because"):
        if getattr(finding, name):
            yield f"    {name}: {getattr(finding, name)}"


def everything() -> Iterator[str]:
    usual: dict[tuple[str, str], tuple[str, ...]] = {}
    for title, profile, seen, subject in scenes():
        yield f"== {title}"
        for finding in judge(profile, subject, seen, link=link):
            row, lines = (profile.id, finding.requirement), tuple(written(finding))
            if usual.get(row) != lines:  # the first scene that has it tells how it usually is
                yield from lines
            usual.setdefault(row, lines)
    ids = [each.id for each in requirements(TOPLEFT)]
    role = o.role("TopLeft Role", {"SA": "false"})
    for title, roles in (
        ("role by itself", Seen((role,), ADMIN)),
        ("role that is not there", Seen((), ADMIN)),
        ("roles unread", o.FORBIDDEN),
        ("role whose claims are hidden", Seen((with_(role, claims=UNSET),), ADMIN)),
    ):
        yield f"== {title}"
        for finding in judge_role(TOPLEFT, replace(o.good(), roles=roles), ids, link=link):
            yield from written(finding)


def test_the_words_are_the_ones_that_were_read_through():
    text = "\n".join(everything()) + "\n"
    if os.environ.get("WRITE_WORDS"):
        WORDS.write_text(text, encoding="utf-8")
    assert text == WORDS.read_text(encoding="utf-8")

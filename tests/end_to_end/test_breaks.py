"""Everything that can be left undone is found, in every world (contract: breaking things)."""

from __future__ import annotations

import pytest

from tests.end_to_end.walks import HARD, PROFILES, by_id, walked
from wizard.checks.findings import Finding, State
from wizard.practice.breaks import breakable
from wizard.profiles.catalog import Catalog

CASES = [(profile, each) for profile in PROFILES for each in breakable(Catalog().get(profile))]
# No world may be wrong about these; what they say is proven by the integration's own calls.
PROVEN = ("token", "identity", "scope", "probe")


def missing(found: dict[str, Finding]) -> dict[str, Finding]:
    return {name: each for name, each in found.items() if each.state is State.MISSING}


def satisfied_otherwise(finding: Finding) -> bool:
    """A level under SA, and `read:x` beside `edit:x`, stay met and say so."""
    ways = ("through the administrator right", "works through edit:")
    return any(each.startswith(ways) for each in finding.evidence)


@pytest.mark.parametrize(("profile", "broken"), CASES)
def test_in_the_easy_world_the_named_row_is_the_root(profile, broken):
    report, instance = walked(profile, breaks=[broken])
    found = by_id(report)
    assert instance.writes == ()
    if satisfied_otherwise(found[broken]):
        assert found[broken].state is State.MET
        assert missing(found) == {}
        return
    roots = {name for name, each in missing(found).items() if each.because is None}
    assert roots == {broken}
    for name, each in missing(found).items():
        assert name == broken or leads_to(found, each, broken), name


def leads_to(found: dict[str, Finding], finding: Finding, root: str) -> bool:
    """Follow `because` to the root; it must get there without going round."""
    seen: set[str] = set()
    while finding.because is not None and finding.because not in seen:
        seen.add(finding.because)
        if finding.because == root:
            return True
        finding = found[finding.because]
    return False


@pytest.mark.parametrize("world", HARD)
@pytest.mark.parametrize(("profile", "broken"), CASES)
def test_in_the_hard_worlds_no_row_is_wrong(profile, broken, world):
    report, instance = walked(profile, world, [broken])
    found = by_id(report)
    assert instance.writes == ()
    named = found[broken]
    if satisfied_otherwise(named):
        assert missing(found) == {}
        return
    # The row itself is found where it can be seen, and never said to be met.
    assert named.state in (State.MISSING, State.UNKNOWN)
    if broken.partition(":")[0] in PROVEN:
        assert named.state is State.MISSING or wide(broken)
    for name, each in missing(found).items():
        assert name == broken or explained(found, name, broken), (name, each)


def wide(broken: str) -> bool:
    """What a wide scope stands for is not documented, so its absence cannot always be told."""
    return broken == "scope:all:standard"


def explained(found: dict[str, Finding], name: str, broken: str) -> bool:
    """A further missing row must be proven, or follow from what was broken."""
    return name.partition(":")[0] in PROVEN or leads_to(found, found[name], broken)

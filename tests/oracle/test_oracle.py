"""The checks against the oracle: what they say is true, and they say all that can be known."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from tests.oracle.oracle import Oracle
from tests.oracle.scene import Scene
from tests.oracle.scenes import scenes
from tests.oracle.stage import Stage
from wizard.checks.findings import Finding, State
from wizard.profiles.requirements import ProbeRequirement

# `pytest --hypothesis-profile=long` tries thousands (tests/conftest.py).
_SCENES = max(settings.default.max_examples, 250)


@pytest.fixture(scope="module")
def stage() -> Iterator[Stage]:
    stage = Stage()
    yield stage
    stage.close()


@pytest.mark.timeout(0)
@settings(max_examples=_SCENES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(scene=scenes())
def test_findings_and_oracle_agree(stage: Stage, scene: Scene) -> None:
    found, oracle = stage.check(scene), Oracle(scene)
    assert disagreements(found, oracle) == []
    assert stage.writes == ()


def disagreements(found: dict[str, Finding], oracle: Oracle) -> list[str]:
    """Say every point on which the findings are wrong, or say less than can be known."""
    wrong = []
    for name, states in oracle.states.items():
        if name not in found:
            wrong.append(f"{name}: not judged")
        elif found[name].state not in states:
            said = f"{found[name].state} ({found[name].found}; {found[name].evidence})"
            wrong.append(f"{name}: said {said}, must be {'/'.join(sorted(states))}")
    beyond = {name for name, each in found.items() if name not in oracle.states}
    assert {found[name].state for name in beyond} <= {State.EXCESS}
    expected = oracle.excess() - set(oracle.states)
    wrong += [f"{name}: excess not told" for name in sorted(expected - beyond)]
    wrong += [f"{name}: is no excess" for name in sorted(beyond - expected)]
    return [*wrong, *_layers(found, oracle), *_roots(found)]


def _layers(found: dict[str, Finding], oracle: Oracle) -> list[str]:
    """A probe that fails names the layer that refused it (fact sheet §10)."""
    rows = [each for each in oracle.requirements if isinstance(each, ProbeRequirement)]
    return [
        f"{row.id}: layer {found[row.id].layer}, must be {oracle.layers(row)}"
        for row in rows
        if found[row.id].state is State.MISSING
        and found[row.id].layer not in (*oracle.layers(row), "token")
    ]


def _roots(found: dict[str, Finding]) -> list[str]:
    """What a finding follows from was found missing, and following it ends."""
    wrong = []
    for name in found:
        path = [name]
        while (because := found[path[-1]].because) is not None:
            if because in path or because not in found:
                wrong.append(f"{name}: follows from {because}, which leads nowhere")
                break
            if found[because].state is not State.MISSING:
                wrong.append(f"{name}: follows from {because}, which is not missing")
                break
            path.append(because)
    return wrong

"""Whatever goes wrong: one live look that fails takes nothing back that was seen before."""

from __future__ import annotations

import asyncio

import pytest

from tests.faults.rig import PATIENT, SHORT, rig
from wizard.checks.findings import State
from wizard.practice.faults import Fault, FaultKind

_STEPS = ("admin_application", "permissions", "scopes")
_NEVER_ANSWERS = (FaultKind.SILENT, FaultKind.STALLED_BODY)
_HINDERS = {
    FaultKind.SILENT: "network.timeout",
    FaultKind.RESET: "network.broken",
    FaultKind.RATE_LIMITED: "http.rate_limited",
    FaultKind.SERVER_ERROR: "http.server_error",
    FaultKind.WEB_PAGE: "http.not_json",
}


@pytest.mark.timeout(300)
def test_no_row_turns_unknown_because_of_one_look() -> None:
    told: dict[tuple[FaultKind, str], str] = {}
    lost: list[tuple[FaultKind, str, set[str]]] = []

    async def look_through_every_fault() -> None:
        async with rig("easy") as made:
            for kind in FaultKind:
                for step in _STEPS:
                    flow = made.flow(SHORT if kind in _NEVER_ANSWERS else PATIENT)
                    flow.go(step)
                    await flow.check()
                    before, seen = flow.findings(step), flow.state.checked[step]
                    judged = {each.requirement for each in before if each.state is State.MET}
                    made.instance.faults.switch_on(Fault(kind=kind))
                    look = await flow.look()
                    made.instance.faults.switch_off()
                    await flow.close()
                    after = {
                        each.requirement
                        for each in flow.findings(step)
                        if each.state is not State.UNKNOWN
                    }
                    if judged - after:
                        lost.append((kind, step, judged - after))
                    if look.problem is not None:
                        told[kind, step] = look.problem.code
                        assert flow.state.checked[step] == seen

    asyncio.run(look_through_every_fault())
    assert lost == []
    for kind, code in _HINDERS.items():
        assert told.get((kind, "permissions")) == code
        assert {step for step in _STEPS if (kind, step) in told} == set(_STEPS), kind

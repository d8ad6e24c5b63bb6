"""The way to the very agent, role or application, once a check has seen which one it is."""

from __future__ import annotations

from wizard.checks.findings import State
from wizard.halo.wording import fold
from wizard.setup.state import SetupState
from wizard.setup.steps import Step


def exact(state: SetupState, step: Step, screen: str | None) -> str | None:
    """Give the deep link of a step: to what it is about, else to `screen`, the page it stands on.

    The link is that of the finding that saw it. An agent by another name than the one that is
    answered now is another agent: then the page it stands on is right.
    """
    for found in (state.findings.get(step.id, ()), *state.findings.values()):
        for finding in found:
            link = finding.link or ""
            if (
                finding.requirement == step.about
                and finding.state is State.MET
                and screen is not None
                and link.startswith(f"{screen}?")
                and _same_agent(state, step, finding.found)
            ):
                return link
    return screen


def _same_agent(state: SetupState, step: Step, found: str) -> bool:
    name = state.answers.get("agent_name")
    return step.about != "agent:Username" or name is None or fold(name) == fold(found)

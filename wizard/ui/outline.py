"""What the window's frame shows of a setup: the steps at the side, the buttons at the foot."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.language import listed, mark, plural, tr
from wizard.problems import Problem
from wizard.setup.flow import Flow
from wizard.setup.mending import Mending
from wizard.setup.standing import StepState
from wizard.setup.steps import StepKind
from wizard.ui import theme, wording
from wizard.ui.footer import Buttons
from wizard.ui.sidebar import Entry
from wizard.ui.widgets.states import STEP


def heading(flow: Flow) -> str:
    """Give the line at the top."""
    where = wording.instance(flow.state.answers) or tr("your HaloPSA")
    return f"{flow.profile.name} → {where}"


def entries(flow: Flow, mending: Mending | None = None) -> list[Entry]:
    """Give the steps as the list at the side shows them: all, or those of the mending."""
    steps, current = flow.steps, flow.current
    some = {step.id for step in mending.steps} | {current.id} if mending else None
    shown = []
    for step, name in zip(steps, wording.short_names(steps), strict=True):
        if some is not None and step.id not in some:
            continue
        standing = flow.standing(step)
        here = step.id == current.id
        icon, tone = STEP[standing.state]
        if here and standing.state is StepState.TODO:
            icon, tone = "current", theme.Tone.ACCENT
        word = wording.standing(standing)
        shown.append(Entry(step.id, name, step.title, word, icon, tone, here))
    return shown


def mending(way: Mending) -> str:
    """Say what is being mended."""
    if way.root is None:
        return tr("Only the steps with something left are shown; at the end comes the proof.")
    return tr(
        "To mend: {requirement}. Only the steps with something left are shown; at the end comes the"
        " proof.",
        requirement=wording.requirement(way.root)[1],
    )


def buttons(flow: Flow, mending: Mending | None = None) -> Buttons:
    """Give the buttons of the current step: Check comes first until nothing is left to mend.

    Not for the application: it is only saved, and so to be seen, when its secret is here.
    """
    step = flow.current
    if mending is not None and mending.at_end:
        proven = not flow.standing(step).missing
        return Buttons(check=tr("&Check now"), next=tr("&Finish"), check_first=not proven)
    if step.kind is StepKind.DONE:
        return Buttons(next=tr("&Finish"))
    finds = step.kind is StepKind.INSTANCE
    left = flow.standing(step).missing
    many = one = mark("Continue with {number} &left")
    onward = plural(left, one, many) if left else tr("&Next")
    if not finds and not step.requirements:
        return Buttons(next=onward)
    checked = step.id in flow.state.checked
    if step.kind is StepKind.SIGN_IN and flow.signed_in is None:
        return Buttons(check=tr("&Sign in with the browser"), next=onward, check_first=True)
    label = tr("&Find") if finds else tr("&Check now")
    check_first = step.kind is not StepKind.APPLICATION and (not checked or left > 0)
    return Buttons(check=label, next=onward, check_first=check_first)


def ask_again(flow: Flow, gone: Mapping[str, Problem]) -> str:
    """Say which secrets have to be entered (again), on which step, and why: a line for each why."""
    lines: dict[str, list[str]] = {}
    for step, short in zip(flow.steps, wording.short_names(flow.steps), strict=True):
        for each in step.inputs:
            if each.name in gone:
                said = lines.setdefault(gone[each.name].happened, [])
                said.append(f"{each.label} ({short})")
    return "\n".join(
        tr("Enter {places}. {why}", places=listed(places), why=why) for why, places in lines.items()
    )

"""The remaining screens of a guide: other pages of Halo, values given, the proof, the hand-over."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.language import tr
from wizard.profiles.given import ANSWER
from wizard.profiles.schema import GivenStep, HandOverStep, NoteStep, ScreenStep, TestStep
from wizard.setup.screens.draft import Draft
from wizard.setup.steps import Input, Step, StepKind

ALL = "*"  # stands for every requirement of the profile

Ids = tuple[str, ...]


def note(draft: Draft, part: NoteStep, ids: Ids) -> Iterator[Step]:  # noqa: ARG001
    """Give a screen that is only to read."""
    remark = part.remark or ""
    yield Step("note", StepKind.NOTE, part.title, "", instructions=part.text, remark=remark)


def given(draft: Draft, part: GivenStep, ids: Ids) -> Iterator[Step]:  # noqa: ARG001
    """Give the screen of a value that the vendor gives first."""
    yield Step(
        "given",
        StepKind.GIVEN,
        part.title or tr("Get the {value}", value=part.label),
        tr("The vendor gives this value; HaloPSA needs it later."),
        instructions=part.text,
        remark=part.remark or "",
        inputs=(Input(f"{ANSWER}{part.name}", part.label, required=part.required),),
    )


def screen(draft: Draft, part: ScreenStep, ids: Ids) -> Iterator[Step]:
    """Give the screen of a page of Halo that no API shows."""
    yield Step(
        "screen",
        StepKind.SCREEN,
        part.title,
        tr("HaloPSA's API does not show this screen. Set it, then confirm each row."),
        instructions=part.text,
        remark=part.remark or "",
        menu=part.menu,
        fill_in=tuple(draft.rows(part.rows, ids)),
        requirements=ids,
    )


def proof(draft: Draft, part: TestStep, ids: Ids) -> Iterator[Step]:  # noqa: ARG001
    """Give the screen of the proof."""
    yield Step(
        "proof",
        StepKind.PROOF,
        part.title or tr("Prove the connection"),
        tr(
            "The wizard signs in as the integration would and reads one row of each thing it needs."
        ),
        instructions=part.text,
        remark=part.remark or "",
        requirements=(ALL,),
    )


def hand_over(draft: Draft, part: HandOverStep, ids: Ids) -> Iterator[Step]:  # noqa: ARG001
    """Give the screen of what the vendor wants back."""
    lead = (
        tr("Give these values to: {where}", where=part.where)
        if part.to_person
        else tr("Enter these values at: {where}", where=part.where)
    )
    opened = (tr("Open {address}", address=part.address),) if part.address else ()
    yield Step(
        "hand_over",
        StepKind.HAND_OVER,
        part.title or tr("Hand over to {vendor}", vendor=draft.profile.name),
        lead,
        instructions=(*opened, *part.text),
        remark=part.remark or "",
    )

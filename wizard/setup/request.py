"""A short text to send to an administrator of HaloPSA, who does a step for the technician.

Made from the step alone: what it says is on the page as well, and no secret is ever in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from wizard.language import day, listed, tr
from wizard.profiles.schema import Profile
from wizard.setup.steps import InputKind, Step, StepKind

# Here the wizard asks, not the vendor's guide.
_OWN = (StepKind.INSTANCE, StepKind.SIGN_IN, StepKind.ADMIN_APPLICATION)


def can_be_asked(step: Step) -> bool:
    """Tell whether a step is done in HaloPSA, where somebody else could do it."""
    return bool(step.menu)


def request_text(step: Step, profile: Profile, answers: Mapping[str, str], link: str | None) -> str:
    """Give the text for a step: what, why, where, the rows with their values, what to send back."""
    parts = (
        _greeting(answers),
        _what(step, profile),
        _where(step, link),
        tuple(_rows(step)),
        tuple(_back(step)),
        (tr("Thank you."),),
    )
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def _greeting(answers: Mapping[str, str]) -> tuple[str, ...]:
    web = answers.get("web")
    asked = (
        tr("Please do this for me in HaloPSA at {web}.", web=web)
        if web
        else tr("Please do this for me in HaloPSA.")
    )
    return tr("Hello,"), asked


def _what(step: Step, profile: Profile) -> tuple[str, ...]:
    own = step.kind in (StepKind.SIGN_IN, StepKind.ADMIN_APPLICATION)
    title = tr("Create the API application Halo Setup Wizard") if own else step.title
    what = tr("What: {title}", title=title)
    if step.kind in _OWN:
        return what, tr(
            "Why: Halo Setup Wizard helps me to connect {name} to HaloPSA. It only reads.",
            name=profile.name,
        )
    source = profile.source
    return what, tr(
        "Why: to connect {name} to HaloPSA, as its guide asks: {title}, {publisher}, read on"
        " {seen}.",
        name=profile.name,
        title=source.title,
        publisher=source.publisher,
        seen=day(source.seen),
    )


def _where(step: Step, link: str | None) -> tuple[str, ...]:
    where = tr("Where in HaloPSA: {menu}", menu=" > ".join(step.menu))
    return (where, link) if link else (where,)


def _rows(step: Step) -> Iterator[str]:
    """Give the rows by section; of a step that only asks to do something, what that is."""
    if not step.fill_in:
        # Where there are inputs it speaks of the window, which the reader does not see.
        yield from () if step.inputs else step.instructions
        return
    yield tr("Please set:")
    for section, rows in groupby(step.fill_in, key=lambda row: row.section):
        if section:
            yield f"{section}:"
        for row in rows:
            yield f"- {row.label}: {row.value}" + (f" ({row.note})" if row.note else "")


def _back(step: Step) -> Iterator[str]:
    wanted = [each.label for each in step.inputs if each.kind is InputKind.TEXT]
    secrets = [
        each.label if each.required else tr("{name} (if there is one)", name=each.label)
        for each in step.inputs
        if each.kind is InputKind.SECRET
    ]
    if wanted:
        yield tr("Please send me back: {names}.", names=listed(wanted))
    elif not secrets:
        yield tr("Please tell me when it is done.")
    if secrets:
        yield tr(
            "{names}: never by mail or chat. Give it to me through a password manager, or enter it"
            " in Halo Setup Wizard on my computer.",
            names=listed(secrets),
        )

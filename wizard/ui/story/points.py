"""From what is known of a setup to the points of its page."""

from __future__ import annotations

from wizard.checks.acceptance import Weighed
from wizard.checks.findings import Finding, KnownBy, State
from wizard.fleet.story import Story
from wizard.language import day, tr
from wizard.ui.story import words
from wizard.ui.story.point import Told


def changed(story: Story) -> list[Told]:
    """Give what changed since the last good state, what needs a hand before what is accepted."""
    weighed = sorted(story.changed, key=lambda each: (not each.counts, not each.drift.stays))
    return [_change(story, each) for each in weighed]


def never_fitted(story: Story) -> list[Told]:
    """Give what is missing and was never fulfilled, as far as is known."""
    return [
        Told(
            name=each.requirement,
            label=words.label(each.requirement),
            state=each.state,
            said="",
            values=[
                (tr("The guide asks"), each.wanted or "–"),
                (tr("Halo has now"), each.found or "–"),
            ],
            finding=each,
            following=story.following(each.requirement),
        )
        for each in story.never
    ]


def not_read(story: Story) -> list[Told]:
    """Give what could not be read, with what was last known of it."""
    return [
        Told(
            name=each.requirement,
            label=words.label(each.requirement),
            state=each.state,
            said=each.found,
            values=[
                (tr("The guide asks"), each.wanted or "–"),
                (tr("Before"), words.not_read(story, each)),
            ],
            finding=each,
        )
        for each in story.findings
        if each.state is State.UNKNOWN and each.known_by is not KnownBy.PERSON
    ]


def _change(story: Story, weighed: Weighed) -> Told:
    drift = weighed.drift
    finding = story.finding(drift.requirement)
    name = drift.requirement or drift.kind.value
    return Told(
        name=name,
        label=words.label(drift.requirement) if drift.requirement else tr("HaloPSA"),
        state=drift.state if drift.stays else None,
        said=words.changed(drift),
        values=_values(weighed, finding),
        finding=finding,
        weighed=weighed,
        accepted=words.accepted(weighed),
        following=story.following(drift.requirement)
        if drift.requirement and weighed.counts
        else (),
    )


def _values(weighed: Weighed, finding: Finding | None) -> list[tuple[str, str]]:
    drift = weighed.drift
    if finding is None or not drift.stays:
        return []
    return [
        (tr("The guide asks"), finding.wanted or tr("nothing")),
        (tr("Halo had on {date}", date=day(drift.since)), words.had(weighed)),
        (tr("Halo has now"), finding.found or drift.now or "–"),
    ]

"""What the page of a setup says: its verdict, what became of a row, how a run ended."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from wizard.checks.acceptance import Weighed
from wizard.checks.drift import Drift
from wizard.checks.drift_words import acceptance_sentence, sentence
from wizard.checks.findings import ExitCode, Finding, State
from wizard.checks.observation import Through
from wizard.fleet.entries import roots
from wizard.fleet.overview import Stand
from wizard.fleet.story import Story
from wizard.language import day, listed, mark, plural, tr
from wizard.setup.runs import Run
from wizard.ui import wording
from wizard.ui.fleet.words import STANDS
from wizard.ui.theme import Tone

_RUNS = {
    ExitCode.CLEAN: ("met", Tone.MET, mark("everything in order")),
    ExitCode.MISSING: ("missing", Tone.MISSING, mark("something missing")),
    ExitCode.UNKNOWN: ("unknown", Tone.UNKNOWN, mark("something unknown")),
}
_EYES = {
    Through.OWN: mark("looked as the integration"),
    Through.ADMINISTRATOR: mark("looked as an administrator"),
}
Mark = tuple[str, Tone, str]


def verdict(story: Story) -> Mark:
    """Judge a setup in one sentence, with the icon and tone of its state."""
    icon, tone, _ = STANDS[story.entry.stand]
    return icon, tone, _sentence(story)


def remedy(story: Story) -> str:
    """Say what to do where nothing could be looked at, with what a maintainer asks for."""
    failed = story.failed
    if failed is None:
        return ""
    details = tr("Code: {code}. Details: {details}", code=failed.code, details=failed.detail or "–")
    return f"{failed.remedy}\n{details}"


def _sentence(story: Story) -> str:
    entry = story.entry
    match entry.stand:
        case Stand.FAILED if story.failed is not None:
            return tr("The last re-check failed: {what}", what=story.failed.happened)
        case Stand.FAILED:
            return tr("Its profile is not on this workstation.")
        case Stand.UNCHECKED:
            return tr("Set up, and not checked as a whole yet.")
        case Stand.BEGUN:
            return tr("Not set up to the end yet.")
        case Stand.HAND:
            return tr("Needs a hand: {what}.", what=listed(_troubles(story)))
        case Stand.ACCEPTED:
            one = mark("Holds, with {number} accepted change.")
            many = mark("Holds, with {number} accepted changes.")
            return plural(entry.accepted, one, many)
    if entry.mended and entry.stand is Stand.HOLDS:
        one = mark("Mended: the connection works again, its one requirement is met.")
        many = mark("Mended: the connection works again, all {number} requirements are met.")
        return plural(len(story.findings), one, many)
    return wording.verdict(story.findings)[1]


def _troubles(story: Story) -> list[str]:
    troubles = []
    drifts = roots(story.whole.drifts) if story.whole is not None else []
    if drifts:
        one = mark("{number} thing changed since it was last good")
        many = mark("{number} things changed since it was last good")
        troubles.append(plural(len(drifts), one, many))
    if story.never:
        troubles.append(
            plural(len(story.never), mark("{number} never fitted"), mark("{number} never fitted"))
        )
    if story.entry.unknown:
        one = many = mark("{number} could not be read")
        troubles.append(plural(story.entry.unknown, one, many))
    return troubles


def label(requirement: str) -> str:
    """Name a requirement as people know it, with its section where there is one."""
    section, name = wording.requirement(requirement)
    return tr("{section}: {name}", section=section, name=name) if section else name


def changed(drift: Drift) -> str:
    """Say what changed, with the requirement as people know it."""
    if drift.requirement is None:
        return sentence(drift)
    return sentence(replace(drift, requirement=wording.requirement(drift.requirement)[1]))


def accepted(weighed: Weighed) -> str:
    """Say who accepted it, why and until when; "" where nobody did."""
    return acceptance_sentence(weighed) or ""


def not_read(story: Story, finding: Finding) -> str:
    """Say how a row that could not be read was when it was last known."""
    known = story.known(finding.requirement)
    if known is None:
        return tr("Never read so far.")
    said = {
        State.MET: mark("Last known: in order on {date}."),
        State.EXCESS: mark("Last known: more than asked on {date}."),
        State.MISSING: mark("Last known: missing on {date}."),
    }
    if known.value is None:
        return tr(said[known.state], date=day(known.at))
    return tr("Last known: “{value}” on {date}.", value=known.value, date=day(known.at))


def had(weighed: Weighed) -> str:
    """Say what HaloPSA had when it was last as it should be."""
    drift = weighed.drift
    return drift.then or (tr("in order") if drift.state is not State.EXCESS else tr("not there"))


def run(each: Run) -> Mark:
    """Say how a run ended."""
    icon, tone, said = _RUNS.get(each.exit_code, ("warning", Tone.MISSING, mark("could not look")))
    return icon, tone, tr(said)


def looked(each: Run) -> str:
    """Say who looked, and as which agent the integration signed in."""
    said = tr(_EYES[each.check.eyes])
    if each.check.agent is None or not each.check.agent.name:
        return said
    return tr("{looked}; the token acts as {agent}", looked=said, agent=each.check.agent.name)


def moment(when: dt.datetime) -> str:
    """Give day and time as it is here."""
    here = when.astimezone()
    return tr("{day}, {time}", day=day(when), time=f"{here:%H:%M}")

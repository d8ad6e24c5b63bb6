"""What was found out about a connection made by hand, as text for a terminal and as a document."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import Any

from wizard.checks.findings import Finding
from wizard.checks.fit import Fit
from wizard.problems import Problem
from wizard.report.document import SCHEMA
from wizard.report.text import MARKS, clean, finding_lines
from wizard.setup.adopt import Proposal


def proposal_text(proposal: Proposal, chosen: Fit | None) -> str:
    """Say whose connection it is, which profile it looks like, and what differs."""
    return "\n".join(_lines(proposal, chosen))


def candidate_text(fit: Fit) -> str:
    """Give a profile in one line, with how well it fits."""
    counted = f"{fit.met} of {fit.asked} as the guide asks"
    apart = [
        f"{len(some)} {word}"
        for some, word in (
            (fit.missing, "missing"),
            (fit.unknown, "unknown"),
            (fit.excess, "beyond it"),
        )
        if some
    ]
    return ", ".join((f"{fit.profile.id}: {counted}", *apart))


def _lines(proposal: Proposal, chosen: Fit | None) -> Iterator[str]:
    who = f"agent {proposal.agent or 'not named'}"
    which = f", application {proposal.application}" if proposal.application else ""
    yield clean(f"{proposal.answers.get('web', '')}: {who}{which}")
    if not proposal.administrator:
        cause = f" ({proposal.blind.happened})" if proposal.blind else ""
        yield clean(f"Seen with the connection's own credentials only{cause}:")
        yield "what they may not see is unknown, and does not count."
    if chosen is not None:
        best = proposal.best
        looks = len(best) == 1 and chosen is best[0]
        yield ("This looks like " if looks else "Taken as ") + candidate_text(chosen)
        for finding in (*chosen.missing, *chosen.excess):
            yield from finding_lines(finding)
        for finding in chosen.unknown:
            yield clean(f"  {MARKS[finding.state]} {finding.requirement} (unknown)")
        if chosen.followers:
            yield f"  {len(chosen.followers)} more follow from these"
    others = [each for each in proposal.fits if each is not chosen]
    if others:
        yield "Others:" if chosen else "Profiles, the nearest first:"
        yield from (f"  {candidate_text(each)}" for each in others)


def proposal_document(proposal: Proposal, chosen: Fit | None, version: str) -> dict[str, Any]:
    """Give the proposal as JSON's types. `version` is that of this program."""
    return {
        "schema": SCHEMA,
        "tool_version": version,
        "instance": proposal.answers.get("web"),
        "agent": proposal.agent,
        "application": proposal.application,
        "administrator": proposal.administrator,
        "profile": chosen.profile.id if chosen else None,
        "best": [each.profile.id for each in proposal.best],
        "candidates": [_candidate(each) for each in proposal.fits],
        "saved": None,
        "report": None,
        "failed": None,
    }


def failure_document(failed: Problem, version: str) -> dict[str, Any]:
    """Give the document where nothing could be found out."""
    return {
        "schema": SCHEMA,
        "tool_version": version,
        "profile": None,
        "best": [],
        "candidates": [],
        "saved": None,
        "report": None,
        "failed": {
            "code": failed.code,
            "layer": failed.layer.value,
            "detail": failed.detail,
            "happened": failed.happened,
            "remedy": failed.remedy,
        },
    }


def _candidate(fit: Fit) -> dict[str, Any]:
    return {
        "profile": fit.profile.id,
        "name": fit.profile.name,
        "likeness": round(float(fit.likeness), 3),
        "met": fit.met,
        "asked": fit.asked,
        "missing": _findings(fit.missing),
        "unknown": _findings(fit.unknown),
        "excess": _findings(fit.excess),
        "following": [each.requirement for each in fit.followers],
    }


def _findings(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    return [dataclasses.asdict(each) for each in findings]

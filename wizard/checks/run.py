"""One check from end to end: read, judge, findings."""

from __future__ import annotations

from collections.abc import Collection

from wizard.checks.findings import Finding
from wizard.checks.judge import judge, judge_role
from wizard.checks.look import Eyes, Progress, look
from wizard.checks.observation import Observation, Unread
from wizard.checks.ports import Site
from wizard.checks.rules.case import Subject
from wizard.problems import Problem
from wizard.profiles.requirements import Requirement, requirements
from wizard.profiles.schema import Profile


async def run(
    profile: Profile,
    subject: Subject,
    site: Site,
    eyes: Eyes,
    progress: Progress,
    *,
    wanted: Collection[str] | None = None,
    role_only: bool = False,
) -> tuple[Finding, ...]:
    """Check the wanted requirements of a profile (None: all of them, and what is held beyond).

    `role_only` judges a role by itself, before any agent holds it. Sends GET and the token POST
    only; whatever cannot be read becomes an unknown finding.
    """
    asked = needed(profile, wanted)
    if role_only:
        seen = await look(Eyes(None, eyes.administrator), subject, asked, progress)
        return judge_role(profile, seen, wanted or (), link=site.link)
    seen = await look(eyes, subject, asked, progress, full=wanted is None)
    return judge(profile, subject, seen, link=site.link, wanted=wanted)


def needed(profile: Profile, wanted: Collection[str] | None) -> tuple[Requirement, ...]:
    """Give the requirements of a profile with these ids (None: all of them)."""
    every = requirements(profile)
    return every if wanted is None else tuple(each for each in every if each.id in wanted)


async def observe(
    profile: Profile, subject: Subject, site: Site, eyes: Eyes, progress: Progress
) -> tuple[Observation, tuple[Finding, ...]]:
    """Check all of a profile as `run` does, and give what was seen beside what was found."""
    seen = await look(eyes, subject, requirements(profile), progress, full=True)
    return seen, judge(profile, subject, seen, link=site.link)


def out_of_reach(
    profile: Profile, subject: Subject, cause: Problem
) -> tuple[Observation, tuple[Finding, ...]]:
    """Say unknown of everything, with the one cause why nothing could be looked at."""
    unread = Unread(cause)
    nothing = Observation(unread, unread, unread, unread, unread, unread, unread)
    return nothing, judge(profile, subject, nothing)

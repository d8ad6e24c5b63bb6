"""`halo-setup check`: checks a setup that exists already, and stores nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from wizard.app.eyes import open_eyes, pair
from wizard.checks.findings import Finding, Report
from wizard.checks.look import Progress
from wizard.checks.rules.case import Subject
from wizard.checks.run import out_of_reach, run
from wizard.halo.address import web_address
from wizard.halo.session import Halo
from wizard.halo.transport import Bounds
from wizard.problems import ProblemError
from wizard.profiles.schema import Profile
from wizard.secret import Secret


@dataclass(frozen=True, slots=True)
class Target:
    """What to check: where, with which credentials, and who the application should log in as.

    `auth_url` names an authorisation server apart from the instance, which is the person's yes
    to sending it the secret. `bounds` replaces how long and how large a request may get.
    """

    profile: Profile
    url: str
    client_id: str
    client_secret: Secret
    tenant: str | None = None
    auth_url: str | None = None
    agent: str | None = None
    admin_client_id: str | None = None
    admin_client_secret: Secret | None = None
    bounds: Bounds | None = None


async def check(target: Target, progress: Progress) -> Report:
    """Check a setup. Sends GET and the token POST only.

    An instance that cannot be reached gives unknown findings. Raises ProblemError (address.*)
    where the address itself cannot be used.
    """
    web = web_address(target.url)
    try:
        findings = await _findings(target, progress)
    except ProblemError as error:
        _, findings = out_of_reach(target.profile, _subject(target), error.problem)
    return Report(
        target.profile.id,
        target.profile.source.seen,
        web,
        dt.datetime.now(dt.UTC),
        findings,
    )


async def _findings(target: Target, progress: Progress) -> tuple[Finding, ...]:
    progress("Finding the instance")
    opening = Halo.open(
        target.url,
        target.tenant,
        auth_url=target.auth_url,
        trust_other_host=target.auth_url is not None,
        bounds=target.bounds,
    )
    async with opening as halo:
        own = pair(target.client_id, target.client_secret)
        administrator = pair(target.admin_client_id, target.admin_client_secret)
        eyes = await open_eyes(halo, own, administrator)
        return await run(target.profile, _subject(target), halo, eyes, progress)


def _subject(target: Target) -> Subject:
    return Subject(agent=target.agent, client_id=target.client_id)

"""The token: is the pair of client id and secret good?"""

from __future__ import annotations

from wizard.checks.findings import Finding, KnownBy, State
from wizard.checks.observation import Seen, Unread
from wizard.checks.rules.case import Case, unknown
from wizard.language import mark, tr
from wizard.problems import Layer

_WANTED = mark("the client id and secret give a token")


def judge(case: Case) -> Finding:
    """Judge the sign-in. A token that every call refuses is missing, however good it looks."""
    sign_in = case.seen.sign_in
    link = case.link("applications", None)
    if isinstance(sign_in, Seen):
        if sign_in.value.dead:
            return Finding(
                "token",
                State.MISSING,
                Layer.TOKEN,
                tr(_WANTED),
                tr("a token without any permission: HaloPSA refuses every call with it (401)"),
                (tr("the sign-in answered without a scope list"),),
                tr("Tick the permissions on the application's Permissions tab, save, check again."),
                link,
                KnownBy.PROVEN,
                next((name for name in case.done if case.is_missing(name) and _scope(name)), None),
            )
        return Finding(
            "token",
            State.MET,
            Layer.TOKEN,
            tr(_WANTED),
            tr("HaloPSA gave a token"),
            (tr("a token was issued for this client id and secret"),),
            known_by=KnownBy.PROVEN,
        )
    return _refused(case, sign_in, link)


def _scope(requirement: str) -> bool:
    return requirement.startswith("scope:")


def _refused(case: Case, unread: Unread, link: str | None) -> Finding:
    cause = unread.problem
    because = {
        "token.invalid_client": case.first_missing("application:active"),
        "token.unauthorised_client": case.first_missing("application:authentication_method"),
    }.get(cause.code)
    if cause.code not in ("token.invalid_client", "token.unauthorised_client"):
        return unknown("token", cause.layer, tr(_WANTED), cause, link=link)
    return Finding(
        "token",
        State.MISSING,
        cause.layer,
        tr(_WANTED),
        cause.happened,
        (cause.detail,) if cause.detail else (),
        cause.remedy,
        link,
        KnownBy.PROVEN,
        because,
    )

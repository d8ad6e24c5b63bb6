"""What a setup says about itself to the rules."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.checks.rules.case import Subject
from wizard.profiles.given import given_in


def subject_of(answers: Mapping[str, str], *, setting_up: bool) -> Subject:
    """Give it from the answers; `setting_up` until the setup is finished (`Subject`)."""
    return Subject(
        agent=answers.get("agent_name"),
        application=answers.get("application_name"),
        client_id=answers.get("client_id"),
        setting_up=setting_up,
        given=given_in(answers),
    )

"""What was found behind the web address, kept among the answers of a setup."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.halo.address import hosts_match
from wizard.halo.records import Instance

_FOUND = (
    "web",
    "resource_server",
    "authorisation_server",
    "tenant",
    "version",
    "notes",
    "assumed",
    "other_host",
)
TRUST = "trust_other_host"  # "yes": a person's, to a sign-in on another host than the instance
_OF_THE_ADDRESS = (*_FOUND, TRUST)


def without_discovered(answers: Mapping[str, str]) -> dict[str, str]:
    """Give the answers that do not belong to the address: a new one makes the others void."""
    return {name: value for name, value in answers.items() if name not in _OF_THE_ADDRESS}


def with_discovered(answers: Mapping[str, str], instance: Instance) -> dict[str, str]:
    """Give the answers with what was found in place of what was found before."""
    same = hosts_match(instance.web, instance.authorisation_server)
    found = (
        instance.web,
        instance.resource_server,
        instance.authorisation_server,
        instance.tenant or "",
        instance.version or "",
        "\n".join(instance.notes),
        "" if instance.discovered else "yes",
        "" if same else instance.authorisation_server,
    )
    kept = {name: value for name, value in answers.items() if name not in _FOUND}
    return kept | {name: value for name, value in zip(_FOUND, found, strict=True) if value}

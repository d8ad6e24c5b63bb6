"""The parts of a check, in the words in which they are told while it runs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Coroutine, Iterator
from typing import TypeVar

from wizard.checks.rules.excess import should_be_refused
from wizard.language import tr
from wizard.profiles.requirements import (
    ApplicationRequirement,
    ProbeRequirement,
    Requirement,
    RoleRequirement,
    ScopeRequirement,
    TokenRequirement,
)

T = TypeVar("T")
Progress = Callable[[str], None]


class Turns:
    """Tells parts that run side by side as if they took turns, in the order in which they began.

    Each is told when all before it are done: so whoever hears of one knows that.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._begun: list[str] = []  # the first of them has been told
        self._done: set[str] = set()

    def during(self, part: str, work: Callable[[], Awaitable[T]]) -> Coroutine[None, None, T]:
        """Begin a part, at once; what comes back does its work and ends it."""
        self._begun.append(part)
        if len(self._begun) == 1:
            self._progress(part)
        return self._ending(part, work)

    async def _ending(self, part: str, work: Callable[[], Awaitable[T]]) -> T:
        try:
            return await work()
        finally:
            self._done.add(part)
            while self._begun and self._begun[0] in self._done:
                del self._begun[0]
                if self._begun:
                    self._progress(self._begun[0])


def agents() -> str:
    """Name the reading of the agents."""
    return tr("Looking at the agents")


def roles() -> str:
    """Name the reading of the roles."""
    return tr("Looking at the roles")


def application() -> str:
    """Name the reading of the application."""
    return tr("Looking at the application")


def sign_in() -> str:
    """Name the integration's own sign-in."""
    return tr("Signing in as the integration")


def own_agent() -> str:
    """Name the reading of the agent that the token acts as."""
    return tr("Looking at the agent behind the token")


def probe(path: str) -> str:
    """Name one harmless GET."""
    return tr("Trying GET {path}", path=path)


def beyond(path: str) -> str:
    """Name the one GET that should be refused."""
    return tr("Trying GET {path}, which should be refused", path=path)


def needs_roles(requirements: Collection[Requirement]) -> bool:
    """Tell whether the roles have to be read."""
    return any(isinstance(each, RoleRequirement) for each in requirements)


def needs_application(requirements: Collection[Requirement]) -> bool:
    """Tell whether the application has to be read."""
    kinds = ApplicationRequirement | ScopeRequirement
    return any(isinstance(each, kinds) for each in requirements)


def needs_only_sign_in(requirements: Collection[Requirement]) -> bool:
    """Tell whether nothing is wanted but to know whether client id and secret give a token."""
    return bool(requirements) and all(isinstance(each, TokenRequirement) for each in requirements)


def expected(requirements: Collection[Requirement], *, administrator: bool) -> Iterator[str]:
    """Name the parts of a full check in their order, before it begins.

    One that a failure before it makes void is left out then.
    """
    if administrator:
        yield agents()
        if needs_roles(requirements):
            yield roles()
        if needs_application(requirements):
            yield application()
    yield sign_in()
    if not administrator:
        yield own_agent()
    for each in requirements:
        if isinstance(each, ProbeRequirement):
            yield probe(each.path)
    refused = should_be_refused(requirements)
    if refused is not None:
        yield beyond(refused)

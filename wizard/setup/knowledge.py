"""What a flow knows of the rows of its steps, as checks, live looks and re-checks bring it."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Mapping

from wizard.checks.acceptance import Accepted
from wizard.checks.findings import Finding
from wizard.halo.glance import glance, hinder
from wizard.problems import ProblemError
from wizard.setup.held import Held
from wizard.setup.known import renewed, spread
from wizard.setup.looks import Look, joined, look_of, lost
from wizard.setup.standing import Missed, accepted_of, findings_of, words_for
from wizard.setup.steps import Step

Findings = tuple[Finding, ...]


class Knowledge:
    """The findings of one setup, by step, in the state that is held and saved.

    They are many: they are saved in a worker thread, since a window would stand still.
    """

    def __init__(self, held: Held) -> None:
        self._held = held
        self._doubts: frozenset[str] = frozenset()  # rows that the last live look lost
        self._words: dict[Missed, Accepted] = {}

    def findings(self, step_id: str) -> Findings:
        """Give what is known of a step's rows, with persons' words laid over the unknowns."""
        return findings_of(self._held.state, step_id)

    def accepted(self, step_id: str) -> dict[str, Accepted]:
        """Give the rows of a step that are missing and accepted, each with the word for it."""
        return accepted_of(self.findings(step_id), self._words)

    async def take(self, step: Step, found: Findings) -> None:
        """Take what a check of a step found just now. Raises ProblemError records.*."""
        now = dt.datetime.now(dt.UTC)
        await asyncio.to_thread(
            self._held.change,
            lambda state: state.with_(
                findings={**renewed(state.findings, step, found), step.id: found},
                checked={**state.checked, step.id: now},
            ),
        )

    def learn(
        self,
        steps: Iterable[Step],
        findings: Findings,
        at: dt.datetime,
        accepted: Mapping[str, Accepted],
    ) -> None:
        """Take what a re-check of the whole found at `at`, each step its part of it.

        `accepted` are the requirements that may stay missing as they are now, each with the word.
        Raises ProblemError records.*.
        """
        self._words = words_for(findings, accepted)
        parts = spread(steps, findings)
        self._held.change(
            lambda state: state.with_(
                findings={**state.findings, **parts},
                checked={**state.checked, **dict.fromkeys(parts, at)},
            )
        )

    async def look(
        self, step: Step, inspect: Callable[[], Awaitable[Findings]], current: Callable[[], Step]
    ) -> Look:
        """Look at a step without anybody having asked, and take what is new.

        Nothing found before becomes unknown because a look was hindered, nor before a second look
        in a row does not see it; its time stays then. An answer or a move (`current` tells the
        step by then) meanwhile makes the look void. What is new is saved; where all is as it was,
        only the time is kept. Raises ProblemError records.* where what is new cannot be saved.
        """
        asked = self._held.state
        found: Findings = ()
        with glance() as wire:
            try:
                found = await inspect()
            except ProblemError as error:
                hinder(error.problem, always=True)
        now = self._held.state
        if (asked.answers, asked.secrets, step) != (now.answers, now.secrets, current()):
            return Look(wire.requests, wire.room)
        before = now.findings.get(step.id, ())
        doubts = lost(before, found)
        sure = wire.hindered_by is None and doubts <= self._doubts
        self._doubts = frozenset() if sure or wire.hindered_by else doubts
        known = found if sure else joined(before, found)
        findings = {**renewed(now.findings, step, known), step.id: known}
        news = findings != {step.id: before, **now.findings}
        checked = now.checked
        if sure:
            checked = {**checked, step.id: dt.datetime.now(dt.UTC)}
        if news:
            await asyncio.to_thread(self._held.save, findings=findings, checked=checked)
        else:
            # Time alone is not worth a write: after a kill the next look tells it anew.
            self._held.note(checked=checked)
        return look_of(wire, before, known, news=news, accepted=accepted_of(known, self._words))

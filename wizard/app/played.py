"""Plays the technician of a practice run: does in the practice instance what a step says."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Mapping

from wizard.practice.server import PracticeInstance
from wizard.practice.technician import Technician
from wizard.secret import Secret
from wizard.setup.flow import Flow
from wizard.setup.steps import Step, StepKind


class PlayedTechnician:
    """Plays the steps of one setup, except what is in `breaks`.

    Raises UnbreakableError for an id that cannot be broken.
    """

    def __init__(
        self, instance: PracticeInstance, flow: Flow, breaks: Collection[str] = ()
    ) -> None:
        self._instance = instance
        self._flow = flow
        self._answers: dict[str, str] = {}
        self._technician = Technician(instance.world, flow.profile, self._answers, breaks)

    async def do(self, step: Step) -> Mapping[str, str | Secret]:
        """Do the step's work; give the values that the technician would enter into its inputs."""
        if step.kind is StepKind.INSTANCE:
            return {"address": self._instance.address}
        self._answers |= {each.name: each.default for each in step.inputs if each.default}
        self._answers |= self._flow.state.answers
        # Hashing a secret takes time on purpose, so it does not run on the window's loop.
        return await asyncio.to_thread(self._technician.do, step.kind.value, step.id)

    async def work(self, step: Step) -> None:
        """Do the step's work, and enter the values as a person would."""
        for name, value in (await self.do(step)).items():
            if isinstance(value, Secret):
                await self._flow.keep_secret(name, value)
            else:
                self._flow.answer(name, value)

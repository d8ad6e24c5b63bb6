"""The engine of a setup: where it is, what was answered, what was found. Any front end drives it.

Every change is saved before it counts, so that a closed or killed program goes on where it was.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from wizard.checks.acceptance import Accepted
from wizard.problems import Problem, ProblemError, problem
from wizard.profiles.schema import Profile
from wizard.secret import Secret
from wizard.setup import hand_over, sign_in
from wizard.setup.discovered import with_discovered, without_discovered
from wizard.setup.held import Held
from wizard.setup.knowledge import Findings, Knowledge
from wizard.setup.looks import Look
from wizard.setup.plan import ALL, plan
from wizard.setup.ports import Inspector, Keychain, Progress, Records, Sayings, Show
from wizard.setup.reuse import with_access
from wizard.setup.standing import Standing, standing
from wizard.setup.state import Confirmation, SecretPlace, SetupState
from wizard.setup.steps import InputKind, Step, StepKind
from wizard.setup.vault import Vault, why_gone

SECRET_INPUTS = ("client_secret", "admin_client_secret", sign_in.CLIENT_SECRET)


def _ignore(_: str) -> None:
    """Take a progress line that nobody wants."""


class Flow:
    """One setup on its way through the steps of its profile."""

    def __init__(
        self,
        profile: Profile,
        state: SetupState,
        *,
        inspector: Inspector,
        keychain: Keychain,
        records: Records,
        service: Callable[[str, str], str],
        sayings: Sayings | None = None,
    ) -> None:
        """Resume the setup at its saved step.

        `service` names the keychain entry for (setup id, input name). `sayings` remembers who
        confirmed what, beside the setup.
        """
        self.profile = profile
        self._held = Held(state, records)
        self._knowledge = Knowledge(self._held)
        self._inspector = inspector
        self._vault = Vault(keychain, service)
        self._records = records
        self._sayings = sayings

    # -- where it is ------------------------------------------------------------------------

    @property
    def state(self) -> SetupState:
        """The setup as saved."""
        return self._held.state

    @property
    def steps(self) -> tuple[Step, ...]:
        """The steps, as far as the answers so far tell."""
        return plan(self.profile, self.state.answers)

    @property
    def current(self) -> Step:
        """The step to work on; the first one if the saved one is no longer part of the plan."""
        steps = self.steps
        return next((step for step in steps if step.id == self.state.step), steps[0])

    @property
    def position(self) -> int:
        """The index of the current step."""
        return self.steps.index(self.current)

    def standing(self, step: Step) -> Standing:
        """Tell how a step stands."""
        seen = step.id in self.state.visited or step.id in self.state.checked
        if step.kind is StepKind.INSTANCE:
            seen = "web" in self.state.answers  # who went on without a look has found nothing
        empty = 0
        if step.kind is StepKind.HAND_OVER:
            part = hand_over.part_of(self.profile, self.steps, step)
            empty = hand_over.left(self.profile, part, self.state.answers, self.state.secrets)
        accepted = self.accepted(step.id)
        return standing(self.findings(step.id), seen=seen, empty=empty, accepted=accepted)

    # -- moving -----------------------------------------------------------------------------

    def missing_inputs(self, step: Step) -> tuple[str, ...]:
        """Name the required inputs of the step that are not answered yet."""
        return tuple(
            each.name
            for each in step.inputs
            if each.required
            and (
                each.name not in self.state.secrets
                if each.kind is InputKind.SECRET
                else not (self.state.answers.get(each.name) or each.default)
            )
        )

    def next(self) -> Step:
        """Go to the next step, whatever is left on this one; it stays where it is at the end."""
        step = self.current
        self._accept_defaults(step)
        steps = self.steps
        index = next(n for n, each in enumerate(steps) if each.id == step.id)
        visited = tuple(dict.fromkeys((*self.state.visited, step.id)))
        following = steps[min(index + 1, len(steps) - 1)]
        finished = self.state.finished
        if following.kind is StepKind.DONE:
            visited = tuple(dict.fromkeys((*visited, following.id)))
            finished = finished or dt.datetime.now(dt.UTC)
        self._held.save(visited=visited, step=following.id, finished=finished)
        return following

    def back(self) -> Step:
        """Go to the step before; nothing is lost."""
        steps = self.steps
        return self.go(steps[max(self.position - 1, 0)].id)

    def go(self, step_id: str) -> Step:
        """Go to the step with this id. Raises KeyError if there is none."""
        step = next((each for each in self.steps if each.id == step_id), None)
        if step is None:
            raise KeyError(step_id)
        self._held.save(step=step.id)
        return step

    # -- answering --------------------------------------------------------------------------

    def answer(self, name: str, value: str) -> None:
        """Take an answer, trimmed; an empty one is forgotten."""
        with self._held.changing:
            answers, checked = dict(self.state.answers), dict(self.state.checked)
            if name == "address" and value.strip() != answers.get(name):
                answers = without_discovered(answers)
                checked.pop(self.steps[0].id, None)
            if value.strip():
                answers[name] = value.strip()
            else:
                answers.pop(name, None)
            if answers != self.state.answers:
                self._held.save(answers=answers, checked=checked)

    async def keep_secret(self, name: str, secret: Secret, *, memory_only: bool = False) -> None:
        """Put a secret into the keychain, or (asked for) hold it for this session only.

        Raises ProblemError keychain.*; then nothing was kept.
        """
        place = await self._vault.keep(self.state.id, name, secret, memory_only=memory_only)
        self._held.save(secrets={**self.state.secrets, name: place})

    async def secret(self, name: str) -> Secret | None:
        """Give a secret back, or None where it must be asked for again."""
        place = self.state.secrets.get(name)
        return None if place is None else await self._vault.get(place)

    async def keychain_name(self) -> str:
        """Name the keychain that secrets go to. Raises ProblemError keychain.missing."""
        return await self._vault.backend()

    def secret_place(self, name: str) -> SecretPlace | None:
        """Tell where a secret is kept."""
        return self.state.secrets.get(name)

    async def ask_again(self) -> dict[str, Problem]:
        """Forget the place of each secret that is gone (held in memory only by an earlier run).

        Gives the names of the inputs to ask for again, each with why it is gone. (A sign-in is not
        asked for here: the step that needs it says so.)
        """
        places = self.state.secrets
        gone = {name: places[name] for name in places if await self.secret(name) is None}
        if gone:
            self._held.save(
                secrets={name: each for name, each in places.items() if name not in gone}
            )
        gone.pop(sign_in.REFRESH, None)
        return {name: why_gone(place) for name, place in gone.items()}

    def confirm(self, requirement: str, person: str) -> None:
        """Record a person's word for a requirement that could not be checked."""
        word = Confirmation(person, dt.datetime.now(dt.UTC))
        self._held.save(confirmed={**self.state.confirmed, requirement: word})
        if self._sayings is not None:
            self._sayings.confirm(self.state.id, requirement, word)

    def unconfirm(self, requirement: str) -> None:
        """Take a person's word back."""
        left = {name: word for name, word in self.state.confirmed.items() if name != requirement}
        self._held.save(confirmed=left)

    # -- signing in -------------------------------------------------------------------------

    @property
    def signed_in(self) -> str | None:
        """Name who is signed in to this instance with the browser; None: nobody, as far as known.

        A sign-in that was kept on this workstation is found by the first check.
        """
        return self._inspector.signed_in(self.state.answers)

    async def sign_in(self, show: Show, progress: Progress = _ignore) -> Findings:
        """Let the person sign in with the browser, then check the step.

        `show` gets the address to open. Cancelled, it lets go of the port at once. Raises
        ProblemError sign_in.* and others; keychain.* says that the person is signed in, but not
        kept so.
        """
        self._accept_defaults(self.current)
        await self._inspector.sign_in(self.state.answers, await self._known_secrets(), show)
        found = await self.check(progress)
        if sign_in.stays(self.state.answers):  # perhaps since the browser was opened
            await self.stay_signed_in(stay=True)
        return found

    async def stay_signed_in(self, *, stay: bool) -> None:
        """Keep the sign-in in the keychain from now on, or (the usual) in memory only.

        Where nobody is signed in yet it is a wish for the next sign-in. Raises ProblemError
        keychain.* and sign_in.not_renewable; then it is in memory only.
        """
        self.answer(sign_in.STAY, "")
        place = await self._inspector.stay_signed_in(self.state.answers, stay=stay)
        if place is not None:
            self._held.save(secrets={**self.state.secrets, sign_in.REFRESH: place})
        elif not stay:
            await self._drop_sign_in()
        elif self.signed_in is not None:
            raise ProblemError(problem("sign_in.not_renewable"))
        self.answer(sign_in.STAY, "yes" if stay else "")

    async def sign_out(self) -> None:
        """Forget the sign-in, in memory and in the keychain, for every setup of the instance.

        Raises ProblemError keychain.* where it would not let go; memory has forgotten it then.
        """
        await self._inspector.sign_out(self.state.answers)
        await self._drop_sign_in()

    # -- checking ---------------------------------------------------------------------------

    async def check(self, progress: Progress = _ignore) -> Findings:
        """Check the current step and save what was found.

        Raises ProblemError when the check itself could not run; what was found before stays.
        """
        step = self.current
        self._accept_defaults(step)
        discovers = step.kind is StepKind.INSTANCE
        found = await (self._discover() if discovers else self._inspect(step, progress))
        await self._knowledge.take(step, found)
        return self.findings(step.id)

    async def look(self) -> Look:
        """Look at the current step without anybody having asked, and take what is new.

        What cannot be seen takes nothing away, and an answer or a move meanwhile makes the look
        void (`Knowledge.look`). Raises ProblemError records.* where what is new cannot be saved.
        """
        step = self.current
        return await self._knowledge.look(
            step, lambda: self._inspect(step, _ignore), lambda: self.current
        )

    def learn(
        self, findings: Findings, at: dt.datetime, accepted: Mapping[str, Accepted] | None = None
    ) -> None:
        """Take what a re-check of the whole found at `at`, each step its part of it.

        `accepted` are the requirements that may stay missing as they are now, each with the word.
        """
        self._knowledge.learn(self.steps, findings, at, accepted or {})

    def findings(self, step_id: str) -> Findings:
        """Give what the last check of a step found, with persons' words laid over the unknowns."""
        return self._knowledge.findings(step_id)

    def accepted(self, step_id: str) -> dict[str, Accepted]:
        """Give the rows of a step that are missing and accepted, each with the word for it."""
        return self._knowledge.accepted(step_id)

    def link(self, screen: str) -> str | None:
        """Give the deep link to a screen of the instance."""
        return self._inspector.link(self.state.answers, screen)

    def hand_over(self, step: Step) -> tuple[hand_over.Item, ...]:
        """Give the fields of the vendor's form for a hand-over step."""
        part = hand_over.part_of(self.profile, self.steps, step)
        return hand_over.items(self.profile, part, self.state.answers)

    async def close(self) -> None:
        """Let go of the connection to the instance; the setup itself is saved already."""
        await self._inspector.close()

    # -- inside -----------------------------------------------------------------------------

    async def _discover(self) -> Findings:
        answers = self.state.answers
        if "address" not in answers:
            raise ProblemError(problem("address.empty"))
        instance = await self._inspector.discover(answers["address"], answers.get("tenant"))
        self._held.save(answers=with_discovered(answers, instance))
        reused = with_access(self.state, self._records.all())
        if reused != self.state:
            self._held.save(answers=reused.answers, secrets=reused.secrets)
        return ()

    async def _inspect(self, step: Step, progress: Progress) -> Findings:
        if not step.requirements:
            return ()
        wanted = None if ALL in step.requirements else step.requirements
        return await self._inspector.inspect(
            {**_defaults(step), **self.state.answers},
            await self._known_secrets(),
            wanted,
            progress,
            role_only=step.kind is StepKind.ROLE,
        )

    async def _known_secrets(self) -> dict[str, Secret]:
        # In memory there is a newer sign-in than the keychain's, if there is one.
        newer = (sign_in.REFRESH,) if self.signed_in is not None else ()
        names = (*SECRET_INPUTS, sign_in.REFRESH)
        return await self._vault.known(names, self.state.secrets, but=newer)

    async def _drop_sign_in(self) -> None:
        """Forget a sign-in of this or an earlier run that this setup knows to be kept."""
        place = self.state.secrets.get(sign_in.REFRESH)
        if place is not None:
            await self._vault.forget(place)
            secrets = {name: at for name, at in self.state.secrets.items() if at != place}
            self._held.save(secrets=secrets)

    def _accept_defaults(self, step: Step) -> None:
        answers = {**_defaults(step), **self.state.answers}
        if answers != self.state.answers:
            self._held.save(answers=answers)


def _defaults(step: Step) -> dict[str, str]:
    return {each.name: each.default for each in step.inputs if each.default}


def new_state(profile: Profile, *, setup_id: str, practice: bool = False) -> SetupState:
    """Begin a setup of this profile; nothing is saved until something is answered."""
    return SetupState(setup_id, profile.id, practice, dt.datetime.now(dt.UTC))

"""Secrets for a run that nobody watches: kept ones, given ones, and a keychain that never hangs."""

from __future__ import annotations

import threading

import pytest

from tests.store.states import state
from wizard.app.kept_secrets import ADMINISTRATOR, OWN, GivenSecrets, KeptSecrets, variable_name
from wizard.app.keychain import PatientKeychain
from wizard.problems import ProblemError, problem
from wizard.secret import Secret
from wizard.setup import sign_in
from wizard.setup.state import SecretPlace
from wizard.store.exchange import export_setups, read_setups
from wizard.store.redaction import Redactor

pytestmark = pytest.mark.anyio
PLACE = SecretPlace("a service", True, "a keychain")
SETUP = state("a", answers={"web": "https://acme.halopsa.com"}, secrets={OWN: PLACE})


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


class Keychain:
    """Gives what is kept, or raises the problem with the code `fails`; counts what it is asked."""

    def __init__(self, kept: dict[str, str] | None = None, fails: str = "") -> None:
        self.kept, self.fails, self.asked = kept or {}, fails, list[str]()

    def backend(self) -> str:
        return "a keychain"

    def keep(self, service: str, secret: Secret) -> SecretPlace:
        self.kept[service] = secret.reveal()
        return SecretPlace(service, True, "a keychain")

    hold = keep

    def get(self, place: SecretPlace) -> Secret | None:
        self.asked.append(place.service)
        if self.fails:
            raise ProblemError(problem(self.fails))
        text = self.kept.get(place.service)
        return Secret(text) if text else None

    def forget(self, place: SecretPlace) -> None:
        self.kept.pop(place.service, None)


class Stuck(Keychain):
    """Asks a person who is not there."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = threading.Event()

    def get(self, place: SecretPlace) -> Secret | None:
        self.asked.append(place.service)
        self.answered.wait()
        return None


def code(caught: pytest.ExceptionInfo[ProblemError]) -> str:
    return caught.value.problem.code


class TestPatience:
    def test_it_passes_on_what_the_keychain_does(self):
        patient = PatientKeychain(Keychain())
        assert patient.backend() == "a keychain"
        place = patient.keep("a service", Secret("s"))
        assert patient.get(place) == Secret("s")
        patient.forget(place)
        assert patient.get(place) is None

    def test_a_keychain_that_does_not_answer_is_locked_and_is_not_asked_again(self):
        stuck = Stuck()
        patient = PatientKeychain(stuck, patience=0.05)
        try:
            for _ in range(3):
                with pytest.raises(ProblemError) as caught:
                    patient.get(PLACE)
                assert code(caught) == "keychain.locked"
                assert "0.05 seconds" in caught.value.problem.detail
            assert len(stuck.asked) == 1
            assert all(each.daemon for each in threading.enumerate() if each.name == "keychain")
        finally:
            stuck.answered.set()

    @pytest.mark.parametrize(
        ("fails", "asked"),
        [("keychain.locked", 1), ("keychain.missing", 1), ("keychain.failed", 3)],
    )
    def test_one_question_to_the_person_is_enough(self, fails, asked):
        inner = Keychain(fails=fails)
        patient = PatientKeychain(inner)
        for _ in range(3):
            with pytest.raises(ProblemError) as caught:
                patient.get(PLACE)
            assert code(caught) == fails
        assert len(inner.asked) == asked


class TestKept:
    async def test_a_secret_is_where_the_setup_keeps_it(self):
        secrets = KeptSecrets(Keychain({"a service": "s"}))
        assert await secrets.get(SETUP, OWN) == Secret("s")
        assert await secrets.get(SETUP, ADMINISTRATOR) is None

    @pytest.mark.parametrize(
        ("place", "told"),
        [
            (PLACE, "keychain.gone"),
            (SecretPlace("a service", False, "memory"), "secret.session_over"),
            (SecretPlace("a service", False, ""), "secret.not_in_file"),
        ],
    )
    async def test_one_that_should_be_there_and_is_not_is_told_with_why(self, place, told):
        with pytest.raises(ProblemError) as caught:
            await KeptSecrets(Keychain()).get(SETUP.with_(secrets={OWN: place}), OWN)
        assert code(caught) == told

    async def test_a_setup_from_a_file_is_not_said_to_have_lost_its_secret(self, tmp_path):
        path = tmp_path / "setups.json"
        path.write_bytes(export_setups([SETUP]))
        (setup,) = read_setups(path)
        with pytest.raises(ProblemError) as caught:
            await KeptSecrets(Keychain()).get(setup, OWN)
        assert code(caught) == "secret.not_in_file"


def given(
    environment: dict[str, str], keychain: Keychain | None = None, *, alone: bool = False
) -> GivenSecrets:
    return GivenSecrets(
        environment,
        keychain or Keychain(fails="keychain.missing"),
        lambda setup, name: f"{setup}/{name}",
        Redactor(),
        alone=alone,
    )


class TestGiven:
    OWN_NAME = "HALO_SETUP_SECRET_LIONGARD_ACME_HALOPSA_COM"
    ADMIN_NAME = "HALO_SETUP_ADMIN_SECRET_LIONGARD_ACME_HALOPSA_COM"

    async def test_each_setup_has_variables_of_its_own(self):
        secrets = given({self.OWN_NAME: " mine ", self.ADMIN_NAME: "theirs"})
        assert await secrets.get(SETUP, OWN) == Secret("mine")
        assert await secrets.get(SETUP, ADMINISTRATOR) == Secret("theirs")

    async def test_the_variables_of_check_are_those_of_one_setup_alone(self):
        plain = {"HALO_SETUP_CLIENT_SECRET": "s", "HALO_SETUP_ADMIN_CLIENT_SECRET": "a"}
        alone = given(plain, alone=True)
        assert await alone.get(SETUP, OWN) == Secret("s")
        assert await alone.get(SETUP, ADMINISTRATOR) == Secret("a")
        with pytest.raises(ProblemError) as caught:
            await given(plain).get(SETUP, OWN)
        assert code(caught) == "secret.not_given"
        assert caught.value.problem.detail == self.OWN_NAME

    async def test_else_any_keychain_may_have_it(self):
        secrets = given({}, Keychain({"a/client_secret": "kept"}))
        assert await secrets.get(SETUP, OWN) == Secret("kept")

    async def test_a_locked_keychain_is_told_a_missing_one_is_not(self):
        with pytest.raises(ProblemError) as caught:
            await given({}, Keychain(fails="keychain.locked")).get(SETUP, OWN)
        assert code(caught) == "keychain.locked"
        assert await given({}).get(SETUP, sign_in.REFRESH) is None

    async def test_what_is_given_is_known_to_the_redactor(self):
        redactor = Redactor()
        secrets = GivenSecrets(
            {self.OWN_NAME: "hush-hush-hush"}, Keychain(), lambda *_: "", redactor, alone=False
        )
        await secrets.get(SETUP, OWN)
        assert "hush-hush-hush" not in redactor.redact("it is hush-hush-hush")


def test_a_name_as_a_variable():
    assert variable_name("watchguard-cloud@a.b:8443") == "WATCHGUARD_CLOUD_A_B_8443"

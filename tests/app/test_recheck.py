"""`halo-setup recheck` on practice instances: what it says, sends, keeps, and how it ends."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from msgspec.structs import replace as with_

from tests.fleet_world.breaking import BREAKS
from tests.fleet_world.engine import GENEROUS, Stand, rechecked, stand
from tests.fleet_world.home import ROOT, Home
from wizard.app.check import Target, check
from wizard.checks.acceptance import accept
from wizard.checks.findings import ExitCode, KnownBy, State
from wizard.fleet.names import name_of
from wizard.fleet.outcome import Outcome
from wizard.halo.limits import Budgets
from wizard.practice.behaviour import Behaviour
from wizard.practice.faults import Fault, FaultKind, Place
from wizard.problems import ProblemError, problem
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.runs import Run
from wizard.setup.state import Confirmation, SetupState
from wizard.store.history import History, Written

pytestmark = pytest.mark.anyio
ANY_LIMIT = Behaviour(rate_limit=None)
# What an integration sees of agents where HaloPSA shows it nothing.
BLIND = Fault(kind=FaultKind.FORBIDDEN, where=(Place.ME, Place.AGENTS, Place.AGENT))
BROKEN = BREAKS[0]  # of Liongard: one permission too low


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
def served() -> Iterator[Stand]:
    """Two instances, each with Liongard and TopLeft."""
    made = stand(2, ("liongard", "topleft"), checked=False, behaviour=ANY_LIMIT)
    with made.fleet:
        yield made


@pytest.fixture
def world(served: Stand, tmp_path: Path) -> Iterator[tuple[Stand, Home]]:
    """The same with a workstation of its own, and nothing wrong with it."""
    home = Home(tmp_path / "home")
    home.save(served.casts)
    yield served, home
    for member in served.fleet.members:
        member.faults.switch_off()


def ran(
    home: Home, *words: str, command: str = "recheck", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the program to its end, in the home's environment or another one."""
    return subprocess.run(
        [sys.executable, "-m", "wizard", *command.split(), *words], cwd=ROOT, text=True,
        env=home.environment if environment is None else environment,
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip


def said_by(person: str) -> Confirmation:
    return Confirmation(person, dt.datetime(2026, 1, 1, tzinfo=dt.UTC))


def own_secret(home: Home, setup: SetupState, name: str = "client_secret") -> str:
    return home.secrets[setup.secrets[name].service]


class TestWords:
    def test_without_a_name_it_says_which_there_are(self, world):
        made, home = world
        run = ran(home)
        assert run.returncode == ExitCode.USAGE
        assert run.stdout == ""
        assert all(name_of(each) in run.stderr for each in made.setups)

    def test_an_unknown_name_is_refused_before_anything_is_sent(self, world):
        made, home = world
        before = len(made.fleet.exchanges(0))
        run = ran(home, "liongard@nowhere", name_of(made.setups[0]))
        assert run.returncode == ExitCode.USAGE
        assert "liongard@nowhere" in run.stderr
        assert len(made.fleet.exchanges(0)) == before

    def test_it_says_how_each_setup_stands_and_what_is_to_be_done(self, world):
        made, home = world
        good, bad = made.setups[0], made.setups[2]
        world_of = made.fleet.members[1].world
        home.recheck("--all")
        BROKEN.breaks(world_of, bad)
        try:
            run = ran(home, good.id, name_of(bad))
            assert run.returncode == ExitCode.MISSING
            assert f"✓ {name_of(good)}: " in run.stdout
            assert f"✗ {name_of(bad)}: " in run.stdout
            assert "set Tickets Access Level to “Read and Modify”" in run.stdout
            assert "~ permission:Tickets Access Level was “Read and Modify” on " in run.stdout
            assert "2 setups: 1 in order, 1 with something missing" in run.stderr

            (run_before,) = home.history.runs(bad.id, 1)
            today = dt.datetime.now(dt.UTC)
            (drift,) = [each for each in run_before.drifts if each.requirement == BROKEN.row]
            until = today.date() + dt.timedelta(days=30)
            said = accept(drift, reason="a trial", person="Sam", at=today, until=until)
            home.history.accept(bad.id, said)
            accepted = ran(home, bad.id)
            assert accepted.returncode == ExitCode.MISSING  # accepted is not mended
            assert f"Accepted by Sam until {until}: a trial" in accepted.stdout
        finally:
            BROKEN.mend(world_of, bad, home)


class TestFindings:
    async def test_they_are_those_of_check(self, served):
        setup = served.setups[0]
        secret = {name: served.secrets[at.service] for name, at in setup.secrets.items()}
        target = Target(
            profile=Catalog().get(setup.profile_id),
            url=setup.answers["address"],
            client_id=setup.answers["client_id"],
            client_secret=Secret(secret["client_secret"]),
            agent=setup.answers["agent_name"],
            admin_client_id=setup.answers["admin_client_id"],
            admin_client_secret=Secret(secret["admin_client_secret"]),
        )
        checked = await check(target, lambda _: None)
        (outcome,) = await rechecked([setup], served.secrets, Budgets(GENEROUS))
        assert outcome.report is not None
        assert outcome.report.findings == checked.findings

    async def test_setups_of_an_instance_share_what_they_read(self, served):
        served.fleet.members[0].wire.exchanges.clear()
        # The same connection saved twice is read once, too.
        twice = [*served.casts[0].setups, served.casts[0].setups[0].with_(id="again")]
        outcomes = await rechecked(twice, served.secrets, Budgets(GENEROUS))
        assert [each.exit_code for each in outcomes] == [0, 0, 0]
        log = served.fleet.exchanges(0)
        reads = Counter((e.method, e.path, e.query, e.client) for e in log if e.method == "GET")
        assert set(reads.values()) == {1}
        admin = twice[0].answers["admin_client_id"]
        assert sum(e.method == "POST" and e.client == admin for e in log) == 1
        assert {(e.method, e.path) for e in log if e.method != "GET"} == {("POST", "/auth/token")}

    async def test_credentials_that_are_refused_are_tried_once(self, served):
        setup = served.casts[0].setups[0]
        wrong = {**served.secrets, setup.secrets["client_secret"].service: "a-wrong-secret"}
        served.fleet.members[0].wire.exchanges.clear()
        # Another profile asks for other scopes, with the same id and secret.
        both = [setup, setup.with_(id="again", profile_id="topleft")]
        outcomes = await rechecked(both, wrong, Budgets(GENEROUS))
        for each in outcomes:
            assert each.report is not None
            found = {row.requirement: row.state for row in each.report.findings}
            assert found["token"] is State.MISSING
        tries = [e for e in served.fleet.exchanges(0) if e.path == "/auth/token"]
        assert len(tries) == 2  # this one, and the administrator's

    async def test_what_a_person_confirmed_stays_unknown_with_the_persons_word(self, world):
        served, _ = world
        setup = served.casts[0].setups[0]
        served.fleet.members[0].faults.switch_on(BLIND)
        blind = setup.with_(
            answers={**setup.answers, "connection": "own"},
            confirmed={"team:any": said_by("Sam")},
        )
        (outcome,) = await rechecked([blind], served.secrets, Budgets(GENEROUS))
        assert outcome.report is not None
        (row,) = [each for each in outcome.report.findings if each.requirement == "team:any"]
        assert (row.state, row.known_by) == (State.UNKNOWN, KnownBy.PERSON)
        assert "confirmed by Sam on 2026-01-01" in row.evidence
        assert outcome.exit_code == ExitCode.UNKNOWN
        assert outcome.confirmed == (("team:any", said_by("Sam")),)

    async def test_without_a_kept_sign_in_the_administrators_part_is_unknown(self, world):
        served, _ = world
        setup = served.casts[0].setups[0]
        served.fleet.members[0].faults.switch_on(BLIND)
        answers = {**setup.answers, "connection": "sign_in", "sign_in_client_id": "an-id"}
        (outcome,) = await rechecked(
            [setup.with_(answers=answers)], served.secrets, Budgets(GENEROUS)
        )
        assert outcome.report is not None
        found = {row.requirement: row for row in outcome.report.findings}
        assert found["token"].state is State.MET
        assert found["application:active"].state is State.MET  # its token proves it
        assert found["team:any"].state is State.UNKNOWN
        assert "[sign_in.needed]" in found["team:any"].found

    async def test_a_profile_that_is_gone_fails_alone(self, served):
        setups = served.casts[0].setups
        gone = setups[0].with_(profile_id="gone")
        outcomes = {
            each.setup_id: each
            for each in await rechecked([gone, setups[1]], served.secrets, Budgets(GENEROUS))
        }
        failed = outcomes[gone.id]
        assert failed.exit_code == ExitCode.FAILED
        assert failed.failed is not None
        assert outcomes[setups[1].id].exit_code == ExitCode.CLEAN

    async def test_a_result_that_could_not_be_kept_is_told_all_the_same(self, served, tmp_path):
        class Full(History):
            def keep(self, run: Run) -> Written:
                raise ProblemError(problem("history.unwritable"))

        setup = served.casts[0].setups[0]
        served.saved(tmp_path)
        history = Full(tmp_path / "setups.sqlite3")
        (outcome,) = await rechecked([setup], served.secrets, Budgets(GENEROUS), history)
        assert outcome.exit_code == ExitCode.CLEAN
        assert outcome.unkept is not None
        assert outcome.unkept.code == "history.unwritable"

    async def test_a_setup_that_was_removed_meanwhile_is_no_failure(self, served, tmp_path):
        setup = served.casts[0].setups[0]
        history = served.saved(tmp_path)
        stranger = setup.with_(id="removed")
        (outcome,) = await rechecked([stranger], served.secrets, Budgets(GENEROUS), history)
        assert outcome.exit_code == ExitCode.CLEAN
        assert outcome.unkept is None


class TestOutput:
    def test_json_is_all_that_stdout_carries_whatever_fails(self, world):
        made, home = world
        home.records.save(made.setups[0].with_(id="no-profile", profile_id="gone"))
        faults = made.fleet.members[1].faults
        faults.switch_on(Fault(kind=FaultKind.REVOKED_SECRET, where=(Place.TOKEN,)))
        run = ran(home, "--all", "--json")
        documents = [json.loads(line) for line in run.stdout.splitlines()]
        assert len(documents) == len(made.setups) + 1
        by_id = {each["setup"]: each for each in documents}
        assert by_id["no-profile"]["exit_code"] == ExitCode.FAILED
        assert by_id["no-profile"]["failed"]["code"] == "profile.not_found"
        codes = {setup.id: by_id[setup.id]["exit_code"] for setup in made.setups}
        assert set(codes.values()) == {ExitCode.CLEAN, ExitCode.MISSING}
        assert run.returncode == ExitCode.FAILED
        assert "5 of 5" in run.stderr

    def test_strict_counts_excess_as_missing(self, world):
        made, home = world
        setup = made.setups[0]
        own = made.fleet.members[0].world.state.client(setup.answers["client_id"])
        assert own is not None
        more = with_(own, scopes=(*own.scopes, "edit:customers"))
        made.fleet.members[0].world.put_application(more)
        try:
            assert ran(home, setup.id).returncode == ExitCode.CLEAN
            assert ran(home, setup.id, "--strict").returncode == ExitCode.MISSING
        finally:
            made.fleet.members[0].world.put_application(own)

    def test_reports_are_written_of_the_whole(self, world, tmp_path):
        made, home = world
        page, results = tmp_path / "page.html", tmp_path / "results.xml"
        run = ran(home, "--all", "--html", str(page), "--junit", str(results))
        assert run.returncode == ExitCode.CLEAN
        assert results.read_text().count("<testsuite ") == len(made.setups)
        assert all(name_of(each).partition("@")[2] in page.read_text() for each in made.setups)

    def test_a_reports_folder_that_is_not_there_is_told_before_anything_is_sent(
        self, world, tmp_path
    ):
        made, home = world
        before = len(made.fleet.exchanges(0))
        for path in (tmp_path / "nowhere" / "page.html", tmp_path):
            run = ran(home, "--all", "--html", str(path))
            assert run.returncode == ExitCode.FAILED
            assert "[report.unwritable]" in run.stderr
            assert str(path) in run.stderr
        assert len(made.fleet.exchanges(0)) == before

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="only on Linux: /dev/full")
    def test_what_was_found_is_told_before_a_report_that_cannot_be_saved(self, world):
        _, home = world
        run = ran(home, "--all", "--html", "/dev/full")
        assert run.returncode == ExitCode.FAILED
        totals, problem = run.stderr.index("4 setups: 4 in order"), run.stderr.index("[report.unw")
        assert totals < problem

    @pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems: a pipe that is closed")
    def test_who_reads_no_further_ends_it_without_a_word(self, world):
        made, home = world
        made.fleet.members[1].faults.switch_on(
            Fault(kind=FaultKind.RATE_LIMITED, where=(Place.PROBES,), times=1, detail="1")
        )
        with home.start("--all") as process:
            assert process.stdout is not None
            assert process.stderr is not None
            assert process.stdout.readline().startswith("✓")
            process.stdout.close()
            told = process.stderr.read()
        assert process.returncode == ExitCode.FAILED
        assert told == "Checking 4 setups on 2 instances\n"


class TestKeychain:
    def test_a_locked_one_is_unknown_and_no_hang(self, world, secret_service):
        made, home = world
        setup = made.setups[0]
        secret_service.lock()
        here = {"HALO_SETUP_HOME": str(home.folder), "HALO_SETUP_LANGUAGE": "en"}
        run = ran(home, setup.id, "--json", environment={**secret_service.environment, **here})
        (document,) = [json.loads(line) for line in run.stdout.splitlines()]
        assert run.returncode == ExitCode.UNKNOWN
        assert {each["state"] for each in document["findings"]} == {"unknown"}
        found = {each["requirement"]: each["found"] for each in document["findings"]}
        assert "[keychain.locked]" in found["token"]
        assert "[keychain.locked]" in found["agent:Username"]

    def test_secrets_of_an_exported_file_come_from_variables_and_nothing_is_kept(
        self, world, tmp_path
    ):
        made, home = world
        setup, other = made.setups[0], made.setups[2]
        file = tmp_path / "setups.json"
        assert ran(home, str(file), "--all", command="setups export").returncode == 0
        elsewhere = {
            **home.environment,
            "HALO_SETUP_HOME": str(tmp_path / "elsewhere"),
            "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
            "HALO_SETUP_CLIENT_SECRET": own_secret(home, setup),
            "HALO_SETUP_ADMIN_CLIENT_SECRET": own_secret(home, setup, "admin_client_secret"),
        }
        alone = ran(home, "--from", str(file), name_of(setup), environment=elsewhere)
        assert alone.returncode == ExitCode.CLEAN
        names = (name_of(setup), name_of(other))
        both = ran(home, "--from", str(file), *names, environment=elsewhere)
        assert both.returncode == ExitCode.UNKNOWN
        assert "HALO_SETUP_SECRET_LIONGARD_127_0_0_1_" in both.stdout
        assert not list((tmp_path / "elsewhere").rglob("*.sqlite3"))


class TestEnd:
    @pytest.mark.skipif(os.name != "posix", reason="only on POSIX systems: SIGTERM")
    @pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT], ids=lambda each: each.name)
    def test_stopped_it_keeps_what_was_finished(self, world, sent, tmp_path):
        made, home = world
        never = Fault(kind=FaultKind.SILENT, where=(Place.PROBES,))
        made.fleet.members[1].faults.switch_on(never)
        report = tmp_path / "results.xml"
        with home.start("--all", "--json", "--junit", str(report)) as process:
            assert process.stdout is not None
            lines = [process.stdout.readline() for _ in range(2)]
            assert all(lines), process.communicate()[1]
            finished = [json.loads(line)["setup"] for line in lines]
            process.send_signal(sent)
            out, told = process.communicate(timeout=30)
        assert process.returncode == ExitCode.INTERRUPTED
        assert out == ""
        assert "Stopped after 2 of 4" in told
        assert "Traceback" not in told
        assert sorted(finished) == sorted(each.id for each in made.casts[0].setups)
        kept = {each.id: len(home.history.runs(each.id)) for each in made.setups}
        assert kept == {each.id: int(each.id in finished) for each in made.setups}
        assert not report.exists()  # of a part it would look like the whole

    def test_two_at_the_same_time_on_one_file(self, world):
        made, home = world
        both = [home.start("--all", "--json") for _ in range(2)]
        for process in both:
            with process:
                out, told = process.communicate(timeout=60)
            assert process.returncode == ExitCode.CLEAN, told
            assert len(out.splitlines()) == len(made.setups)
        for setup in made.setups:
            assert [each.exit_code for each in home.history.runs(setup.id)] == [0, 0]
        with sqlite3.connect(home.database) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_who_was_well_and_is_not_is_worse():
    outcome = Outcome(
        setup_id="a", name="a", started=dt.datetime.now(dt.UTC), report=None, before=0,
        failed=problem("internal"),
    )  # fmt: skip
    assert outcome.worse
    assert not replace(outcome, before=ExitCode.FAILED).worse

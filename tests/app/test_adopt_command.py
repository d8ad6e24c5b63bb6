"""`halo-setup adopt`: its words, its exit codes, and what it leaves on the workstation."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.app.by_hand import ByHand, by_hand
from tests.fleet_world import keys
from wizard.cli import main
from wizard.resource import resource
from wizard.store.history import History
from wizard.store.records import SqliteRecords

ROOT = Path(__file__).parents[2]
LACKING = ("scope:edit:tickets", "scope:read:customers")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the program's files, and any keychain of the desktop, out of the tests."""
    monkeypatch.setenv("HALO_SETUP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return tmp_path / "home"


def words(made: ByHand, *more: str, administrator: bool = True) -> list[str]:
    given = ["adopt", "--url", made.instance.address, "--client-id", made.own.client_id]
    given += ["--admin-client-id", made.admin_id] if administrator else []
    return [*given, *more]


def secrets(made: ByHand) -> dict[str, str]:
    return {
        "HALO_SETUP_CLIENT_SECRET": made.own.client_secret.reveal(),
        "HALO_SETUP_ADMIN_CLIENT_SECRET": made.admin_secret.reveal(),
    }


@pytest.fixture
def run(capsys, monkeypatch):
    """Give a person at the terminal: runs words, gives the exit code and both outputs."""

    def run(made: ByHand, *more: str, **settings) -> tuple[int, str, str]:
        for name, value in secrets(made).items():
            monkeypatch.setenv(name, value)
        code = main(words(made, *more, **settings))
        printed = capsys.readouterr()
        for secret in secrets(made).values():
            assert secret not in printed.out + printed.err
        return code, printed.out, printed.err

    return run


def test_a_proposal_without_saving(run, home) -> None:
    with by_hand("liongard") as made:
        code, out, _ = run(made, "--dry-run")
        assert code == 0
        assert "This looks like liongard: 20 of 20 as the guide asks" in out
        assert "agent Liongard, application Liongard" in out
        assert made.instance.writes == ()
    assert SqliteRecords(home / "setups.sqlite3").all() == ()


def test_a_look_alike_as_a_document(run) -> None:
    with by_hand("liongard", breaks=LACKING) as made:
        code, out, _ = run(made, "--dry-run", "--json")
    assert code == 1
    told = json.loads(out)
    assert told["schema"] == 1
    assert (told["profile"], told["best"]) == ("liongard", ["liongard"])
    mine = told["candidates"][0]
    assert {each["requirement"] for each in mine["missing"]} == set(LACKING)
    assert (mine["unknown"], mine["excess"], told["saved"]) == ([], [], None)
    assert told["report"]["summary"]["missing"] == len(mine["missing"] + mine["following"])


def test_own_credentials_only_is_3_and_says_so(run) -> None:
    with by_hand("perimeters", "own-blind-refused") as made:
        code, out, _ = run(made, "--dry-run", administrator=False)
    assert code == 3
    assert "own credentials only" in out
    assert "This looks like perimeters: 21 of 39 as the guide asks, 18 unknown" in out


def test_a_profile_that_is_named_is_taken_whatever_fits(run) -> None:
    with by_hand("liongard") as made:
        code, out, _ = run(made, "--dry-run", "--profile", "perimeters")
    assert code == 1
    assert "Taken as perimeters" in out


def test_two_that_fit_equally_are_a_question(run, home, tmp_path) -> None:
    twin = resource("profiles", "liongard.toml").read_text(encoding="utf-8")
    own = home / "profiles" / "twin.toml"
    own.parent.mkdir(parents=True)
    own.write_text(twin.replace('id = "liongard"', 'id = "twin"', 1), encoding="utf-8")
    with by_hand("liongard") as made:
        code, out, err = run(made)
        assert code == 4  # without a keychain nothing can be saved: that is said first
        assert "keychain.missing" in err
        assert made.instance.requests == ()
        code, out, err = run(made, "--dry-run")
    assert code == 2
    assert "these fit equally well" in err
    assert "liongard: 20 of 20" in err
    assert "twin: 20 of 20" in err
    assert "Profiles, the nearest first:" in out


@pytest.mark.parametrize("as_json", [True, False])
def test_a_wrong_secret_is_missing(capsys, monkeypatch, home, as_json) -> None:
    with by_hand("liongard") as made:
        monkeypatch.setenv("HALO_SETUP_CLIENT_SECRET", "wrong")
        more = ["--dry-run", *(["--json"] if as_json else [])]
        code = main(words(made, *more, administrator=False))
        assert made.token_requests == [401]
    printed = capsys.readouterr()
    assert code == 1
    assert "Nothing was saved." in printed.err
    if as_json:
        assert json.loads(printed.out)["failed"]["code"] == "token.invalid_client"
    else:
        assert printed.out == ""


def test_an_instance_out_of_reach_is_unknown(run) -> None:
    with by_hand("liongard") as made:
        pass
    code, out, err = run(made, "--dry-run", "--json")
    assert code == 3
    assert json.loads(out)["failed"]["code"].startswith("network.")
    assert "Nothing was saved." in err


def test_an_address_that_is_none_is_usage(capsys, monkeypatch) -> None:
    monkeypatch.setenv("HALO_SETUP_CLIENT_SECRET", "x")
    assert main(["adopt", "--url", "no address", "--client-id", "x", "--dry-run"]) == 2


def test_it_is_saved_with_its_secrets_and_its_first_run(home, tmp_path) -> None:
    kept = tmp_path / "keys.json"
    keys.put(kept, {})
    with by_hand("topleft") as made:
        environment = {
            **os.environ,
            **keys.environment(kept),
            **secrets(made),
            "HALO_SETUP_HOME": str(home),
        }

        def run(*given: str) -> subprocess.CompletedProcess[str]:
            command = [sys.executable, "-m", "wizard", *given]
            return subprocess.run(
                command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
            )

        done = run(*words(made, "--json"))
        assert done.returncode == 0, done.stderr
        told = json.loads(done.stdout)
        records = SqliteRecords(home / "setups.sqlite3")
        (state,) = records.all()
        assert told["saved"] == {"setup": state.id, "name": f"topleft@{_host(made)}"}
        assert told["report"]["summary"]["met"] == len(told["report"]["findings"])
        history = History(home / "setups.sqlite3")
        assert [each.exit_code for each in history.runs(state.id)] == [0]
        assert sorted(json.loads(kept.read_text()).values()) == sorted(secrets(made).values())
        again = run(*words(made))
        assert again.returncode == 2
        assert f"saved already as topleft@{_host(made)} ({state.id})" in again.stderr
        rechecked = run("recheck", state.id)
        assert rechecked.returncode == 0, rechecked.stderr
        assert made.instance.writes == ()
    for path in home.rglob("*"):
        for secret in secrets(made).values():
            assert path.is_dir() or secret.encode() not in path.read_bytes()


def _host(made: ByHand) -> str:
    return made.instance.address.removeprefix("http://")

"""Setups in a file: what goes out, what comes back, and what is refused."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from tests.store.states import CREATED, finding, state
from wizard.problems import ProblemError
from wizard.secret import Secret
from wizard.setup.state import Confirmation, SecretPlace, SetupState
from wizard.store import exchange
from wizard.store.exchange import export_setups, read_setups
from wizard.store.redaction import HIDDEN, Redactor

PAIR = "3f2504e0-4f89-41d3-9a0c-0305e82c3301-7d444840-9dc0-11d1-b245-5ffdce74fad2"
WEB = "https://acme.halopsa.com"

FULL = state(
    step="proof",
    visited=("instance", "agent"),
    answers={
        "address": "acme.halopsa.com/portal",
        "web": WEB,
        "resource_server": f"{WEB}/api",
        "authorisation_server": "https://login.example",
        "other_host": "https://login.example",
        "trust_other_host": "yes",
        "tenant": "acme",
        "version": "2.196.1",
        "notes": "a note",
        "client_id": "an-id",
        "stay_signed_in": "yes",
    },
    secrets={
        "client_secret": SecretPlace("halo-setup:a:client_secret", True, "KWallet"),
        "sign_in_refresh_token": SecretPlace("halo-setup:web:sign-in", True, "KWallet"),
    },
    confirmed={"screen:x": Confirmation("Ada", CREATED)},
    findings={"scopes": (finding(evidence=("the tenant's own words",)),)},
    checked={"scopes": CREATED},
    finished=CREATED,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "setups.json"


def written(path: Path, *states: SetupState) -> Path:
    path.write_bytes(export_setups(states))
    return path


def changed(path: Path, **changes: object) -> Path:
    """Write a file whose only setup was changed by hand."""
    document = json.loads(export_setups([FULL]))
    document["setups"][0] |= changes
    path.write_text(json.dumps(document), "utf-8")
    return path


def code_of(path: Path) -> str:
    with pytest.raises(ProblemError) as caught:
        read_setups(path)
    return caught.value.problem.code


# ---- what goes through


def test_gives_back_what_persons_said(path: Path) -> None:
    (found,) = read_setups(written(path, FULL))

    assert found == FULL.with_(
        answers={
            "address": "acme.halopsa.com/portal",
            "web": WEB,
            "resource_server": WEB,
            "trust_other_host": "yes",
            "tenant": "acme",
            "client_id": "an-id",
        },
        secrets={"client_secret": SecretPlace("a:client_secret", False, "")},
        findings={},
        checked={},
    )


def test_holds_no_place_of_a_secret_and_nothing_that_was_found() -> None:
    data = export_setups([FULL]).decode()

    for never in ("KWallet", "halo-setup:", "refresh", "login.example", "the tenant's own words"):
        assert never not in data, never


def test_says_which_format_it_is(path: Path) -> None:
    document = json.loads(export_setups([FULL]))

    assert document["schema"] == 1
    assert dt.datetime.fromisoformat(document["written"]).tzinfo is not None
    assert document["program"]


def test_a_setup_of_which_only_the_found_address_is_known_keeps_it(path: Path) -> None:
    (found,) = read_setups(written(path, state(answers={"web": WEB})))
    assert found.answers["address"] == found.answers["web"] == WEB


def test_none_is_a_file_too(path: Path) -> None:
    assert read_setups(written(path)) == ()


def test_many_come_back_in_their_order(path: Path) -> None:
    many = [state(f"s{number}") for number in range(2000)]
    assert list(read_setups(written(path, *many))) == many
    assert path.stat().st_size < exchange.LARGEST / 10


# ---- secrets


def test_an_answer_that_is_a_secret_leaves_no_file() -> None:
    with pytest.raises(ProblemError) as caught:
        export_setups([state(answers={"agent_name": PAIR})])
    assert (caught.value.problem.code, caught.value.problem.detail) == (
        "records.secret",
        "agent_name",
    )


def test_a_known_secret_is_no_answer_and_no_name() -> None:
    redactor = Redactor()
    redactor.know(Secret("hunter22"))
    with pytest.raises(ProblemError):
        export_setups([state(answers={"agent_name": "hunter22"})], redactor)
    said = {"screen:x": Confirmation("Ada hunter22", CREATED)}
    data = export_setups([state(confirmed=said)], redactor).decode()
    assert "hunter22" not in data
    assert HIDDEN in data


def test_a_file_brings_no_secret_in(path: Path) -> None:
    assert code_of(changed(path, answers={"agent_name": PAIR})) == "records.secret"


# ---- what is refused


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"[]",
        b"{}",
        b'{"schema": "1"}',
        b'{"schema": 0}',
        b'{"schema": 1}',
        b"[" * 100_000,
        b'{"schema": 1, "program": "1", "written": "2026-11-22T10:00:00Z", "setups": [{}]}',
        b'{"schema": 1, "program": "1", "written": "2026-11-22T10:00:00", "setups": []}',
    ],
)
def test_what_is_no_such_file(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert code_of(path) == "exchange.invalid"


@pytest.mark.parametrize(
    "changes",
    [
        {"id": "../../x"},
        {"id": "x" * 101},
        {"id": "a\n"},
        {"profile": "evil\x1b[2J"},
        {"profile": ""},
        {"created": "2026-11-22T10:00:00"},
        {"answers": {"a": 1}},
        {"answers": {"a": "x" * 4001}},
        {"secrets": {"client_secret": "x"}},
        {"findings": {}},
        {"confirmed": {"screen:x": {"person": "Ada"}}},
        {"visited": ["a"] * 201},
    ],
)
def test_what_was_changed_by_hand(path: Path, changes: dict[str, object]) -> None:
    assert code_of(changed(path, **changes)) == "exchange.invalid"


def test_one_bad_setup_takes_the_good_ones_with_it(path: Path) -> None:
    document = json.loads(export_setups([FULL, state("b")]))
    document["setups"][1]["id"] = "a"
    path.write_text(json.dumps(document), "utf-8")
    assert code_of(path) == "exchange.invalid"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://acme.halopsa.com", "address.insecure"),
        ("https://user:pw@acme.halopsa.com", "address.invalid"),
        ("file:///etc/passwd", "address.invalid"),
        ("", "address.empty"),
    ],
)
def test_an_address_keeps_to_the_rules_for_typed_ones(path: Path, address: str, code: str) -> None:
    assert code_of(changed(path, answers={"address": address})) == code


def test_what_is_behind_an_address_is_not_for_a_file_to_say(path: Path) -> None:
    claims = {"web": "https://evil.example", "authorisation_server": "https://evil.example/auth"}
    (found,) = read_setups(changed(path, answers={"address": WEB, **claims}))
    assert found.answers == {"address": WEB, "web": WEB, "resource_server": WEB}


def test_only_secrets_that_a_setup_can_have_are_asked_for(path: Path) -> None:
    (found,) = read_setups(changed(path, asks=["client_secret", "sign_in_refresh_token", "x"]))
    assert list(found.secrets) == ["client_secret"]


def test_a_newer_format_is_told_whatever_else_is_in_it(path: Path) -> None:
    path.write_text('{"schema": 2, "all": "different"}')
    assert code_of(path) == "exchange.newer"


def test_a_file_that_is_too_large_is_not_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(path, FULL)
    monkeypatch.setattr(exchange, "LARGEST", path.stat().st_size)
    assert read_setups(path)
    monkeypatch.setattr(exchange, "LARGEST", path.stat().st_size - 1)
    assert code_of(path) == "exchange.too_large"


def test_a_file_that_is_not_there(path: Path) -> None:
    assert code_of(path) == "exchange.unreadable"
    path.mkdir()
    assert code_of(path) == "exchange.unreadable"

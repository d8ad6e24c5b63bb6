"""`halo-setup report`, and how reports are saved."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from tests.checks.snapshots import MARCH, TICKETS, check, finding
from tests.report.hostile import HOSTILE, JWT, LOOKS, PLANTED, SECRET, full_of
from tests.report.outcomes import failed, outcome
from tests.report.test_merge import file
from tests.store.runs import run
from tests.store.states import state
from wizard.app.reports import Reports, save, sheets_of
from wizard.checks.acceptance import Weight, accept
from wizard.checks.findings import State
from wizard.cli import main
from wizard.problems import ProblemError
from wizard.profiles.catalog import Catalog
from wizard.report.document import read_outcome
from wizard.report.sheet import Sheet
from wizard.store.cleaning import without_secrets
from wizard.store.history import History
from wizard.store.places import HOME_VARIABLE, places
from wizard.store.records import SqliteRecords
from wizard.store.redaction import Redactor
from wizard.store.whole_file import write_whole

WEB = {"web": "https://acme.halopsa.com"}


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def saved(home: Path) -> None:
    """Save a setup that lost a right, and one that was never checked."""
    records, history = SqliteRecords(places().records), History(places().records)
    records.save(state("a", answers=WEB))
    records.save(state("b", answers={"web": "https://other.halopsa.com"}))
    history.write(run("a", check=check()))
    lost = check(finding(TICKETS, State.MISSING, "Read Only"), days=1)
    history.write(run("a", check=lost, exit_code=1))


def test_a_report_from_the_history(
    saved: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page, tests = tmp_path / "all.html", tmp_path / "all.xml"
    assert main(["report", "--all", "--json", "--html", str(page), "--junit", str(tests)]) == 1
    told = capsys.readouterr()
    lines = [read_outcome(line) for line in told.out.splitlines()]
    assert [each.setup_id for each in lines] == ["a", "b"]
    assert [each.exit_code for each in lines] == [1, 3]
    assert len(lines[0].drifts) == 1
    assert "2 setups: 1 with something missing, 1 with something unknown" in told.err
    assert "“Create a Liongard API Account in HaloPSA”, Liongard" in page.read_text("utf-8")
    assert 'failures="1"' in tests.read_text("utf-8")


def test_setups_are_named_by_name_or_id(saved: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "liongard@other.halopsa.com"]) == 3
    assert "was not checked yet" in capsys.readouterr().out
    assert main(["report", "a"]) == 1
    assert "liongard@acme.halopsa.com" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["a", "--all"],
        ["nobody@nowhere"],
        ["--merge", "gone.jsonl"],
        ["--all", "--merge", "gone.jsonl"],
    ],
)
def test_words_that_are_off(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *words]) == 2
    assert capsys.readouterr().err.startswith("halo-setup: ")


def test_no_setups_make_an_empty_report(tmp_path: Path) -> None:
    assert main(["report", "--all", "--html", str(tmp_path / "r.html")]) == 0
    assert "There is no setup to report on." in (tmp_path / "r.html").read_text("utf-8")


def test_shards_are_merged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, two, page = tmp_path / "1.jsonl", tmp_path / "2.jsonl", tmp_path / "r.html"
    one.write_bytes(file(outcome(), outcome(setup_id="b")))
    two.write_bytes(file(failed(setup_id="c"), outcome()))
    assert main(["report", "--merge", str(one), str(two), "--json", "--html", str(page)]) == 4
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 3
    assert "was in the files more than once" in told.err
    assert "was in the files more than once" in page.read_text("utf-8")


def test_a_wrong_line_is_named_and_the_rest_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shard, page = tmp_path / "shard.jsonl", tmp_path / "r.html"
    shard.write_bytes(file(outcome()) + f'{{"schema": "{SECRET.reveal()} {LOOKS}'.encode())
    assert main(["report", "--merge", str(shard), "--html", str(page)]) == 2
    told = capsys.readouterr()
    assert f"{shard}:2: This line is no result of a re-check." in told.err
    assert LOOKS not in told.err
    assert "liongard@acme.halopsa.com" in page.read_text("utf-8")
    shard.write_bytes(b"{")
    page.unlink()
    assert main(["report", "--merge", str(shard), "--html", str(page)]) == 2
    assert not page.exists()


def test_the_tool_that_found_it_is_kept_in_what_is_merged_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shard = tmp_path / "shard.jsonl"
    shard.write_bytes(file(outcome(), version="7.7.7"))
    assert main(["report", "--merge", str(shard), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tool_version"] == "7.7.7"


@pytest.mark.parametrize("suffix", ["html", "xml"])
def test_no_secret_is_written(suffix: str, tmp_path: Path) -> None:
    redactor, path = Redactor(), tmp_path / f"report.{suffix}"
    redactor.know(SECRET)
    save(path, [Sheet(full_of(PLANTED), PLANTED)], redactor)
    text = path.read_text("utf-8")
    assert "•••" in text
    for secret in (SECRET.reveal(), LOOKS, JWT, "hunter2hunter2"):
        assert secret not in text


def test_no_secret_of_a_file_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shard = tmp_path / "shard.jsonl"
    shard.write_bytes(file(full_of(PLANTED)))
    for words in ((), ("--json",)):
        main(["report", "--merge", str(shard), *words])
        told = "".join(capsys.readouterr())
        for secret in (LOOKS, JWT, "hunter2hunter2"):
            assert secret not in told


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_cleaning_changes_nothing_else(text: str) -> None:
    kept = full_of(text.replace("\ud800", ""))
    assert without_secrets(kept, Redactor()) == kept


def test_a_report_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    path.write_text("the old one")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError) as caught:
        save(path, sheets_of([outcome()]), Redactor())
    assert caught.value.problem.code == "report.unwritable"
    assert caught.value.problem.detail == f"{path}: {os.strerror(errno.ENOSPC)}"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
    assert path.read_text() == "the old one"


@pytest.mark.parametrize("place", ["gone/report.html", ".", "plain/report.html"])
def test_where_nothing_can_be_written_is_told(place: str, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("a file, no folder")
    assert main(["report", "--all", "--html", str(tmp_path / place)]) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX are there devices and modes")
def test_a_device_stays_one_and_a_link_is_followed(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"to a pipe")
    assert os.read(reader, 100) == b"to a pipe"
    os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    link, target = tmp_path / "link", tmp_path / "target"
    target.write_text("old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) & 0o400


def test_the_window_saves_the_report_of_its_setups(saved: None, tmp_path: Path) -> None:
    where = places()
    reports = Reports(History(where.records), Catalog().all, Redactor())
    reports.save(tmp_path / "r.html", SqliteRecords(where.records).all())
    text = (tmp_path / "r.html").read_text("utf-8")
    assert "Tickets Access Level was “" not in text  # the value before is not known
    assert "Tickets Access Level was in order on" in text


def test_the_day_of_an_acceptance_is_that_of_here(saved: None) -> None:
    history = History(places().records)
    today = dt.datetime.now().astimezone().date()
    drift = history.newest()["a"].drifts[0]
    history.accept("a", accept(drift, reason="x", person="Ada", at=MARCH, until=today))
    sheets = Reports(history, Catalog().all, Redactor()).of([state("a", answers=WEB)])
    assert [each.weight for each in sheets[0].outcome.drifts] == [Weight.ACCEPTED]

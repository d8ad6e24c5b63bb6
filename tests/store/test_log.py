"""The log file: without secrets, for this user only, and never in the way."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizard.secret import Secret
from wizard.store import log as module
from wizard.store import log_file
from wizard.store.log import setup_logging
from wizard.store.redaction import Redactor

PAIR = "3f2504e0-4f89-41d3-9a0c-0305e82c3301-7d444840-9dc0-11d1-b245-5ffdce74fad2"
LIVE = "correct horse battery"
ROOT = Path(__file__).parents[2]

logger = logging.getLogger("wizard.test")


@pytest.fixture(autouse=True)
def restored() -> Iterator[None]:
    """Put the root logger back as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in module._QUIET}
    yield
    for handler in [each for each in root.handlers if each not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    for name, before in levels.items():
        logging.getLogger(name).setLevel(before)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "logs" / "halo-setup.log"


def redactor() -> Redactor:
    known = Redactor()
    known.know(Secret(LIVE))
    return known


class TalkativeError(Exception):
    pass


def fail(secret: str) -> None:
    raise TalkativeError(f"refused client_secret={secret}")


def test_no_secret_in_message_arguments_or_traceback(path: Path) -> None:
    setup_logging(logging.DEBUG, path, redactor())
    logger.info(f"message {LIVE}")  # noqa: G004 - as careless code would
    logger.info("arguments %s %r", LIVE, {"client_secret": "abcdef", "body": PAIR})
    logger.info("object %s", Secret("never shown"))
    try:
        fail(LIVE)
    except TalkativeError:
        logger.exception("failed with %s", LIVE, stack_info=True)

    text = path.read_text(encoding="utf-8")
    for secret in (LIVE, PAIR, "abcdef", "never shown", "horse"):
        assert secret not in text
    for kept in ("message •••", "arguments", "TalkativeError: refused", "Stack (most recent"):
        assert kept in text


def test_no_text_passes_for_a_record_of_its_own(path: Path) -> None:
    setup_logging(logging.DEBUG, path, redactor())
    logger.info("agent is %s", "x\n2026-11-22 10:00:00,000 ERROR wizard: forged\x1b[2J\r")

    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("    2026")
    assert "\x1b" not in lines[1]


def test_level_and_quiet_libraries(path: Path) -> None:
    setup_logging(logging.DEBUG, path, redactor())
    logger.debug("ours")
    for name in ("httpx", "httpcore.connection", "asyncio", "keyring.backend"):
        logging.getLogger(name).info("chatter of %s", name)
        logging.getLogger(name).warning("warning of %s", name)
    setup_logging(logging.ERROR, path, redactor())
    logger.warning("too low")
    logging.getLogger("httpx").warning("too low")

    text = path.read_text(encoding="utf-8")
    assert "ours" in text
    assert "chatter" not in text
    assert text.count("warning of") == 4
    assert "too low" not in text


def test_second_call_replaces_the_first_file(path: Path) -> None:
    setup_logging(logging.INFO, path, redactor())
    logger.info("one")
    other = path.with_name("other.log")
    setup_logging(logging.INFO, other, redactor())
    logger.info("two")

    assert "two" not in path.read_text(encoding="utf-8")
    assert other.read_text(encoding="utf-8").count("two") == 1


def test_rotates(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "_SIZE", 1000)
    setup_logging(logging.INFO, path, redactor())
    for number in range(200):
        logger.info("line %d", number)

    files = sorted(path.parent.iterdir())
    assert len(files) == 1 + log_file.KEPT
    assert all(file.stat().st_size <= 1000 for file in files)
    assert "line 199" in path.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name != "posix", reason="Windows has no file modes")
def test_only_this_user_may_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "_SIZE", 200)
    earlier = os.umask(0)
    try:
        setup_logging(logging.INFO, path, redactor())
        for number in range(10):
            logger.info("line %d", number)
    finally:
        os.umask(earlier)

    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )


BEGIN = (
    "import logging, sys; from pathlib import Path\n"
    "from wizard.store.log import setup_logging; from wizard.store.redaction import Redactor\n"
    "setup_logging(logging.DEBUG, Path(sys.argv[1]), Redactor())\n"
)
LOG = (
    "for n in range(500): logging.getLogger('x').error('client_secret=%s', 'hunter2' * 40)\n"
    "try: logging.getLogger('x').error('%d', 'client_secret hunter2')\n"
    "finally: print('went on')\n"
)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk_stops_nothing_and_tells_nothing() -> None:
    done = run(BEGIN + LOG, "/dev/full")
    assert done.stdout == "went on\n"
    assert "hunter2" not in done.stderr
    assert "Logging error" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="uses limits of POSIX")
def test_file_that_may_not_grow(tmp_path: Path) -> None:
    limit = "import resource as r; r.setrlimit(r.RLIMIT_FSIZE, (5000, 5000))\n"
    again = "setup_logging(logging.DEBUG, Path(sys.argv[1] + '2'), Redactor()); print('again')\n"
    done = run(limit + BEGIN + LOG + again, str(tmp_path / "log"))
    assert done.stdout == "went on\nagain\n"
    assert "hunter2" not in done.stderr
    assert "Logging error" not in done.stderr
    assert (tmp_path / "log").stat().st_size <= 5000


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run(BEGIN + LOG, str(tmp_path / "file" / "log"))
    assert done.stdout == "went on\n"
    assert done.stderr == ""

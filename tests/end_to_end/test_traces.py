"""The search for secrets finds them, or the tests that use it would say nothing."""

from __future__ import annotations

import base64
import sqlite3
import subprocess
import sys
from contextlib import closing
from urllib.parse import quote

import pytest

from tests.end_to_end.traces import told_to_the_system, traces

SECRET = "4d6c/4c0e+3d1f=4c1e 9f5a 2f5f0d7f9b11"


@pytest.mark.parametrize(
    "content",
    [
        SECRET.encode(),
        f"client_secret={quote(SECRET, safe='')}&grant_type=x".encode(),
        base64.b64encode(SECRET.encode()),
        base64.b64encode(f"id:{SECRET}".encode()),
        base64.b64encode(f"an id:{SECRET}".encode()),
        base64.urlsafe_b64encode(f"some id:{SECRET} and more".encode()),
        SECRET.encode().hex().encode(),
        SECRET.encode("utf-16-le"),
    ],
)
def test_finds_a_secret_in_a_file(tmp_path, content):
    (tmp_path / "deep").mkdir()
    found = tmp_path / "deep" / "file.bin"
    found.write_bytes(b"before" + content + b"after")
    (tmp_path / "other").write_text("nothing")
    assert traces(SECRET, tmp_path) == [found]


def test_finds_a_secret_in_a_database_that_is_not_closed(tmp_path):
    with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE t (c)")
        connection.execute("INSERT INTO t VALUES (?)", (SECRET,))
        connection.commit()
        assert traces(SECRET, tmp_path) == [tmp_path / "x.sqlite3-wal"]


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux is there a /proc")
def test_finds_a_secret_that_the_system_shows():
    # The child speaks first: until its program has begun, /proc may show the parent's.
    command = [sys.executable, "-c", "print(flush=True); input()", SECRET]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env={"X": SECRET}
    ) as child:
        assert child.stdout is not None
        child.stdout.readline()
        assert told_to_the_system(SECRET, child.pid) == ["cmdline", "environ"]
        child.communicate(b"\n")

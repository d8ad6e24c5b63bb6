"""The first use of the file may come from several threads at once, and ends no process."""

import subprocess
import sys

import pytest

# A fresh process: what msgspec knows of a type it learns once. Threads change as often as they can.
_FIRST_USE = """
import sys, threading
from pathlib import Path
from tests.store.runs import run
from tests.store.states import state
from wizard.store.history import History
from wizard.store.kept import put_together, taken_apart
from wizard.store.cleaning import decode, encode, without_secrets
from wizard.store.redaction import Redactor

kept, saved = taken_apart(run("a")), encode(state("a"), Redactor())
together = threading.Barrier(8)
done = []

def work():
    together.wait()
    done.append((without_secrets(put_together(kept.run, kept.findings), Redactor()), decode(saved)))

sys.setswitchinterval(1e-6)
threads = [threading.Thread(target=work) for _ in range(8)]
for each in threads:
    each.start()
for each in threads:
    each.join()
assert done == [(run("a"), state("a"))] * 8
"""


@pytest.mark.parametrize("attempt", range(4))
def test_threads_that_are_the_first_to_read_crash_nothing(attempt: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", _FIRST_USE], check=False, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stderr

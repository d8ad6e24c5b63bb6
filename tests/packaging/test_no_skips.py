"""In CI a skip is a failure; anywhere else it stays a skip."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FAILED, INTERRUPTED, NOTHING_RAN = 1, 2, 5


@pytest.mark.parametrize(
    ("body", "elsewhere", "in_ci"),
    [
        ("def test_it(): pytest.skip('no xdotool')", 0, FAILED),
        ("@pytest.mark.skipif(True, reason='no bus')\ndef test_it(): ...", 0, FAILED),
        ("pytest.skip('no Xvfb', allow_module_level=True)", NOTHING_RAN, INTERRUPTED),
        ("def test_it(): pytest.skip('only on Windows')", 0, 0),
        ("@pytest.mark.xfail\ndef test_it(): assert False", 0, 0),
    ],
)
@pytest.mark.parametrize("ci", [False, True])
def test_a_skip(body: str, elsewhere: int, in_ci: int, ci: bool, tmp_path: Path) -> None:
    (tmp_path / "test_it.py").write_text(f"import pytest\n{body}\n")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "tests.no_skips", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={
            "CI": "true" if ci else "",
            "PYTHONPATH": str(ROOT),
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (in_ci if ci else elsewhere), done.stdout

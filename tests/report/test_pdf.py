"""The report as PDF."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from tests.report.hostile import HOSTILE, JWT, LOOKS, PLANTED, SECRET, full_of
from tests.report.outcomes import ENDED, failed, finding, outcome
from wizard.app.reports import save
from wizard.checks.findings import State
from wizard.fleet.outcome import Outcome
from wizard.report.html import ICONS, style
from wizard.report.plain import plain
from wizard.report.sheet import Made, Sheet
from wizard.store.redaction import Redactor

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None,
    reason="poppler is not installed: apt-get install poppler-utils",
)
MADE = Made(ENDED, "1.2.3")


def pages(folder: Path, *many: Outcome) -> list[str]:
    """Write a PDF and give the text of its pages."""
    from wizard.report.pdf import as_pdf

    file = folder / "report.pdf"
    file.write_bytes(as_pdf([Sheet(each, "1.2.3") for each in many], MADE))
    return _text(file)


def _text(file: Path) -> list[str]:
    told = subprocess.run(
        ["pdftotext", "-layout", file, "-"], check=True, capture_output=True, text=True
    )
    assert told.stderr == ""  # nothing is broken in it
    # Letters that are drawn as one, such as ﬁ, are told as two.
    told_plainly = unicodedata.normalize("NFKC", told.stdout)
    return [re.sub(r"[^\S\n]+", " ", page) for page in told_plainly.split("\f")[:-1]]


@needs_poppler
def test_a_setup_on_numbered_pages(qapp: QGuiApplication, tmp_path: Path) -> None:
    rows = [finding(f"permission:Right number {n}") for n in range(60)]
    found = pages(tmp_path, outcome(finding("token", State.MISSING, remedy="Renew it."), *rows))
    assert len(found) > 2
    assert "Not yet: 1 of 61 is missing." in found[0]
    assert "Renew it." in found[0]
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page
        assert "liongard@acme.halopsa.com" in page
    for page in found[1:-1]:
        assert "How it is known" in page  # the head of the table
    together = " ".join(found)
    assert all(f"Right number {n} " in together for n in range(60))


@needs_poppler
def test_no_row_is_torn_apart(qapp: QGuiApplication, tmp_path: Path) -> None:
    evidence = tuple(f"line {n} of it" for n in range(9))
    rows = [finding(f"permission:Right {n}", evidence=evidence) for n in range(30)]
    for page in pages(tmp_path, outcome(*rows)):
        assert page.count("line 0 of it") == page.count("line 8 of it")


@needs_poppler
def test_a_fleet_begins_with_its_overview(qapp: QGuiApplication, tmp_path: Path) -> None:
    many = (outcome(), failed(setup_id="b", name="x@b.halopsa.com"))
    found = pages(tmp_path, *many)
    assert [page.split()[0] for page in found] == ["Report", "2", "2"]
    assert "All setups, the worst first" in found[0]
    assert "x@b.halopsa.com" in found[1]
    assert "liongard@acme.halopsa.com" in found[2]
    assert "There is no setup to report on." in pages(tmp_path)[0]


@needs_poppler
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_a_tenants_text_stays_a_text(qapp: QGuiApplication, text: str, tmp_path: Path) -> None:
    found = pages(tmp_path, full_of(text), full_of(text, "b"))
    assert f"Page {len(found)} of {len(found)}" in found[-1]
    assert "Of 2 setups: 2 lack something." in found[0]
    together = re.sub(r"\s", "", "".join(found))
    shown = re.sub(r"\s", "", plain(text))
    if shown.isascii() and len(shown) < 50:  # other scripts and long texts come out otherwise
        assert together.count(shown) > 20


@needs_poppler
def test_the_window_can_let_a_thread_write_it(qapp: QGuiApplication, tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        found = pool.submit(pages, tmp_path, outcome(), outcome(setup_id="b")).result(60)
    assert len(found) == 3


@needs_poppler
def test_it_is_a_document_of_its_own(qapp: QGuiApplication, tmp_path: Path) -> None:
    pages(tmp_path, outcome())
    file = tmp_path / "report.pdf"
    info = subprocess.run(["pdfinfo", file], check=True, capture_output=True, text=True).stdout
    assert re.search(r"Title: +liongard@acme.halopsa.com\n", info)
    assert re.search(r"Creator: +Halo Setup Wizard\n", info)
    assert "(A4)" in info
    assert re.search(r"JavaScript: +no\n", info)
    fonts = subprocess.run(["pdffonts", file], check=True, capture_output=True, text=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert rows
    assert all(row[-5] == "yes" for row in rows)  # embedded


@needs_poppler
def test_no_secret_is_in_it(qapp: QGuiApplication, tmp_path: Path) -> None:
    redactor, path = Redactor(), tmp_path / "report.pdf"
    redactor.know(SECRET)
    save(path, [Sheet(full_of(PLANTED), "1")], redactor)
    text = "".join(_text(path)).replace("\n", "").replace(" ", "")
    assert "•••" in text
    for secret in (SECRET.reveal(), LOOKS, JWT, "hunter2hunter2"):
        assert secret not in text
    assert LOOKS.encode() not in path.read_bytes()


@needs_poppler
def test_a_program_in_dark_colours_writes_black_on_white(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    qapp.setPalette(QPalette(QColor("#101010")))
    try:
        pages(tmp_path, outcome())
    finally:
        qapp.setPalette(QPalette())
    drawn = tmp_path / "page"
    subprocess.run(
        ["pdftoppm", "-r", "40", "-gray", "-singlefile", tmp_path / "report.pdf", drawn], check=True
    )
    _, _, _, shades = drawn.with_suffix(".pgm").read_bytes().split(b"\n", 3)
    assert shades.count(b"\xff") > 0.6 * len(shades)
    assert min(shades) < 60


def test_every_mark_has_its_colour() -> None:
    assert set(ICONS) <= set(re.findall(r"\.(\w+) \{ color: #\w{6}; \}", style("pdf.css")))


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux can a display be named and gone")
@pytest.mark.parametrize("display", [None, ":4711"])
def test_it_needs_no_display(display: str | None, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    if display:
        environment["DISPLAY"] = display
    command = [sys.executable, "-m", "wizard", "--home", tmp_path / "home"]
    told = subprocess.run(
        [*command, "report", "--all", "--pdf", path],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stderr) == (0, f"Saved {path}\n0 setups\n")
    assert path.read_bytes().startswith(b"%PDF-")

"""The manual page names every command, option, exit code and variable, and is sound roff."""

import argparse
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import contents
import manual
import pytest

from wizard import cli
from wizard.exit_code import ExitCode

PAGE = manual.page(cli._parser())


def commands(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Give a parser's commands, and theirs."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield command
                yield from commands(command)


def part(heading: str) -> str:
    """Give what stands under a heading of the page."""
    found = re.search(
        rf'^\.S[HS] "?{re.escape(heading)}"?\n(.*?)(?=^\.S[HS]|\Z)', PAGE, re.M | re.S
    )
    assert found, heading
    return found[1]


def test_every_command_has_its_part_with_every_option_and_its_words() -> None:
    for command in commands(cli._parser()):
        told = part(command.prog.removeprefix("halo-setup ").replace("-", r"\-"))
        for action in command._actions[1:]:
            if isinstance(action, argparse._SubParsersAction):
                continue
            for name in action.option_strings or [str(action.metavar)]:
                assert f"\n.B {name}".replace("-", r"\-") in told, (command.prog, name)
            if action.help:
                assert action.help.split("%")[0].split("-")[0] in told, (command.prog, action.help)


def test_the_options_for_all_are_there() -> None:
    told = part("OPTIONS")
    for action in cli._parser()._actions:
        for name in action.option_strings:
            assert name.replace("-", r"\-") in told


def test_the_exit_codes_are_those_that_there_are() -> None:
    codes = {code for name, code in vars(ExitCode).items() if name.isupper()}
    assert {int(code) for code in re.findall(r"^\.B (\d+)$", part("EXIT STATUS"), re.M)} == codes


def test_the_variables_are_those_that_the_program_reads() -> None:
    read = {
        name
        for path in (contents.ROOT / "wizard").rglob("*.py")
        for name in re.findall(r"HALO_SETUP_[A-Z_]+", path.read_text(encoding="utf-8"))
    } - {"HALO_SETUP_TITLE", "HALO_SETUP_TEXT"}  # for the notification's own command
    told = set(re.findall(r"^\.B (HALO_SETUP_\w+)$", part("ENVIRONMENT"), re.M))
    assert {name.removesuffix("NAME") for name in told} == read


def test_it_says_which_program_it_is_of() -> None:
    title = PAGE.splitlines()[0]
    assert title.startswith(r'.TH "HALO\-SETUP" 1 ')
    assert f"{contents.COMMAND} {contents.version()}".replace("-", r"\-") in title


@pytest.mark.parametrize("text", [".so /etc/passwd", "'x", r"a\fB b", 'say "so"'])
def test_no_text_is_a_command_of_the_page(text: str) -> None:
    assert not manual._roff(text).startswith((".", "'"))
    assert r"\f" not in manual._roff(text)


def test_a_reader_of_such_pages_takes_it(tmp_path: Path) -> None:
    groff = shutil.which("groff")
    if groff is None:
        pytest.skip("only on systems with groff")
    file = tmp_path / "halo-setup.1"
    file.write_text(PAGE, encoding="utf-8")
    done = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", "-z", file], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")

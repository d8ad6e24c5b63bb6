"""The manual page of halo-setup, from the command's own help: `PYTHON packaging/manual.py OUT`.

`deb.py` runs it with a Python that has what the program needs. Commands, options and their words
come from the parser, so the page says what `--help` says; the rest of it stands here, and a test
holds it to the exit codes and variables that there are. In man(7)'s own macros.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import contents

_EXIT_CODES = {
    0: "Nothing is missing, and nothing is unknown.",
    1: "Something is missing; for profiles lint and self-check: something is wrong.",
    2: "The command was not used as it should be.",
    3: "Nothing is missing, but something is unknown.",
    4: "It could not run.",
    130: "It was interrupted.",
}
_VARIABLES = {
    "HALO_SETUP_HOME": "The folder of all of the program's files, in the place of those below.",
    "HALO_SETUP_LANGUAGE": "The language of the window and of reports: en or de.",
    "HALO_SETUP_CLIENT_SECRET": "The integration's secret, for check and adopt.",
    "HALO_SETUP_ADMIN_CLIENT_SECRET": "The administrator's, for the same.",
    "HALO_SETUP_SECRET_NAME": "The secret of the setup of that name, for recheck --from.",
    "HALO_SETUP_ADMIN_SECRET_NAME": "The administrator's, for the same.",
}
_FILES = {
    "~/.local/share/Halo Setup Wizard/": "Setups, their history, settings, profiles of one's own. "
    "Secrets are in the keychain, and nowhere else.",
    "~/.local/state/Halo Setup Wizard/log/": "What the program did, without secrets.",
}
_Commands = argparse._SubParsersAction  # argparse gives this type no public name


def page(parser: argparse.ArgumentParser) -> str:
    """Give the whole page, in roff."""
    parts = [
        f'.TH {_quoted(contents.COMMAND.upper())} 1 "" '
        f"{_quoted(f'{contents.COMMAND} {contents.version()}')} {_quoted(contents.NAME)}",
        f".SH NAME\n{_roff(contents.COMMAND)} \\- {_roff(contents.SUMMARY)}",
        f".SH SYNOPSIS\n.B {_roff(contents.COMMAND)}\n[OPTION]... [COMMAND] [ARGUMENT]...",
        f".SH DESCRIPTION\n{_roff(parser.description or '')}",
        f".PP\n{_roff(parser.epilog or '')}",
        ".SH OPTIONS",
        *_options(parser),
        ".SH COMMANDS",
        *_commands(parser),
        ".SH EXIT STATUS",
        *(_item(str(code), words) for code, words in _EXIT_CODES.items()),
        ".SH ENVIRONMENT",
        *(_item(name, words) for name, words in _VARIABLES.items()),
        ".SH FILES",
        *(_item(name, words) for name, words in _FILES.items()),
    ]
    return "\n".join([*parts, ""])


def _commands(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Give a part for each command, and for each command of a command."""
    for action in parser._actions:
        if not isinstance(action, _Commands):
            continue
        helps = {each.dest: each.help or "" for each in action._choices_actions}
        for name, command in action.choices.items():
            yield f".SS {_quoted(command.prog.removeprefix(f'{contents.COMMAND} '))}"
            usage = command.format_usage().removeprefix("usage: ")
            yield f".B {_roff(' '.join(usage.split()))}"
            for words in (helps.get(name), command.description, command.epilog):
                if words:
                    yield f".PP\n{_roff(_sentence(words))}"
            yield from list(_options(command))[1:]  # the first is always --help
            yield from _commands(command)


def _options(parser: argparse.ArgumentParser) -> Iterator[str]:
    formatter = parser._get_formatter()
    for action in parser._actions:
        if not isinstance(action, _Commands):
            words = formatter._expand_help(action) if action.help else ""
            yield _item(formatter._format_action_invocation(action), words)


def _item(name: str, words: str) -> str:
    return f".TP\n.B {_roff(name)}\n{_roff(words)}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")


def _quoted(text: str) -> str:
    return '"' + _roff(text).replace('"', '""') + '"'


def _roff(text: str) -> str:
    """Give a text so that nothing in it is a command: no lines of its own, no escapes."""
    line = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{line}" if line.startswith((".", "'")) else line


def main(arguments: list[str]) -> int:
    """Write the page. Gives the exit code."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("out", type=Path)
    out = asked.parse_args(arguments).out
    sys.path.insert(0, str(contents.ROOT))
    from wizard import cli  # noqa: PLC0415 - found only now

    out.write_text(page(cli._parser()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

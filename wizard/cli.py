"""The command line. Each command imports what it needs only when it runs."""

from __future__ import annotations

import argparse
import datetime as dt
import errno
import logging
import os
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import TYPE_CHECKING

from wizard import __version__
from wizard.app.streams import flush_output, let_go, print_anything
from wizard.app.usage import UsageError
from wizard.exit_code import ExitCode
from wizard.problems import ProblemError, problem

if TYPE_CHECKING:
    from wizard.fleet.choice import Shard
    from wizard.fleet.timetable import Weekday

_log = logging.getLogger(__name__)

_WINDOWS = ("window", "practice", "self_check")
_USAGE_CODES = ("address.", "profile.")
# As in app/self_check.py, which loads too much for a parser.
_PARTS = ("window", "keychain", "clock", "tls", "modules")
# What the parser makes of no words. The window opens so, and need not wait for all commands' words.
_NOTHING_SAID = argparse.Namespace(command="window", log_level="info", home=None)


class _Parser(argparse.ArgumentParser):
    """Takes no abbreviations: a new option must not change what an old script means."""

    def __init__(self, **settings: object) -> None:
        super().__init__(allow_abbrev=False, **settings)  # type: ignore[arg-type]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code (contract: commands). Never shows a traceback."""
    print_anything()
    words = sys.argv[1:] if arguments is None else arguments
    options = _parser().parse_args(words) if words else _NOTHING_SAID
    try:
        code = _run(options)
        flush_output()
    except KeyboardInterrupt:
        print("interrupted", file=sys.stderr)
        return ExitCode.INTERRUPTED
    except UsageError as error:
        print(f"halo-setup: {error}", file=sys.stderr)
        return ExitCode.USAGE
    except ProblemError as error:
        return _told(error)
    except BrokenPipeError:
        # Whoever read our output has left; there is nobody to tell.
        let_go(sys.stdout, sys.stderr)
        return ExitCode.FAILED
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _unforeseen()
        print("halo-setup: the disk is full, make room and try again", file=sys.stderr)
        let_go(sys.stdout)
        return ExitCode.FAILED
    except Exception:  # noqa: BLE001 - whatever it is, a person gets words and the log the rest
        return _unforeseen()
    return code


def _unforeseen() -> int:
    _log.exception("internal error")
    return _told(ProblemError(problem("internal")))


def _run(options: argparse.Namespace) -> int:
    from wizard.app import opening  # noqa: PLC0415 - `--version` must not wait for it
    from wizard.store.places import HOME_VARIABLE  # noqa: PLC0415

    if options.home:
        os.environ[HOME_VARIABLE] = options.home
    opening.start_log(options.log_level)
    module: ModuleType = opening
    if options.command.startswith("setups_"):
        from wizard.app import setups_command  # noqa: PLC0415

        module = setups_command
    elif options.command.startswith("schedule_"):
        from wizard.app import schedule_command  # noqa: PLC0415

        module = schedule_command
    elif options.command == "adopt":
        from wizard.app import adopt_command  # noqa: PLC0415

        module = adopt_command
    elif options.command == "recheck":
        from wizard.app import recheck  # noqa: PLC0415

        module = recheck
    elif options.command == "report":
        from wizard.app import reports  # noqa: PLC0415

        module = reports
    elif options.command not in _WINDOWS:
        from wizard.app import commands  # noqa: PLC0415 - a window does without the terminal's

        module = commands
    code: int = getattr(module, options.command)(options)
    return code


def _told(error: ProblemError) -> int:
    told = error.problem
    print(f"halo-setup: {told.happened} {told.remedy} [{told.code}]", file=sys.stderr)
    if told.detail:
        print(f"  {told.detail}", file=sys.stderr)
    return ExitCode.USAGE if told.code.startswith(_USAGE_CODES) else ExitCode.FAILED


def _parser() -> _Parser:
    parser = _Parser(
        prog="halo-setup",
        description="From a vendor's guide to a proven HaloPSA connection.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    parser.add_argument(
        "--log-level",
        choices=("warning", "info", "debug"),
        default="info",
        help="how much goes into the log file (default: info)",
    )
    parser.add_argument(
        "--home", metavar="FOLDER", help="keep the program's files here, as HALO_SETUP_HOME says"
    )
    parser.set_defaults(command="window")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    _practice(commands)
    _walk(commands)
    _check(commands)
    _adopt(commands)
    _recheck(commands)
    _report(commands)
    _profiles(commands)
    _setups(commands)
    _schedule(commands)
    _worlds(commands)
    _self_check(commands)
    _forget(commands)
    return parser


_Commands = argparse._SubParsersAction  # argparse gives this type no public name


def _practice(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser("practice", help="open the window on a practice instance")
    parser.add_argument("--serve", action="store_true", help="run the practice instance alone")
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="with --serve")
    parser.add_argument("--scenario", default="easy", metavar="S", help="a name, or a .toml file")
    parser.set_defaults(command="practice")


def _walk(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser("walk", help="play a whole setup on the practice instance")
    parser.add_argument("profile", metavar="PROFILE", help="a built-in id, or a .toml file")
    parser.add_argument(
        "--break",
        dest="breaks",
        action="append",
        default=[],
        metavar="ID",
        help="leave this requirement undone (repeatable)",
    )
    parser.add_argument(
        "--own-credentials",
        action="store_true",
        help="without an administrator's connection, on an instance that shows little",
    )
    parser.add_argument("--scenario", metavar="S", help="a name, or a .toml file")
    _output(parser)
    parser.set_defaults(command="walk")


def _connection(parser: _Parser) -> None:
    """Take where HaloPSA is, and the ids to look with; the secrets are no arguments."""
    parser.add_argument("--url", required=True, help="the web address of HaloPSA")
    parser.add_argument("--client-id", required=True, metavar="ID")
    parser.add_argument("--tenant", metavar="T")
    parser.add_argument(
        "--auth-url", metavar="URL", help="the authorisation server, if it is on another host"
    )
    parser.add_argument(
        "--admin-client-id", metavar="ID", help="an administrator's API application to look with"
    )


def _check(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "check",
        help="check a setup that exists already; stores nothing",
        description=(
            "Secrets come from HALO_SETUP_CLIENT_SECRET and HALO_SETUP_ADMIN_CLIENT_SECRET, or"
            " from a prompt. Only GET and the token POST are sent."
        ),
    )
    parser.add_argument("--profile", required=True, metavar="PROFILE")
    _connection(parser)
    parser.add_argument("--agent", metavar="NAME", help="who the application should log in as")
    _output(parser)
    parser.set_defaults(command="check")


def _adopt(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "adopt",
        help="save a connection that was made by hand as a setup",
        description=(
            "Finds out which profile fits, says what differs, and saves the setup. Secrets come"
            " from HALO_SETUP_CLIENT_SECRET and HALO_SETUP_ADMIN_CLIENT_SECRET, or from a prompt;"
            " they go into the keychain. Only GET and the token POST are sent."
        ),
    )
    _connection(parser)
    parser.add_argument(
        "--profile", metavar="PROFILE", help="take this one, whatever fits best; an id, or a .toml"
    )
    parser.add_argument("--dry-run", action="store_true", help="save nothing")
    _output(parser)
    parser.set_defaults(command="adopt")


def _recheck(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "recheck",
        help="check saved setups again, one, several or all",
        description=(
            "Only GET and the token POST are sent, and no browser is opened. Each result is in the"
            " history as soon as it is told. Secrets come from the keychain. With --from they come"
            " from HALO_SETUP_SECRET_<NAME> and HALO_SETUP_ADMIN_SECRET_<NAME>, the setup's name"
            " in capitals with _ for whatever is no letter or digit, or, for one setup alone, from"
            " the variables of check; and else from the keychain."
        ),
        epilog=(
            "Exit codes: 0 in order, 1 something missing, 3 something unknown, 4 could not run;"
            " of many setups 4, else 1, else 3. An accepted change stays visible and does not"
            " change the code."
        ),
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a name or an id of a setup")
    parser.add_argument("--all", action="store_true", help="every setup")
    parser.add_argument(
        "--shard",
        type=_shard,
        metavar="I/N",
        help="only part I of N; the setups of an instance are in one part",
    )
    parser.add_argument("--from", dest="file", metavar="FILE", help="setups of an exported file")
    parser.add_argument(
        "--requests",
        type=_requests,
        metavar="N",
        help="at most N requests in 300 seconds to one instance (default: 240 of HaloPSA's 300)",
    )
    parser.add_argument("--html", metavar="FILE", help="also write a report in HTML")
    parser.add_argument("--pdf", metavar="FILE", help="also write a report in PDF")
    parser.add_argument("--junit", metavar="FILE", help="also write the results as JUnit XML")
    parser.add_argument("--json", action="store_true", help="print one JSON document a line")
    parser.add_argument("--strict", action="store_true", help="count excess as missing")
    parser.add_argument(
        "--notify", action="store_true", help="tell the desktop of setups worse than before"
    )
    parser.set_defaults(command="recheck")


def _report(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "report",
        help="report on saved setups, for a manager or an auditor",
        description=(
            "Tells what the newest checks found, without asking HaloPSA; with --merge, what the"
            " files say that recheck --json printed on several machines. Of a setup that is in"
            " them twice, the newest result counts. A report holds no secrets."
        ),
        epilog="Exit codes: as those of recheck; 2 if a line of the files could not be read.",
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help="a name or an id of a setup")
    parser.add_argument("--all", action="store_true", help="every setup")
    parser.add_argument(
        "--merge", nargs="+", default=[], metavar="FILE", help="take the results in these files"
    )
    _report_files(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON document a line")
    parser.set_defaults(command="report")


def _report_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--html", metavar="FILE", help="save a report to read and to print")
    parser.add_argument("--pdf", metavar="FILE", help="save the same as PDF")
    parser.add_argument("--junit", metavar="FILE", help="save JUnit XML for a CI system")


def _profiles(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser("profiles", help="list, show or lint profiles")
    actions = parser.add_subparsers(metavar="list|show|lint", required=True, parser_class=_Parser)
    actions.add_parser("list").set_defaults(command="profiles_list")
    show = actions.add_parser("show")
    show.add_argument("profile", metavar="PROFILE", help="a built-in id, or a .toml file")
    show.set_defaults(command="profiles_show")
    lint = actions.add_parser("lint", help="name every mistake (none given: all built-in ones)")
    lint.add_argument("profiles", nargs="*", metavar="PROFILE")
    lint.set_defaults(command="profiles_lint")


def _setups(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser("setups", help="list, export or import saved setups")
    actions = parser.add_subparsers(
        metavar="list|export|import", required=True, parser_class=_Parser
    )
    listing = actions.add_parser("list", help="list them with their names and ids")
    listing.add_argument("--json", action="store_true", help="print one JSON document")
    listing.set_defaults(command="setups_list")
    export = actions.add_parser("export", help="write setups into one file, without secrets")
    export.add_argument("file", metavar="FILE")
    export.add_argument("names", nargs="*", metavar="NAME", help="as setups list prints it")
    export.add_argument("--all", action="store_true", help="every setup")
    export.set_defaults(command="setups_export")
    take = actions.add_parser("import", help="take the setups of a file, all or none")
    take.add_argument("file", metavar="FILE")
    take.add_argument(
        "--replace", action="store_true", help="also those that are here already by their ids"
    )
    take.set_defaults(command="setups_import")


def _schedule(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "schedule",
        help="let the system's own scheduler re-check all setups",
        description="For this user alone, and without an administrator's rights.",
    )
    actions = parser.add_subparsers(metavar="show|set|remove", required=True, parser_class=_Parser)
    show = actions.add_parser("show", help="tell what is set up, and when it runs next")
    show.set_defaults(command="schedule_show")
    setting = actions.add_parser("set", help="set it up, in the place of an earlier one")
    often = setting.add_mutually_exclusive_group(required=True)
    often.add_argument("--daily", action="store_true", help="every day")
    often.add_argument(
        "--weekly", type=_weekday, metavar="DAY", help="every week on this day, such as monday"
    )
    setting.add_argument(
        "--at", type=_time, default="07:30", metavar="HH:MM", help="at this time (default: 07:30)"
    )
    setting.add_argument("--dry-run", action="store_true", help="only print what would be done")
    setting.set_defaults(command="schedule_set")
    remove = actions.add_parser("remove", help="take it away")
    remove.add_argument(
        "--own", action="store_true", help="only if it starts this copy of the program"
    )
    remove.set_defaults(command="schedule_remove")


def _worlds(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "worlds", help="print what is decided and what is unknown, by profile and scenario"
    )
    parser.set_defaults(command="worlds")


def _self_check(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "self-check", help="say whether this copy can do what it needs of the system"
    )
    parser.add_argument("parts", nargs="*", metavar="|".join(_PARTS), type=_part)
    parser.add_argument(
        "--tls",
        action="append",
        default=[],
        metavar="URL",
        help="look whether this address's certificate is accepted (repeatable)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--to", metavar="FILE", help="write the JSON document to a file")
    parser.set_defaults(command="self_check")


def _forget(commands: _Commands[_Parser]) -> None:
    parser = commands.add_parser(
        "forget", help="remove every setup, its secrets and the program's files from here"
    )
    parser.add_argument("--yes", action="store_true", help="needed: there is no way back")
    parser.set_defaults(command="forget")


def _part(text: str) -> str:
    if text not in _PARTS:
        raise argparse.ArgumentTypeError(f"{text} is not a part")
    return text


def _output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON document")
    parser.add_argument("--strict", action="store_true", help="count excess as missing")


def _shard(text: str) -> Shard:
    from wizard.fleet.choice import Shard  # noqa: PLC0415 - the first page does without it

    try:
        return Shard.parse(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no part such as 2/5") from None


def _weekday(text: str) -> Weekday:
    from wizard.fleet.timetable import Weekday  # noqa: PLC0415 - the first page does without it

    try:
        return Weekday[text.upper()]
    except KeyError:
        raise argparse.ArgumentTypeError(f"{text} is no day of the week") from None


def _time(text: str) -> dt.time:
    try:
        return dt.datetime.strptime(text, "%H:%M").time()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no time, such as 07:30") from None


def _requests(text: str) -> int:
    number = _number(text)
    if not 1 <= number <= 300:
        raise argparse.ArgumentTypeError(f"{number} is not from 1 to 300")
    return number


def _port(text: str) -> int:
    number = _number(text)
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{number} is not a port")
    return number


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no number") from None

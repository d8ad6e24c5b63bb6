"""Each way to spoil a good profile, and the place, line and words that lint gives for it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.profiles.paths import BUILT_IN, GUIDES
from wizard.problems import ProblemError
from wizard.profiles.lint import lint, lint_bytes
from wizard.profiles.mistakes import Mistake

TODAY = dt.date(2026, 11, 22)
FILES = {
    path.stem: path.read_text(encoding="utf-8")
    for path in (*BUILT_IN.glob("*.toml"), *GUIDES.glob("*.toml"))
}
TICKETS = 'label = "Tickets Access Level"\n  value = "Read and Modify"'

# file, what to replace (its first place), by what, place, what is said, the line's text
SERIOUS = [
    ("liongard", 'id = "liongard"', 'id = "Lion Gard"', "id", "lower-case", "id ="),
    ("liongard", 'id = "liongard"', 'id = "other"', "id", "the file's name, liongard", "id ="),
    ("liongard", "format = 1", "format = 2", "format", "expected 1, found 2", "format"),
    ("liongard", "format = 1", "format = true", "format", "expected 1", "format"),
    ("liongard", "format = 1\n", "", "format", "missing key", None),
    ("liongard", "seen = 2026-11-22", "seen = 2027-01-01", "source.seen", "future", "seen"),
    ("liongard", "seen = 2026-11-22", 'seen = "now"', "source.seen", "a date such as", "seen"),
    ("liongard", "seen = 2026-11-22\n", "", "source.seen", "missing key", "[source]"),
    ("liongard", "[source]", "[sauce]", "source", "missing key", None),
    ("liongard", "[source]", "[sauce]", "sauce", "unknown key; did you mean source?", "[sauce]"),
    ("liongard", 'publisher = "Liongard"', 'publisher = ""', "source.publisher", "empty", "pub"),
    ("liongard", '"https://docs', '"docs', "source.address", "https", "address"),
    ("liongard", 'kind = "agent"', 'kind = "agents"', "step[0].kind", "mean agent?", "kind"),
    ("liongard", 'kind = "agent"\n', "", "step[0].kind", "missing key; one of note", "[[step]]"),
    ("liongard", "existing = true", "exists = true", "step[0].exists", "mean existing?", "exists"),
    ("liongard", "existing = true", "existing = 1", "step[0].existing", "a number", "existing"),
    ("liongard", "existing = true", 'username = "a"', "step[0].suggested", "fixed", "suggested"),
    (
        "liongard",
        'section = "Feature Access"\n',
        "",
        "step[0].permission[0].section",
        "missing key",
        "[[step.permission]]",
    ),
    (
        "liongard",
        TICKETS,
        TICKETS.replace("Read and", "Read or"),
        "step[0].permission[0].value",
        "has no value Read or Modify; it has No Access, Read Only, Read and Modify",
        'value = "Read or Modify"',
    ),
    (
        "liongard",
        'value = "Can Edit Own Actions Only"',
        'value = "Yes"',
        "step[0].permission[5].value",
        "it has Cannot Edit Actions, Can Edit Own Actions Only, Can Edit All Actions",
        'value = "Yes"',
    ),
    (
        "liongard",
        'label = "Can edit closed Tickets"',
        'label = "Can add new Tickets"',
        "step[0].permission[3]",
        "permission:Can add new Tickets is asked for at step[0].permission[2] already",
        "[[step.permission]]",
    ),
    (
        "liongard",
        TICKETS,
        TICKETS + '\n  holder = "role"',
        "step[0].permission[0].holder",
        "no step makes a role",
        "holder",
    ),
    (
        "liongard",
        TICKETS,
        TICKETS + '\n  level = "unset"',
        "step[0].permission[0].value",
        "must stay unset",
        "value",
    ),
    (
        "liongard",
        TICKETS,
        TICKETS + '\n  level = "must"',
        "step[0].permission[0].level",
        "(known: required, optional, unset)",
        "level",
    ),
    (
        "liongard",
        'aliases = ["Clients Access Level"]',
        'aliases = ["Clients Access Level", 4]',
        "step[0].permission[1].aliases[1]",
        "expected a text, found a number",
        "aliases",
    ),
    ("liongard", "any = true", "any = false", "step[1]", "no team", "[[step]]"),
    ("liongard", "any = true", "any = []", "step[1].any", "true or false, found a list", "any"),
    (
        "liongard",
        'name = "read:tickets"',
        'name = "read:ticket"',
        "step[2].scope[0].name",
        "no scope read:ticket; did you mean read:tickets?",
        'name = "read:ticket"',
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "write:tickets"',
        "step[2].scope[1].name",
        "though guides name it; did you mean edit:tickets?",
        'name = "write:tickets"',
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "read:sites"',
        "step[2].scope[1].name",
        "HaloPSA has no scope read:sites, though guides name it",
        'name = "read:sites"',
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "read:tickets"',
        "step[2].scope[1].name",
        "is listed at step[2].scope[0] already",
        'name = "read:tickets"',
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "read:tickets"\n  level = "forbidden"',
        "step[2].scope[1].name",
        "forbidden and asked for at once (see step[2].scope[0])",
        'name = "read:tickets"',
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "edit:tickets"\n  level = "one_of"',
        "step[2].scope[1].group",
        "missing key",
        "[[step.scope]]",
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "edit:tickets"\n  group = "g"',
        "step[2].scope[1].group",
        "only a scope with level",
        "group",
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "edit:tickets"\n  level = "one_of"\n  group = "g"',
        "step[2].scope[1].group",
        "g is a group of one",
        "group",
    ),
    ("liongard", '"GET /Client"', '"GET /Clients"', "step[3].probes[1]", "GET /Client?", "probes"),
    ("liongard", '"GET /Client"', '"GET /client"', "step[3].probes[1]", "as GET /Client:", "pro"),
    ("liongard", '"GET /Client"', '"POST /Client"', "step[3].probes[1]", "no known probe", "pro"),
    ("liongard", '"GET /Client"', '"GET /Tickets"', "step[3].probes[1]", "twice", "probes"),
    ("liongard", '"GET /Client"', '"GET /Asset"', "step[3].probes[1]", "read:assets", "probes"),
    ("topleft", '"GET /Webhook"', '"GET /Chat"', "step[3].probes[5]", "access:chat", "probes"),
    (
        "liongard",
        'value = "client_secret"',
        'value = "client_secret"\n  form = "host"',
        "step[4].field[4].form",
        "host is a form of addresses, not of client_secret",
        "form",
    ),
    (
        "liongard",
        'value = "authorisation_server"',
        'value = "authorisation_server"\n  form = "without_api"',
        "step[4].field[1].form",
        "no /api to leave out",
        "form",
    ),
    (
        "liongard",
        'value = "client_secret"',
        'value = "secret"',
        "step[4].field[4].value",
        "no such value: secret",
        "value",
    ),
    ("topleft", "https://customers", "http://customers", "step[4].address", "https", "address"),
    ("topleft", 'holder = "either"\n', "", "step[0].permission[0].holder", '"role" or', "[["),
    (
        "topleft",
        'label = "Account Active"',
        'label = "Username"',
        "step[1].field[0]",
        "agent:Username is asked for at step[1] already",
        "[[step.field]]",
    ),
    (
        "watchguard-cloud",
        'section = "Configuration"\n  value = "Yes"',
        'section = "Configuration"\n  value = "All"',
        "step[0].section[0].value",
        "has no value All; it has No, Yes",
        'value = "All"',
    ),
    (
        "watchguard-cloud",
        'suggested = "WatchGuard Cloud"\nremark = "The guide says',
        'name = "W"\nsuggested = "WatchGuard Cloud"\nremark = "The guide says',
        "step[1].suggested",
        "name is fixed already",
        "suggested",
    ),
    ("msp-process", "{tab_url}", "{tab_uri}", "step[3].row[2].value", "mean tab_url?", "value"),
    ("msp-process", '"tab_url"', '"Tab URL"', "step[0].name", "underscores", "name"),
    ("msp-process", 'menu = ["Conf', 'menu = ["\\u001bConf', "step[3].menu[0]", "invis", "menu"),
    ("msp-process", 'menu = ["Conf', 'menu = ["\\u00a0Conf', "step[3].menu[0]", "invis", "menu"),
]

# The same for what is only remarked on.
REMARKS = [
    (
        "liongard",
        'label = "Can edit closed Tickets"',
        'label = "Can edit locked Tickets"',
        "step[0].permission[3].label",
        "did you mean Can edit closed Tickets?",
    ),
    (
        "liongard",
        'section = "Tickets Permissions"',
        'section = "Ticket Permissions"',
        "step[0].permission[2].section",
        "HaloPSA has it under Tickets Permissions, and has no section of that name",
    ),
    (
        "watchguard-cloud",
        'section = "Configuration"',
        'section = "Configurations"',
        "step[0].section[0].section",
        "no known permission is in this section; did you mean Configuration?",
    ),
    (
        "liongard",
        'name = "edit:tickets"',
        'name = "offline_access"',
        "step[2].scope[1].name",
        "belongs to the sign-in",
    ),
    ("msp-process", 'value = "{tab_url}"', 'value = "x"', "step[0].name", "no field uses"),
    (
        "liongard",
        'kind = "application"',
        'kind = "application"\nlogin_type = "Supplier"',
        "step[2].login_type",
        "login type Agent",
    ),
    (
        "liongard",
        'kind = "application"',
        'kind = "application"\nauthentication_method = "Username & Password"',
        "step[2].authentication_method",
        "Client ID and Secret (Services) can be proven",
    ),
    (
        "liongard",
        '[[step]]\nkind = "test"',
        '[[step]]\nkind = "application"\nname = "B"\n[[step]]\nkind = "test"',
        "step[3]",
        "only the first application is proven",
    ),
]


def spoiled(name: str, old: str, new: str) -> tuple[str, tuple[Mistake, ...]]:
    assert old in FILES[name]
    text = FILES[name].replace(old, new, 1)
    return text, lint_bytes(text.encode(), stem=name, today=TODAY)


@pytest.mark.parametrize(("name", "old", "new", "place", "said", "line"), SERIOUS)
def test_names_the_mistake(
    name: str, old: str, new: str, place: str, said: str, line: str | None
) -> None:
    text, mistakes = spoiled(name, old, new)
    found = [each for each in mistakes if each.place == place and each.serious]
    assert [said in each.message for each in found] == [True], mistakes
    if line is None:
        assert found[0].line is None
    else:
        assert text.splitlines()[(found[0].line or 0) - 1].strip().startswith(line)


@pytest.mark.parametrize(("name", "old", "new", "place", "said"), REMARKS)
def test_remarks_on_what_is_not_wrong(name: str, old: str, new: str, place: str, said: str) -> None:
    _, mistakes = spoiled(name, old, new)
    found = [each for each in mistakes if each.place == place]
    assert [(said in each.message, each.serious) for each in found] == [(True, False)], mistakes
    assert not [each for each in mistakes if each.serious]


def test_finds_all_mistakes_and_not_only_the_first() -> None:
    text = FILES["liongard"]
    changes = {
        "format = 1": 'format = 1\ncolour = "red"',
        "existing = true": 'existing = "yes"',
        "any = true": "any = 1",
        'name = "edit:tickets"': 'name = "edit:actions"',
        'value = "tenant"': 'value = "tennant"',
        '"GET /Client"': '"GET /Asset"',
    }
    for old, new in changes.items():
        text = text.replace(old, new, 1)
    mistakes = lint_bytes(text.encode(), today=TODAY)
    assert [each.place for each in mistakes] == [
        "colour",
        "step[0].existing",
        "step[1].any",
        "step[2].scope[1].name",
        "step[3].probes[1]",
        "step[4].field[2].value",
    ]
    lines = [each.line or 0 for each in mistakes]
    assert lines == sorted(lines)


def test_a_broken_row_does_not_hide_its_neighbours() -> None:
    text = FILES["liongard"].replace('label = "Tickets Access Level"\n', "", 1)
    text = text.replace('value = "Read Only"', 'value = "Look"', 1)
    places = [each.place for each in lint_bytes(text.encode(), today=TODAY)]
    assert places == ["step[0].permission[0].label", "step[0].permission[1].value"]


def test_what_is_not_toml_has_its_line() -> None:
    (mistake,) = lint_bytes(b'format = 1\nid = "x\n')
    assert (mistake.place, mistake.line, mistake.serious) == ("", 2, True)
    (large,) = lint_bytes(b"#" * 300_000)
    assert (large.line, large.message) == (None, "the file is larger than 64 KiB")


def test_an_empty_file_lacks_all_that_is_required() -> None:
    mistakes = lint_bytes(b"")
    wanted = {"format", "id", "name", "summary", "source", "step"}
    assert {each.place for each in mistakes if each.message == "missing key"} == wanted
    assert len(mistakes) == len(wanted)


def test_a_vendor_without_an_application_can_hand_over_no_secret() -> None:
    text = FILES["zomentum"]
    start, end = text.index('kind = "application"'), text.index('kind = "test"')
    gone = text[:start] + 'kind = "note"\ntitle = "None"\n\n[[step]]\n' + text[end:]
    found = {each.place: each.message for each in lint_bytes(gone.encode(), today=TODAY)}
    assert found["step[2].field[3].value"] == "no step makes an application that would have one"
    assert "step[2].field[0].value" not in found


def test_a_value_that_is_given_too_late() -> None:
    text = FILES["msp-process"]
    start, end = text.index("[[step]]"), text.index('[[step]]\nkind = "agent"')
    later = text[:start] + text[end:] + "\n" + text[start:end]
    found = {each.place: each.message for each in lint_bytes(later.encode(), today=TODAY)}
    assert found["step[2].row[2].value"] == "{tab_url} is given only later"
    again = text[:end] + text[start:end] + text[end:]
    found = {each.place: each.message for each in lint_bytes(again.encode(), today=TODAY)}
    assert found == found | {"step[1].name": "an earlier step gives this name"}


def test_a_role_and_an_agent_that_ask_for_the_same() -> None:
    row = '[[step.permission]]\nsection = "General Permissions"\n'
    row += 'label = "Is a HaloPSA Administrator"\nvalue = "Yes"\n'
    text = FILES["topleft"].replace(
        '[[step]]\nkind = "application"', f'{row}[[step]]\nkind = "application"'
    )
    (mistake,) = lint_bytes(text.encode(), today=TODAY)
    assert mistake.place == "step[1].permission[0]"
    assert mistake.message.endswith("leave one out, or give one an id of its own")
    assert lint_bytes(text.replace(row, f'{row}id = "SA"\n').encode(), today=TODAY) == ()


def test_only_a_built_in_profile_must_be_named_like_its_file(tmp_path: Path) -> None:
    copy = tmp_path / "mine.toml"
    copy.write_text(FILES["liongard"], encoding="utf-8")
    assert lint(copy, today=TODAY) == ()
    assert lint(BUILT_IN / "liongard.toml") == ()


def test_tomorrow_further_east_is_not_the_future() -> None:
    text = FILES["liongard"].encode()
    assert lint_bytes(text, today=dt.date(2026, 11, 21)) == ()
    assert [each.place for each in lint_bytes(text, today=dt.date(2026, 11, 20))] == ["source.seen"]


def test_a_file_that_is_not_there_is_no_profile(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        lint(tmp_path / "none.toml")
    assert caught.value.problem.code == "profile.not_found"

"""The report as HTML: whole, harmless, and readable."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from itertools import pairwise, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.report.hostile import HOSTILE, full_of
from tests.report.outcomes import ENDED, STARTED, failed, finding, outcome, outcomes
from tests.report.reading import Element, read
from wizard.checks.acceptance import Accepted, Weighed, Weight
from wizard.checks.drift import Drift, DriftKind
from wizard.checks.findings import KnownBy, State
from wizard.fleet.outcome import Outcome
from wizard.report.html import as_html, style
from wizard.report.plain import plain
from wizard.report.sheet import Made, Sheet
from wizard.setup.state import Confirmation

MADE = Made(dt.datetime(2026, 11, 22, 7, 30, tzinfo=dt.UTC), "1.2.3")
MARCH = dt.datetime(2026, 3, 1, 9, 0, tzinfo=dt.UTC)
TICKETS = "permission:Tickets Access Level"
LOST = Drift(DriftKind.LOST, TICKETS, State.MISSING, "Read and Modify", "Read Only", MARCH)
TAGS = {
    "html", "head", "meta", "title", "style", "body", "svg", "defs", "symbol", "use", "path",
    "circle", "header", "main", "section", "h1", "h2", "h3", "p", "div", "span", "bdi", "strong",
    "code", "a", "dl", "dt", "dd", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th",
    "td", "details", "summary",
}  # fmt: skip


def page(*many: Outcome, program: str = "1.2.3", made: Made = MADE) -> Element:
    return read(as_html([Sheet(each, program) for each in many], made))


def table(root: Element, caption: str) -> list[list[str]]:
    """Give the rows of the table under this heading or caption, head first."""
    for each in root.all("table"):
        captions = " ".join(one.text for one in each.all("caption"))
        assert each.above is not None
        if caption in (captions, each.above.attributes["aria-label"]):
            return [[cell.text for cell in row.all("th", "td")] for row in each.all("tr")]
    raise AssertionError(f"no table {caption}")


def facts(root: Element) -> dict[str, str]:
    terms = (each for each in root.all("dl") if each.attributes.get("class") == "facts")
    return {
        name.text: value.text
        for each in terms
        for name, value in zip(each.all("dt"), each.all("dd"), strict=True)
    }


def test_one_setup_tells_what_was_asked_found_and_when() -> None:
    missing = finding(
        TICKETS, State.MISSING, found="Read Only", remedy="Set it.", value="Read Only",
        link="https://acme.halopsa.com/config/agents?id=9",
    )  # fmt: skip
    follows = finding("probe:GET /Tickets", State.UNKNOWN, because=TICKETS, known_by=KnownBy.NONE)
    root = page(outcome(finding("token", known_by=KnownBy.PROVEN), missing, follows))
    assert root.all("h1")[0].text == "liongard@acme.halopsa.com"
    assert "Not yet: 1 of 3 is missing, and 1 could not be checked." in root.text
    assert facts(root) == {
        "Integration": "liongard",
        "Guide": "“Integrating with Halo”, Liongard",
        "Address of the guide": "https://docs.liongard.com/docs/halo",
        "Guide read on": "2026-11-20",
        "HaloPSA": "https://acme.halopsa.com",
        "Version of HaloPSA": "2.184.1",
        "Check began": "2026-11-22 06:00:02 UTC (+00:00)",
        "Check ended": "2026-11-22 06:00:09 UTC (+00:00)",
        "Checked with": "Halo Setup Wizard 1.2.3",
    }
    head, first, second = table(root, "Not as the guide asks")
    assert head == ["State", "Requirement", "The guide asks", "HaloPSA has", "Why, and what to do"]
    assert first[:3] == ["Missing", "Tickets Access Level", "Read and Modify"]
    assert first[3] == "Read Only Configured Tx=2 on the agent"
    assert "Set it." in first[4]
    assert "Decided by the rights of the agent" in first[4]
    assert "Never seen in order." in first[4]
    assert second[:2] == ["Unknown", "GET /Tickets"]
    assert "Follows from: Tickets Access Level" in second[4]
    assert len(table(root, "All that was checked: 3 rows")) == 1 + 3 + 3  # head, sections, rows


def test_what_follows_stands_under_its_root_and_a_circle_is_shown() -> None:
    found = [
        finding("a", State.UNKNOWN, because="c"),
        finding("b", State.MISSING),
        finding("c", State.MISSING, because="b"),
        finding("d", State.MISSING, because="e"),
        finding("e", State.MISSING, because="d"),
        finding("f", State.MISSING, because="f"),
        finding("g", State.MISSING, because="gone"),
        finding("h", State.EXCESS, because="b"),
    ]
    root = page(outcome(*found))
    bodies = next(each for each in root.all("table") if len(each.all("tbody")) == 4).all("tbody")
    shown = [[row.all("th")[0].text.split()[0] for row in body.all("tr")] for body in bodies]
    assert shown == [["b", "a", "c", "h"], ["d", "e"], ["f"], ["g"]]


def test_a_chain_of_causes_without_end_is_shown() -> None:
    chain = [finding(f"s:{n}", State.MISSING, because=f"s:{n + 1}") for n in range(500)]
    root = page(outcome(*chain, finding("s:500", State.MISSING)))
    assert len(table(root, "Not as the guide asks")) == 1 + 501


def test_drift_is_told_apart_with_who_accepted_it() -> None:
    word = Accepted(
        requirement=TICKETS, kind=DriftKind.LOST, state=State.MISSING, value="Read Only",
        reason="Agreed by mail", person="Ada", at=MARCH, until=dt.date(2027, 1, 31),
    )  # fmt: skip
    version = Drift(DriftKind.VERSION, None, None, "2.1", "2.2", MARCH)
    missing = finding(TICKETS, State.MISSING, found="Read Only", value="Read Only")
    accepted = Weighed(LOST, Weight.ACCEPTED, word)
    root = page(outcome(missing, drifts=(Weighed(version, Weight.OPEN), accepted)))
    rows = table(root, "Changed since it was last in order")
    assert [row[0] for row in rows[1:]] == ["For information", "Accepted"]
    assert rows[2][1].startswith("Tickets Access Level was “Read and Modify” on")
    assert rows[2][2].startswith("Accepted by Ada until 2027-01-31: Agreed by mail")
    assert "Accepted as it is" in root.text
    assert "Not yet: 1 of 1 is missing. All that is missing is accepted." in root.text
    assert "Changed since 2026-03-01." in root.text
    opened = page(outcome(missing, drifts=(Weighed(LOST, Weight.OPEN),)))
    assert table(opened, "Changed since it was last in order")[1][::2] == [
        "Open",
        "Accepted by nobody.",
    ]
    assert "1 change since it was last in order needs a hand." in opened.text


def test_a_persons_word_has_name_and_date_and_is_never_proof() -> None:
    said = finding("screen:Email/On", State.UNKNOWN, known_by=KnownBy.PERSON, evidence=("seen",))
    word = ("screen:Email/On", Confirmation("Grace", MARCH))
    root = page(outcome(finding("token"), said, confirmed=(word,)))
    assert table(root, "Confirmed by persons")[1] == [
        "On screen:Email/On",
        "Grace",
        "2026-03-01 09:00:00 UTC (+00:00)",
    ]
    row = table(root, "All that was checked: 2 rows")[-1]
    assert row[0] == "Confirmed"
    assert row[4].startswith("Confirmed by Grace on 2026-03-01")
    with pytest.raises(AssertionError):
        table(root, "Not as the guide asks")


def test_what_was_not_checked_says_why() -> None:
    root = page(failed("profile.not_found", guide=None, version=None))
    assert "There is no such profile." in root.text
    assert "profile.not_found" in root.text
    assert facts(root)["Check ended"] == "It was not checked."
    assert facts(root)["Guide"] == "Its title is not known here."
    assert "Nothing is missing" not in root.text


def test_a_fleet_is_rolled_up_with_the_worst_first() -> None:
    gone = failed(setup_id="e", name="z@gone.halopsa.com")
    lacking = outcome(finding("token", State.MISSING), setup_id="b", name="b@b.halopsa.com")
    unclear = outcome(finding("token", State.UNKNOWN), setup_id="c", name="c@c.halopsa.com")
    root = page(outcome(setup_id="a", name="a@a.halopsa.com"), unclear, lacking, gone)
    shown = [each.text for each in root.all("h2")]
    names = ["z@gone.halopsa.com", "b@b.halopsa.com", "c@c.halopsa.com", "a@a.halopsa.com"]
    assert shown == ["Overview", *names, "How to read this report"]
    assert [row[1] for row in table(root, "All setups, the worst first")[1:]] == names
    said = "Of 4 setups: 1 could not be checked, 1 lacks something, 1 has something unknown,"
    assert said in root.text
    assert table(root, "By integration")[1:] == [
        ["z", "1", "–", "–", "–", "–", "1"],
        ["liongard", "–", "1", "1", "–", "1", "3"],
    ]
    assert [row[0] for row in table(root, "By instance")[1:]] == [
        "gone.halopsa.com",
        "acme.halopsa.com",
    ]
    ids = {each.attributes.get("id") for each in root.every()}
    links = [each.attributes["href"] for each in root.all("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= ids


def test_details_are_folded_in_a_fleet_and_open_in_print() -> None:
    assert "open" in page(outcome()).all("details")[0].attributes
    many = page(outcome(), outcome(setup_id="b"))
    assert all("open" not in each.attributes for each in many.all("details"))
    printed = style("report.css").partition("@media print")[2]
    assert "details::details-content { content-visibility: visible; block-size: auto; }" in printed
    assert "thead { display: table-header-group; }" in printed


def test_an_empty_report_and_remarks_say_so() -> None:
    root = page(made=Made(ENDED, "1", ("3 lines were lost.",)))
    assert "There is no setup to report on." in root.text
    assert "3 lines were lost." in root.text


def test_a_practice_instance_is_not_taken_for_a_real_one() -> None:
    one = outcome()
    assert one.report is not None
    assert "not real" not in page(one).text
    for host in ("127.0.0.1:41903", "localhost", "[::1]:80"):
        practised = outcome(name=f"liongard@{host}", report=None, failed=failed().failed)
        assert "it is not real" in page(practised).text


def test_the_page_can_be_read_by_everybody() -> None:
    root = page(outcome(finding("token", State.MISSING)), failed(setup_id="b"))
    assert root.all("html")[0].attributes["lang"] == "en"
    assert len(root.all("h1")) == len(root.all("main")) == len(root.all("title")) == 1
    for each in root.all("table"):
        assert each.all("caption")[0].text
        assert all(head.attributes.get("scope") for head in each.all("th"))
        assert each.all("thead")
        assert each.above is not None
        assert each.above.attributes["aria-label"]  # it can be scrolled, so it has a name
    levels = [int(each.tag[1]) for each in root.all("h1", "h2", "h3")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    marks = [each for each in root.all("span") if "mark" in each.attributes.get("class", "")]
    assert marks
    for each in marks:
        assert each.text  # a word
        assert each.all("use")  # an icon


def test_a_browser_may_load_nothing_and_run_nothing() -> None:
    text = as_html([Sheet(outcome(), "1")], MADE)
    root = read(text)
    metas = [each.attributes for each in root.all("meta")]
    policy = next(each["content"] for each in metas if "http-equiv" in each)
    css = text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in css
    assert "@import" not in css
    names = {name for each in root.every() for name in each.attributes}
    assert not names & {"src", "style", "srcset", "xlink:href", "action"}


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
def test_a_tenants_text_stays_a_text(text: str) -> None:
    root = page(full_of(text), full_of(text, "b"), program=text)
    _assert_harmless(root)
    assert root.all("h2")[1].text == plain(text).strip()


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(outcomes, max_size=3))
def test_any_outcomes_make_a_harmless_page(many: list[Outcome]) -> None:
    _assert_harmless(page(*many))


def _assert_harmless(root: Element) -> None:
    assert {each.tag for each in root.every()} <= TAGS | {""}
    assert len(root.all("style")) == 1
    for each in root.every():
        assert not any(name.startswith("on") for name in each.attributes)
        assert each.attributes.get("href", "#").startswith(("#", "https://", "http://"))


def _schemes() -> dict[str, dict[str, str]]:
    css = style("report.css")
    light, dark, printed = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    found = {}
    for name, text in (("light", light), ("dark", dark), ("print", printed)):
        own = dict(re.findall(r"--(\w+): (#\w{6})", text))
        found[name] = {**found.get("light", {}), **own} if name == "print" else own
    return found


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
def test_colours_can_be_read(scheme: str) -> None:
    colours = _schemes()[scheme]
    texts = colours.keys() - {"ground", "raised", "line"}
    assert {"text", "muted", "link", "met", "missing", "unknown", "excess", "person"} <= texts
    for text, ground in product(texts, ("ground", "raised")):
        assert _contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


def test_print_is_black_on_white() -> None:
    colours = _schemes()["print"]
    assert (colours["text"], colours["ground"], colours["raised"]) == (
        "#000000",
        "#ffffff",
        "#ffffff",
    )


def test_times_are_told_in_utc_whatever_zone_they_came_in() -> None:
    zone = dt.timezone(dt.timedelta(hours=5, minutes=30))
    root = page(outcome(started=STARTED.astimezone(zone)))
    assert facts(root)["Check began"] == "2026-11-22 06:00:02 UTC (+00:00)"


def _contrast(one: str, other: str) -> float:
    dark, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

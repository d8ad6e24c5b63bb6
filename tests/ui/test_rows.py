"""Rows: what is asked joined with what was found."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.fakes import finding
from wizard.checks.findings import Finding, KnownBy, State
from wizard.setup.steps import FillIn, Step, StepKind
from wizard.ui.rows import RowState, by_section, merge, of_finding

NAMES = tuple(f"permission:{letter}" for letter in "abcdef")
STATES = st.sampled_from([None, *State])


def step(kind: StepKind = StepKind.PERMISSIONS) -> Step:
    """Give a step with six rows in two sections."""
    rows = tuple(
        FillIn(name[-1], "Yes", "one" if name < NAMES[3] else "two", requirement=name)
        for name in NAMES
    )
    return Step("permissions", kind, "Title", "Lead", fill_in=rows, requirements=NAMES)


@given(st.lists(STATES, min_size=6, max_size=6), st.sets(st.text(min_size=1, max_size=8)))
def test_every_row_and_every_finding_stands_once(
    states: list[State | None], others: set[str]
) -> None:
    found = [finding(name, state) for name, state in zip(NAMES, states, strict=True) if state]
    extra = [finding(f"scope:{name}", State.EXCESS) for name in others]
    rows = merge(step(), [*found, *extra])
    assert sorted(row.requirement for row in rows) == sorted(
        [*NAMES, *(each.requirement for each in extra)]
    )
    for row in rows:
        known = {each.requirement: each for each in [*found, *extra]}
        assert row.finding == known.get(row.requirement)


@given(st.lists(STATES, min_size=6, max_size=6))
def test_the_order_of_the_guide_stays_whatever_is_found(states: list[State | None]) -> None:
    found = [finding(name, state) for name, state in zip(NAMES, states, strict=True) if state]
    assert [row.requirement for row in merge(step(), found)] == list(NAMES)


def test_what_is_left_ranks_before_what_is_done() -> None:
    ranks = {
        state: of_finding(finding("a", state)).rank
        for state in (State.MISSING, State.UNKNOWN, State.EXCESS, State.MET)
    }
    word = of_finding(finding("a", State.UNKNOWN, known_by=KnownBy.PERSON))
    assert ranks[State.MISSING] == ranks[State.UNKNOWN] == merge(step(), ())[0].rank
    assert ranks[State.UNKNOWN] < ranks[State.EXCESS] < ranks[State.MET] == word.rank


def test_a_word_is_a_state_of_its_own() -> None:
    word = finding("a", State.UNKNOWN, known_by=KnownBy.PERSON)
    assert of_finding(word).state is RowState.CONFIRMED
    assert of_finding(finding("a", State.UNKNOWN)).state is RowState.UNKNOWN


def test_a_screen_can_be_confirmed_before_any_check() -> None:
    rows = merge(step(StepKind.SCREEN), ())
    assert {row.state for row in rows} == {RowState.UNKNOWN}
    assert {row.state for row in merge(step(), ())} == {RowState.UNCHECKED}


def test_a_box_to_tick_is_copied_by_its_name() -> None:
    box = FillIn("read:tickets", "ticked", requirement="scope:read:tickets", tick=True)
    value = FillIn("Login Type", "Agent", requirement="application:login_type")
    plain = Step("s", StepKind.SCOPES, "", "", fill_in=(box, value))
    assert [row.to_copy for row in merge(plain, ())] == ["read:tickets", "Agent"]


def test_a_row_reads_as_text_for_a_ticket() -> None:
    row = of_finding(
        Finding(
            "permission:Tickets Access Level",
            State.MISSING,
            finding("x").layer,
            "Read and Modify",
            "Read Only",
            ("agent 'a' carries Tx = 1",),
            "Set it.",
        )
    )
    assert row.as_text().splitlines() == [
        "Tickets Access Level: missing",
        "  The guide asks: Read and Modify",
        "  Halo has: Read Only",
        "  Seen: agent 'a' carries Tx = 1",
        "  To do: Set it.",
        "  Requirement: permission:Tickets Access Level",
    ]
    assert row.spoken() == (
        "Tickets Access Level: missing, the guide asks Read and Modify, Halo has Read Only"
    )


def test_why_a_row_could_not_be_read_is_no_value_of_halo() -> None:
    unread = of_finding(replace(finding("token", State.UNKNOWN), found="unknown: no answer"))
    assert (unread.has, unread.cause) == ("–", "unknown: no answer")
    looked = replace(unread, finding=replace(unread.finding, known_by=KnownBy.PERSON))
    assert (looked.has, looked.cause) == ("–", "")
    told = replace(unread, finding=replace(unread.finding, value="7"))
    assert told.has == "7"
    low = of_finding(replace(finding("token", State.MISSING), found="Read Only"))
    assert (low.has, low.cause) == ("Read Only", "")


def test_the_rows_of_a_section_stand_together() -> None:
    rows = [of_finding(finding(name)) for name in ("scope:c", "token", "scope:a", "identity")]
    assert [row.requirement for row in by_section(rows)] == [
        "scope:c",
        "scope:a",
        "token",
        "identity",
    ]


def test_what_only_describes_a_value_cannot_be_copied() -> None:
    chosen = FillIn("Teams", "those that you choose", requirement="team:any", described=True)
    (row,) = merge(Step("s", StepKind.TEAMS, "", "", fill_in=(chosen,)), ())
    assert row.to_copy == ""
    assert row.asks == "those that you choose"


def test_a_row_says_who_confirmed_it_and_what_else_it_is_called() -> None:
    item = FillIn("Customers", "Yes", requirement=NAMES[0], aliases=("Clients",))
    said = "confirmed by anna on 2026-11-22"
    word = finding(NAMES[0], State.UNKNOWN, known_by=KnownBy.PERSON, evidence=("seen", said))
    (row,) = merge(Step("s", StepKind.PERMISSIONS, "", "", fill_in=(item,)), [word])
    assert row.word_given == said
    assert row.others == "in other versions: “Clients”"
    assert said in row.said_more
    assert "Clients" in row.said_more
    assert of_finding(finding("a", State.UNKNOWN)).word_given == ""


def test_an_option_of_a_section_stands_in_its_section() -> None:
    rule = FillIn(
        "every option of this section", "Yes", "Configuration", requirement="permission:C/*"
    )
    asked = Step("permissions", StepKind.PERMISSIONS, "", "", fill_in=(rule,))
    rows = merge(asked, [finding("permission:Can Create Dashboards"), finding("scope:all")])
    assert [(row.section, row.label) for row in rows[:2]] == [
        ("Configuration", "every option of this section"),
        ("Configuration", "Can Create Dashboards"),
    ]

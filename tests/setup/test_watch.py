"""When it looks by itself: on a clock that only the test moves."""

from __future__ import annotations

import asyncio
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.setup.fakes import Saved, Told, flow_of
from tests.setup.test_flow import LIONGARD, finding
from wizard.checks.findings import State
from wizard.halo.glance import Room, hinder, refuse
from wizard.halo.limits import Allowance
from wizard.problems import ProblemError, problem
from wizard.setup.looks import Look, watched
from wizard.setup.steps import StepKind
from wizard.setup.watch import Pace, Watch, Why

SHARE, WINDOW = 120, 300.0
SAME = Look(1, Room(0.0, SHARE, WINDOW))
NEWS = replace(SAME, news=True)


class Story:
    """A watch, and a person in front of it, second by second."""

    def __init__(self, cost: int = 1) -> None:
        self.now = 0.0
        self.watch = Watch(self.now)
        self.cost = cost
        self.looks: list[float] = []
        self.sent: list[float] = []

    @property
    def why(self) -> Why:
        return self.watch.plan(self.now).why

    def room(self) -> Room:
        used = sum(at > self.now - WINDOW for at in self.sent)
        return Room(used / SHARE, SHARE, WINDOW)

    def look(self, **changes: object) -> None:
        """Look now, whatever is planned."""
        self.sent += [self.now] * self.cost
        self.looks.append(self.now)
        self.watch.looked(self.now, replace(SAME, cost=self.cost, room=self.room(), **changes))

    def until(self, end: float, **changes: object) -> list[float]:
        """Look whenever it is planned, until `end`; give when that was."""
        begun = len(self.looks)
        while (at := self.watch.plan(self.now).at) is not None and at <= end:
            self.now = at
            if self.watch.plan(at).at == at:
                self.look(**changes)
        self.now = end
        return self.looks[begun:]


def gaps(times: list[float]) -> list[float]:
    return [after - before for before, after in itertools.pairwise(times)]


def test_it_looks_soon_after_the_page_opens_and_then_every_few_seconds():
    looks = Story().until(120)
    assert looks[0] == 1
    assert set(gaps(looks)) == {4}


def test_it_slows_down_where_nothing_changes_and_stops_after_an_hour():
    story = Story()
    paces = [max(gaps(story.until(end)[1:])) for end in (100, 590, 1790, 3590)]
    assert paces == [4, 6, 20, 60]
    assert len(story.until(50_000)) <= 1
    assert story.why is Why.RESTING


def test_what_is_new_makes_it_quick_again():
    story = Story()
    story.until(1700)
    story.look(news=True)
    assert set(gaps(story.until(1800))) == {4}


def test_it_looks_at_once_when_the_person_comes_back():
    story = Story()
    story.until(10_000)
    assert story.why is Why.RESTING
    story.watch.came_back(story.now)
    assert story.watch.plan(story.now).at == story.now
    assert len(story.until(10_100)) > 20


def test_it_does_not_look_twice_in_a_breath_for_somebody_who_comes_and_goes():
    story = Story()
    for _ in range(100):
        story.watch.came_back(story.now)
        story.until(story.now + 0.1)
    assert min(gaps(story.looks)) >= 1


def test_while_somebody_types_it_does_not_look():
    story = Story()
    while story.now < 60:
        story.watch.touched(story.now)
        assert story.until(story.now + 2) == []
    assert story.until(story.now + 2) != []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda watch: setattr(watch, "on", False), Why.OFF),
        (lambda watch: setattr(watch, "visible", False), Why.HIDDEN),
        (lambda watch: setattr(watch, "needed", True), Why.NEEDED),
    ],
)
def test_it_does_not_look_and_says_why(change, why):
    story = Story()
    change(story.watch)
    assert story.until(1000) == []
    assert story.why is why


def test_credentials_that_show_nothing_and_cost_nothing_are_not_tried_again():
    story = Story(cost=0)
    assert len(story.until(1000, blind=True)) == 1
    assert story.why is Why.BLIND
    story.watch.answered(story.now)
    assert len(story.until(story.now + 2)) == 1


def test_what_is_settled_is_looked_at_less_often():
    assert set(gaps(Story().until(100, left=False))) == {20}


def test_trouble_makes_each_rest_longer_until_it_is_over():
    story = Story()
    trouble = gaps(story.until(1000, problem=problem("network.connect")))
    assert trouble[:6] == [8, 16, 32, 64, 120, 120]
    assert story.why is Why.TROUBLE
    story.look()
    assert story.why is Why.WATCHING
    assert max(gaps(story.until(story.now + 60))) <= 20


def test_a_person_who_comes_back_need_not_wait_for_the_end_of_the_trouble():
    story = Story()
    story.until(500, problem=problem("network.connect"))
    story.watch.came_back(story.now)
    assert story.watch.plan(story.now).at == story.now


def test_a_refused_sign_in_is_hardly_tried_again_whoever_comes_back():
    story = Story()
    while story.now < 1000:
        story.watch.came_back(story.now)
        story.until(story.now + 5, refused=True)
    assert gaps(story.looks) == [30, 60, 120, 240, 300]
    assert story.why is Why.REFUSED
    story.watch.answered(story.now)  # another secret was entered
    assert story.watch.plan(story.now).at <= story.now + 1


def test_it_waits_as_long_as_halopsa_asks_even_for_somebody_who_comes_back():
    story = Story()
    story.until(10)
    asked = Room(0.1, SHARE, WINDOW, wait=40, asked=True)
    limited = problem("http.rate_limited", retry_after=40)
    story.watch.looked(story.now, replace(SAME, room=asked, problem=limited))
    story.watch.came_back(story.now)
    assert story.why is Why.ASKED
    assert story.until(49.9) == []
    assert story.until(51) != []


def test_a_check_by_hand_counts_as_a_look_and_ends_what_was_wrong():
    story = Story()
    story.until(100, problem=problem("network.timeout"))
    story.watch.checked(story.now, left=True)
    assert story.why is Why.WATCHING
    assert story.watch.plan(story.now).at == story.now + 4


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), max_size=8), st.integers(1, 25))
def test_looks_keep_clear_of_their_share_without_being_stopped(story, cost):
    """Whatever changes and whenever: a part of the share is left for who comes back."""
    played = Story(cost)
    for pause, news in story:
        played.until(played.now + pause, news=news)
    for at in played.looks:
        count = sum(at - WINDOW < each <= at for each in played.looks) * cost
        assert count <= 0.85 * SHARE + 2 * cost


# -- what a look takes ----------------------------------------------------------------------


def teams(inspector: Told, records: Saved | None = None):
    flow = flow_of(LIONGARD, records or Saved(), inspector=inspector)
    flow.go("teams")
    return flow


class Hindered(Told):
    """Finds what it is told to, and is hindered as it is told to."""

    causes: tuple[str, ...] = ()

    async def inspect(self, *arguments, **options):
        for code in self.causes:
            (refuse if code == "token.invalid_client" else hinder)(problem(code))
        return await super().inspect(*arguments, **options)


def test_a_look_that_found_the_same_writes_nothing_but_keeps_its_time():
    inspector, records = Told(), Saved()
    inspector.findings = (finding("team:any", State.MISSING),)
    flow = teams(inspector, records)
    first = asyncio.run(flow.look())
    assert first.news
    assert first.turned == ()  # nobody had seen the row before
    written, seen = dict(records.rows), flow.state.checked["teams"]
    second = asyncio.run(flow.look())
    assert not second.news
    assert records.rows == written
    assert flow.state.checked["teams"] > seen
    flow.answer("agent_name", "anna")
    kept = records.load("one")
    assert kept is not None
    assert kept.checked == flow.state.checked


def test_what_a_look_finds_is_saved_before_it_counts():
    inspector, records = Told(), Saved()
    inspector.findings = (finding("team:any", State.MISSING),)
    flow = teams(inspector, records)
    asyncio.run(flow.look())
    inspector.findings = (finding("team:any", State.MET),)
    records.full = True
    with pytest.raises(ProblemError):
        asyncio.run(flow.look())
    assert flow.findings("teams")[0].state is State.MISSING
    records.full = False
    look = asyncio.run(flow.look())
    assert [each.requirement for each in look.turned] == ["team:any"]
    kept = records.load("one")
    assert kept is not None
    assert kept.findings["teams"] == inspector.findings
    assert not look.left


def test_one_failed_look_turns_no_row_into_unknown_and_leaves_its_time():
    inspector = Hindered()
    inspector.findings = (finding("team:any", State.MET), finding("team:other", State.MISSING))
    flow = teams(inspector)
    asyncio.run(flow.look())
    before, seen = flow.findings("teams"), flow.state.checked["teams"]
    inspector.findings = (finding("team:any", State.UNKNOWN), finding("team:other", State.MET))
    inspector.causes = ("network.timeout",)
    look = asyncio.run(flow.look())
    assert look.problem == problem("network.timeout")
    assert flow.findings("teams") == (before[0], inspector.findings[1])
    assert flow.state.checked["teams"] == seen
    inspector.causes = ()
    asyncio.run(flow.look())  # perhaps a slip
    assert flow.findings("teams")[0].state is State.MET
    assert flow.state.checked["teams"] == seen
    asyncio.run(flow.look())  # seen clearly twice: it is unknown now
    assert flow.findings("teams")[0].state is State.UNKNOWN
    assert flow.state.checked["teams"] > seen


def test_only_two_looks_in_a_row_that_do_not_see_a_row_count():
    inspector = Told()
    seen, unseen = (finding("team:any", State.MET),), (finding("team:any", State.UNKNOWN),)
    flow = teams(inspector)
    for found in (seen, unseen, seen, unseen, seen):
        inspector.findings = found
        asyncio.run(flow.look())
        assert flow.findings("teams")[0].state is State.MET
    inspector.findings = unseen
    asyncio.run(flow.check())  # who asks by hand gets the answer
    assert flow.findings("teams")[0].state is State.UNKNOWN


def test_a_look_that_cannot_run_changes_nothing():
    inspector = Told()
    inspector.findings = (finding("team:any", State.MET),)
    flow = teams(inspector)
    asyncio.run(flow.look())
    before = flow.state
    inspector.error = ProblemError(problem("address.invalid"))
    look = asyncio.run(flow.look())
    assert look.problem == problem("address.invalid")
    assert flow.state == before


def test_a_failed_look_at_a_fresh_page_leaves_it_fresh():
    inspector = Hindered()
    inspector.findings = (finding("team:any", State.UNKNOWN),)
    inspector.causes = ("http.server_error",)
    flow = teams(inspector)
    assert not asyncio.run(flow.look()).news
    assert flow.findings("teams") == ()
    assert "teams" not in flow.state.checked


def test_a_refused_sign_in_is_news_of_the_row_and_a_warning_to_the_watch():
    inspector = Hindered()
    inspector.findings = (finding("team:any", State.MISSING),)
    inspector.causes = ("token.invalid_client",)
    flow = teams(inspector)
    look = asyncio.run(flow.look())
    assert look.refused
    assert look.problem is None
    assert flow.findings("teams") == inspector.findings


@pytest.mark.parametrize("meanwhile", ["answer", "move"])
def test_an_answer_or_a_move_meanwhile_makes_a_look_void(meanwhile):
    class Slow(Told):
        async def inspect(self, *arguments, **options):
            if meanwhile == "answer":
                flow.answer("agent_name", "somebody else")
            else:
                flow.next()
            return (finding("team:any", State.MISSING),)

    flow = teams(Slow())
    assert not asyncio.run(flow.look()).news
    assert flow.findings("teams") == ()


def test_a_look_goes_by_what_the_page_shows_without_saving_it_as_an_answer():
    inspector = Told()
    flow = flow_of(LIONGARD, Saved(), inspector=inspector)
    flow.go("agent")
    asyncio.run(flow.look())
    (answers, _, _), *_ = inspector.asked
    assert answers["agent_name"] == "Liongard"
    assert "agent_name" not in flow.state.answers


def test_credentials_that_show_nothing_are_told_from_rows_that_are_missing():
    inspector = Told()
    inspector.findings = (finding("team:any", State.UNKNOWN),)
    flow = teams(inspector)
    assert asyncio.run(flow.look()).blind
    inspector.findings = (finding("team:any", State.MISSING),)
    look = asyncio.run(flow.look())
    assert not look.blind
    assert look.left
    inspector.error = ProblemError(problem("not_yet.credentials"))
    look = asyncio.run(flow.look())
    assert look.blind
    assert flow.findings("teams") == inspector.findings


def test_only_steps_are_watched_that_a_save_in_halo_can_change():
    flow = flow_of(LIONGARD, Saved())
    flow.answer("connection", "admin")
    kinds = {step.kind for step in flow.steps if watched(step, flow.state)}
    assert kinds == {
        StepKind.ADMIN_APPLICATION, StepKind.AGENT, StepKind.PERMISSIONS, StepKind.TEAMS,
        StepKind.CREDENTIALS, StepKind.SCOPES,
    }  # fmt: skip


def test_the_share_leaves_room_for_a_person_and_for_the_integrations():
    allowed = Allowance()
    assert allowed.live < allowed.requests / 2
    assert allowed.kept >= 100
    assert allowed.requests - allowed.kept >= allowed.live
    assert Pace().rests[0][1] < 10


@pytest.mark.parametrize("code", ["sign_in.needed", "sign_in.again"])
def test_the_end_of_a_sign_in_takes_nothing_back_and_stops_the_looks(code):
    inspector = Hindered()
    inspector.findings = (finding("team:any", State.MET),)
    flow = teams(inspector)
    asyncio.run(flow.look())
    inspector.findings = (finding("team:any", State.UNKNOWN),)
    inspector.causes = (code,)
    look = asyncio.run(flow.look())
    assert flow.findings("teams")[0].state is State.MET
    story = Story(cost=0)
    story.look(blind=look.blind, problem=look.problem)
    assert story.until(1000) == []
    assert story.why is Why.BLIND

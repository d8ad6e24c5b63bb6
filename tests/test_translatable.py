"""Whatever the layers below the window say can be said in another language, and means the same."""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Iterator

import pytest

from tests.checks.scenes import scenes
from tests.end_to_end.walks import Held
from tests.marked import marked, slipped_through, strings
from tests.profiles.paths import GUIDES
from tests.profiles.test_general import ALL_OF_IT
from wizard.app.walk import Walk, walk
from wizard.checks.findings import Finding, Report
from wizard.checks.judge import judge
from wizard.practice.scenarios import SCENARIOS
from wizard.problems import Problem, known_codes, problem
from wizard.profiles.catalog import Catalog
from wizard.profiles.loader import load_profile, parse_profile
from wizard.profiles.requirements import requirements
from wizard.profiles.schema import Profile
from wizard.setup.plan import plan
from wizard.setup.standing import standing
from wizard.setup.steps import Step
from wizard.store.secrets import SessionKeychain

LIONGARD = Catalog().get("liongard")


def said_of(finding: Finding) -> tuple[str, ...]:
    return (finding.wanted, finding.found, *finding.evidence, finding.remedy)


def meaning_of(finding: Finding) -> tuple[object, ...]:
    return (
        finding.requirement,
        finding.state,
        finding.layer,
        finding.known_by,
        finding.because,
        finding.value,
        finding.link,
        len(finding.evidence),
        bool(finding.remedy),
    )


def values_of(profile: Profile) -> set[str]:
    return {*strings(profile), *(each.id for each in requirements(profile))}


def test_a_text_that_nobody_translates_is_seen():
    with marked():
        said = [problem("network.dns").happened, "⟦no agent: ⟨not found at all⟩⟧", "By hand."]
        assert slipped_through(said, ()) == {"not found at all", "By hand."}


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_every_problem_is_told_in_the_language_of_the_day(code: str):
    made_before = problem(code)
    with marked():
        for each in (made_before, problem(code)):
            assert isinstance(each, Problem)
            assert slipped_through([each.happened, each.remedy], ()) == set()
    assert "⟦" not in f"{made_before}{made_before.remedy}"


def test_every_rule_speaks_the_language_and_judges_as_in_english():
    told = set()
    in_english = list(scenes())
    with marked():
        in_marks = list(scenes())
        for (title, profile, seen, subject), (_, _, also_seen, _) in zip(
            in_english, in_marks, strict=True
        ):
            values = {*values_of(profile), *strings(seen), *strings(subject)}
            findings = judge(profile, subject, also_seen)
            for finding in findings:
                assert slipped_through(said_of(finding), values) == set(), (title, finding)
            told.add((title, tuple(map(meaning_of, findings))))
    for title, profile, seen, subject in in_english:
        assert (title, tuple(map(meaning_of, judge(profile, subject, seen)))) in told


def guides() -> Iterator[Profile]:
    yield from Catalog().all()
    yield parse_profile(ALL_OF_IT.encode())
    yield from map(load_profile, sorted(GUIDES.glob("*.toml")))


ANSWERS = (
    {},
    {"connection": "own", "agent_name": "Robin"},
    {"connection": "sign_in", "other_host": "https://auth.example"},
)


@pytest.mark.parametrize("profile", list(guides()), ids=lambda profile: profile.id)
@pytest.mark.parametrize("answers", ANSWERS)
def test_every_step_speaks_the_language(profile: Profile, answers: dict[str, str]):
    values = {*values_of(profile), *answers.values()}
    with marked():
        for step in plan(profile, answers):
            assert slipped_through(shown(step), values) == set(), step.id
    assert "⟦" not in "".join(shown(plan(profile, answers)[0]))


def shown(step: Step) -> Iterator[str]:
    """Give what a person sees of a step; its ids, kinds and links are for the program."""
    yield from (step.title, step.lead, *step.instructions, step.warning, step.remark, *step.menu)
    for row in step.fill_in:
        yield from (row.label, row.value, row.section, row.note)
    for field in step.inputs:
        yield from (field.label, field.hint)
        for choice in field.choices:
            yield from (choice.label, choice.text)


def walked(
    scenario: str, breaks: Collection[str]
) -> tuple[Report, list[tuple[Finding, ...]], set[str]]:
    """Give the proof, what each step found, and every string of the practice instance."""
    steps: list[tuple[Finding, ...]] = []
    route = Walk(LIONGARD, SCENARIOS[scenario], breaks)
    going = walk(route, SessionKeychain(), Held(), lambda _, findings: steps.append(findings))
    report, instance = asyncio.run(going)
    return report, steps, set(strings(instance.world.state))


@pytest.mark.parametrize(
    ("scenario", "breaks"),
    [
        ("easy", ()),
        ("easy", ("scope:edit:tickets", "permission:Tickets Access Level", "team:any")),
        ("own-blind-refused", ("token",)),
    ],
)
def test_a_check_speaks_the_language_and_ends_as_in_english(scenario: str, breaks: Collection[str]):
    english, english_steps, _ = walked(scenario, breaks)
    with marked():
        report, steps, in_halo = walked(scenario, breaks)
        values = {*values_of(LIONGARD), *in_halo}
        for finding in (*report.findings, *(each for step in steps for each in step)):
            assert slipped_through(said_of(finding), values) == set(), finding
    assert report.exit_code() == english.exit_code()
    assert [bare(each) for each in report.findings] == [bare(each) for each in english.findings]
    # What was found in one language stands as it stood when it is read in another.
    assert [standing(each, seen=True) for each in steps] == [
        standing(each, seen=True) for each in english_steps
    ]


def bare(finding: Finding) -> tuple[object, ...]:
    """Give what a finding means, without the link: each practice instance has a port of its own."""
    return tuple(each for each in meaning_of(finding) if each != finding.link)

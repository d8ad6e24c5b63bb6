"""What is still left to do of a vendor's form."""

from __future__ import annotations

import pytest

from tests.setup.fakes import Saved, Told, flow_of
from wizard.halo.records import Instance
from wizard.profiles.catalog import Catalog
from wizard.profiles.schema import Form, HandOverField, Hosting, Value
from wizard.secret import Secret
from wizard.setup.flow import Flow
from wizard.setup.hand_over import items, left_in, part_of
from wizard.setup.standing import Standing, StepState
from wizard.setup.steps import Step

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def at_own_domain(profile: str) -> Flow:
    """Open a setup for an instance under a domain of its own."""
    inspector = Told()
    web = "https://help.example.com"
    inspector.instance = Instance(web, f"{web}/api", f"{web}/auth", None, discovered=True)
    flow = flow_of(Catalog().get(profile), Saved(), inspector=inspector)
    flow.answer("address", web)
    await flow.check()
    return flow


def hand_over(flow: Flow) -> Step:
    return next(step for step in flow.steps if step.id == "hand_over")


async def test_a_field_that_is_empty_counts_as_left() -> None:
    flow = await at_own_domain("perimeters")
    step = hand_over(flow)
    assert flow.standing(step) == Standing(StepState.TODO, 3)  # nobody was there yet
    flow.go("hand_over")
    flow.next()
    assert flow.standing(step) == Standing(StepState.LEFT, 3)
    assert left_in(flow.profile, flow.state) == 3
    flow.answer("client_id", "8f1f2a39")
    await flow.keep_secret("client_secret", Secret("s"), memory_only=True)
    assert flow.standing(step) == Standing(StepState.LEFT, 1)
    flow.answer("hand_over:Namespace", "acme")
    assert flow.standing(step) == Standing(StepState.DONE)
    flow.answer("hand_over:Namespace", " ")
    assert flow.standing(step) == Standing(StepState.LEFT, 1)


async def test_a_tenant_that_is_not_there_is_not_left() -> None:
    flow = await at_own_domain("liongard")
    flow.answer("client_id", "8f1f2a39")
    await flow.keep_secret("client_secret", Secret("s"), memory_only=True)
    assert left_in(flow.profile, flow.state) == 0


@pytest.mark.parametrize(
    ("hosting", "form", "note"),
    [
        (Hosting.ANY, Form.AS_SHOWN, "Ask us."),
        (Hosting.HOSTED, Form.AS_SHOWN, "Only where Halo hosts the instance. Ask us."),
        (Hosting.ANY, Form.WITHOUT_API, "Without /api at its end. Ask us."),
        (
            Hosting.ON_PREMISE,
            Form.HOST,
            "Only for an instance on your own servers. The host name only. Ask us.",
        ),
    ],
)
async def test_the_form_that_is_wanted_is_said(hosting: Hosting, form: Form, note: str) -> None:
    flow = await at_own_domain("perimeters")
    part = part_of(flow.profile, flow.steps, hand_over(flow))
    field = HandOverField(label="Key", value=Value.FREE, form=form, hosting=hosting, note="Ask us.")
    (item,) = items(flow.profile, type(part)(where="there", fields=(field,)), {})
    assert item.note == note
    assert item.needed == (hosting is Hosting.ANY)
    assert item.ask == "hand_over:Key"

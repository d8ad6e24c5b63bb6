"""The text to send to an administrator: all that they need, and nothing secret."""

from __future__ import annotations

import asyncio

import pytest

from tests.setup.fakes import Saved, flow_of
from wizard.profiles.catalog import Catalog
from wizard.secret import Secret
from wizard.setup.flow import SECRET_INPUTS
from wizard.setup.request import can_be_asked, request_text
from wizard.setup.steps import InputKind

CATALOG = Catalog()
LINK = "https://acme.halopsa.com/config/x"


def steps():
    for name in CATALOG.ids():
        for connection in ("sign_in", "admin"):
            flow = flow_of(CATALOG.get(name), Saved())
            flow.answer("connection", connection)
            flow.answer("web", "https://acme.halopsa.com")
            flow.answer("agent_name", "bot")
            for step in flow.steps:
                if can_be_asked(step):
                    yield pytest.param(flow, step, id=f"{name}-{connection}-{step.id}")


@pytest.mark.parametrize(("flow", "step"), list(steps()))
def test_it_says_what_why_where_each_row_and_what_to_send_back(flow, step):
    text = request_text(step, flow.profile, flow.state.answers, LINK)
    own = step.id in ("sign_in", "admin_application")
    title = "Create the API application Halo Setup Wizard" if own else step.title
    assert f"What: {title}\n" in text
    assert flow.profile.name in text
    assert "https://acme.halopsa.com." in text
    assert " > ".join(step.menu) in text
    assert LINK in text.splitlines()
    for row in step.fill_in:
        assert f"- {row.label}: {row.value}" in text
    if not step.fill_in and not step.inputs:
        assert all(line in text for line in step.instructions)
    for each in step.inputs:
        if each.kind is InputKind.TEXT:
            assert each.label in text.partition("send me back:")[2]
    has_secret = any(each.kind is InputKind.SECRET for each in step.inputs)
    assert ("never by mail or chat" in text) is has_secret
    assert not {"here", "here."} & set(text.split())  # the reader sees another window


def test_no_secret_is_in_it():
    flow = flow_of(CATALOG.get("liongard"), Saved())
    for name in SECRET_INPUTS:
        asyncio.run(flow.keep_secret(name, Secret(f"very-secret-{name}")))
    for connection in ("sign_in", "admin"):
        flow.answer("connection", connection)
        for step in flow.steps:
            assert "very-secret" not in request_text(step, flow.profile, flow.state.answers, None)


def test_without_an_address_it_still_reads_well():
    flow = flow_of(CATALOG.get("liongard"), Saved())
    step = next(each for each in flow.steps if each.id == "permissions")
    text = request_text(step, flow.profile, {}, None)
    assert "HaloPSA.\n\nWhat:" in text
    assert "None" not in text
    assert "\n\n\n" not in text


def test_what_is_done_in_the_window_alone_is_asked_of_nobody():
    flow = flow_of(CATALOG.get("liongard"), Saved())
    alone = {step.id for step in flow.steps if not can_be_asked(step)}
    assert {"connection", "proof", "hand_over", "done"} <= alone
    assert not alone & {"sign_in", "agent", "permissions", "teams", "application", "scopes"}

"""Fills in an application's Details tab as a guide writes it, or on purpose otherwise."""

from __future__ import annotations

from collections.abc import Collection

from wizard.practice.model import Agent, Application, LoginType, Method
from wizard.practice.seed import catalogue
from wizard.profiles.schema import ApplicationStep


def filled_in(
    step: ApplicationStep, name: str, agent: Agent, breaks: Collection[str]
) -> Application:
    """Give the page to save; a field named in `breaks` gets another value than the guide's.

    An Authentication Method that the practice instance does not offer stays at the first one.
    """
    wrong = {each.removeprefix("application:") for each in breaks}
    method = next((each for each in Method if each == step.authentication_method), Method.SERVICES)
    by_agent = (step.login_type == LoginType.AGENT) != ("login_type" in wrong)
    customer = int(str(catalogue().lists["/client"][0]["id"]))
    return Application(
        id="",
        client_id="",
        name=f"{name} (old)" if "name" in wrong else name,
        method=Method.NATIVE if "authentication_method" in wrong else method,
        login_type=LoginType.AGENT if by_agent else LoginType.USER,
        agent_id=agent.id if by_agent else None,
        customer_id=None if by_agent else customer,
        active=step.active != ("active" in wrong),
    )

"""What the wizard's own steps say. What a guide says stands in its profile."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.halo.probes import probe_table
from wizard.profiles.requirements import ProbeRequirement, requirements
from wizard.profiles.schema import Profile

NAME_FREE = "the guide leaves the name to you"

KEEP_OPEN = (
    "Keep this page of HaloPSA open until the wizard has the secret: it is shown only until the"
    " application is saved, and never again."
)

INSTANCE = (
    "Open HaloPSA in your browser and copy its web address from the address bar.",
    "Paste it here and choose Find.",
    "Compare what the wizard finds with API Details in HaloPSA, then choose Next.",
)
PRACTICE = (
    "This HaloPSA is a practice instance: nothing in it is real. On each page “Do it for me” does"
    " your part in it; here it enters the address."
)

AS_API_DETAILS = "If API Details in HaloPSA shows another form of it, copy that."
TRUST_TEXT = "It is the Authorisation Server that API Details shows."
DISTRUST_TEXT = "The wizard cannot check anything then: every row needs the token."

ADMIN_LABEL = "An administrator's API application (recommended)"
ADMIN_TEXT = (
    "You create a small, read-only application for the wizard once. With it every row of agent,"
    " role, teams and application can be checked while you work."
)
OWN_LABEL = "Only the integration's own credentials"

ADMIN_APPLICATION = (
    "In HaloPSA open the menu path above and choose New.",
    "Fill in the rows listed below. The Client ID and Secret appear when you choose the method.",
    "Copy both into Client ID and Client Secret here, then choose Save in HaloPSA.",
    "Compare the Client ID once more, and correct it here: it can change at the first Save.",
    "On the Permissions tab choose Edit, tick the permissions listed below, and Save.",
)
ROLE = (
    "Choose New, enter the name and Save: the Permissions tab opens only after that.",
    "On the Permissions tab choose Edit, set the rows below, and Save.",
)
EXISTING_ROLE = (
    "Open the role, select the Permissions tab and compare it with the rows below.",
    "Choose Edit only where something is missing, and Save.",
)
AGENT = (
    "Choose New and fill in the fields below.",
    "Save. The other tabs open only after that.",
)
PERMISSIONS = (
    "Open the agent and select the Permissions tab.",
    "Choose Edit and set the rows below.",
    "Save.",
)
TEAMS = (
    "Open the agent, select the Departments & Teams tab and choose Edit.",
    "Under Teams choose Add, select the teams, and Save.",
    "Save the agent as well.",
)
APPLICATION = (
    "Choose New and fill in the fields below.",
    "When the Client ID and Secret appear, go on here before you save.",
)
CREDENTIALS = (
    "On the page that is still open in HaloPSA, copy the Client ID and the Client Secret into the"
    " fields here. If it is closed, open the application and generate a new secret.",
    "Then choose Save in HaloPSA.",
    "Compare the Client ID with HaloPSA once more and correct it here if it changed.",
    "Choose Check now: this proves the pair of id and secret. Permissions come next.",
)
SCOPES = (
    "On the application select the Permissions tab and choose Edit.",
    "Tick the permissions below, and Save.",
)
DONE = (
    "Check it again at any time from Home or with halo-setup check.",
    "Nothing secret is in the saved setup; the secret stays in the keychain.",
)


def own_text(vendor: str) -> str:
    """Say what it means to look through the integration's own credentials only."""
    return (
        f"Nothing else is created in HaloPSA. Until {vendor}'s own application exists, the wizard"
        " can check nothing, and some rows will stay unknown until you confirm them."
    )


def role_lead(name: str, *, existing: bool) -> str:
    """Say what the role step is for."""
    if existing:
        return f"{name} is a role that Halo already has. See that it has these permissions."
    return f"Create a role called {name} and set its permissions."


def agent_lead(vendor: str, *, existing: bool) -> str:
    """Say what the agent step is for."""
    if existing:
        return f"{vendor} acts as this agent. Create one for it, or name an existing one."
    return f"{vendor} acts as this agent."


def count(number: int, thing: str) -> str:
    """Give "1 permission" or "3 permissions"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def admin_scopes(profile: Profile) -> Iterator[tuple[str, str]]:
    """Give the permissions of the wizard's own application, each with its reason.

    Least privilege: teams, the application list, and the read permissions of what the profile
    proves, so that an empty list can be told from one that the agent may not see.
    """
    yield "all:teams", "to see teams"
    yield "admin", "to see the application's settings"
    specs = (
        probe_table().get(each.path)
        for each in requirements(profile)
        if isinstance(each, ProbeRequirement)
    )
    wanted = {spec.scope for spec in specs if spec is not None}
    for name in sorted(each for each in wanted if each.startswith("read:")):
        yield name, "to tell an empty list from a hidden one"

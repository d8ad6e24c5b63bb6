"""What the wizard's own steps say. What a guide says stands in its profile.

The constants are marked here and translated when a step is made of them, by `tr` or `told`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from wizard.halo.probes import probe_table
from wizard.language import mark, plural, tr
from wizard.profiles.requirements import ProbeRequirement, requirements
from wizard.profiles.schema import Profile

NAME_FREE = mark("the guide leaves the name to you")

KEEP_OPEN = mark(
    "Keep this page of HaloPSA open until the wizard has the secret: it is shown only until the"
    " application is saved, and never again."
)

INSTANCE = (
    mark("Open HaloPSA in your browser and copy its web address from the address bar."),
    mark("Paste it here and choose Find."),
    mark("Compare what the wizard finds with API Details in HaloPSA, then choose Next."),
)
PRACTICE = mark(
    "This HaloPSA is a practice instance: nothing in it is real. On each page “Do it for me” does"
    " your part in it; here it enters the address."
)

AS_API_DETAILS = mark("If API Details in HaloPSA shows another form of it, copy that.")
TRUST_TEXT = mark("It is the Authorisation Server that API Details shows.")
DISTRUST_TEXT = mark("The wizard cannot check anything then: every row needs the token.")

SIGN_IN_LABEL = mark("Your own sign-in with the browser (recommended)")
SIGN_IN_TEXT = mark(
    "You sign in to HaloPSA as always. The wizard sees what you may see, and never your password."
    " It needs a small application of its own in HaloPSA, made once."
)
ADMIN_LABEL = mark("An administrator's API application")
ADMIN_TEXT = mark(
    "You create a small, read-only application for the wizard once. With it every row of agent,"
    " role, teams and application can be checked while you work."
)
OWN_LABEL = mark("Only the integration's own credentials")

SIGN_IN = (
    mark("In HaloPSA open the menu path above and choose New."),
    mark("Fill in the rows listed below. The Redirect URI must be the same to the letter."),
    mark("If HaloPSA shows a Client Secret, copy it here now: after Save it is not shown again."),
    mark("Choose Save in HaloPSA, then copy the Client ID here: it can change at the first Save."),
    mark("On the Permissions tab choose Edit, tick the permissions listed below, and Save."),
)
SIGN_IN_SECRET = mark("Only if HaloPSA asks for one; the native method has none.")
ADMIN_APPLICATION = (
    mark("In HaloPSA open the menu path above and choose New."),
    mark(
        "Fill in the rows listed below. The Client ID and Secret appear when you choose the method."
    ),
    mark("Copy both into Client ID and Client Secret here, then choose Save in HaloPSA."),
    mark("Compare the Client ID once more, and correct it here: it can change at the first Save."),
    mark("On the Permissions tab choose Edit, tick the permissions listed below, and Save."),
)
ROLE = (
    mark("Choose New, enter the name and Save: the Permissions tab opens only after that."),
    mark("On the Permissions tab choose Edit, set the rows below, and Save."),
)
EXISTING_ROLE = (
    mark("Open the role, select the Permissions tab and compare it with the rows below."),
    mark("Choose Edit only where something is missing, and Save."),
)
AGENT = (
    mark("Choose New and fill in the fields below."),
    mark("Save. The other tabs open only after that."),
)
PERMISSIONS = (
    mark("Open the agent and select the Permissions tab."),
    mark("Choose Edit and set the rows below."),
    mark("Save."),
)
TEAMS = (
    mark("Open the agent, select the Departments & Teams tab and choose Edit."),
    mark("Under Teams choose Add, select the teams, and Save."),
    mark("Save the agent as well."),
)
APPLICATION = (
    mark("Choose New and fill in the fields below."),
    mark("When the Client ID and Secret appear, go on here before you save."),
)
CREDENTIALS = (
    mark(
        "On the page that is still open in HaloPSA, copy the Client ID and the Client Secret into"
        " the fields here. If it is closed, open the application and generate a new secret."
    ),
    mark("Then choose Save in HaloPSA."),
    mark("Compare the Client ID with HaloPSA once more and correct it here if it changed."),
    mark(
        "The wizard tests the pair as soon as it has both, and again when you check. Permissions"
        " come next."
    ),
)
SCOPES = (
    mark("On the application select the Permissions tab and choose Edit."),
    mark("Tick the permissions below, and Save."),
)
DONE = (
    mark("Check it again at any time from Home or with halo-setup check."),
    mark("Nothing secret is in the saved setup; the secret stays in the keychain."),
)


def told(texts: Iterable[str]) -> tuple[str, ...]:
    """Give marked texts in the program's language."""
    return tuple(tr(text) for text in texts)


def own_text(vendor: str) -> str:
    """Say what it means to look through the integration's own credentials only."""
    return tr(
        "Nothing else is created in HaloPSA. Until {vendor}'s own application exists, the wizard"
        " can check nothing, and some rows will stay unknown until you confirm them.",
        vendor=vendor,
    )


def role_lead(name: str, *, existing: bool) -> str:
    """Say what the role step is for."""
    if existing:
        return tr(
            "{role} is a role that Halo already has. See that it has these permissions.", role=name
        )
    return tr("Create a role called {role} and set its permissions.", role=name)


def agent_lead(vendor: str, *, existing: bool) -> str:
    """Say what the agent step is for."""
    if existing:
        return tr(
            "{vendor} acts as this agent. Create one for it, or name an existing one.",
            vendor=vendor,
        )
    return tr("{vendor} acts as this agent.", vendor=vendor)


def permissions_lead(vendor: str, number: int) -> str:
    """Say how many permissions of the agent the guide asks for."""
    return plural(
        number,
        mark("{vendor} asks for {number} permission."),
        mark("{vendor} asks for {number} permissions."),
        vendor=vendor,
    )


def scopes_lead(vendor: str, number: int) -> str:
    """Say how many permissions of the application the guide asks for."""
    return plural(
        number,
        mark("{vendor} asks for {number} permission of the application."),
        mark("{vendor} asks for {number} permissions of the application."),
        vendor=vendor,
    )


def sentences(*parts: str | None) -> str:
    """Give the parts that say something, one after the other; "" for none."""
    return reduce(
        lambda before, after: tr("{before}. {after}", before=before, after=after),
        [part for part in parts if part] or [""],
    )


def admin_scopes(profile: Profile) -> Iterator[tuple[str, str]]:
    """Give the permissions of the wizard's own application, each with its reason.

    Least privilege: teams, the application list, and the read permissions of what the profile
    proves, so that an empty list can be told from one that the agent may not see.
    """
    yield "all:teams", tr("to see teams")
    yield "admin", tr("to see the application's settings")
    specs = (
        probe_table().get(each.path)
        for each in requirements(profile)
        if isinstance(each, ProbeRequirement)
    )
    wanted = {spec.scope for spec in specs if spec is not None}
    for name in sorted(each for each in wanted if each.startswith("read:")):
        yield name, tr("to tell an empty list from a hidden one")

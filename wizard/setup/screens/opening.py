"""The wizard's own screens: the instance, how it may look, its own application, the end."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.halo.redirect import PORTS, redirect_uri
from wizard.language import tr
from wizard.setup import words
from wizard.setup.discovered import TRUST
from wizard.setup.screens.draft import API, APPLICATIONS, Draft
from wizard.setup.sign_in import CLIENT_ID, CLIENT_SECRET, PORT, port_of
from wizard.setup.steps import Choice, FillIn, Input, InputKind, Step, StepKind

SIGN_IN = "sign_in"


def opening(draft: Draft) -> Iterator[Step]:
    """Give the screens before the guide's own."""
    yield _instance(draft)
    yield _connection(draft)
    through = draft.answers.get("connection", SIGN_IN)
    if through == SIGN_IN:
        yield _sign_in(draft)
    elif through == "admin":
        yield _admin_application(draft)


def done(draft: Draft) -> Step:
    """Give the last screen."""
    return Step(
        "done",
        StepKind.DONE,
        tr("Done"),
        tr("The setup for {vendor} is saved on this workstation.", vendor=draft.profile.name),
        instructions=words.told(words.DONE),
    )


def _instance(draft: Draft) -> Step:
    return Step(
        "instance",
        StepKind.INSTANCE,
        tr("Find your HaloPSA"),
        tr("Enter its web address; the wizard finds the rest."),
        instructions=words.told(words.INSTANCE),
        menu=API,
        link="api",
        inputs=(
            Input(
                "address",
                tr("Web address"),
                hint=tr("As you open it in the browser."),
                placeholder="https://acme.halopsa.com",
            ),
            Input(
                "tenant",
                "Tenant",
                hint=tr("Only if API Details shows one and the wizard does not find it."),
                required=False,
            ),
            *([other_host(server)] if (server := draft.answers.get("other_host")) else []),
        ),
    )


def _connection(draft: Draft) -> Step:
    return Step(
        "connection",
        StepKind.CONNECTION,
        tr("Choose how the wizard may look"),
        tr("It only reads. More sight means fewer rows that you must confirm yourself."),
        inputs=(
            Input(
                "connection",
                tr("The wizard looks through"),
                InputKind.CHOICE,
                default=SIGN_IN,
                choices=(
                    Choice(SIGN_IN, tr(words.SIGN_IN_LABEL), tr(words.SIGN_IN_TEXT)),
                    Choice("admin", tr(words.ADMIN_LABEL), tr(words.ADMIN_TEXT)),
                    Choice("own", tr(words.OWN_LABEL), words.own_text(draft.profile.name)),
                ),
            ),
        ),
    )


def other_host(server: str) -> Input:
    """Ask before a secret goes to an authorisation server on another host than the instance."""
    return Input(
        TRUST,
        tr("This instance signs in on another host"),
        InputKind.CHOICE,
        hint=tr("Compare it with Authorisation Server under API Details."),
        choices=(
            Choice(
                "yes",
                tr("Yes, send the secret to {server}", server=server),
                tr(words.TRUST_TEXT),
            ),
            Choice("no", tr("No, do not sign in there"), tr(words.DISTRUST_TEXT)),
        ),
    )


def _sign_in(draft: Draft) -> Step:
    """Give the screen of the wizard's own application for sign-ins (halo-api.md §2.1, C L)."""
    rows = [
        FillIn("Application Name", "Halo Setup Wizard"),
        FillIn("Authentication Method", "Authorisation Code (Native Application)"),
        FillIn("Redirect URI", redirect_uri(port_of(draft.answers))),
        FillIn("Allow Agent Logins", tr("ticked"), tick=True),
        *_permissions(draft),
    ]
    return Step(
        "sign_in",
        StepKind.SIGN_IN,
        tr("Sign in to HaloPSA"),
        tr(
            "Make one application for the wizard, once per instance. Then sign in with the browser."
        ),
        instructions=words.told(words.SIGN_IN),
        menu=APPLICATIONS,
        link="applications",
        fill_in=tuple(rows),
        inputs=(
            Input(CLIENT_ID, "Client ID", hint=tr("Of the application Halo Setup Wizard.")),
            Input(
                CLIENT_SECRET,
                "Client Secret",
                InputKind.SECRET,
                hint=tr(words.SIGN_IN_SECRET),
                required=False,
            ),
            Input(
                PORT,
                tr("Port on this computer"),
                InputKind.CHOICE,
                hint=tr("Another one only if the wizard says that a program uses it."),
                default=f"{PORTS[0]}",
                choices=tuple(Choice(f"{port}", f"{port}", redirect_uri(port)) for port in PORTS),
            ),
        ),
        requirements=(
            "connection:sign-in",
            "connection:agents",
            "connection:roles",
            "connection:applications",
        ),
    )


def _permissions(draft: Draft) -> Iterator[FillIn]:
    """Give the boxes of the Permissions tab of the wizard's own application."""
    for name, note in words.admin_scopes(draft.profile):
        yield FillIn(name, tr("ticked"), section=tr("Permissions tab"), note=note, tick=True)


def _admin_application(draft: Draft) -> Step:
    rows = [
        FillIn("Application Name", "Halo Setup Wizard"),
        FillIn("Authentication Method", "Client ID and Secret (Services)"),
        FillIn("Login Type", "Agent"),
        FillIn("Agent to log in as", tr("an agent who is an administrator"), described=True),
        *_permissions(draft),
    ]
    return Step(
        "admin_application",
        StepKind.ADMIN_APPLICATION,
        tr("Let the wizard look"),
        tr("Create one API application for the wizard. You need it once per instance."),
        instructions=words.told(words.ADMIN_APPLICATION),
        warning=tr(words.KEEP_OPEN),
        menu=APPLICATIONS,
        link="applications",
        fill_in=tuple(rows),
        inputs=(
            Input("admin_client_id", "Client ID", hint=tr("Of the application Halo Setup Wizard.")),
            Input("admin_client_secret", "Client Secret", InputKind.SECRET),
        ),
        requirements=("connection:sign-in", "connection:agents", "connection:applications"),
    )

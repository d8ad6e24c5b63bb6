"""The wizard's own screens: the instance, how it may look, its own application, the end."""

from __future__ import annotations

from collections.abc import Iterator

from wizard.setup import words
from wizard.setup.screens.draft import API, APPLICATIONS, Draft
from wizard.setup.steps import Choice, FillIn, Input, InputKind, Step, StepKind


def opening(draft: Draft) -> Iterator[Step]:
    """Give the screens before the guide's own."""
    yield _instance(draft)
    yield _connection(draft)
    if draft.answers.get("connection", "admin") == "admin":
        yield _admin_application(draft)


def done(draft: Draft) -> Step:
    """Give the last screen."""
    return Step(
        "done",
        StepKind.DONE,
        "Done",
        f"The setup for {draft.profile.name} is saved on this workstation.",
        instructions=words.DONE,
    )


def _instance(draft: Draft) -> Step:
    return Step(
        "instance",
        StepKind.INSTANCE,
        "Find your HaloPSA",
        "Enter its web address; the wizard finds the rest.",
        instructions=words.INSTANCE,
        menu=API,
        link="api",
        inputs=(
            Input(
                "address",
                "Web address",
                hint="As you open it in the browser.",
                placeholder="https://acme.halopsa.com",
            ),
            Input(
                "tenant",
                "Tenant",
                hint="Only if API Details shows one and the wizard does not find it.",
                required=False,
            ),
            *_other_host(draft),
        ),
    )


def _connection(draft: Draft) -> Step:
    return Step(
        "connection",
        StepKind.CONNECTION,
        "Choose how the wizard may look",
        "It only reads. More sight means fewer rows that you must confirm yourself.",
        inputs=(
            Input(
                "connection",
                "The wizard looks through",
                InputKind.CHOICE,
                default="admin",
                choices=(
                    Choice("admin", words.ADMIN_LABEL, words.ADMIN_TEXT),
                    Choice("own", words.OWN_LABEL, words.own_text(draft.profile.name)),
                ),
            ),
        ),
    )


def _other_host(draft: Draft) -> Iterator[Input]:
    """Ask before a secret goes to an authorisation server on another host than the instance."""
    server = draft.answers.get("other_host")
    if server:
        yield Input(
            "trust_other_host",
            "This instance signs in on another host",
            InputKind.CHOICE,
            hint="Compare it with Authorisation Server under API Details.",
            choices=(
                Choice("yes", f"Yes, send the secret to {server}", words.TRUST_TEXT),
                Choice("no", "No, do not sign in there", words.DISTRUST_TEXT),
            ),
        )


def _admin_application(draft: Draft) -> Step:
    rows = [
        FillIn("Application Name", "Halo Setup Wizard"),
        FillIn("Authentication Method", "Client ID and Secret (Services)"),
        FillIn("Login Type", "Agent"),
        FillIn("Agent to log in as", "an agent who is an administrator"),
    ]
    rows += [
        FillIn(name, "ticked", section="Permissions tab", note=note)
        for name, note in words.admin_scopes(draft.profile)
    ]
    return Step(
        "admin_application",
        StepKind.ADMIN_APPLICATION,
        "Let the wizard look",
        "Create one API application for the wizard. You need it once per instance.",
        instructions=words.ADMIN_APPLICATION,
        warning=words.KEEP_OPEN,
        menu=APPLICATIONS,
        link="applications",
        fill_in=tuple(rows),
        inputs=(
            Input("admin_client_id", "Client ID", hint="Of the application Halo Setup Wizard."),
            Input("admin_client_secret", "Client Secret", InputKind.SECRET),
        ),
        requirements=("connection:sign-in", "connection:agents", "connection:applications"),
    )

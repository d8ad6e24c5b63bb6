"""One page for each kind of step."""

from __future__ import annotations

from wizard.setup.steps import Step, StepKind
from wizard.ui.pages.base import Context, StepPage
from wizard.ui.pages.credentials import CredentialsPage
from wizard.ui.pages.done import DonePage
from wizard.ui.pages.hand_over import HandOverPage
from wizard.ui.pages.instance import InstancePage
from wizard.ui.pages.proof import ProofPage
from wizard.ui.pages.sign_in import SignInPage

_SPECIAL: dict[StepKind, type[StepPage]] = {
    StepKind.INSTANCE: InstancePage,
    StepKind.SIGN_IN: SignInPage,
    StepKind.CREDENTIALS: CredentialsPage,
    StepKind.ADMIN_APPLICATION: CredentialsPage,
    StepKind.PROOF: ProofPage,
    StepKind.HAND_OVER: HandOverPage,
    StepKind.DONE: DonePage,
}


def page_for(context: Context, step: Step) -> StepPage:
    """Build the page of a step; most kinds need nothing but the generic one."""
    return _SPECIAL.get(step.kind, StepPage)(context, step)

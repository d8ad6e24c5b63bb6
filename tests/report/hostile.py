"""Texts that a tenant could send to do harm, and what may not be in any report."""

from __future__ import annotations

from dataclasses import replace

from tests.report.outcomes import STARTED, finding, outcome
from wizard.checks.acceptance import Accepted, Weighed, Weight
from wizard.checks.drift import Drift, DriftKind
from wizard.checks.findings import KnownBy, State
from wizard.fleet.outcome import Outcome
from wizard.profiles.schema import Source
from wizard.secret import Secret
from wizard.setup.state import Confirmation

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "{{7*7}}{% raw %}${7*7}",
    "</td></tr></table></style><style>*{display:none}",
    "<!-- ]]> &lt;b&gt; &#x202e;",
    "javascript:alert(1)",
    "invoice\u202egnp.exe \u2066\u200b\ufeff",
    "\x00\x1b[31mred\x07\x85\u2028\uffff\ue000\ud800",
    "A" * 10_000,
    "a" + "\u0301" * 400,
    "שלום عالم 世界 👩‍👩‍👧",
    "{name} %s %(x)s \\N{DIGIT ONE}",
    "",
)
SECRET = Secret("kX9-planted-Zq27")
LOOKS = "0f8fad5b-d9cb-469f-a165-70867728950e-7c9e6679-7425-40de-944b-e07fc1f90ae7"
JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N"
PLANTED = f"{SECRET.reveal()} and {LOOKS} and {JWT} and client_secret=hunter2hunter2"


def full_of(text: str, setup_id: str = "a") -> Outcome:
    """Give an outcome with this text in every place where a text can be."""
    missing = finding(
        f"permission:{text}", State.MISSING, wanted=text, found=text, evidence=(text, text),
        remedy=text, link=f"https://acme.halopsa.com/{text}", value=text,
    )  # fmt: skip
    unknown = replace(missing, requirement=f"scope:{text}", state=State.UNKNOWN, link=text)
    follows = replace(missing, requirement=f"probe:{text}", because=missing.requirement)
    said = replace(unknown, requirement=text, known_by=KnownBy.PERSON)
    drift = Drift(DriftKind.LOST, missing.requirement, State.MISSING, text, text, STARTED)
    accepted = Accepted(
        requirement=text, kind=DriftKind.LOST, state=None, value=text, reason=text, person=text,
        at=STARTED, until=STARTED.date(),
    )  # fmt: skip
    one = outcome(
        missing,
        unknown,
        follows,
        said,
        finding("token", found=text),
        setup_id=setup_id,
        name=text,
        version=text,
        guide=Source(title=text, publisher=text, seen=STARTED.date(), address=text),
        drifts=(Weighed(drift, Weight.EXPIRED, accepted),),
        confirmed=((text, Confirmation(text, STARTED)),),
    )
    assert one.report is not None
    return replace(one, report=replace(one.report, profile=text, instance=text))

"""What can go wrong, as code + layer + remedy, with the prose in one catalog.

Every error that a person may see is a `Problem`. Code raises `ProblemError`; the window and the
command line print the same three things from it: what happened, what to do, and the code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Layer(StrEnum):
    """Where a call or a step was decided. A finding uses the first five (contract: a finding)."""

    INSTANCE = "instance"
    APPLICATION = "application"
    AGENT = "agent"
    VISIBILITY = "visibility"
    TOKEN = "token"
    WORKSTATION = "workstation"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that went wrong, in words a technician can act on.

    `code` is stable (`token.invalid_client`); `detail` is raw, already redacted evidence such as
    an HTTP status; `retry_after` is in seconds where the server gave it.
    """

    code: str
    layer: Layer
    happened: str
    remedy: str
    detail: str = ""
    retry_after: float | None = None

    def __str__(self) -> str:
        return f"{self.happened} [{self.code}]"


class ProblemError(Exception):
    """Carries a `Problem` to whoever can show it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


_I, _T, _W = Layer.INSTANCE, Layer.TOKEN, Layer.WORKSTATION

# code: (layer, what happened, what to do)
_CATALOG: dict[str, tuple[Layer, str, str]] = {
    "address.empty": (_I, "No address was given.", "Enter the web address of HaloPSA."),
    "address.invalid": (
        _I,
        "This is not a web address.",
        "Copy the address from the browser in which HaloPSA is open.",
    ),
    "address.insecure": (
        _I,
        "The address starts with http://, so the secret would travel unencrypted.",
        "Use the https:// address of HaloPSA.",
    ),
    "network.dns": (
        _I,
        "The name of the instance is not known to the network.",
        "Check the spelling of the address and the network connection.",
    ),
    "network.connect": (
        _I,
        "The instance could not be reached.",
        "Check the address, the network connection and any proxy, then check again.",
    ),
    "network.tls": (
        _I,
        "The instance's certificate is not trusted.",
        "Check the address. If a proxy inspects traffic, its certificate belongs in the system's"
        " trust store.",
    ),
    "network.handshake": (
        _I,
        "No encrypted connection could be made with the instance.",
        "Check the address and its port. A proxy or firewall between may also break TLS.",
    ),
    "network.timeout": (
        _I,
        "The instance did not answer in time.",
        "Wait a moment and check again.",
    ),
    "network.broken": (
        _I,
        "The connection broke before the answer was complete.",
        "Check again. If it happens every time, look at the proxy or firewall between.",
    ),
    "http.redirected": (
        _I,
        "The instance sent the request on to another host; nothing secret was sent there.",
        "Enter the address that HaloPSA shows as Resource Server under API Details.",
    ),
    "http.rate_limited": (
        _I,
        "HaloPSA refuses more requests for now (429).",
        "Wait until the rolling window has passed (up to 5 minutes), then check again.",
    ),
    "http.unauthorised": (
        _T,
        "HaloPSA refused the token for this request (401).",
        "Check the application's permissions and the rights of the agent it logs in as.",
    ),
    "http.forbidden": (
        Layer.AGENT,
        "HaloPSA refused this request (403).",
        "Check the application's permissions and the rights of the agent it logs in as.",
    ),
    "http.not_found": (
        _I,
        "HaloPSA has no such page (404).",
        "This instance may lack the feature, or the address may be wrong.",
    ),
    "http.bad_request": (
        _I,
        "HaloPSA refused the request as invalid (400).",
        "Read HaloPSA's own message in the details.",
    ),
    "http.server_error": (
        _I,
        "HaloPSA or the gateway in front of it failed.",
        "Wait a moment and check again.",
    ),
    "http.not_json": (
        _I,
        "The answer was not the API's JSON but something else, perhaps a web page.",
        "Check the address: it must be HaloPSA's own, and no sign-in page may stand in front of"
        " its API.",
    ),
    "http.unexpected": (
        _I,
        "HaloPSA answered in a way this program does not know.",
        "Check again. If it stays, report the code and the details.",
    ),
    "http.too_large": (
        _I,
        "The answer was larger than any that is expected, and was not read.",
        "Check the address, then check again.",
    ),
    "budget.exhausted": (
        _I,
        "The request budget for this instance is used up for now.",
        "Wait until the rolling window has passed, then check again.",
    ),
    "token.invalid_client": (
        _T,
        "HaloPSA does not accept this client id and secret (invalid_client).",
        "Compare the Client ID with the saved application (it can change at the first Save). "
        "Check that the application is active. If the secret is lost, generate a new one.",
    ),
    "token.invalid_scope": (
        Layer.APPLICATION,
        "HaloPSA refused the list of permissions that was asked for (invalid_scope).",
        "Tick the missing permissions on the application's Permissions tab and save.",
    ),
    "token.unauthorised_client": (
        Layer.APPLICATION,
        "The application may not sign in this way (unauthorized_client).",
        "Set Authentication Method to Client ID and Secret (Services) and save.",
    ),
    "token.server_error": (
        _I,
        "The sign-in failed inside HaloPSA (500). A wrong tenant does this.",
        "Compare the tenant with the one under Configuration > Integrations > HaloPSA API.",
    ),
    "token.unexpected": (
        _T,
        "HaloPSA's sign-in answered in a way this program does not know.",
        "Check the Authorisation Server under API Details, then check again.",
    ),
    "auth_server.other_host": (
        _I,
        "The authorisation server is on another host than the instance.",
        "Confirm that this host is the one shown under API Details before a secret is sent to it.",
    ),
    "not_yet.credentials": (
        _T,
        "The client id and secret are not known yet.",
        "Go on; this is checked as soon as the wizard has them.",
    ),
    "not_yet.administrator": (
        _I,
        "This can only be seen through an administrator's connection.",
        "Look in HaloPSA and confirm it by hand, or connect an administrator's API application.",
    ),
    "agent.not_named": (
        Layer.AGENT,
        "Which agent the application should log in as is not known.",
        "Name the agent (--agent NAME).",
    ),
    "agent.not_found": (
        Layer.AGENT,
        "No agent has this name.",
        "Compare the name with the one in HaloPSA.",
    ),
    "agent.others_hidden": (
        Layer.AGENT,
        "HaloPSA shows the administrator's connection no agent but its own.",
        "Let it log in as an administrator who is in a team, or look in HaloPSA by hand.",
    ),
    "agent.ambiguous": (
        Layer.AGENT,
        "More than one agent has this name, so it is not known which one counts.",
        "Give the agent a name of its own in HaloPSA.",
    ),
    "keychain.missing": (
        _W,
        "This workstation has no keychain that the program can use.",
        "Unlock or install one (on Linux: GNOME Keyring or KWallet), or hold the secret for this"
        " session only.",
    ),
    "keychain.locked": (
        _W,
        "The keychain is locked.",
        "Unlock it and try again, or hold the secret for this session only.",
    ),
    "keychain.failed": (
        _W,
        "The keychain did not take or give the secret.",
        "Try again, or hold the secret for this session only.",
    ),
    "keychain.too_long": (
        _W,
        "The secret is longer than the keychain can hold.",
        "Check that only the secret was pasted.",
    ),
    "records.unwritable": (
        _W,
        "The setup could not be saved.",
        "Check that the disk is not full and that the folder may be written, then try again.",
    ),
    "records.unreadable": (
        _W,
        "The saved setups could not be read.",
        "Check that the file and its folder may be read by this user, then try again.",
    ),
    "records.secret": (
        _W,
        "This looks like a secret in a field that is saved, so nothing was saved.",
        "Remove it there and enter the secret only in the field that asks for it.",
    ),
    "records.newer": (
        _W,
        "The saved setups were written by a newer version of this program.",
        "Install the newest version. Nothing was changed.",
    ),
    "records.damaged": (
        _W,
        "The file with the saved setups is damaged.",
        "It was left as it is. Move it away to start afresh, or restore it from a backup.",
    ),
    "profile.invalid": (
        _W,
        "The profile has mistakes and was not loaded.",
        "Run halo-setup profiles lint on it and mend what it names.",
    ),
    "profile.not_found": (
        _W,
        "There is no such profile.",
        "Run halo-setup profiles list, or give the path of a .toml file.",
    ),
    "practice.port_taken": (
        _W,
        "The practice instance's port is in use.",
        "Close the other practice run, or choose another port.",
    ),
    "practice.damaged": (
        _W,
        "The practice instance's file is damaged.",
        "Delete the file to start practising afresh; nothing real is in it.",
    ),
    "practice.unwritable": (
        _W,
        "The practice instance could not save what was changed.",
        "Check that the disk is not full and that the folder may be written, then try again.",
    ),
    "display.missing": (
        _W,
        "There is no display to open a window on.",
        "Run it in a desktop session, or use halo-setup walk and halo-setup check here.",
    ),
    "internal": (
        _W,
        "Something went wrong inside this program.",
        "Nothing was lost. Try again; if it stays, report the code and the details.",
    ),
}


def problem(
    code: str, detail: str = "", *, layer: Layer | None = None, retry_after: float | None = None
) -> Problem:
    """Build the problem with this code from the catalog.

    `layer` replaces the catalog's where the caller knows better. Raises KeyError for a code that
    is not in the catalog: a programming error, caught by a test.
    """
    usual, happened, remedy = _CATALOG[code]
    return Problem(code, layer or usual, happened, remedy, detail, retry_after)


def known_codes() -> frozenset[str]:
    """Give every code of the catalog."""
    return frozenset(_CATALOG)

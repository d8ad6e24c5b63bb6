"""What can go wrong, as code + layer + remedy, with the prose in one catalog.

Every error that a person may see is a `Problem`. Code raises `ProblemError`; the window and the
command line print the same three things from it: what happened, what to do, and the code.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from wizard.language import mark, tr


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
    an HTTP status; `retry_after` is in seconds where the server gave it. The words are taken when
    they are shown, since some problems are made before the program knows its language.
    """

    code: str
    layer: Layer
    detail: str = ""
    retry_after: float | None = None

    @property
    def happened(self) -> str:
        """What happened, as a sentence."""
        return tr(_CATALOG[self.code][1])

    @property
    def remedy(self) -> str:
        """What to do, as one or two sentences."""
        if self.code in _ASKS_TO_WAIT and self.retry_after is not None:
            return tr(
                "HaloPSA can be asked again in {time}; the check did not wait that long. Check"
                " again then.",
                time=_span(self.retry_after),
            )
        return tr(_CATALOG[self.code][2])

    def __str__(self) -> str:
        return f"{self.happened} [{self.code}]"


_ASKS_TO_WAIT = frozenset({"http.rate_limited", "budget.exhausted"})


def _span(seconds: float) -> str:
    """Give a time to wait, never less than it is."""
    if seconds <= 90:
        return tr("{number} s", number=math.ceil(seconds))
    return tr("{number} min", number=math.ceil(seconds / 60))


class ProblemError(Exception):
    """Carries a `Problem` to whoever can show it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


_I, _T, _W = Layer.INSTANCE, Layer.TOKEN, Layer.WORKSTATION

# code: (layer, what happened, what to do), the words marked here and translated when shown
_CATALOG: dict[str, tuple[Layer, str, str]] = {
    "address.empty": (_I, mark("No address was given."), mark("Enter the web address of HaloPSA.")),
    "address.invalid": (
        _I,
        mark("This is not a web address."),
        mark("Copy the address from the browser in which HaloPSA is open."),
    ),
    "address.insecure": (
        _I,
        mark("The address starts with http://, so the secret would travel unencrypted."),
        mark("Use the https:// address of HaloPSA."),
    ),
    "network.dns": (
        _I,
        mark("The name of the instance is not known to the network."),
        mark("Check the spelling of the address and the network connection."),
    ),
    "network.connect": (
        _I,
        mark("The instance could not be reached."),
        mark("Check the address, the network connection and any proxy, then check again."),
    ),
    "network.tls": (
        _I,
        mark("The instance's certificate is not trusted."),
        mark(
            "Check the address. If a proxy inspects traffic, its certificate belongs in the"
            " system's trust store."
        ),
    ),
    "network.handshake": (
        _I,
        mark("No encrypted connection could be made with the instance."),
        mark("Check the address and its port. A proxy or firewall between may also break TLS."),
    ),
    "network.timeout": (
        _I,
        mark("The instance did not answer in time."),
        mark("Wait a moment and check again."),
    ),
    "network.broken": (
        _I,
        mark("The connection broke before the answer was complete."),
        mark("Check again. If it happens every time, look at the proxy or firewall between."),
    ),
    "http.redirected": (
        _I,
        mark("The instance sent the request on to another host; nothing secret was sent there."),
        mark("Enter the address that HaloPSA shows as Resource Server under API Details."),
    ),
    "http.rate_limited": (
        _I,
        mark("HaloPSA refuses more requests for now (429)."),
        mark("Wait until the rolling window has passed (up to 5 minutes), then check again."),
    ),
    "http.unauthorised": (
        _T,
        mark("HaloPSA refused the token for this request (401)."),
        mark("Check the application's permissions and the rights of the agent it logs in as."),
    ),
    "http.forbidden": (
        Layer.AGENT,
        mark("HaloPSA refused this request (403)."),
        mark("Check the application's permissions and the rights of the agent it logs in as."),
    ),
    "http.not_found": (
        _I,
        mark("HaloPSA has no such page (404)."),
        mark("This instance may lack the feature, or the address may be wrong."),
    ),
    "http.bad_request": (
        _I,
        mark("HaloPSA refused the request as invalid (400)."),
        mark("Read HaloPSA's own message in the details."),
    ),
    "http.server_error": (
        _I,
        mark("HaloPSA or the gateway in front of it failed."),
        mark("Wait a moment and check again."),
    ),
    "http.not_json": (
        _I,
        mark("The answer was not the API's JSON but something else, perhaps a web page."),
        mark(
            "Check the address: it must be HaloPSA's own, and no sign-in page may stand in front of"
            " its API."
        ),
    ),
    "http.unexpected": (
        _I,
        mark("HaloPSA answered in a way this program does not know."),
        mark("Check again. If it stays, report the code and the details."),
    ),
    "http.too_large": (
        _I,
        mark("The answer was larger than any that is expected, and was not read."),
        mark("Check the address, then check again."),
    ),
    "budget.exhausted": (
        _I,
        mark("The request budget for this instance is used up for now."),
        mark("Wait until the rolling window has passed, then check again."),
    ),
    "token.invalid_client": (
        _T,
        mark("HaloPSA does not accept this client id and secret (invalid_client)."),
        mark(
            "Compare the Client ID with the saved application (it can change at the first Save). "
            "Check that the application is active. If the secret is lost, generate a new one."
        ),
    ),
    "token.invalid_scope": (
        Layer.APPLICATION,
        mark("HaloPSA refused the list of permissions that was asked for (invalid_scope)."),
        mark("Tick the missing permissions on the application's Permissions tab and save."),
    ),
    "token.unauthorised_client": (
        Layer.APPLICATION,
        mark("The application may not sign in this way (unauthorized_client)."),
        mark("Set Authentication Method to Client ID and Secret (Services) and save."),
    ),
    "token.invalid_grant": (
        _T,
        mark("HaloPSA does not accept this sign-in any more (invalid_grant)."),
        mark("Sign in with the browser again."),
    ),
    "token.server_error": (
        _I,
        mark("The sign-in failed inside HaloPSA (500). A wrong tenant does this."),
        mark("Compare the tenant with the one under Configuration > Integrations > HaloPSA API."),
    ),
    "token.unexpected": (
        _T,
        mark("HaloPSA's sign-in answered in a way this program does not know."),
        mark("Check the Authorisation Server under API Details, then check again."),
    ),
    "sign_in.needed": (
        _T,
        mark("Nobody is signed in to HaloPSA with the browser."),
        mark("Go to Sign in and choose Sign in with the browser."),
    ),
    "sign_in.again": (
        _T,
        mark("The sign-in to HaloPSA has ended."),
        mark("Sign in again: go to Sign in and choose Sign in with the browser."),
    ),
    "sign_in.lacks_right": (
        Layer.AGENT,
        mark("The person signed in may not see this in HaloPSA."),
        mark(
            "An administrator of HaloPSA has to do this step. Choose Ask an administrator for a"
            " text to send, or sign in as an administrator."
        ),
    ),
    "sign_in.port_taken": (
        _W,
        mark("Another program uses the port at which the wizard waits for the browser."),
        mark(
            "Choose another port on the page, put the new Redirect URI into the application and"
            " save it, then sign in again. Or close the other program."
        ),
    ),
    "sign_in.no_answer": (
        _W,
        mark("The browser did not come back from HaloPSA in time."),
        mark(
            "Sign in again. If HaloPSA shows an error in the browser, compare Client ID and"
            " Redirect URI with the application."
        ),
    ),
    "sign_in.cancelled": (
        _W,
        mark("The sign-in was cancelled."),
        mark("Close the tab in the browser, and sign in again when you like."),
    ),
    "sign_in.wrong_state": (
        _W,
        mark(
            "The browser brought an answer that does not belong to this sign-in; it was not used."
        ),
        mark("Close older sign-in tabs and sign in again."),
    ),
    "sign_in.refused": (
        _T,
        mark("HaloPSA says that the sign-in was refused (access_denied)."),
        mark(
            "Sign in again and choose Allow. If nobody refused, see that Allow Agent Logins is"
            " ticked on the application."
        ),
    ),
    "sign_in.invalid_scope": (
        Layer.APPLICATION,
        mark("HaloPSA refused the permissions that the wizard asks for (invalid_scope)."),
        mark(
            "Tick the permissions of this step on the application's Permissions tab, save, and"
            " sign in again."
        ),
    ),
    "sign_in.wrong_method": (
        Layer.APPLICATION,
        mark("The application may not sign people in (unauthorized_client)."),
        mark(
            "Set Authentication Method to Authorisation Code (Native Application), save, and sign"
            " in again."
        ),
    ),
    "sign_in.failed": (
        _T,
        mark("HaloPSA sent the browser back without a sign-in."),
        mark(
            "Read HaloPSA's own message in the details, compare the application with this step,"
            " and sign in again."
        ),
    ),
    "sign_in.not_renewable": (
        _T,
        mark("HaloPSA gave nothing with which this sign-in could be kept."),
        mark("You are signed in for now. Sign in again when HaloPSA asks for it."),
    ),
    "sign_in.secret_needed": (
        _T,
        mark("HaloPSA wants this application's secret as well (invalid_client)."),
        mark(
            "Copy the Client Secret from the application (or generate a new one) into Client"
            " Secret, and sign in again. If HaloPSA shows no secret, compare the Client ID."
        ),
    ),
    "auth_server.other_host": (
        _I,
        mark("The authorisation server is on another host than the instance."),
        mark(
            "Confirm that this host is the one shown under API Details before a secret is sent to"
            " it."
        ),
    ),
    "not_yet.credentials": (
        _T,
        mark("The client id and secret are not known yet."),
        mark("Go on; this is checked as soon as the wizard has them."),
    ),
    "not_yet.administrator": (
        _I,
        mark("This can only be seen through an administrator's connection."),
        mark(
            "Look in HaloPSA and confirm it by hand, or connect an administrator's API application."
        ),
    ),
    "agent.not_named": (
        Layer.AGENT,
        mark("Which agent the application should log in as is not known."),
        mark("Name the agent (--agent NAME)."),
    ),
    "agent.not_found": (
        Layer.AGENT,
        mark("No agent has this name."),
        mark("Compare the name with the one in HaloPSA."),
    ),
    "agent.others_hidden": (
        Layer.AGENT,
        mark("HaloPSA shows the administrator's connection no agent but its own."),
        mark("Let it log in as an administrator who is in a team, or look in HaloPSA by hand."),
    ),
    "agent.ambiguous": (
        Layer.AGENT,
        mark("More than one agent has this name, so it is not known which one counts."),
        mark("Give the agent a name of its own in HaloPSA."),
    ),
    "keychain.missing": (
        _W,
        mark("This workstation has no keychain that the program can use."),
        mark(
            "Unlock or install one (on Linux: GNOME Keyring or KWallet), or hold the secret for"
            " this session only."
        ),
    ),
    "keychain.locked": (
        _W,
        mark("The keychain is locked."),
        mark("Unlock it and try again, or hold the secret for this session only."),
    ),
    "keychain.failed": (
        _W,
        mark("The keychain did not take or give the secret."),
        mark("Try again, or hold the secret for this session only."),
    ),
    "keychain.too_long": (
        _W,
        mark("The secret is longer than the keychain can hold."),
        mark("Check that only the secret was pasted."),
    ),
    "keychain.gone": (
        _W,
        mark("The secret is no longer in the keychain."),
        mark("Enter it again at Id and secret. If it is lost, generate a new one in HaloPSA."),
    ),
    "secret.session_over": (
        _W,
        mark("The secret was held for an earlier session only."),
        mark("Open the setup and enter it again on its step."),
    ),
    "secret.not_in_file": (
        _W,
        mark("This setup was imported, and a secret is never part of the file."),
        mark("Open the setup and enter the secret on its step. Who exported the setup has it."),
    ),
    "secret.not_given": (
        _W,
        mark("No secret was given for this setup."),
        mark("Set the variable that is named with it, or put the secret into the keychain."),
    ),
    "removal.keychain": (
        _W,
        mark("The keychain did not let go of the secret, so nothing was removed."),
        mark("Unlock the keychain and remove the setup again, or remove its record only."),
    ),
    "removal.records": (
        _W,
        mark("The record of the setup could not be removed, so nothing was."),
        mark("Check that the folder may be written and that the disk is not full, then try again."),
    ),
    "records.unwritable": (
        _W,
        mark("The setup could not be saved."),
        mark("Check that the disk is not full and that the folder may be written, then try again."),
    ),
    "records.unreadable": (
        _W,
        mark("The saved setups could not be read."),
        # Even to read, SQLite wants room for its index beside the file.
        mark("Check that you may read the file and that the disk is not full, then try again."),
    ),
    "records.secret": (
        _W,
        mark("This looks like a secret in a field that is saved, so nothing was saved."),
        mark("Remove it there and enter the secret only in the field that asks for it."),
    ),
    "records.newer": (
        _W,
        mark("The saved setups were written by a newer version of this program."),
        mark("Install the newest version. Nothing was changed."),
    ),
    "records.damaged": (
        _W,
        mark("The file with the saved setups is damaged."),
        mark("It was left as it is. Move it away to start afresh, or restore it from a backup."),
    ),
    "exchange.unreadable": (
        _W,
        mark("The file with the setups could not be read."),
        mark("Check that it is there and may be read by this user, then try again."),
    ),
    "exchange.unwritable": (
        _W,
        mark("The file with the setups could not be written."),
        mark("Check that the disk is not full and that the folder may be written, then try again."),
    ),
    "exchange.too_large": (
        _W,
        mark("The file is larger than any with setups, and was not read."),
        mark("Check that it is a file that was made by Export."),
    ),
    "exchange.newer": (
        _W,
        mark("The file was written by a newer version of this program."),
        mark("Install the newest version, then import it again. Nothing was changed."),
    ),
    "exchange.invalid": (
        _W,
        mark("This is no file with setups, or it was changed by hand."),
        mark("Export the setups once more, then import that file. Nothing was changed."),
    ),
    "exchange.practice": (
        _W,
        mark("The file holds a setup of a practice instance, which does not go with real ones."),
        mark("Export the setups once more without it, then import that file."),
    ),
    "schedule.none": (
        _W,
        mark("This workstation has no scheduler that the program knows."),
        mark("On Linux it is systemd or cron. Or let another scheduler run halo-setup recheck."),
    ),
    "schedule.refused": (
        _W,
        mark("The system's scheduler refused."),
        mark("Read its own message in the details. What was planned before is still there."),
    ),
    "schedule.unwritable": (
        _W,
        mark("The schedule could not be written; the files are as they were."),
        mark("Check that the disk is not full and that the folder may be written, then try again."),
    ),
    "schedule.path": (
        _W,
        mark("The program or its files are in a folder whose name no scheduler can hold."),
        mark("Move them to a folder without control characters in its name, then try again."),
    ),
    "history.unwritable": (
        _W,
        mark("The history could not be saved; what was saved before is still there."),
        mark("Check that the disk is not full and that the file may be written, then check again."),
    ),
    "history.no_setup": (
        _W,
        mark("The setup was removed meanwhile, so nothing of it was kept."),
        mark("Set it up again if it is still needed."),
    ),
    "acceptance.incomplete": (
        _W,
        mark("A change is accepted with a reason and a name."),
        mark("Write why it may stay so, and who says so."),
    ),
    "acceptance.past": (
        _W,
        mark("The day until which the change is accepted has passed."),
        mark("Choose today or a later day."),
    ),
    "acceptance.news": (
        _W,
        mark("This change needs nobody's acceptance: it is told once."),
        mark("Nothing is to be done about it."),
    ),
    "profile.invalid": (
        _W,
        mark("The profile has mistakes and was not loaded."),
        mark("Run halo-setup profiles lint on it and mend what it names."),
    ),
    "profile.not_found": (
        _W,
        mark("There is no such profile."),
        mark("Run halo-setup profiles list, or give the path of a .toml file."),
    ),
    "profile.taken": (
        _W,
        mark("A built-in profile has the same id, and is not the same."),
        mark("Give the file an id of its own, then open it again."),
    ),
    "profile.unkept": (
        _W,
        mark("The profile could not be kept on this workstation."),
        mark(
            "Check that the disk is not full and that the folder may be written, then open it"
            " again."
        ),
    ),
    "profile.used": (
        _W,
        mark("A saved setup uses this profile, so it was not removed."),
        mark("Remove the setup first, then the profile."),
    ),
    "profile.unremoved": (
        _W,
        mark("The profile could not be removed from this workstation, so it stays."),
        mark("Check that the folder may be written, then remove it again."),
    ),
    "practice.port_taken": (
        _W,
        mark("The practice instance's port is in use."),
        mark("Close the other practice run, or choose another port."),
    ),
    "practice.damaged": (
        _W,
        mark("The practice instance's file is damaged."),
        mark("Delete the file to start practising afresh; nothing real is in it."),
    ),
    "practice.unwritable": (
        _W,
        mark("The practice instance could not save what was changed."),
        mark("Check that the disk is not full and that the folder may be written, then try again."),
    ),
    "display.missing": (
        _W,
        mark("There is no display to open a window on."),
        mark("Run it in a desktop session, or use halo-setup walk and halo-setup check here."),
    ),
    "report.unchecked": (
        _W,
        mark("The setup was not checked yet, so nothing is known of it."),
        mark("Check it, then make the report again."),
    ),
    "report.unwritable": (
        _W,
        mark("The report could not be saved; a file that was there before is as it was."),
        mark("Check that the folder may be written and that the disk is not full, then try again."),
    ),
    "report.pdf": (
        _W,
        mark("This workstation lacks what makes a PDF."),
        mark("Save the report as HTML, and print that to a PDF from a browser."),
    ),
    "report.line": (
        _W,
        mark("This line is no result of a re-check."),
        mark("Give files that halo-setup recheck --json wrote."),
    ),
    "internal": (
        _W,
        mark("Something went wrong inside this program."),
        mark("Nothing was lost. Try again; if it stays, report the code and the details."),
    ),
}


def problem(
    code: str, detail: str = "", *, layer: Layer | None = None, retry_after: float | None = None
) -> Problem:
    """Build the problem with this code from the catalog.

    `layer` replaces the catalog's where the caller knows better. Raises KeyError for a code that
    is not in the catalog: a programming error, caught by a test.
    """
    usual, _, _ = _CATALOG[code]
    return Problem(code, layer or usual, detail, retry_after)


def known_codes() -> frozenset[str]:
    """Give every code of the catalog."""
    return frozenset(_CATALOG)

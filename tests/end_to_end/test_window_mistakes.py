"""What is entered wrong is told on the page, with its code and what to do, and can be mended."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.end_to_end.traces import traces
from wizard.problems import problem

WRONG_SECRET = "11111111-2222-3333-4444-555555555555-66666666-7777-8888-9999-000000000000"


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of this machine at which nobody listens."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))  # bound and not listening: nobody else can take it
        yield held.getsockname()[1]


@pytest.fixture
def other_site() -> Iterator[int]:
    """A web site that is no HaloPSA."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            page = b"<html><body>Welcome to our wiki</body></html>"
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_wrong_addresses_are_told_and_mended(workstation, closed_port):
    window = workstation.open()
    window.begin("liongard")
    for address, code in (
        ("not an address", "address.invalid"),
        ("http://acme.halopsa.com", "address.insecure"),
        (f"http://127.0.0.1:{closed_port}", "network.connect"),
    ):
        window.enter("address", address)
        window.click("check")
        told = window.error()
        workstation.picture(f"mistake-{code}")
        assert code in told
        assert problem(code).happened in told
        assert problem(code).remedy in told
        seen = window.look()
        assert seen.standing("instance") == "to do"
        assert "found" not in seen
    # Back leads home from the first step; what was entered is still there afterwards.
    window.click("back")
    window.until(lambda seen: "new-setup" in seen, "the home page")
    seen = window.resume()
    assert seen["input:address"].text == f"http://127.0.0.1:{closed_port}"
    assert "error" not in seen
    window.click("do-it")
    seen = window.check()
    assert seen.standing("instance") == "done"
    assert "found" in seen


def test_a_site_that_is_no_halopsa_is_not_called_found(workstation, other_site):
    window = workstation.open()
    window.begin("liongard")
    window.enter("address", f"http://127.0.0.1:{other_site}")
    told = window.check()["found"].text
    workstation.picture("mistake-other-site")
    assert "does not say that it is HaloPSA" in told
    assert "Found." not in told


def test_a_wrong_secret_is_told_and_mended(workstation):
    window = workstation.open()
    seen = window.begin("liongard")
    while seen.step != "credentials":
        if seen.step == "connection":
            window.click("input:connection:admin")
        if "do-it" in seen:
            window.click("do-it")
        if seen.step in ("instance", "admin_application"):
            window.check()
        seen = window.next()
    window.click("do-it")
    window.click("replace:client_secret")
    window.enter("client_secret", WRONG_SECRET)
    seen = window.check()
    workstation.picture("mistake-token.invalid_client")
    assert seen.standing("credentials") == "1 left"
    (row,) = seen.rows
    assert (row.state, seen["next"].text) == ("missing", "Continue with 1 &left")
    # The row that is missing is unfolded already.
    assert row.found == problem("token.invalid_client").happened
    assert "(invalid_client)" in row.found
    assert problem("token.invalid_client").remedy in seen.texts

    window.click("back")
    window.until(lambda seen: seen.step == "application", "the step before")
    window.next()
    window.click("do-it")
    seen = window.check()
    assert seen.standing("credentials") == "done"
    assert [row.state for row in seen.rows] == ["met"]
    assert WRONG_SECRET not in workstation.secrets().values()
    assert traces(WRONG_SECRET, *workstation.everywhere()) == []


def test_what_is_needed_is_asked_for(workstation):
    window = workstation.open()
    window.begin("liongard")
    window.click("next")
    seen = window.until(lambda seen: "Enter the Web address first." in seen.texts, "the demand")
    assert seen.step == "instance"
    assert seen["input:address"].focus

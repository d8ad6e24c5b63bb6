"""Two HaloPSA clients by others, unmodified, against the practice instance.

They were written against the real thing, so they hold the practice instance to more than our own
reading. They come from the package index into a virtual environment of their own, so this runs
when it is asked for only.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.halo.test_tls import _certificate
from wizard.practice.administrator import administrator_application
from wizard.practice.server import PracticeInstance

ASKED = "HALO_SETUP_OTHER_CLIENTS"
CLIENTS = ("halopsa==2.0.2", "haloitsm-python==0.1.0")
HOST = "aldergate.halopsa.com"  # the address that `halopsa` makes of the tenant's name

pytestmark = [
    pytest.mark.skipif(not os.environ.get(ASKED), reason=f"only on request: {ASKED}=1"),
    pytest.mark.skipif(
        shutil.which("openssl") is None, reason="openssl is not installed: apt-get install openssl"
    ),
    pytest.mark.timeout(300),
]

# In the clients' own environment: one name leads here, whatever DNS says.
_HOSTS = """
import os, socket
_found = socket.getaddrinfo
def _getaddrinfo(host, port, *rest, **more):
    if host == os.environ["PRACTICE_HOST"] and int(port) == 443:
        host, port = "127.0.0.1", int(os.environ["PRACTICE_PORT"])
    return _found(host, port, *rest, **more)
socket.getaddrinfo = _getaddrinfo
"""

_HALOPSA = """
import json, os, sys
from HaloPSA.Halo import Halo
halo = Halo(tenant="aldergate", clientid=os.environ["ID"], secret=os.environ["SECRET"],
            scope="all all:teams")
json.dump([halo.Agents.search(), halo.Teams.search(), halo.Tickets.search()], sys.stdout)
"""

_HALOITSM = """
import json, os, sys
from halo import HaloClient
client = HaloClient(base_url=os.environ["URL"], client_id=os.environ["ID"],
                    client_secret=os.environ["SECRET"])
tickets = [ticket.id for ticket in client.tickets.list(page_size=5)]
json.dump([client.session.get("/Agent"), client.session.get("/Team"), tickets], sys.stdout)
"""

_WRONG = """
import os, sys
from halo import HaloClient
from halo.exceptions import HaloAuthenticationError
client = HaloClient(base_url=os.environ["URL"], client_id=os.environ["ID"], client_secret="wrong")
try:
    client.tickets.list()
except HaloAuthenticationError as error:
    sys.stdout.write(f"refused: {error}")
"""


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the clients in it; give its interpreter."""
    folder = tmp_path_factory.mktemp("clients")
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    interpreter = folder / "bin" / "python"
    install = [interpreter, "-m", "pip", "install", "--quiet", *CLIENTS]
    subprocess.run(install, check=True, timeout=250)
    asked = [interpreter, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    (Path(site) / "sitecustomize.py").write_text(_HOSTS, encoding="utf-8")
    return interpreter


@contextmanager
def _front(instance: PracticeInstance, context: ssl.SSLContext) -> Iterator[int]:
    """Speak TLS for the instance; its host name is the loopback address to the instance."""
    inner = instance.address.removeprefix("http://")
    address, _, port = inner.partition(":")

    def pump(source: socket.socket, target: socket.socket, *, rename: bool) -> None:
        with suppress(OSError):
            while chunk := source.recv(65536):
                if rename:
                    chunk = chunk.replace(f"Host: {HOST}".encode(), f"Host: {inner}".encode())
                target.sendall(chunk)
        with suppress(OSError):
            target.shutdown(socket.SHUT_WR)

    def serve(listener: socket.socket) -> None:
        with suppress(OSError):
            while True:
                raw, _ = listener.accept()
                outer = context.wrap_socket(raw, server_side=True)
                behind = socket.create_connection((address, int(port)))
                back = threading.Thread(target=pump, args=(behind, outer), kwargs={"rename": False})
                back.start()
                pump(outer, behind, rename=True)
                back.join()
                outer.close()
                behind.close()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        running = threading.Thread(target=serve, args=(listener,), daemon=True)
        running.start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
        running.join(10)


def _run(python: Path, program: str, **environment: str) -> str:
    known = {"PATH": os.environ["PATH"], "PRACTICE_HOST": HOST, "PRACTICE_PORT": "0"}
    done = subprocess.run(
        [python, "-c", program], env=known | environment,
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def _agents(instance: PracticeInstance) -> set[str]:
    """Those that a list shows without being asked for more (halo-api.md §4.1, L)."""
    agents = instance.world.state.agents.values()
    return {each.name for each in agents if each.active and not each.api_only and each.id != 1}


def test_halopsa_from_the_package_index(python: Path, tmp_path: Path) -> None:
    certificate, context = _certificate(tmp_path, name=f"DNS:{HOST}")
    with PracticeInstance() as instance, _front(instance, context) as port:
        client_id, secret = administrator_application(instance.world, ("all", "all:teams"))
        told = _run(
            python, _HALOPSA, ID=client_id, SECRET=secret.reveal(), PRACTICE_PORT=f"{port}",
            REQUESTS_CA_BUNDLE=str(certificate),
        )  # fmt: skip
        agents, teams, tickets = json.loads(told)
        assert {each["name"] for each in agents["results"]} == _agents(instance)
        assert "name" in teams[0]
        assert tickets["record_count"] == len(tickets["tickets"])
        assert {each.path for each in instance.requests} >= {"/auth/token", "/api/Agent"}


def test_haloitsm_python_from_the_package_index(python: Path) -> None:
    with PracticeInstance() as instance:
        client_id, secret = administrator_application(instance.world, ("all",))
        given = {"URL": instance.address, "ID": client_id}
        told = _run(python, _HALOITSM, SECRET=secret.reveal(), **given)
        agents, teams, tickets = json.loads(told)
        assert {each["name"] for each in agents["results"]} == _agents(instance)
        assert teams == []  # it asks for `all` alone, which leaves teams out (§8.4 no. 16)
        assert len(tickets) == 5
        assert _run(python, _WRONG, **given).startswith("refused")

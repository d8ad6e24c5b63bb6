"""Faults before the first byte: names, connections, certificates. Nothing is met or missing."""

from __future__ import annotations

import asyncio
import shutil
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.cell import EASY, OWN
from tests.faults.conftest import Rigs
from tests.faults.rig import SHORT, Looked, Rig
from tests.halo.loopback import Request, answer, serve
from tests.halo.test_tls import _certificate
from wizard.problems import problem

needs_openssl = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl is not installed: apt-get install openssl"
)
worlds = pytest.mark.parametrize("world", [OWN, EASY])


def _judge(code: str, checked: Looked, step: Looked) -> None:
    assert set(checked.states.values()) == {"unknown"}
    said = problem(code).happened
    assert all(said in each.found for each in checked.findings)
    assert step.stopped is not None
    assert step.stopped.code == code


async def _look(rig: Rig, address: str) -> tuple[Looked, Looked]:
    return (
        await rig.look("check", address=address, bounds=SHORT),
        await rig.look("instance", address=address, bounds=SHORT),
    )


@worlds
def test_a_name_that_nobody_knows(rigs: Rigs, world: str, monkeypatch) -> None:
    def nobody(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    async def look(rig: Rig) -> tuple[Looked, Looked]:
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", nobody)
        return await _look(rig, "https://acme.invalid")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    _judge("network.dns", *rigs.run(world, look))


@worlds
def test_nobody_listens(rigs: Rigs, world: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
        _judge("network.connect", *rigs.run(world, lambda rig: _look(rig, address)))


@contextmanager
def _full_house() -> Iterator[str]:
    """Listen, never accept, and keep the queue full: a further connection gets no answer."""
    with socket.socket() as house:
        house.bind(("127.0.0.1", 0))
        house.listen(0)
        guests = [socket.socket() for _ in range(4)]
        for guest in guests:
            guest.setblocking(False)
            guest.connect_ex(house.getsockname())
        yield f"http://127.0.0.1:{house.getsockname()[1]}"
        for guest in guests:
            guest.close()


@worlds
@pytest.mark.skipif("sys.platform != 'linux'", reason="only on Linux is a full queue silent")
def test_a_connection_that_never_comes(rigs: Rigs, world: str) -> None:
    with _full_house() as address:
        _judge("network.timeout", *rigs.run(world, lambda rig: _look(rig, address)))


async def _fine(request: Request, writer: asyncio.StreamWriter) -> None:
    await answer(writer, document={})


async def _over_tls(rig: Rig, context: ssl.SSLContext) -> tuple[Looked, Looked]:
    async with serve(_fine, context) as server:
        looked = await _look(rig, server.url)
        assert not server.requests
        return looked


@needs_openssl
@worlds
def test_an_unknown_authority(rigs: Rigs, world: str, tmp_path: Path) -> None:
    _, context = _certificate(tmp_path)
    _judge("network.tls", *rigs.run(world, lambda rig: _over_tls(rig, context)))


@needs_openssl
@worlds
def test_a_certificate_of_another_name(
    rigs: Rigs, world: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, context = _certificate(tmp_path, name="DNS:other.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    _judge("network.tls", *rigs.run(world, lambda rig: _over_tls(rig, context)))

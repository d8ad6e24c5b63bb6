"""TLS for real, with certificates made on the spot."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from pathlib import Path

import pytest

from wizard.halo.limits import Budget
from wizard.halo.transport import Bounds, Transport
from wizard.problems import ProblemError

from .loopback import Request, answer, serve

pytestmark = pytest.mark.anyio

needs_openssl = pytest.mark.skipif(
    shutil.which("openssl") is None, reason="openssl is not installed: apt-get install openssl"
)


_CA = """
[ca]
default_ca = one
[one]
database = {folder}/index.txt
serial = {folder}/serial
new_certs_dir = {folder}
default_md = sha256
policy = any
[any]
commonName = supplied
[req]
distinguished_name = name
[name]
[v3]
subjectAltName = {name}
"""


def _certificate(
    folder: Path, *, name: str = "IP:127.0.0.1", end: str = "20490101000000Z"
) -> tuple[Path, ssl.SSLContext]:
    """Make a certificate that is signed by itself, with the key beside it."""
    config, key, request = folder / "ca.cnf", folder / "key.pem", folder / "request.pem"
    certificate = folder / "certificate.pem"
    config.write_text(_CA.format(folder=folder.as_posix(), name=name))
    (folder / "index.txt").touch()
    (folder / "serial").write_text("01")
    new_key: list[str | Path] = [
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-keyout",
        key,
    ]
    validity = ["-startdate", "20200101000000Z", "-enddate", end]
    ask: list[str | Path] = [
        "openssl",
        "req",
        "-new",
        "-config",
        config,
        "-subj",
        "/CN=acme",
        *new_key,
    ]
    sign: list[str | Path] = [
        "openssl",
        "ca",
        "-config",
        config,
        "-selfsign",
        "-batch",
        "-keyfile",
        key,
        *validity,
    ]
    for command in (
        [*ask, "-out", request],
        [*sign, "-notext", "-extensions", "v3", "-in", request, "-out", certificate],
    ):
        subprocess.run(command, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return certificate, context


async def _over_tls(context: ssl.SSLContext) -> str:
    async def fine(request: Request, writer: asyncio.StreamWriter) -> None:
        await answer(writer, document="hello")

    async with serve(fine, context) as server:
        travel = Transport(Budget(), bounds=Bounds(tries=1), direct=True)
        try:
            return f"{(await travel.get(server.url)).json()}"
        except ProblemError as error:
            assert not server.requests
            return f"{error.problem.code}: {error.problem.detail}"
        finally:
            await travel.aclose()


@needs_openssl
async def test_an_unknown_authority_is_not_trusted(tmp_path: Path) -> None:
    _, context = _certificate(tmp_path)
    assert (await _over_tls(context)).startswith("network.tls: self-signed certificate")


@needs_openssl
async def test_the_systems_trust_store_decides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, context = _certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert await _over_tls(context) == "hello"


@needs_openssl
async def test_a_certificate_of_another_host_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, context = _certificate(tmp_path, name="DNS:other.example")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert "network.tls: " in await _over_tls(context)
    assert "mismatch" in await _over_tls(context)


@needs_openssl
async def test_an_expired_certificate_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificate, context = _certificate(tmp_path, end="20200102000000Z")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert "network.tls: certificate has expired" in await _over_tls(context)

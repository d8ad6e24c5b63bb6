"""Two servers for the smoke test: the certificate of one is for the right name, the other's not."""

from __future__ import annotations

import contextlib
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from smoke_program import NotShownError, Program

_ANSWER = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Type: application/json\r\n\r\n{}"


@contextmanager
def certificates(program: Program) -> Iterator[tuple[Program, str, str]]:
    """Give the program that trusts the test's authority, the right address, and the wrong one.

    A variable names the authority; where that is not enough, the system's store decides, and the
    right address is refused, too. Raises NotShownError where no certificates can be made.
    """
    if shutil.which("openssl") is None:
        raise NotShownError("no openssl here to make certificates with")
    with tempfile.TemporaryDirectory(prefix="smoke-tls-") as name, ExitStack() as stack:
        folder = Path(name)
        authority = _authority(folder)
        right = stack.enter_context(_server(_certificate(folder, authority, "localhost")))
        wrong = stack.enter_context(_server(_certificate(folder, authority, "elsewhere.example")))
        yield program.having({"SSL_CERT_FILE": str(authority)}), right, wrong


def _authority(folder: Path) -> Path:
    certificate = folder / "authority.pem"
    _openssl(
        "req", "-x509", *_key(folder, "authority"), "-out", str(certificate), "-days", "2",
        "-subj", "/CN=Halo Setup Wizard smoke test",
    )  # fmt: skip
    return certificate


def _certificate(folder: Path, authority: Path, host: str) -> Path:
    """Give a file with a certificate for this host, and its key."""
    request, signed, names = (folder / f"{host}.{kind}" for kind in ("csr", "pem", "cnf"))
    names.write_text(f"subjectAltName=DNS:{host}\nextendedKeyUsage=serverAuth\n", encoding="ascii")
    _openssl("req", "-new", *_key(folder, host), "-out", str(request), "-subj", f"/CN={host}")
    _openssl(
        "x509", "-req", "-in", str(request), "-CA", str(authority), "-CAkey",
        str(folder / "authority.key"), "-CAcreateserial", "-days", "2", "-extfile", str(names),
        "-out", str(signed),
    )  # fmt: skip
    whole = folder / f"{host}.whole.pem"
    whole.write_bytes(signed.read_bytes() + (folder / f"{host}.key").read_bytes())
    return whole


def _key(folder: Path, name: str) -> list[str]:
    return ["-newkey", "rsa:2048", "-nodes", "-keyout", str(folder / f"{name}.key")]


def _openssl(*arguments: str) -> None:
    done = subprocess.run(["openssl", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotShownError(f"openssl makes no certificate: {done.stderr.strip()[-200:]}")


@contextmanager
def _server(certificate: Path) -> Iterator[str]:
    """Answer every request over TLS with this certificate; give the address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_serve, args=(listening, context), daemon=True).start()
        yield f"https://localhost:{listening.getsockname()[1]}/"


def _serve(listening: socket.socket, context: ssl.SSLContext) -> None:
    while True:
        try:
            plain, _ = listening.accept()
        except OSError:
            return  # the test is over
        with contextlib.suppress(OSError), plain:
            plain.settimeout(20)
            with context.wrap_socket(plain, server_side=True) as connection:
                connection.recv(65536)
                connection.sendall(_ANSWER)

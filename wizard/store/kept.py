"""Runs as they are written: JSON, with the findings apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec

from wizard.setup.runs import Run

# `convert` needs it later: msgspec has to learn the type while one thread imports (see `cleaning`).
msgspec.json.Decoder(Run)


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as two pieces of JSON: most runs find what the run before found."""

    run: bytes
    findings: bytes

    @property
    def digest(self) -> bytes:
        """Give what equal findings share."""
        return hashlib.sha256(self.findings).digest()


def taken_apart(run: Run) -> KeptRun:
    """Give a run for writing; equal findings give equal bytes."""
    built: dict[str, Any] = msgspec.to_builtins(run, order="deterministic")
    findings = built["check"].pop("findings")
    return KeptRun(msgspec.json.encode(built), msgspec.json.encode(findings))


def put_together(run: bytes, findings: bytes) -> Run:
    """Give a written run back. Raises msgspec.MsgspecError."""
    built = msgspec.json.decode(run, type=dict[str, Any])
    check = msgspec.convert(built.get("check"), dict[str, Any])
    found = msgspec.json.decode(findings)
    return msgspec.convert({**built, "check": {**check, "findings": found}}, Run)

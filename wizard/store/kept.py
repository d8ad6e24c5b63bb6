"""The history's records as they are written: JSON, cleaned, with the findings apart."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

import msgspec

from wizard.setup.runs import Run
from wizard.store.cleaning import encode_seen
from wizard.store.redaction import Redactor


@dataclass(frozen=True, slots=True)
class KeptRun:
    """A run as two pieces of JSON: most runs find what the run before found."""

    run: bytes
    findings: bytes

    @property
    def digest(self) -> bytes:
        """Give what equal findings share."""
        return hashlib.sha256(self.findings).digest()


def cleaned(run: Run, redactor: Redactor) -> Run:
    """Give the run as it will come back: what looks like a secret is hidden in it."""
    return msgspec.json.decode(encode_seen(run, redactor), type=Run)


def taken_apart(run: Run, redactor: Redactor) -> KeptRun:
    """Give the run for writing."""
    built: dict[str, Any] = msgspec.json.decode(encode_seen(run, redactor))
    findings = built["check"].pop("findings")
    return KeptRun(msgspec.json.encode(built), msgspec.json.encode(findings))


def put_together(run: bytes, findings: bytes) -> Run:
    """Give a written run back. Raises msgspec.MsgspecError."""
    built = msgspec.json.decode(run, type=dict[str, Any])
    check = msgspec.convert(built.get("check"), dict[str, Any])
    found = msgspec.json.decode(findings)
    return msgspec.convert({**built, "check": {**check, "findings": found}}, Run)

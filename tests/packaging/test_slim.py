"""What stands for `cryptography` in the frozen program does the same as the real one."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
CIPHERS = "packaging/slim/cryptography/hazmat/primitives/ciphers/__init__.py"

if sys.platform != "linux":
    pytest.skip("only on Linux", allow_module_level=True)

from cryptography.hazmat.primitives import ciphers as real  # noqa: E402 - only there


def _slim() -> ModuleType:
    spec = importlib.util.spec_from_file_location("slim_ciphers", ROOT / CIPHERS)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


slim = _slim()
sixteen = st.binary(min_size=16, max_size=16)
blocks = st.integers(0, 8).flatmap(lambda n: st.binary(min_size=16 * n, max_size=16 * n))


def cipher(made_by: ModuleType, key: bytes, start: bytes) -> real.Cipher:
    return made_by.Cipher(made_by.algorithms.AES(key), made_by.modes.CBC(start), None)


@given(key=sixteen, start=sixteen, text=blocks)
def test_both_give_the_same(key: bytes, start: bytes, text: bytes) -> None:
    ours = cipher(slim, key, start)
    theirs = cipher(real, key, start)
    worker, other = ours.encryptor(), theirs.encryptor()
    hidden = worker.update(text) + worker.finalize()
    assert hidden == other.update(text) + other.finalize()
    back = ours.decryptor()
    assert back.update(hidden) + back.finalize() == text


@pytest.mark.parametrize("length", [0, 15, 17, 24, 32])
def test_another_length_of_key_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match=f"has {length} bytes"):
        slim.algorithms.AES(bytes(length))


def test_a_part_of_a_block_is_refused() -> None:
    with pytest.raises(ValueError, match="whole block"):
        cipher(slim, bytes(16), bytes(16)).encryptor().update(b"short")


def test_secret_storage_uses_no_more_of_it() -> None:
    """A newer SecretStorage that imports something else has to be noticed here."""
    spec = importlib.util.find_spec("secretstorage")
    assert spec is not None
    assert spec.origin is not None
    lines = {
        line.strip()
        for path in Path(spec.origin).parent.rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "cryptography" in line
    }
    assert lines == {
        "from cryptography.hazmat.backends import default_backend",
        "from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes",
    }

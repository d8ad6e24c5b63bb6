"""AES-128 in the mode CBC without padding, by the system's OpenSSL (EVP_CipherInit_ex(3))."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_BLOCK = 16  # bytes, of the key and the initialisation vector as well

_crypto = ctypes.CDLL("libcrypto.so.3")
for _name in ("EVP_CIPHER_CTX_new", "EVP_aes_128_cbc"):
    getattr(_crypto, _name).restype = ctypes.c_void_p


@dataclass(frozen=True)
class _Sixteen:
    """Sixteen bytes: a key, or where to begin."""

    value: bytes

    def __post_init__(self) -> None:
        if len(self.value) != _BLOCK:
            raise ValueError(f"this has {len(self.value)} bytes, not {_BLOCK}")


class algorithms:  # noqa: N801 - a module's name in the real package
    """The one algorithm."""

    class AES(_Sixteen):
        """AES with a key of 128 bits."""


class modes:  # noqa: N801 - a module's name in the real package
    """The one mode."""

    class CBC(_Sixteen):
        """Cipher block chaining."""


class _Worker:
    """Takes all of a text at once, in whole blocks."""

    def __init__(self, key: bytes, start: bytes, *, encrypts: bool) -> None:
        self._key, self._start, self._encrypts = key, start, encrypts

    def update(self, text: bytes) -> bytes:
        """Give the text encrypted, or decrypted. Raises ValueError for a part of a block."""
        if len(text) % _BLOCK:
            raise ValueError("the text does not end with a whole block")
        out = ctypes.create_string_buffer(len(text) + _BLOCK)
        length = ctypes.c_int()
        with _context() as context:
            cipher = ctypes.c_void_p(_crypto.EVP_aes_128_cbc())
            way = int(self._encrypts)
            _must(_crypto.EVP_CipherInit_ex(context, cipher, None, self._key, self._start, way))
            _must(_crypto.EVP_CIPHER_CTX_set_padding(context, 0))
            _must(_crypto.EVP_CipherUpdate(context, out, ctypes.byref(length), text, len(text)))
        return out.raw[: length.value]

    def finalize(self) -> bytes:
        """Give nothing more: update has given it all."""
        return b""


@dataclass(frozen=True)
class Cipher:
    """An algorithm in a mode."""

    algorithm: algorithms.AES
    mode: modes.CBC
    backend: None = None

    def encryptor(self) -> _Worker:
        """Give what encrypts one text."""
        return _Worker(self.algorithm.value, self.mode.value, encrypts=True)

    def decryptor(self) -> _Worker:
        """Give what decrypts one text."""
        return _Worker(self.algorithm.value, self.mode.value, encrypts=False)


@contextmanager
def _context() -> Iterator[ctypes.c_void_p]:
    """Give OpenSSL's working memory, which it wipes when it gets it back."""
    context = ctypes.c_void_p(_crypto.EVP_CIPHER_CTX_new())
    if not context:
        raise MemoryError("OpenSSL gave no memory")
    try:
        yield context
    finally:
        _crypto.EVP_CIPHER_CTX_free(context)


def _must(worked: int) -> None:
    if worked != 1:
        raise RuntimeError("OpenSSL refused to encrypt or decrypt")

"""Texts of a tenant as a report shows them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wizard.report.plain import LONGEST, plain, web_link


@given(st.text(st.characters(), max_size=700))
def test_nothing_unseen_is_left(text: str) -> None:
    shown = plain(text)
    unseen = {unicodedata.category(each) for each in shown if each not in "\u200c\u200d"}
    assert not unseen & {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
    shown.encode()  # half of a surrogate pair could not be


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tickets Access Level", "Tickets Access Level"),
        ("two\nlines\tand a\u00a0blank", "two lines and a blank"),
        ("invoice\u202egnp.exe", "invoice\ufffdgnp.exe"),
        ("\x00\x1b[31m", "\ufffd\ufffd[31m"),
        ("שלום", "שלום"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("a" + "\u0301" * 50, "a" + "\u0301" * 4),
        ("", ""),
    ],
)
def test_a_text_is_shown(text: str, shown: str) -> None:
    assert plain(text) == shown


def test_a_long_text_tells_how_long_it_was() -> None:
    shown = plain("A" * 10_000)
    assert len(shown) < LONGEST + 100
    assert shown.endswith("(10000 characters in all)")


@pytest.mark.parametrize("address", ["https://acme.halopsa.com/a?b=1#c", "http://acme:8080/"])
def test_a_web_address_can_be_followed(address: str) -> None:
    assert web_link(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None, "", "javascript:alert(1)", "data:text/html,x", "//acme", "https:", "/config",
        "https://user:pass@acme.halopsa.com/", "https://ac me/", "https://[", "https://аcme.com/",
        "https://acme/\u202e", "file:///etc/passwd",
    ],
)  # fmt: skip
def test_anything_else_cannot(address: str | None) -> None:
    assert web_link(address) is None

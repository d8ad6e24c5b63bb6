"""What is pasted as id or secret: every way in which it comes from a browser, a mail, a file."""

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wizard.secret import Secret
from wizard.setup import pasted

ID = "8f1f2a39-6d2a-4f54-8f3e-3a5f0f8a7c21"
SECRET = "11111111-2222-3333-4444-5555555555cc-66666666-7777-8888-9999-0000000000dd"


@pytest.mark.parametrize(
    "text",
    [
        f"  {SECRET}\n",
        f'"{SECRET}"',
        f"'{SECRET}',",
        f"“{SECRET}”",
        f"`{SECRET}`",
        f"Client Secret: {SECRET}",
        f"Client Secret:\n{SECRET}",
        f"client_secret={SECRET}",
        f'"client_secret": "{SECRET}",',
        f"CLIENT-SECRET : '{SECRET}'",
        f"Secret: {SECRET}",
        f"\ufeff{SECRET}\u200b",
        f"{SECRET[:36]}\n{SECRET[36:]}",
        f"\u00a0{SECRET}\u00a0",
    ],
)
def test_what_stands_around_a_secret_is_taken_off(text: str) -> None:
    assert pasted.tidy(text) == SECRET
    found = pasted.in_secret_field(Secret(text), ID)
    assert found.secret == Secret(SECRET)
    assert found.client_id is None


@pytest.mark.parametrize("text", [f"Client ID: {ID}", f" {ID} ", f'"{ID}"', f"client_id={ID}"])
def test_what_stands_around_an_id_is_taken_off(text: str) -> None:
    found = pasted.in_id_field(text)
    assert (found.client_id, found.secret) == (ID, None)
    assert found.said == ("" if text.strip() == ID else pasted.TIDIED)


@given(st.from_regex(r"[A-Za-z0-9._~+/-]{1,80}={0,2}", fullmatch=True))
def test_a_secret_of_another_shape_is_kept_whole(text: str) -> None:
    assume("id=" not in text.lower() and "key=" not in text.lower() and "secret=" not in text)
    assert pasted.tidy(text) == text


@pytest.mark.parametrize(
    "text",
    [
        f"Client ID: {ID}\nClient Secret: {SECRET}",
        f"Client ID: {ID}Client Secret: {SECRET}",  # as a field without line ends gets it
        f"{SECRET} {ID}",
        json.dumps({"client_id": ID, "client_secret": SECRET}),
    ],
)
def test_both_at_once_are_parted_in_either_field(text: str) -> None:
    for found in (pasted.in_id_field(text), pasted.in_secret_field(Secret(text), "")):
        assert (found.client_id, found.secret) == (ID, Secret(SECRET))
        assert found.said == pasted.BOTH


def test_a_secret_in_the_field_of_the_id_moves_over() -> None:
    found = pasted.in_id_field(f"Client Secret: {SECRET}")
    assert found == pasted.Pasted("", Secret(SECRET), pasted.WAS_SECRET)


def test_an_id_in_the_field_of_the_secret_moves_over_or_is_told() -> None:
    in_secret = pasted.in_secret_field
    assert in_secret(Secret(f" {ID}"), "") == pasted.Pasted(ID, Secret(""), pasted.WAS_ID)
    again = in_secret(Secret(ID.upper()), ID)
    assert again == pasted.Pasted(None, Secret(""), pasted.ID_AGAIN)
    other = ID.replace("8", "9")
    assert in_secret(Secret(other), ID) == pasted.Pasted(None, Secret(other), pasted.LIKE_ID)


def test_two_secrets_or_two_ids_are_not_guessed_apart() -> None:
    assert pasted.in_id_field(f"{SECRET} {SECRET} {ID}").secret is None
    assert pasted.in_id_field(f"{ID} {ID.replace('8', '9')}").secret is None

"""No secret survives, however it is wrapped; ordinary text is left alone."""

from __future__ import annotations

import base64
import html
import json
import re
import string
import time
from collections.abc import Callable
from itertools import pairwise
from urllib.parse import quote, quote_plus, urlencode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from wizard.secret import Secret
from wizard.store.redaction import HIDDEN, Redactor, looks_secret, redact
from wizard.store.spellings import marks_of

PAIR = "3f2504e0-4f89-41d3-9a0c-0305e82c3301-7d444840-9dc0-11d1-b245-5ffdce74fad2"
JWT = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZ2VudCJ9.c2lnbmF0dXJlLWJ5dGVz"
CLIENT_ID = "af18de2f-82a1-431f-9f80-58b4f34f3ce3"

Wrap = Callable[[str], str]
unhurried = settings(deadline=None)  # patterns of odd texts take their time to compile

# What happens to a text on its way into a log. Each keeps or encodes the text, none cuts it.
WRAPS: tuple[Wrap, ...] = (
    json.dumps,
    lambda text: json.dumps(text, ensure_ascii=False),
    lambda text: json.dumps({"body": text, "status": 400}),
    lambda text: json.dumps(text).replace("/", "\\/"),
    repr,
    ascii,
    lambda text: repr(text.encode()),
    lambda text: quote(text, safe=""),
    lambda text: quote(text).lower() if "%" not in text and text == text.lower() else quote(text),
    quote_plus,
    lambda text: urlencode({"redirect": text, "n": "1"}),
    lambda text: f"sent {text} to the instance",
)

wraps = st.lists(st.sampled_from(WRAPS), max_size=4)
unreserved = string.ascii_letters + string.digits
hexadecimal = st.text("0123456789abcdef", min_size=32, max_size=32)
opaque = st.binary(min_size=24, max_size=48).map(
    lambda data: "t0k" + base64.urlsafe_b64encode(data).decode().rstrip("=")
)
any_text = st.text(st.characters(exclude_categories=["Cs"]), min_size=6, max_size=60)


@st.composite
def guid_pairs(draw: st.DrawFn) -> str:
    def guid() -> str:
        digits = draw(hexadecimal)
        cuts = (0, 8, 12, 16, 20, 32)
        return "-".join(digits[a:b] for a, b in pairwise(cuts))

    pair = f"{guid()}-{guid()}"
    return pair.upper() if draw(st.booleans()) else pair


@st.composite
def jwts(draw: st.DrawFn) -> str:
    parts = [draw(st.binary(min_size=4, max_size=30)) for _ in range(draw(st.integers(1, 4)))]
    coded = [base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts]
    header = base64.urlsafe_b64encode(b'{"alg":"RS256"}').decode().rstrip("=")
    return ".".join([header, *coded])


def wrapped(text: str, by: list[Wrap]) -> str:
    for wrap in by:
        text = wrap(text)
    return text


def survives(secret: str, text: str) -> bool:
    """Say whether a piece of the secret that tells something is still in the text.

    Letters and digits pass through every wrap as they are, so runs of them are looked for.
    """
    return any(run in text for run in re.findall(r"[A-Za-z0-9]{6,}", secret))


# ---- secrets that are known by their look


@unhurried
@given(secret=st.one_of(guid_pairs(), jwts()), by=wraps)
def test_look(secret: str, by: list[Wrap]) -> None:
    text = wrapped(f"got {secret} here", by)

    assert not survives(secret, redact(text))
    assert looks_secret(text)


def test_look_leaves_single_guids() -> None:
    text = f"client {CLIENT_ID} of tenant {CLIENT_ID}, role {CLIENT_ID}"
    assert redact(text) == text
    assert not looks_secret(text)


# ---- secrets that are known by their place

FIELDS = (
    "client_secret", "clientSecret", "client-secret", "ClientSecret", "access_token", "id_token",
    "refresh_token", "accessToken", "client_assertion", "code_verifier", "password", "api_key",
)  # fmt: skip


@unhurried
@given(field=st.sampled_from(FIELDS), value=any_text, by=wraps)
def test_form(field: str, value: str, by: list[Wrap]) -> None:
    form = urlencode({"grant_type": "x", field: "Zq7" + value + "Zq7Zq7", "scope": "all"})
    text = redact(wrapped(form, by))

    assert HIDDEN in text
    assert not survives("Zq7Zq7" + value, text)


@unhurried
@given(field=st.sampled_from(FIELDS), value=any_text, by=wraps, indent=st.sampled_from([None, 2]))
@example(field="client_secret", value='a"b\\', by=[json.dumps, json.dumps], indent=None)
def test_json_member(field: str, value: str, by: list[Wrap], indent: int | None) -> None:
    body = json.dumps({"ok": True, field: "Zq7" + value + "Zq7Zq7", "n": 1}, indent=indent)
    text = redact(wrapped(body, by))

    assert HIDDEN in text
    assert not survives("Zq7Zq7" + value, text)


@unhurried
@given(field=st.sampled_from(FIELDS), value=opaque, by=wraps)
def test_python_shapes(field: str, value: str, by: list[Wrap]) -> None:
    for shape in (
        {field: value},
        [(field, value)],
        [(field.encode(), value.encode())],
        {field: value.encode()},
    ):
        assert not survives(value, redact(wrapped(repr(shape), by)))


@unhurried
@given(value=opaque, by=wraps)
def test_headers(value: str, by: list[Wrap]) -> None:
    basic = base64.b64encode(f"{CLIENT_ID}:{value}".encode()).decode()
    for header in (
        f"Authorization: Bearer {value}",
        f"authorization: bearer {value}",
        f"Authorization: Basic {basic}",
        f"Bearer {value}",
        f"Cookie: .AspNetCore={value}; b={value}",
        f"Set-Cookie: s={value}; Path=/; HttpOnly",
        f"X-Api-Key: {value}",
        repr([(b"authorization", f"Bearer {value}".encode())]),
        repr({"Authorization": f"Bearer {value}"}),
    ):
        text = redact(wrapped(header, by))
        assert not survives(value, text)
        assert not survives(basic, text)


@unhurried
@given(value=opaque, by=wraps)
def test_addresses(value: str, by: list[Wrap]) -> None:
    for address in (
        f"http://localhost:3000/callback?code={value}&state=1",
        f"http://localhost:3000/callback?state=1&code={value}",
        f"code={value}&state=1",
    ):
        assert not survives(value, redact(wrapped(address, by)))


def test_proxy_password() -> None:
    assert redact("via https://me:hunter2@proxy:8080/") == f"via https://me:{HIDDEN}@proxy:8080/"


def test_keeps_what_stands_around() -> None:
    assert redact('{"client_secret": "x", "scope": "all"}') == (
        f'{{"client_secret": "{HIDDEN}", "scope": "all"}}'
    )
    assert redact("grant_type=x&client_secret=abc&scope=all") == (
        f"grant_type=x&client_secret={HIDDEN}&scope=all"
    )
    assert (
        redact(quote("client_secret=a%26b&scope=all")) == f"client_secret%3D{HIDDEN}%26scope%3Dall"
    )
    assert redact("password: hunter2 and on") == f"password: {HIDDEN} and on"


def test_cut_off_text_is_hidden_to_its_end() -> None:
    assert redact('{"client_secret": "abc def') == f'{{"client_secret": "{HIDDEN}'


@pytest.mark.parametrize(
    "text",
    [
        "GET /api/Agent/me -> 200 in 0.31 s",
        "Client Secret: provide the Client ID",
        "The client secret is shown until the application is saved.",
        "password: ask the administrator",
        "exit code=3, status_code=401",
        "ended with code=3",
        '{"code": "token.invalid_client", "layer": "token"}',
        "What happened [token.unauthorised_client]",
        "code=token.unauthorised_client",
        '{"secrets":{"client_secret":{"service":"halo-setup:a:client_secret"}}}',
        '["client_secret", "client_id"]',
        "requirement token: missing; scope:read:tickets met",
        "Use a Bearer token, not Basic authentication.",
        "https://acme.halopsa.com/auth/token?tenant=acme",
        "https://acme.halopsa.com:443/api",
        "scope=all all:teams&grant_type=client_credentials",
        "x-y-z 2026-11-22T10:00:00+00:00",
    ],
)
def test_ordinary_text_is_unchanged(text: str) -> None:
    assert redact(text) == text


@unhurried
@given(st.text(string.ascii_letters + " .,;()'\n-/äöü€", max_size=200))
def test_prose_is_unchanged(text: str) -> None:
    assert redact(text) == text
    assert Redactor().redact(text) == text


@unhurried
@given(st.text())
def test_redacting_twice_is_redacting_once(text: str) -> None:
    once = redact(f'client_secret={text} "password": "{text}"')
    assert redact(once) == once


# ---- secrets that are known themselves


@unhurried
@given(secret=any_text, by=wraps)
@example(secret="\\\\\\\\\\\\", by=[json.dumps, json.dumps, repr, json.dumps])
@example(secret="a b+c&d=e%f", by=[quote_plus, quote_plus, json.dumps])
@example(secret="'\"'\"'\"", by=[repr, repr, repr, repr])
def test_known_secret_in_any_wrap(secret: str, by: list[Wrap]) -> None:
    redactor = Redactor()
    redactor.know(Secret(secret))
    text = wrapped(f"<{secret}>", by)

    assert redactor.knows(text)
    redacted = redactor.redact(text)
    assert HIDDEN in redacted
    assert not redactor.knows(redacted)
    assert not survives(secret, redacted)


@unhurried
@given(
    secret=st.text(st.characters(codec="utf-8"), min_size=8, max_size=40),
    before=st.text(unreserved, max_size=5),
    after=st.text(unreserved, max_size=5),
    urlsafe=st.booleans(),
    by=wraps,
)
def test_known_secret_in_base64(
    secret: str, before: str, after: str, urlsafe: bool, by: list[Wrap]
) -> None:
    redactor = Redactor()
    redactor.know(Secret(secret))
    encode = base64.urlsafe_b64encode if urlsafe else base64.b64encode
    for inner in (secret, quote(secret, safe=""), quote_plus(secret)):
        coded = encode((before + inner + after).encode()).decode()
        assert redactor.knows(wrapped(coded, by))


@unhurried
@given(
    secrets=st.lists(
        st.tuples(any_text, st.text(unreserved, min_size=8, max_size=20), any_text).map("".join),
        min_size=1,
        max_size=3,
    ),
    before=st.text(unreserved + "\\n%", max_size=9),
    after=st.text(unreserved, max_size=9),
    by=wraps,
)
@example(secrets=["3f2504e0-4f89"], before="u00", after="e0", by=[json.dumps])
@example(secrets=["\n3f2504e04f89"], before="", after="", by=[repr, quote])
def test_known_secrets_with_a_mark(
    secrets: list[str], before: str, after: str, by: list[Wrap]
) -> None:
    redactor = Redactor()
    for each in secrets:
        redactor.know(Secret(each))
    for each in secrets:
        assert marks_of(Secret("x" * 8 + each)) is not None
        coded = base64.b64encode((before + each + after).encode()).decode()
        for text in (wrapped(before + each + after, by), wrapped(coded, by)):
            assert redactor.knows(text)
            assert not redactor.knows(redactor.redact(text))


def test_the_secrets_of_a_large_fleet_take_no_long_time() -> None:
    redactor = Redactor()
    secrets = [PAIR.replace("3f2504e0", f"{number:08x}") for number in range(1_000)]
    started = time.process_time()
    for number, each in enumerate(secrets):
        redactor.know(Secret(each))
        redactor.redact(f"GET /api/Agent/{number} -> 200 in 0.31 s, requirement token: missing")
    assert time.process_time() - started < 2
    coded = base64.b64encode(secrets[7].encode()).decode()
    assert redactor.redact(f"{quote(secrets[999])}, {coded}") == f"{HIDDEN}, {HIDDEN}"


def test_all_known_secrets_go_and_nothing_else() -> None:
    redactor = Redactor()
    redactor.know(Secret("first one"))
    redactor.know(Secret("second/one"))

    assert redactor.redact("a first one b second%2Fone c first+one d") == (
        f"a {HIDDEN} b {HIDDEN} c {HIDDEN} d"
    )


def test_short_text_is_no_secret() -> None:
    redactor = Redactor()
    redactor.know(Secret("abc"))
    redactor.know(Secret(""))

    assert redactor.redact("abc") == "abc"


@unhurried
@given(st.text(unreserved + '"\\ &%', min_size=600, max_size=3000), wraps)
def test_known_long_secret(secret: str, by: list[Wrap]) -> None:
    secret = "a1" + secret + "z9"
    redactor = Redactor()
    redactor.know(Secret(secret))

    assert not survives(secret, redactor.redact(wrapped(f"<{secret}>", by)))


@pytest.mark.parametrize(
    "text",
    [
        "\\" * 100_000,
        "%25" * 30_000,
        "%5C" * 30_000,
        '"' * 100_000,
        "eyJ" * 30_000,
        "client_secret" * 8_000,
        'client_secret":' * 8_000,
        'client_secret":"' * 6_000,
        "client_secret" + " " * 100_000,
        "Bearer " * 15_000,
        "://a:" * 20_000,
        "a" * 100_000,
        "-" * 100_000,
        "3f2504e0-4f89-41d3-9a0c-" * 5_000,
        "code=" * 20_000,
        "token=" * 20_000,
        "cookie:" * 15_000,
        "authorization:" * 8_000,
    ],
    ids=lambda text: text[:24],
)
def test_hostile_text_takes_no_long_time(text: str) -> None:
    redactor = Redactor()
    redactor.know(Secret(PAIR))
    redactor.know(Secret('p"\\\\%"' * 10))
    started = time.process_time()
    redactor.redact(text)
    assert time.process_time() - started < 2


def test_very_long_secret_takes_no_long_time() -> None:
    redactor = Redactor()
    secret = "".join(f"{number} + " for number in range(20_000))
    started = time.process_time()
    redactor.know(Secret(secret))
    redacted = redactor.redact(f"a {secret} b {quote(secret)} c")
    assert time.process_time() - started < 2
    assert len(redacted) < 20


def test_html_is_no_hiding_place_for_the_usual_secret() -> None:
    redactor = Redactor()
    redactor.know(Secret(PAIR))
    assert PAIR not in redactor.redact(html.escape(f'<input value="{PAIR}">'))

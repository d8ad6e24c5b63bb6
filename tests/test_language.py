"""The program's texts in another language, and English where there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wizard.language import listed, mark, plural, series, speak, tr


@pytest.fixture
def german() -> Iterator[None]:
    words = {
        "{agent} lacks {right}": "Recht {right} fehlt {agent}",
        "{number} row": "{number} Zeile",
        "{number} rows": "{number} Zeilen",
        "{names}, {name}": "{names}; {name}",
        "{names} and {name}": "{names} und {name}",
    }
    speak(lambda text: words.get(text, text))
    yield
    speak(None)


def test_without_a_translator_it_is_english():
    assert tr("{agent} lacks {right}", agent="A", right="R") == "A lacks R"


@pytest.mark.usefixtures("german")
def test_a_translator_may_order_the_words_anew():
    assert tr("{agent} lacks {right}", agent="A", right="R") == "Recht R fehlt A"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("number", "said"), [(1, "1 Zeile"), (0, "0 Zeilen"), (2, "2 Zeilen")])
def test_one_and_many(number: int, said: str):
    assert plural(number, mark("{number} row"), mark("{number} rows")) == said


@pytest.mark.parametrize(
    ("names", "one_after_the_other", "all_of_them"),
    [
        ((), "", ""),
        (("A",), "A", "A"),
        (("A", "B"), "A, B", "A and B"),
        (("A", "B", "C"), "A, B, C", "A, B and C"),
    ],
)
def test_names_in_a_row(names: tuple[str, ...], one_after_the_other: str, all_of_them: str):
    assert series(names) == one_after_the_other
    assert listed(names) == all_of_them


@pytest.mark.usefixtures("german")
def test_names_in_a_row_are_joined_as_the_language_does():
    assert listed(("A", "B", "C")) == "A; B und C"


def test_a_value_from_a_tenant_is_never_a_template():
    assert tr("{agent} lacks {right}", agent="{right.__class__}", right="R") == (
        "{right.__class__} lacks R"
    )


def test_a_text_without_values_keeps_its_braces():
    assert tr("{web}/config") == "{web}/config"

"""Letters spelled by their names in Arabic letters."""

import pytest

from ostiary.names.analysis import NameClass, name_readings
from ostiary.names.letter_names import find_spelled_letters


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("اس كيه", (0, 2, ("sk",))),
        ("شركة تي ار للتجارة", (1, 3, ("tr",))),
        ("جي ام", (0, 2, ("gm", "jm"))),
        ("في الخليج", None),
        ("شركة النور", None),
    ],
)
def test_two_names_of_letters_beside_each_other_are_letters(
    words: str, found: tuple[int, int, tuple[str, ...]] | None
) -> None:
    assert find_spelled_letters(words.split()) == found


def test_the_letters_are_a_further_reading() -> None:
    readings = name_readings("اس كيه للتجارة", NameClass.ORGANISATION)
    assert [readings[0].words[0].native, readings[1].words[0].form] == ["اس", "sk"]

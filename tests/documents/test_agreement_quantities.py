"""Numbers in news: what they are worth, in what, and whether two of them can both be right."""

import pytest

from ostiary.documents.agreement.quantities import Quantity, find_quantities
from ostiary.documents.words import split_words
from ostiary.model.reports import Report, Span, Zone


def read(text: str) -> list[Quantity]:
    words = split_words(Report("r", "", "", "text", text, (Zone("body", Span(0, len(text))),)))
    return list(find_quantities(words, range(len(words))))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a reward of $50 million", 50e6, "usd"),
        ("a reward of 50m dollars", 50e6, "usd"),
        ("a reward of fifty million dollars", 50e6, "usd"),
        ("3.5bn pounds", 3.5e9, "gbp"),
        ("€1,250.50 in notes", 1250.5, "eur"),
        ("a million euros", 1e6, "eur"),
        ("forty-one rifles", 41, ""),
        ("forty one rifles", 41, ""),
        ("two hundred rifles", 200, ""),
        ("a dozen rifles", 12, ""),
        ("41,000 tonnes of coal", 41_000, "tonne"),
        ("eight thousand four hundred crowns", 8400, ""),
        ("two hundred and six rifles", 206, ""),
        ("one million two hundred thousand rifles", 1.2e6, ""),
        ("sold by a third.", 33, "percent"),
        ("rang twice", 2, ""),
        ("12 per cent", 12, "percent"),
        ("a tenth of the price", 10, "percent"),
        ("two thirds of the crew", 66, "percent"),
        ("within thirty days", 30, "days"),
        ("within a month", 30, "days"),
        ("for three months", 90, "days"),
        ("at eight o'clock", 8, "clock"),
        ("at 8 p.m.", 8, "clock"),
        ("at 20:15", 8, "clock"),
    ],
)
def test_one_number(text: str, value: float, unit: str) -> None:
    (found,) = read(text)
    assert (found.value, found.unit) == (pytest.approx(value), unit)
    assert found.written in text


@pytest.mark.parametrize(
    "text",
    [
        "one of the men",
        "in 2019",
        "a month ago",
        "a year before",
        "the third man",
        "a third time",
        "a fifth attempt",
        "MS-13",
        "a ship",
        "no number",
    ],
)
def test_no_number(text: str) -> None:
    assert read(text) == []


def test_what_is_counted_stands_behind_the_number() -> None:
    (found,) = read("Some 12 dockers died")
    assert found.counted >= {"worker", "kill"}
    assert found.rough


@pytest.mark.parametrize(
    ("left", "right", "compares", "agrees"),
    [
        ("12 dockers", "14 dockers", True, False),
        ("12 dockers", "twelve stevedores", True, True),
        ("about 40 rifles", "43 rifles", True, True),
        ("40 rifles", "43 rifles", True, False),
        ("12 dockers", "12 rifles", False, True),
        ("$5 million", "5m euros", False, True),
        ("90 days", "three months", True, True),
    ],
)
def test_two_numbers(left: str, right: str, compares: bool, agrees: bool) -> None:  # noqa: FBT001 - columns
    (one,), (other,) = read(left), read(right)
    assert one.compares(other) is compares
    assert one.agrees(other) is agrees

"""The tables of voices hold together: no name twice, only known sorts, every form found."""

from collections import Counter
from typing import get_args

import pytest

from ostiary.documents.tables import read_table
from ostiary.documents.voices.lexicon import Gender, Sort, first_names, forms, noun_for, nouns, titles, words_of

PACKAGE = "ostiary.documents.voices"


@pytest.mark.parametrize(
    ("table", "key"), [("outlets.csv", "name"), ("bodies.csv", "name"), ("first_names.csv", "name")]
)
def test_no_name_stands_twice(table: str, key: str) -> None:
    counts = Counter(row[key] for row in read_table(table, PACKAGE))
    assert [name for name, count in counts.items() if count > 1] == []


def test_nouns_have_known_sorts_and_genders() -> None:
    assert {noun.sort for noun in nouns().values()} == set(get_args(Sort))
    assert {noun.gender for noun in nouns().values()} <= set(get_args(Gender))


def test_no_noun_stands_twice() -> None:
    counts = Counter(row["word"] for row in read_table("nouns.csv", PACKAGE) if row["word"])
    assert [word for word, count in counts.items() if count > 1] == []


def test_outlets_of_the_world() -> None:
    outlets = {form.name for same in forms().values() for form in same if form.outlet}
    assert len(outlets) >= 250
    assert {"Reuters", "The New York Times", "SANA", "El País", "Premium Times"} <= outlets


def test_every_ambiguous_form_is_one_of_its_outlet() -> None:
    for row in read_table("outlets.csv", PACKAGE):
        ways = {row["name"], *row["forms"].split("|")}
        assert set(filter(None, row["ambiguous"].split("|"))) <= ways | {f"The {way}" for way in ways}, row["name"]


def test_one_form_means_one_name() -> None:
    meant = Counter((form.words, form.outlet) for same in forms().values() for form in same)
    assert [words for words, count in meant.items() if count > 1] == []


@pytest.mark.parametrize(
    ("word", "sort", "plural"),
    [("spokeswoman", "spokes", False), ("residents", "role", True), ("police", "body", False),
     ("zoologists", "role", True), ("cellist", "role", False), ("affidavit", "document", False)],
)  # fmt: skip
def test_noun(word: str, sort: str, plural: bool) -> None:  # noqa: FBT001 - a column of the table
    noun = noun_for(word)
    assert noun
    assert (noun.sort, noun.plural) == (sort, plural)


def test_things_are_no_source() -> None:
    assert noun_for("weather") is None
    assert noun_for("gist") is None


def test_words_are_read_once_and_lower_case_where_compared_so() -> None:
    assert "mr." in titles()
    assert first_names()["maria"] == "f"
    for part in ("not_names", "articles", "complements", "modifiers", "outlet_nouns", "lowered"):
        assert all(word == word.lower() for word in words_of(part)), part

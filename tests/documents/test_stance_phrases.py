import csv
from pathlib import Path

import pytest

import ostiary.documents.stance
from ostiary.documents.stance.phrases import load_phrases, load_words
from tests.documents.marked_sentences import read_marked

DATA = Path(ostiary.documents.stance.__file__).parent / "data"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It had nothing to do with rain.", ["nothing to do with"]),
        ("The claim is completely untrue and utterly false.", ["untrue"]),
        ("It was not the case, nor was it true.", ["not the case"]),
    ],
)
def test_phrases_are_found_longest_first(text: str, found: list[str]) -> None:
    marked = read_marked(text)
    table = load_phrases("denials.csv")
    spans = [marked.words.span(one.words) for one in table.find(marked.words, range(len(marked.words)))]
    assert marked.texts(tuple(spans)) == found


def test_two_words_are_found_with_a_hyphen() -> None:
    marked = read_marked("He faced a money-laundering inquiry.")
    (found,) = load_phrases("wrongdoing.csv", "deed").find(marked.words, range(len(marked.words)))
    assert marked.texts((marked.words.span(found.words),)) == ["money-laundering"]


def test_any_word_may_stand_or_be_missing() -> None:
    for text in ("He is under indictment.", "He is under sealed federal indictment."):
        marked = read_marked(text)
        assert list(load_phrases("proceedings.csv", "subject").find(marked.words, range(len(marked.words))))


def test_words_of_a_kind_are_read() -> None:
    assert "whether" in load_words("question_words.csv", "question")
    assert load_words("question_words.csv", "no such kind") == frozenset()


@pytest.mark.parametrize("table", sorted(DATA.glob("*.csv")), ids=lambda path: path.name)
def test_table_says_what_it_holds_and_no_row_is_short_or_twice(table: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# ")
    rows = [tuple(row) for row in csv.reader(line for line in lines if not line.startswith("#"))]
    assert all(len(row) == len(rows[0]) for row in rows)
    assert len(set(rows)) == len(rows)

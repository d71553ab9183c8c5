from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names import recent_words
from ostiary.names.analysis import NameClass, analyse_name
from ostiary.names.arrays import NameTable
from ostiary.names.joins import part_keys
from ostiary.names.keys import joined_key
from ostiary.names.matching import ListedNames, ListedWords, arrange_names, score_names, search_names
from ostiary.names.near_words import letters_as_bits
from ostiary.names.neighbours import arrange_neighbours
from ostiary.names.postings import post_names
from ostiary.names.sorted_keys import find_key, sort_keys

PARTS = ["ali", "aly", "hasan", "hassan", "bin", "van", "der", "vander", "vdg", "jose", "garcia", "j", "h", "7"]
parts = st.sampled_from([*PARTS, "llc", "иван"])
names = st.lists(parts, min_size=1, max_size=5).map(" ".join)
codes = st.text(alphabet="abcdeжя07", min_size=1, max_size=12).map(
    lambda text: np.array([ord(letter) for letter in text], dtype=np.int32)
)


def arrange(table: NameTable, words: ListedWords) -> ListedNames:
    return arrange_names(table, words, arrange_neighbours(words.table), post_names(table, words.weights.size))


@given(
    query=names,
    listed=st.lists(names, min_size=1, max_size=20),
    floor=st.sampled_from([-500, 300, 600, 650, 750, 900]),
    name_class=st.sampled_from(list(NameClass)),
)
def test_the_search_returns_what_the_scan_returns(
    ready: Callable[..., tuple], query: str, listed: list[str], floor: int, name_class: NameClass
) -> None:
    prepared, table, words = ready(query, *listed, name_class=name_class)
    arranged = arrange(table, words)
    found = search_names([prepared.analysed], arranged, floor)
    every = search_names([prepared.analysed], arranged, floor, exhaustive=True)
    assert np.array_equal(found.rows, every.rows)
    assert np.array_equal(found.points, every.points)
    some = np.arange(0, len(listed), 2, dtype=np.int32)
    kept = every.points[np.isin(every.rows, some)]
    points = score_names(prepared, table, some, words, floor)
    assert np.array_equal(points[points >= floor], kept)


@pytest.mark.parametrize(
    ("query", "listed", "name_class"),
    [
        ("Vander Berg Karel", "van der berg karel", NameClass.PERSON),
        ("karel van der meer", "Karel Vandermeer", NameClass.PERSON),
        ("northquaytrading", "north quay trading", NameClass.ORGANISATION),
        ("amb", "Amber Meadow Bakery", NameClass.ORGANISATION),
        ("Amber Meadow Bakery", "AMB", NameClass.ORGANISATION),
        ("J. K. Rookwood", "Jonah Karel Rookwood", NameClass.PERSON),
    ],
)
def test_names_that_share_no_word_are_found_by_what_they_share(
    ready: Callable[..., tuple], query: str, listed: str, name_class: NameClass
) -> None:
    others = [f"olga petrova {at}" for at in range(30)]
    prepared, table, words = ready(query, listed, *others, name_class=name_class)
    found = search_names([prepared.analysed], arrange(table, words), 600)
    assert not found.scanned
    assert 0 in found.rows


def test_a_floor_that_says_too_little_is_answered_by_a_scan(ready: Callable[..., tuple]) -> None:
    prepared, table, words = ready("ali", "ali", "olga")
    assert search_names([prepared.analysed], arrange(table, words), -500).scanned


def test_names_asked_for_together_are_answered_as_each_alone(ready: Callable[..., tuple]) -> None:
    texts = ["ali hasan", "jose garcia", "j garcia", "x" * 70, "иван", "ali hasan", "7"]
    asked = [analyse_name(text, NameClass.PERSON) for text in texts]
    _, table, words = ready("ali", "aly hassan", "jose garcia", "garcia j", "иван", "olga petrova")
    arranged = arrange(table, words)
    together = search_names(asked, arranged, 600)
    assert 1 <= together.scanned < len(asked)
    for at, name in enumerate(asked):
        alone = search_names([name], arranged, 600)
        assert together.rows[together.asked == at].tolist() == alone.rows.tolist()
        assert together.points[together.asked == at].tolist() == alone.points.tolist()
    assert set(together.asked.tolist()) >= {0, 1, 4, 5}


def test_words_forgotten_since_are_related_anew(
    ready: Callable[..., tuple], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, table, words = ready("ali", "aly hassan", "jose garcia", "olga petrova")
    arranged = arrange(table, words)
    asked = [analyse_name(text, NameClass.PERSON) for text in ("ali hasan", "jose garcia", "olga petrov")]
    whole = [search_names([name], arranged, 600).points.tolist() for name in asked]
    monkeypatch.setattr(recent_words, "_KEPT", 1)
    for _ in range(2):
        assert [search_names([name], arranged, 600).points.tolist() for name in asked] == whole
        assert search_names(asked, arranged, 600).points.tolist() == [
            point for points in whole for point in points
        ]


@given(left=codes, right=codes, place=st.integers(0, 12))
def test_one_edit_changes_one_letter_of_a_set_for_another_at_most(
    left: np.ndarray, right: np.ndarray, place: int
) -> None:
    edited = [
        np.delete(left, min(place, left.size - 1)),
        np.insert(left, min(place, left.size), right[0]),
        np.concatenate((left[:place], right[:1], left[place + 1 :])),
    ]
    before = letters_as_bits(left)
    for after in map(letters_as_bits, edited):
        assert max((before & ~after).bit_count(), (after & ~before).bit_count()) <= 1


@given(st.lists(st.integers(-3, 3), max_size=20), st.integers(-4, 4))
def test_a_key_is_found_wherever_it_stands(keys: list[int], key: int) -> None:
    table = sort_keys(np.array(keys, dtype=np.int64), np.arange(len(keys)))
    first, last = find_key(table, key)
    expected = [at for at, other in enumerate(keys) if other == key != 0]
    assert sorted(table.numbers[first:last].tolist()) == expected


@given(st.text(alphabet="abcz09", min_size=1, max_size=12))
def test_parts_of_a_word_have_the_keys_of_words(text: str) -> None:
    keys = part_keys(np.array([ord(letter) for letter in text], dtype=np.int32))
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            assert keys[start, end] == joined_key(text[start:end])

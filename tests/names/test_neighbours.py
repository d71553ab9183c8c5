from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names.analysis import NameClass
from ostiary.names.arrays import WordTable
from ostiary.names.edits import edit_cost, least_edit_cost
from ostiary.names.neighbours import arrange_neighbours, find_neighbours
from ostiary.names.relations import edit_distance, position_masks, relate_word

PARTS = [
    "ali", "aly", "hassan", "hasan", "mohammed", "muhammad", "bin", "al", "j", "h", "k", "jose", "joseph", "llc",
    "limited", "bank", "banc", "corner", "comer", "mm", "7", "13", "vii", "viii", "twelfth", "twelth", "0mar",
    "omar", "Иван", "Иванов", "Иваноф", "и", "محمد", "孙", "伟", "孙伟", "abdulrahman", "abdelrahman", "xxxiv",
]  # fmt: skip
words = st.one_of(st.sampled_from(PARTS), st.text(alphabet="abehmnor10", min_size=1, max_size=12))
names = st.lists(words, min_size=1, max_size=6).map(" ".join)
#: As long as a line of a payment message: the last word may be cut off.
cut_names = st.lists(words, min_size=6, max_size=9).map(lambda parts: " ".join(parts)[:35].ljust(35, "a"))
codes = st.text(alphabet="abehmnor10", min_size=1, max_size=9).map(
    lambda text: np.array([ord(letter) for letter in text], dtype=np.int32)
)


def most_alike(query: WordTable, word: int, listed: WordTable) -> np.ndarray:
    found = find_neighbours(query, word, listed, arrange_neighbours(listed))
    likeness = np.zeros(listed.kinds.size, dtype=np.int16)
    np.maximum.at(likeness, found.words, found.likes)
    first, last, like = found.run
    likeness[first:last] = np.maximum(likeness[first:last], like)
    return likeness


@given(
    query=st.one_of(names, cut_names),
    listed=st.lists(st.one_of(names, cut_names), min_size=1, max_size=12),
    name_class=st.sampled_from(list(NameClass)),
)
def test_no_listed_word_is_more_like_a_word_than_it_is_found_to_be(
    ready: Callable[..., tuple], query: str, listed: list[str], name_class: NameClass
) -> None:
    prepared, _, ours = ready(query, *listed, name_class=name_class)
    for word in range(prepared.words.kinds.size):
        likeness = np.zeros(ours.table.kinds.size, dtype=np.int16)
        relate_word(prepared.words, word, ours.table, likeness)
        assert (most_alike(prepared.words, word, ours.table) >= likeness).all()


def test_words_far_from_it_are_not_found(ready: Callable[..., tuple]) -> None:
    prepared, _, ours = ready("hassan", "hasan ali vladimir", "olga petrova")
    assert (most_alike(prepared.words, 0, ours.table) > 0).sum() == 1


@given(left=codes, right=codes)
def test_no_edit_costs_less_than_the_least(left: np.ndarray, right: np.ndarray) -> None:
    masks = np.zeros(128, dtype=np.int64)
    position_masks(left, masks)
    edits = edit_distance(left, right, masks)
    assert edits * least_edit_cost(left, right) <= edit_cost(left, right)

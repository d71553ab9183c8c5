"""Latin words looked for in the nets of all words at once: what asking each net would find."""

import csv
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.names.analysis import Word, WordKind
from ostiary.names.arrays import WordTable, tabulate_words
from ostiary.names.net_tree import arrange_nets
from ostiary.names.nets import MOST_PLACES
from ostiary.names.netted_words import find_forms
from ostiary.names.netting import working_space
from ostiary.names.related_words import no_related
from ostiary.names.transcription import form_likeness

with (Path(__file__).parent / "transcriptions.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))
NATIVES = sorted({case["native"] for case in CASES})
FORMS = sorted({case["latin"].lower() for case in CASES})
SIGNS = "\u0627\u0628\u062d\u0645\u062f\u0438\u0445\u05d0\u05e9\u30a2\u30f3\u738b\u9648\uae40\u0e01\u0905"

native_words = st.lists(
    st.one_of(st.sampled_from(NATIVES), st.text(alphabet=SIGNS, min_size=1, max_size=5)), min_size=1, max_size=30
)
latin_words = st.one_of(
    st.sampled_from(FORMS),
    st.text(alphabet="abdehikmnoqrsuvwxyz'1", min_size=1, max_size=12),
    st.tuples(st.sampled_from(FORMS), st.integers(0, 9)).map(
        lambda it: it[0][: it[1]] + it[0][it[1] + 1 :] or "a"
    ),
)


def tabulate(natives: list[str]) -> WordTable:
    return tabulate_words([Word(f"w{at}", native, WordKind.PLAIN) for at, native in enumerate(natives)])


def letters_of(word: str) -> np.ndarray:
    return np.array([ord(letter) for letter in word], dtype=np.int32)


def ask_each(letters: np.ndarray, words: WordTable) -> dict[int, int]:
    """The best likeness to any net of each word."""
    work, found = working_space(MOST_PLACES), {}
    for word in range(words.kinds.size):
        nets = range(words.net_starts[word], words.net_starts[word + 1])
        likes = [
            form_likeness(letters, words.scripts[word], (words.nets, words.net_rows[net]), work) for net in nets
        ]
        if max(likes, default=0) > 0:
            found[word] = int(max(likes))
    return found


def ask_tree(letters: np.ndarray, words: WordTable) -> dict[int, int]:
    found: dict[int, int] = {}
    related = find_forms(letters, words.scripts, arrange_nets(words), no_related())
    for place in range(related.size):
        word = int(related.words[place])
        found[word] = max(int(related.likes[place]), found.get(word, 0))
    return found


@settings(max_examples=200)
@given(native_words, latin_words)
def test_a_word_is_found_to_be_a_form_where_asking_each_net_says_so(natives: list[str], latin: str) -> None:
    words = tabulate(natives)
    assert ask_tree(letters_of(latin), words) == ask_each(letters_of(latin), words)


@pytest.mark.parametrize("latin", ["oueia", "aueoi", "aooiiuue", "eeiioouuaa"])
def test_nothing_is_lost_where_more_is_reached_than_there_was_room_for(latin: str) -> None:
    vowels = "\u0430\u0435\u0438\u043e\u0443"
    words = tabulate(["".join(signs) for signs in product(vowels, repeat=5)])
    found = ask_tree(letters_of(latin), words)
    assert found == ask_each(letters_of(latin), words)
    assert len(found) > 40


def test_a_table_without_other_scripts_has_no_forms() -> None:
    words = tabulate_words([Word("ali", "", WordKind.PLAIN)])
    assert ask_tree(letters_of("ali"), words) == {}


def test_nets_that_begin_alike_share_their_beginning() -> None:
    alone, both = (
        arrange_nets(tabulate(words))
        for words in (["\u0438\u0432\u0430\u043d"], ["\u0438\u0432\u0430\u043d", "\u0438\u0432\u0430\u043d\u0430"])
    )
    assert alone.fewest.size < both.fewest.size < 2 * alone.fewest.size

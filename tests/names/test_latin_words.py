"""A word in another script looked for among all Latin words at once: what asking each of them would find."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.names import latin_words
from ostiary.names.analysis import Word, WordKind
from ostiary.names.arrays import WordTable, tabulate_words
from ostiary.names.latin_words import arrange_latin, price_latin
from ostiary.names.nets import MOST_PLACES
from ostiary.names.netting import FAR, path_cost, price_letters, working_space
from ostiary.names.transcription import most_cost

with (Path(__file__).parent / "transcriptions.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))
NATIVES = sorted({case["native"] for case in CASES})
FORMS = sorted({case["latin"].lower() for case in CASES})
SIGNS = "\u0627\u0628\u062d\u0645\u062f\u0438\u0445\u05d0\u05e9\u30a2\u30f3\u738b\u9648\uae40\u0e01\u0905"

native_words = st.one_of(st.sampled_from(NATIVES), st.text(alphabet=SIGNS, min_size=1, max_size=6))
latin_words_of_a_list = st.lists(
    st.one_of(
        st.sampled_from(FORMS),
        st.text(alphabet="abdehikmnoqrsuvwxyz'1", min_size=1, max_size=12),
        st.tuples(st.sampled_from(FORMS), st.integers(0, 9)).map(
            lambda it: it[0][: it[1]] + it[0][it[1] + 1 :] or "a"
        ),
    ),
    min_size=1,
    max_size=60,
)


def tabulate(forms: list[str]) -> WordTable:
    """The words as an index has them: in the order of their letters."""
    return tabulate_words([Word(form, "", WordKind.PLAIN) for form in sorted(forms)])


def ask_each(words: WordTable, nets: np.ndarray, row: int) -> list[int]:
    work, found = working_space(MOST_PLACES), []
    for word in range(words.kinds.size):
        letters = words.letters[words.letter_starts[word] : words.letter_starts[word + 1]]
        most, cost = most_cost(letters.size), FAR
        if price_letters(letters, nets, row, work) <= most:
            cost = path_cost(nets, row, letters.size, most, work)
        found.append(int(cost) if cost <= most else FAR)
    return found


def ask_all(words: WordTable, nets: np.ndarray, row: int) -> list[int]:
    latin = arrange_latin(words)
    prices = np.zeros(latin.words.size, dtype=np.int32)
    assert price_latin(nets, row, words, latin, prices)
    found = np.full(words.kinds.size, FAR, dtype=np.int64)
    found[latin.words] = prices
    return found.tolist()


@settings(max_examples=200)
@given(native_words, latin_words_of_a_list)
def test_each_latin_word_costs_what_asking_it_alone_says(native: str, forms: list[str]) -> None:
    words, query = tabulate(forms), tabulate_words([Word("x", native, WordKind.PLAIN)])
    for row in query.net_rows[:-1]:
        assert ask_all(words, query.nets, int(row)) == ask_each(words, query.nets, int(row))


def test_words_in_other_scripts_are_no_latin_words() -> None:
    words = tabulate_words(
        [Word("ali", "", WordKind.PLAIN), Word("ivan", "\u0438\u0432\u0430\u043d", WordKind.PLAIN)]
    )
    assert arrange_latin(words).words.tolist() == [0]


def test_a_net_for_which_there_is_no_room_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    query = tabulate_words([Word("x", "\u0448\u0447\u0443\u043a\u0438\u043d", WordKind.PLAIN)])
    words, row = tabulate(["shchukin", "shukin"]), int(query.net_rows[0])
    latin = arrange_latin(words)
    prices = np.zeros(latin.words.size, dtype=np.int32)
    monkeypatch.setattr(latin_words, "_BEGUN", 1)
    plain = getattr(price_latin, "py_func", price_latin)
    assert not plain(query.nets, row, words, latin, prices)

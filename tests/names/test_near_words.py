from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.names.near_words import NearWords, arrange_near, find_near
from ostiary.names.relations import edit_budget, edit_distance, position_masks

LETTERS = "abcdeж07"


def tabulate(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    letters = np.array([ord(letter) for word in words for letter in word], dtype=np.int32)
    return letters, np.cumsum([0, *map(len, words)]).astype(np.int32)


def as_codes(word: str) -> np.ndarray:
    return tabulate([word])[0]


def count_edits(word: str, other: str) -> int:
    masks = np.zeros(128, dtype=np.int64)
    position_masks(as_codes(word), masks)
    return edit_distance(as_codes(word), as_codes(other), masks)


def compare_all(word: str, words: list[str], least: int) -> dict[int, int]:
    edits = {number: count_edits(word, other) for number, other in enumerate(words) if other}
    return {
        number: apart
        for number, apart in edits.items()
        if apart <= max(edit_budget(max(len(word), len(words[number]))), least)
    }


def find_all(word: str, words: list[str], near: NearWords, least: int) -> dict[int, int]:
    numbers, edits = find_near(as_codes(word), least, near, tabulate(words))
    assert len(set(numbers.tolist())) == numbers.size
    return dict(zip(numbers.tolist(), edits.tolist(), strict=True))


def edit_word(word: str, dice: Random, times: int) -> str:
    for _ in range(times):
        at, letter = dice.randrange(len(word) + 1), dice.choice(LETTERS)
        changed = [
            word[:at] + letter + word[at:],
            word[:at] + word[at + 1 :],
            word[:at] + letter + word[at + 1 :],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
        ]
        word = dice.choice([other for other in changed if other] or [word])
    return word


@pytest.mark.parametrize("seed", range(4))
def test_what_is_found_is_what_comparing_with_every_word_finds(seed: int) -> None:
    """Words of every length, each altered by up to four edits: near ones and ones just too far."""
    dice = Random(seed)  # noqa: S311 - a test that can be repeated, no secret
    words = ["".join(dice.choices(LETTERS, k=dice.randint(1, 16))) for _ in range(150)]
    words += [edit_word(word, dice, dice.randint(1, 4)) for word in words] + ["a" * 59, "ab" * 20, ""]
    near, reached = arrange_near(*tabulate(words)), 0
    for word in [
        *dice.sample(words[:-1], 90),
        *(edit_word(word, dice, dice.randint(1, 4)) for word in words[:90]),
    ]:
        least = dice.randint(0, 1)
        expected = compare_all(word, words, least)
        assert find_all(word, words, near, least) == expected
        reached += len(expected)
    assert reached > 400


@settings(max_examples=200)
@given(
    st.lists(st.text(alphabet="abc", min_size=1, max_size=13), max_size=12),
    st.text(alphabet="abc", min_size=1, max_size=13),
    st.integers(0, 1),
)
def test_no_word_near_is_lost(words: list[str], word: str, least: int) -> None:
    assert find_all(word, words, arrange_near(*tabulate(words)), least) == compare_all(word, words, least)

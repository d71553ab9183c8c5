"""Words in other scripts against Latin ones."""

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names.analysis import NameClass, name_readings
from ostiary.names.arrays import tabulate_words
from ostiary.names.nets import MOST_PLACES, nets_of
from ostiary.names.netting import (
    NetRow,
    consonant_sets,
    is_too_dear,
    join_rows,
    path_cost,
    price_letters,
    tabulate_net,
    working_space,
)
from ostiary.names.relations import relate_words
from ostiary.names.sounds import LITERAL, letters_of_sounds, pinyin_parts, sign_tables
from ostiary.names.transcription import DOUBT, LEAST
from tests.work import hang_guard

with (Path(__file__).parent / "transcriptions.csv").open(encoding="utf-8", newline="") as table:
    CASES = list(csv.DictReader(table))
SCRIPTS = "\u0627\u0628\u062d\u0645\u062f\u0645\u0438\u0445\u05d0\u05e9\u30a2\u30f3\u738b\u9648\uae40\u0e01\u0905"


def rows_of(text: str) -> tuple[NetRow, ...]:
    return tuple(map(tabulate_net, nets_of(text)))


def likeness(left: str, right: str) -> int:
    """The likeness of two words in the reading of each that makes them one word."""
    ours, theirs = (
        tabulate_words(
            next(reading for reading in name_readings(text, NameClass.PERSON) if len(reading.words) == 1).words
        )
        for text in (left, right)
    )
    return int(relate_words(ours, theirs)[0, 0])


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['native']} ~ {case['latin']}")
def test_a_word_in_another_script_is_as_like_its_latin_forms_as_they_are_usual(case: dict[str, str]) -> None:
    found = likeness(case["native"], case["latin"])
    assert int(case["least"]) <= found <= int(case["most"])
    assert likeness(case["latin"], case["native"]) == found


mixed = st.lists(
    st.sampled_from(
        [*(case["native"] for case in CASES), *(case["latin"] for case in CASES), *SCRIPTS, "abd", "o"]
    ),
    min_size=1,
    max_size=3,
).map("".join)


@given(mixed, mixed, st.sampled_from(list(NameClass)))
def test_words_of_mixed_scripts_are_as_like_one_way_round_as_the_other(
    left: str, right: str, name_class: NameClass
) -> None:
    for ours in name_readings(left, name_class):
        for theirs in name_readings(right, name_class):
            one, other = tabulate_words(ours.words), tabulate_words(theirs.words)
            assert np.array_equal(relate_words(one, other), relate_words(other, one).T)


def test_the_form_that_says_more_is_more_alike() -> None:
    assert likeness("\u062d\u0633\u0646", "Hassan") > likeness("\u062d\u0633\u0646", "Hussein")
    assert likeness("\u0429\u0443\u043a\u0438\u043d", "Shchukin") > likeness(
        "\u0429\u0443\u043a\u0438\u043d", "Shukin"
    )


@given(st.text(alphabet=SCRIPTS + "abc-'1\u3400", min_size=1, max_size=40))
def test_every_net_writes_latin_letters_forward_and_stays_small(text: str) -> None:
    for net in nets_of(text):
        assert net.places <= MOST_PLACES
        assert all(way.start < way.end < net.places for way in net.ways)
        assert all(way.letters.isascii() and way.letters.isalpha() for way in net.ways if way.letters)
    assert join_rows([rows_of(text)])[0][-1] == len(nets_of(text))


def test_a_path_costs_what_its_ways_cost() -> None:
    (net,) = nets_of("\u0438\u0440\u0430")
    _, rows, nets, _, _ = join_rows([(tabulate_net(net),)])
    work = working_space(net.places)
    for form, most_of_it in (("ira", 0), ("irra", 1), ("iraz", 10)):
        letters = np.array([ord(letter) for letter in form], dtype=np.int32)
        assert price_letters(letters, nets, int(rows[0]), work) <= most_of_it
        assert path_cost(nets, int(rows[0]), letters.size, 99, work) == most_of_it


def test_what_letters_cost_at_least_is_never_more_than_the_path() -> None:
    words = ("ira", "vladimir", "mohamed", "xyz", "aeiou", "kkk", "wong", "tchaikovsky")
    for native in ("\u0432\u043b\u0430\u0434\u0438\u043c\u0438\u0440", "\u0645\u062d\u0645\u062f", "\u738b"):
        _, rows, nets, written, begun = join_rows([rows_of(native)])
        for net, row in enumerate(rows[:-1]):
            for word in words:
                work = working_space(MOST_PLACES)
                letters = np.array([ord(letter) for letter in word], dtype=np.int32)
                least = price_letters(letters, nets, int(row), work)
                if least < 1000:
                    cost = path_cost(nets, int(row), letters.size, 10_000, work)
                    consonants, initial = consonant_sets(letters)
                    assert least <= cost
                    assert not is_too_dear(consonants, int(written[net]), cost)
                    assert not is_too_dear(initial, int(begun[net]), cost)


def test_tables_name_sounds_that_are_known_and_letters_that_are_latin() -> None:
    letters = letters_of_sounds()
    assert all(text.isascii() and text.islower() for ways in letters.values() for text, _ in ways if text)
    tables = [table.heard for table in sign_tables().values()] + [pinyin_parts()]
    sounds = {sound for table in tables for ways in table.values() for way in ways for sound in way.sounds}
    assert not {sound for sound in sounds if not sound.startswith(LITERAL) and sound not in letters}
    assert all(sound[1:].isascii() and sound[1:].isalpha() for sound in sounds if sound.startswith(LITERAL))


@pytest.mark.parametrize("sign", ["\u0627", "\u0645", "\u738b", "\u30a2", "\uae40", "\u0449", "\u05e9"])
def test_a_hostile_word_is_compared_in_no_time(sign: str) -> None:
    theirs = tabulate_words(name_readings("Abaabaabaaba " * 30, NameClass.PERSON)[0].words)
    likeness("\u0418\u0440\u0430", "Ira")
    with hang_guard():
        for length in (31, 32, 60):
            ours = tabulate_words(name_readings(sign * length, NameClass.PERSON)[-1].words[:1])
            relate_words(ours, theirs)


def test_what_is_too_unlike_is_no_form() -> None:
    found = [likeness(case["native"], case["latin"]) for case in CASES]
    assert all(value == 0 or value >= (LEAST - DOUBT) * 880 // 1000 for value in found)

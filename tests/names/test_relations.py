import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names import relations
from ostiary.names.analysis import NameClass, analyse_name
from ostiary.names.arrays import tabulate_words

words = st.text(alphabet="abcdeжя", min_size=1, max_size=12)


def plain_distance(left: str, right: str) -> int:
    """Optimal string alignment by the textbook table: slow and plain, to hold the bit-parallel form against."""
    table = [[max(i, j) if min(i, j) == 0 else 0 for j in range(len(right) + 1)] for i in range(len(left) + 1)]
    for i in range(1, len(left) + 1):
        for j in range(1, len(right) + 1):
            table[i][j] = min(
                table[i - 1][j] + 1,
                table[i][j - 1] + 1,
                table[i - 1][j - 1] + (left[i - 1] != right[j - 1]),
            )
            if i > 1 and j > 1 and left[i - 1] == right[j - 2] and left[i - 2] == right[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


def codes(text: str) -> np.ndarray:
    return np.array([ord(letter) for letter in text], dtype=np.int32)


def bit_parallel_distance(left: str, right: str) -> int:
    masks = np.zeros(128, dtype=np.int64)
    relations.position_masks(codes(left), masks)
    return int(relations.edit_distance(codes(left), codes(right), masks))


@given(words, words)
def test_the_distance_is_that_of_the_textbook(left: str, right: str) -> None:
    assert bit_parallel_distance(left, right) == plain_distance(left, right)


def test_the_distance_holds_for_the_longest_words() -> None:
    assert bit_parallel_distance("a" * 60, "a" * 59 + "b") == 1


def likeness(left: str, right: str, name_class: NameClass = NameClass.PERSON) -> int:
    ours = tabulate_words(analyse_name(left, name_class).words)
    theirs = tabulate_words(analyse_name(right, name_class).words)
    return int(relations.relate_words(ours, theirs)[0, 0])


@pytest.mark.parametrize(
    ("left", "right", "least", "most"),
    [
        ("smith", "smith", 1000, 1000),
        ("Mahmood", "Mahmoud", relations.SHARED_SYMBOL, relations.SHARED_SYMBOL),
        ("Bill", "William", relations.SHARED_SYMBOL, relations.SHARED_SYMBOL),
        ("scholz", "schloz", relations.SWAPPED, relations.SWAPPED),
        ("Netanyaho", "Netanyahu", 700, 900),
        ("j", "john", relations.INITIAL, relations.INITIAL),
        ("Joe", "Jose", 0, 600),
        ("dulaimi", "tikriti", 0, 0),
        ("Wei", "Sun", 0, 0),
        ("石", "市", 0, 0),
        ("孙", "sun", relations.SOUND_OF_SIGN, relations.SOUND_OF_SIGN),
        ("Путин", "Putin", 1000, 1000),
    ],
)
def test_two_words_are_alike_by_one_relation(left: str, right: str, least: int, most: int) -> None:
    assert least <= likeness(left, right) <= most
    assert likeness(left, right) == likeness(right, left)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("1234567", "1234568", 0),
        ("VII", "VIII", relations.NEXT_NUMERAL),
        ("IX", "XI", 0),
        ("XV", "XX", relations.NEXT_NUMERAL),
        ("III", "V", 0),
        ("V", "5", relations.SHARED_SYMBOL),
    ],
)
def test_numbers_are_the_same_or_one_stroke_apart(left: str, right: str, expected: int) -> None:
    assert likeness(left, right, NameClass.ORGANISATION) == expected


@pytest.mark.parametrize(("particle", "name"), [("al", "Ali"), ("de", "Deo"), ("bin", "Biny")])
def test_a_particle_is_no_misspelling_of_a_name(particle: str, name: str) -> None:
    assert likeness(particle, name) == 0


@given(words, words)
def test_likeness_is_symmetric(left: str, right: str) -> None:
    assert likeness(left, right) == likeness(right, left)


codes_and_words = st.text(alphabet="abvxis0123eё三", min_size=1, max_size=8)


@pytest.mark.parametrize("name_class", list(NameClass))
@given(left=codes_and_words, right=codes_and_words)
def test_likeness_is_symmetric_for_numbers_and_words_with_digits(
    name_class: NameClass, left: str, right: str
) -> None:
    ours, theirs = (tabulate_words(analyse_name(text, name_class).words) for text in (left, right))
    assert (relations.relate_words(ours, theirs) == relations.relate_words(theirs, ours).T).all()


@pytest.mark.parametrize(("left", "right"), [("s2010", "2010"), ("2010s", "2010"), ("2010", "20x10")])
def test_a_letter_beside_a_number_is_a_slip_and_another_digit_is_not(left: str, right: str) -> None:
    assert likeness(left, right, NameClass.ORGANISATION) == likeness(right, left, NameClass.ORGANISATION) > 0
    other = right.replace("1", "3")
    assert likeness(left, other, NameClass.ORGANISATION) == likeness(other, left, NameClass.ORGANISATION) == 0

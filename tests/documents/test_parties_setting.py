import pytest

from ostiary.documents.parties.lexicon import (
    country_name,
    is_ordinary,
    is_place,
    is_widespread,
    known_for,
    nationality,
)
from ostiary.documents.parties.setting import read_setting


@pytest.mark.parametrize(
    ("line", "case"),
    [
        ("The mayor of Lisbon said that the bridge would stay closed.", "running"),
        ("Mayor Says Bridge Will Stay Closed for Winter", "title"),
        ("MAYOR SAYS BRIDGE WILL STAY CLOSED", "upper"),
        ("Lisbon", "title"),
    ],
)
def test_the_case_of_a_line(line: str, case: str) -> None:
    assert read_setting(line).case_at(0) == case


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Gen. Oro left. He ran.", 2),
        ("J. K. Oro left Inc. Towers at 5 p.m. on Monday.", 1),
        ("He left!” She ran.", 2),
        ("He left\n\nShe ran", 2),
        ("One line of text that is long enough to have been broken\nby a program is one sentence.", 1),
        ("Short line\nnext line", 2),
        ("No end here: but colons are none", 1),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, sentences: int) -> None:
    assert len(set(read_setting(text).sentence_of)) == sentences


def test_countries_are_read_by_name_people_and_town() -> None:
    setting = read_setting("North Korean envoys met U.S. and Venezuelan officials in Moscow; they told us so.")
    marks = [(setting.wording.forms[one.first], sorted(one.word.codes)) for one in setting.countries]
    assert marks == [("north", ["kp"]), ("us", ["us"]), ("venezuelan", ["ve"]), ("moscow", ["ru"])]
    assert list(setting.codes) == ["kp", "us", "ve", "ru"]


def test_near_is_the_sentence_and_some_words_of_the_line() -> None:
    setting = read_setting("Alpha one. Beta two. " + "Word " + "word " * 30 + "end.\n\nGamma")
    near = setting.near(2, 2)
    assert (near.start, near.stop) == (0, 15)
    assert setting.near(len(setting.wording) - 1, len(setting.wording) - 1).start == len(setting.wording) - 1


def test_the_tables_tell_ordinary_words_from_names() -> None:
    assert is_ordinary("bridges")
    assert not is_ordinary("zarvikan")
    assert is_widespread("garcia")
    assert not is_widespread("zarvikan")
    assert is_place("venezuelan")
    assert (country_name("ve"), nationality("ve")) == ("Venezuela", "Venezuelan")
    assert country_name("zz") == "zz"


def test_programs_are_known_by_how_they_begin() -> None:
    assert known_for("UKRAINE-EO13662") == ({"war"}, {"ru", "ua"})
    assert known_for("NO-SUCH-PROGRAM") == (frozenset(), frozenset())

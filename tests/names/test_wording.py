import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names.wording import fits_wording, fold_name, fold_text, name_keys, row_keys


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Nicolás Maduro's", ["nicolas", "maduros"]),
        ("al-Qa’ida", ["al", "qaida"]),
        ("P.K.K. and U.S.", ["pkk", "and", "us"]),
        ("MS-13, MS13", ["ms", "13", "ms13"]),
        ("J.Smith 4.2", ["j", "smith", "4", "2"]),
        ("Øster Łódź Straße", ["oster", "lodz", "strasse"]),
        ("Jose\u0301", ["jose"]),
        ("中国银行", ["中", "国", "银", "行"]),
        ("Путин сказал", ["путин", "сказал"]),
        ("", []),
        ("... -- !", []),
    ],
)
def test_words_are_folded(text: str, forms: list[str]) -> None:
    assert fold_text(text).forms == forms


def test_each_word_leads_back_to_the_text() -> None:
    text = "Él llamó a “Nicolás” Maduro’s men."
    wording = fold_text(text)
    assert [text[start:end] for start, end in zip(wording.starts, wording.ends, strict=True)] == [
        "Él", "llamó", "a", "Nicolás", "Maduro’s", "men",
    ]  # fmt: skip
    assert text[wording.starts[4] : wording.end_of(4, bare=True)] == "Maduro"
    assert (wording.form_of(4), wording.form_of(5)) == ("maduro", "men")
    assert wording.row(3, 4) == "nicolas maduro"
    assert wording.gap(3) == "” "
    assert (wording.number_at(0), wording.number_at(1), wording.number_at(len(text))) == (0, 1, 6)


@pytest.mark.parametrize(
    ("written", "listed", "fits"),
    [
        ("ms-13", "ms13", True),
        ("ms 13", "ms13", True),
        ("al qaeda", "alqaeda", True),
        ("al-qaeda", "al qaeda", True),
        ("jong-un", "jongun", True),
        ("clean power", "cleanpower", False),
        ("hes a", "hesa", False),
        ("the rapist", "therapist", False),
        ("abc", "abd", False),
    ],
)
def test_where_a_name_may_be_cut(written: str, listed: str, fits: bool) -> None:  # noqa: FBT001 - a table's column
    assert fits_wording(written, listed) is fits
    assert fits_wording(listed, written) is fits


@given(st.lists(st.text(st.sampled_from("abcd'é -1中"), max_size=12), max_size=8))
def test_a_row_has_the_number_of_its_folded_words(words: list[str]) -> None:
    wording = fold_text(" ".join(words))
    starts = np.arange(len(wording), dtype=np.int64)
    rows = row_keys(wording, starts, np.minimum(4, len(wording) - starts))
    listed = zip(rows.first, rows.last, rows.bare, strict=True)
    expected = name_keys([wording.row(int(first), int(last), bare=bool(bare)) for first, last, bare in listed])
    assert rows.keys.tolist() == expected.tolist()


def test_names_that_differ_have_other_numbers() -> None:
    names = [
        fold_name(f"{first} {second}") for first in ("Ana", "Bo", "Ci", "Do") for second in ("Xu", "Yo", "Zi")
    ]
    assert len(set(name_keys(names).tolist())) == len(names)
    assert name_keys([]).tolist() == []

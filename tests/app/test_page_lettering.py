"""Lines of a drawing: none too wide, no word lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.app.pages.lettering import break_lines, measure


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [("iiii", "mmmm"), ("name", "NAME"), ("e\u0301", "ee"), ("\u200ea", "aa"), ("aa", "\u5b59\u4f1f"), ("", "i")],
)
def test_measure(narrow: str, wide: str) -> None:
    assert measure(narrow, 10) < measure(wide, 10)
    assert measure(wide, 20) == pytest.approx(2 * measure(wide, 10))
    assert measure(wide, 10, bold=True) > measure(wide, 10)


@given(st.text(), st.integers(40, 400))
def test_no_line_is_too_wide_and_no_sign_is_lost(text: str, width: int) -> None:
    lines = break_lines(text, width, 11)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(measure(line, 11) <= width for line in lines)


def test_what_is_cut_off_leaves_an_ellipsis() -> None:
    assert break_lines("one two three four five", 60, 13, most=2) == ("one two", "three four\u2026")
    assert break_lines("one", 40, 13, most=2) == ("one",)
    assert break_lines("", 40, 13) == ()

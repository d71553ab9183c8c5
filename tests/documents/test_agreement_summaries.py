import pytest

from ostiary.documents.agreement.summaries import _tidy


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("that the port  was closed,", "the port was closed"),
        ("the office named the Tide Band (TB-9),", "the office named the Tide Band (TB-9)"),
        ("(TB-9) was named, the office said", "(TB-9) was named, the office said"),
        ("the band was named)", "the band was named"),
        ("[the band was named", "the band was named"),
        ("“the band was named", "the band was named"),
        ("“the band” was named", "“the band” was named"),
    ],
)
def test_a_line_keeps_whole_pairs_of_marks_and_no_half_one(text: str, line: str) -> None:
    assert _tidy(text) == line

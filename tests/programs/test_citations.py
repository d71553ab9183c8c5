"""What is cited: each place with the day on which it was looked up, and how far it was read."""

import pytest

from ostiary.model.errors import InputError
from ostiary.programs.citations import load_citations, read_citation

ROW = {
    "instrument": "A law",
    "section": "1",
    "url": "https://example.org",
    "checked": "2026-11-22",
    "read": "text",
}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"checked": ""}, "not said when"),
        ({"checked": "yesterday"}, "not said when"),
        ({"read": ""}, "not said when"),
        ({"read": "skimmed"}, "not said when"),
        ({"instrument": ""}, "instrument is absent"),
        ({"url": "example.org"}, "https://"),
    ],
)
def test_a_row_without_what_it_needs_is_refused(change: dict[str, str], says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        read_citation({**ROW, **change}, "citations.csv, a_law")
    assert caught.value.where == "citations.csv, a_law"


def test_the_table_reads_and_no_day_lies_ahead_of_the_data() -> None:
    citations = load_citations()
    assert len(citations) > 200
    assert {one.read for one in citations.values()} == {"text", "account", "not read"}

"""The points of a file: nothing without a source, nothing surer than its sources, nothing that nobody knows."""

from datetime import date

import pytest

from ostiary.model.certainty import Reading
from ostiary.model.errors import InputError
from ostiary.model.programs import Citation
from ostiary.programs.points import read_points
from ostiary.programs.yaml_fields import read_fields

DAY = date(2026, 11, 22)


def cited(read: Reading) -> Citation:
    return Citation("A law", "section 1", "", DAY, read)


KNOWN = {"text": cited("text"), "account": cited("account"), "unread": cited("not read")}


@pytest.mark.parametrize(
    ("cite", "certainty"),
    [
        ("[text]", "established"),
        ("[account]", "reported"),
        ("[unread]", "unverified"),
        ("[text, account]", "reported"),
        ("[text, unread]", "unverified"),
    ],
)
def test_a_statement_is_no_surer_than_the_least_read_of_its_sources(cite: str, certainty: str) -> None:
    (found,) = read_points(read_fields("page.yml", f"effect: [{{says: It holds., cite: {cite}}}]"), KNOWN)
    assert found.point.certainty == certainty


@pytest.mark.parametrize(
    ("page", "field", "says"),
    [
        ("effect: [{says: It holds.}]", "cite", "is absent"),
        ("effect: [{says: It holds., cite: []}]", "cite", "is no list, or an empty one"),
        ("effect: [{says: It holds., cite: [nowhere]}]", "cite", "cites 'nowhere'"),
        ("effect: [{cite: [text]}]", "says", "is absent"),
        ("effect: [{says: '  ', cite: [text]}]", "says", "is no text"),
        ("effect: [{says: It holds., cite: [text], form: 2020-01-01}]", "form", "is no field that is known"),
        ("effect: [{says: It holds., cite: [text], from: January}]", "from", "is no day"),
        ("effect: [{says: It, cite: [text], from: 2021-01-01, until: 2020-01-01}]", "until", "is not after"),
        (
            "effect: [{says: It holds., cite: [account], certainty: established}]",
            "certainty",
            "'reported' at most",
        ),
        ("effect: [{says: It holds., cite: [unread], certainty: reported}]", "certainty", "'unverified' at most"),
        ("dispute: [{says: It does not hold., cite: [text]}]", "by", "is absent"),
    ],
)
def test_a_fault_names_file_and_field(page: str, field: str, says: str) -> None:
    with pytest.raises(InputError, match=says) as caught:
        list(read_points(read_fields("page.yml", page), KNOWN))
    assert caught.value.where.startswith("page.yml: ")
    assert caught.value.where.endswith(f": {field}")


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2019, 12, 31), False), (date(2020, 1, 1), True), (date(2020, 12, 31), True), (date(2021, 1, 1), False)],
)
def test_a_point_holds_from_its_first_day_until_the_day_before_its_end(day: date, holds: bool) -> None:  # noqa: FBT001 - a column of the table
    page = "effect: [{says: It holds., cite: [text], from: 2020-01-01, until: 2021-01-01}]"
    (found,) = read_points(read_fields("page.yml", page), KNOWN)
    assert found.point.holds_on(day) is holds

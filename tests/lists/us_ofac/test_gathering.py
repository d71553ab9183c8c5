"""Whole parties: type, notes, order, ids; and what two lists of one form share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from ostiary.lists import read_list
from ostiary.model.errors import ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

Reader = Callable[["SdnFile"], "Read"]


@pytest.mark.parametrize(
    ("kind", "schema"),
    [("Individual", "Person"), ("Entity", "LegalEntity"), ("Vessel", "Vessel"), ("Aircraft", "Airplane")],
)
def test_the_type_of_a_party_becomes_its_schema(kind: str, schema: str, sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "X")), kind=kind, notes="all offices worldwide")
    assert read(sdn).values("1") == [f"Thing.schema={schema}", "Thing.notes=all offices worldwide"]


def test_an_unknown_type_of_party_is_refused(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "X")), kind="Robot")
    with pytest.raises(ListFileError, match="unknown type 'Robot'"):
        read(sdn)


def test_parties_come_in_the_order_of_the_file_under_the_id_of_the_list(person: "SdnFile", save: Callable) -> None:  # type: ignore[type-arg]
    person.add_party(99, person.name(98, ("Last Name", "LATE")))
    person.add_party(7, person.name(8, ("Last Name", "EARLY")))
    reading = read_list("us_ofac_sample", save(person.render()))
    found = list(reading.listings)
    assert [listing.party_id for listing in found] == ["us_ofac_sample:1", "us_ofac_sample:99", "us_ofac_sample:7"]
    assert all(each.subject.startswith("us_ofac_sample:") for listing in found for each in listing.statements)


def test_the_date_is_known_at_once_and_the_snapshot_at_the_end(
    person: "SdnFile", save: Callable[[str], Path]
) -> None:
    reading = read_list("us_ofac", save(person.render()))
    assert reading.published.isoformat() == "2025-03-04"
    assert reading.snapshot is None
    assert len(list(reading.listings)) == 1
    assert reading.snapshot is not None
    assert reading.snapshot.size == len(person.render().encode())


def test_a_profile_that_stands_there_twice_is_refused(person: "SdnFile", read: Reader) -> None:
    person.add_party(1, person.name(12, ("Last Name", "TWIN")), identity=100002)
    with pytest.raises(ListFileError, match="Profile 1 stands in the file twice"):
        read(person)


def test_a_file_that_changes_while_it_is_read_is_refused(person: "SdnFile", save: Callable[[str], Path]) -> None:
    reading = read_list("us_ofac", save(person.render()))
    person.issued = "2025-03-05"
    save(person.render())
    with pytest.raises(ListFileError, match="changed while it was read"):
        list(reading.listings)


def test_a_reading_left_halfway_leaves_no_file_open(person: "SdnFile", save: Callable[[str], Path]) -> None:
    person.add_party(2, person.name(20, ("Last Name", "KING")))
    path = save(person.render())
    reading = read_list("us_ofac", path)
    next(reading.listings)
    reading.listings.close()  # type: ignore[attr-defined]
    path.unlink()
    assert reading.snapshot is None

"""Relations between two parties."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from ostiary.model.errors import ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

Reader = Callable[["SdnFile"], "Read"]


@pytest.fixture
def pair(person: "SdnFile") -> "SdnFile":
    person.add_party(2, person.name(20, ("Last Name", "KING")))
    person.add_entry(2, "SDGT")
    return person


def test_a_relation_belongs_to_the_party_it_starts_from(pair: "SdnFile", read: Reader) -> None:
    pair.add_relation(5, 1, 2, "Owned or Controlled By")
    pair.add_relation(6, 2, 1, "Family member of", former="true", quality="High", comment="Aunt")
    found = read(pair)
    assert found.values("1/relation/5") == [
        "Relation.type=Owned or Controlled By",
        "Relation.target=us_ofac:2",
    ]
    assert found.values("2/relation/6") == [
        "Relation.type=Family member of",
        "Relation.target=us_ofac:1",
        "Relation.former=true",
        "Relation.quality=High",
        "Relation.comment=Aunt",
    ]


@pytest.mark.parametrize(
    ("last", "expected", "valid"),
    [
        ("2018-09-17", "2016-04-28/2018-09-17", ("2016-04-28", "2018-09-17")),
        ("..", "2016-04-28/..", ("2016-04-28", "")),
    ],
)
def test_a_relation_with_a_period_is_valid_in_it(
    last: str,
    expected: str,
    valid: tuple[str, str],
    pair: "SdnFile",
    read: Reader,
    period_xml: Callable[..., str],
) -> None:
    pair.add_relation(5, 1, 2, "Leader or official of", period_xml("2016-04-28", last))
    found = read(pair)
    assert found.values("1/relation/5", "Relation.period") == [expected]
    relation = [each for each in found.statements() if each.subject.endswith("/relation/5")]
    assert {(each.valid_from, each.valid_until) for each in relation} == {valid}


@pytest.mark.parametrize(("source", "target"), [(1, 9), (9, 1)])
def test_a_relation_to_nobody_is_refused(source: int, target: int, pair: "SdnFile", read: Reader) -> None:
    pair.add_relation(5, source, target, "Associate Of")
    with pytest.raises(ListFileError, match="Profile 9 is referred to") as caught:
        read(pair)
    assert caught.value.where.endswith("ProfileRelationship 5")


def test_a_relation_of_another_party_s_entry_is_named(pair: "SdnFile", read: Reader) -> None:
    pair.add_relation(5, 1, 2, "Associate Of", entry="2")
    assert read(pair).warnings == [
        "a relation that names another party's sanctions entry (first at Profile 1, 1 in all)"
    ]

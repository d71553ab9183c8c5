"""Written names: kind, quality, script, typed parts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from ostiary.model.errors import ListFileError

if TYPE_CHECKING:
    from tests.lists.conftest import Read, SdnFile

Reader = Callable[["SdnFile"], "Read"]


def test_the_name_keeps_the_order_of_its_parts_and_their_types(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "MADURO MOROS"), ("First Name", "Nicolas")))
    sdn.add_entry(1, "VENEZUELA")
    found = read(sdn)
    assert found.values("1/alias/11") == [
        "Alias.name=MADURO MOROS Nicolas",
        "Alias.kind=name",
        "Alias.quality=strong",
        "Alias.script=Latin",
        "Alias.part:lastName=MADURO MOROS",
        "Alias.part:firstName=Nicolas",
    ]
    assert str(next(iter(found.statements())).place) == "Profile 1"
    assert {str(each.place) for each in found.statements() if "/alias/" in each.subject} == {"DocumentedName 11"}


@pytest.mark.parametrize(
    ("kind", "quality", "expected"),
    [
        ("A.K.A.", "strong", "a.k.a."),
        ("A.K.A.", "weak", "a.k.a."),
        ("F.K.A.", "strong", "f.k.a."),
        ("N.K.A.", "weak", "n.k.a."),
    ],
)
def test_an_alias_has_kind_and_quality(
    kind: str, quality: str, expected: str, sdn: "SdnFile", read: Reader
) -> None:
    alias = sdn.alias(sdn.written(12, [("Entity Name", "OKDE")]), kind=kind, weak=quality == "weak")
    sdn.add_party(1, sdn.name(11, ("Entity Name", "ORGANIZATION")), alias, kind="Entity")
    found = read(sdn)
    assert found.values("1/alias/12", "Alias.kind") == [expected]
    assert found.values("1/alias/12", "Alias.quality") == [quality]
    assert found.values("1/alias/11", "Alias.kind") == ["name"]


def test_a_spelling_in_another_script_belongs_to_its_alias(sdn: "SdnFile", read: Reader) -> None:
    primary = sdn.alias(
        sdn.written(12, [("Last Name", "ПУТИН"), ("First Name", "Владимир")], script="Cyrillic"),
        sdn.written(11, [("Last Name", "PUTIN"), ("First Name", "Vladimir")], primary=True),
    )
    other = sdn.alias(
        sdn.written(13, [("Nickname", "VOVA")]),
        sdn.written(14, [("Nickname", "Вовочка")], script="Cyrillic"),
        kind="A.K.A.",
    )
    sdn.add_party(1, primary, other)
    found = read(sdn)
    assert found.values("1/alias/12")[:4] == [
        "Alias.name=ПУТИН Владимир",
        "Alias.kind=also written",
        "Alias.quality=strong",
        "Alias.script=Cyrl",
    ]
    assert [found.values(f"1/alias/{number}", "Alias.kind") for number in (11, 13, 14)] == [
        ["name"],
        ["a.k.a."],
        ["a.k.a."],
    ]
    assert found.values("1/alias/14", "Alias.spellingOf") == ["us_ofac:1/alias/13"]


def test_patronymic_and_matronymic_and_maiden_name_are_typed(sdn: "SdnFile", read: Reader) -> None:
    parts = [
        ("First Name", "Maria"),
        ("Patronymic", "ZAMBADA"),
        ("Matronymic", "NIEBLA"),
        ("Maiden Name", "CASTRO"),
    ]
    sdn.add_party(1, sdn.name(11, *parts))
    assert read(sdn).values("1/alias/11")[4:] == [
        "Alias.part:firstName=Maria",
        "Alias.part:fatherName=ZAMBADA",
        "Alias.part:motherName=NIEBLA",
        "Alias.part:maidenName=CASTRO",
    ]


def test_blanks_within_a_name_stay_as_published(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "Abd  Al Rahman"), ("Last Name", "-0-")))
    assert read(sdn).values("1/alias/11", "Alias.name") == ["Abd  Al Rahman -0-"]


def test_the_same_part_twice_is_stated_once_and_stays_in_the_name(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Entity Name", "Jund"), ("Entity Name", "Jund")), kind="Entity")
    found = read(sdn)
    assert found.values("1/alias/11", "Alias.name") == ["Jund Jund"]
    assert found.values("1/alias/11", "Alias.part:entityName") == ["Jund"]


def test_a_party_without_a_primary_name_is_refused(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.alias(sdn.written(11, [("Last Name", "ELSE")]), kind="A.K.A."))
    with pytest.raises(ListFileError, match="no primary name"):
        read(sdn)


def test_an_empty_name_is_refused(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "")))
    with pytest.raises(ListFileError, match="empty"):
        read(sdn)


def test_an_unknown_type_of_part_is_kept_and_named(sdn: "SdnFile", read: Reader) -> None:
    sdn.add_party(1, sdn.name(11, ("Last Name", "ELSE"), ("Clan Name", "QURAYSH")))
    found = read(sdn)
    assert found.values("1/alias/11", "Alias.part:Clan Name") == ["QURAYSH"]
    assert any(text.startswith("unknown type of name part 'Clan Name'") for text in found.warnings)

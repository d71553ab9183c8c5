from collections.abc import Callable
from typing import Any

import pytest

from ostiary.identity.evidence import compare_listings
from ostiary.identity.facts import gather_facts
from ostiary.model.identity import Link
from ostiary.model.parties import Party

Listing = Callable[..., Party]

CODES = {
    "co": "co",
    "russia": "ru",
    "ru": "ru",
    "iran": "ir",
    "iraq": "iq",
    "guatemala": "gt",
    "gt": "gt",
    "ukraine": "ua",
}
IVAN = {"birthDate": "1965-07-13", "nationality": "Russia"}
PASSPORT = {"documents": [("Passport", "A0003039", "Iran")]}


@pytest.fixture
def compare(listing: Listing) -> Callable[..., Link | None]:
    def run(left: tuple[Any, ...], right: tuple[Any, ...]) -> Link | None:
        one, other = (gather_facts(listing(*args, **said)) for *args, said in (left, right))
        link, turned = compare_listings(one, other, CODES), compare_listings(other, one, CODES)
        assert (link is None) == (turned is None)
        assert link is None or turned is None or (link.state, link.basis) == (turned.state, turned.basis)
        return link

    return run


Compare = Callable[[tuple[Any, ...], tuple[Any, ...]], Link | None]


@pytest.mark.parametrize(
    ("left", "right", "linked"),
    [
        (("Ivan Sokolov", IVAN), ("SOKOLOV, Ivan", IVAN), True),
        (("Ivan Sokolov", IVAN), ("Petr Sokolov", IVAN), False),
        (("Ivan Sokolov", IVAN), ("Ivan Sokolov", IVAN | {"birthDate": "1965-07-14"}), False),
        (("Ivan Sokolov", IVAN), ("Ivan Sokolov", IVAN | {"birthDate": "1965"}), False),
        (("Ivan Sokolov", IVAN), ("Ivan Sokolov", IVAN | {"nationality": "Iraq"}), False),
        (("Ivan Sokolov", IVAN), ("Ivan Sokolov", {"birthDate": "1965-07-13"}), False),
        (("Ivan Sokolov", IVAN), ("Ivan Sokolov", {"birthDate": "1965-07-13", "program": "RUSSIA-EO14024"}), True),
        (("Ivan Sokolov", {}), ("Ivan Sokolov", {}), False),
        (("Ivan Sokolov", {"nationality": "Russia"}), ("Ivan Sokolov", {"nationality": "Russia"}), False),
        (
            ("Ali Maychou", {"birthDate": "1965-01-01", "nationality": "Iraq"}),
            ("Ali Maychou", {"birthDate": "1965-01-01", "nationality": "Iraq"}),
            False,
        ),
        (
            ("Ali Hasan Maychou", {"birthDate": "1965-01-01", "nationality": "Iraq"}),
            ("Ali Hasan Maychou", {"birthDate": "1965-01-01", "nationality": "Iraq"}),
            True,
        ),
        (
            ("Ivan Sokolov", {"schema": "LegalEntity", **IVAN}),
            ("Ivan Sokolov", {"schema": "LegalEntity", **IVAN}),
            False,
        ),
    ],
)
def test_name_birth_date_and_country_together(
    compare: Compare, left: tuple[Any, ...], right: tuple[Any, ...], *, linked: bool
) -> None:
    link = compare(("a:1", *left), ("b:1", *right))
    assert (link is not None) == linked
    if link:
        assert link.basis == "name, birth date and country"
        assert [one.kind for one in link.evidence] == ["name", "birth date", "country"]


@pytest.mark.parametrize(
    ("left", "right", "linked"),
    [
        (("Naser Maleki", PASSPORT), ("MALEKI Naser", PASSPORT), True),
        (("Naser Maleki", PASSPORT), ("Maleki", PASSPORT), True),
        (("Naser Maleki", PASSPORT), ("Ali Hoseini", PASSPORT), False),
        (("Naser Maleki", PASSPORT), ("Naser Maleki", {"documents": [("Passport", "A0003039", "Iraq")]}), False),
        (("Naser Maleki", PASSPORT), ("Naser Maleki", {"documents": [("Passport", "A0003039", "")]}), True),
        (("Naser Maleki", PASSPORT), ("Maleki", {"documents": [("Passport", "A0003039", "")]}), False),
        (("Naser Maleki", PASSPORT), ("Naser Maleki", {"documents": [("Tax ID No.", "A0003039", "Iran")]}), False),
        (
            ("Zvezda", {"schema": "LegalEntity", "documents": [("regnumber", "7705713236", "Russia")]}),
            ("JSC Zvezda", {"schema": "LegalEntity", "documents": [("Tax ID No.", "7705713236", "Russia")]}),
            True,
        ),
        (
            ("Almacen Futuro", {"schema": "LegalEntity", "documents": [("NIT #", "890115794-3", "")]}),
            ("Variedades Harb", {"schema": "LegalEntity", "documents": [("NIT #", "890115794-3", "")]}),
            False,
        ),
        (
            ("Almacen Futuro", {"schema": "LegalEntity", "documents": [("NIT #", "890115794-3", "")]}),
            ("Futuro Ltda", {"schema": "LegalEntity", "documents": [("NIT #", "890115794-3", "")]}),
            True,
        ),
        (
            ("OLD NAME", {"schema": "Vessel", "imoNumber": "9187629"}),
            ("NEW FLAG", {"schema": "Vessel", "imoNumber": "IMO 9187629"}),
            True,
        ),
    ],
)
def test_identifiers(compare: Compare, left: tuple[Any, ...], right: tuple[Any, ...], *, linked: bool) -> None:
    link = compare(("a:1", *left), ("b:1", *right))
    assert (link is not None) == linked
    assert link is None or link.basis == "identifier"


@pytest.mark.parametrize(
    ("left", "right", "against"),
    [
        (IVAN | {"gender": "M"}, IVAN | {"gender": "Female"}, "gender"),
        (
            PASSPORT | {"birthDate": "1950-02-03"},
            PASSPORT | {"birthDate": "1971-09-10"},
            "birth date",
        ),
        (
            IVAN | {"documents": [("National ID No.", "16627308", "Russia")]},
            IVAN | {"documents": [("National ID No.", "16627309", "Russia")]},
            "national identity number",
        ),
        (PASSPORT, PASSPORT | {"schema": "LegalEntity"}, "kind"),
    ],
)
def test_a_contradiction_is_shown_and_blocks(
    compare: Compare, left: dict[str, Any], right: dict[str, Any], against: str
) -> None:
    link = compare(("a:1", "Ivan Sokolov", left), ("b:1", "Ivan Sokolov", right))
    assert link is not None
    assert link.state == "blocked"
    assert [one.kind for one in link.contradictions] == [against]
    assert link.contradictions[0].left_value != link.contradictions[0].right_value


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"birthDate": "1966-11-06"}, {"birthDate": "1966-06-11"}),
        ({"birthDate": "1980-01-09"}, {"birthDate": "1980-01-19"}),
        ({"birthDate": "1962~"}, {"birthDate": "1963"}),
        ({"birthDate": "1962"}, {"birthDate": "1962-05-01"}),
    ],
)
def test_a_slip_of_the_pen_is_no_other_date(compare: Compare, left: dict[str, str], right: dict[str, str]) -> None:
    link = compare(("a:1", "Naser Maleki", PASSPORT | left), ("b:1", "Naser Maleki", PASSPORT | right))
    assert link is not None
    assert link.state == "linked"


def test_a_number_with_a_check_digit_more_is_no_other_number(compare: Compare) -> None:
    one = IVAN | {"documents": [("Tax ID No.", "7707083893", "Russia")]}
    other = IVAN | {"documents": [("Tax ID No.", "7707083893/770701001", "Russia")]}
    link = compare(("a:1", "Ivan Sokolov", one), ("b:1", "Ivan Sokolov", other))
    assert link is not None
    assert link.state == "linked"


def test_a_published_number_holds_against_another_birth_date(compare: Compare) -> None:
    link = compare(
        ("eu_fsf:1", "Chol Nam Kim", {"numbers": ["KPi.044"], "birthDate": "1970-02-12"}),
        ("un_sc:KPi.044", "KIM CHOL NAM", {"numbers": ["KPi.044"], "birthDate": "1971-05-19"}),
    )
    assert link is not None
    assert (link.state, link.basis) == ("linked", "cross reference")
    assert link.evidence[0].text == "UN reference number: KPi.044 (eu_fsf:1 and un_sc:KPi.044)"
    assert [one.kind for one in link.contradictions] == ["birth date"]


def test_a_published_number_that_is_mistaken_is_blocked(compare: Compare) -> None:
    link = compare(
        ("gb_sanctions_list:HAI0012", "Dimitri Herard", {"numbers": ["HTi.009"]}),
        ("un_sc:HTi.009", "KEMPES SANON", {"numbers": ["HTi.009"]}),
    )
    assert link is not None
    assert link.state == "blocked"
    assert link.contradictions[0].text == (
        "name: Dimitri Herard (gb_sanctions_list:HAI0012), KEMPES SANON (un_sc:HTi.009)"
    )


def test_a_listing_without_a_strong_name_contradicts_no_name(compare: Compare) -> None:
    link = compare(
        ("eu_fsf:1", {"numbers": ["HTi.009"]}), ("un_sc:HTi.009", "KEMPES SANON", {"numbers": ["HTi.009"]})
    )
    assert link is not None
    assert link.state == "linked"


def test_two_listings_of_one_list_need_one_name(compare: Compare) -> None:
    named = ("a:1", "Naser Maleki", PASSPORT), ("a:2", "MALEKI Naser", PASSPORT)
    other = ("a:1", "Naser Maleki", PASSPORT), ("a:2", "Reza Maleki", PASSPORT)
    assert compare(*named) is not None
    assert compare(*other) is None

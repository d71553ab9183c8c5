"""Two listings side by side: what speaks for one party, what against it, and whether that makes a link."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import product
from typing import Final

from ostiary.identity.facts import Country, Facts, Identifier
from ostiary.identity.naming import count_edits, find_agreeing, find_shared_word, share_any_word
from ostiary.identity.twins import find_twin_name
from ostiary.model.errors import InputError
from ostiary.model.identity import Evidence, Link, LinkBasis
from ostiary.model.periods import Period, parse_period
from ostiary.names.countries import plain_country
from ostiary.names.identifiers import normalise_identifier

#: Country codes by name (:func:`~ostiary.names.countries.country_table`).
Codes = Mapping[str, str]

#: Stands for a year of which no day is known as often as for a birthday, so the name must say more.
_FIRST_OF_JANUARY: Final = "-01-01"
_WORDS_ON_FIRST_OF_JANUARY: Final = 3
#: From so many signs on a number is told from those of other registries and countries by itself.
_LONG_NUMBER: Final = 9
#: How far from the truth a date may lie that a list calls approximate.
_CIRCA: Final = timedelta(days=2 * 366)
#: Where a list does not say what a party is, nothing speaks against any kind.
_UNTOLD: Final = "Thing"
_SHIP: Final = "Vessel"
_TOLD_APART: Final = frozenset({"Person", "Vessel", "Airplane"})
_KIND: Final = "kind"
_NAME: Final = "name"
_GENDER: Final = "gender"
_BIRTH: Final = "birth date"
#: Behind a number that is shown.
_COUNTRY: Final = re.compile(r" \([^()]*(?:\([^()]*\))?\)$")
#: Year, month, day.
_PARTS_OF_DATE: Final = 3


def compare_listings(left: Facts, right: Facts, codes: Codes) -> Link | None:
    """Return why two listings are one party, would be if nothing spoke against it, or may be; else None.

    Args:
        left: One listing.
        right: The other.
        codes: Country codes by name.
    """
    references = list(_share_references(left, right))
    named = find_agreeing(left.names, right.names, left.schema)
    numbers = list(_share_identifiers(left, right, codes, agreeing=bool(named)))
    personal = _share_birth_and_country(left, right, codes) if named else []
    basis = _choose_basis(references, numbers, personal)
    if basis is None:
        return _propose(left, right, codes)
    if left.list_id == right.list_id and not named:
        return None
    names = [Evidence(_NAME, left.id, right.id, *named)] if named else []
    against = list(_contradict(left, right, codes))
    if references and not named and _bear_other_names(left, right):
        against.append(Evidence(_NAME, left.id, right.id, left.names[0], right.names[0]))
    blocked = any(_weighs_against(one, basis, named=bool(named)) for one in against)
    return Link(
        left.id,
        right.id,
        "blocked" if blocked else "linked",
        basis,
        (*references, *numbers, *names, *personal),
        tuple(against),
    )


def _propose(left: Facts, right: Facts, codes: Codes) -> Link | None:
    """Return a link to be judged where one list may have entered somebody twice and nothing speaks against it."""
    twin = find_twin_name(left, right)
    if twin is None or next(_contradict(left, right, codes), None):
        return None
    programs = (", ".join(sorted(one.programs)) for one in (left, right))
    said = Evidence(_NAME, left.id, right.id, *twin), Evidence("program", left.id, right.id, *programs)
    return Link(left.id, right.id, "proposed", "one name under two programs", said)


def _choose_basis(
    references: Sequence[Evidence], numbers: Sequence[Evidence], personal: Sequence[Evidence]
) -> LinkBasis | None:
    if references:
        return "cross reference"
    if numbers:
        return "identifier"
    return "name, birth date and country" if personal else None


def _weighs_against(contradiction: Evidence, basis: LinkBasis, *, named: bool) -> bool:
    """Whether a contradiction blocks a link.

    What an authority publishes of its own entry holds against differing facts about the person, since these are
    what lists correct in each other; not against another kind of thing, or another name. A date or number that is
    one slip of the pen apart does not hold against another number and the whole name: twins share no number.
    """
    if basis == "cross reference":
        return contradiction.kind in {_KIND, _NAME}
    return not (basis == "identifier" and named and _is_slip(contradiction))


def _is_slip(contradiction: Evidence) -> bool:
    left, right = contradiction.left_value, contradiction.right_value
    if contradiction.kind in {_KIND, _GENDER}:
        return False
    if contradiction.kind == _BIRTH:
        return _is_slip_in_date(left.split("-"), right.split("-"))
    return count_edits(*(normalise_identifier(_COUNTRY.sub("", text)) for text in (left, right))) <= 1


def _is_slip_in_date(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two whole dates differ in their day, month or year alone, or have day and month changed round."""
    if not len(left) == len(right) == _PARTS_OF_DATE:
        return False
    differing = sum(one != other for one, other in zip(left, right, strict=True))
    return differing == 1 or (left[0] == right[0] and left[1:] == right[:0:-1])


def _bear_other_names(left: Facts, right: Facts) -> bool:
    """Whether two listings have no word of their names in common; ships are renamed again and again."""
    if left.schema == _SHIP or not left.names or not right.names:
        return False
    return not share_any_word(left.names, right.names, left.schema)


def _share_references(left: Facts, right: Facts) -> Iterator[Evidence]:
    for ours, theirs in product(left.references, right.references):
        if (ours.space, ours.number) == (theirs.space, theirs.number):
            yield Evidence(ours.space, left.id, right.id, ours.written, theirs.written)


def _share_identifiers(left: Facts, right: Facts, codes: Codes, *, agreeing: bool) -> Iterator[Evidence]:
    alike = agreeing or bool(find_shared_word(left.names, right.names, left.schema))
    for ours, theirs in product(left.identifiers, right.identifiers):
        if not are_equal(ours, theirs):
            continue
        countries = [codes.get(plain_country(one.country), "") for one in (ours, theirs)]
        unknown = not ours.kind.worldwide and "" in countries
        if not unknown and countries[0] != countries[1]:
            continue
        if agreeing or (not unknown and (alike or ours.kind.worldwide)):
            yield Evidence(ours.kind.name, left.id, right.id, _describe(ours), _describe(theirs))


def are_equal(left: Identifier, right: Identifier) -> bool:
    """Whether two identifiers are one number: of one kind, or long enough to be told from other kinds."""
    return left.number == right.number and (left.kind == right.kind or len(left.number) >= _LONG_NUMBER)


def _describe(identifier: Identifier) -> str:
    return f"{identifier.written} ({identifier.country})" if identifier.country else identifier.written


def _share_birth_and_country(left: Facts, right: Facts, codes: Codes) -> list[Evidence]:
    """Return the birth date and country that two people of one name have in common, both or nothing."""
    if left.schema != "Person" or right.schema != "Person":
        return []
    days = [day for day in left.birth_days if day in right.birth_days]
    if not days:
        return []
    if all(day.endswith(_FIRST_OF_JANUARY) for day in days) and not find_agreeing(
        left.names, right.names, left.schema, _WORDS_ON_FIRST_OF_JANUARY
    ):
        return []
    country = _share_country(left, right, codes)
    birth = Evidence(_BIRTH, left.id, right.id, days[0], days[0])
    return [birth, Evidence("country", left.id, right.id, *country)] if country else []


def _share_country(left: Facts, right: Facts, codes: Codes) -> tuple[str, str] | None:
    """Return where two listings name one country; where a list states none, its program may be about one."""
    for ours, theirs in product((left.countries, left.regimes), (right.countries, right.regimes)):
        for one, other in product(ours, theirs):
            if _name_codes(one, codes) & _name_codes(other, codes):
                return f"{one.where} {one.text}", f"{other.where} {other.text}"
    return None


def _name_codes(country: Country, codes: Codes) -> frozenset[str]:
    return country.codes or frozenset({codes.get(plain_country(country.text), "")} - {""})


def _contradict(left: Facts, right: Facts, codes: Codes) -> Iterator[Evidence]:
    if _are_other_kinds(left, right):
        yield Evidence(_KIND, left.id, right.id, left.schema, right.schema)
    if left.gender and right.gender and left.gender != right.gender:
        yield Evidence(_GENDER, left.id, right.id, left.gender, right.gender)
    if left.births and right.births and not _may_meet(left.births, right.births):
        yield Evidence(_BIRTH, left.id, right.id, ", ".join(left.births), ", ".join(right.births))
    yield from _contradict_numbers(left, right, codes)


def _are_other_kinds(left: Facts, right: Facts) -> bool:
    kinds = {left.schema, right.schema}
    return len(kinds) > 1 and _UNTOLD not in kinds and bool(kinds & _TOLD_APART)


def _may_meet(left: Sequence[str], right: Sequence[str]) -> bool:
    periods = [(_read_span(one), _read_span(other)) for one, other in product(left, right)]
    return any(a is None or b is None or (a.first <= b.last and b.first <= a.last) for a, b in periods)


@lru_cache(maxsize=65536)
def _read_span(text: str) -> Period | None:
    """Return the days that a birth date may be; None of one that cannot be read, which contradicts nothing."""
    try:
        period = parse_period(text)
    except InputError:
        return None
    return Period(period.first - _CIRCA, period.last + _CIRCA) if period.circa else period


def _contradict_numbers(left: Facts, right: Facts, codes: Codes) -> Iterator[Evidence]:
    """Yield numbers of which a party has one only, of one kind and country, where no two are alike."""
    for place, ours in _place_single_numbers(left, codes).items():
        theirs = _place_single_numbers(right, codes).get(place, [])
        others = [one.number for one in right.identifiers]
        if theirs and not any(_may_be_one(one.number, number) for one, number in product(ours, others)):
            yield Evidence(ours[0].kind.name, left.id, right.id, _describe(ours[0]), _describe(theirs[0]))


def _place_single_numbers(facts: Facts, codes: Codes) -> dict[tuple[str, str], list[Identifier]]:
    """Return the numbers of which a party has one, by their kind and the code of their country."""
    placed: dict[tuple[str, str], list[Identifier]] = {}
    for one in facts.identifiers:
        code = codes.get(plain_country(one.country), "")
        if one.kind.only_one and (code or one.kind.worldwide):
            placed.setdefault((one.kind.name, code), []).append(one)
    return placed


def _may_be_one(left: str, right: str) -> bool:
    """Whether one number holds the other, as with a check digit or a prefix."""
    return left in right or right in left

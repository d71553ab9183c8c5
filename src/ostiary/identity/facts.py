"""What of a listing speaks for or against its being another one's party, taken out of all that a list says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ostiary.identity.tables import (
    LEI,
    SHIP_NUMBER,
    IdentifierKind,
    find_kind,
    find_regime_countries,
    load_reference_rules,
)
from ostiary.model.parties import Party
from ostiary.names.identifiers import is_lei, is_ship_number, normalise_identifier

_LEAST_SIGNS: Final = 5
#: Fewer different signs than this fill a field and are no number: 0000000, 1111112.
_LEAST_DIFFERENT: Final = 3
_COUNTING: Final = "01234567890123456789"
_SEPARATORS: Final = re.compile(r"[^0-9a-z]+")
#: A date in front of the number of a document.
_ISSUED: Final = re.compile(r"^\d{4}-\d\d-\d\d, ")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_BETWEEN_COUNTRIES: Final = re.compile(r"\. | / |;|\(")
_ADDRESS: Final = "address"
_COUNTRY_PROPERTIES: Final = ("nationality", "citizenship", "birthCountry", "jurisdiction", "country", "flag")
_REGIME: Final = "program"


@dataclass(frozen=True, slots=True)
class Identifier:
    """A number that a state, a registry or a standard gave a party.

    Attributes:
        kind: What kind of number it is.
        number: Without spacing, punctuation and case.
        country: Of whom, as published; or empty.
        written: As published.
    """

    kind: IdentifierKind
    number: str
    country: str
    written: str


@dataclass(frozen=True, slots=True)
class Country:
    """A country that a listing names: where (``nationality``), as published, its codes if a table has them."""

    where: str
    text: str
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reference:
    """A number of somebody's list that a listing bears: whose, in one form, and as published."""

    space: str
    number: str
    written: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a listing speaks for or against its being another one's party.

    Attributes:
        id: The listing.
        list_id: Its list.
        schema: FollowTheMoney schema; ``Thing`` where the list does not say what it is.
        names: Its strong names, the primary one first.
        births: Birth dates in EDTF; what the list marks as false is not among them.
        gender: ``m``, ``f`` or empty.
        countries: Those that the list states.
        programs: Tags of its programs.
        regimes: Countries that its programs are about.
        identifiers: Each once.
        references: Numbers of lists that it bears.
    """

    id: str
    list_id: str
    schema: str
    names: tuple[str, ...]
    births: tuple[str, ...]
    gender: str
    countries: tuple[Country, ...]
    programs: frozenset[str]
    regimes: tuple[Country, ...]
    identifiers: tuple[Identifier, ...]
    references: tuple[Reference, ...]

    @property
    def birth_days(self) -> tuple[str, ...]:
        """The birth dates that are known to the day."""
        return tuple(filter(_DAY.fullmatch, self.births))


def gather_facts(party: Party) -> Facts:
    """Return what of a party tells who it is."""
    genders = {value[:1].lower() for value in party.properties.get("gender", ())} & {"m", "f"}
    return Facts(
        id=party.id,
        list_id=party.list_id,
        schema=party.schema,
        names=tuple(dict.fromkeys(alias.name for alias in party.aliases if alias.quality == "strong")),
        births=party.properties.get("birthDate", ()),
        gender=genders.pop() if len(genders) == 1 else "",
        countries=tuple(dict.fromkeys(_list_countries(party))),
        programs=frozenset(party.programs),
        regimes=tuple(
            Country(_REGIME, tag, codes) for tag in party.programs if (codes := find_regime_countries(tag))
        ),
        identifiers=tuple(dict.fromkeys(_list_identifiers(party))),
        references=tuple(dict.fromkeys(_list_references(party))),
    )


def _list_countries(party: Party) -> Iterator[Country]:
    for where in _COUNTRY_PROPERTIES:
        for value in party.properties.get(where, ()):
            for text in _BETWEEN_COUNTRIES.split(value):
                yield Country(where, text.strip(" )"))
    for address in party.addresses:
        if address.country:
            yield Country(_ADDRESS, address.country)


def _list_identifiers(party: Party) -> Iterator[Identifier]:
    if party.schema == "Vessel":
        for value in party.properties.get("imoNumber", ()):
            yield from _read_numbers("imoNumber", value, "", party.schema)
    for document in party.documents:
        if not document.fraudulent:
            yield from _read_numbers(document.type, document.number, document.country, party.schema)


def _read_numbers(label: str, written: str, country: str, schema: str) -> Iterator[Identifier]:
    """Yield the one identifier that a labelled value holds, unless it is junk."""
    bare = _ISSUED.sub("", written)
    number = normalise_identifier(bare)
    if schema == "Vessel":
        if is_ship_number(bare):
            yield Identifier(SHIP_NUMBER, number, "", written)
        return
    kind = LEI if is_lei(bare) else find_kind(label)
    if kind and not is_junk(number):
        yield Identifier(kind, number, country or kind.country, written)


def is_junk(number: str) -> bool:
    """Whether a normalised number fills a field only: too short, one sign over and over, or counting."""
    if len(number) < _LEAST_SIGNS or not any(sign.isdigit() for sign in number):
        return True
    return len(set(number)) < _LEAST_DIFFERENT or number in _COUNTING or number[::-1] in _COUNTING


def _list_references(party: Party) -> Iterator[Reference]:
    for rule in load_reference_rules(party.list_id):
        for text in _find_texts(party, rule.where, rule.entry_list):
            if found := rule.pattern.fullmatch(text):
                yield Reference(rule.space, _SEPARATORS.sub(".", found[1].lower()), found[1])


def _find_texts(party: Party, where: str, entry_list: re.Pattern[str]) -> Iterable[str]:
    if where == "party number":
        return (party.id.partition(":")[2],)
    if where == "entry number":
        return (
            number
            for entry in party.entries
            if not entry_list.pattern or entry_list.fullmatch(entry.list_name)
            for number in entry.numbers
        )
    return party.properties.get(where, ())

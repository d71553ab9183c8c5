"""Invented listed parties, and their names as reading takes them, without an index file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from ostiary.documents.parties import PartyNames
from ostiary.model.acts import Act, Membership
from ostiary.model.parties import Address, Alias, Entry, NamePart, Party
from ostiary.model.periods import Period, parse_period
from ostiary.model.reports import Report, Span, Zone
from ostiary.names.tables import listed_countries
from ostiary.names.written import Texts, WrittenNames, tabulate_written, written_forms


@dataclass(frozen=True)
class ListBearer:
    id: str
    caption: str
    schema: str
    programs: tuple[str, ...]
    births: tuple[Period, ...]
    countries: tuple[str, ...]
    positions: tuple[str, ...]
    gender: str
    identifiers: tuple[tuple[str, str], ...] = ()
    delisted_in: str = ""


@dataclass(frozen=True)
class ListNames:
    written: WrittenNames
    name_party: np.ndarray
    name_weak: np.ndarray
    name_texts: Texts


def person(number: int, name: str, *, weak: Sequence[str] = (), also: Sequence[str] = (), **more: object) -> Party:
    """Return a person; names are written ``FAMILY NAMES, Given Middle``, weak ones as they stand."""
    aliases = [_personal(number, place, written) for place, written in enumerate([name, *also])]
    return _party(number, "Person", aliases, weak, more)


def body(number: int, *names: str, schema: str = "LegalEntity", weak: Sequence[str] = (), **more: object) -> Party:
    """Return an organisation or a vessel; its first name is the primary one."""
    aliases = [
        Alias(f"{number}/{place}", name, "a.k.a." if place else "name", "strong", "Latin")
        for place, name in enumerate(names)
    ]
    return _party(number, schema, aliases, weak, more)


def _personal(number: int, place: int, written: str) -> Alias:
    family, _, given = written.partition(", ")
    first, _, middle = given.partition(" ")
    parts = [NamePart("lastName", family), NamePart("firstName", first)]
    parts += [NamePart("middleName", middle)] if middle else []
    name = f"{family} {given}"
    return Alias(f"{number}/{place}", name, "a.k.a." if place else "name", "strong", "Latin", tuple(parts))


def _party(number: int, schema: str, aliases: list[Alias], weak: Sequence[str], more: dict[str, object]) -> Party:
    aliases += [Alias(f"{number}/w{at}", name, "a.k.a.", "weak", "Latin") for at, name in enumerate(weak)]
    programs = tuple(Membership(program, "e", "2025-03-01") for program in more.pop("programs", ("SDGT",)))
    entry = Entry("e", "SDN List", (Act("designation", "OFAC", "2020-02-02", "an order"),), programs)
    addresses = tuple(Address("a", "", country) for country in more.pop("addresses", ()))
    properties = {key: (value,) for key, value in more.items()}
    return Party(f"t:{number}", schema, "t", "v", tuple(aliases), (entry,), (), addresses, properties=properties)


PARTIES = [
    person(1, "VORLANTE QUISPE, Dario Emilio", nationality="Honduras", position="Minister of Defense of Honduras",
           gender="Male", birthDate="1970-05-02"),
    person(2, "VORLANTE OSTRO, Dario", nationality="Honduras", gender="Male"),
    body(3, "Hijos del Basalto", "Sons of Basalt", "HDB-9", weak=("Basalto",), addresses=("Honduras",),
         programs=("SDGT", "TCO")),
    body(4, "TARVIK FRONT", "TVKF", weak=("Front",), addresses=("Armenia",)),
    person(5, "ALI, Hassan", nationality="Iraq", gender="Male"),
    body(6, "JUSTICE", schema="Vessel", programs=("NPWMD",)),
    body(7, "NORTHERN PETREL 3", schema="Vessel", programs=("NPWMD",)),
    person(8, "KORVETZ, Ilarion Petrovich", also=["AL-KORVETZI, Ilarion"], weak=("Fox", "Said", "El Farero"),
           nationality="Russia", programs=("RUSSIA-EO14024",)),
    body(9, "OJSC BANK ZEMLINSKI", "SEPTEMBER LLC", "NATIONAL BANK", programs=("RUSSIA-EO14024",),
         addresses=("Russia",)),
    body(10, "ANSAR VALDORA", addresses=("Libya",)),
    body(11, "ANSAR VALDORA", addresses=("Yemen",)),
    body(12, "ZARVIKAN", "Lebanese Mirzolak", addresses=("Lebanon",)),
    body(13, "Estero Cartel", programs=("SDNTK",), addresses=("Mexico",)),
    person(14, "LOPEZ VIDAL, Carlos Antonio", nationality="Colombia", programs=("SDNTK",)),
    person(15, "MAREVIC, Selma", nationality="Serbia", gender="Female", programs=("BALKANS",)),
]  # fmt: skip


def codes_of(party: Party) -> tuple[str, ...]:
    """Return the codes of the countries that a party's list gives it."""
    said = {party.properties.get("nationality", ("",))[0], *(address.country for address in party.addresses)}
    return tuple(sorted({code for code, form, _ in listed_countries() if form in said}))


def names_of(parties: Sequence[Party]) -> PartyNames:
    """Return the names of parties as an index would hold them."""
    rows = [(number, party, alias) for number, party in enumerate(parties) for alias in party.aliases]
    forms = [
        written_forms(alias, person=party.schema == "Person", organisation=party.schema == "LegalEntity")
        for _, party, alias in rows
    ]
    bearers = [number for number, _, _ in rows]
    respelled = [party.schema != "Vessel" and alias.quality == "strong" for _, party, alias in rows]
    listed = ListNames(
        tabulate_written(forms, bearers, respelled, list),
        np.array(bearers),
        np.array([alias.quality == "weak" for _, _, alias in rows]),
        [alias.name for _, _, alias in rows],
    )
    return PartyNames.over(listed, lambda number: _bearer(parties[number]))


_NUMBERS = ("imoNumber", "passportNumber", "registrationNumber")


def _bearer(party: Party) -> ListBearer:
    births = tuple(map(parse_period, party.properties.get("birthDate", ())))
    gender = party.properties.get("gender", ("",))[0]
    positions = party.properties.get("position", ())
    numbers = tuple((name, value) for name in _NUMBERS for value in party.properties.get(name, ()))
    return ListBearer(
        party.id,
        party.caption,
        party.schema,
        party.programs,
        births,
        codes_of(party),
        positions,
        gender,
        numbers,
        party.delisted_in,
    )


def report_of(text: str, published: date | None = date(2025, 8, 9)) -> Report:
    """Return a report of one body zone."""
    zones = (Zone("body", Span(0, len(text))),)
    return Report("r1", "report.txt", "", "text", text, zones, published=published, language="en")

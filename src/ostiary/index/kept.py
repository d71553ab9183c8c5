"""What an index keeps of a party: little, so that all parties of all lists fit into memory together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from sys import intern

from ostiary.index.reading_names import pack_written_forms
from ostiary.model.errors import InputError
from ostiary.model.parties import Alias, Party
from ostiary.model.periods import parse_period
from ostiary.names.analysis import AnalysedName, NameClass, classes_of_schema, name_readings_anew

#: Properties of a party whose values are numbers that name it, beside its documents and wallets.
_IDENTIFIER_PROPERTIES = (
    "imoNumber",
    "mmsi",
    "callSign",
    "registrationNumber",
    "serialNumber",
    "icaoCode",
    "swiftBic",
    "bikCode",
    "dunsCode",
    "isinCode",
    "isin",
    "leiCode",
    "innCode",
    "ogrnCode",
    "okpoCode",
    "kppCode",
    "uscCode",
    "vatCode",
    "taxNumber",
    "idNumber",
    "passportNumber",
    "socialSecurityNumber",
    "licenseNumber",
    "crsNumber",
    "cageCode",
    "phone",
    "email",
    "aircraftConstructionNumber",
    "aircraftModeSCode",
    "previousAircraftTailNumber",
    "otherVesselCallSign",
    "micexCode",
)
_NATIONALITY_PROPERTIES = ("nationality", "citizenship")
_COUNTRY_PROPERTIES = (*_NATIONALITY_PROPERTIES, "country", "jurisdiction", "mainCountry", "flag")
#: Flags that a ship flew before, or flies without right.
_FORMER_FLAG_PROPERTIES = ("pastFlags", "otherVesselFlag", "flag:false")
_FOUNDING_PROPERTIES = ("incorporationDate", "buildDate")


@dataclass(frozen=True, slots=True)
class KeptName:
    """One name as the name of one kind of bearer.

    Attributes:
        text: As listed.
        strong: Whether the list calls it strong.
        analysed: Taken apart.
        reading: Which of the ways to take it apart this is.
        forms: How texts write it, packed (:class:`~ostiary.index.reading_names.PackedForms`).
    """

    text: str
    strong: bool
    analysed: AnalysedName
    reading: int
    forms: str


@dataclass(frozen=True, slots=True)
class KeptParty:
    """A party, with what screening and reading ask of it.

    Attributes:
        id: Its id.
        schema: FollowTheMoney's word for what it is.
        list_id: Its list.
        caption: Its primary name.
        delisted_in: Label of the version that it had left, or empty.
        programs: Tags of its programs.
        birth_days: First day, last day and circa of each birth date, one after the other.
        founding_days: The same of the dates on which it was founded, registered or built.
        birth_places: Where it was born, as written: towns, regions and countries.
        positions: What it is or was.
        gender: As listed, or empty.
        countries: Its countries, as written.
        nationalities: Those of them of which it is a national, as written.
        flags: Those whose flag it flies, as written.
        former_flags: Those whose flag it flew before, or without right, as written.
        addresses: In full.
        identifiers: Its numbers, each with what it is.
        aliases: How many names the list gives it.
    """

    id: str
    schema: str
    list_id: str
    caption: str
    delisted_in: str
    programs: tuple[str, ...]
    birth_days: tuple[int, ...]
    founding_days: tuple[int, ...]
    birth_places: tuple[str, ...]
    positions: tuple[str, ...]
    gender: str
    countries: tuple[str, ...]
    nationalities: tuple[str, ...]
    flags: tuple[str, ...]
    former_flags: tuple[str, ...]
    addresses: tuple[str, ...]
    identifiers: tuple[tuple[str, str], ...]
    aliases: int


def keep_party(party: Party) -> KeptParty:
    """Return what an index keeps of a party."""
    return KeptParty(
        id=party.id,
        schema=intern(party.schema),
        list_id=intern(party.list_id),
        caption=party.caption,
        delisted_in=intern(party.delisted_in),
        programs=tuple(map(intern, party.programs)),
        birth_days=tuple(_days(party, ("birthDate",))),
        founding_days=tuple(_days(party, _FOUNDING_PROPERTIES)),
        birth_places=tuple(map(intern, _values(party, ("birthPlace", "birthCountry")))),
        positions=party.properties.get("position", ()),
        gender="".join(party.properties.get("gender", ())[:1]),
        countries=tuple(map(intern, _country_texts(party))),
        nationalities=tuple(map(intern, _values(party, _NATIONALITY_PROPERTIES))),
        flags=tuple(map(intern, _values(party, ("flag",)))),
        former_flags=tuple(map(intern, _values(party, _FORMER_FLAG_PROPERTIES))),
        addresses=tuple(address.full for address in party.addresses),
        identifiers=tuple(_identifiers(party)),
        aliases=len(party.aliases),
    )


def keep_names(schema: str, aliases: Sequence[Alias]) -> Iterator[KeptName]:
    """Yield a party's names in each way to read them, as names of every kind of bearer that it may be.

    Args:
        schema: What it is.
        aliases: Its names.
    """
    return (name for kind in _read_classes(schema) for alias in aliases for name in _keep_name(alias, kind))


def _keep_name(alias: Alias, kind: NameClass) -> Iterator[KeptName]:
    """The name in each way to read it; how texts write it goes with the plainest."""
    forms = pack_written_forms(alias, kind)
    for reading, analysed in enumerate(name_readings_anew(alias.name, kind)):
        yield KeptName(alias.name, alias.quality == "strong", analysed, reading, "" if reading else forms)


def _values(party: Party, properties: Iterable[str]) -> list[str]:
    return [text for name in properties for text in party.properties.get(name, ())]


def _days(party: Party, properties: Iterable[str]) -> list[int]:
    """First day, last day and circa of each date, one after the other."""
    days: list[int] = []
    for text in _values(party, properties):
        try:
            period = parse_period(text)
        except InputError:
            continue  # a date that no reader could read compares with nothing
        days += [period.first.toordinal(), period.last.toordinal(), int(period.circa)]
    return days


def _country_texts(party: Party) -> list[str]:
    return _values(party, _COUNTRY_PROPERTIES) + [
        address.country for address in party.addresses if address.country
    ]


def _identifiers(party: Party) -> Iterator[tuple[str, str]]:
    """The party's identifiers with what each is."""
    for document in party.documents:
        yield document.number, document.type + (" marked fraudulent by the list" if document.fraudulent else "")
    for wallet in party.wallets:
        yield wallet.address, f"{wallet.currency} address"
    for name in _IDENTIFIER_PROPERTIES:
        for value in party.properties.get(name, ()):
            yield value, name


def _read_classes(schema: str) -> tuple[NameClass, ...]:
    """Return as which kinds of bearer names of a party are read: all of them where its kind is unknown."""
    allowed = classes_of_schema(schema)
    return allowed if len(allowed) == len(NameClass) else allowed[:1]

"""What an index keeps of a party: little, so that all parties of all lists fit into memory together."""

from collections.abc import Iterator
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
_COUNTRY_PROPERTIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")


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
        positions: What it is or was.
        gender: As listed, or empty.
        countries: Its countries, as written.
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
    positions: tuple[str, ...]
    gender: str
    countries: tuple[str, ...]
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
        birth_days=tuple(_birth_days(party)),
        positions=party.properties.get("position", ()),
        gender="".join(party.properties.get("gender", ())[:1]),
        countries=tuple(map(intern, _country_texts(party))),
        addresses=tuple(address.full for address in party.addresses),
        identifiers=tuple(_identifiers(party)),
        aliases=len(party.aliases),
    )


def keep_names(party: Party) -> tuple[KeptName, ...]:
    """Return a party's names in each way to read them, as names of every kind of bearer that it may be."""
    return tuple(
        name for kind in _read_classes(party.schema) for alias in party.aliases for name in _keep_name(alias, kind)
    )


def _keep_name(alias: Alias, kind: NameClass) -> Iterator[KeptName]:
    """The name in each way to read it; how texts write it goes with the plainest."""
    forms = pack_written_forms(alias, kind)
    for reading, analysed in enumerate(name_readings_anew(alias.name, kind)):
        yield KeptName(alias.name, alias.quality == "strong", analysed, reading, "" if reading else forms)


def _birth_days(party: Party) -> list[int]:
    """First day, last day and circa of each birth date, one after the other."""
    days: list[int] = []
    for text in party.properties.get("birthDate", ()):
        try:
            period = parse_period(text)
        except InputError:
            continue  # a date that no reader could read compares with nothing
        days += [period.first.toordinal(), period.last.toordinal(), int(period.circa)]
    return days


def _country_texts(party: Party) -> list[str]:
    texts = [text for name in _COUNTRY_PROPERTIES for text in party.properties.get(name, ())]
    return texts + [address.country for address in party.addresses if address.country]


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

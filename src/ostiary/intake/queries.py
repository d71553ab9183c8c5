"""Rows to queries: the values of one row, by field, become what is screened."""

from collections.abc import Iterable, Iterator, Mapping

from ostiary.intake.dates import read_birth_date
from ostiary.model.customers import CustomerRow, FieldWarning
from ostiary.model.errors import InputError
from ostiary.model.queries import Query

_NAME_PARTS = ("first_name", "middle_name", "last_name")

#: What customer files call a schema, to FollowTheMoney's word.
_SCHEMAS = {
    "person": "Person",
    "individual": "Person",
    "naturalperson": "Person",
    "company": "Company",
    "organization": "Organization",
    "organisation": "Organization",
    "legalentity": "LegalEntity",
    "entity": "LegalEntity",
    "business": "LegalEntity",
    "corporate": "LegalEntity",
    "publicbody": "PublicBody",
    "vessel": "Vessel",
    "ship": "Vessel",
    "airplane": "Airplane",
    "aircraft": "Airplane",
    "cryptowallet": "CryptoWallet",
    "wallet": "CryptoWallet",
}

#: What customer files write for a gender; anything else says nothing.
_GENDERS = {
    **dict.fromkeys(("m", "male", "man", "mr", "masculino", "homme", "männlich", "hombre"), "male"),
    **dict.fromkeys(
        ("f", "female", "woman", "ms", "mrs", "w", "femenino", "femme", "weiblich", "mujer"), "female"
    ),
}

#: The values of a row by field, as they stand in the file.
Values = Mapping[str, list[str]]


def split_values(cells: Iterable[tuple[str, str]], separator: str) -> dict[str, list[str]]:
    """Return the values by field of pairs of field and cell; cells hold several values joined by the separator.

    A key, a schema, and the parts of a name or an address are never split.
    """
    values: dict[str, list[str]] = {}
    for field, cell in cells:
        whole = not separator or field in ("id", "schema", "address_part", "gender", *_NAME_PARTS)
        found = [cell] if whole else cell.split(separator)
        values.setdefault(field, []).extend(found)
    return values


def read_query(number: int, values: Values, raw: str) -> tuple[CustomerRow, tuple[FieldWarning, ...]]:
    """Return a row's query, and a warning for each value that could not be taken as it stands.

    Args:
        number: Of the row; it becomes the key where the row has none.
        values: By field of :data:`~ostiary.intake.columns.FIELDS`.
        raw: The row as it stands.
    """
    clean = {field: _clean(found) for field, found in values.items()}
    key = next(iter(clean.get("id", ())), str(number))
    schema, schema_faults = _read_schema(clean.get("schema", []))
    births, birth_faults = _read_dates("birth_dates", clean)
    foundings, founding_faults = _read_dates("founding_dates", clean)
    query = Query(
        id=key,
        names=tuple(_names(clean)),
        schema=schema,
        birth_dates=tuple(births),
        countries=tuple(clean.get("countries", ())),
        identifiers=(*clean.get("identifiers", ()), *clean.get("ship_numbers", ())),
        addresses=tuple(_addresses(clean)),
        gender=_GENDERS.get(next(iter(clean.get("gender", ())), "").casefold(), ""),
        nationalities=tuple(clean.get("nationalities", ())),
        birth_places=tuple(clean.get("birth_places", ())),
        flags=tuple(clean.get("flags", ())),
        founding_dates=tuple(foundings),
        clues=tuple(_clues(clean)),
    )
    faults = (*schema_faults, *birth_faults, *founding_faults)
    return CustomerRow(number, query, raw), tuple(FieldWarning(number, key, *fault) for fault in faults)


def _clean(values: Iterable[str]) -> list[str]:
    """Return the values without blanks around and inside, each once, empty ones left out."""
    return list(dict.fromkeys(text for value in values if (text := " ".join(value.split()))))


def _names(values: Values) -> Iterator[str]:
    names = values.get("name", [])
    yield from names
    whole = " ".join(part for field in _NAME_PARTS for part in values.get(field, []))
    if whole and whole not in names:
        yield whole


def _clues(values: Values) -> Iterator[str]:
    """What the columns that are filled say of the kind of bearer."""
    if values.get("first_name") and values.get("last_name"):
        yield "given and family name"
    if values.get("ship_numbers"):
        yield "IMO number"


def _addresses(values: Values) -> Iterator[str]:
    yield from values.get("addresses", [])
    if parts := values.get("address_part"):
        yield ", ".join(parts)


def find_schema(text: str) -> str:
    """Return FollowTheMoney's word for what a name names, however a customer file calls it; empty if unknown."""
    return _SCHEMAS.get("".join(sign for sign in text.casefold() if sign.isalnum()), "")


def list_schemas() -> tuple[str, ...]:
    """Return the words of :func:`find_schema`, each once."""
    return tuple(dict.fromkeys(_SCHEMAS.values()))


def _read_schema(values: list[str]) -> tuple[str, list[tuple[str, str, str]]]:
    if not values:
        return "", []
    if found := find_schema(values[0]):
        return found, []
    return "", [("schema", values[0], "unknown schema: compared with every kind of party")]


def _read_dates(field: str, values: Values) -> tuple[list[str], list[tuple[str, str, str]]]:
    dates, faults = [], []
    for value in values.get(field, ()):
        try:
            written, remark = read_birth_date(value)
        except InputError as error:
            faults.append((field, value, f"left out: {error.what}"))
            continue
        dates.append(written)
        if remark:
            faults.append((field, value, remark))
    return dates, faults

"""Which column holds what: common header names, and the user's own mapping."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ostiary.model.errors import CustomerFileError

#: What a column may be read as. The parts of a name or an address are joined.
FIELDS = (
    "id",
    "name",
    "first_name",
    "middle_name",
    "last_name",
    "schema",
    "birth_dates",
    "countries",
    "nationalities",
    "birth_places",
    "flags",
    "founding_dates",
    "identifiers",
    "ship_numbers",
    "addresses",
    "address_part",
    "gender",
)
#: A file needs one of these.
NAMING = ("name", "first_name", "last_name", "identifiers", "ship_numbers")

_SINGLE = ("id", "schema", "gender")
_SPOKEN = {"names": "name", "country": "countries", "nationality": "nationalities", "address": "addresses"} | {
    field.removesuffix("s"): field
    for field in ("birth_dates", "birth_places", "flags", "founding_dates", "identifiers", "ship_numbers")
}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one file.

    Attributes:
        fields: For each column, in order, the field that it is read as, or empty.
        headers: The columns as they are called in the file.
    """

    fields: tuple[str, ...]
    headers: tuple[str, ...]

    @property
    def taken(self) -> tuple[tuple[str, str], ...]:
        """Pairs of column and field."""
        return tuple((h, f) for h, f in zip(self.headers, self.fields, strict=True) if f)

    @property
    def ignored(self) -> tuple[str, ...]:
        """Columns that are not read."""
        return tuple(h for h, f in zip(self.headers, self.fields, strict=True) if not f)


def fold_header(header: str) -> str:
    """Return a header without case, accents, spaces and signs: ``Date_of Birth`` and ``dateOfBirth`` are one."""
    plain = unicodedata.normalize("NFKD", header).casefold()
    return re.sub(r"[\W_]|[\u0300-\u036f]", "", plain)


@cache
def known_headers() -> Mapping[str, str]:
    """Return the field of every folded header that is recognised, from ``data/columns.csv``."""
    table = files(__package__).joinpath("data", "columns.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {fold_header(header): row["field"] for row in rows for header in row["headers"].split("|")}


def read_mapping(mapping: Mapping[str, str]) -> dict[str, str]:
    """Return the user's mapping with folded columns and checked fields.

    Args:
        mapping: Column of the file to field (``{"Kunde": "name"}``); an empty field leaves the column out.

    Raises:
        CustomerFileError: There is no such field.
    """
    checked = {column: _SPOKEN.get(field.strip(), field.strip()) for column, field in mapping.items()}
    for column, field in checked.items():
        if field and field not in FIELDS:
            raise CustomerFileError(
                f"There is no field {field!r} to read a column as.",
                where=f"--map {column}={field}",
                advice=f"The fields are {', '.join(FIELDS)}.",
            )
    return {fold_header(column): field for column, field in checked.items()}


def recognise_columns(headers: Iterable[str], mapping: Mapping[str, str], where: str) -> Columns:
    """Return what each column of a table is read as.

    Args:
        headers: The columns, in order.
        mapping: As :func:`read_mapping` returns it; it goes before the known headers.
        where: The file, for the error.

    Raises:
        CustomerFileError: No column names anyone, or the mapping names a column that is not there.
    """
    named = tuple(headers)
    folded = [fold_header(header) for header in named]
    missing = [column for column in mapping if column not in folded]
    fields = _drop_repeats([mapping[h] if h in mapping else known_headers().get(h, "") for h in folded])
    if missing or not any(field in NAMING for field in fields):
        what = f"There is no column {missing[0]!r}" if missing else "No column holds a name or an identifier"
        raise CustomerFileError(
            f"{what}; the columns are: {', '.join(named) or 'none'}.",
            where=where,
            advice='Name the column with --map "COLUMN=name"; the first line must hold the column names.',
        )
    return Columns(fields, named)


def _drop_repeats(fields: list[str]) -> tuple[str, ...]:
    return tuple(
        "" if field in _SINGLE and field in fields[:place] else field for place, field in enumerate(fields)
    )

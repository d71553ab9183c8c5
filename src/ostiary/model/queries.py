"""Queries: one as an object at the edge, many as columns inside."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

#: The columns of a batch, as Arrow would write their types. Lists hold zero or more values per query.
QUERY_COLUMNS: tuple[tuple[str, str], ...] = (
    ("id", "string"),
    ("names", "list<string>"),
    ("schema", "string"),
    ("birth_dates", "list<string>"),
    ("countries", "list<string>"),
    ("identifiers", "list<string>"),
    ("addresses", "list<string>"),
    ("gender", "string"),
    ("nationalities", "list<string>"),
    ("birth_places", "list<string>"),
    ("flags", "list<string>"),
    ("founding_dates", "list<string>"),
    ("clues", "list<string>"),
)


@dataclass(frozen=True, slots=True)
class Query:
    """What is screened: a name and whatever else is known of its bearer.

    Attributes:
        id: The user's own key for it.
        names: Written names; each is compared, the best counts.
        schema: FollowTheMoney schema, or empty if unknown: then it is compared with every kind of party.
        birth_dates: EDTF.
        countries: Codes or names, as given: of residence, address, registration, or of what is not said.
        identifiers: Passport, tax, registration, IMO, wallet numbers, as given.
        addresses: As given.
        gender: ``male``, ``female`` or empty.
        nationalities: Countries of which it is a national, codes or names, as given.
        birth_places: Town, region or country of birth, as given; several parts of one place, or several places.
        flags: Countries whose flag a ship flies, codes or names, as given.
        founding_dates: EDTF; when a company was founded or registered, or a ship built.
        clues: What the row says of the kind of bearer without naming it (``given and family name``), in words that
            can be shown; see :mod:`ostiary.screening.kinds`.
    """

    id: str = ""
    names: tuple[str, ...] = ()
    schema: str = ""
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    gender: str = ""
    nationalities: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    founding_dates: tuple[str, ...] = ()
    clues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryBatch:
    """Many queries, a column per field of :class:`Query`, all of one length."""

    id: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    schema: tuple[str, ...]
    birth_dates: tuple[tuple[str, ...], ...]
    countries: tuple[tuple[str, ...], ...]
    identifiers: tuple[tuple[str, ...], ...]
    addresses: tuple[tuple[str, ...], ...]
    gender: tuple[str, ...]
    nationalities: tuple[tuple[str, ...], ...]
    birth_places: tuple[tuple[str, ...], ...]
    flags: tuple[tuple[str, ...], ...]
    founding_dates: tuple[tuple[str, ...], ...]
    clues: tuple[tuple[str, ...], ...]

    def __len__(self) -> int:
        return len(self.id)

    def __iter__(self) -> Iterator[Query]:
        columns = (getattr(self, column.name) for column in fields(self))
        return (Query(*row) for row in zip(*columns, strict=True))


def collect_batch(queries: Iterable[Query]) -> QueryBatch:
    """Return the queries as columns, in their order."""
    rows = list(queries)
    return QueryBatch(*(tuple(getattr(row, name) for row in rows) for name, _ in QUERY_COLUMNS))

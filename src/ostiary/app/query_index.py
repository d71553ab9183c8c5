"""Customers as an index: which of them could a change of the lists concern?

Customers' names are compiled by the same compiler as listed ones, and the names of a changed listing are then the
queries: its cost is that of a few names, whatever the number of customers. Words, pairs of words and leftovers
count the same both ways round, so a customer whom the listing's name does not find here is none whom screening
would have found. Where they do not (a query is read in a way in which a listed name is not), the customer is found
for that. Those found are screened as ever, and only that says what is a hit.
"""

import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cached_property
from itertools import chain, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ostiary.app.collection import collect_rarely
from ostiary.app.hit_files import arrow_schema
from ostiary.index import open_index
from ostiary.index.compilation import compile_index
from ostiary.model.customers import CustomerBlock, CustomerRow
from ostiary.model.errors import IndexFileError
from ostiary.model.parties import Alias, Party
from ostiary.model.profiles import Profile
from ostiary.model.queries import QUERY_COLUMNS, Query
from ostiary.model.statements import ListVersion, Snapshot
from ostiary.names.analysis import NameClass, classes_of_schema, name_readings, query_readings
from ostiary.screening.candidates import CandidateSearch

#: Points by which the search among customers asks for less than screening would: none is lost by a rounding.
MARGIN = 25

#: A schema whose names are read as those of one kind of bearer alone.
SCHEMA_OF_CLASS = {NameClass.PERSON: "Person", NameClass.ORGANISATION: "Company", NameClass.OBJECT: "Vessel"}

_LIST = "customers"
_NAMES, _QUERIES, _FACTS = "names.ostiary", "queries.arrow", "facts.json"
_COLUMNS = (("row", "int64"), *QUERY_COLUMNS)
_COUNTRY_COLUMNS = ("countries", "nationalities", "flags", "birth_places")
#: Queries in one batch of the stored file.
_BATCH = 4096
_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class StoredCounts:
    """Of a customers' file.

    Attributes:
        rows: Its rows.
        rejected: Those that could not be read.
        one_sided: Places of customers with a name that is read otherwise as a query than as a listed one.
    """

    rows: int
    rejected: int
    one_sided: Sequence[int] = ()


class QueryIndex:
    """Compiled customers.

    Args:
        folder: As :func:`compile_queries` wrote it.

    Attributes:
        counts: Of the rows of the file.

    Raises:
        IndexFileError: It is damaged, or of another release.
    """

    def __init__(self, folder: Path) -> None:
        self._index = open_index(folder / _NAMES)
        try:
            self.counts = StoredCounts(**json.loads((folder / _FACTS).read_text(encoding="utf-8")))
            self._stored = pa.ipc.open_file(pa.memory_map(str(folder / _QUERIES)))
        except (OSError, ValueError, TypeError, pa.ArrowException) as error:
            raise IndexFileError(
                "The compiled customers are damaged.",
                where=str(folder),
                advice="Delete the folder; it is made anew.",
            ) from error

    def find_near(self, asked: Iterable[Query], profile: Profile) -> set[int]:
        """Return the places of all customers for whom a listing could be a hit, in either answer.

        Args:
            asked: Names and numbers of listings, each with a schema of :data:`SCHEMA_OF_CLASS`.
            profile: Under which customers are screened.
        """
        queries = list(asked)
        search = CandidateSearch(self._index, replace(profile, name_floor=profile.name_floor - MARGIN))
        parties: set[int] = set()
        for query in queries:
            parties.update(search.find(query))
            for name in query.names:
                parties.update(int(self._index.name_party[at]) for at in self._index.find_exact(name))
        places = {int(self._index.party(party).id.partition("/")[0]) for party in parties}
        return places.union(self.counts.one_sided) if queries else places

    def country_texts(self) -> list[str]:
        """Return the countries, flags and places of birth of all customers as they are written, each once."""
        columns = chain.from_iterable(self._country_columns)
        return sorted({text for texts in columns for text in pc.unique(texts.flatten()).to_pylist()})

    def find_of_countries(self, texts: Sequence[str]) -> set[int]:
        """Return the places of the customers with one of these countries, as written."""
        if not texts:
            return set()
        wanted = pa.array(texts, pa.string())
        places: set[int] = set()
        numbered = ((number, column) for number, columns in enumerate(self._country_columns) for column in columns)
        for number, column in numbered:
            parents = pc.list_parent_indices(column).filter(pc.is_in(column.flatten(), wanted))
            places.update(number * _BATCH + int(row) for row in parents.to_pylist())
        return places

    def read(self, places: Iterable[int], size: int) -> Iterator[CustomerBlock]:
        """Yield the customers at some places in their order, in blocks."""
        rows = (self._row(place) for place in sorted(places))
        while block := tuple(islice(rows, size)):
            yield CustomerBlock(block)

    @cached_property
    def _country_columns(self) -> list[list[Any]]:
        """The columns that name countries, of each batch."""
        batches = (self._stored.get_batch(at) for at in range(self._stored.num_record_batches))
        return [[batch.column(name) for name in _COUNTRY_COLUMNS] for batch in batches]

    def _row(self, place: int) -> CustomerRow:
        batch = self._stored.get_batch(place // _BATCH)
        [stored] = batch.slice(place % _BATCH, 1).to_pylist()
        number = stored.pop("row")
        plain: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()
        }
        return CustomerRow(number, Query(**plain), "")


def compile_queries(blocks: Iterable[CustomerBlock], folder: Path) -> QueryIndex:
    """Compile customers into a folder, which appears whole or not at all, and return them.

    Args:
        blocks: All blocks of the customers' file.
        folder: Where; an old one is replaced.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".customers.", dir=folder.parent) as made:
        part = Path(made) / "whole"
        part.mkdir()
        counts = _store(blocks, part)
        (part / _FACTS).write_text(json.dumps(counts), encoding="utf-8")
        with collect_rarely():
            parties = list(_make_parties(part / _QUERIES))
            compile_index(parties, [_make_version(len(parties))], part / _NAMES)
        shutil.rmtree(folder, ignore_errors=True)
        part.replace(folder)
    return QueryIndex(folder)


@contextmanager
def use_compiled(blocks: Iterable[CustomerBlock], kept: Path | None) -> Iterator[QueryIndex]:
    """Compile customers, or open them as they were compiled before.

    Args:
        blocks: All blocks of the customers' file; not read if they are compiled.
        kept: The folder that keeps them; None: they are compiled for this once.

    Yields:
        The customers.
    """
    if kept is None:
        with tempfile.TemporaryDirectory(prefix="ostiary.") as folder:
            yield compile_queries(blocks, Path(folder) / "customers")
        return
    try:
        found = QueryIndex(kept)
    except IndexFileError:
        found = compile_queries(blocks, kept)
    yield found


def name_compiled(parts: Sequence[str]) -> str:
    """Return the name of the folder of a customers' file: a digest of what decides how it is read."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def _store(blocks: Iterable[CustomerBlock], folder: Path) -> dict[str, Any]:
    """Write the queries as columns and return the counts of rows."""
    counts: dict[str, Any] = {"rows": 0, "rejected": 0, "one_sided": []}
    place = 0
    schema = arrow_schema(_COLUMNS)
    waiting: list[dict[str, Any]] = []
    with pa.OSFile(str(folder / _QUERIES), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for block in blocks:
            counts["rows"] += len(block)
            counts["rejected"] += len(block.rejects)
            waiting += [_plain_row(row) for row in block.rows]
            counts["one_sided"] += [at for at, row in enumerate(block.rows, place) if _is_one_sided(row.query)]
            place += len(block.rows)
            while len(waiting) >= _BATCH:
                writer.write_batch(pa.RecordBatch.from_pylist(waiting[:_BATCH], schema=schema))
                del waiting[:_BATCH]
        if waiting:
            writer.write_batch(pa.RecordBatch.from_pylist(waiting, schema=schema))
    return counts


def _is_one_sided(query: Query) -> bool:
    """Whether a name is read in more ways as a query than as a listed name: one cut at the end of its field."""
    return any(
        len(query_readings(text, name_class)) > len(name_readings(text, name_class))
        for text in query.names
        for name_class in classes_of_schema(query.schema)
    )


def _plain_row(row: CustomerRow) -> dict[str, Any]:
    return {"row": row.number} | {name: getattr(row.query, name) for name, _ in QUERY_COLUMNS}


def _make_parties(queries: Path) -> Iterator[Party]:
    """Each customer as a party of every kind of bearer that screening would read the name as."""
    stored = pa.ipc.open_file(pa.memory_map(str(queries)))
    batches = (stored.get_batch(at) for at in range(stored.num_record_batches))
    rows = chain.from_iterable(batch.select(["names", "schema", "identifiers"]).to_pylist() for batch in batches)
    for place, row in enumerate(rows):
        aliases = tuple(Alias("", name, "name", "strong", "") for name in row["names"])
        properties = {"idNumber": tuple(row["identifiers"])} if row["identifiers"] else {}
        for name_class in classes_of_schema(row["schema"]):
            schema = SCHEMA_OF_CLASS[name_class]
            yield Party(f"{place:012d}/{schema}", schema, _LIST, "", aliases, properties=properties)


def _make_version(parties: int) -> ListVersion:
    snapshot = Snapshot("", 0, _LIST)
    recorded = datetime(_DAY.year, _DAY.month, _DAY.day, tzinfo=UTC)
    return ListVersion(_LIST, 1, "", _DAY, recorded, snapshot, "", parties, 0)

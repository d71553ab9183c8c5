"""What stands of some parties in one version, as assembling takes it: by part."""

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from functools import partial, reduce
from json import loads
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)

from ostiary.database import Store
from ostiary.model import vocabulary as words
from ostiary.register.ahead import work_ahead
from ostiary.register.rows import STANDS
from ostiary.register.schema import RETRACTION, STATEMENT, TEXT
from ostiary.register.subjects import read_kind
from ostiary.register.texts import bind_ids, find_texts, split_chunks

#: Parties read together: bounds the memory.
_BATCH = 400
#: In place of the property of a statement that does not hold on the day asked; no text has this number.
_EXCLUDED: Final = 0

_DAY: BindParameter[str] = bindparam("day")
_HOLDS = or_(
    _DAY == "",
    and_(STATEMENT.c.valid_from <= _DAY, or_(STATEMENT.c.valid_until == "", STATEMENT.c.valid_until >= _DAY)),
)
# The property first: then the dates are compared for few.
_IS_PROGRAM = and_(STATEMENT.c.property == bindparam("program"), _HOLDS)
_SUBJECT, _VALUE = TEXT.alias("subject"), TEXT.alias("value")


def _list_texts(texts: ColumnElement[str]) -> ColumnElement[str]:
    return func.json_group_array(texts, type_=String)


def _list_numbers(numbers: ColumnElement[Any]) -> ColumnElement[str]:
    return "[" + func.coalesce(func.aggregate_strings(cast(numbers, String), ","), "") + "]"


def _write_array(first: ColumnElement[str], *others: ColumnElement[str]) -> ColumnElement[str]:
    return "[" + reduce(lambda written, one: written + "," + one, others, first) + "]"


_SAID = _write_array(
    cast(STATEMENT.c.party, String),
    _list_texts(_SUBJECT.c.value),
    _list_numbers(case((_HOLDS, STATEMENT.c.property), else_=_EXCLUDED)),
    _list_texts(_VALUE.c.value),
    _list_numbers(case((_IS_PROGRAM, STATEMENT.c.id))),
    _list_numbers(case((_IS_PROGRAM, STATEMENT.c.version))),
)
_PARTIES = (
    select(_SAID.label("said"))
    .select_from(STATEMENT)
    .join(_SUBJECT, _SUBJECT.c.id == STATEMENT.c.subject)
    .join(_VALUE, _VALUE.c.id == STATEMENT.c.value)
    .outerjoin(RETRACTION, RETRACTION.c.statement == STATEMENT.c.id)
    .where(STATEMENT.c.party.in_(bind_ids("parties")), STANDS)
    .group_by(STATEMENT.c.party)
)


def _gather(parties: Select[Any]) -> Select[Any]:
    # One JSON text for all: no objects are made while the database works, so nothing else has to wait for it.
    said = parties.subquery()
    return select("[" + func.aggregate_strings(said.c.said, ",") + "]")


_ALL = _gather(_PARTIES)
_SOME = _gather(_PARTIES.where(STATEMENT.c.property.in_(bind_ids("properties"))))


class Program(NamedTuple):
    """A statement that an entry is under a program.

    Attributes:
        id: The statement's number in the register.
        first: Id of the version that brought it.
        subject: The entry, below the party.
        tag: The program.
    """

    id: int
    first: int
    subject: str
    tag: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of one party.

    Attributes:
        kinds: What is said, by kind of part and subject; the party itself is kind ``""`` and subject ``""``.
        programs: The programs of its entries.
        excluded: Kinds of parts of which something is said that does not hold on the day asked.
    """

    kinds: defaultdict[str, dict[str, dict[str, list[str]]]] = field(default_factory=lambda: defaultdict(dict))
    programs: list[Program] = field(default_factory=list)
    excluded: set[str] = field(default_factory=set)


class StandingReader:
    """Reads what stands in one version, leaving out statements whose own dates exclude a day.

    Args:
        store: Where it is read from.
        version: Id of the version.
        valid_on: The day; None: leave nothing out.
    """

    def __init__(self, store: Store, version: int, valid_on: date | None) -> None:
        self._store = store
        self._asked = {"version": version, "day": valid_on.isoformat() if valid_on else ""}
        self._names = {_EXCLUDED: ""}

    def read(self, parties: Iterable[int]) -> Iterator[tuple[int, Standing]]:
        """Give some parties with what stands of each, in their order, without those that are not in the version.

        A few are read at a time, while those before them are at work.

        Raises:
            RegisterError: The register cannot be read.
        """
        # One connection for all: each call of the database gives up Python's lock, and the other thread keeps it.
        with self._store.read() as connection:
            fetch = partial(self._fetch, connection, self._bind(connection))
            with closing(work_ahead(fetch, list(split_chunks(parties, _BATCH)))) as fetched:
                for chunk, text in fetched:
                    found = self._read_text(text)
                    yield from ((party, found[party]) for party in chunk if party in found)

    def read_properties(self, parties: Iterable[int], properties: Collection[str]) -> dict[int, Standing]:
        """Return what stands of some properties of some parties.

        Raises:
            RegisterError: The register cannot be read.
        """
        found: dict[int, Standing] = {}
        with self._store.read() as connection:
            bound = self._bind(connection, properties)
            for chunk in split_chunks(parties):
                found |= self._read_text(self._fetch(connection, bound, chunk)[1])
        return found

    def _bind(self, connection: Connection, properties: Collection[str] = ()) -> dict[str, object]:
        """Return what every query is asked with, by name; of some properties alone if any are named."""
        ids = find_texts(connection, {*properties, words.ENTRY_PROGRAM})
        bound = {**self._asked, "program": ids.get(words.ENTRY_PROGRAM)}
        return {**bound, "properties": [ids[prop] for prop in properties if prop in ids]} if properties else bound

    def _fetch(
        self, connection: Connection, bound: Mapping[str, object], parties: Sequence[int]
    ) -> tuple[Sequence[int], str]:
        query = _SOME if "properties" in bound else _ALL
        return parties, connection.scalar(query, {**bound, "parties": parties}) or "[]"

    def _read_text(self, text: str) -> dict[int, Standing]:
        rows = loads(text)
        self._load_names(set().union(*[row[2] for row in rows]).difference(self._names))
        name = self._names.__getitem__
        return {
            party: _group(subjects, map(name, properties), values, zip(*programs, strict=True))
            for party, subjects, properties, values, *programs in rows
        }

    def _load_names(self, ids: Collection[int]) -> None:
        if ids:
            with self._store.read() as connection:
                query = select(TEXT.c.id, TEXT.c.value).where(TEXT.c.id.in_(ids))
                self._names.update((id_, value) for id_, value in connection.execute(query))


def _group(
    subjects: Iterable[str], properties: Iterable[str], values: Iterable[str], programs: Iterator[tuple[int, int]]
) -> Standing:
    """Return what stands of one party.

    Args:
        subjects: Of each statement.
        properties: Of each; empty: it does not hold on the day.
        values: Of each.
        programs: Number and version of each statement of a program that holds.
    """
    standing = Standing()
    last: str | None = None
    own: dict[str, list[str]] = {}
    program = words.ENTRY_PROGRAM
    for subject, name, value in zip(subjects, properties, values, strict=True):
        if not name:
            standing.excluded.add(read_kind(subject))
            continue
        if subject != last:
            last = subject
            own = standing.kinds[read_kind(subject)].setdefault(subject, {})
        if name in own:
            insort(own[name], value)
        else:
            own[name] = [value]
        if name == program:
            standing.programs.append(Program(*next(programs), subject, value))
    return standing

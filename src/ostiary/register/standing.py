"""What stands of some parties in one version, as assembling takes it: by part, each text read once."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, CursorResult, Select, select

from ostiary.model import vocabulary as words
from ostiary.register.parts import Said
from ostiary.register.rows import STANDS
from ostiary.register.schema import RETRACTION, STATEMENT, TEXT
from ostiary.register.subjects import read_kind
from ostiary.register.texts import bind_ids, find_texts, split_chunks

#: Texts kept from one batch of parties to the next: most values come again, and memory stays bounded.
_MOST_TEXTS = 30_000

_ROWS = (
    select(
        STATEMENT.c.party,
        STATEMENT.c.subject,
        STATEMENT.c.property,
        STATEMENT.c.value,
        STATEMENT.c.valid_from,
        STATEMENT.c.valid_until,
        STATEMENT.c.id,
        STATEMENT.c.version,
    )
    .outerjoin(RETRACTION, RETRACTION.c.statement == STATEMENT.c.id)
    .where(STATEMENT.c.party.in_(bind_ids("parties")), STANDS)
)
_ROWS_OF_PROPERTIES = _ROWS.where(STATEMENT.c.property.in_(bind_ids("properties")))


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

    kinds: defaultdict[str, dict[str, Said]] = field(default_factory=lambda: defaultdict(dict))
    programs: list[Program] = field(default_factory=list)
    excluded: set[str] = field(default_factory=set)


class StandingReader:
    """Reads what stands in one version, leaving out statements whose own dates exclude a day.

    Args:
        version: Id of the version.
        valid_on: The day; None: leave nothing out.
    """

    def __init__(self, version: int, valid_on: date | None) -> None:
        self._version = version
        self._day = valid_on.isoformat() if valid_on else ""
        self._texts: dict[int, str] = {}

    def read(self, connection: Connection, parties: Iterable[int]) -> dict[int, Standing]:
        """Return what stands of some parties; nothing of those that are not in the version."""
        return self._read(connection, _ROWS, parties, {})

    def read_properties(
        self, connection: Connection, parties: Iterable[int], properties: Collection[str]
    ) -> dict[int, Standing]:
        """Return what stands of some properties of some parties."""
        bound = {"properties": list(find_texts(connection, properties).values())}
        return self._read(connection, _ROWS_OF_PROPERTIES, parties, bound)

    def _read(
        self, connection: Connection, query: Select[Any], parties: Iterable[int], bound: Mapping[str, object]
    ) -> dict[int, Standing]:
        found: dict[int, Standing] = {}
        for chunk in split_chunks(parties):
            rows = _fetch_all(connection.execute(query, {"parties": chunk, "version": self._version, **bound}))
            self._load_texts(connection, rows)
            found.update(self._group(rows))
        return found

    def _load_texts(self, connection: Connection, rows: Sequence[tuple[Any, ...]]) -> None:
        if len(self._texts) > _MOST_TEXTS:
            self._texts.clear()
        wanted = {id_ for row in rows for id_ in row[1:4]}
        for chunk in split_chunks(sorted(wanted - self._texts.keys())):
            # Put together here: so many numbers take the toolkit a tenth of the whole time.
            ids = ",".join(map(str, chunk))
            query = f"SELECT id, value FROM {TEXT.name} WHERE id IN ({ids})"  # noqa: S608 - numbers of our own
            self._texts.update(_fetch_all(connection.exec_driver_sql(query)))

    def _group(self, rows: Iterable[tuple[Any, ...]]) -> dict[int, Standing]:
        found: defaultdict[int, Standing] = defaultdict(Standing)
        said: dict[tuple[int, int], dict[str, list[str]]] = {}
        texts, day = self._texts, self._day
        last_party, last_subject, own = 0, 0, {}
        for party, subject, prop, value, start, end, id_, version in rows:
            if day and (start or end) and (start > day or (end and end < day)):
                found[party].excluded.add(read_kind(texts[subject]))
                continue
            if subject != last_subject or party != last_party:
                last_party, last_subject = party, subject
                own = said.setdefault((party, subject), {})
            name = texts[prop]
            if name in own:
                own[name].append(texts[value])
            else:
                own[name] = [texts[value]]
            if name == words.ENTRY_PROGRAM:
                found[party].programs.append(Program(id_, version, texts[subject], texts[value]))
        for (party, subject), values in said.items():
            text = texts[subject]
            found[party].kinds[read_kind(text)][text] = values
        return dict(found)


def _fetch_all(result: CursorResult[Any]) -> list[Any]:
    """Return all rows as the driver gives them: a row of the toolkit's own for each takes half the time again."""
    rows = list(result.cursor.fetchall()) if result.cursor else []
    result.close()
    return rows

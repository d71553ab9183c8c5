"""Files of holdings: CSV and its relatives, or JSON lines; every row read, or listed with what is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Final

from ostiary.intake.columns import fold_header
from ostiary.intake.lines import Lines
from ostiary.intake.objects import ObjectRow, read_objects
from ostiary.intake.sources import examine_file, open_source
from ostiary.intake.tables import TableReader
from ostiary.model.customers import Reject
from ostiary.model.errors import CustomerFileError, HoldingFileError, NotFoundError
from ostiary.model.ownership import Holding, HoldingFault, HoldingFile
from ostiary.ownership.checks import find_contradictions, find_doubts
from ostiary.ownership.rows import COLUMNS, NEEDED, read_row
from ostiary.ownership.standing import GOVERNMENT
from ostiary.register import Register

#: Most rows of a file.
MOST_ROWS: Final = 1_000_000

_COLUMNS: Final = {fold_header(name): name for name in COLUMNS}
_Row = tuple[int, Mapping[str, str]] | HoldingFault


def read_holding_file(path: Path, encoding: str = "", today: date | None = None) -> HoldingFile:
    """Return what a file of holdings says, with all that is wrong in it.

    Args:
        path: CSV, TSV or JSON lines, by its suffix (``.gz`` may follow); any other is read as CSV.
        encoding: Of a text that is neither UTF-8 nor UTF-16 with its mark.
        today: Later days are days to come; None: the real one.

    Raises:
        HoldingFileError: It is absent, empty or damaged, lacks a column, or has too many rows.
    """
    try:
        source = examine_file(path)
        with open_source(source) as (stream, _):
            if source.kind == "table":
                with Lines(stream, encoding) as lines:
                    rows, unread = _read_table(TableReader(lines, str(path)), str(path))
            elif source.kind == "json":
                rows, unread = _read_objects(read_objects(stream, str(path), encoding))
            else:
                raise HoldingFileError("Parquet is not read here.", where=str(path), advice="Write CSV.")
    except CustomerFileError as error:
        raise HoldingFileError(error.what, where=error.where, advice=error.advice) from error
    if len(rows) > MOST_ROWS:
        raise HoldingFileError(f"It has over {MOST_ROWS:,} rows.", where=str(path), advice="Split the file.")
    return _check(path.name, source.digest, rows, unread, today or datetime.now(UTC).date())


def _read_table(reader: TableReader, where: str) -> tuple[list[_Row], list[str]]:
    columns = [_COLUMNS.get(fold_header(header), "") for header in reader.headers]
    missing = [name for name in NEEDED if name not in columns]
    twice = [name for name in columns if name and columns.count(name) > 1]
    if missing or twice:
        what = f"There is no column {missing[0]!r}" if missing else f"Two columns are {twice[0]!r}"
        raise HoldingFileError(
            f"{what}; the columns are: {', '.join(reader.headers)}.",
            where=where,
            advice=f"They are called: {', '.join(COLUMNS)}.",
        )
    rows: list[_Row] = []
    for row in islice(reader.rows(), MOST_ROWS + 1):
        if isinstance(row, Reject):
            rows.append(HoldingFault(row.number, "", row.raw[:100], row.reason))
        elif row.raw.strip():
            cells = zip(columns, row.cells, strict=False)
            rows.append((row.number, {name: cell for name, cell in cells if name}))
    return rows, [header for header, name in zip(reader.headers, columns, strict=True) if not name]


def _read_objects(objects: Iterable[ObjectRow | Reject]) -> tuple[list[_Row], list[str]]:
    rows: list[_Row] = []
    unread: dict[str, None] = {}
    for row in islice(objects, MOST_ROWS + 1):
        if isinstance(row, Reject):
            rows.append(HoldingFault(row.number, "", row.raw[:100], row.reason))
            continue
        number, values = row.number, row.values
        named = {_COLUMNS.get(fold_header(name), ""): found for name, found in values.items()}
        unread |= dict.fromkeys(name for name in values if fold_header(name) not in _COLUMNS)
        several = [name for name, found in named.items() if name and len(found) > 1]
        if several:
            what = "it holds several values; write a row for each"
            rows.append(HoldingFault(number, several[0], "; ".join(named[several[0]])[:100], what))
        elif values:
            rows.append((number, {name: "".join(found) for name, found in named.items() if name}))
    return rows, list(unread)


def _check(name: str, digest: str, rows: Iterable[_Row], unread: Iterable[str], today: date) -> HoldingFile:
    holdings: list[Holding] = []
    faults: list[HoldingFault] = []
    for row in rows:
        if isinstance(row, HoldingFault):
            faults.append(row)
            continue
        found = read_row(row[1], row[0], name)
        if isinstance(found, Holding):
            holdings.append(found)
        else:
            faults.extend(found)
    if not holdings and not faults:
        raise HoldingFileError("There is no holding in the file.", where=name, advice="Give a file with rows.")
    faults.extend(find_contradictions(holdings))
    notes = [HoldingFault(1, header, "", "this column is not read") for header in unread]
    notes.extend(find_doubts(holdings, today))
    return HoldingFile(name, digest, tuple(holdings), _sort(faults), _sort(notes))


def _sort(faults: Iterable[HoldingFault]) -> tuple[HoldingFault, ...]:
    return tuple(sorted(faults, key=lambda one: (one.line, one.field)))


def find_unknown_parties(
    holdings: Iterable[Holding], register: Register | None, governments: frozenset[str]
) -> Iterator[HoldingFault]:
    """Give a fault for every listing or government that holdings name and nobody knows, once each.

    Args:
        holdings: Those to be taken in.
        register: Of the lists; None: none is recorded.
        governments: Ids of those that any regime blocks without a listing.
    """
    seen: dict[str, str] = {}
    for holding in holdings:
        for field in ("owner_party", "owned_party"):
            party: str = getattr(holding, field)
            if party and party not in seen:
                seen[party] = find_unknown_party(party, register, governments)
                if seen[party]:
                    yield HoldingFault(holding.line, field, party, seen[party])


def find_unknown_party(party: str, register: Register | None, governments: frozenset[str]) -> str:
    """Return why a listing or government is not known, or an empty text."""
    if party.startswith(GOVERNMENT):
        known = f"governments: {', '.join(sorted(governments))}"
        return "" if party in governments else f"no government that a regime blocks as such; {known}"
    if register is None:
        return "no list is recorded here, so nobody can say who that is: ostiary update"
    list_id = party.partition(":")[0]
    if list_id not in register.list_ids():
        return f"the list {list_id} is not recorded here: ostiary update {list_id}"
    try:
        register.party(party)
    except NotFoundError:
        return "no such party was ever listed; look it up: ostiary show NAME"
    return ""

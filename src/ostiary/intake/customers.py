"""Customer files: recognised, then read a block at a time in flat memory."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Any, TypeAlias

from ostiary.intake.columns import NAMING, Columns, fold_header, known_headers, read_mapping, recognise_columns
from ostiary.intake.lines import Lines
from ostiary.intake.objects import ObjectRow, number_rows, read_objects
from ostiary.intake.packing import ByteStream
from ostiary.intake.parquet import ParquetReader
from ostiary.intake.queries import read_query, split_values
from ostiary.intake.sources import Source, examine_file, open_source
from ostiary.intake.tables import TableReader, TableRow
from ostiary.model.customers import CustomerBlock, CustomerRow, FieldWarning, Reject
from ostiary.model.errors import CustomerFileError

#: Characters after which a block ends, however few its rows: rows may be long, and memory stays flat.
MOST_IN_BLOCK = 8 << 20

#: One row of a file, read or rejected.
Reading: TypeAlias = tuple[CustomerRow, tuple[FieldWarning, ...]] | Reject


@dataclass(slots=True)
class CustomerFile:
    """A customer file, known but not yet read.

    Attributes:
        source: The file: its digest, size and kind.
        mapping: The user's own columns.
        separator: What parts several values in a cell of a table; empty if cells hold one value each.
        encoding: As the user states it; empty for UTF-8, or UTF-16 with its mark.
        columns: What each column is read as; of JSON, whose rows differ, the columns of the first block.
    """

    source: Source
    mapping: Mapping[str, str]
    separator: str = ";"
    encoding: str = ""
    columns: Columns = field(default_factory=lambda: Columns((), ()))

    def blocks(
        self, size: int = 512, progress: Callable[[int, int], None] | None = None
    ) -> Iterator[CustomerBlock]:
        """Yield the rows in blocks, in order; each row is in exactly one of ``rows`` and ``rejects``.

        Args:
            size: Most rows in a block.
            progress: Called after each block with bytes read and bytes in all, as the file is stored.

        Raises:
            CustomerFileError: No column names anyone, or the file is damaged or changed meanwhile.
        """
        with (
            open_source(self.source) as (stream, stored),
            closing(self._readings(stream, stored, size)) as readings,
        ):
            while block := tuple(_take(readings, size)):
                yield collect_block(block)
                if progress:
                    progress(min(stored.tell(), self.source.size), self.source.size)

    def _readings(self, stream: ByteStream, stored: IO[bytes], size: int) -> Generator[Reading]:
        if self.source.kind == "table":
            return self._read_table(stream)
        if self.source.kind == "json":
            return self._read_json(stream)
        return self._read_parquet(stored, size)

    def _read_table(self, stream: ByteStream) -> Generator[Reading]:
        with Lines(stream, self.encoding) as lines:
            reader = TableReader(lines, str(self.source.path))
            self.columns = recognise_columns(reader.headers, self.mapping, str(self.source.path))
            fields = self.columns.fields
            for row in reader.rows():
                yield row if isinstance(row, Reject) else self._read_cells(row, fields)

    def _read_json(self, stream: ByteStream) -> Generator[Reading]:
        seen: dict[str, str] = {}
        for row in read_objects(stream, str(self.source.path), self.encoding):
            if isinstance(row, Reject):
                yield row
                continue
            fields = {name: self._find_field(name) for name in row.values}
            if not seen and fields and not row.entity and not any(found in NAMING for found in fields.values()):
                recognise_columns(fields, self.mapping, f"{self.source.path}, line {row.number}")
            seen.update(fields)
            self.columns = Columns(tuple(seen.values()), tuple(seen))
            yield _read_values(row, fields)

    def _read_parquet(self, stored: IO[bytes], size: int) -> Generator[Reading]:
        if self.source.packing:
            raise CustomerFileError(
                f"Parquet in {self.source.packing} is not read.", where=str(self.source.path), advice="Unpack it."
            )
        reader = ParquetReader(stored, str(self.source.path))
        self.columns = recognise_columns(reader.headers, self.mapping, str(self.source.path))
        yield from read_columns(reader.rows(list(dict(self.columns.taken)), size), self.columns)

    def _read_cells(self, row: TableRow, fields: tuple[str, ...]) -> Reading:
        pairs = ((name, cell) for name, cell in zip(fields, row.cells, strict=False) if name)
        return read_query(row.number, split_values(pairs, self.separator), row.raw)

    def _find_field(self, name: str) -> str:
        folded = fold_header(name)
        return self.mapping.get(folded, known_headers().get(folded, ""))


def _read_values(row: ObjectRow, fields: Mapping[str, str]) -> Reading:
    values: dict[str, list[str]] = {}
    for name, found in row.values.items():
        if fields[name]:
            values.setdefault(fields[name], []).extend(found)
    return read_query(row.number, values, row.raw)


def read_columns(rows: Iterator[dict[str, Any]], columns: Columns, first: int = 1) -> Iterator[Reading]:
    """Yield rows that come as columns with names, of a Parquet file or a data frame, as customers.

    Args:
        rows: The values of each row by column; only those columns that are taken.
        columns: What each is read as.
        first: Number of the first row.
    """
    fields = dict(columns.taken)
    for row in number_rows(rows, first):
        yield row if isinstance(row, Reject) else _read_values(row, fields)


def _take(readings: Iterator[Reading], size: int) -> Iterator[Reading]:
    """Yield the rows of one block: so many, or fewer where they are long."""
    characters = 0
    for reading in islice(readings, size):
        yield reading
        characters += len(reading.raw if isinstance(reading, Reject) else reading[0].raw)
        if characters >= MOST_IN_BLOCK:
            return


def collect_block(block: Sequence[Reading]) -> CustomerBlock:
    """Return rows, read or rejected, as one block."""
    read = [item for item in block if not isinstance(item, Reject)]
    return CustomerBlock(
        rows=tuple(row for row, _ in read),
        rejects=tuple(item for item in block if isinstance(item, Reject)),
        warnings=tuple(warning for _, warnings in read for warning in warnings),
    )


def read_customers(
    path: Path, *, mapping: Mapping[str, str] | None = None, separator: str = ";", encoding: str = ""
) -> CustomerFile:
    """Return a customer file, ready to be read in blocks.

    Args:
        path: CSV, TSV, JSON lines or Parquet, by its suffix (``.gz``, ``.zst``, ``.xz``, ``.bz2`` may follow);
            any other is read as CSV.
        mapping: Columns of the file to fields, where the header is not a common one.
        separator: What parts several values in one cell of a table.
        encoding: Of a text that is neither UTF-8 nor UTF-16 with its mark.

    Raises:
        CustomerFileError: The file is absent, empty or no file, or the mapping names no field.
    """
    return CustomerFile(examine_file(path), read_mapping(mapping or {}), separator, encoding)

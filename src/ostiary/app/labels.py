"""Labelled files of the user's own: pairs of names that are one party or not, customers who are listed or not."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ostiary.index import Index
from ostiary.intake.columns import fold_header, read_mapping, recognise_columns
from ostiary.intake.lines import Lines
from ostiary.intake.queries import read_query, split_values
from ostiary.intake.sources import Source, examine_file, open_source
from ostiary.intake.tables import TableReader, TableRow
from ostiary.model.customers import Reject
from ostiary.model.errors import CustomerFileError
from ostiary.model.validation import LabelledCustomer, LabelledPair

_LEFT = ("name1", "left", "namea", "name")
_RIGHT = ("name2", "right", "nameb", "othername", "listedname")
#: Which column is the label, where the user does not say.
_PAIR_LABELS = ("shouldfire", "label", "match", "ismatch", "sameentity", "same")
_CUSTOMER_LABELS = ("label", "party", "partyid", "listed", "truematch")
_YES = frozenset({"1", "true", "yes", "y", "match", "positive", "same"})
_NO = frozenset({"0", "false", "no", "n", "", "nomatch", "negative", "different", "none"})
_SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class LabelledFile:
    """A table with a label in each row.

    Attributes:
        source: The file, with its digest.
        label: Its column of labels; empty: one of the usual names.
        mapping: The user's own columns.
        encoding: As the user states it.
    """

    source: Source
    label: str = ""
    mapping: Mapping[str, str] | None = None
    encoding: str = ""

    @property
    def where(self) -> str:
        """The file, for errors."""
        return str(self.source.path)

    @property
    def named(self) -> tuple[tuple[str, str], ...]:
        """The file's name and digest, for a report."""
        return ((self.source.path.name, self.source.digest),)


def open_labelled(
    path: Path, label: str = "", mapping: Mapping[str, str] | None = None, encoding: str = ""
) -> LabelledFile:
    """Return a labelled file, ready to be read.

    Raises:
        CustomerFileError: It is absent, empty, or no table.
    """
    source = examine_file(path)
    if source.kind != "table":
        raise CustomerFileError(
            "A labelled file is a table.", where=str(path), advice="Give CSV or TSV with a heading."
        )
    return LabelledFile(source, label, mapping, encoding)


def read_pairs(file: LabelledFile) -> Iterator[LabelledPair]:
    """Yield the labelled pairs of a table with two columns of names, a label, and the schema if it has one.

    Raises:
        CustomerFileError: A column is missing, or a row cannot be read: no row is left out in silence.
    """
    with _open_table(file) as table:
        left, right = (_find_column(file, table.headers, known) for known in (_LEFT, _RIGHT))
        label = _find_label(file, table.headers, _PAIR_LABELS)
        schema = next((at for at, name in enumerate(table.headers) if fold_header(name) == "schema"), None)
        for row in _rows(file, table):
            yield LabelledPair(
                row.number,
                row.cells[left],
                row.cells[right],
                row.cells[schema].strip() if schema is not None else "",
                _read_answer(file, row, row.cells[label]),
            )


def read_labelled_customers(file: LabelledFile, index: Index) -> Iterator[LabelledCustomer]:
    """Yield the rows of a customer file with the parties that their label names.

    Args:
        file: The file.
        index: Where the parties are looked up.

    Raises:
        CustomerFileError: A column is missing, a row cannot be read, or a label names no party of the index.
    """
    with _open_table(file) as table:
        label = _find_label(file, table.headers, _CUSTOMER_LABELS)
        # Whatever the column of labels is called, it is no field of a customer.
        mapping = {**(file.mapping or {}), table.headers[label]: ""}
        columns = recognise_columns(table.headers, read_mapping(mapping), file.where)
        for row in _rows(file, table):
            pairs = ((name, cell) for name, cell in zip(columns.fields, row.cells, strict=False) if name)
            customer, _ = read_query(row.number, split_values(pairs, _SEPARATOR), row.raw)
            parties = tuple(_find_parties(file, row, row.cells[label], index))
            yield LabelledCustomer(row.number, customer.query, parties)


@contextmanager
def _open_table(file: LabelledFile) -> Iterator[TableReader]:
    with open_source(file.source) as (stream, _), Lines(stream, file.encoding) as lines:
        yield TableReader(lines, file.where)


def _rows(file: LabelledFile, table: TableReader) -> Iterator[TableRow]:
    """The rows that hold anything.

    Raises:
        CustomerFileError: One cannot be read: figures over a part of the file would not be those of the file.
    """
    for row in table.rows():
        if isinstance(row, Reject):
            raise CustomerFileError(
                f"The row cannot be read: {row.reason}.",
                where=f"{file.where}, line {row.number}",
                advice="Mend it, and run again: figures are given over all rows or none.",
            )
        if any(cell.strip() for cell in row.cells):
            yield row


def _find_column(file: LabelledFile, headers: Sequence[str], known: Sequence[str]) -> int:
    folded = [fold_header(header) for header in headers]
    at = next((folded.index(name) for name in known if name in folded), None)
    if at is None:
        raise CustomerFileError(
            f"There is no column {known[0]!r}; the columns are: {', '.join(headers)}.",
            where=file.where,
            advice="Pairs need the columns name1, name2 and one of labels; customers a name and a label.",
        )
    return at


def _find_label(file: LabelledFile, headers: Sequence[str], known: Sequence[str]) -> int:
    try:
        return _find_column(file, headers, [fold_header(file.label)] if file.label else known)
    except CustomerFileError as error:
        error.advice = "Name the column of labels with --label COLUMN."
        raise


def _read_answer(file: LabelledFile, row: TableRow, cell: str) -> bool:
    answer = fold_header(cell)
    if answer not in _YES | _NO:
        raise CustomerFileError(
            f"The label {cell!r} is neither yes nor no.",
            where=f"{file.where}, line {row.number}",
            advice="Write 1 or 0, yes or no, true or false.",
        )
    return answer in _YES


def _find_parties(file: LabelledFile, row: TableRow, cell: str, index: Index) -> Iterator[str]:
    """The ids that a label names: whole (``us_ofac:22790``), or the list's number alone."""
    for part in filter(None, (part.strip() for part in cell.split(_SEPARATOR))):
        named = [part, *(f"{list_id}:{part}" for list_id in index.facts.lists)]
        found = [party_id for party_id in named if index.party_number(party_id) is not None]
        if len(found) != 1:
            raise CustomerFileError(
                f"The label {part!r} names {'no party' if not found else 'parties of several lists'}.",
                where=f"{file.where}, line {row.number}",
                advice="Write the id that `ostiary show` prints, for instance us_ofac:22790, or leave it empty.",
            )
        yield found[0]

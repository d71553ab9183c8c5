"""The four tables of the legacy form, each known by its columns, and which of them belong together."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.located import locate_errors
from ostiary.lists.nodes import Node
from ostiary.lists.stored import Progress, StoredFile
from ostiary.lists.tables import Table, TableForm, build_row
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.statements import Snapshot

MAIN: Final = "main table"
ALIASES: Final = "alternate names"
ADDRESSES: Final = "addresses"
COMMENTS: Final = "comments"
#: The tables have no header: a row's number of fields tells which one it is. Names: OFAC's data specification.
COLUMNS: Final = {
    MAIN: (
        "ent_num",
        "SDN_Name",
        "SDN_Type",
        "Program",
        "Title",
        "Call_Sign",
        "Vess_type",
        "Tonnage",
        "GRT",
        "Vess_flag",
        "Vess_owner",
        "Remarks",
    ),
    ALIASES: ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"),
    ADDRESSES: ("ent_num", "Add_num", "Address", "City", "Country", "Add_remarks"),
    COMMENTS: ("ent_num", "Remarks"),
}
#: What is lost where a table is missing.
LOSSES: Final = {
    ALIASES: "all strong aliases",
    ADDRESSES: "all addresses",
    COMMENTS: "what stands behind the 1,000th character of remarks, wallets and weak aliases among it",
}
_NULL: Final = "-0-"
_ADVICE: Final = "Fetch all four files of one day: main table, alternate names, addresses, comments."


@dataclass(slots=True)
class LegacyTable:
    """One of the four tables, read to its end.

    Attributes:
        kind: Which one.
        path: Its file.
        rows: By the number of the party.
        snapshot: Its bytes.
        warnings: What was odd.
        stranger: Number of the first party that the main table lacks; reading ends there.
    """

    kind: str
    path: Path
    rows: dict[str, list[Node]] = field(default_factory=dict)
    snapshot: Snapshot = field(default_factory=lambda: Snapshot("", 0, ""))
    warnings: list[str] = field(default_factory=list)
    stranger: str = ""


def read_kind(path: Path, publisher: str) -> str:
    """Return which table a file holds, for which only its first row is read.

    Raises:
        ListFileError: It cannot be opened, or is no table.
        ForeignListError: It is no table of this form.
    """
    table = Table(StoredFile(path).unpack(), TableForm(publisher), Audit({}))
    row = next(iter(table), [])
    for kind, columns in COLUMNS.items():
        if len(row) == len(columns) and row[0].isascii() and row[0].isdigit():
            return kind
    raise ForeignListError(
        f"The file is none of the four tables of the legacy form of {publisher}.",
        where=f"{path}: {table.place}",
        advice="Its rows must begin with a number and have 12, 6, 5 or 2 fields.",
    )


def read_table(
    path: Path, kind: str, publisher: str, progress: Progress | None = None, known: Container[str] | None = None
) -> LegacyTable:
    """Return a whole table.

    Args:
        path: The file.
        kind: Which table it is.
        publisher: Whose list it is, for messages.
        progress: Called with bytes done and bytes in all.
        known: Numbers of the parties of the main table, if this is another: it ends at the first stranger.

    Raises:
        ListFileError: A row is malformed, has another number of fields, or lacks its number.
    """
    stored, audit, columns = StoredFile(path, progress), Audit({}), COLUMNS[kind]
    found = LegacyTable(kind, path)
    table = Table(stored.unpack(), TableForm(publisher, end_sign=True), audit)
    with locate_errors(path, lambda: table.place):
        for fields in table:
            row = build_row(kind, columns, [clear_null(value) for value in fields], table.place)
            number = str(row.take_number("ent_num"))
            if known is not None and number not in known:
                found.stranger = number
                return found
            found.rows.setdefault(number, []).append(row)
    found.snapshot = stored.take_snapshot()
    found.warnings = [f"{path.name}: {warning}" for warning in audit.report()]
    return found


def clear_null(value: str) -> str:
    """Return an empty text for a field that is the null of the form; one that only contains it is kept."""
    return "" if value.strip() == _NULL else value


def choose_main(path: Path, publisher: str) -> Path:
    """Return the file with the main table: the one given, or the one beside it or within the folder given.

    Raises:
        ListFileError: There is none, or several.
        ForeignListError: A file was given that is no table of this form.
    """
    if not path.is_dir() and read_kind(path, publisher) == MAIN:
        return path
    folder = path if path.is_dir() else path.parent
    mains = list(_find_tables(_list_files(folder), MAIN, publisher))
    if len(mains) == 1:
        return mains[0]
    if mains:
        names = ", ".join(main.name for main in mains)
        raise ListFileError(
            f"There are several main tables: {names}.", where=str(folder), advice="Name one of them."
        )
    raise ListFileError(
        "There is no main table (rows of 12 fields, sdn.csv or cons_prim.csv).", where=str(folder), advice=_ADVICE
    )


def find_siblings(main: LegacyTable, folder: Path, publisher: str) -> tuple[dict[str, LegacyTable], list[str]]:
    """Return the tables of a folder that belong to a main table, by kind, and what is said of those that do not.

    A table belongs to it if every party that it speaks of stands in the main one.

    Raises:
        ListFileError: Several of one kind belong to it, or one is malformed.
    """
    found: dict[str, LegacyTable] = {}
    remarks: list[str] = []
    others = [path for path in _list_files(folder) if path != main.path]
    for kind in LOSSES:
        for path in _find_tables(others, kind, publisher):
            table = read_table(path, kind, publisher, known=main.rows)
            if table.stranger:
                remarks.append(f"{path.name} speaks of party {table.stranger}, which {main.path.name} lacks")
            elif kind in found:
                raise ListFileError(
                    f"Both {found[kind].path.name} and {path.name} could hold the {kind}.",
                    where=str(folder),
                    advice="Keep the files of one day in a folder of their own.",
                )
            else:
                found[kind] = table
    return found, remarks


def _list_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_file())


def _find_tables(paths: Iterable[Path], kind: str, publisher: str) -> Iterator[Path]:
    return (path for path in paths if _holds(path, kind, publisher))


def _holds(path: Path, kind: str, publisher: str) -> bool:
    try:
        return read_kind(path, publisher) == kind
    except ListFileError:
        return False  # another file that happens to lie there

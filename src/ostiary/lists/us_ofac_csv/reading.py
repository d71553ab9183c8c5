"""OFAC's lists in the legacy CSV form: four tables of one day, read strictly and joined by the party's number.

The form is poorer than the XML and is a list of its own here, never a version of the XML's history: weak aliases,
documents, birth dates and wallets stand in remarks, and neither acts nor kinds of relations are given.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.given import GivenFile
from ostiary.lists.us_ofac_csv.parties import PartyReader
from ostiary.lists.us_ofac_csv.tables import (
    LOSSES,
    MAIN,
    LegacyTable,
    choose_main,
    find_siblings,
    read_table,
)
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing, Snapshot, join_snapshots

#: Programs of the lists other than the SDN list: a file where most parties have one is of those.
_OTHER_PROGRAMS: Final = frozenset(
    {"NS-PLC", "CMIC-EO13959", "UKRAINE-EO13662", "561-Related", "RUSSIA-EO14024-MBS", "CAPTA", "NS-MBS"}
)
_OTHER_LIST: Final = "us_ofac_consolidated_csv"


@dataclass(slots=True)
class _Files:
    """The tables of one day.

    Attributes:
        main: The main table.
        siblings: The others, by kind.
        remarks: Tables that lie beside it and belong to another day.
    """

    main: LegacyTable
    siblings: dict[str, LegacyTable] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    def describe_missing(self) -> str:
        """Return what is missing and what that loses; empty if all four tables are there."""
        missing = [f"{kind} ({loss})" for kind, loss in LOSSES.items() if kind not in self.siblings]
        if not missing:
            return ""
        return "; ".join([f"the list is partial, it lacks {', '.join(missing)}", *self.remarks])

    def take_snapshot(self) -> Snapshot:
        """Return one snapshot for all files, in the order of the tables."""
        tables = [self.main, *(self.siblings[kind] for kind in LOSSES if kind in self.siblings)]
        return join_snapshots([table.snapshot for table in tables])


def read_us_ofac_csv(description: ListDescription, given: GivenFile) -> ListReading:
    """Read one of OFAC's lists in the legacy CSV form.

    Args:
        description: The list.
        given: The folder with the four files, or one of them: the others are found beside it by their columns.

    Returns:
        The reading; a list of which a table is missing says so in ``missing``.

    Raises:
        ListFileError: The main table is missing or malformed, or nobody says when it was published.
        ForeignListError: It is no such table, or another list of OFAC in the same form.
    """
    main_path = choose_main(given.path, description.publisher)
    main = read_table(main_path, MAIN, description.publisher, given.progress)
    _check_list(main, description)
    folder = given.path if given.path.is_dir() else main_path.parent
    files = _Files(main, *find_siblings(main, folder, description.publisher))
    warnings: list[str] = []
    published = given.choose_published(None, warnings)
    reading = ListReading(description, published, iter(()), warnings)
    reading.missing = files.describe_missing()
    reading.listings = _read_listings(reading, files)
    return reading


def _check_list(main: LegacyTable, description: ListDescription) -> None:
    programs = [row.attributes.get("Program", "") for rows in main.rows.values() for row in rows]
    others = sum(not _OTHER_PROGRAMS.isdisjoint(text.split("] [")) for text in programs)
    if (2 * others > len(programs)) != (description.id == _OTHER_LIST):
        raise ForeignListError(
            f"The programs of its parties are not those of the {description.title}.",
            where=str(main.path),
            advice="This is another list of the same publisher.",
        )


def _read_listings(reading: ListReading, files: _Files) -> Iterator[Listing]:
    audit = Audit(reading.description.ignored)
    reader = PartyReader(reading.description, files.main, files.siblings, audit)
    for number, rows in files.main.rows.items():
        if len(rows) > 1:
            raise ListFileError(
                f"Party {number} stands in the main table twice.",
                where=str(files.main.path),
                advice="Fetch the file again.",
            )
        yield reader.read(number, rows[0])
    if reading.missing:
        reading.warnings.append(reading.missing)
    for table in (files.main, *files.siblings.values()):
        reading.warnings.extend(table.warnings)
    reading.warnings.extend(audit.report())
    reading.snapshot = files.take_snapshot()

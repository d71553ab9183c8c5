"""The rows of the EU's CSV 1.0: 59 columns with semicolons between, as published or as a spreadsheet left them.

A spreadsheet program that takes the file for one with commas, and writes it again as text with tabs, puts each
line into quotation marks, a tab in the place of each comma and as many behind the line as the longest one has, and
a question mark in the place of every letter that its code page lacks.
"""

import csv
import re
from collections.abc import Iterator
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.nodes import Node
from ostiary.lists.stored import StoredFile
from ostiary.lists.tables import LINE, Table, TableForm, build_row
from ostiary.model.errors import ForeignListError, ListFileError
from ostiary.model.lists import ListDescription

_LEGAL_BASIS: Final = ("leba_numtitle", "leba_publication_date", "leba_url", "programme")
#: Each kind of part to its own columns, in the order of the file.
PARTS: Final = {
    "Naal": ("lastname", "firstname", "middlename", "wholename", "gender", "title", "function", "language"),
    "Addr": ("number", "street", "zipcode", "city", "country", "other"),
    "Birt": ("date", "place", "country"),
    "Iden": ("number", "country"),
    "Citi": ("country",),
}
_DATE: Final = "Date_file"
ENTITY: Final = "Entity_logical_id"
_ROW: Final = "row"
_ADVICE: Final = "Fetch the file again from the publisher, and do not open it with another program before."
#: Two of them, or one within a word: letters that were lost.
_LOST: Final = re.compile(r"\?\?|\?\w")


def _list_columns() -> tuple[str, ...]:
    """Return the columns; the file names the number of the entity alike in every part."""
    own = [_DATE, ENTITY, "Subject_type", "Leba_numtitle", "Leba_publication_date", "Leba_url", "Programme"]
    columns = [*own, "Entity_remark"]
    for part, names in PARTS.items():
        columns += [f"{part}_logical_id", f"{part}_{ENTITY}"]
        columns += [f"{part}_{name}" for name in (*_LEGAL_BASIS, *names)]
    return (*columns, "EU_ref_num")


COLUMNS: Final = _list_columns()
#: As they stand in the file.
_HEADER: Final = [ENTITY if name.endswith(ENTITY) else name for name in COLUMNS]


def has_lost_letters(text: str) -> bool:
    """Whether a text has question marks in the place of letters."""
    return bool(_LOST.search(text))


class Rows:
    """The rows of one file.

    Args:
        stored: The file.
        description: The list.
        audit: Told of every damage.

    Raises:
        ListFileError: The header lacks columns or has others.
        ForeignListError: It is no such file.
    """

    def __init__(self, stored: StoredFile, description: ListDescription, audit: Audit) -> None:
        self._table = Table(stored.unpack(), TableForm(description.publisher, delimiter=";"), audit)
        self._audit = audit
        first = next(iter(self._table), [])
        #: Whether a spreadsheet program wrote the file.
        self.damaged = len(first) == 1 and first[0].endswith("\t")
        self._check_header(self._mend(first), description)

    @property
    def place(self) -> str:
        """Where the reading stands."""
        return self._table.place

    def __iter__(self) -> Iterator[Node]:
        """Yield each row with its columns and its line.

        Raises:
            ListFileError: A row is malformed or has another number of fields.
        """
        for fields in self._table:
            row = build_row(_ROW, COLUMNS, self._mend(fields), self.place)
            row.attributes[LINE] = str(self._table.number)
            yield row

    def _mend(self, fields: list[str]) -> list[str]:
        """Return the fields of a row, taken out of the quotation marks that the spreadsheet put around it."""
        if not self.damaged or len(fields) != 1:
            return fields
        self._audit.warn(
            "a row in quotation marks with tabs behind, as a spreadsheet program leaves it", self.place
        )
        text = fields[0].rstrip("\t")
        if "\t" in text and "," not in text:
            self._audit.warn("a tab where a comma was, which is put back", self.place)
            text = text.replace("\t", ",")
        try:
            return next(csv.reader([text], delimiter=";", strict=True), [])
        except csv.Error as error:
            raise ListFileError(f"A row is malformed: {error}.", where=self.place, advice=_ADVICE) from error

    def _check_header(self, header: list[str], description: ListDescription) -> None:
        names = [name.strip() for name in header]
        if not names or not names[0].startswith(_DATE):
            raise ForeignListError(
                f"The file is not the {description.title}.",
                where=self.place,
                advice=f"Its first column must be {_DATE}; later forms of the list begin otherwise.",
            )
        if names[0] != _DATE:
            self._audit.warn(f"the first column is called {names[0]!r} and not {_DATE!r}", self.place)
        if names[1:] != _HEADER[1:]:
            known, found = _HEADER[1:], names[1:]
            wrong = [name for name in known if name not in found] + [name for name in found if name not in known]
            raise ListFileError(
                f"The columns are not those of the list: {', '.join(wrong) or 'their order is another'}.",
                where=self.place,
                advice=_ADVICE,
            )

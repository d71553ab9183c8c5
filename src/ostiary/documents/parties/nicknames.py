"""Names with a nickname in the middle: *Joaquín "El Chapo" Guzmán* is Joaquín Guzmán."""

import re
from collections.abc import Iterator

from ostiary.documents.parties.names import PartyNames
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.names.wording import fits_wording, name_keys

_OPENING = "\"\u201c\u2018'\u00ab("
_CLOSING = "\"\u201d\u2019'\u00bb)"
_INSERTED = re.compile(rf" (?:[{_OPENING}]|'')[^{_OPENING}{_CLOSING}\n]{{2,30}}(?:[{_CLOSING}]|'') (?=[^\W\d_])")
_MOST_BEFORE = 3
_MOST_AFTER = 4
_SPACES = frozenset({" ", "-", "\u00a0"})


def find_split_rows(setting: Setting, names: PartyNames) -> list[Row]:
    """Return the rows that are listed names but for a nickname in quotation marks or brackets within them."""
    return [
        row for found in _INSERTED.finditer(setting.wording.text) for row in _rows_around(setting, names, found)
    ]


def _rows_around(setting: Setting, names: PartyNames, found: re.Match[str]) -> Iterator[Row]:
    inner, after = (setting.wording.number_at(place) for place in found.span())
    places = [
        (first, last)
        for first in _run(setting, inner - 1, -1, _MOST_BEFORE)
        for last in _run(setting, after, 1, _MOST_AFTER)
    ]
    rows = [
        f"{setting.wording.row(first, inner - 1)} {setting.wording.row(after, last)}" for first, last in places
    ]
    hits, forms = names.find_forms(name_keys(rows))
    for hit, first_form in zip(hits.tolist(), forms.tolist(), strict=True):
        for form in names.forms_from(first_form):
            if fits_wording(rows[hit], names.listed.written.forms[form]):
                first, last = places[hit]
                yield Row(first, last, form, last in setting.wording.possessive)


def _run(setting: Setting, start: int, step: int, most: int) -> Iterator[int]:
    """The numbers of the capitalised words from one on in one direction, with nothing but spaces between."""
    for at in range(start, start + step * most, step):
        if not 0 <= at < len(setting.wording):
            return
        if at != start and setting.wording.gap(min(at, at - step)) not in _SPACES:
            return
        if setting.capital[at]:
            yield at

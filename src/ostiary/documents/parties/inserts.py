"""Names with something in the middle that the list has not: *Joaquín "El Chapo" Guzmán*, *Sergey V. Lavrov*."""

import re
from collections.abc import Iterator

from ostiary.documents.parties.names import PartyNames
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting
from ostiary.names.wording import fits_wording, fold_name, name_keys
from ostiary.names.written import WrittenForm

_OPENING = "\"\u201c\u2018'\u00ab("
_CLOSING = "\"\u201d\u2019'\u00bb)"
_INSERTED = re.compile(
    rf" (?:(?:[{_OPENING}]|'')[^{_OPENING}{_CLOSING}\n]{{2,30}}(?:[{_CLOSING}]|'')|[A-Z]\.)[ \u00a0](?=[^\W\d_])"
)
_MOST_BEFORE = 3
_MOST_AFTER = 4
_SPACES = frozenset({" ", "-", "\u00a0"})
_INITIAL = 1


def find_split_rows(setting: Setting, names: PartyNames) -> list[Row]:
    """Return the rows that are listed names but for a nickname in quotation marks or brackets, or an initial."""
    return [
        row for found in _INSERTED.finditer(setting.wording.text) for row in _rows_around(setting, names, found)
    ]


def _rows_around(setting: Setting, names: PartyNames, found: re.Match[str]) -> Iterator[Row]:
    inner, after = (setting.wording.number_at(place) for place in found.span())
    insert = tuple(setting.wording.form_of(at) for at in range(inner, after))
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
            fits = fits_wording(rows[hit], names.listed.written.forms[form])
            if fits and (len("".join(insert)) > _INITIAL or _has_initial(names, form, insert[0])):
                first, last = places[hit]
                yield Row(first, last, form, last in setting.wording.possessive, insert=insert)


def _has_initial(names: PartyNames, form: int, initial: str) -> bool:
    """Return whether no listed name speaks against an initial: a middle name begins with it, or there is none.

    Without this *Carlos M. Lopez* would be *Carlos Antonio Lopez*.
    """
    shown = set(names.listed.written.forms[form].replace("-", " ").split())
    middle = {
        word
        for name, kind in names.names_of_form(form)
        if kind == WrittenForm.PARTIAL
        for word in fold_name(names.listed.name_texts[name]).replace("-", " ").split()
        if word not in shown
    }
    return not middle or any(word.startswith(initial) for word in middle)


def _run(setting: Setting, start: int, step: int, most: int) -> Iterator[int]:
    """The numbers of the capitalised words from one on in one direction, with nothing but spaces between."""
    for at in range(start, start + step * most, step):
        if not 0 <= at < len(setting.wording):
            return
        if at != start and setting.wording.gap(min(at, at - step)) not in _SPACES:
            return
        if setting.capital[at]:
            yield at

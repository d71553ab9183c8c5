"""Entries: one for each of the lists that a party stands on, with its dates and what needs a licence."""

import re
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates, read_day
from ostiary.lists.drafts import Draft
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

_BETWEEN: Final = "; "
#: What stands before the department in the name of a source.
_DEPARTMENT: Final = " - "
_ABBREVIATION: Final = re.compile(r"\(([A-Z][A-Za-z-]{1,10})\)")
_MEASURES: Final = {
    "license_requirement": "License requirement",
    "license_policy": "License policy",
    "standard_order": "Standard order",
}
_ACT: Final = "start"


def state_entry(row: Node, draft: Draft, place: Place, audit: Audit) -> None:
    """Add the entry of a row to its party; it is in force from its first day to its last, where these are given.

    Raises:
        ListFileError: It names no source, or a last day that is none.
    """
    source = row.find("source").strip()
    if not source:
        raise ListFileError("The row names no source.", where=str(place), advice="Fetch the file again.")
    key = make_key(source)
    subject = f"{draft.party_id}/{words.ENTRY}/{key}"
    start, end = row.find("start_date").strip(), row.find("end_date").strip()
    valid = (_read_iso(start, place), _read_iso(end, place))
    values = [
        (words.ENTRY_LIST, source),
        (words.ENTRY_SOURCE, source.rpartition(_DEPARTMENT)[2]),
        (words.ENTRY_NUMBER, row.find("entity_number").strip()),
        *((words.ENTRY_PROGRAM, program) for program in _name_programs(row.find("programs"), source)),
        *((words.ENTRY_MEASURE_COMMENT, _comment(name, row.find(column))) for column, name in _MEASURES.items()),
    ]
    for prop, value in values:
        draft.state(subject, prop, value, place, valid)
    _state_act(row, draft, f"{subject}/{words.ACT}/{_ACT}", (place, start, valid))
    for prop, value in name_dates("Sanction.endDate", end, audit, place):
        draft.state(subject, prop, value, place, valid)


def _state_act(row: Node, draft: Draft, subject: str, when: tuple[Place, str, tuple[str, str]]) -> None:
    place, start, valid = when
    notice = row.find("federal_register_notice").strip()
    if start or notice:
        draft.state(subject, words.ACT_EVENT, "start_date" if start else "federal_register_notice", place, valid)
        draft.state(subject, words.ACT_DATE, valid[0], place, valid)
        draft.state(subject, words.ACT_LEGAL_BASIS, notice, place, valid)


def _name_programs(text: str, source: str) -> list[str]:
    """Return the programs of a row; where it names none, the list is the program, by its abbreviation."""
    programs = [program for part in text.split(_BETWEEN) if (program := part.strip())]
    return programs or _ABBREVIATION.findall(source) or [source]


def _read_iso(text: str, place: Place) -> str:
    return read_day(text, str(place)).isoformat() if text else ""


def _comment(name: str, text: str) -> str:
    return f"{name}: {text.strip()}" if text.strip() else ""

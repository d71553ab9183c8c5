"""Entries: a party has one for each regime that it is designated under, with its dates, measures and reasons."""

from typing import Final

from ostiary.lists.dates import read_day
from ostiary.lists.drafts import Draft
from ostiary.lists.gb.other_information import read_measures
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

_BETWEEN: Final = "|"
#: Columns with dates of acts, and the last part of the act's subject.
_ACTS: Final = {"Date Designated": "designated", "Listed On": "listed"}


def state_entry(row: Node, draft: Draft, place: Place, list_name: str) -> None:
    """Add what a row says of the designation to its party.

    Raises:
        ListFileError: It names no regime, or a date that is none.
    """
    regime = row.find("Regime Name").strip()
    if not regime:
        raise ListFileError("The row names no regime.", where=str(place), advice="Fetch the file again.")
    key = make_key(regime)
    entry = draft.open_part(place, words.ENTRY, key)
    entry.say(words.ENTRY_LIST, list_name)
    entry.say(words.ENTRY_PROGRAM, regime)
    entry.say(words.ENTRY_NUMBER, row.find("Unique ID").strip())
    entry.say(words.ENTRY_UN_NUMBER, row.find("UN Reference Number").strip())
    entry.say(words.ENTRY_REASON, row.find("UK Statement of Reasons").strip())
    for source in row.find("Designation source").split(_BETWEEN):
        entry.say(words.ENTRY_SOURCE, source.strip())
    for measure in (*row.find("Sanctions Imposed").split(_BETWEEN), *_read_further_measures(row)):
        entry.say(words.ENTRY_MEASURE, measure.strip())
    for column, name in _ACTS.items():
        if text := row.find(column).strip():
            act = draft.open_part(place, words.ENTRY, key, words.ACT, name)
            act.say(words.ACT_EVENT, column)
            act.say(words.ACT_DATE, read_day(text, str(place)).isoformat())


def _read_further_measures(row: Node) -> tuple[str, ...]:
    return tuple(read_measures(row.attributes.get("Other Information", "")))

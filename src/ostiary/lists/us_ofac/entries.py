"""Sanctions entries: on which list of the authority a party stands, since when, under which programs."""

from ostiary.lists.drafts import ALWAYS, Draft
from ostiary.lists.nodes import Node
from ostiary.lists.us_ofac.context import Context
from ostiary.lists.us_ofac.periods import read_bounds, read_date
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

_PROGRAM = "Program"


def state_entry(entry: Node, context: Context, draft: Draft) -> str:
    """Add a ``SanctionsEntry`` with its acts and measures to its party.

    Returns:
        The name of the list that the entry is on, as published.

    Raises:
        ListFileError: It lacks a number, a date or a program's tag, or points to a value that does not exist.
    """
    number = entry.take_number("ID")
    subject = f"{draft.party_id}/{words.ENTRY}/{number}"
    on_list = context.reference.look_up("List", entry.take("ListID"))
    draft.state(subject, words.ENTRY_LIST, on_list, Place("SanctionsEntry", number))
    for measure in entry.take_nodes("SanctionsMeasure"):
        _state_measure(measure, context, draft, subject)
    for event in entry.take_nodes("EntryEvent"):
        _state_act(event, context, draft, subject)
    return on_list


def _state_measure(measure: Node, context: Context, draft: Draft, subject: str) -> None:
    place = Place("SanctionsMeasure", measure.take_number("ID"))
    kind = context.reference.look_up("SanctionsType", measure.take("SanctionsTypeID"))
    comment = measure.take_leaf("Comment")
    valid = _read_validity(measure, context, place)
    if kind != _PROGRAM:
        draft.state(subject, words.ENTRY_MEASURE, kind, place, valid)
        draft.state(subject, words.ENTRY_MEASURE_COMMENT, comment and f"{kind}: {comment}", place, valid)
    elif comment:
        draft.state(subject, words.ENTRY_PROGRAM, comment, place, valid)
    else:
        raise ListFileError("A program has no tag.", where=str(place), advice="Fetch the file again.")


def _read_validity(measure: Node, context: Context, place: Place) -> tuple[str, str]:
    """Return first and last day of a measure where the list states them; so far it never did."""
    period = measure.find_node("DatePeriod")
    if period is None:
        return ALWAYS
    bounds = read_bounds(period, context.audit, place)
    return bounds.first, bounds.last


def _state_act(event: Node, context: Context, draft: Draft, entry: str) -> None:
    number = event.take_number("ID")
    subject, place = f"{entry}/{words.ACT}/{number}", Place("EntryEvent", number)
    look_up = context.reference.look_up_known
    basis = event.find("LegalBasisID")
    draft.state(subject, words.ACT_EVENT, look_up("EntryEventType", event.take("EntryEventTypeID")), place)
    draft.state(subject, words.ACT_DATE, read_date(event.take_node("Date")).isoformat(), place)
    draft.state(subject, words.ACT_LEGAL_BASIS, look_up("LegalBasis", basis) if basis else "", place)
    draft.state(subject, words.ACT_COMMENT, event.take_leaf("Comment"), place)

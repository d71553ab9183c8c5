"""Documents: a number and further information, both perhaps numbered, which belong together by these numbers."""

import re
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.drafts import Draft
from ostiary.lists.gb.mapping import load_mapping
from ostiary.lists.gb.numbered import split_numbered
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.statements import Place

#: How the further information of a document begins that is not true.
_FALSE: Final = re.compile(r"(?:known )?(?:false|fraudulent|counterfeit|forged|fake)\b", re.IGNORECASE)
#: A number at the start of further information, where the list has no column for numbers: "D 000763", "842 781".
_AT_START: Final = re.compile(r"(?:[A-Z]{1,3} )?\d{3,20}(?: \d{3,20}){0,3}(?![\w/-])")
#: A number anywhere in it: "passport no.F800691", but no part of a date.
_WITHIN: Final = re.compile(r"(?<!\w)(?<!\d\.)(?=[\w/-]{0,30}\d{3})[A-Z0-9][\w/-]{3,30}(?![\w-])")
_IMO: Final = "IMO number"


def state_documents(row: Node, draft: Draft, place: Place, audit: Audit) -> None:
    """Add the documents of a row to its party."""
    for kind, (number_column, details_column) in load_mapping().documents.items():
        numbers = split_numbered(row.find(number_column))
        details = split_numbered(row.find(details_column)) if details_column else {}
        if numbers and details and (0 in numbers) != (0 in details):
            audit.warn(f"{kind}: numbers and information that do not belong together by number", place)
        for position in numbers | details:
            _state_document(draft, place, kind, numbers.get(position, ""), details.get(position, ""))
    number = row.find(_IMO).strip()
    if number:  # of a ship it was taken before
        _state_document(draft, place, _IMO, number, "")


def _state_document(draft: Draft, place: Place, kind: str, number: str, details: str) -> None:
    part = draft.open_part(place, words.DOCUMENT, make_key(kind, number, details))
    part.say(words.DOCUMENT_TYPE, kind)
    part.say(words.DOCUMENT_NUMBER, number or _find_number(details))
    part.say(words.DOCUMENT_COMMENT, details)
    part.say(words.DOCUMENT_VALIDITY, words.FRAUDULENT if _FALSE.match(details) else "")


def _find_number(details: str) -> str:
    """Return the first number that a text names; the text is kept whole beside it."""
    if " " not in details and any(character.isdigit() for character in details):
        return details
    found = _AT_START.match(details) or _WITHIN.search(details)
    return found[0] if found else ""

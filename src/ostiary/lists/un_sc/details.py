"""What the UN list says of a party beside its names: birth, documents, addresses, offices, remarks."""

import re
from collections.abc import Iterable
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates, read_dates
from ostiary.lists.drafts import Draft
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.statements import Place

BIRTH_DATE: Final = "Person.birthDate"
BIRTH_PLACE: Final = "Person.birthPlace"
BIRTH_COUNTRY: Final = "Person.birthCountry"
#: Elements with values to properties.
_VALUES: Final = {
    "TITLE": "Person.title",
    "DESIGNATION": "Person.position",
    "NATIONALITY": "Person.nationality",
}
_NOTICE: Final = re.compile(r"INTERPOL-UN Security Council Special Notice web link:\s*(https?://\S+)\s*")
#: Many persons have their gender in the remarks alone.
_GENDER: Final = re.compile(r"\bGender: (male|female)\b", re.IGNORECASE)
_UNKNOWN: Final = "Unknown"
#: Parts of an address in the order in which it is read.
_ADDRESS: Final = {
    "STREET": "Address.street",
    "CITY": "Address.city",
    "STATE_PROVINCE": "Address.state",
    "ZIP_CODE": "Address.postalCode",
    "COUNTRY": words.ADDRESS_COUNTRY,
}
_BIRTH_PLACE: Final = ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY")
_APPROXIMATELY: Final = "approximately"
#: A number behind words that say what it is (``Libyan passport No. 96/1``), or before a remark in parentheses.
_NUMBER_BEHIND: Final = re.compile(r"(?:number|no)\b[.:]{0,2}\s*([^\s(][^(]{0,40})", re.IGNORECASE)
_REMARK: Final = re.compile(r"\s*\([^()]*\)$")


def state_details(node: Node, draft: Draft, place: Place, comments: str) -> None:
    """State remarks, offices, titles, nationality, gender.

    The link to INTERPOL that ends most remarks is a statement of its own: it is often rewritten, with blanks or
    without, and the remark is not changed by that.
    """
    party = draft.open_part(place)
    party.say(words.NOTES, _NOTICE.sub("", comments).strip())
    for address in _NOTICE.findall(comments):
        party.say("Un.interpolNotice", address.rstrip("."))
    for tag, prop in _VALUES.items():
        for value in _take_values(node, tag):
            party.say(prop, value)
    gender = node.take_value("GENDER")
    for value in _GENDER.findall(comments) if gender in {"", _UNKNOWN} else [gender]:
        party.say("Person.gender", value)


def _take_values(node: Node, tag: str) -> Iterable[str]:
    return [value for child in node.take_filled(tag) for value in child.take_values("VALUE")]


def state_births(node: Node, draft: Draft, place: Place, audit: Audit) -> None:
    """State dates and places of birth; what is remarked on one stands beside it as a feature."""
    for birth in node.take_filled("INDIVIDUAL_DATE_OF_BIRTH"):
        _state_birth_date(birth, draft, Place(f"{place.element}/{birth.tag}", place.number), audit)
    for birth in node.take_filled("INDIVIDUAL_PLACE_OF_BIRTH"):
        spot = Place(f"{place.element}/{birth.tag}", place.number)
        note = birth.take_value("NOTE")
        party = draft.open_part(spot)
        party.say(BIRTH_COUNTRY, " ".join(birth.leaves.get("COUNTRY", [""])[0].split()))
        text = ", ".join(value for tag in _BIRTH_PLACE if (value := birth.take_value(tag)))
        party.say(BIRTH_PLACE, text or note)
        draft.remark(spot, (BIRTH_PLACE, text), note if text else "")


def _state_birth_date(birth: Node, draft: Draft, place: Place, audit: Audit) -> None:
    kind, note = birth.take_value("TYPE_OF_DATE"), birth.take_value("NOTE")
    bounds = [value for tag in ("FROM_YEAR", "TO_YEAR") if (value := birth.take_value(tag))]
    stated = birth.take_value("DATE") or birth.take_value("YEAR") or " to ".join(bounds)
    if kind not in {"", "EXACT", "APPROXIMATELY", "BETWEEN"}:
        audit.warn(f"unknown kind of date {kind!r}", place)
    circa = kind == "APPROXIMATELY" or note.casefold() == _APPROXIMATELY
    remark = "" if note.casefold() == _APPROXIMATELY else note
    text = stated or remark
    if circa and read_dates(text):
        text = f"circa {text}"
    for prop, value in name_dates(BIRTH_DATE, text, audit, place):
        draft.open_part(place).say(prop, value)
        draft.remark(place, (prop, value), remark if stated else "")


def state_documents(node: Node, draft: Draft, place: Place, audit: Audit) -> None:
    """State documents; words that stand in the field of the number are kept as comment."""
    for document in node.take_filled("INDIVIDUAL_DOCUMENT"):
        _state_document(document, draft, Place(f"{place.element}/{document.tag}", place.number), audit)


def _state_document(document: Node, draft: Draft, place: Place, audit: Audit) -> None:
    kind, detail = document.take_value("TYPE_OF_DOCUMENT"), document.take_value("TYPE_OF_DOCUMENT2")
    written = document.take_value("NUMBER")
    number = _find_number(written) if written else _find_number_behind(detail)
    by, at = document.take_value("ISSUING_COUNTRY"), document.take_value("COUNTRY_OF_ISSUE")
    city, issued, note = (document.take_value(tag) for tag in ("CITY_OF_ISSUE", "DATE_OF_ISSUE", "NOTE"))
    country = by or at
    spot = ", ".join(filter(None, (city, at if by or city else "")))
    part = draft.open_part(place, words.DOCUMENT, make_key(kind, detail, written, country, issued, note))
    part.say(words.DOCUMENT_TYPE, kind or detail)
    part.say("Identification.typeDetail", detail if kind else "")
    part.say(words.DOCUMENT_NUMBER, number)
    part.say("Identification.numberAsWritten", written if written != number else "")
    part.say(words.DOCUMENT_COUNTRY, country)
    part.say(words.DOCUMENT_PLACE, spot)
    part.say(words.DOCUMENT_COMMENT, note)
    part.say_dates(words.DOCUMENT_ISSUED, issued, audit)


def _find_number(text: str) -> str:
    """Return a document's number without the words before it and the remark behind it."""
    found = _find_number_behind(text)
    plain = _REMARK.sub("", text).strip()
    return found or (plain if any(sign.isdigit() for sign in plain) else text)


def _find_number_behind(text: str) -> str:
    """Return the number behind the words that announce it, or an empty text."""
    numbers = [match.strip(" ,.") for match in _NUMBER_BEHIND.findall(text)]
    return next((number for number in numbers if any(sign.isdigit() for sign in number)), "")


def state_places(node: Node, draft: Draft, place: Place) -> None:
    """State addresses; one of which nothing but a remark is known is that remark."""
    for tag in ("INDIVIDUAL_ADDRESS", "ENTITY_ADDRESS"):
        for address in node.take_filled(tag):
            values = {prop: address.take_value(name) for name, prop in _ADDRESS.items()}
            note = address.take_value("NOTE")
            full = ", ".join(filter(None, values.values()))
            if not (full or note):
                continue
            spot = Place(f"{place.element}/{tag}", place.number)
            part = draft.open_part(spot, words.ADDRESS, make_key(*values.values(), "" if full else note))
            part.say(words.ADDRESS_FULL, full or note)
            for prop, value in values.items():
                part.say(prop, value)
            part.say(words.ADDRESS_REMARKS, note if full else "")

"""What the EU list says of a party beside its names: citizenship, birth, addresses, documents."""

import re
from typing import Final

from ostiary.lists.eu_fsf.regulations import Regulations
from ostiary.lists.eu_fsf.subjects import Subject, is_set, take, take_added, take_country, take_remarks
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.statements import Place

BIRTH_DATE: Final = "Person.birthDate"
BIRTH_PLACE: Final = "Person.birthPlace"
#: Parts of an address in the order in which it is read.
_ADDRESS: Final = {
    "street": "Address.street",
    "poBox": "Address.postOfficeBox",
    "place": "Address.place",
    "city": "Address.city",
    "zipCode": "Address.postalCode",
    "region": "Address.region",
}
_CONTACTS: Final = {"PHONE": "LegalEntity.phone", "EMAIL": "LegalEntity.email", "WEB": "LegalEntity.website"}
#: Flags of a document to what they say of its validity.
_VALIDITY: Final = {
    "knownFalse": words.FRAUDULENT,
    "knownExpired": "Expired",
    "reportedLost": "Reported lost",
    "revokedByIssuer": "Revoked",
}
#: What the list writes for a number that it does not know; no number begins so.
_NO_NUMBER: Final = "-"
_DOCUMENT_DATES: Final = {
    words.DOCUMENT_ISSUED: "issueDate",
    "Identification.validFrom": "validFrom",
    words.DOCUMENT_EXPIRES: "validTo",
}
_GREGORIAN: Final = "GREGORIAN"


class Details:
    """States what stands beside the names of one party.

    Args:
        subject: The party.
        regulations: The acts that entered it.
    """

    def __init__(self, subject: Subject, regulations: Regulations) -> None:
        self._subject = subject
        self._regulations = regulations

    def state(self, node: Node) -> None:
        """State all of it."""
        for each in node.take_nodes("citizenship"):
            self._state_citizenship(each)
        for each in node.take_nodes("birthdate"):
            self._state_birth(each)
        for each in node.take_nodes("address"):
            self._state_address(each)
        for each in node.take_nodes("identification"):
            self._state_document(each)
        for text in take_added(node):
            self._subject.party.say("Eu.additionalInformation", text)

    def _state_citizenship(self, node: Node) -> None:
        party, place = self._subject.open_party(node)
        prop = "Person.citizenship" if self._subject.is_person else "Thing.country"
        country, region = take_country(node), take(node, "region")
        valid = (take(node, "acquisitionDate"), take(node, "disenfranchisementDate"))
        self._subject.draft.state(party.subject, prop, country, place, valid)
        party.say("Eu.citizenshipRegion", region)
        self._subject.draft.remark(place, (prop, country), take_remarks(node))
        self._regulations.take_summary(node)

    def _state_birth(self, node: Node) -> None:
        party, place = self._subject.open_party(node)
        prop = BIRTH_DATE if self._subject.is_person else "LegalEntity.incorporationDate"
        date = self._state_birth_date(node, prop, place)
        country = take_country(node)
        parts = [take(node, name) for name in ("place", "city", "zipCode", "region")]
        spot = ", ".join(filter(None, (*parts, country)))
        party.say(BIRTH_PLACE, spot)
        party.say("Person.birthCountry", country)
        about = (prop, date) if date else (BIRTH_PLACE, spot)
        self._subject.draft.remark(place, about, take_remarks(node))
        self._regulations.take_summary(node)

    def _state_birth_date(self, node: Node, prop: str, place: Place) -> str:
        """State the date of birth and return it as published; years of another calendar are kept apart."""
        day, calendar = take(node, "birthdate"), take(node, "calendarType") or _GREGORIAN
        year, month, number = (take(node, name) for name in ("year", "monthOfYear", "dayOfMonth"))
        years = [text for name in ("yearRangeFrom", "yearRangeTo") if (text := take(node, name))]
        circa = "circa " if is_set(node, "circa") else ""
        counted = "-".join(part.zfill(2) for part in (year, month, number) if part)
        party = self._subject.draft.open_part(place)
        text = day or (counted if calendar == _GREGORIAN else "") or " to ".join(years)
        if text:
            party.say_dates(prop, circa + text, self._subject.audit)
        if calendar == _GREGORIAN and day and counted and not day.startswith(counted):
            self._subject.audit.warn("a date of birth whose parts say another day; both are kept", place)
            party.say_dates(prop, circa + counted, self._subject.audit)
        party.say(f"Eu.birthDate:{calendar}", counted if calendar != _GREGORIAN else "")
        return text

    def _state_address(self, node: Node) -> None:
        part, place = self._subject.open_part(node, words.ADDRESS)
        values = {prop: take(node, name) for name, prop in _ADDRESS.items()}
        country, remarks = take_country(node), take_remarks(node)
        full = ", ".join(filter(None, (*values.values(), country)))
        part.say(words.ADDRESS_FULL, full or remarks)
        part.say(words.ADDRESS_COUNTRY, country)
        for prop, value in values.items():
            part.say(prop, value)
        part.say(words.ADDRESS_REMARKS, remarks if full else "")
        part.say("Address.asAtListingTime", "true" if is_set(node, "asAtListingTime") else "")
        for contact in node.take_nodes("contactInfo"):
            kind, value = take(contact, "key"), take(contact, "value")
            known = _CONTACTS.get(re.sub(r"\d*\[?\d*\]?$", "", kind.upper()), f"Eu.contact:{kind}")
            self._subject.draft.open_part(place).say(known, value)
        regulation = self._regulations.take_summary(node)
        part.say("Address.regulation", regulation if full or remarks else "")

    def _state_document(self, node: Node) -> None:
        part, _ = self._subject.open_part(node, words.DOCUMENT)
        code, kind = take(node, "identificationTypeCode"), take(node, "identificationTypeDescription")
        number, latin = (take(node, name).removeprefix(_NO_NUMBER) for name in ("number", "latinNumber"))
        values = [
            (words.DOCUMENT_TYPE, kind or code),
            ("Identification.typeCode", code if kind else ""),
            (words.DOCUMENT_NUMBER, number or latin),
            ("Identification.latinNumber", latin if number and latin != number else ""),
            (words.DOCUMENT_COUNTRY, take_country(node)),
            (words.DOCUMENT_AUTHORITY, take(node, "issuedBy")),
            (words.DOCUMENT_PLACE, take(node, "region")),
            ("Identification.nameOnDocument", take(node, "nameOnDocument")),
            ("Identification.diplomatic", "true" if is_set(node, "diplomatic") else ""),
            *((words.DOCUMENT_VALIDITY, said) for flag, said in _VALIDITY.items() if is_set(node, flag)),
            (words.DOCUMENT_COMMENT, take_remarks(node)),
        ]
        for prop, value in values:
            part.say(prop, value)
        for prop, name in _DOCUMENT_DATES.items():
            part.say_dates(prop, take(node, name), self._subject.audit)
        part.say("Identification.regulation", self._regulations.take_summary(node))

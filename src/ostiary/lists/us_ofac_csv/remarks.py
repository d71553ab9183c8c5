"""Remarks: what has no column of its own stands in one text, which is kept whole and taken apart here."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates
from ostiary.lists.drafts import Draft
from ostiary.lists.keys import make_key
from ostiary.lists.us_ofac.mapping import load_mapping
from ostiary.lists.us_ofac_csv.words import Label, load_words
from ostiary.model import vocabulary as words
from ostiary.model.statements import Place

_BETWEEN: Final = "; "
_ALTERNATIVE: Final = "alt. "
_WEAK_NAME: Final = re.compile(r"([afn]\.k\.a\.) '(.+)'")
_WALLET: Final = re.compile(r"Digital Currency Address - (\S+) (\S+)")
_LINK: Final = "Linked To: "
_LINK_TYPE: Final = "Linked To"
_LINK_UNRESOLVED: Final = "Ofac.linkedTo"
_DATE: Final = r"(?:circa )?(?:(?:\d{1,2} )?[A-Z][a-z]{2} )?\d{4}"
_DATED: Final = re.compile(f" (issued|expires) ({_DATE}(?: to {_DATE})?)$")
_COUNTRY: Final = re.compile(r" \(([^()]+)\)$")
_DATE_PROPERTIES: Final = {"issued": words.DOCUMENT_ISSUED, "expires": words.DOCUMENT_EXPIRES}


@dataclass(frozen=True, slots=True)
class Remarks:
    """The remarks of one party.

    Attributes:
        text: The whole text.
        number: The list's number of the party.
        whole: Whether the text has its end; if not, its last statement is cut and is not taken apart.
    """

    text: str
    number: int
    whole: bool

    def split(self) -> list[str]:
        """Return the statements, without what was cut and without the full stop at the end."""
        found = self.text.removesuffix(".").split(_BETWEEN)
        return found if self.whole else found[:-1]


class RemarkReader:
    """States what remarks say.

    Args:
        parties: Party ids by primary name; a name that several parties have is not among them.
        audit: Told of dates that cannot be read.
    """

    def __init__(self, parties: Mapping[str, str], audit: Audit) -> None:
        self._parties = parties
        self._audit = audit
        self._words = load_words()
        self._features = load_mapping()

    def state(self, remarks: Remarks, draft: Draft) -> None:
        """Add the whole text to a party, and each statement of it that has a known form."""
        place = Place("Remarks", remarks.number)
        draft.state(draft.party_id, words.NOTES, remarks.text, place)
        for statement in remarks.split():
            self.state_statement(statement, draft, place)

    def state_statement(self, statement: str, draft: Draft, place: Place) -> bool:
        """Add one statement to a party; return whether it has a known form."""
        plain = _unwrap(statement.strip()).removeprefix(_ALTERNATIVE)
        if found := _WEAK_NAME.fullmatch(plain):
            draft.open_name(place, make_key(found[1], found[2]), found[2], found[1], "weak")
        elif found := _WALLET.fullmatch(plain):
            _state_wallet(found[1], found[2], draft, place)
        elif plain.startswith(_LINK):
            self._state_link(plain.removeprefix(_LINK), draft, place)
        elif label := self._words.find_label(plain):
            return self._state_labelled(label, plain[len(label.text) :].strip(), draft, place)
        else:
            return False
        return True

    def _state_link(self, name: str, draft: Draft, place: Place) -> None:
        """State a relation to the one party of this name; where there is none or several, only the name.

        The full stop at the end of the remarks may have been the name's own.
        """
        target = self._parties.get(name) or self._parties.get(f"{name}.", "")
        if not target:
            draft.state(draft.party_id, _LINK_UNRESOLVED, name, place)
            return
        part = draft.open_part(place, words.RELATION, make_key(_LINK_TYPE, target))
        part.say(words.RELATION_TYPE, _LINK_TYPE)
        part.say(words.RELATION_TARGET, target)

    def _state_labelled(self, label: Label, value: str, draft: Draft, place: Place) -> bool:
        if label.document:
            return self._state_document(label.text, value, draft, place)
        prop = label.property or self._features.choose_property(label.feature, draft.schema)
        if prop in self._words.dates:
            draft.open_part(place).say_dates(prop, value, self._audit)
        elif prop not in self._words.single_words or " " not in value:
            draft.state(draft.party_id, prop, value, place)
        else:
            return False
        return True

    def _state_document(self, kind: str, text: str, draft: Draft, place: Place) -> bool:
        """State a document: a number, then perhaps a country, a day of issue and one of expiry."""
        dates: list[tuple[str, str]] = []
        while found := _DATED.search(text):
            text = text[: found.start()]
            dates = [*name_dates(_DATE_PROPERTIES[found[1]], found[2], self._audit, place), *dates]
        country = _COUNTRY.search(text)
        number = text[: country.start()] if country else text
        if not any(character.isdigit() for character in number):
            return False  # words that happen to begin like a document; they stand in the notes
        values = [
            (words.DOCUMENT_TYPE, kind),
            (words.DOCUMENT_NUMBER, number),
            (words.DOCUMENT_COUNTRY, country[1] if country else ""),
            *dates,
        ]
        part = draft.open_part(place, words.DOCUMENT, make_key(*(value for _, value in values)))
        for prop, value in values:
            part.say(prop, value)
        return True


def _unwrap(statement: str) -> str:
    """Return a link without the parentheses that other forms write around one link or several."""
    plain = statement[1:] if statement.startswith(f"({_LINK}") else statement
    closes = plain.startswith(_LINK) and plain.endswith(")") and plain.count(")") > plain.count("(")
    return plain[:-1] if closes else plain


def _state_wallet(currency: str, address: str, draft: Draft, place: Place) -> None:
    part = draft.open_part(place, words.WALLET, make_key(currency, address))
    part.say(words.WALLET_CURRENCY, currency)
    part.say(words.WALLET_ADDRESS, address)

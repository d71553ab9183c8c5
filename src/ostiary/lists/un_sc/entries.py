"""Entries of the UN list: reference number, regime, the day of listing and the days of amendments."""

import re
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates
from ostiary.lists.drafts import ALWAYS, Draft
from ostiary.lists.nodes import Node
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

_BASIS: Final = re.compile(
    r"\b[Ll]isted (?:on \d{1,2} \w{3,9}\.? \d{4} )?pursuant to "
    r"(paragraphs? [^.]{1,80}? of resolution \d{3,4}(?: \(\d{4}\))?)"
)


def find_basis(comments: str) -> str:
    """Return the paragraph and resolution under which a party was listed, where the remarks name them."""
    found = _BASIS.search(comments)
    return found[1] if found else ""


class Entry:
    """The entry of a party on the list.

    Args:
        draft: The party.
        place: Where it stands in the file.
        number: Its reference number.
        audit: Told of dates that cannot be read.
    """

    def __init__(self, draft: Draft, place: Place, number: str, audit: Audit) -> None:
        self._draft = draft
        self._place = place
        self._number = number
        self._audit = audit

    def state(self, node: Node, basis: str) -> None:
        """State list, regime and acts; ``basis`` is that of the listing.

        Raises:
            ListFileError: It names no regime, or no day of listing.
        """
        entry = self._draft.open_part(self._place, words.ENTRY, self._number)
        entry.say(words.ENTRY_NUMBER, self._number)
        for value in (value for child in node.take_filled("LIST_TYPE") for value in child.take_values("VALUE")):
            entry.say(words.ENTRY_LIST, value)
        self._state_acts(node, basis)
        entry.say("Un.submittedBy", node.take_value("SUBMITTED_BY"))
        entry.say_dates("Un.submittedOn", node.take_value("SUBMITTED_ON"), self._audit)

    def _state_acts(self, node: Node, basis: str) -> None:
        regime, listed, gone = (node.take_value(tag) for tag in ("UN_LIST_TYPE", "LISTED_ON", "DELISTED_ON"))
        if not (regime and listed):
            missing = "UN_LIST_TYPE" if listed else "LISTED_ON"
            raise ListFileError(
                f"The entry has no {missing}.", where=str(self._place), advice="Fetch the file again."
            )
        self._state_act("listed", listed, "", "Listed", basis)
        until = self._state_act("delisted", gone, "delisting", "Delisted")
        subject = f"{self._draft.party_id}/{words.ENTRY}/{self._number}"
        self._draft.state(subject, words.ENTRY_PROGRAM, regime, self._place, ("", until) if until else ALWAYS)
        for child in node.take_filled("LAST_DAY_UPDATED"):
            for day in child.take_values("VALUE"):
                self._state_act(day, day, "amendment", "Updated")

    def _state_act(self, key: str, day: str, *said: str) -> str:
        """State an act and return its day in EDTF; without a date there was none."""
        if not day:
            return ""
        act = self._draft.open_part(self._place, words.ENTRY, self._number, words.ACT, key)
        for prop, value in zip((words.ACT_KIND, words.ACT_EVENT, words.ACT_LEGAL_BASIS), said, strict=False):
            act.say(prop, value)
        dates = list(name_dates(words.ACT_DATE, day, self._audit, self._place))
        for prop, value in dates:
            act.say(prop, value)
        return dates[0][1] if dates[0][0] == words.ACT_DATE else ""

"""Listings as of some dates, each read once, those of one list together."""

from collections import defaultdict
from collections.abc import Iterable

from ostiary.app.dates import Dates
from ostiary.model.errors import NotFoundError
from ostiary.model.parties import Party
from ostiary.register import Register


class Listings:
    """What the register knows of parties at some dates.

    Args:
        register: The recorded versions.
        asked: The dates.
    """

    def __init__(self, register: Register, asked: Dates) -> None:
        self._register = register
        self._asked = asked
        self._found: dict[str, Party | None] = {}
        self._unreadable: dict[str, str] = {}

    def read(self, party_ids: Iterable[str]) -> None:
        """Read the parties that are not read yet."""
        wanted: defaultdict[str, set[str]] = defaultdict(set)
        for party_id in party_ids:
            if party_id not in self._found:
                wanted[party_id.partition(":")[0]].add(party_id)
        for list_id, ids in wanted.items():
            if list_id not in self._unreadable:
                self._read_list(list_id, ids)

    def find(self, party_id: str) -> Party | None:
        """Return a party, one that has left its list too; None if it was not listed by then."""
        self.read([party_id])
        return self._found.get(party_id)

    def say_unreadable(self, party_id: str) -> str:
        """Return why nothing can be said of a party: no version of its list is known; or an empty text."""
        self.read([party_id])
        return self._unreadable.get(party_id.partition(":")[0], "")

    def _read_list(self, list_id: str, ids: set[str]) -> None:
        asked = self._asked
        try:
            state = self._register.state(
                list_id, valid_on=asked.valid_on, known_at=asked.known_at, recorded_at=asked.recorded_at
            )
        except NotFoundError as error:
            self._unreadable[list_id] = f"{list_id} cannot be asked: {error.what}"
            return
        self._found |= {party.id: party for party in state.pick(ids)}
        for party_id in ids - self._found.keys():
            self._found[party_id] = self._find_delisted(party_id)

    def _find_delisted(self, party_id: str) -> Party | None:
        asked = self._asked
        try:
            return self._register.party(
                party_id, valid_on=asked.valid_on, known_at=asked.known_at, recorded_at=asked.recorded_at
            )
        except NotFoundError:
            return None

"""The numbers that name parties, as the columns of an index: documents, ships' numbers, wallets."""

from array import array
from collections.abc import Iterable

import numpy as np

from ostiary.index.growing import GrowingTexts
from ostiary.index.texts import Array
from ostiary.names.identifiers import identifier_key, is_self_checking, normalise_identifier


class IdentifierColumns:
    """Numbers of parties, added party by party."""

    def __init__(self) -> None:
        self._keys, self._parties, self._checked = array("q"), array("i"), array("b")
        self._values, self._labels = GrowingTexts(), GrowingTexts()

    def add(self, party: int, identifiers: Iterable[tuple[str, str]]) -> None:
        """Add the numbers of a party.

        Args:
            party: Which one it is of those that come.
            identifiers: Each with what it is; those too short to tell anyone are left out.
        """
        for value, label in sorted(identifiers):
            if normal := normalise_identifier(value):
                self._keys.append(identifier_key(normal))
                self._parties.append(party)
                self._checked.append(is_self_checking(value, label))
                self._values.append(value)
                self._labels.append(label)

    def sections(self, numbers: Array) -> dict[str, Array]:
        """Return them as sections of an index, sorted by their keys.

        Args:
            numbers: int64[P], the number that each party has in the index, in the order in which they came.
        """
        keys, parties = np.frombuffer(self._keys, np.int64), numbers[np.frombuffer(self._parties, np.int32)]
        # A stable order: of one party's equal keys the values and labels stay sorted.
        order = np.lexsort((parties, keys))
        values, value_starts = self._values.pack(order)
        labels, label_starts = self._labels.pack(order)
        of_party = np.argsort(parties[order], kind="stable")
        return {
            "identifier_keys": keys[order],
            "identifier_party": parties[order].astype(np.int32),
            "identifier_checked": np.frombuffer(self._checked, np.int8)[order].astype(np.bool_),
            "identifier_values": values,
            "identifier_value_starts": value_starts,
            "identifier_labels": labels,
            "identifier_label_starts": label_starts,
            "party_identifier": of_party.astype(np.int32),
            "party_identifier_starts": np.searchsorted(parties[order][of_party], np.arange(numbers.size + 1)),
        }

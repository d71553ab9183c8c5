"""The listed names of an index, and an order in which to draw from them that only the seed decides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from ostiary.index import Index
from ostiary.names.analysis import NameClass
from ostiary.names.arrays import Array

_BYTES = 8


@dataclass(frozen=True, slots=True)
class ListedName:
    """A name as it stands in an index.

    Attributes:
        number: Its number in the index.
        text: As listed.
        party: Number of its party.
        party_id: The party.
        schema: FollowTheMoney schema of the party.
        bearer: As which kind of bearer's name it is compared.
        weak: Whether the list calls it weak.
    """

    number: int
    text: str
    party: int
    party_id: str
    schema: str
    bearer: NameClass
    weak: bool


class ListedNames:
    """All names that are screened against, each once.

    Args:
        index: The index.
    """

    def __init__(self, index: Index) -> None:
        self.index = index
        parties = [index.party(number) for number in range(index.facts.parties)]
        self._ids = [party.id for party in parties]
        self._schemas = [party.schema for party in parties]
        self._keys: dict[int, int] = {}
        for number in range(len(index.name_texts)):
            party = int(index.name_party[number])
            key = _number_of(f"{self._ids[party]}\0{index.name_texts[number]}")
            self._keys.setdefault(key, number)

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, number: int) -> ListedName:
        party = int(self.index.name_party[number])
        return ListedName(
            number,
            self.index.name_texts[number],
            party,
            self._ids[party],
            self._schemas[party],
            self.index.class_of_name(number),
            bool(self.index.name_weak[number]),
        )

    def names_of(self, party: int) -> Iterator[ListedName]:
        """Yield the names of a party."""
        return (self[int(number)] for number in self.index.names_of_party(party))

    def draw(self, label: str, seed: int) -> Mapping[str, Iterator[ListedName]]:
        """Return all names by schema, each schema's in an order that label and seed decide.

        The order depends on the names and not on where they stand: a new version of a list leaves it as it is.
        """
        salt, factor = _number_of(f"{seed}\0{label}"), _number_of(f"{label}\0{seed}") | 1
        keys = np.fromiter(self._keys, dtype=np.uint64, count=len(self._keys))
        numbers = np.fromiter(self._keys.values(), dtype=np.int64, count=len(self._keys))
        with np.errstate(over="ignore"):
            order = np.argsort((keys ^ np.uint64(salt)) * np.uint64(factor), kind="stable")
        return {schema: self._of_schema(numbers[order], schema) for schema in sorted(set(self._schemas))}

    def share_of(self, schema: str) -> float:
        """Return the share of parties that have a schema."""
        return self._schemas.count(schema) / max(len(self._schemas), 1)

    def _of_schema(self, numbers: Array, schema: str) -> Iterator[ListedName]:
        party = self.index.name_party
        return (self[int(number)] for number in numbers if self._schemas[party[number]] == schema)


def _number_of(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=_BYTES).digest(), "big")

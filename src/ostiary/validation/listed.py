"""The listed names of an index, and an order in which to draw from them that only the seed decides."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from ostiary.index import Index
from ostiary.names.analysis import NameClass

_BYTES = 8

#: Tells whether a name is wanted: by its text, its kind of bearer, and whether it is weak.
Fits = Callable[[str, NameClass, bool], bool]


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
        self._known = sorted(set(self._schemas))
        codes = np.array([self._known.index(schema) for schema in self._schemas], dtype=np.int16)
        self._codes = codes[index.name_party]
        self._party: list[int] = index.name_party.tolist()
        self._weak: list[bool] = index.name_weak.astype(bool).tolist()
        self._bearers = _list_bearers(index)
        self._texts = [index.name_texts[number] for number in range(len(index.name_texts))]
        self._keys: dict[int, int] = {}
        for number, text in enumerate(self._texts):
            self._keys.setdefault(_number_of(f"{self._ids[self._party[number]]}\0{text}"), number)

    def __len__(self) -> int:
        return len(self._keys)

    def __getitem__(self, number: int) -> ListedName:
        party = self._party[number]
        return ListedName(
            number,
            self._texts[number],
            party,
            self._ids[party],
            self._schemas[party],
            self._bearers[number],
            self._weak[number],
        )

    def names_of(self, party: int) -> Iterator[ListedName]:
        """Yield the names of a party."""
        return (self[number] for number in self.index.names_of_party(party).tolist())

    def texts(self) -> Sequence[str]:
        """Return every name as listed, by its number."""
        return self._texts

    def draw(self, label: str, seed: int, fits: Fits) -> Mapping[str, Iterator[ListedName]]:
        """Return the names that fit by schema, each schema's in an order that label and seed decide.

        The order depends on the names and not on where they stand: a new version of a list leaves it as it is.

        Args:
            label: What they are drawn for.
            seed: Another seed, another order.
            fits: Whether a name is wanted, by its text, its kind of bearer, and whether it is weak.
        """
        salt, factor = _number_of(f"{seed}\0{label}"), _number_of(f"{label}\0{seed}") | 1
        keys = np.fromiter(self._keys, dtype=np.uint64, count=len(self._keys))
        numbers = np.fromiter(self._keys.values(), dtype=np.int64, count=len(self._keys))
        with np.errstate(over="ignore"):
            order = np.argsort((keys ^ np.uint64(salt)) * np.uint64(factor), kind="stable")
        drawn = numbers[order]
        return {
            schema: self._that_fit(drawn[self._codes[drawn] == code].tolist(), fits)
            for code, schema in enumerate(self._known)
        }

    def _that_fit(self, numbers: list[int], fits: Fits) -> Iterator[ListedName]:
        texts, bearers, weak = self._texts, self._bearers, self._weak
        return (self[at] for at in numbers if fits(texts[at], bearers[at], weak[at]))

    def share_of(self, schema: str) -> float:
        """Return the share of parties that have a schema."""
        return self._schemas.count(schema) / max(len(self._schemas), 1)


def _list_bearers(index: Index) -> list[NameClass]:
    """The kind of bearer of each name; the names of a kind stand together."""
    ranges = {name_class: index.class_range(name_class) for name_class in NameClass}
    return [name_class for name_class in NameClass for _ in range(*ranges[name_class])]


def _number_of(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=_BYTES).digest(), "big")

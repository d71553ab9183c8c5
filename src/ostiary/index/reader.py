"""An opened index: the arrays that kernels scan, and what they stand for."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path

import numpy as np

from ostiary.index.container import Array, map_sections
from ostiary.index.facts import IndexedVersion, IndexFacts
from ostiary.index.found_names import open_neighbours, open_postings
from ostiary.index.reading_names import ReadingNames, open_reading_names
from ostiary.index.texts import Texts
from ostiary.model.errors import OutdatedIndexError
from ostiary.model.periods import Period
from ostiary.names.analysis import NameClass, Word
from ostiary.names.arrays import NameTable, WordTable, read_word, slice_names, slice_words
from ostiary.names.countries import plain_country
from ostiary.names.identifiers import identifier_key, normalise_identifier
from ostiary.names.identity import analysis_digest
from ostiary.names.keys import exact_key
from ostiary.names.neighbours import WordNeighbours
from ostiary.names.postings import NamePostings

#: Words of listed names that are kept as read: the same ones stand in hit after hit.
_WORDS_KEPT = 4_096


@dataclass(frozen=True, slots=True)
class IndexedParty:
    """What an index knows of a party: enough to score and report a hit, or to tell it from a namesake."""

    id: str
    caption: str
    schema: str
    list_id: str
    programs: tuple[str, ...]
    births: tuple[Period, ...]
    countries: tuple[str, ...]
    addresses: tuple[str, ...]
    positions: tuple[str, ...] = ()
    gender: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    delisted_in: str = ""
    nationalities: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    former_flags: tuple[str, ...] = ()
    birth_places: tuple[str, ...] = ()
    foundings: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class IdentifierPosting:
    """An identifier that the list publishes for a party.

    Attributes:
        party: Number of the party.
        value: As published.
        label: What the list says that it is.
        checked: Whether it carries a check digit that is right.
    """

    party: int
    value: str
    label: str
    checked: bool


class Index:
    """One compiled state of the register, mapped into memory, never changed.

    Args:
        path: The index file.

    Attributes:
        path: The file.
        facts: What is in it.
        name_party: int32[N], the party of each name.
        name_weak: bool[N], whether the list calls the name weak.
        name_reading: int8[N], in which of the ways to read it each name stands here.
        name_texts: The names as listed.
    """

    def __init__(self, path: Path) -> None:
        sections, header, index_id = map_sections(path)
        self.path = path
        self._sections = sections
        if header.get("analysis") != analysis_digest():
            raise OutdatedIndexError(
                "Another release compiled the index, and it may take names apart in another way.",
                where=str(path),
                advice="Compile the index again: run `ostiary update` with the list file.",
            )
        self.facts = IndexFacts.from_header(header, index_id)
        self._words = WordTable(*(sections[f"word_{field}"] for field in WordTable._fields))
        self._names = NameTable(*(sections[f"name_{field}"] for field in NameTable._fields))
        screened = len(self._names.starts) - 1
        self.name_party = sections["name_party"][:screened]
        self.name_weak = sections["name_weak"][:screened]
        self.name_reading = sections["name_reading"]
        self.name_texts = self._texts("name_text", screened)
        self._ids = self._texts("party_id")
        self._captions = self._texts("party_caption")
        self._addresses = self._texts("address_text")
        self._birth_places = self._texts("birth_place_text")
        self._positions = self._texts("party_position")
        self._genders = self._texts("party_gender")
        self._delisted = self._texts("party_delisted")
        self._identifier_values = self._texts("identifier_value")
        self._identifier_labels = self._texts("identifier_label")
        self._countries: dict[str, str] | None = None
        self._kin: dict[str, frozenset[str]] | None = None
        self._class_starts = sections["name_class_starts"].tolist()
        self._word = lru_cache(maxsize=_WORDS_KEPT)(partial(read_word, self._words))
        self._versions = {version.list_id: version for version in self.facts.versions}

    def _texts(self, name: str, count: int | None = None) -> Texts:
        stop = None if count is None else count + 1
        return Texts(self._sections[f"{name}s"], self._sections[f"{name}_starts"][:stop])

    def class_range(self, name_class: NameClass) -> tuple[int, int]:
        """Return the number of the first name of a kind of bearer, and the number after its last."""
        first, last = self._sections["name_class_starts"][name_class : name_class + 2]
        return int(first), int(last)

    def words_of_class(self, name_class: NameClass) -> WordTable:
        """Return the distinct words of all names of a kind of bearer."""
        first, last = self._sections["word_class_starts"][name_class : name_class + 2]
        return slice_words(self._words, int(first), int(last))

    def name_rows(self, first: int, last: int) -> NameTable:
        """Return the names from one number up to another; their words are numbered within their kind of bearer."""
        return slice_names(self._names, first, last)

    def neighbours(self, name_class: NameClass) -> WordNeighbours:
        """Return the distinct words of all names of a kind of bearer by what relates them to others."""
        return open_neighbours(self._sections, name_class)

    def postings(self, name_class: NameClass) -> NamePostings:
        """Return the names of a kind of bearer by their words, numbered within their kind."""
        return open_postings(self._sections, name_class)

    def words_of_name(self, name: int) -> tuple[Word, ...]:
        """Return the words of a name as it was taken apart for the index, each as far as it stands there."""
        first = int(self._sections["word_class_starts"][self.class_of_name(name)])
        held = self._names.words[self._names.starts[name] : self._names.starts[name + 1]]
        return tuple(self._word(first + number) for number in held.tolist())

    def class_of_name(self, name: int) -> NameClass:
        """Return the kind of bearer that a name was analysed for."""
        return NameClass(bisect_right(self._class_starts, name) - 1)

    def names_of_party(self, party: int) -> Array:
        """Return the numbers of a party's names.

        Those of parties in force stand in the parties' order, for each kind of bearer.
        """
        if party >= self.facts.parties:
            return np.flatnonzero(self.name_party == party)
        parts = []
        for first, last in pairwise(self._sections["name_class_starts"]):
            found = first + np.searchsorted(self.name_party[first:last], [party, party + 1])
            parts.append(np.arange(found[0], found[1]))
        return np.concatenate(parts)

    def party_number(self, party_id: str) -> int | None:
        """Return the number of a party, or None if it is not indexed."""
        low, high = 0, self.facts.parties
        while low < high:
            middle = (low + high) // 2
            if self._ids[middle] < party_id:
                low = middle + 1
            else:
                high = middle
        return low if low < self.facts.parties and self._ids[low] == party_id else None

    def party(self, number: int) -> IndexedParty:
        """Return what the index knows of a party."""
        facts = self.facts
        return IndexedParty(
            id=self._ids[number],
            caption=self._captions[number],
            schema=facts.schemas[self._sections["party_schema"][number]],
            list_id=facts.lists[self._sections["party_list"][number]],
            programs=tuple(facts.programs[code] for code in self._row("party_program", number)),
            births=self._periods("party_birth", number),
            countries=self._codes("party_country", number),
            addresses=tuple(self._addresses[at] for at in self._range("party_address", number)),
            positions=tuple(self._positions[number].splitlines()),
            gender=self._genders[number],
            delisted_in=self._delisted[number],
            identifiers=tuple(
                (self._identifier_labels[at], self._identifier_values[at])
                for at in self._row("party_identifier", number).tolist()
            ),
            nationalities=self._codes("party_nationality", number),
            flags=self._codes("party_flag", number),
            former_flags=self._codes("party_former_flag", number),
            birth_places=tuple(self._birth_places[at] for at in self._range("party_birth_place", number)),
            foundings=self._periods("party_founding", number),
        )

    def _periods(self, name: str, number: int) -> tuple[Period, ...]:
        days = self._row(name, number).reshape(-1, 3).tolist()
        return tuple(
            Period(date.fromordinal(start), date.fromordinal(end), bool(circa)) for start, end, circa in days
        )

    def _codes(self, name: str, number: int) -> tuple[str, ...]:
        return tuple(self.facts.countries[code] for code in self._row(name, number))

    def _range(self, name: str, number: int) -> range:
        first, last = self._sections[f"{name}_starts"][number : number + 2]
        return range(first, last)

    def _row(self, name: str, number: int) -> Array:
        start, end = self._sections[f"{name}_starts"][number : number + 2]
        return self._sections[name][start:end]

    def version_of(self, list_id: str) -> IndexedVersion:
        """Return the version of a list that the index was compiled from."""
        return self._versions[list_id]

    def country_code(self, text: str) -> str:
        """Return the code of a country by code or name, or an empty text if it is unknown."""
        if self._countries is None:
            table = self._texts("country_name")
            self._countries = dict(table[at].rsplit("=", 1) for at in range(len(table)))
        return self._countries.get(plain_country(text), "")

    def country_kin(self, code: str) -> frozenset[str]:
        """Return the codes under which a place may stand: its own, of what it is part of, and of what came of it.

        The Soviet Union and Ukraine share one, Scotland and the United Kingdom; Ukraine and Russia do not.
        """
        if self._kin is None:
            table = self._texts("country_kin")
            pairs = (table[at].split("=") for at in range(len(table)))
            self._kin = {known: frozenset(kin.split()) for known, kin in pairs}
        return self._kin.get(code, frozenset({code}))

    def reading_names(self) -> ReadingNames:
        """Return the names as texts write them, for the reading of reports, of delisted parties too."""
        return open_reading_names(self._sections, self._texts("name_text"))

    def find_exact(self, text: str) -> Array:
        """Return the numbers of names that are listed in these very letters, case and spacing aside."""
        return self._sections["exact_names"][self._equal("exact_keys", exact_key(text))]

    def find_identifier(self, text: str) -> Iterator[IdentifierPosting]:
        """Yield the parties for which the list publishes this identifier, however it is spaced or prefixed."""
        normal = normalise_identifier(text)
        if not normal:
            return
        found = self._equal("identifier_keys", identifier_key(normal))
        for at in range(found.start, found.stop):
            value = self._identifier_values[at]
            if normalise_identifier(value) == normal:
                party = int(self._sections["identifier_party"][at])
                checked = bool(self._sections["identifier_checked"][at])
                yield IdentifierPosting(party, value, self._identifier_labels[at], checked)

    def _equal(self, section: str, key: int) -> slice:
        keys = self._sections[section]
        return slice(int(np.searchsorted(keys, key, side="left")), int(np.searchsorted(keys, key, side="right")))


def open_index(path: Path) -> Index:
    """Open an index file; the whole of it is mapped, nothing is read ahead.

    Raises:
        IndexFileError: The file is absent, none of ours, or damaged in its header.
        OutdatedIndexError: Another release compiled it.
    """
    return Index(path)

"""Parties as the columns of an index: each is added as it comes, and let go."""

from collections.abc import Mapping

import numpy as np

from ostiary.index.growing import GrowingLists, GrowingTexts
from ostiary.index.kept import KeptParty
from ostiary.index.texts import Array, pack_texts
from ostiary.names.countries import plain_country, related_countries
from ostiary.names.places import split_place

_TEXTS = ("id", "caption", "position", "gender", "delisted")
_DAYS = ("birth", "founding")
_COUNTRIES = ("country", "nationality", "flag", "former_flag")
#: Texts of which a party has several.
_SEVERAL = ("address", "birth_place")
#: In place of the code of a country that nothing knows.
_UNKNOWN = -1


class _Vocabulary(dict[str, int]):
    """Numbers of texts, in the order in which they come."""

    def __missing__(self, text: str) -> int:
        return self.setdefault(text, len(self))

    def rank(self) -> Array:
        """Return for each number, int16, the place of its text by alphabet."""
        ranks = np.empty(len(self), dtype=np.int16)
        for place, text in enumerate(sorted(self)):
            ranks[self[text]] = place
        return ranks


class PartyColumns:
    """What an index keeps of parties beside names and numbers; rows are parties as they come."""

    def __init__(self) -> None:
        self._texts = {name: GrowingTexts() for name in _TEXTS}
        self._days = {name: GrowingLists() for name in _DAYS}
        self._countries = {name: GrowingLists() for name in _COUNTRIES}
        self._several = {name: (GrowingTexts(), GrowingLists()) for name in _SEVERAL}
        self._programs, self._schemas, self._lists = (GrowingLists() for _ in range(3))
        self._program_numbers, self._schema_numbers, self._list_numbers = (_Vocabulary() for _ in range(3))
        self._country_numbers = _Vocabulary()
        #: The last part of a place of birth is a country in most lists.
        self._birth_countries: set[str] = set()

    def __len__(self) -> int:
        return len(self._texts["id"])

    def add(self, party: KeptParty) -> None:
        """Add a party as the last one."""
        texts = (party.id, party.caption, "\n".join(party.positions), party.gender, party.delisted_in)
        for name, text in zip(_TEXTS, texts, strict=True):
            self._texts[name].append(text)
        for name, days in zip(_DAYS, (party.birth_days, party.founding_days), strict=True):
            self._days[name].append(days)
        countries = (party.countries, party.nationalities, party.flags, party.former_flags)
        for name, written in zip(_COUNTRIES, countries, strict=True):
            self._countries[name].append(self._country_numbers[text] for text in written)
        for name, of_party in zip(_SEVERAL, (party.addresses, party.birth_places), strict=True):
            texts_so_far, rows = self._several[name]
            rows.append(range(len(texts_so_far), len(texts_so_far) + len(of_party)))
            for text in of_party:
                texts_so_far.append(text)
        self._birth_countries.update(parts[-1] for text in party.birth_places if (parts := split_place(text)))
        self._programs.append(self._program_numbers[tag] for tag in party.programs)
        self._schemas.append([self._schema_numbers[party.schema]])
        self._lists.append([self._list_numbers[party.list_id]])

    def order(self, listed: int) -> Array:
        """Return the rows, int64, in the order of the parties' numbers: by id, first those that are listed.

        Args:
            listed: How many are: they came first.
        """
        ids = list(self._texts["id"])
        halves = range(listed), range(listed, len(ids))
        return np.array([row for half in halves for row in sorted(half, key=ids.__getitem__)], dtype=np.int64)

    def vocabularies(self) -> dict[str, tuple[str, ...]]:
        """Return the words that stand as numbers in the sections: of programs, schemas and lists."""
        return {
            "programs": tuple(sorted(self._program_numbers)),
            "schemas": tuple(sorted(self._schema_numbers)),
            "lists": tuple(sorted(self._list_numbers)),
        }

    def country_names(self) -> list[str]:
        """Return what countries are called here, for :func:`~ostiary.names.countries.country_table`."""
        return sorted({*self._country_numbers, *self._birth_countries})

    def sections(self, order: Array, countries: Mapping[str, str]) -> dict[str, Array]:
        """Return the parties as sections of an index.

        Args:
            order: Their rows, as :meth:`order` gives them.
            countries: The codes of countries, as :func:`~ostiary.names.countries.country_table` gives them.
        """
        found = {}
        for name, texts in self._texts.items():
            found[f"party_{name}s"], found[f"party_{name}_starts"] = texts.pack(order)
        for name, days in self._days.items():
            found[f"party_{name}"], found[f"party_{name}_starts"] = days.pack(order)
        for name in _SEVERAL:
            found |= self._several_sections(name, order)
        programs, found["party_program_starts"] = self._programs.pack(order)
        schemas, lists = self._schemas.pack(order)[0], self._lists.pack(order)[0]
        return {
            **found,
            "party_program": self._program_numbers.rank()[programs],
            "party_schema": self._schema_numbers.rank()[schemas],
            "party_list": self._list_numbers.rank()[lists],
            **self._country_sections(order, countries),
        }

    def _several_sections(self, name: str, order: Array) -> dict[str, Array]:
        """The texts of all parties, and where those of each begin."""
        texts, rows = self._several[name]
        own, starts = rows.pack(order)
        packed, text_starts = texts.pack(own)
        return {f"{name}_texts": packed, f"{name}_text_starts": text_starts, f"party_{name}_starts": starts}

    def _country_sections(self, order: Array, table: Mapping[str, str]) -> dict[str, Array]:
        number = {code: at for at, code in enumerate(sorted(set(table.values())))}
        codes = [number.get(table.get(plain_country(text), ""), _UNKNOWN) for text in self._country_numbers]
        names, name_starts = pack_texts([f"{name}={code}" for name, code in table.items()])
        kin, kin_starts = pack_texts([f"{code}={' '.join(kin)}" for code, kin in related_countries().items()])
        found = {
            "country_names": names,
            "country_name_starts": name_starts,
            "country_kins": kin,
            "country_kin_starts": kin_starts,
        }
        for name, rows in self._countries.items():
            texts, starts = rows.pack(order)
            found[f"party_{name}"], found[f"party_{name}_starts"] = _code_rows(
                np.array(codes, dtype=np.int16)[texts], starts
            )
        return found


def _code_rows(codes: Array, starts: Array) -> tuple[Array, Array]:
    """Return the known codes of each row, sorted and each once, and where those of each row start."""
    rows = np.repeat(np.arange(starts.size - 1), np.diff(starts))[codes != _UNKNOWN]
    pairs = np.unique(np.stack([rows, codes[codes != _UNKNOWN]]), axis=1)
    return pairs[1].astype(np.int16), np.searchsorted(pairs[0], np.arange(starts.size))

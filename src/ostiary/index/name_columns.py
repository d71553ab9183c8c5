"""Names as the columns of an index: each is added as it comes, as numbers of words, and let go."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from ostiary.index.growing import GrowingTexts, take_rows
from ostiary.index.kept import keep_names
from ostiary.index.reading_names import PackedForms, reading_sections
from ostiary.index.texts import Array
from ostiary.model.parties import Alias
from ostiary.names.analysis import AnalysedName, NameClass, Word
from ostiary.names.arrays import NameTable, acronym_form, join_forms, sort_words
from ostiary.names.keys import exact_form, joined_keys_of


class Bearer(NamedTuple):
    """A party as the bearer of its names.

    Attributes:
        number: Which one it is of those that come.
        listed: Whether it is still listed; the names of others are read in texts and never screened.
        schema: What it is.
        aliases: Its names.
    """

    number: int
    listed: bool
    schema: str
    aliases: Sequence[Alias]


class NamesApart(NamedTuple):
    """Names of some parties, taken apart.

    Attributes:
        words: The distinct words of each kind of bearer.
        rows: The names as numbers of these, one name after the other; only of listed parties, which come first.
        starts: Where each name's words start, and where the last one's end.
        texts: The names as listed.
        forms: How texts write them.
        plain: What else is kept of them.
    """

    words: dict[NameClass, list[Word]]
    rows: "array[int]"
    starts: "array[int]"
    texts: GrowingTexts
    forms: GrowingTexts
    plain: "tuple[array[int], ...]"


class _WordNumbers(dict[Word, int]):
    """Numbers of distinct words, in the order in which they come."""

    def __missing__(self, word: Word) -> int:
        return self.setdefault(word, len(self))


#: Columns that are joined by writing one behind the other.
_PLAIN_COLUMNS = ("_pairs", "_triples", "_acronyms", "_exact", "_parties", "_kinds", "_strong", "_readings")


class NameColumns:
    """Names of parties: first those of parties that are listed, then those of parties that are so no longer."""

    def __init__(self) -> None:
        self._words = {kind: _WordNumbers() for kind in NameClass}
        self._places: dict[NameClass, Array] = {}
        self._rows, self._starts = array("i"), array("q", [0])
        self._pairs, self._triples, self._acronyms, self._exact = (array("q") for _ in range(4))
        #: What becomes keys when all names of a part are there: many at once take a fraction of the time.
        self._unkeyed: dict[str, list[str]] = {"_pairs": [], "_triples": [], "_acronyms": [], "_exact": []}
        self._texts, self._forms = GrowingTexts(), GrowingTexts()
        self._parties, self._kinds, self._strong, self._readings = array("i"), array("b"), array("b"), array("b")

    def add(self, bearer: Bearer) -> None:
        """Take the names of a party apart and add them in each way to read them."""
        for name in keep_names(bearer.schema, bearer.aliases):
            self._parties.append(bearer.number)
            self._kinds.append(name.analysed.name_class)
            self._strong.append(name.strong)
            self._texts.append(name.text)
            self._forms.append(name.forms)
            if bearer.listed:
                self._readings.append(name.reading)
                self._unkeyed["_exact"].append(exact_form(name.text))
                self._tabulate(name.analysed)

    def apart(self) -> NamesApart:
        """Return all that was added, to be handed to other columns."""
        for column, texts in self._unkeyed.items():
            getattr(self, column).frombytes(joined_keys_of(texts).tobytes())
            texts.clear()
        words = {kind: list(numbers) for kind, numbers in self._words.items()}
        return NamesApart(words, self._rows, self._starts, self._texts, self._forms, self._plain_columns())

    def extend(self, part: NamesApart) -> None:
        """Add names that were taken apart elsewhere, of parties that come after all of these."""
        plain = dict(zip(_PLAIN_COLUMNS, part.plain, strict=True))
        rows, starts = np.frombuffer(part.rows, np.int32), np.frombuffer(part.starts, np.int64)
        kinds = np.repeat(np.frombuffer(plain["_kinds"], np.int8)[: starts.size - 1], np.diff(starts))
        taken = np.empty_like(rows)
        for kind, words in part.words.items():
            numbers = self._words[kind]
            places = np.array([numbers[word] for word in words], dtype=np.int32)
            taken[kinds == kind] = places[rows[kinds == kind]]
        before = len(self._rows)
        self._rows.frombytes(taken.tobytes())
        self._starts.extend([before + start for start in part.starts[1:]])
        self._texts.extend(part.texts)
        self._forms.extend(part.forms)
        for own, column in zip(self._plain_columns(), part.plain, strict=True):
            own.extend(column)

    def _plain_columns(self) -> "tuple[array[int], ...]":
        return tuple(getattr(self, name) for name in _PLAIN_COLUMNS)

    def _tabulate(self, name: AnalysedName) -> None:
        numbers = self._words[name.name_class]
        self._rows.extend([numbers[word] for word in name.words])
        self._starts.append(len(self._rows))
        self._unkeyed["_pairs"] += join_forms(name, 2)
        self._unkeyed["_triples"] += join_forms(name, 3)
        self._unkeyed["_acronyms"].append(acronym_form(name))

    def order(self, numbers: Array) -> Array:
        """Return the rows, int64, in the order of the names' numbers: by kind of bearer, then by party.

        Args:
            numbers: int64[P], the number that each party has in the index, in the order in which they came.
        """
        parties = numbers[np.frombuffer(self._parties, np.int32)]
        gone = np.arange(parties.size) >= len(self._starts) - 1
        return np.lexsort((parties, np.frombuffer(self._kinds, np.int8), gone))

    def give_words(self) -> list[list[Word]]:
        """Return the distinct words of each kind of bearer in their order; they are kept here no longer."""
        given = []
        for kind, numbers in self._words.items():
            given.append(sort_words(numbers))
            self._places[kind] = np.empty(len(numbers), dtype=np.int32)
            self._places[kind][[numbers[word] for word in given[-1]]] = np.arange(len(numbers))
        self._words.clear()
        return given

    def table(self, order: Array) -> NameTable:
        """Return the names of listed parties as rows of word numbers, once the words are given.

        Args:
            order: The rows of all names, as :meth:`order` gives them.
        """
        rows, starts = np.frombuffer(self._rows, np.int32), np.frombuffer(self._starts, np.int64)
        own = order[: starts.size - 1]
        kinds = np.repeat(np.frombuffer(self._kinds, np.int8)[: own.size], np.diff(starts))
        words = np.empty_like(rows)
        for kind, places in self._places.items():
            words[kinds == kind] = places[rows[kinds == kind]]
        pairs, triples = (np.frombuffer(keys, np.int64) for keys in (self._pairs, self._triples))
        taken, bounds = take_rows(words, starts, own)
        return NameTable(
            taken,
            bounds.astype(np.int32),
            take_rows(pairs, starts, own)[0],
            take_rows(triples, starts, own)[0],
            np.frombuffer(self._acronyms, np.int64)[own],
        )

    def class_starts(self) -> Array:
        """Return where the names of listed parties start for each kind of bearer, and where they end."""
        kinds = np.frombuffer(self._kinds, np.int8)[: len(self._exact)]
        return np.cumsum([0, *np.bincount(kinds, minlength=len(NameClass))]).astype(np.int64)

    def sections(self, order: Array, numbers: Array) -> dict[str, Array]:
        """Return what an index keeps of names beside their words: as listed, and as texts write them.

        Args:
            order: Their rows, as :meth:`order` gives them.
            numbers: As for :meth:`order`.
        """
        own = order[: len(self._exact)]
        exact = np.frombuffer(self._exact, np.int64)[own]
        by_key = np.argsort(exact, kind="stable")
        texts, starts = self._texts.pack(order)
        strong = np.frombuffer(self._strong, np.int8)[order].astype(np.bool_)
        parties = numbers[np.frombuffer(self._parties, np.int32)[order]].astype(np.int32)
        kinds = np.frombuffer(self._kinds, np.int8)[order]
        return {
            "name_reading": np.frombuffer(self._readings, np.int8)[own],
            "name_class_starts": self.class_starts(),
            "exact_keys": exact[by_key],
            "exact_names": by_key.astype(np.int32),
            "name_party": parties,
            "name_weak": ~strong,
            "name_texts": texts,
            "name_text_starts": starts,
            **reading_sections(PackedForms(self._forms, order), strong, kinds, parties),
        }


def take_apart(bearers: Iterable[Bearer]) -> NamesApart:
    """Return the names of some parties, taken apart."""
    columns = NameColumns()
    for bearer in bearers:
        columns.add(bearer)
    return columns.apart()

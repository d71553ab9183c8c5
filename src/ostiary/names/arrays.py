"""Names as arrays: the form in which kernels compare them and an index file holds them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ostiary.names.analysis import AnalysedName, NameClass, Word, WordKind
from ostiary.names.keys import joined_key, joined_keys_of
from ostiary.names.nets import nets_of
from ostiary.names.netting import MOST_LETTERS, NetRow, join_rows, tabulate_net
from ostiary.names.scripts import SYLLABIC, UNPOINTED, name_script, plain_letters
from ostiary.names.spelling import spelling_key

Array = NDArray[Any]


def script_number(script: str) -> int:
    """Return the number by which tables know a script other than Latin, which is 0."""
    return joined_key(script) & 0x7FFFFFFF


#: Scripts of signs that are a syllable each: a word of several is no misspelling of another, its signs tell.
SYLLABIC_SCRIPTS = tuple(sorted(map(script_number, SYLLABIC)))
#: Scripts that leave short vowels unwritten, so that a short word has many Latin forms.
UNPOINTED_SCRIPTS = tuple(sorted(map(script_number, UNPOINTED)))

_NOT_IN_ACRONYMS = frozenset({WordKind.PARTICLE, WordKind.LEGAL_FORM})
_LEAST_ACRONYM = 3
_SET_BITS = 62


class WordTable(NamedTuple):
    """Distinct words as columns.

    Attributes:
        letters: int32[L], code points of all folded forms, one after the other.
        letter_starts: int32[W + 1], where each word's letters start.
        natives: int32[M], the same for the native forms of words in other scripts, in plain letters.
        native_starts: int32[W + 1].
        scripts: int32[W], a number for the script; 0 for Latin.
        kinds: int8[W], :class:`~ostiary.names.analysis.WordKind`.
        symbols: int64[S], the words' symbols, one word after the other.
        symbol_starts: int32[W + 1].
        keys: int64[W], a hash of the folded form, for words written together or apart.
        spellings: int64[W], a hash of the spelling key; 0 where there is none.
        letter_sets: int64[W], which letters the folded form has, as bits.
        native_sets: int64[W], the same for the native form.
        net_starts: int32[W + 1], where the nets of each word in another script start.
        net_rows: int32[N + 1], where the row of each net starts.
        nets: int64, the rows of all nets (:mod:`~ostiary.names.netting`).
        net_letters: int64[N], the letters that each net writes cheaply.
        net_firsts: int64[N], those with which it begins so.
    """

    letters: Array
    letter_starts: Array
    natives: Array
    native_starts: Array
    scripts: Array
    kinds: Array
    symbols: Array
    symbol_starts: Array
    keys: Array
    spellings: Array
    letter_sets: Array
    native_sets: Array
    net_starts: Array
    net_rows: Array
    nets: Array
    net_letters: Array
    net_firsts: Array


class NameTable(NamedTuple):
    """Names as rows of word numbers.

    Attributes:
        words: int32[T], numbers into a :class:`WordTable`, one name after the other.
        starts: int32[N + 1], where each name's words start.
        pair_keys: int64[T], hash of a word and its next one written together; 0 for the last of a name.
        triple_keys: int64[T], the same for a word and the next two.
        acronyms: int64[N], hash of the first letters of the words that count; 0 where they are fewer than three.
    """

    words: Array
    starts: Array
    pair_keys: Array
    triple_keys: Array
    acronyms: Array


def _starts(lengths: Sequence[int]) -> Array:
    return np.array([0, *accumulate(lengths)], dtype=np.int32)


def _letters(texts: Sequence[str]) -> tuple[Array, Array]:
    cut = [text[:MOST_LETTERS] for text in texts]
    # Copied, so that it could be written to like all other arrays: kernels are compiled for one kind.
    codes = np.frombuffer("".join(cut).encode("utf-32-le"), dtype=np.int32).copy()
    return codes, _starts([len(text) for text in cut])


@lru_cache(maxsize=1024)
def _letter_set(text: str) -> int:
    """Which letters a text has; two letters may share a bit, so that sets never differ by more than letters do."""
    bits = 0
    for letter in text[:MOST_LETTERS]:
        bits |= 1 << (ord(letter) % _SET_BITS)
    return bits


@lru_cache(maxsize=1024)
def _net_rows(native: str) -> tuple[NetRow, ...]:
    """The nets of a word in another script as rows; kept for the other readings of a query."""
    return tuple(map(tabulate_net, nets_of(native)))


def list_natives(words: Iterable[Word]) -> Iterator[str]:
    """Yield the native forms of those words that may have nets, in their order."""
    return (word.native for word in words if word.native)


def tabulate_nets(natives: Iterable[str]) -> list[Sequence[NetRow]]:
    """Return the nets of some words, given by their native forms, as rows."""
    return [tuple(map(tabulate_net, nets_of(native))) for native in natives]


def tabulate_words(words: Sequence[Word], nets: Iterable[Sequence[NetRow]] | None = None) -> WordTable:
    """Return words as columns, in their order.

    Args:
        words: The words.
        nets: The nets of those that :func:`list_natives` names, as rows; None: they are made here.
    """
    rows = iter(map(_net_rows, list_natives(words)) if nets is None else nets)
    letters, letter_starts = _letters([word.form for word in words])
    own = [plain_letters(word.native) for word in words]
    natives, native_starts = _letters(own)
    scripts = [script_number(name_script(word.native)) if word.native else 0 for word in words]
    return WordTable(
        letters,
        letter_starts,
        natives,
        native_starts,
        np.array(scripts, dtype=np.int32),
        np.array([word.kind for word in words], dtype=np.int8),
        np.array([symbol for word in words for symbol in word.symbols], dtype=np.int64),
        _starts([len(word.symbols) for word in words]),
        joined_keys_of([word.form for word in words]),
        joined_keys_of([word.spelling for word in words]),
        np.array([_letter_set(word.form) for word in words], dtype=np.int64),
        np.array([_letter_set(native) for native in own], dtype=np.int64),
        *join_rows(next(rows) if word.native else () for word in words),
    )


def read_word(table: WordTable, number: int) -> Word:
    """Return a word of a table; of its letters and signs those that tables hold, ``MOST_LETTERS`` at most."""
    form = _read_text(table.letters, table.letter_starts, number)
    first, last = table.symbol_starts[number : number + 2]
    return Word(
        form,
        _read_text(table.natives, table.native_starts, number),
        WordKind(table.kinds[number]),
        tuple(table.symbols[first:last].tolist()),
        spelling_key(form) if table.spellings[number] else "",
    )


def _read_text(codes: Array, starts: Array, number: int) -> str:
    return codes[starts[number] : starts[number + 1]].tobytes().decode("utf-32-le")


def number_words(names: Sequence[AnalysedName]) -> dict[NameClass, dict[Word, int]]:
    """Return the distinct words of all names, for each kind of bearer numbered from 0 in a fixed order."""
    distinct: dict[NameClass, set[Word]] = {name_class: set() for name_class in NameClass}
    for name in names:
        distinct[name.name_class].update(name.words)
    return {
        name_class: {word: number for number, word in enumerate(sort_words(words))}
        for name_class, words in distinct.items()
    }


def sort_words(words: Iterable[Word]) -> list[Word]:
    """Return distinct words in the order in which they are numbered: by their forms."""
    return sorted(words, key=_word_order)


def _word_order(word: Word) -> tuple[str, str, int, tuple[int, ...], str]:
    return word.form, word.native, word.kind, word.symbols, word.spelling


def tabulate_names(names: Sequence[AnalysedName], numbers: Mapping[NameClass, Mapping[Word, int]]) -> NameTable:
    """Return names as rows of word numbers, in their order.

    Args:
        names: The names.
        numbers: The number of each distinct word, by kind of bearer.
    """
    return NameTable(
        np.array([numbers[name.name_class][word] for name in names for word in name.words], dtype=np.int32),
        _starts([len(name.words) for name in names]),
        np.array([key for name in names for key in joined_keys(name, 2)], dtype=np.int64),
        np.array([key for name in names for key in joined_keys(name, 3)], dtype=np.int64),
        np.array([acronym_key(name) for name in names], dtype=np.int64),
    )


def joined_keys(name: AnalysedName, length: int) -> list[int]:
    """Return, for each word, the hash of it and those after it written together; 0 where there are too few."""
    return [joined_key(text) if text else 0 for text in join_forms(name, length)]


def join_forms(name: AnalysedName, length: int) -> list[str]:
    """Return, for each word, it and those after it written together; nothing where there are too few.

    Signs of a person's name are none: they are read together as a word of their own.
    """
    person = name.name_class is NameClass.PERSON
    forms = ["" if person and word.kind is WordKind.SYLLABLE else word.form for word in name.words]
    rows = (forms[at : at + length] for at in range(len(forms) - length + 1))
    texts = ["".join(row) if all(row) else "" for row in rows]
    return texts + [""] * (len(forms) - len(texts))


def acronym_form(name: AnalysedName) -> str:
    """Return the first letters of an organisation's words but particles and legal forms; nothing if too few."""
    letters = [word.form[0] for word in name.words if word.kind not in _NOT_IN_ACRONYMS]
    few = name.name_class is not NameClass.ORGANISATION or len(letters) < _LEAST_ACRONYM
    return "" if few else "".join(letters)


def acronym_key(name: AnalysedName) -> int:
    """Return the hash of :func:`acronym_form`, or 0."""
    form = acronym_form(name)
    return joined_key(form) if form else 0


def slice_words(table: WordTable, first: int, last: int) -> WordTable:
    """Return the words from one number up to another, numbered from 0, without copying them."""
    return table._replace(
        letter_starts=table.letter_starts[first : last + 1],
        native_starts=table.native_starts[first : last + 1],
        symbol_starts=table.symbol_starts[first : last + 1],
        scripts=table.scripts[first:last],
        kinds=table.kinds[first:last],
        keys=table.keys[first:last],
        spellings=table.spellings[first:last],
        letter_sets=table.letter_sets[first:last],
        native_sets=table.native_sets[first:last],
        net_starts=table.net_starts[first : last + 1],
    )


def slice_names(table: NameTable, first: int, last: int) -> NameTable:
    """Return the names from one row up to another, numbered from 0, without copying them."""
    return table._replace(starts=table.starts[first : last + 1], acronyms=table.acronyms[first:last])

"""Names that write together what a query writes apart, or the reverse, or of which one is the other's acronym.

A word of the query is taken apart at every place: a listed name can hold its parts only if all are listed words.
"""

from typing import Final

import numpy as np

from ostiary.names.alignment import Side
from ostiary.names.arrays import Array, NameTable, WordTable
from ostiary.names.kernels import kernel
from ostiary.names.keys import OFFSET, PRIME
from ostiary.names.postings import NamePostings, add_name
from ostiary.names.sorted_keys import SortedKeys, find_key

_SIGNED_OFFSET: Final = OFFSET - (1 << 64)
_FEW: Final = 64


@kernel
def part_keys(letters: Array) -> Array:
    """Return the hash of every part of a word in ASCII letters: int64[n, n + 1], by first letter and end."""
    keys = np.zeros((letters.size, letters.size + 1), dtype=np.int64)
    running = np.full(letters.size, _SIGNED_OFFSET, dtype=np.int64)
    for end in range(letters.size):
        running[: end + 1] = (running[: end + 1] ^ letters[end]) * PRIME
        keys[: end + 1, end + 1] = running[: end + 1]
    return keys


@kernel
def _places_under(key: int, forms: SortedKeys, postings: NamePostings) -> int:
    first, last = find_key(forms, key)
    places = 0
    for at in range(first, last):
        word = forms.numbers[at]
        places += postings.starts[word + 1] - postings.starts[word]
    return places


@kernel
def _holds_joined(names: NameTable, name: int, key: int) -> bool:
    """Whether a name has words that are written together as the key says."""
    for place in range(names.starts[name], names.starts[name + 1]):
        if key in (names.pair_keys[place], names.triple_keys[place]):
            return True
    return False


@kernel
def _add_names(
    parts: tuple[int, int], forms: SortedKeys, names: NameTable, postings: NamePostings, found: tuple[Array, int]
) -> tuple[Array, int]:
    """Add the names that hold a word by its key, if they hold it in words that are written together as another."""
    part, joined = parts
    rows, count = found
    first, last = find_key(forms, part)
    for at in range(first, last):
        word = forms.numbers[at]
        for place in range(postings.starts[word], postings.starts[word + 1]):
            name = postings.names[place]
            if joined == 0 or _holds_joined(names, name, joined):
                rows = add_name(rows, count, name)
                count += 1
    return rows, count


@kernel
def _split(
    keys: Array, joined: int, forms: SortedKeys, names: NameTable, postings: NamePostings, found: tuple[Array, int]
) -> tuple[Array, int]:
    """Add the names that hold the parts of a word, two or three, one after the other."""
    length = keys.shape[0]
    for middle in range(1, length):
        places = _places_under(keys[0, middle], forms, postings)
        if places == 0:
            continue
        for end in range(middle + 1, length + 1):
            others = _places_under(keys[middle, end], forms, postings)
            rest = _places_under(keys[end, length], forms, postings) if end < length and others else others
            if others == 0 or rest == 0:
                continue
            part = keys[0, middle] if places <= min(others, rest) else keys[middle, end]
            if rest < min(places, others):
                part = keys[end, length]
            found = _add_names((part, joined), forms, names, postings, found)
    return found


@kernel
def find_joined(
    query: Side, words: WordTable, forms: SortedKeys, names: NameTable, postings: NamePostings
) -> Array:
    """Return the rows of the names that share a key with a query; a row may come twice.

    Args:
        query: The query's name.
        words: Its words; none longer than is compared, all in ASCII letters.
        forms: The listed words by the hash of their folded forms.
        names: The listed names.
        postings: The same by their words.
    """
    found = (np.zeros(_FEW, dtype=np.int32), 0)
    for word in range(query.keys.size):
        keys = part_keys(words.letters[words.letter_starts[word] : words.letter_starts[word + 1]])
        found = _split(keys, query.keys[word], forms, names, postings, found)
        for key in (query.pair_keys[word], query.triple_keys[word]):
            if key != 0:
                found = _add_names((key, 0), forms, names, postings, found)
        first, last = find_key(postings.acronyms, query.keys[word])
        for at in range(first, last):
            found = (add_name(found[0], found[1], postings.acronyms.numbers[at]), found[1] + 1)
    if query.acronym != 0:
        found = _add_names((query.acronym, 0), forms, names, postings, found)
    return found[0][: found[1]]

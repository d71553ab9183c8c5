"""Some names of a large table, with their words, as small tables of their own."""

import numpy as np

from ostiary.names.arrays import Array, NameTable, WordTable
from ostiary.names.kernels import kernel


@kernel
def _gather_numbers(starts: Array, chosen: Array) -> tuple[Array, Array]:
    """What stands between the starts of chosen rows, by number, and where each row starts."""
    new_starts = np.zeros(chosen.size + 1, dtype=np.int32)
    for place in range(chosen.size):
        new_starts[place + 1] = new_starts[place] + starts[chosen[place] + 1] - starts[chosen[place]]
    numbers = np.empty(new_starts[-1], dtype=np.int32)
    for place in range(chosen.size):
        for step in range(new_starts[place + 1] - new_starts[place]):
            numbers[new_starts[place] + step] = starts[chosen[place]] + step
    return numbers, new_starts


@kernel
def gather_runs(values: Array, starts: Array, chosen: Array) -> tuple[Array, Array]:
    """Return the runs of chosen rows, one after the other, and int32[C + 1], where each starts."""
    numbers, new_starts = _gather_numbers(starts, chosen)
    return values[numbers], new_starts


@kernel
def gather_words(words: WordTable, chosen: Array) -> WordTable:
    """Return chosen words, numbered from 0 in the order given; one may come twice.

    Args:
        words: A table.
        chosen: int32[C], word numbers.
    """
    letters, letter_starts = gather_runs(words.letters, words.letter_starts, chosen)
    natives, native_starts = gather_runs(words.natives, words.native_starts, chosen)
    symbols, symbol_starts = gather_runs(words.symbols, words.symbol_starts, chosen)
    own_nets, net_starts = _gather_numbers(words.net_starts, chosen)
    nets, net_rows = gather_runs(words.nets, words.net_rows, own_nets)
    return WordTable(
        letters,
        letter_starts,
        natives,
        native_starts,
        words.scripts[chosen],
        words.kinds[chosen],
        symbols,
        symbol_starts,
        words.keys[chosen],
        words.spellings[chosen],
        words.letter_sets[chosen],
        words.native_sets[chosen],
        net_starts,
        net_rows,
        nets,
        words.net_letters[own_nets],
        words.net_firsts[own_nets],
    )


@kernel
def gather_names(names: NameTable, chosen: Array) -> tuple[NameTable, Array]:
    """Return chosen names, every one of their words numbered by itself, and the words' own numbers.

    Args:
        names: A table.
        chosen: Rows of it.
    """
    words, starts = gather_runs(names.words, names.starts, chosen)
    pair_keys, _ = gather_runs(names.pair_keys, names.starts, chosen)
    triple_keys, _ = gather_runs(names.triple_keys, names.starts, chosen)
    places = np.arange(words.size).astype(np.int32)
    return NameTable(places, starts, pair_keys, triple_keys, names.acronyms[chosen]), words

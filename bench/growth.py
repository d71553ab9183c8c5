"""How does a search grow with the names that are listed? Search, scan and rapidfuzz side by side, from 10^3 names.

``python bench/growth.py --most 1000000`` invents names of people, arranges them, and asks for some of them with a
letter lost and for strangers. It prints a table and a plot; ``--write`` puts both into docs/performance.md. Times
are processor times of the search alone, on one thread: the names that are asked for have been taken apart before.
"""

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from inventions import read_forms
from rapidfuzz import fuzz, process
from speed import describe_machine, replace_block

from ostiary.names.analysis import AnalysedName, NameClass, name_readings_anew
from ostiary.names.arrays import Array, NameTable, WordTable, number_words, tabulate_words
from ostiary.names.kernels import kernel
from ostiary.names.keys import OFFSET, PRIME
from ostiary.names.matching import ListedNames, arrange_names, search_names, weigh_words
from ostiary.names.neighbours import arrange_neighbours
from ostiary.names.postings import post_names
from ostiary.screening.profiles import cost_rows, load_profile

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"
SEED = 11
PROFILE = load_profile()
STARTS = ("b", "d", "f", "gh", "h", "j", "k", "kh", "l", "m", "n", "r", "s", "sh", "t", "v", "z")
ENDS = ("a", "e", "i", "o", "u", "an", "ar", "in", "ov", "el")
#: Family names for so many names there is one; the n-th commonest name is borne by about 1/n as many as the first.
NAMES_OF_SURNAME = 8
#: Shares of names in Cyrillic letters, and with a second given name.
CYRILLIC, MIDDLE = 0.03, 0.5
ASKED, COMPARED, PEERS = 400, 20, 10
SIGNED_OFFSET = OFFSET - (1 << 64)
TO_CYRILLIC = str.maketrans("abdefghijklmnoprstuvz", "абдефгхийклмнопрстувз")


@dataclass(frozen=True, slots=True)
class Growth:
    """What was measured over so many names: processor times in milliseconds, of arranging in seconds."""

    names: int
    words: int
    arranged: float
    megabytes: float
    median: float
    slowest: float
    scan: float
    rapidfuzz: float
    scanned: int
    equal: int


def invent_surnames(dice: Random, count: int) -> list[str]:
    """Return so many different surnames."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(dice.choice(STARTS) + dice.choice(ENDS) for _ in range(dice.randint(2, 4)))] = None
    return list(found)


def invent_names(count: int) -> list[tuple[str, ...]]:
    """Return names of people, the commonest words far commoner than the rest, as in any population."""
    dice = Random(SEED)  # noqa: S311 - invented names are no secret
    given = [form for form in read_forms("given_names.csv") if len(form) > 2]
    surnames = invent_surnames(dice, max(count // NAMES_OF_SURNAME, 50))
    dice.shuffle(given)

    def choose(words: Sequence[str], many: int) -> list[str]:
        weights = list(accumulate(1 / (place + 10) for place in range(len(words))))
        return dice.choices(words, cum_weights=weights, k=many)

    rows = zip(choose(given, count), choose(given, count), choose(surnames, count), strict=True)
    names = [(first, middle, last) if dice.random() < MIDDLE else (first, last) for first, middle, last in rows]
    return [tuple(w.translate(TO_CYRILLIC) for w in name) if dice.random() < CYRILLIC else name for name in names]


def arrange(names: Sequence[tuple[str, ...]]) -> tuple[ListedNames, float]:
    """Return names ready to be searched, and the seconds that arranging them took; each word is analysed once."""
    distinct = sorted(set(chain.from_iterable(names)))
    analysed = [name_readings_anew(word, NameClass.PERSON)[0] for word in distinct]
    started = time.process_time()
    numbers = number_words(analysed)
    of_class = numbers[NameClass.PERSON]
    places = {word: [of_class[part] for part in name.words] for word, name in zip(distinct, analysed, strict=True)}
    words = tabulate_words(list(of_class))
    table = tabulate([list(chain.from_iterable(places[word] for word in name)) for name in names], words)
    weighed = weigh_words(words, cost_rows(PROFILE)[NameClass.PERSON])
    listed = arrange_names(table, weighed, arrange_neighbours(words), post_names(table, len(of_class)))
    return listed, time.process_time() - started


def tabulate(rows: Sequence[list[int]], words: WordTable) -> NameTable:
    """Return names, given by the numbers of their words, as a table."""
    numbers = np.fromiter(chain.from_iterable(rows), dtype=np.int32)
    starts = np.array([0, *accumulate(map(len, rows))], dtype=np.int32)
    keys = (join_words(numbers, starts, words.letters, words.letter_starts, length) for length in (2, 3))
    return NameTable(numbers, starts, *keys, np.zeros(len(rows), dtype=np.int64))


@kernel
def join_words(numbers: Array, starts: Array, letters: Array, letter_starts: Array, length: int) -> Array:
    """Return, for each word of each name, the hash of it and those after it written together; 0 if too few."""
    keys = np.zeros(numbers.size, dtype=np.int64)
    for name in range(starts.size - 1):
        for first in range(starts[name], starts[name + 1] - length + 1):
            key = np.int64(SIGNED_OFFSET)
            for word in numbers[first : first + length]:
                for letter in letters[letter_starts[word] : letter_starts[word + 1]]:
                    key = (key ^ letter) * PRIME
            keys[first] = key
    return keys


def choose_queries(names: Sequence[tuple[str, ...]]) -> list[AnalysedName]:
    """Return names to ask for: half of them listed ones with a letter lost, half strangers of the same make."""
    dice = Random(SEED + 1)  # noqa: S311 - invented names are no secret
    asked = []
    for at in range(ASKED):
        if at % 2:
            text = " ".join(dice.choice(names))
            place = dice.randrange(len(text))
            text = text[:place] + text[place + 1 :]
        else:
            text = f"{dice.choice(names)[0]} {invent_surnames(dice, 1)[0]}"
        asked.append(name_readings_anew(text, NameClass.PERSON)[0])
    return [name for name in asked if name.words]


def _milliseconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor time of this thread: what others do on the machine counts little."""
    started = time.thread_time()
    found = work()
    return 1000 * (time.thread_time() - started), found


def count_megabytes(arrays: Any) -> float:  # noqa: ANN401 - tuples of arrays, at any depth
    """Return the size of all arrays in nested tuples."""
    if isinstance(arrays, np.ndarray):
        return arrays.nbytes / 1e6
    return sum(count_megabytes(part) for part in arrays)


def measure(count: int) -> Growth:
    """Measure over so many names."""
    names = invent_names(count)
    listed, seconds = arrange(names)
    queries = choose_queries(names)
    for exhaustive in (False, True):
        search_names([queries[0]], listed, PROFILE.name_floor, exhaustive=exhaustive)
    taken = [_milliseconds(lambda q=q: search_names([q], listed, PROFILE.name_floor)) for q in queries]
    some = range(0, len(queries), max(len(queries) // COMPARED, 1))
    every = [
        _milliseconds(lambda at=at: search_names([queries[at]], listed, PROFILE.name_floor, exhaustive=True))
        for at in some
    ]
    equal = sum(
        np.array_equal(full.rows, taken[at][1].rows) and np.array_equal(full.points, taken[at][1].points)
        for at, (_, full) in zip(some, every, strict=True)
    )
    texts = [" ".join(sorted(name)) for name in names]
    peers = [
        _milliseconds(lambda q=q: process.cdist([q.analysed.text], texts, scorer=fuzz.ratio, workers=1))[0]
        for q in queries[:PEERS]
    ]
    times = np.array([milliseconds for milliseconds, _ in taken])
    return Growth(
        count,
        listed.words.weights.size,
        seconds,
        count_megabytes(listed.arranged),
        float(np.percentile(times, 50)),
        float(np.percentile(times, 99)),
        float(np.median([milliseconds for milliseconds, _ in every])),
        float(np.median(peers)),
        sum(found.scanned for _, found in taken),
        100 * equal // len(every),
    )


def draw(rows: Sequence[Growth]) -> str:
    """Return table and plot as Markdown."""
    lines = [
        "| names | words | arranged in | arrays | search, p50 | p99 | scan | rapidfuzz | scanned | as scan |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.names:,} | {row.words:,} | {row.arranged:.1f} s | {row.megabytes:.0f} MB | {row.median:.2f} ms"
        f" | {row.slowest:.2f} ms | {row.scan:.1f} ms | {row.rapidfuzz:.1f} ms | {row.scanned} of {ASKED}"
        f" | {row.equal} % |"
        for row in rows
    ]
    longest = max(row.scan for row in rows)
    lines += ["", "```text", "milliseconds, each sign twice the one before"]
    for row in rows:
        for label, value in (("search", row.median), ("scan", row.scan)):
            signs = max(int(np.log2(max(value, longest / 2**20) / (longest / 2**20))), 0)
            lines.append(f"{row.names:>9,} {label:<6} {'#' * signs} {value:.2f}")
    return "\n".join([*lines, "```"])


def main() -> None:
    """Measure from a thousand names up, and print or write what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=100_000, help="names of the largest list")
    parser.add_argument("--write", action="store_true", help="also write docs/performance.md")
    arguments = parser.parse_args()
    sizes = [size for size in (10**3, 10**4, 10**5, 10**6, 5 * 10**6) if size <= arguments.most]
    before = describe_machine()
    rows = []
    for size in sizes:
        rows.append(measure(size))
        print(draw(rows[-1:]), flush=True)
    shown = f"{draw(rows)}\n\nBefore: {before}  \nAfter: {describe_machine()}"
    print(shown)
    if arguments.write:
        replace_block(PAGE, "growth", "bench/growth.py", shown)


if __name__ == "__main__":
    main()

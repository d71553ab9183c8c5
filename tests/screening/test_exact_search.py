"""The search finds what a comparison with every listed name finds: over 10,000 queries of every kind."""

from collections.abc import Iterator
from random import Random

import numpy as np
import pytest

from ostiary.names.analysis import AnalysedName, NameClass, classes_of_schema, name_readings, query_readings
from ostiary.names.arrays import number_words, tabulate_names, tabulate_words
from ostiary.names.matching import ListedNames, arrange_names, search_names, weigh_words
from ostiary.names.neighbours import arrange_neighbours
from ostiary.names.postings import post_names
from ostiary.screening.profiles import cost_rows, load_profile
from ostiary.validation.variations import all_variations, alter_name
from tests.cases.labelled import read_cases

COSTS = cost_rows(load_profile())
#: Floors of the profiles, and others: where the search cannot help, it must not harm.
FLOORS = [650, 650, 650, 700, 850, 1000, 500, 200]
QUERIES = 10_000
#: Of each kind of bearer.
LISTED = 1_200
#: Of these, so many are cut off.
CUT = 200
#: Names searched for at once.
TOGETHER = 37
CASES = list(read_cases())


def names_of(name_class: NameClass) -> list[str]:
    names = {name for case in CASES if name_class in classes_of_schema(case.schema) for name in case.names}
    chosen = Random(2).sample(sorted(names), min(len(names), LISTED))  # noqa: S311 - a test that can be repeated
    return sorted(name for name in chosen if name_readings(name, name_class)[0].words)


@pytest.fixture(scope="module")
def listed() -> dict[NameClass, ListedNames]:
    arranged = {}
    for name_class in NameClass:
        readings = (name_readings(name, name_class) for name in names_of(name_class))
        names = [reading for of_name in readings for reading in of_name if reading.words]
        numbers = number_words(names)
        words = tabulate_words(list(numbers[name_class]))
        table = tabulate_names(names, numbers)
        arranged[name_class] = arrange_names(
            table,
            weigh_words(words, COSTS[name_class]),
            arrange_neighbours(words),
            post_names(table, words.kinds.size),
        )
    return arranged


def damage_names() -> Iterator[tuple[NameClass, str]]:
    """Listed names in every way that they are written otherwise."""
    for name_class in NameClass:
        names = names_of(name_class)
        for variation in all_variations():
            if name_class in variation.bearers:
                dice = Random(variation.name)  # noqa: S311 - a test that can be repeated, no secret
                altered = (alter_name(variation, name, seed=1) for name in dice.sample(names, 40))
                yield from ((name_class, name) for name in altered if name)


def mix_names() -> Iterator[tuple[NameClass, str]]:
    """Listed names as they stand, and names made of words of several: strangers, in all scripts.

    Some words are cut to their first letter, lose a letter, or are written together.
    """
    dice = Random(1)  # noqa: S311 - a test that can be repeated, no secret
    everyone = {name_class: names_of(name_class) for name_class in NameClass}
    while True:
        name_class = dice.choice(list(NameClass))
        names = everyone[name_class]
        yield name_class, dice.choice(names)
        words = " ".join(dice.sample(names, 3)).split()
        chosen = dice.sample(words, min(dice.randint(1, 5), len(words)))
        at = dice.randrange(len(chosen))
        place = dice.randrange(len(chosen[at]))
        changed = [chosen[at][:1], chosen[at][:place] + chosen[at][place + 1 :], chosen[at]]
        chosen[at] = dice.choice(changed)
        yield name_class, dice.choice((" ", " ", " ", "", "-")).join(chosen)


def cut_names() -> Iterator[tuple[NameClass, str]]:
    """Listed names, alone or two in a row, as far as a field of a payment takes them."""
    dice = Random(3)  # noqa: S311 - a test that can be repeated, no secret
    for name_class in NameClass:
        names = names_of(name_class)
        for _ in range(CUT):
            text = dice.choice(names)
            for length in (140, 70, 35):
                if len(text) > length or dice.random() < 1 / 3:
                    yield name_class, f"{text} {dice.choice(names)} {dice.choice(names)}"[:length]


def queries() -> Iterator[tuple[NameClass, str]]:
    damaged, mixed = list(damage_names()), mix_names()
    yield from damaged
    yield from cut_names()
    yield from (next(mixed) for _ in range(max(QUERIES - len(damaged), QUERIES // 2)))
    for name_class in NameClass:
        yield from ((name_class, text) for text in ("J K", "a", "x" * 70, "Ab " * 32, "VII", "0", "\u5f20"))


def batches() -> Iterator[tuple[NameClass, int, list[AnalysedName]]]:
    """The queries, some of one kind of bearer and one floor together, as a file of customers brings them."""
    together: dict[tuple[NameClass, int], list[AnalysedName]] = {}
    for at, (name_class, text) in enumerate(queries()):
        readings = [analysed for analysed in query_readings(text, name_class) if analysed.words]
        together.setdefault((name_class, FLOORS[at % len(FLOORS)]), []).extend(readings)
    for (name_class, floor), names in together.items():
        yield from ((name_class, floor, names[at : at + TOGETHER]) for at in range(0, len(names), TOGETHER))


def test_the_search_finds_what_comparing_with_every_name_finds(listed: dict[NameClass, ListedNames]) -> None:
    asked, reached, scanned = 0, 0, 0
    for name_class, floor, names in batches():
        found = search_names(names, listed[name_class], floor)
        every = search_names(names, listed[name_class], floor, exhaustive=True)
        for column in ("asked", "rows", "points"):
            ours, theirs = getattr(found, column), getattr(every, column)
            assert np.array_equal(ours, theirs), (name_class, [name.text for name in names], floor)
        asked, reached = asked + len(names), reached + every.rows.size
        scanned += found.scanned * (floor >= 650)
    assert asked >= QUERIES
    assert reached > QUERIES
    assert scanned < asked / 50

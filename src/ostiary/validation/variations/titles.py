"""Titles, honorifics, ranks and what follows a person's name."""

from collections.abc import Callable
from random import Random

from ostiary.validation.tables import read_table
from ostiary.validation.variations.variation import PEOPLE, Variation
from ostiary.validation.variations.words import is_latin, match_case, split_words


def _add(kind: str, *, behind: bool = False) -> Callable[[str, Random], str | None]:
    def alter(name: str, dice: Random) -> str | None:
        words = split_words(name)
        written = {word.strip(".,").casefold() for word in words}
        titles = [row["written"] for row in read_table("titles.csv") if row["kind"] == kind]
        fresh = [title for title in titles if not written & set(title.casefold().replace(".", "").split())]
        if len(words) == 1 or not fresh or not is_latin(name):
            return None
        title = match_case(dice.choice(fresh), name)
        return f"{name} {title}" if behind else f"{title} {name}"

    return alter


VARIATIONS = (
    Variation("form of address", "titles", "Mr, Mrs, Dr or the like stands before it.", _add("address"), PEOPLE),
    Variation("honorific", "titles", "Haji, Sheikh, Don or the like stands before it.", _add("honorific"), PEOPLE),
    Variation("rank", "titles", "A military or public rank stands before it.", _add("rank"), PEOPLE),
    Variation(
        "generation", "titles", "Jr, Sr, II or the like stands behind it.", _add("generation", behind=True), PEOPLE
    ),
    Variation(
        "letters behind", "titles", "PhD, Esq. or the like stands behind it.", _add("letters", behind=True), PEOPLE
    ),
)

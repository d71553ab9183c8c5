"""Names that nobody on the list bears: a listed name with one full word replaced by another listed one's."""

from difflib import SequenceMatcher
from random import Random

from ostiary.names.analysis import NameClass, WordKind, analyse_name
from ostiary.names.scripts import name_script
from ostiary.validation.listed import ListedName, ListedNames
from ostiary.validation.variations.words import full_places, is_full, match_case, split_words

#: Words whose change makes another name; others (company, Ltd, Sheikh, 3) may change for other reasons.
_TELLING = frozenset({WordKind.PLAIN, WordKind.GIVEN})
#: Two words more alike than this may be spellings of one.
_MOST_ALIKE = 0.5
#: Two words as alike as this may well be.
_SAME_WORD = 0.6
_LEAST_TELLING = 2
#: So many words are tried before a name is given up.
_TRIES = 20


class NameMaker:
    """Makes names, always the same ones of the same list and seed.

    Args:
        listed: The listed names.
        seed: Throws the dice.
    """

    def __init__(self, listed: ListedNames, seed: int) -> None:
        self._listed = listed
        self._seed = seed
        self._texts = listed.texts()
        self._taken = set(map(_words_key, self._texts))

    def make(self, name: ListedName) -> str | None:
        """Return a name with one telling word replaced, or None where it has too few of them."""
        dice = Random(f"{self._seed}|made|{name.text}")  # noqa: S311 - a test that can be repeated, no secret
        words = split_words(name.text)
        places = [place for place in full_places(words) if _is_telling(words[place], name.bearer)]
        if len(places) < _LEAST_TELLING:
            return None
        place = dice.choice(places)
        for _ in range(_TRIES):
            put = self._borrow_word(name, dice)
            if put and _is_unlike(put, words[place]):
                made = " ".join([*words[:place], match_case(put, words[place]), *words[place + 1 :]])
                if not self._is_borne(made, name):
                    return made
        return None

    def _is_borne(self, made: str, name: ListedName) -> bool:
        """Whether somebody is listed in these words, or the party itself under a name that still stands in it."""
        if _words_key(made) in self._taken:
            return True
        others = (other.text for other in self._listed.names_of(name.party) if other.number != name.number)
        return any(_stands_in(other, made) for other in others)

    def _borrow_word(self, name: ListedName, dice: Random) -> str | None:
        first, last = self._listed.index.class_range(name.bearer)
        words = split_words(self._texts[dice.randrange(first, last)])
        telling = [word for word in words if is_full(word) and _is_telling(word, name.bearer)]
        if not telling or name_script(telling[0]) != name_script(name.text):
            return None
        return dice.choice(telling).strip(".,;:'\"()")


def _is_telling(word: str, bearer: NameClass) -> bool:
    analysed = analyse_name(word, bearer).words
    return len(analysed) == 1 and analysed[0].kind in _TELLING


def _is_unlike(one: str, other: str) -> bool:
    return one[:1].casefold() != other[:1].casefold() and _likeness(one, other) < _MOST_ALIKE


def _stands_in(name: str, made: str) -> bool:
    """Whether each full word of a name stands in a made one, in one spelling or another."""
    words, there = ([words[place] for place in full_places(words)] for words in map(split_words, (name, made)))
    return all(any(_likeness(word, other) > _SAME_WORD for other in there) for word in words)


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _words_key(text: str) -> int:
    return hash(frozenset(text.casefold().replace(",", " ").split()))

"""Whether words that sound like a listed name may be that name, romanised in another way."""

from collections.abc import Sequence

from ostiary.documents.parties.lexicon import is_latin_written, is_ordinary, is_place, is_widespread, known_for
from ostiary.documents.parties.names import Bearer, is_craft, is_person
from ostiary.names.romanised import LINKING, differing_words
from ostiary.names.spelling import spelling_key
from ostiary.names.tables import given_name_groups

#: A group's name of one word is romanised in many ways only where the word is long.
_LEAST_ALONE = 6
_OF_GROUPS = frozenset({"terror", "crime"})


def is_armed_or_criminal(bearer: Bearer) -> bool:
    """Return whether a party is known for terror or crime: such groups go by a name without *Front*, *Group*."""
    return any(_OF_GROUPS & known_for(program)[0] for program in bearer.programs)


def is_credible_spelling(written: Sequence[str], listed: Sequence[str], bearer: Bearer) -> bool:
    """Return whether folded words may be a listed name in another spelling and not another name or plain words.

    *Moammar Gadhafi* is Muammar Gaddafi; *Dario* is not Daria, and *Madero* not Maduro, for Spanish names have one
    spelling.

    Args:
        written: The words of the text.
        listed: The words of the listed form, which sound alike.
        bearer: The party.
    """
    if is_craft(bearer):
        return False
    telling = [word for word in written if word not in LINKING]
    if len(telling) == 1 and (len(telling[0]) < _LEAST_ALONE or not is_armed_or_criminal(bearer)):
        return False
    return all(_may_be(*pair, bearer) for pair in differing_words(written, listed))


def _may_be(written: str, listed: str, bearer: Bearer) -> bool:
    if is_ordinary(written) or is_place(written):
        return False
    if is_person(bearer) and _is_other_name(written, listed):
        return False
    return spelling_key(written) == spelling_key(listed) or not _is_spelled_once(bearer)


def _is_other_name(written: str, listed: str) -> bool:
    """Return whether many people have the written word as a name of its own."""
    groups = given_name_groups()
    own, other = set(groups.get(written, ())), set(groups.get(listed, ()))
    if own and other:
        return own.isdisjoint(other)
    return is_widespread(written)


def _is_spelled_once(bearer: Bearer) -> bool:
    """Return whether the names of a party's countries are written in Latin letters from the first."""
    return bool(bearer.countries) and all(map(is_latin_written, bearer.countries))

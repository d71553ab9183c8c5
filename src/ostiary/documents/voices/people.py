"""Persons by name: with a title or office, a given name, or an age beside it."""

from ostiary.documents.voices.lexicon import Gender, first_names, titles, words_of
from ostiary.documents.voices.namings import Naming, lower_at, written
from ostiary.documents.voices.offices import find_office
from ostiary.documents.voices.runs import name_words, opens_sentence
from ostiary.documents.words import Words

_MOST_WORDS = 6
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))


def read_person(words: Words, run: range) -> Naming | None:
    """Return the person whom a run of capitals names, or None if it names nobody."""
    name = _name_within(words, run)
    if not name or len(name) > _MOST_WORDS or (len(name) == 1 and len(words.forms[name[0]].rstrip(".")) == 1):
        return None
    part = range(name[0], name[-1] + 1)
    office = find_office(words, run.start, part)
    given = words.lower[name[0]] in first_names() and len(name) > 1
    if not (office.evidence or given) or _of_something(words, name, titled=office.evidence):
        return None
    whole = range(min(office.start, run.start), office.stop)
    gender: Gender = office.gender or (first_names().get(words.lower[name[0]], "") if given else "")
    return Naming(part, whole, "person", written(words, part), office.wording, office.former, gender)


def _name_within(words: Words, run: range) -> list[int]:
    """Return the words of a run that are the name itself, past the titles before it."""
    numbers = name_words(words, run)
    last_title = -1
    for place, number in enumerate(numbers[:-1]):
        if words.lower[number] in titles() and not _given_name(words, numbers, place):
            last_title = place
    rest = numbers[last_title + 1 :]
    if len(rest) == 1 and words.lower[rest[0]] in titles() and last_title >= 0 and _all_titles(words, numbers):
        return []
    if lower_at(words, run.start - 1) == "of" and last_title < 0:
        return _past_branch(words, run, rest)
    return _past_place(words, rest)


def _given_name(words: Words, numbers: list[int], place: int) -> bool:
    """Return whether a title at the front of a run is rather a given name (``Dean Baker``)."""
    return (
        place == 0
        and len(numbers) == 2  # noqa: PLR2004 - given name and family name
        and words.lower[numbers[0]] in first_names()
        and numbers[0] + 1 == numbers[1]
    )


def _all_titles(words: Words, numbers: list[int]) -> bool:
    return all(words.lower[number] in titles() | words_of("modifiers") for number in numbers)


def _past_branch(words: Words, run: range, name: list[int]) -> list[int]:
    """Return a name past the branch of an office in front of it (``Secretary of | State Marco Rubio``)."""
    before = lower_at(words, run.start - 2)
    if before not in titles():
        return name
    given = [place for place, number in enumerate(name) if place and words.lower[number] in first_names()]
    return name[given[0] :] if given else name[-2:] if len(name) > 2 else name  # noqa: PLR2004 - given name and family name


def _past_place(words: Words, name: list[int]) -> list[int]:
    """Return a name past a nationality or an opening word in front of it (``Mexican Claudia Ruiz``)."""
    if len(name) > 2 and opens_sentence(words, name[0]) and words.lower[name[0]] not in first_names():  # noqa: PLR2004 - as above
        given = [place for place, number in enumerate(name) if words.lower[number] in first_names()]
        return name[given[0] :] if given and given[0] == 1 else name
    return name


def _of_something(words: Words, name: list[int], *, titled: bool) -> bool:
    """Return whether a run ends as names of bodies and outlets do."""
    last = words.forms[name[-1]]
    if words.lower[name[-1]] in _GENERATIONS or (titled and len(name) == 2):  # noqa: PLR2004 - as above
        return False
    return last in words_of("body_words") or last in words_of("outlet_words")


def surname(name: str) -> str:
    """Return a person's family name in lower case: the last word but ``Jr`` and the like."""
    parts = [part.strip(".,").lower() for part in name.split()]
    while len(parts) > 1 and parts[-1] in _GENERATIONS:
        parts.pop()
    return parts[-1] if parts else ""

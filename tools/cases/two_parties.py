"""Two parties of one list whose names are close: in what do they differ?"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from edits import count_edits, is_alike
from listed_names import ListedName
from word_kinds import LEGAL_FORMS, is_gendered, is_patronymic, organisation_words, titles

#: More names than these that share all words but one are a series: only neighbours in it are paired.
_SERIES = 8
_NUMBER = re.compile(r"\d+|[ivx]+|no\d+")


def find_neighbours(parties: Iterable[Sequence[ListedName]]) -> Iterator[tuple[ListedName, ListedName]]:
    """Yield pairs of primary names of different parties that share all their words but one, or all of one's.

    Persons are taken only where both have years of birth and no year is common to both: so they are two.
    """
    known = [names for names in parties if names and names[0].script == "LATIN"]
    written = {names[0].party: {_key(each) for each in names} for names in known}
    for series in _group_by_rest([names[0] for names in known]):
        close = itertools.combinations(series, 2) if len(series) <= _SERIES else itertools.pairwise(series)
        for left, right in close:
            shared = _key(left) in written[right.party] or _key(right) in written[left.party]
            if are_two(left, right) and not shared:
                yield left, right


def _key(name: ListedName) -> tuple[str, ...]:
    return tuple(sorted(name.words))


def _group_by_rest(names: Iterable[ListedName]) -> Iterable[list[ListedName]]:
    groups: defaultdict[tuple[str, tuple[str, ...]], list[ListedName]] = defaultdict(list)
    for name in names:
        words = _key(name)
        for rest in [words, *(words[:at] + words[at + 1 :] for at in range(len(words)))]:
            groups[name.schema, rest].append(name)
    return groups.values()


def are_two(left: ListedName, right: ListedName) -> bool:
    """Return whether the list itself shows that these are two parties, and not one entered twice."""
    if left.party == right.party or left.words == right.words:
        return False
    return left.schema != "Person" or bool(left.years and right.years and not left.years & right.years)


def class_two(left: ListedName, right: ListedName) -> str:
    """Return the class of difference between two names of two parties; empty where it is none of them."""
    if left.schema == "Airplane":
        return "tail number"
    ours, theirs = Counter(left.words), Counter(right.words)
    only_ours, only_theirs = list((ours - theirs).elements()), list((theirs - ours).elements())
    if not (ours & theirs):
        return ""
    if not (only_ours and only_theirs):
        small = LEGAL_FORMS | titles()
        return "" if small.issuperset(only_ours + only_theirs) else "a word more"
    if left.schema == "Person":
        return _class_persons(left, right, only_ours[0], only_theirs[0])
    return _class_others(only_ours[0], only_theirs[0])


def _class_persons(left: ListedName, right: ListedName, one: str, other: str) -> str:
    if count_edits(one, other) == 1:
        return "one letter"
    if is_patronymic(one) and is_patronymic(other):
        return "another patronymic"
    if is_gendered(one, other):
        return "gendered form"
    if is_alike(one, other):
        return "words alike"
    kind = _part_of(left, one) or _part_of(right, other)
    if kind == "firstName" and any(map(is_patronymic, left.words)):
        return "brothers and sisters"
    return f"another {kind or 'word'}"


def _part_of(name: ListedName, word: str) -> str:
    found = [kind for kind, value in name.parts if word in value.casefold().replace("-", " ").split()]
    return found[0] if len(found) == 1 else ""


def _class_others(one: str, other: str) -> str:
    if {one, other} & LEGAL_FORMS:
        return ""
    if _NUMBER.fullmatch(one) and _NUMBER.fullmatch(other):
        return "numbers"
    if count_edits(one, other) == 1:
        return "one letter"
    if is_alike(one, other):
        return "words alike"
    kinds = sorted({organisation_words().get(word, "plain") for word in (one, other)})
    return f"another {' or '.join(kinds)} word"

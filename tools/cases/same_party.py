"""Two written names of one party: in what do they differ?"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from edits import count_edits, is_alike
from listed_names import ListedName, split_words
from word_kinds import (
    ARTICLES,
    GENERATION,
    KUNYA,
    LEGAL_FORMS,
    NASAB,
    is_nisba,
    is_patronymic,
    organisation_words,
    titles,
)

_SCRIPTS = {
    "CYRILLIC": "Cyrillic",
    "ARABIC": "Arabic letters",
    "CJK": "Han",
    "HANGUL": "Hangul",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "GREEK": "Greek",
    "HEBREW": "Hebrew",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
    "THAI": "Thai",
}
#: What a part of a person's name is that only one of two names has: the first that fits.
_PERSON_PARTS: tuple[tuple[str, Callable[[set[str]], bool]], ...] = (
    ("title", lambda extra: extra <= titles()),
    ("generation", lambda extra: extra <= GENERATION),
    ("kunya", lambda extra: bool(extra & KUNYA)),
    ("nasab", lambda extra: bool(extra & NASAB)),
    ("article", lambda extra: extra <= ARTICLES),
    ("patronymic", lambda extra: all(map(is_patronymic, extra))),
    ("nisba", lambda extra: bool(extra & ARTICLES) and all(map(is_nisba, extra - ARTICLES))),
    ("initial", lambda extra: any(len(word) == 1 for word in extra)),
)
_TYPED = {
    "firstName": "given part",
    "lastName": "family part",
    "fatherName": "father's surname",
    "motherName": "mother's surname",
    "middleName": "middle part",
}
_SHORTEST_ACRONYM = 3


def class_same(left: ListedName, right: ListedName) -> str:
    """Return the class of variation between two names of one party; empty where it is none of them.

    ``other name`` is a name that has no word in common with the first; names that share some words and differ in
    others are of no class.
    """
    if left.script != right.script:
        other = left.script if right.script == "LATIN" else right.script
        return _SCRIPTS.get(other, "") if "LATIN" in {left.script, right.script} else "two scripts"
    if left.script != "LATIN" or left.text.casefold() == right.text.casefold():
        return ""
    return _class_letters(left, right) or _class_words(left, right)


def _class_letters(left: ListedName, right: ListedName) -> str:
    if _plain(left.text) == _plain(right.text):
        return "diacritics"
    if left.words == right.words:
        return "punctuation"
    if sorted(left.words) == sorted(right.words):
        return "order"
    return "joined and split" if "".join(left.words) == "".join(right.words) else ""


def _plain(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _class_words(left: ListedName, right: ListedName) -> str:
    ours, theirs = Counter(left.words), Counter(right.words)
    only_ours, only_theirs = list((ours - theirs).elements()), list((theirs - ours).elements())
    if not (only_ours and only_theirs):
        longer, extra = (left, only_ours) if only_ours else (right, only_theirs)
        part = _part_of_person(longer, set(extra)) if left.schema == "Person" else _part_of_organisation(extra)
        return f"{part} left out"
    if left.schema != "Person" and LEGAL_FORMS.issuperset(only_ours + only_theirs):
        return "legal form in other words"
    if left.schema != "Person" and is_acronym(left.words, right.words):
        return "acronym"
    if len(left.words) == len(right.words) and _are_spellings(only_ours, only_theirs):
        return _class_spelling(only_ours, only_theirs)
    return "" if ours & theirs or any(is_alike(a, b) for a in ours for b in theirs) else "other name"


def _part_of_person(longer: ListedName, extra: set[str]) -> str:
    found = next((part for part, fits in _PERSON_PARTS if fits(extra)), "")
    kinds = {kind for kind, value in longer.parts if extra & set(split_words(value))}
    return found or (_TYPED.get(kinds.pop(), "part") if len(kinds) == 1 else "part")


def _part_of_organisation(extra: list[str]) -> str:
    kinds = {organisation_words().get(word, "plain") for word in extra if word not in LEGAL_FORMS}
    if not kinds:
        return "legal form"
    return f"{kinds.pop()} word" if len(kinds) == 1 else "words"


def is_acronym(left: Iterable[str], right: Iterable[str]) -> bool:
    """Return whether one name is one word of the first letters of the other's words, legal forms apart."""
    names = [[word for word in name if word not in LEGAL_FORMS] for name in (left, right)]
    short, long = sorted(names, key=len)
    letters = "".join(word[0] for word in long)
    return len(letters) >= _SHORTEST_ACRONYM and short == [letters]


def _are_spellings(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    left = list(theirs)
    for word in ours:
        alike = [(count_edits(word, each), each) for each in left if is_alike(word, each)]
        if not alike:
            return False
        left.remove(min(alike)[1])
    return not left


def _class_spelling(ours: Sequence[str], theirs: Sequence[str]) -> str:
    if len(ours) == 1:
        if sorted(ours[0]) == sorted(theirs[0]):
            return "letters swapped"
        if count_edits(ours[0], theirs[0]) == 1:
            return "one letter"
    return "spelling"

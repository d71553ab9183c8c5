"""Are two voices of different reports one? In doubt they are: a wrong *independent* is the fault that matters."""

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

from ostiary.documents.agreement.concepts import passing_words, read_concepts, stem
from ostiary.documents.tables import read_table
from ostiary.model.claims import Link
from ostiary.names.tables import given_name_groups, person_word_kinds

VOICES = "ostiary.documents.voices"
#: Sorts of nouns that say what part somebody plays for a body, and not which body.
PARTS = frozenset({"office", "spokes", "agent", "insider", "role"})
#: Kinds of voices that have a name of their own.
BODIES = frozenset({"agency", "outlet", "document", "group"})
SHORTEST_NAME = 2
#: Words of an institution's name that many have.
SORTS_OF_BODY = frozenset({"ministry", "department", "office", "agency", "service", "bureau", "authority"})
#: How many names, and pairs of names, are remembered once they are taken apart.
NAMES_KEPT = 20_000
#: What the words of an institution stand for when they leave open which one it is.
UNDEFINED_BODIES = frozenset({"official", "government", "company", "media", "local", "state"})
#: Names as short as a pronoun.
SHORT_BODIES = {"us": "united states", "un": "united nations", "eu": "european union", "uk": "united kingdom"}


@lru_cache(maxsize=NAMES_KEPT)
def fold_name(name: str) -> str:
    """Return a name in lower case, without accents, points and a leading article."""
    plain = unicodedata.normalize("NFKD", name.replace("\u2019", "'").replace(".", "").lower())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter)).removesuffix("'s")
    return " ".join(plain.split()).removeprefix("the ")


def _read_names(table: str) -> Mapping[str, str]:
    return {
        fold_name(form): fold_name(row["name"])
        for row in read_table(table, VOICES)
        for form in (row["name"], *row["forms"].split("|"))
        if form
    }


@cache
def canonical_outlets() -> Mapping[str, str]:
    """Return the one name of each known outlet for each form of it, folded."""
    return _read_names("outlets.csv")


@cache
def _canonical_names() -> Mapping[str, str]:
    return {**_read_names("bodies.csv"), **canonical_outlets()}


@cache
def _parts_played() -> frozenset[str]:
    rows = [row for row in read_table("nouns.csv", VOICES) if row["sort"] in PARTS]
    return frozenset(fold_name(row[column]) for row in rows for column in ("word", "plural"))


def name_body(name: str) -> str:
    """Return the one name under which an institution or an outlet is known, folded."""
    folded = fold_name(name)
    return _canonical_names().get(folded, folded)


@lru_cache(maxsize=NAMES_KEPT)
def words_of_body(text: str) -> frozenset[str]:
    """Return what the words of an institution's name, or of an office in it, stand for, without the part."""
    name = name_body(text).replace("-", " ").replace("/", " ").replace("'s ", " ")
    for short, long in SHORT_BODIES.items():
        name = name.replace(long, short)
    words = name.split()
    left_out = (passing_words("stop") - set(SHORT_BODIES)) | _parts_played() | SORTS_OF_BODY
    return frozenset(read_concepts().of_word(word) for word in words if word[0].isalnum() and word not in left_out)


def sorts_of_body(text: str) -> frozenset[str]:
    """Return the stems of the words that say what sort of institution a name is of (*the ministry*)."""
    return frozenset(stem(word) for word in fold_name(text).split() if word in SORTS_OF_BODY)


@lru_cache(maxsize=NAMES_KEPT)
def same_body(one: str, other: str) -> bool:
    """Return whether two names may be those of one institution: one says the same as the other, or less."""
    if name_body(one) == name_body(other):
        return True
    left, right = words_of_body(one), words_of_body(other)
    return bool(left and right) and (left <= right or right <= left)


@lru_cache(maxsize=NAMES_KEPT)
def same_person(one: str, other: str) -> bool:
    """Return whether two names may be those of one person: the same last word, given names that do not differ."""
    left, right = _name_words(one), _name_words(other)
    if not left or not right or left[-1] != right[-1]:
        return False
    if len(left) < SHORTEST_NAME or len(right) < SHORTEST_NAME:
        return True
    return _given_agree(left[0], right[0]) or left[0] in right[:-1] or right[0] in left[:-1]


def _name_words(name: str) -> list[str]:
    words = fold_name(name).replace("-", " ").replace(",", " ").split()
    kinds = person_word_kinds()
    return [word for word in words if word not in kinds and word not in _parts_played()] or words[-1:]


def _given_agree(one: str, other: str) -> bool:
    if one == other or one.startswith(other) or other.startswith(one):
        return True
    groups = given_name_groups()
    return bool(set(groups.get(one, ())) & set(groups.get(other, ())))


def is_identified(link: Link) -> bool:
    """Return whether a link says who or what it is, so that nobody else of its sort is meant.

    A person must have a name (*the colonel* has none), an institution more than a sort (*the authorities*).
    """
    if link.kind == "person":
        words = [word for word in link.name.split() if word[0].isupper()]
        plain = {*person_word_kinds(), *_parts_played()}
        return any(fold_name(word) not in plain for word in words)
    return link.kind == "agency" and bool(words_of_body(link.name) - UNDEFINED_BODIES)


def same_voice(one: Link, other: Link) -> bool:
    """Return whether two links of chains may be one voice. Those without a name of their own never are."""
    if one.kind == other.kind == "person":
        return same_person(one.name, other.name)
    if one.kind in BODIES and other.kind in BODIES:
        return same_body(one.name, other.name)
    return False

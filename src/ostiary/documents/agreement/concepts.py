"""Which words of the news mean one thing: English stems, and tables of synonyms and of countries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock

import snowballstemmer

from ostiary.documents.tables import read_table

PACKAGE = "ostiary.documents.agreement"
ATTRIBUTION = "ostiary.documents.attribution"
#: A name as short as this is one only in capitals: ``US``, not ``us``.
SHORT_NAME = 3
STEMS_KEPT = 50_000
#: Those of the table of synonyms that are countries or unions of them.
POWERS = frozenset({"united states", "united kingdom", "european union", "united nations"})
#: How plurals of words such as *seaman* end.
MEN = "men"

_stemmer = snowballstemmer.stemmer("english")
_lock = Lock()


@lru_cache(maxsize=STEMS_KEPT)
def stem(word: str) -> str:
    """Return the English stem of a word in lower case."""
    with _lock:  # the stemmer keeps the word that it works on in itself
        return str(_stemmer.stemWord(word))


@cache
def _irregular_forms() -> Mapping[str, str]:
    verbs = read_table("irregular_verbs.csv", ATTRIBUTION)
    rows = read_table("irregular_forms.csv", PACKAGE)
    own = ((row["word"], row["forms"]) for row in rows)
    forms = (*own, *((row["base"], f"{row['past']}|{row['participle']}") for row in verbs))
    return {form: word for word, several in forms for form in several.split("|") if form != word}


def find_plain_form(word: str) -> str:
    """Return the infinitive or singular of a word in lower case, if it is irregular (``seamen``); else ""."""
    if word.endswith(MEN) and len(word) > len(MEN):
        return f"{word.removesuffix(MEN)}man"
    return _irregular_forms().get(word, "")


@dataclass(frozen=True, slots=True)
class Concepts:
    """The tables, ready for looking up.

    Attributes:
        exact: Concept of a word as written.
        stems: Concept of a word by its stem.
        phrases: By the stem of the first word: the stems of all words of a phrase and its concept, longest first.
        known: All concepts of the tables.
        acts: The concepts that are something done.
        bodies: The concepts that are institutions.
        contrary: For each act that has one, the act that says the opposite.
    """

    exact: Mapping[str, str]
    stems: Mapping[str, str]
    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    known: frozenset[str]
    acts: frozenset[str]
    bodies: frozenset[str]
    contrary: Mapping[str, str]

    def of_word(self, word: str) -> str:
        """Return the concept of a word in lower case, or the stem of its plain form if it is in no table."""
        found = self.exact.get(word) or self.stems.get(stem(word))
        if found:
            return found
        plain = find_plain_form(word)
        return self.of_word(plain) if plain else stem(word)

    def of_phrase(self, words: Sequence[str], at: int, stop: int) -> tuple[str, int]:
        """Return the concept of the longest phrase that starts at a word, and its length; else "" and 0."""
        for parts, concept in self.phrases.get(stem(words[at]), ()):
            end = at + len(parts)
            if end <= stop and all(stem(words[at + place]) == part for place, part in enumerate(parts)):
                return concept, len(parts)
        return "", 0


def _forms() -> Iterator[tuple[str, str]]:
    for row in (*read_table("everyday_words.csv", PACKAGE), *read_table("synonyms.csv", PACKAGE)):
        for form in row["forms"].split("|"):
            yield form, row["concept"]
    for row in read_table("nations.csv", PACKAGE):
        for form in row["forms"].split("|"):
            yield (form if " " in form else f"={form}"), row["nation"]


@cache
def read_concepts() -> Concepts:
    """Return the tables of synonyms and countries."""
    exact: dict[str, str] = {}
    stems: dict[str, str] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, concept in _forms():
        parts = tuple(map(stem, form.split()))
        if form.startswith("="):
            exact[form[1:]] = concept
        elif len(parts) > 1:
            phrases.setdefault(parts[0], []).append((parts, concept))
        else:
            stems[parts[0]] = concept
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    rows = read_table("synonyms.csv", PACKAGE)
    return Concepts(
        exact,
        stems,
        phrases,
        frozenset(concept for _, concept in _forms()),
        frozenset(row["concept"] for row in rows if row["kind"] == "act"),
        frozenset(row["concept"] for row in rows if row["kind"] == "body"),
        {row["concept"]: row["contrary"] for row in rows if row["contrary"]},
    )


@cache
def nations() -> frozenset[str]:
    """Return the concepts that are countries."""
    return frozenset(row["nation"] for row in read_table("nations.csv", PACKAGE)) | POWERS


@cache
def listing_powers() -> frozenset[str]:
    """Return the concepts of those who keep lists of sanctions."""
    return POWERS | {"european", "treasury", "state department", "switzerland", "canada", "australia", "japan"}


@cache
def saying_concepts() -> frozenset[str]:
    """Return the concepts of words of saying."""
    concepts = read_concepts()
    return frozenset(concepts.of_word(word) for word in passing_words("saying"))


@cache
def acts_on_record() -> frozenset[str]:
    """Return the acts that anybody can look up once they are done."""
    return frozenset(row["act"] for row in read_table("record_acts.csv", PACKAGE) if row["told"] == "done")


@cache
def passing_words(kind: str) -> frozenset[str]:
    """Return the words of one kind (``stop``, ``common``, ``saying``) that tell little of which claim it is."""
    rows = read_table("passing_words.csv", PACKAGE)
    return frozenset(word for row in rows if row["kind"] == kind for word in row["words"].split())


@cache
def common_concepts() -> frozenset[str]:
    """Return the concepts that nearly every report has."""
    concepts = read_concepts()
    return frozenset(concepts.of_word(word) for word in passing_words("common"))

"""What is known beforehand of who may speak: outlets, bodies, nouns for people and papers, given names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

import yaml

from ostiary.documents.tables import read_column, read_table
from ostiary.documents.words import split_words
from ostiary.model.reports import Report, Span, Zone
from ostiary.names.tables import given_name_groups, listed_countries, person_word_kinds

_PACKAGE = "ostiary.documents.voices"

_ENDINGS = ("ist", "ologist", "ician", "eer", "grapher")
_PLURAL_ENDINGS = ("ers", "ors", "ists", "icians", "eers", "women", "men")
_SHORTEST_BY_ENDING = 6

Gender = Literal["", "m", "f"]
Sort = Literal["office", "spokes", "agent", "insider", "role", "kin", "body", "document", "medium", "reporter"]

#: Nouns for people: a name beside one of them is a person's.
PEOPLE: frozenset[Sort] = frozenset(("office", "spokes", "agent", "insider", "role", "kin", "reporter"))


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that says what a source is.

    Attributes:
        sort: What it stands for.
        gender: ``m`` or ``f`` where the word itself tells.
        plural: Whether it is a plural.
    """

    sort: Sort
    gender: Gender = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a known name.

    Attributes:
        words: Its words as written.
        name: The name shown.
        outlet: Whether it is an outlet; else a body.
        ambiguous: Whether it is also an ordinary word or another name.
        called: Nouns by which texts refer back to it.
        article: Whether the name has an article of its own.
    """

    words: tuple[str, ...]
    name: str
    outlet: bool
    ambiguous: bool = False
    called: tuple[str, ...] = ()
    article: bool = False


@cache
def nouns() -> Mapping[str, Noun]:
    """Return the nouns for sources, singular and plural, by their lower case."""
    found: dict[str, Noun] = {}
    for row in read_table("nouns.csv", _PACKAGE):
        sort: Sort = row["sort"]  # type: ignore[assignment] # the table's own test holds it to the sorts
        gender: Gender = row["gender"]  # type: ignore[assignment] # as above
        if row["word"]:
            found[row["word"]] = Noun(sort, gender)
        if row["plural"]:
            found.setdefault(row["plural"], Noun(sort, gender, plural=True))
    return found


def noun_for(word: str) -> Noun | None:
    """Return what a word in lower case stands for as a source: by the table, else by a usual ending."""
    noun = nouns().get(word)
    if noun or len(word) < _SHORTEST_BY_ENDING:
        return noun
    if word.endswith(_PLURAL_ENDINGS):
        return Noun("role", plural=True)
    return Noun("role") if word.endswith(_ENDINGS) else None


@cache
def forms() -> Mapping[str, tuple[Form, ...]]:
    """Return the forms of known outlets and bodies by their first word, the longest first."""
    found: dict[str, list[Form]] = {}
    for form in (*_outlet_forms(), *_body_forms()):
        found.setdefault(form.words[0], []).append(form)
    return {first: tuple(sorted(same, key=_length, reverse=True)) for first, same in found.items()}


def _length(form: Form) -> int:
    return len(form.words)


def _outlet_forms() -> Iterable[Form]:
    rows = read_table("outlets.csv", _PACKAGE)
    written = [_written(row["name"], row["forms"]) for row in rows]
    for row, ways in zip(rows, _split_all(written), strict=True):
        ambiguous = set(filter(None, row["ambiguous"].split("|")))
        doubtful = {words for way, words in ways if way in ambiguous or f"The {way}" in ambiguous}
        for _, words in ways:
            yield Form(
                words,
                row["name"],
                outlet=True,
                ambiguous=words in doubtful,
                called=("agency",) if row["kind"] else (),
                article=row["name"].startswith("The "),
            )


def _body_forms() -> Iterable[Form]:
    rows = read_table("bodies.csv", _PACKAGE)
    written = [_written(row["name"], row["forms"]) for row in rows]
    for row, ways in zip(rows, _split_all(written), strict=True):
        called = tuple(filter(None, row["called"].split("|")))
        for _, words in ways:
            yield Form(words, row["name"], outlet=False, called=called)


def _written(name: str, others: str) -> list[str]:
    """Return the ways to write a name, without the article that a text may leave out."""
    ways = [name, *filter(None, others.split("|"))]
    return list(dict.fromkeys(way.removeprefix("The ").removeprefix("the ") for way in ways))


def _split_all(written: Sequence[Sequence[str]]) -> list[list[tuple[str, tuple[str, ...]]]]:
    """Return each way to write each name with its words, split as a report's are."""
    ways = [way for some in written for way in some]
    text = "\n\n".join(ways)
    words = split_words(Report("", "", "", "text", text, (Zone("body", Span(0, len(text))),)))
    split: list[list[str]] = [[] for _ in ways]
    for form, sentence in zip(words.forms, words.sentence_of, strict=True):
        split[words.paragraph_of[sentence]].append(form)
    following = iter(zip(ways, map(tuple, split), strict=True))
    return [[next(following) for _ in some] for some in written]


@cache
def first_names() -> Mapping[str, Gender]:
    """Return given names in lower case, with the sex of most who bear them where that is plain."""
    found: dict[str, Gender] = dict.fromkeys(given_name_groups(), "")
    for row in read_table("first_names.csv", _PACKAGE):
        found[row["name"]] = "m" if row["gender"] == "m" else "f"
    return found


@cache
def titles() -> frozenset[str]:
    """Return words before a name that are no part of it: ``mr``, ``gen``, ``president``."""
    offices = {word for word, noun in nouns().items() if noun.sort in PEOPLE and not noun.plural}
    forms_of_address = {word for word, kind in person_word_kinds().items() if kind == "TITLE"}
    short = forms_of_address | set(read_column("titles.csv", "word", _PACKAGE))
    return frozenset(offices | short | {f"{word}." for word in short})


@cache
def title_genders() -> Mapping[str, Gender]:
    """Return titles that tell a sex."""
    found: dict[str, Gender] = {word: noun.gender for word, noun in nouns().items() if noun.gender}
    for row in read_table("titles.csv", _PACKAGE):
        if row["gender"]:
            found[row["word"]] = found[row["word"] + "."] = "m" if row["gender"] == "m" else "f"
    return found


@cache
def places() -> frozenset[str]:
    """Return the names of countries and of towns in them, as written."""
    return frozenset(form for _, form, kind in listed_countries() if kind != "adjectives")


@cache
def peoples() -> frozenset[str]:
    """Return what the people of countries are called, several at once (``Albanians``)."""
    forms = (form for _, form, kind in listed_countries() if kind == "adjectives")
    return frozenset(form for form in forms if form.endswith(("s", "ese")))


@cache
def words_of(part: str) -> frozenset[str]:
    """Return the words that play a part (``particles``), from the table ``words.yaml``."""
    return frozenset(str(_words()[part]).split())


@cache
def _words() -> Mapping[str, str]:
    text = resources.files(_PACKAGE).joinpath("data", "words.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))

"""Which words with capitals are the name of a person, as far as their own look and the text tell."""

from collections.abc import Container, Iterator, Sequence
from functools import cache

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.grammar import Grammar
from ostiary.documents.stance.phrases import load_words
from ostiary.names.tables import given_name_groups

#: A sentence with so large a part of capitals is a headline, where capitals show no name.
_HEADLINE = 0.6
_FULL_NAME = 2


def name_words(kind: str) -> frozenset[str]:
    """Return the words that say what a name is the name of, in lower case."""
    return load_words("name_words.csv", kind)


def is_person_name(lower: Sequence[str]) -> bool:
    """Return whether words with capitals may be a person's full name: two or more, none of a body or place."""
    return len(lower) >= _FULL_NAME and _impersonal().isdisjoint(lower)


@cache
def _impersonal() -> frozenset[str]:
    return name_words("body") | name_words("place") | name_words("firm") | name_words("time")


def find_surnames(grammar: Grammar, but: Container[int]) -> Iterator[str]:
    """Yield the last words of the full names of persons in a text.

    The first word of a sentence has its capital anyway: it counts only where it is a given name.

    Args:
        grammar: The words with their parts.
        but: Numbers of the words that name a designated party.
    """
    words = grammar.words
    parts = grammar.parts
    for sentence in words.sentences:
        if Part.NAME not in parts[sentence.start : sentence.stop] or _is_headline(grammar, sentence):
            continue
        run: list[str] = []
        for at in range(sentence.start, sentence.stop + 1):
            if at < sentence.stop and parts[at] is Part.NAME and at not in but:
                if at > sentence.start or words.lower[at] in given_name_groups():
                    run.append(words.lower[at])
                continue
            if len(run) >= _FULL_NAME and is_person_name(run):
                yield run[-1]
            if run:
                run = []


def _is_headline(grammar: Grammar, sentence: range) -> bool:
    forms = grammar.words.forms[sentence.start : sentence.stop]
    return len([form for form in forms if form[0].isupper()]) > _HEADLINE * len(sentence)

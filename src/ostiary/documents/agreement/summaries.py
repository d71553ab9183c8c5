"""A shared claim in one line: in the words of the telling that puts it most plainly and can stand alone."""

from collections.abc import Sequence
from functools import lru_cache

from ostiary.documents.agreement.concepts import STEMS_KEPT, find_plain_form
from ostiary.documents.agreement.propositions import Proposition
from ostiary.documents.agreement.tellings import Telling

#: What a clause may begin or end with that is no part of what it says.
EDGES = " \t\r\n.,;:—\u2013-"
#: What opens a quotation or a bracket, and what closes it.
PAIRS = (('"', '"'), ("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))
#: A line that begins with one of these hangs on another one.
HANGING = frozenset(
    {"but", "and", "or", "nor", "him", "them", "me", "us", "which", "who", "whom", "whose", "because", "while"}
    | {
        "whereas",
        "although",
        "though",
        "so",
        "than",
        "as",
        "where",
        "when",
        "including",
        "with",
        "for",
        "of",
        "to",
    }
)
#: Some of these, or a past tense, nearly every sentence has.
FINITE = frozenset(
    {"is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "will", "would", "can", "could"}
    | {"may", "might", "must", "shall", "should", "cannot"}
)


def summarise(tellings: Sequence[Telling], representative: Proposition) -> str:
    """Return a shared claim in one line.

    Args:
        tellings: All that tell it.
        representative: The plainest of what they say, which is taken unless only others can stand alone.
    """
    told = [(telling, member) for telling in tellings for member in telling.propositions]
    told.sort(key=lambda each: (each[1] is not representative, len(each[1].own)))
    lines = [_tidy(telling.reading.report.words_of(member.span)) for telling, member in told]
    return next((line for line in lines if _stands_alone(line)), lines[0])


def _stands_alone(line: str) -> bool:
    """Return whether a line is a clause of its own, as far as its words show."""
    words = [word.strip(",;:.\"“”'").lower() for word in line.split()]
    return bool(words) and words[0] not in HANGING and any(map(_may_be_finite, words[1:]))


@lru_cache(maxsize=STEMS_KEPT)
def _may_be_finite(word: str) -> bool:
    return word in FINITE or word.endswith(("ed", "n't")) or bool(find_plain_form(word))


def _tidy(text: str) -> str:
    """Return a clause as a line of its own: without marks around it, half a pair of them, or *that*."""
    line = " ".join(text.split()).strip(EDGES).removeprefix("that ")
    for opening, closing in PAIRS:
        if line.startswith(opening) and closing not in line[1:]:
            line = line[1:].lstrip(EDGES)
        if line.endswith(closing) and opening not in line[:-1]:
            line = line[:-1].rstrip(EDGES)
    return line

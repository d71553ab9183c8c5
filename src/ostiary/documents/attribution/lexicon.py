"""The words that attribute, read from the table of cues."""

from functools import cache
from typing import NamedTuple, cast

from ostiary.documents.attribution.inflection import Form, Inflected, verb_forms
from ostiary.documents.tables import read_table
from ostiary.model.claims import CueKind


class CueEntry(NamedTuple):
    """A verb that gives somebody's word or attitude.

    Attributes:
        base: Its dictionary form.
        kind: What sort of speech it is.
        frames: What may follow as content: letters q, t, c, i, n as the table explains.
        particles: Small words that belong to the cue before a noun phrase.
    """

    base: str
    kind: CueKind
    frames: frozenset[str]
    particles: frozenset[str]


@cache
def _cues() -> dict[str, CueEntry]:
    return {
        row["base"]: CueEntry(
            row["base"],
            cast("CueKind", row["kind"]),
            frozenset(row["frames"]),
            frozenset(filter(None, row["particles"].split("|"))),
        )
        for row in read_table("cues.csv", "ostiary.documents.attribution")
    }


@cache
def cue_forms() -> dict[str, tuple[CueEntry, Form]]:
    """Return every form of every cue."""
    cues = _cues()
    return {
        word: (cues[inflected.base], inflected.form)
        for word, inflected in verb_forms().items()
        if inflected.base in cues
    }


def find_verb(word: str) -> Inflected | None:
    """Return the verb that a word is a form of, if it is one in the tables."""
    return verb_forms().get(word)


@cache
def word_set(name: str) -> frozenset[str]:
    """Return one of the small sets of words that the rules name; the table says what each is."""
    rows = read_table("word_sets.csv", "ostiary.documents.attribution")
    return frozenset(row["word"] for row in rows if row["set"] == name)

"""Interviews and transcripts: a paragraph opens with who speaks and a colon (*Q:*, *A.*, *Ana Reyes:*)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ostiary.documents.attribution.clause import NOMINAL, Grammar
from ostiary.documents.attribution.lexicon import word_set
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution, CueKind

_LONGEST_NAME = 6
_LEAST_LINES = 3
_NAME = NOMINAL | {Part.OPEN, Part.CLOSE}
#: An unlabelled paragraph between two labelled ones goes on with the first; so many at most.
_MOST_GOING_ON = 8


class _Turn(NamedTuple):
    """A labelled paragraph: its label, the mark that ends it, its words, and the key that names its speaker."""

    label: range
    mark: range
    paragraph: range
    key: str


def find_transcribed(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions of an interview or a transcript, in order.

    One or two such lines are labels and no transcript. Names that are not all in capitals count only where two or
    more take turns and one comes again, so that a list of headings is none.
    """
    paragraphs = grammar.words.list_paragraphs()
    turns = [turn for paragraph in paragraphs if (turn := _turn(grammar, paragraph)) is not None]
    if len(turns) < _LEAST_LINES:
        return
    turns = _of_speakers(grammar, turns)
    if not turns:
        return
    places = {paragraph.start: place for place, paragraph in enumerate(paragraphs)}
    own = [places[turn.paragraph.start] for turn in turns]
    for turn, place, following in zip(turns, own, [*own[1:], own[-1] + 1], strict=True):
        goes_on = following - place <= _MOST_GOING_ON
        end = paragraphs[following - 1 if goes_on else place].stop
        if any(form[0].isalpha() for form in grammar.words.forms[turn.mark.stop : end]):
            yield _attribution(grammar, turn, end)


def _turn(grammar: Grammar, paragraph: range) -> _Turn | None:
    first = paragraph.start
    opening = grammar.words.forms[first]
    if opening in ("Q.", "A.") or (opening in ("Q", "A") and grammar.lower(first + 1) in (".", ":")):
        mark = first + 1 if len(opening) == 1 else first
        return _Turn(range(first, max(mark, first + 1)), range(mark, mark + 1), paragraph, opening[0].lower())
    for number in paragraph[: _LONGEST_NAME + 1]:
        if grammar.lower(number) == ":":
            if number == first or not opening[0].isupper():
                return None
            label = range(first, number)
            return _Turn(label, range(number, number + 1), paragraph, _key(grammar, label))
        if grammar.part(number) not in _NAME:
            break
    return None


def _key(grammar: Grammar, label: range) -> str:
    """Return what tells one speaker from another: the last word of the label outside of brackets."""
    last, depth = "", 0
    for number in label:
        depth += (grammar.part(number) is Part.OPEN) - (grammar.part(number) is Part.CLOSE)
        if not depth and grammar.words.forms[number][0].isalnum():
            last = grammar.lower(number)
    return last


def _of_speakers(grammar: Grammar, turns: Sequence[_Turn]) -> list[_Turn]:
    """Return the paragraphs whose labels name speakers, not headings."""
    counts = Counter(turn.key for turn in turns)
    shouted = [turn for turn in turns if grammar.words.forms[turn.label.start].isupper()]
    if len(shouted) >= _LEAST_LINES:
        return shouted
    again = [turn for turn in turns if counts[turn.key] > 1 and turn.key not in word_set("day or month")]
    return again if len({turn.key for turn in again}) > 1 else []


def _attribution(grammar: Grammar, turn: _Turn, end: int) -> Attribution:
    asks = turn.key in word_set("asks") or grammar.lower(end - 1) == "?"
    kind: CueKind = "ask" if asks else "say"
    content = range(turn.mark.stop, end)
    return Attribution(
        cue=grammar.span(turn.mark),
        content=(grammar.span(content),),
        source=grammar.span(turn.label),
        cue_word=":",
        cue_kind=kind,
        form="direct",
        sentence=grammar.words.sentence_of[turn.label.start],
    )

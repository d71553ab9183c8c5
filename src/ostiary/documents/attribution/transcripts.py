"""Attributions by a colon: a paragraph that opens with a name and a colon, as transcripts do."""

from collections.abc import Iterator

from ostiary.documents.attribution.clause import NOMINAL, Grammar
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution

_LONGEST_NAME = 6
_LEAST_CONTENT = 3
_LEAST_LINES = 3
_NAME = NOMINAL | {Part.OPEN, Part.CLOSE}


def find_transcribed(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions of a transcript, in order; one or two such lines are labels and no transcript."""
    found = list(_find_labelled(grammar))
    if len(found) >= _LEAST_LINES:
        yield from found


def _find_labelled(grammar: Grammar) -> Iterator[Attribution]:
    words = grammar.words
    for number, sentence in enumerate(words.sentences):
        opens = not number or words.paragraph_of[number - 1] != words.paragraph_of[number]
        colon = _colon(grammar, sentence) if opens else None
        if colon is None:
            continue
        last = number
        while last + 1 < len(words.sentences) and words.paragraph_of[last + 1] == words.paragraph_of[number]:
            last += 1
        end = words.sentences[last].stop
        if end - colon > _LEAST_CONTENT:
            yield Attribution(
                cue=grammar.span(range(colon, colon + 1)),
                content=(grammar.span(range(colon + 1, end)),),
                source=grammar.span(range(sentence.start, colon)),
                cue_word=":",
                cue_kind="say",
                form="direct",
                sentence=number,
            )


def _colon(grammar: Grammar, sentence: range) -> int | None:
    for number in sentence[: _LONGEST_NAME + 1]:
        if grammar.lower(number) == ":":
            return number if number > sentence.start and grammar.words.forms[sentence.start].isupper() else None
        if grammar.part(number) not in _NAME:
            break
    return None

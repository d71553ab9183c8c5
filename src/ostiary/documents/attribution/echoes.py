"""Who said the same as somebody before: *issued a similar denial*, *received a similar statement from X*."""

from collections.abc import Iterator

from ostiary.documents.attribution.clause import FINITE, Grammar
from ostiary.documents.attribution.lexicon import find_verb, word_set
from ostiary.documents.attribution.subjects import find_subject_after, find_subject_before
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution, CueKind

_ALIKE = frozenset(("similar", "same", "identical"))
_KINDS: dict[str, CueKind] = {
    **dict.fromkeys(
        ("statement", "account", "message", "version", "response", "reply", "answer", "argument"), "say"
    ),
    **dict.fromkeys(("point", "remark", "remarks", "comment", "comments", "warning", "appeal"), "say"),
    **dict.fromkeys(("claim", "claims", "accusation", "accusations", "allegation", "allegations"), "allege"),
    **dict.fromkeys(("denial", "denials"), "deny"),
    **dict.fromkeys(("promise", "pledge", "vow"), "promise"),
}
_GIVING = frozenset(("make", "offer", "voice", "give", "raise", "level"))
_TAKING = frozenset(("receive", "get", "obtain", "hear"))
_BEFORE_NOUN = frozenset((Part.DETERMINER, Part.ADVERB))


def find_echoes(grammar: Grammar) -> Iterator[Attribution]:
    """Yield those who are said to have said the like, in order; the content is the words that say so."""
    for number, lower in enumerate(grammar.words.lower):
        if lower in _ALIKE and grammar.lower(number + 1) in _KINDS and grammar.quotation_of[number] < 0:
            found = _echo(grammar, number)
            if found:
                yield found


def _echo(grammar: Grammar, alike: int) -> Attribution | None:
    first = alike
    while grammar.part(first - 1) in _BEFORE_NOUN:
        first -= 1
    verb = find_verb(grammar.lower(first - 1)) if grammar.part(first - 1) in FINITE | {Part.PARTICIPLE} else None
    if verb is None:
        return None
    start = first - 1
    while grammar.part(start - 1) in FINITE | {Part.ADVERB, Part.NEGATION}:
        start -= 1
    source = None
    if verb.base in _GIVING or verb.base in word_set("issues"):
        source = find_subject_before(grammar, start)
    elif verb.base in _TAKING and grammar.lower(alike + 2) == "from":
        source = find_subject_after(grammar, alike + 3)
    if source is None:
        return None
    return Attribution(
        cue=grammar.span(range(start, first)),
        content=(grammar.span(range(first, alike + 2)),),
        source=grammar.span(source),
        cue_word=verb.base,
        cue_kind=_KINDS[grammar.lower(alike + 1)],
        form="indirect",
        sentence=grammar.words.sentence_of[alike],
        negated=any(grammar.part(at) is Part.NEGATION for at in range(start, first)),
    )

"""Attributions by a passive: *is alleged to have*, *was accused by prosecutors of*, *was quoted as saying*."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from ostiary.documents.attribution.clause import FINITE, Grammar
from ostiary.documents.attribution.contents import end_of_clause
from ostiary.documents.attribution.lexicon import find_verb, word_set
from ostiary.documents.attribution.spoken import content_before
from ostiary.documents.attribution.subjects import find_subject_after, find_subject_before
from ostiary.documents.attribution.tagging import Part
from ostiary.documents.tables import read_table
from ostiary.model.claims import Attribution, CueKind
from ostiary.model.reports import Span

_LEFT = frozenset((Part.AUXILIARY, Part.MODAL, Part.NEGATION, Part.ADVERB))
_SAYING = frozenset(("saying", "telling", "stating", "calling", "describing"))


class _Passive(NamedTuple):
    kind: CueKind
    opens: frozenset[str]
    speaks: bool


@cache
def _passives() -> dict[str, _Passive]:
    return {
        row["base"]: _Passive(
            cast("CueKind", row["kind"]), frozenset(row["opens"].split("|")), row["source"] == "subject"
        )
        for row in read_table("passives.csv", "ostiary.documents.attribution")
    }


def find_passive(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions by a passive, in order."""
    for number, lower in enumerate(grammar.words.lower):
        verb = find_verb(lower)
        if not verb or verb.base not in _passives() or grammar.quotation_of[number] >= 0:
            continue
        first = number
        while grammar.part(first - 1) in _LEFT:
            first -= 1
        if any(grammar.lower(at) in word_set("be") for at in range(first, number)):
            found = _make(grammar, range(first, number + 1), verb.base)
            if found:
                yield found


def _make(grammar: Grammar, cue: range, base: str) -> Attribution | None:
    passive = _passives()[base]
    sentence = grammar.sentence(cue.start)
    source, at = _named_by(grammar, cue.stop)
    if grammar.lower(at) not in passive.opens or at >= sentence.stop:
        return None
    subject = find_subject_before(grammar, cue.start)
    if passive.speaks:
        source = subject
        if grammar.lower(at + 1) in _SAYING:
            cue, at = range(cue.start, at + 2), at + 2
    if passive.speaks and source and grammar.part(at) in (Part.STOP, Part.COMMA):
        left = content_before(grammar, source.start)
        return _attribution(grammar, cue, base, source, (left,)) if left else None
    if at >= sentence.stop or (passive.speaks and not source):
        return None
    content = [
        grammar.span(range(at, _before_main_verb(grammar, range(at, end_of_clause(grammar, at, sentence)))))
    ]
    if subject and not passive.speaks and grammar.lower(subject.start) != "it":
        content.insert(0, grammar.span(subject))
    return _attribution(grammar, cue, base, source, tuple(content))


def _before_main_verb(grammar: Grammar, words: range) -> int:
    """Return the end of a content behind which the main clause goes on (``accused of fraud, | denied it``)."""
    for number in words[1:-1]:
        if grammar.part(number) is Part.COMMA and grammar.part(number + 1) in FINITE:
            return number
    return words.stop


def _attribution(
    grammar: Grammar, cue: range, base: str, source: range | None, content: tuple[Span, ...]
) -> Attribution:
    quoted = any(grammar.quotation_of[word] >= 0 for word in grammar.words.within(content[-1]))
    return Attribution(
        cue=grammar.span(cue),
        content=content,
        source=grammar.span(source) if source else None,
        cue_word=base,
        cue_kind=_passives()[base].kind,
        form="mixed" if quoted else "indirect",
        sentence=grammar.words.sentence_of[cue.start],
        negated=any(grammar.part(word) is Part.NEGATION for word in cue),
    )


def _named_by(grammar: Grammar, at: int) -> tuple[range | None, int]:
    """Return who the passive names with *by*, and the word after."""
    if grammar.lower(at) != "by":
        return None, at
    source = find_subject_after(grammar, at + 1)
    return (source, source.stop) if source else (None, at)

"""Open questions: what a report calls unknown, undecided or unverified. Neither claims nor denials."""

from collections.abc import Iterator, Sequence

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.grammar import Grammar, phrase_before
from ostiary.documents.stance.personal_names import name_words
from ostiary.documents.stance.phrases import FoundPhrase, load_phrases, load_words
from ostiary.documents.stance.places import by_sentence
from ostiary.model.claims import Claim, Link, OpenQuestion
from ostiary.model.reports import Report, Span, Voice

_DESCRIBING = frozenset(("for", "as", "by"))
_OPENING = frozenset((Part.COMMA, Part.QUOTE, Part.STOP, Part.COORDINATOR, Part.THAT, Part.DASH, Part.OPEN))
_REACH = 4
_WIDE_REACH = 14
_LONGEST = 80
_DEPENDENT = frozenset(("it", "this", "that", "there", "he", "she", "they", "i", "we"))


def find_questions(
    report: Report, grammar: Grammar, claims: Sequence[Claim] = (), voices: Sequence[Voice] = ()
) -> tuple[OpenQuestion, ...]:
    """Return what a report calls unknown, in order; several questions of one sentence are several.

    Args:
        report: The report.
        grammar: Its words with their parts.
        claims: Of the report: whoever says that something is open gives the question its chain.
        voices: Of the report: bodies and people whom a question names could answer it.
    """
    placed = by_sentence(grammar.words, ((content, claim) for claim in claims for content in claim.content))
    heard = by_sentence(grammar.words, ((span, voice) for voice in voices for span in voice.spans))
    found: list[OpenQuestion] = []
    taken = 0
    for number, sentence in enumerate(grammar.words.sentences):
        near = (placed.get(number, ()), heard.get(number, ()))
        for kind, read in _READERS:
            for phrase in load_phrases("open_questions.csv", kind).find(grammar.words, sentence):
                pieces = read(grammar, phrase, _limit(grammar, phrase, near[0]))
                found.extend(_question(report, grammar, piece, near) for piece in pieces)
    found.sort(key=lambda question: (question.span.start, -question.span.end))
    kept: list[OpenQuestion] = []
    for question in found:
        if question.span.start >= taken:
            kept.append(question)
            taken = question.span.end
    return tuple(kept)


class _Piece:
    """One question: the words of the clause that calls it open, of what is open, and of who has yet to say."""

    __slots__ = ("asked", "question", "whole")

    def __init__(self, whole: range, question: range, asked: range = range(0)) -> None:
        self.whole = whole
        self.question = question
        self.asked = asked


def _known(kind: str) -> frozenset[str]:
    return load_words("question_words.csv", kind)


def _limit(grammar: Grammar, phrase: FoundPhrase, claims: Sequence[Claim]) -> int:
    """Return the number after the last word of the statement that holds a phrase."""
    words = grammar.words
    span = words.span(phrase.words)
    holding = [content for claim in claims for content in claim.content if content.covers(span)]
    stop = min(grammar.sentence(phrase.words.start).stop, phrase.words.stop + _LONGEST)
    if holding:
        stop = min(stop, words.within(min(holding, key=lambda content: content.end - content.start)).stop)
    return _clause_end(grammar, phrase.words.stop, stop)


def _clause_end(grammar: Grammar, start: int, stop: int) -> int:
    """Return where a question ends: at a stop, a dash, the end of the quotation it began in, a new clause."""
    opened = 0
    for at in range(start, stop):
        part = grammar.part(at)
        if part in (Part.STOP, Part.DASH):
            return at
        if part is Part.QUOTE:
            closes = at > start and grammar.words.starts[at] == grammar.words.ends[at - 1]
            if closes and not opened:
                return at
            opened += -1 if closes else 1
        if part is Part.COMMA and at + 1 < stop and _begins_anew(grammar, at + 1, stop):
            return at
    return stop


def _begins_anew(grammar: Grammar, at: int, stop: int) -> bool:
    if grammar.lower(at) in _known("end") or _credits(grammar, at, stop):
        return True
    following = grammar.words.lower[at + 1 : at + 2]
    return grammar.lower(at) == "and" and (grammar.part(at + 1) is Part.SUBJECT or following == ["there"])


def _credits(grammar: Grammar, start: int, stop: int) -> bool:
    """Return whether a sentence ends here in *, police said* or *, according to police*."""
    if grammar.lower(start) == "according":
        return True
    rest = range(start, min(stop, start + _REACH * 2))
    verb = next((at for at in rest if grammar.part(at) is Part.VERB), None)
    return verb is not None and verb > start and grammar.part(verb + 1) is Part.STOP


def _read_after(grammar: Grammar, phrase: FoundPhrase, stop: int) -> Iterator[_Piece]:
    """Yield the clause that follows with a question word, else the whole clause where it leads to a noun."""
    lower, start = grammar.words.lower, phrase.words.stop
    raised = lower[phrase.words.start].startswith(("rais", "pos"))
    first = _next_question_word(grammar, start, min(stop, start + (_WIDE_REACH if raised else _REACH)))
    if first is not None:
        yield from _split(grammar, first if raised else phrase.words.start, first, stop)
    elif (
        not raised and start < stop and (lower[start] in _known("bridge") or lower[start - 1] in _known("bridge"))
    ):
        whole = range(phrase.words.start, stop)
        yield _Piece(whole, whole)


def _next_question_word(grammar: Grammar, start: int, stop: int) -> int | None:
    return next((at for at in range(start, stop) if grammar.lower(at) in _known("question")), None)


def _split(grammar: Grammar, whole: int, start: int, stop: int, asked: range = range(0)) -> Iterator[_Piece]:
    """Yield the questions from a word on: ``or if`` and ``and what`` begin another."""
    lower = grammar.words.lower
    cuts = [
        at
        for at in range(start + 1, stop - 1)
        if lower[at] in ("or", "and", "nor") and lower[at + 1] in _known("question") and lower[at + 1] != "which"
    ]
    begin = start
    for cut in (*cuts, stop):
        end = cut
        while end > begin and not lower[end - 1][0].isalnum():
            end -= 1
        if end > begin:
            yield _Piece(range(whole, end), range(begin, end), asked)
        begin = whole = cut + 1


def _read_fronted(grammar: Grammar, phrase: FoundPhrase, _stop: int) -> Iterator[_Piece]:
    """Yield *whether he paid* of *whether he paid is open*."""
    first = max(grammar.sentence(phrase.words.start).start, phrase.words.start - _LONGEST)
    start = next((at for at in range(first, phrase.words.start) if grammar.lower(at) in _known("fronting")), None)
    if start is None or (start > first and grammar.part(start - 1) not in _OPENING):
        return
    if not any(grammar.part(at) is Part.COMMA for at in range(start, phrase.words.start)):
        yield _Piece(range(start, phrase.words.stop), range(start, phrase.words.start))


def _read_before(grammar: Grammar, phrase: FoundPhrase, stop: int) -> Iterator[_Piece]:
    words = grammar.words
    fronted = list(_read_fronted(grammar, phrase, stop))
    if fronted:
        yield from fronted
        return
    following = words.lower[phrase.words.stop] if phrase.words.stop < stop else ""
    if following == "to" or (following in _DESCRIBING and words.lower[phrase.words.stop - 1] == "known"):
        return
    subject = phrase_before(grammar, phrase.words.start)
    if not subject or words.lower[subject.start] in _DEPENDENT:
        return
    if following in _known("question"):
        yield from _split(grammar, subject.start, phrase.words.stop, stop, subject)
        return
    whole = range(subject.start, phrase.words.stop)
    yield _Piece(whole, whole)


def _read_subject(grammar: Grammar, phrase: FoundPhrase, stop: int) -> Iterator[_Piece]:
    start = phrase.words.stop
    subject = phrase_before(grammar, phrase.words.start)
    whole = subject.start if subject else phrase.words.start
    verifies = grammar.lower(start - 1) in ("verify", "corroborate", "check")
    first = _next_question_word(grammar, start, min(stop, start + _REACH))
    if verifies and first is None and start < stop:
        yield _Piece(range(whole, stop), range(whole, stop))
    elif first is not None and not _relates(grammar, first, start):
        yield from _split(grammar, whole, first, stop, subject)


def _relates(grammar: Grammar, at: int, start: int) -> bool:
    """Return whether a question word belongs to a noun before it (*did not name the man who fled*)."""
    return (
        at > start
        and grammar.lower(at) in ("who", "which", "whose", "where", "when")
        and grammar.part(at - 1)
        in (
            Part.NOUN,
            Part.NAME,
        )
    )


_READERS = (
    ("after", _read_after),
    ("before", _read_before),
    ("fronted", _read_fronted),
    ("subject", _read_subject),
)


def _question(
    report: Report, grammar: Grammar, piece: _Piece, known: tuple[Sequence[Claim], Sequence[Voice]]
) -> OpenQuestion:
    claims, voices = known
    words = grammar.words
    span, question = words.span(piece.whole), words.span(piece.question)
    return OpenQuestion(
        report_id=report.id,
        span=span,
        question=" ".join(words.text[question.start : question.end].split()),
        asked_of=tuple(dict.fromkeys(_answerers(grammar, piece, voices))),
        chain=_chain(report, span, claims),
    )


def _chain(report: Report, span: Span, claims: Sequence[Claim]) -> tuple[Link, ...]:
    """Return on whose word a question is open: the innermost attributed claim that holds it, else the outlet."""
    holding = [
        (content.end - content.start, at, claim)
        for at, claim in enumerate(claims)
        if claim.attributed
        for content in claim.content
        if content.overlaps(span) and (content.covers(span) or span.covers(content))
    ]
    if holding:
        return min(holding, key=lambda one: one[:2])[2].chain
    return (Link(report.outlet or "the publishing outlet", "outlet", relation="publishes"),)


def _answerers(grammar: Grammar, piece: _Piece, voices: Sequence[Voice]) -> Iterator[str]:
    words = grammar.words
    if piece.asked:
        yield from _names_asked(grammar, piece.asked, voices)
    span = words.span(piece.question)
    named = sorted(
        (within.start, voice.name)
        for voice in voices
        if voice.kind == "agency"
        for within in voice.spans
        if span.covers(within)
    )
    yield from (name for _start, name in named)
    taken = {at for voice in voices for within in voice.spans for at in words.within(within)}
    yield from _named_bodies(grammar, piece.question, taken)


def _names_asked(grammar: Grammar, asked: range, voices: Sequence[Voice]) -> Iterator[str]:
    """Yield who has yet to say: a pronoun only by the name of its voice."""
    if grammar.part(asked.start) is not Part.SUBJECT:
        yield _written(grammar, asked)
        return
    span = grammar.words.span(asked)
    yield from (voice.name for voice in voices if any(within.covers(span) for within in voice.spans))


def _written(grammar: Grammar, phrase: range) -> str:
    start = phrase.start + 1 if grammar.part(phrase.start) is Part.DETERMINER and len(phrase) > 1 else phrase.start
    span = grammar.words.span(range(start, phrase.stop))
    return " ".join(grammar.words.text[span.start : span.end].split())


def _named_bodies(grammar: Grammar, question: range, taken: set[int]) -> Iterator[str]:
    """Yield bodies and office-holders in the words of a question: *Pentagon*, *government lawyers*."""
    lower = grammar.words.lower
    at = question.start
    while at < question.stop:
        stop = at
        while stop < question.stop and stop not in taken and _goes_on(grammar, at, stop):
            stop += 1
        run = range(at, stop)
        if run and at - 1 not in taken and (lower[stop - 1] in _known("answerer") or _names_body(grammar, run)):
            yield _written(grammar, run)
        at = max(stop, at + 1)


def _goes_on(grammar: Grammar, start: int, at: int) -> bool:
    """Return whether a word continues a name or noun: *the ministry's lawyers*, *Office of Inspection*."""
    if grammar.part(at) in (Part.NAME, Part.NOUN):
        return True
    following = grammar.part(at + 1)
    if at == start:
        return False
    if grammar.part(at) is Part.GENITIVE:
        return following in (Part.NAME, Part.NOUN)
    return grammar.lower(at) == "of" and grammar.part(at - 1) is Part.NAME and following is Part.NAME


def _names_body(grammar: Grammar, run: range) -> bool:
    return any(grammar.part(at) is Part.NAME and grammar.lower(at) in name_words("body") for at in run)

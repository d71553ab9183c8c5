"""Who gave no answer: *could not be reached*, *did not comment*, *calls to the firm went unanswered*."""

from collections.abc import Iterator
from functools import cache

from ostiary.documents.attribution.clause import NOMINAL, Grammar
from ostiary.documents.attribution.contents import trim_end
from ostiary.documents.attribution.inflection import Form, inflect
from ostiary.documents.attribution.lexicon import word_set
from ostiary.documents.attribution.subjects import find_subject_after, find_subject_before
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution

_HELPERS = frozenset((Part.AUXILIARY, Part.MODAL, Part.NEGATION, Part.ADVERB))
_ENDS = frozenset((Part.STOP, Part.COMMA, Part.COORDINATOR, Part.DASH, Part.SUBORDINATOR))
#: What nobody did with a speaker, after a form of *be*, with what must follow it.
_DONE_WITH = {"reached": "", "drawn": "", "contacted": "", "available": "for", "unavailable": "for"}
_LONGEST_ASIDE = 12
_LONGEST_SUBJECT = 25
_NOBODY = frozenset(("neither", "nobody", "none"))
_WITHOUT = frozenset(("no", "immediate", "further", "public"))
_DECLINING = frozenset(("declined", "refused", "declines", "refuses"))
_GIVING = frozenset(("had", "has", "have", "made", "offered", "gave", "makes", "offers", "provided", "issued"))
_ENDS_SUBJECT = frozenset((Part.STOP, Part.QUOTE, Part.VERB, Part.AUXILIARY, Part.MODAL))


@cache
def _answering() -> dict[str, str]:
    """Return the forms of verbs of answering that *did not* and *neither of them* go with, each with its verb."""
    return {
        word: base
        for base in ("comment", "respond", "reply", "answer")
        for word, form in inflect(base)
        if form in (Form.BASE, Form.PAST)
    }


def nobody_does(grammar: Grammar, verb: int) -> bool:
    """Return whether the subject before a verb is *neither of them*, *none of the three*.

    Args:
        grammar: The report.
        verb: First word of the verb group.
    """
    first = max(grammar.sentence(verb).start, verb - _LONGEST_SUBJECT)
    for number in range(verb - 1, first - 1, -1):
        if grammar.lower(number) in _NOBODY:
            return True
        if grammar.part(number) in _ENDS_SUBJECT:
            return False
    return False


def find_silent(grammar: Grammar) -> Iterator[Attribution]:
    """Yield who gave no answer, in order; the content is what they did not do."""
    for number, lower in enumerate(grammar.words.lower):
        found = None
        if lower in _DONE_WITH:
            found = _unreached(grammar, number)
        elif lower in ("unanswered", "returned"):
            found = _unanswered(grammar, number)
        elif lower == "comment" and grammar.lower(number - 1) in _WITHOUT | _DECLINING:
            found = _no_comment(grammar, number)
        elif lower in _answering():
            found = _unsaid(grammar, number)
        if found and grammar.quotation_of[number] < 0:
            yield found


def _helpers(grammar: Grammar, verb: int) -> range:
    first, start = verb, grammar.sentence(verb).start
    while first > start and (grammar.part(first - 1) in _HELPERS or grammar.lower(first - 1) in ("went", "go")):
        first -= 1
    return range(first, verb)


def _negated(grammar: Grammar, helpers: range) -> bool:
    lower = grammar.words.lower[helpers.start : helpers.stop]
    return any(word in ("not", "never", "cannot") or word.endswith("n't") for word in lower) or nobody_does(
        grammar, helpers.start
    )


def _unreached(grammar: Grammar, number: int) -> Attribution | None:
    """Return *could not be reached*, *would not be drawn*, *was not available for comment*."""
    helpers, wanted = _helpers(grammar, number), _DONE_WITH[grammar.lower(number)]
    helping = {grammar.lower(at) for at in helpers}
    if helping.isdisjoint(word_set("be")) or (wanted and grammar.lower(number + 1) != wanted):
        return None
    modal = any(grammar.part(at) is Part.MODAL for at in helpers)
    denied = grammar.lower(number) == "unavailable" or _negated(grammar, helpers)
    if not denied or not (wanted or modal):
        return None
    return _silent(grammar, helpers, range(number, _end_of_aside(grammar, number + 1)), "unreached")


def _unsaid(grammar: Grammar, number: int) -> Attribution | None:
    """Return *did not comment*, *has not responded*, *neither of them replied*, where at most a time follows."""
    helpers = _helpers(grammar, number)
    if grammar.part(number) is Part.NOUN or grammar.part(number + 1) not in _ENDS | {Part.ADVERB, Part.NOUN}:
        return None
    passive = any(grammar.lower(at) in word_set("be") for at in helpers)
    if passive or not _negated(grammar, helpers):
        return None
    return _silent(grammar, helpers, range(number, number + 1), _answering()[grammar.lower(number)])


def _unanswered(grammar: Grammar, number: int) -> Attribution | None:
    """Return *calls to the firm went unanswered*, *messages left with her office were not returned*."""
    helpers = _helpers(grammar, number)
    if not helpers or (grammar.lower(number) == "returned" and not _negated(grammar, helpers)):
        return None
    first = helpers.start
    for at in range(first - 1, max(grammar.sentence(number).start, first - _LONGEST_SUBJECT) - 1, -1):
        if grammar.lower(at) in word_set("request"):
            return _not_returned(grammar, at, range(first, number + 1))
    return None


def _not_returned(grammar: Grammar, request: int, cue: range) -> Attribution | None:
    """Return who left a request unanswered: the one whom it was put to."""
    joins = (at for at in range(request + 1, cue.start) if grammar.lower(at) in ("to", "with", "at"))
    to = next(joins, None)
    source = find_subject_after(grammar, to + 1) if to else None
    if source is None or source.start >= cue.start or to is None:
        return None
    source = range(source.start, trim_end(grammar, source.start, min(source.stop, cue.start)))
    return _attribution(grammar, cue, source, range(request, to), "unanswered")


def _no_comment(grammar: Grammar, number: int) -> Attribution | None:
    """Return *had no comment*, *declined comment*, *there was no immediate comment from X*."""
    first = number
    while grammar.lower(first - 1) in _WITHOUT:
        first -= 1
    verb = first - 1
    if grammar.lower(number + 1) == "from" and first < number:
        source = find_subject_after(grammar, number + 2)
        cue = range(verb, first)
        return _attribution(grammar, cue, source, range(first, number + 1), "comment") if source else None
    if grammar.lower(verb) not in (_GIVING if first < number else _DECLINING):
        return None
    group = range(_helpers(grammar, verb).start, first)
    return _silent(grammar, group, range(first, _end_of_aside(grammar, number + 1)), "comment")


def _end_of_aside(grammar: Grammar, at: int) -> int:
    """Return the end of what hangs on a verb (``for comment``, ``on the date``)."""
    end, stop = at, min(grammar.sentence(at - 1).stop, at + _LONGEST_ASIDE)
    while end < stop and grammar.part(end) not in _ENDS:
        end += 1
    return trim_end(grammar, at - 1, end)


def _silent(grammar: Grammar, helpers: range, content: range, word: str) -> Attribution | None:
    source = find_subject_before(grammar, helpers.start)
    if source is None or not any(grammar.part(at) in NOMINAL | {Part.SUBJECT, Part.QUANTIFIER} for at in source):
        return None
    cue = helpers or content
    return _attribution(grammar, cue, source, content, word)


def _attribution(grammar: Grammar, cue: range, source: range, content: range, word: str) -> Attribution:
    return Attribution(
        cue=grammar.span(cue),
        content=(grammar.span(content),),
        source=grammar.span(source),
        cue_word=word,
        cue_kind="decline",
        form="indirect",
        sentence=grammar.words.sentence_of[cue.start],
        negated=word in _answering(),
    )

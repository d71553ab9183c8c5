"""What is said: the quotation or clause that belongs to a verb of speech."""

from ostiary.documents.attribution.clause import FINITE, NOMINAL, Grammar
from ostiary.documents.attribution.lexicon import cue_forms, word_set
from ostiary.documents.attribution.subjects import reduced
from ostiary.documents.attribution.tagging import Part
from ostiary.model.reports import Span

_ENDS_PHRASE = frozenset((Part.COMMA, Part.STOP, Part.DASH))
_NONFINITE = frozenset(("be", "being", "been", "having", "do", "have"))
_AFTER_QUOTATION = frozenset((Part.COMMA, Part.STOP, Part.COORDINATOR, Part.DASH))
_LINKS = frozenset(("but", "while", "though", "although", "whereas"))
_CLOSING_STOPS = frozenset(".?!…;:")


def end_of_clause(grammar: Grammar, start: int, sentence: range, *, fronted: bool = False) -> int:
    """Return the number after the last word of a clause that runs to the end of its sentence.

    It stops before a semicolon, before another attribution joined to it, and before the final point.

    Args:
        grammar: The report.
        start: First word of the clause.
        sentence: The words of its sentence.
        fronted: Whether the clause hangs on an opening *as*, *when* or *if*, so that the main one follows a comma.
    """
    quotation = grammar.quotation_of[start]
    end = sentence.stop
    for number in range(start + 1, sentence.stop):
        outside = grammar.quotation_of[number] == -1
        if outside and (_ends_clause(grammar, number) or (fronted and _opens_main(grammar, number))):
            end = number
            break
        if quotation >= 0 and grammar.quotation_of[number] != quotation and grammar.part(start) is not Part.QUOTE:
            end = number
            break
    return trim_end(grammar, start, end)


def _opens_main(grammar: Grammar, number: int) -> bool:
    """Return whether the main clause begins with a word, after a fronted one."""
    return grammar.part(number - 1) is Part.COMMA and grammar.opens_noun_phrase(number)


def end_of_noun_clause(grammar: Grammar, start: int, sentence: range) -> int:
    """Return the number after the last word of a clause that hangs on a noun: up to a comma or the main verb."""
    verbs = 0
    for number in range(start + 1, sentence.stop):
        part = grammar.part(number)
        if grammar.quotation_of[number] >= 0:
            continue
        if part in (Part.COMMA, Part.DASH, Part.STOP):
            return trim_end(grammar, start, number)
        if part in FINITE and grammar.part(number - 1) not in FINITE | {Part.NEGATION, Part.ADVERB}:
            verbs += not reduced(grammar, number)
            if verbs > 1 and part is Part.AUXILIARY:
                return trim_end(grammar, start, number)
    return trim_end(grammar, start, sentence.stop)


def before_main_verb(grammar: Grammar, phrase: range) -> int:
    """Return the end of a phrase that the main verb follows (``her account of the night | was``)."""
    relative = False
    for number in phrase:
        relative = relative or grammar.part(number) in (Part.RELATIVE, Part.THAT)
        acts = grammar.part(number) in FINITE and grammar.part(number - 1) is not Part.TO
        if acts and number > phrase.start and not relative and not reduced(grammar, number):
            return trim_end(grammar, phrase.start, number)
    return phrase.stop


def _ends_clause(grammar: Grammar, number: int) -> bool:
    """Return whether something that the speaker did not say begins with a word outside quotations."""
    if grammar.lower(number) == ";":
        return True
    before = grammar.part(number - 1)
    if before is Part.QUOTE:
        before = grammar.part(number - 2)
    if grammar.part(number) is Part.ING and before in (Part.COMMA, Part.DASH):
        return grammar.lower(number) in cue_forms()
    if grammar.part(number) is Part.COORDINATOR and grammar.part(number + 1) in (Part.VERB, Part.ING):
        return grammar.lower(number + 1) in cue_forms()
    if before is Part.COMMA and grammar.lower(number) == "and":
        return grammar.part(number + 1) is Part.SUBJECT and grammar.part(number - 1) is Part.QUOTE
    return before is Part.COMMA and grammar.lower(number) in _LINKS and grammar.opens_noun_phrase(number + 1)


def trim_end(grammar: Grammar, start: int, end: int) -> int:
    """Return the end without marks that are no part of what was said."""
    while end > start + 1 and (
        grammar.lower(end - 1) in _CLOSING_STOPS
        or grammar.part(end - 1) in (Part.COMMA, Part.DASH, Part.COORDINATOR)
    ):
        end -= 1
    return end


def end_of_phrase(grammar: Grammar, start: int, sentence: range) -> int:
    """Return the number after the last word of a noun phrase with all that hangs on it."""
    end = start
    relative = False
    while end < sentence.stop:
        part = grammar.part(end)
        if end > start and part is Part.COMMA and (past := _past_name(grammar, end, sentence)):
            end = past
            continue
        marked = end > start and part in _ENDS_PHRASE and grammar.quotation_of[end] == -1
        if marked and not (part is Part.COMMA and _lists(grammar, end, sentence)):
            break
        if end > start and part is Part.QUOTE and grammar.part(end - 1) is Part.COMMA:
            end += 1
            break
        if end > start and (_opens_time(grammar, end) or _opens_setting(grammar, end)):
            break
        if end > start and _turns(grammar, end):
            break
        relative = relative or part in (Part.RELATIVE, Part.THAT)
        if (
            end > start
            and part in (Part.AUXILIARY, Part.MODAL)
            and not relative
            and grammar.lower(end) not in _NONFINITE
        ):
            break
        end += 1
    return trim_end(grammar, start, end)


def _past_name(grammar: Grammar, comma: int, sentence: range) -> int:
    """Return the word after a name that says who is accused (``the owner, Ana Reyes, | of fraud``); else 0."""
    end = comma + 1
    while end < sentence.stop and grammar.part(end) is Part.NAME:
        end += 1
    closed = (
        end > comma + 1 and grammar.part(end) is Part.COMMA and grammar.lower(end + 1) in ("of", "with", "for")
    )
    return end + 1 if closed else 0


def _turns(grammar: Grammar, number: int) -> bool:
    """Return whether something else than the phrase begins with a word: *and went*, *and arguing*, *after he*."""
    part, following = grammar.part(number), grammar.part(number + 1)
    if part is Part.COORDINATOR:
        return following in FINITE or (following is Part.ING and grammar.lower(number + 1) in cue_forms())
    return part is Part.SUBORDINATOR and following is Part.SUBJECT


def _lists(grammar: Grammar, comma: int, sentence: range) -> bool:
    """Return whether a list of things goes on after a comma (``his parents, his wife and ...``)."""
    for number in range(comma + 1, sentence.stop):
        part = grammar.part(number)
        if part in FINITE or part in (Part.STOP, Part.RELATIVE, Part.ING, Part.SUBORDINATOR):
            return False
        if part is Part.COORDINATOR:
            return grammar.opens_noun_phrase(comma + 1) and grammar.part(number + 1) not in FINITE | {Part.SUBJECT}
    return False


def _opens_time(grammar: Grammar, number: int) -> bool:
    """Return whether a phrase of time or means begins with a word: *on Monday*, *last week*, *by saying*."""
    lower, following = grammar.lower(number), grammar.lower(number + 1)
    if any(
        grammar.part(at) is Part.TO and grammar.part(at + 1) is Part.VERB for at in range(number + 2, number + 4)
    ):
        return False
    if lower == "on":
        return following in word_set("day")
    if lower == "by":
        return grammar.part(number + 1) is Part.ING
    if lower == "in":
        return {following, grammar.lower(number + 2)} & word_set("day or month") != set()
    return lower in word_set("day") or (lower in ("last", "this") and following in word_set("time"))


def _opens_setting(grammar: Grammar, number: int) -> bool:
    """Return whether a phrase that says where it was said begins with a word: *in an interview*."""
    if grammar.lower(number) == "when":
        return True
    if grammar.lower(number) not in ("in", "at", "during", "through", "via"):
        return False
    return any(grammar.lower(at) in word_set("setting") for at in range(number + 2, number + 5))


def quotation_span(grammar: Grammar, number: int) -> tuple[Span, int]:
    """Return a quotation with all paragraphs that it goes on over, and the number after its last word."""
    quotation = grammar.quotations[number]
    span = quotation.span
    while quotation.continued and number + 1 < len(grammar.quotations):
        number += 1
        quotation = grammar.quotations[number]
        span = Span(span.start, quotation.span.end)
    return span, quotation.words.stop


def content_after(
    grammar: Grammar, start: int, frames: frozenset[str], *, fronted: bool = False
) -> tuple[str, Span, int] | None:
    """Return what follows a cue as its content: the frame, where it stands, and the number after its last word.

    Args:
        grammar: The report.
        start: The word after the cue, its receiver and its asides.
        frames: The frames that the cue allows.
        fronted: Whether the clause hangs on an opening *as*, *when* or *if*.
    """
    sentence = grammar.sentence(start - 1)
    at = start
    while at < sentence.stop and (grammar.part(at) is Part.COMMA or grammar.lower(at) == ":"):
        at += 1
    if at >= sentence.stop:
        return _quotation_in_next_sentence(grammar, sentence, frames) if at > start else None
    if grammar.part(at) is Part.QUOTE and grammar.quotation_of[at] >= 0:
        return _quoted(grammar, at, frames, fronted=fronted)
    if at > start and grammar.lower(at - 1) != ":":
        return None
    return _unquoted(grammar, at, frames, fronted=fronted)


def _unquoted(grammar: Grammar, at: int, frames: frozenset[str], *, fronted: bool) -> tuple[str, Span, int] | None:
    sentence, part = grammar.sentence(at), grammar.part(at)
    alone = part is Part.THAT and "n" in frames and grammar.part(at + 1) in _ENDS_PHRASE
    if alone or ("c" in frames and _answers(grammar, at)):
        return "n", grammar.span(range(at, at + 1)), at + 1
    if part is Part.THAT or part is Part.RELATIVE or grammar.lower(at) in ("whether", "if"):
        if "t" in frames and grammar.has_finite_verb(range(at, sentence.stop)):
            return "t", *_to_clause_end(grammar, at, sentence, fronted=fronted)
        if "t" in frames and part is Part.RELATIVE and grammar.part(at + 1) is Part.STOP:
            return "t", grammar.span(range(at, at + 1)), at + 1
        return None
    if part is Part.TO or (part is Part.NEGATION and grammar.part(at + 1) is Part.TO):
        return ("i", *_to_clause_end(grammar, at, sentence, fronted=fronted)) if "i" in frames else None
    return _bare(grammar, at, frames, fronted=fronted)


def _answers(grammar: Grammar, at: int) -> bool:
    """Return whether one word is the whole answer (``half of them said | yes``)."""
    return grammar.lower(at) in ("yes", "no", "so") and grammar.part(at + 1) in _ENDS_PHRASE | {Part.COORDINATOR}


def _to_clause_end(grammar: Grammar, at: int, sentence: range, *, fronted: bool) -> tuple[Span, int]:
    end = end_of_clause(grammar, at, sentence, fronted=fronted)
    return grammar.span(range(at, end)), end


def _quotation_in_next_sentence(
    grammar: Grammar, sentence: range, frames: frozenset[str]
) -> tuple[str, Span, int] | None:
    """Return the quotation that a colon announces and the next sentence or paragraph brings."""
    at = sentence.stop
    if "q" not in frames or at >= len(grammar.words) or grammar.quotation_of[at] < 0:
        return None
    return "q", *quotation_span(grammar, grammar.quotation_of[at])


def _quoted(grammar: Grammar, at: int, frames: frozenset[str], *, fronted: bool) -> tuple[str, Span, int] | None:
    sentence = grammar.sentence(at)
    if not frames & {"q", "n"}:
        return None
    span, end = quotation_span(grammar, grammar.quotation_of[at])
    ended = grammar.part(end - 2) in (Part.COMMA, Part.STOP)
    if not ended and end < sentence.stop and grammar.part(end) not in _AFTER_QUOTATION:
        last = end_of_clause(grammar, at, sentence, fronted=fronted)
        return "c", grammar.span(range(at, max(last, end))), max(last, end)
    return "q", span, end


def _bare(grammar: Grammar, at: int, frames: frozenset[str], *, fronted: bool) -> tuple[str, Span, int] | None:
    sentence = grammar.sentence(at)
    opens = grammar.opens_noun_phrase(at) or grammar.part(at) in (
        Part.OBJECT,
        Part.SUBORDINATOR,
        Part.ADVERB,
        Part.ING,
    )
    end = end_of_clause(grammar, at, sentence, fronted=fronted)
    if "c" in frames and (opens or grammar.lower(at) == "having") and _is_said(grammar, at, end, frames):
        return "c", grammar.span(range(at, end)), end
    if "g" in frames and grammar.part(at) is Part.ING:
        return "c", grammar.span(range(at, end)), end
    if "l" in frames and grammar.lower(at + (grammar.part(at) is Part.NEGATION)) == "guilty":
        return "c", grammar.span(range(at, end)), end
    if "n" in frames and (opens or grammar.part(at) in NOMINAL):
        end = end_of_phrase(grammar, at, sentence)
        return "n", grammar.span(range(at, end)), end
    return None


def _is_said(grammar: Grammar, start: int, end: int, frames: frozenset[str]) -> bool:
    """Return whether words after a verb that takes a clause are one; a pronoun alone (*believed it*) is none."""
    pronoun = grammar.part(start) in (Part.OBJECT, Part.SUBJECT) and grammar.part(start + 1) in _ENDS_PHRASE
    if pronoun and "n" not in frames:
        return False
    return _is_clause(grammar, start, end) or ("n" not in frames and _has_past(grammar, range(start + 1, end)))


def _has_past(grammar: Grammar, words: range) -> bool:
    """Return whether a clause has one past form for a verb, which might describe its noun (*they wrote to us*).

    Where a verb takes no noun phrase, what follows it is a clause.
    """
    telling = (Part.RELATIVE, Part.THAT, Part.VERB)
    first = next((at for at in words if grammar.part(at) in telling), words.start)
    return grammar.part(first) is Part.VERB and reduced(grammar, first)


def _is_clause(grammar: Grammar, start: int, end: int) -> bool:
    """Return whether there are more finite verbs than relative clauses that need one."""
    verbs = relatives = 0
    for number in range(start, end):
        part = grammar.part(number)
        if part is Part.THAT and grammar.part(number - 1) is Part.COMMA and number > start + 1 and not verbs:
            return False
        if part in FINITE and number > start and not reduced(grammar, number):
            verbs += not _helped(grammar, number)
        elif number > start and (part is Part.RELATIVE or (part is Part.SUBORDINATOR and _hangs(grammar, number))):
            relatives += 1
        if verbs > relatives:
            return True
    return False


def _helped(grammar: Grammar, number: int) -> bool:
    """Return whether a verb belongs to a helping verb before it, adverbs aside (``has never left``)."""
    before = number - 1
    while grammar.part(before) in (Part.NEGATION, Part.ADVERB):
        before -= 1
    return grammar.part(before) in FINITE


def _hangs(grammar: Grammar, number: int) -> bool:
    """Return whether a clause of time, place or reason begins with a word, rather than a phrase."""
    return grammar.opens_noun_phrase(number + 1) and grammar.lower(number) not in (
        "as",
        "than",
        "so",
        "before",
        "after",
    )

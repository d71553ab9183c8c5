"""Who speaks: the noun phrase that a verb of speech has as its subject, before it or after it."""

from ostiary.documents.attribution.clause import FINITE, NOMINAL, SPEAKING_PRONOUN, Grammar
from ostiary.documents.attribution.lexicon import cue_forms, word_set
from ostiary.documents.attribution.tagging import Part

_INSIDE = NOMINAL | {
    Part.DETERMINER,
    Part.POSSESSIVE,
    Part.QUANTIFIER,
    Part.GENITIVE,
    Part.ADVERB,
    Part.PREPOSITION,
    Part.OPEN,
    Part.CLOSE,
    Part.PARTICIPLE,
}
_STARTS = NOMINAL | {Part.DETERMINER, Part.POSSESSIVE, Part.QUANTIFIER, Part.PARTICIPLE}
#: What an aside between commas begins with when it is no apposition.
_ASIDE = frozenset((Part.PREPOSITION, Part.ADVERB, Part.SUBORDINATOR, Part.ING, Part.TO, Part.COORDINATOR))
_MOST_COMMAS = 6
#: Digits of a year.
_YEAR = 4
_EMPHATIC = frozenset(("himself", "herself", "itself", "themselves"))
_RECENT = frozenset(("last", "this", "late", "early"))
_ONCE = frozenset(("then", "now", "once", "formerly"))
_DESCRIBES = _ONCE | {"who", "whose", "which"}
#: After a speaker named behind the verb these begin something else.
_ENDS_SPEAKER = frozenset(
    ("on", "in", "at", "during", "after", "before", "to", "when", "while", "as", "following")
)


def find_subject_before(grammar: Grammar, verb: int) -> range | None:
    """Return the subject that stands before a verb group.

    Args:
        grammar: The report.
        verb: First word of the verb group.
    """
    sentence = grammar.sentence(verb)
    last = _before_time(grammar, verb - 1, sentence)
    if last < sentence.start:
        return None
    part = grammar.part(last)
    if part in SPEAKING_PRONOUN or (part is Part.THAT and grammar.part(last - 1) in NOMINAL):
        return range(last, last + 1)
    if part is Part.COORDINATOR:
        return _shared_subject(grammar, last, sentence)
    if part is Part.COMMA or part is Part.DASH:
        return _subject_before_aside(grammar, last, sentence) or _shared_subject(grammar, last, sentence)
    if part is Part.CLOSE:
        return _walk_back(grammar, last, sentence)
    return _walk_back(grammar, last, sentence)


def _before_time(grammar: Grammar, last: int, sentence: range) -> int:
    """Return the last word before adverbs and a day that stand between subject and verb, and before *himself*."""
    if grammar.lower(last) in _EMPHATIC and grammar.part(last - 1) in NOMINAL | {Part.SUBJECT, Part.CLOSE}:
        last -= 1
    while last >= sentence.start and (
        grammar.part(last) is Part.ADVERB or grammar.lower(last) in word_set("day or month")
    ):
        on = grammar.lower(last) in word_set("day or month") and grammar.lower(last - 1) in (
            "on",
            "last",
            "this",
            "in",
        )
        last -= 2 if on else 1
    return last


def _shared_subject(grammar: Grammar, coordinator: int, sentence: range) -> range | None:
    """Return the subject of the verb that a second verb is joined to by *and* or *but*.

    After a comma that is the sentence's first verb; without one, the nearest.
    """
    quotation = grammar.quotation_of[coordinator]
    backward = range(coordinator - 1, sentence.start, -1)
    order = list(reversed(backward) if grammar.part(coordinator - 1) is Part.COMMA else backward)
    if grammar.lower(coordinator + 1) in cue_forms():  # who says one thing and says another is one speaker
        order.sort(key=lambda number: grammar.lower(number) not in cue_forms())
    for number in order:
        if grammar.quotation_of[number] != quotation or grammar.part(number) not in FINITE:
            continue
        first = number
        while first > sentence.start and grammar.part(first - 1) in FINITE | {Part.ADVERB, Part.NEGATION}:
            first -= 1
        found = find_subject_before(grammar, first)
        if found and grammar.part(found.start) is not Part.RELATIVE:
            return found
    return None


def _subject_before_aside(grammar: Grammar, comma: int, sentence: range) -> range | None:
    """Return a subject that an apposition or aside between commas follows."""
    mark = grammar.part(comma)
    openings: list[int] = []
    for number in range(comma - 1, sentence.start, -1):
        if grammar.part(number) is mark:
            openings.append(number)
        if grammar.part(number) is Part.STOP or len(openings) == _MOST_COMMAS:
            break
    pronoun = next((number for number in openings if grammar.part(number - 1) in SPEAKING_PRONOUN), None)
    if pronoun is not None and not grammar.has_finite_verb(range(pronoun, comma)):
        return range(pronoun - 1, pronoun)
    owned = _apposed_office(grammar, openings[0], comma, sentence) if openings else None
    if owned:
        return owned
    nominal = [
        number
        for number in openings
        if grammar.part(number - 1) in NOMINAL | {Part.CLOSE} or _ends_partitive(grammar, number - 1)
    ]
    named = [number for number in nominal if grammar.part(number - 1) in (Part.NAME, Part.CLOSE)]
    for opening in (*named[:1], *nominal):
        found = _walk_back(grammar, opening - 1, sentence)
        if not found:
            continue
        aside = grammar.part(opening + 1) in _ASIDE
        return found if aside else range(found.start, comma + (mark is Part.COMMA))
    return None


def _apposed_office(grammar: Grammar, opening: int, comma: int, sentence: range) -> range | None:
    """Return *its director, Ana Reyes,* behind a comma: it begins the subject, whatever stands before."""
    name = range(opening + 1, comma)
    if not name or any(grammar.part(at) is not Part.NAME for at in name):
        return None
    first = opening
    while first > sentence.start and grammar.part(first - 1) in NOMINAL:
        first -= 1
    owned = grammar.part(first - 1) is Part.POSSESSIVE and grammar.part(first - 2) is Part.COMMA
    return range(first - 1, comma + 1) if owned else None


def _walk_back(grammar: Grammar, last: int, sentence: range) -> range | None:
    """Return the noun phrase that ends with a word."""
    first = last + 1
    quotation = grammar.quotation_of[last]
    while first > sentence.start and grammar.quotation_of[first - 1] == quotation:
        part = grammar.part(first - 1)
        if (
            (
                (part in _INSIDE and not _has_helper(grammar, first - 1))
                or reduced(grammar, first - 1)
                or (part is Part.ING and _modifies(grammar, first - 1))
                or (part is Part.COORDINATOR and _joins_nouns(grammar, first - 1))
            )
            or (part is Part.TO and grammar.lower(first - 2) in word_set("person with to"))
            or _ends_partitive(grammar, first - 1)
            or _within_name(grammar, first - 1)
        ):
            first -= 1
        elif part in FINITE | {Part.OBJECT, Part.SUBJECT, Part.PARTICIPLE, Part.TO, Part.NEGATION, Part.ING}:
            relative = _opening_relative(grammar, first - 1, sentence)
            if relative is None:
                break
            first = relative
        else:
            break
    first = _trim(grammar, first, last)
    if first - 1 == sentence.start and grammar.lower(first - 1) == "that" and grammar.part(first) is Part.NOUN:
        first -= 1
    return range(first, last + 1) if first <= last else None


def _has_helper(grammar: Grammar, number: int) -> bool:
    """Return whether a participle belongs to *has* or *was* and describes no noun (``have asked``)."""
    return grammar.part(number) is Part.PARTICIPLE and grammar.part(number - 1) is Part.AUXILIARY


def find_phrase_before(grammar: Grammar, last: int) -> range | None:
    """Return the noun phrase that ends with a word."""
    return _walk_back(grammar, last, grammar.sentence(last))


def _joins_nouns(grammar: Grammar, coordinator: int) -> bool:
    if grammar.lower(coordinator) not in ("and", "or", "nor"):
        return False
    return grammar.part(coordinator - 1) in NOMINAL and grammar.part(coordinator + 1) in _STARTS


def _ends_partitive(grammar: Grammar, number: int) -> bool:
    """Return whether a pronoun ends *one of them*."""
    return grammar.part(number) is Part.OBJECT and grammar.lower(number - 1) == "of"


def _within_name(grammar: Grammar, number: int) -> bool:
    """Return whether *to* stands within a name (``the Committee to Protect Wells``)."""
    return grammar.part(number) is Part.TO and grammar.part(number - 1) is grammar.part(number + 1) is Part.NAME


def _modifies(grammar: Grammar, number: int) -> bool:
    """Return whether a form in -ing stands before a noun as its modifier (``the organizing director``)."""
    opens = number == grammar.sentence(number).start
    return grammar.part(number + 1) in NOMINAL and (
        opens or grammar.part(number - 1) in NOMINAL | {Part.DETERMINER, Part.QUOTE, Part.STOP}
    )


def _opening_relative(grammar: Grammar, number: int, sentence: range) -> int | None:
    """Return the pronoun that opens a relative clause without commas (``people who know him``)."""
    verbs = 0
    for at in range(number, sentence.start, -1):
        part = grammar.part(at)
        if part in (Part.COMMA, Part.STOP, Part.QUOTE, Part.DASH):
            return None
        if part in (Part.RELATIVE, Part.THAT):
            return at if grammar.part(at - 1) in NOMINAL and verbs else None
        if part in FINITE and grammar.part(at - 1) not in FINITE | {Part.NEGATION, Part.ADVERB, Part.TO}:
            verbs += 1
            if verbs > 1:
                return None
    return None


def _trim(grammar: Grammar, first: int, last: int) -> int:
    """Return where the subject itself begins, past adverbs, linking words and an opening time or place."""
    while first <= last and grammar.part(first) not in _STARTS and grammar.part(first) is not Part.PREPOSITION:
        if grammar.part(first) is Part.ING and _modifies(grammar, first):
            return first
        first += 1
    if grammar.lower(first) in _RECENT and _tells_time(grammar, first + 1) and first + 1 < last:
        return first + 2
    if grammar.part(first) is not Part.PREPOSITION:
        return first
    for number in range(last, first, -1):
        if grammar.part(number) in (Part.DETERMINER, Part.POSSESSIVE, Part.QUANTIFIER):
            return number
        if grammar.part(number) is Part.NAME and grammar.part(number - 1) is not Part.NAME:
            return number
    return first + 1


def only_tells_time(grammar: Grammar, phrase: range) -> bool:
    """Return whether a phrase is nothing but a time (``the morning``, ``2006``), which says nothing."""
    return all(
        _tells_time(grammar, at)
        or grammar.part(at) is Part.DETERMINER
        or grammar.lower(at) in _RECENT | {"past"}
        or (grammar.lower(at).isdigit() and len(grammar.lower(at)) == _YEAR)
        for at in phrase
    )


def _tells_time(grammar: Grammar, number: int) -> bool:
    return grammar.lower(number) in word_set("time") or grammar.lower(number) in word_set("day or month")


def find_subject_after(grammar: Grammar, verb: int) -> range | None:
    """Return the subject that stands after a verb (``said the minister, a lawyer``).

    Args:
        grammar: The report.
        verb: The word after the verb group.
    """
    sentence = grammar.sentence(verb - 1)
    if verb >= sentence.stop:
        return None
    if grammar.part(verb) in SPEAKING_PRONOUN:
        return range(verb, verb + 1)
    if not grammar.opens_noun_phrase(verb):
        return None
    end = _walk_forward(grammar, verb, sentence)
    end = _take_apposition(grammar, end, sentence)
    return range(verb, end) if end > verb else None


def _walk_forward(grammar: Grammar, start: int, sentence: range) -> int:
    """Return the number after the last word of the noun phrase that begins with a word."""
    at = start
    while at < sentence.stop:
        part = grammar.part(at)
        lower = grammar.lower(at)
        if part is Part.TO and grammar.lower(at - 1) in word_set("person with to"):
            at += 1
            continue
        if lower in _ENDS_SPEAKER or lower in word_set("day or month"):
            break
        if part is Part.COORDINATOR and not _joins_nouns(grammar, at):
            break
        if part in (Part.VERB, Part.PARTICIPLE) and grammar.part(at + 1) is Part.PREPOSITION:
            return _end_of_relative(grammar, at, sentence)
        if part not in _INSIDE and part is not Part.COORDINATOR:
            if part is Part.RELATIVE and lower in ("who", "which"):
                return _end_of_relative(grammar, at, sentence)
            break
        at += 1
    while at > start and grammar.part(at - 1) in (
        Part.PREPOSITION,
        Part.ADVERB,
        Part.COORDINATOR,
        Part.DETERMINER,
    ):
        at -= 1
    return at


def _end_of_relative(grammar: Grammar, at: int, sentence: range) -> int:
    while at < sentence.stop and grammar.part(at) not in (Part.COMMA, Part.STOP, Part.QUOTE, Part.DASH):
        at += 1
    return at


def _take_apposition(grammar: Grammar, end: int, sentence: range) -> int:
    """Return the end with what follows between commas to say who that is."""
    while end < sentence.stop and grammar.part(end) is Part.COMMA:
        if (grammar.part(end + 1) in _ASIDE and grammar.lower(end + 1) not in _ONCE) or not (
            grammar.opens_noun_phrase(end + 1) or grammar.lower(end + 1) in _DESCRIBES
        ):
            break
        if grammar.part(end + 1) is Part.SUBJECT:
            break
        following = end + 1
        while following < sentence.stop and grammar.part(following) not in (
            Part.COMMA,
            Part.STOP,
            Part.QUOTE,
            Part.DASH,
        ):
            following += 1
        if not _describes(grammar, range(end + 1, following)):
            break
        end = following
    return end


def _describes(grammar: Grammar, words: range) -> bool:
    """Return whether a phrase after a comma says who the speaker is, rather than going on with a clause."""
    if grammar.lower(words.start) in _DESCRIBES:
        return True
    verbs = (number for number in words if grammar.part(number) in FINITE and not reduced(grammar, number))
    verb = next(verbs, None)
    return verb is None or any(grammar.part(number) is Part.RELATIVE for number in range(words.start, verb))


def reduced(grammar: Grammar, number: int) -> bool:
    """Return whether a past form is a participle after its noun (``a donor involved in the efforts``)."""
    lower = grammar.lower(number)
    may_be = lower.endswith("ed") and lower not in word_set("no participle")
    return may_be and grammar.part(number + 1) in (Part.PREPOSITION, Part.TO)

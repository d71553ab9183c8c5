"""Whether what a date belongs to lies before or after publication, by the verb that it stands with."""

from ostiary.documents.dates.expressions import Expression, Tense
from ostiary.documents.dates.lexicon import neighbours, tense_words
from ostiary.documents.words import Words

_BREAKS = frozenset(";:")
_SHORTEST_REGULAR = 4
#: No verb further away than so many words is taken for the date's.
_REACH = 40
_JUST_BEFORE = 2
_UNTIL = frozenset({"until", "till", "to", "through"})
_SCHEDULES = frozenset({"schedule", "effect"})
_EFFECTS = frozenset({"effect", "force", "trial"})
_BESIDE_SCHEDULE = frozenset(
    {"on", "in", "from", "until", "at", "into", "effect", "force", "trial", "again", "till"}
)
_HAVE = frozenset({"have", "'ve"})
_PERFECT = frozenset({"have", "has", "'ve"})
_FUTURE = frozenset({"will", "shall", "'ll", "won't"})


def read_tense(words: Words, found: Expression) -> Tense:
    """Return the tense of the nearest verb of the date's clause before it, else after it, else before that clause.

    Without any such verb the report tells the past, as reports do, unless an infinitive stands in for it as in
    headlines (``Court to hear case Thursday``); a sentence that only has ``is`` leaves it open.
    """
    inside = words.sentences[found.sentence]
    before = range(max(inside.start, found.words.start - _REACH), found.words.start)
    after = range(found.words.stop, min(inside.stop, found.words.stop + _REACH))
    own = range(_start_of_clause(words, before), before.stop)
    tense = _read_back(words, own) or _read_on(words, after) or _read_back(words, before)
    if tense:
        return tense
    if any(_is_infinitive(words, number) for number in before):
        return "future"
    present = any(tense_words().get(word) == "present" for word in words.lower[before.start : after.stop])
    return "either" if present and words.lower[found.words.start - 1] != "since" else "past"


def _start_of_clause(words: Words, before: range) -> int:
    """Return where the clause of a date starts: at a word that opens one, or at ``and`` just before the date."""
    for number in reversed(before):
        lower = words.lower[number]
        opens = lower in neighbours("opener") or lower in _BREAKS
        if opens or (lower in neighbours("coordinator") and number >= before.stop - _JUST_BEFORE):
            return number + 1
    return before.start


def _read_back(words: Words, before: range) -> Tense | None:
    """Return the tense of the last verb of a run; what stands between it and the date may leave it open."""
    infinitive = expected = False
    bounded = words.lower[before.stop - 1] in _UNTIL
    for number in reversed(before):
        sort = _sort_of(words, number, before.start)
        if (sort in _SCHEDULES and _is_scheduled(words, number, before)) or (
            bounded and words.lower[number] in neighbours("extended")
        ):
            return "future"
        infinitive = infinitive or _is_infinitive(words, number)
        expected = expected or sort == "participle"
        if words.lower[number] == "ahead":
            return "either"
        if tense := _decide(words, number, sort, infinitive=infinitive, expected=expected):
            return tense
    return "either" if expected else None


def _is_scheduled(words: Words, number: int, before: range) -> bool:
    """Return whether a verb in the present says what is to come: ``the ban ends on``, not ``did not end on``."""
    between = words.lower[number + 1 : before.stop]
    if not _BESIDE_SCHEDULE.issuperset(between):
        return False
    if tense_words()[words.lower[number]] == "effect" and _EFFECTS.isdisjoint(between):
        return False
    return number == before.start or words.lower[number - 1] not in tense_words().keys() | {"to"}


def _decide(words: Words, number: int, sort: str, *, infinitive: bool, expected: bool) -> Tense | None:
    match sort:
        case "past" | "intent past":
            return "either" if expected or (infinitive and sort == "intent past") else "past"
        case "intent present":
            return "future" if infinitive else None
        case "present":
            goes_on = words.lower[number + 1 : number + 2][0:1]
            if expected or goes_on == ["to"]:
                return "future"
            return "either" if goes_on and goes_on[0].endswith("ing") and goes_on != ["being"] else None
        case "future" | "either":
            return sort
    return None


def _read_on(words: Words, after: range) -> Tense | None:
    """Return the tense of the first verb of a run."""
    for number in after:
        sort = _sort_of(words, number, after.start)
        following = _sort_of(words, number + 1, after.start) if number + 1 < after.stop else ""
        if sort in {"past", "intent past"}:
            return "either" if following == "participle" else "past"
        if sort in {"future", "either"} and following == "past" and words.lower[number + 1] in _HAVE:
            return "past"
        if tense := _decide(words, number, sort, infinitive=True, expected=following == "participle"):
            return tense
    return None


def _sort_of(words: Words, number: int, start: int) -> str:
    """Return what a word tells of time: a sort of the table, ``past`` for a form in -ed, or an empty text."""
    lower = words.lower[number]
    sort = tense_words().get(lower, "")
    before = words.lower[number - 1] if number > start else ""
    if lower in _PERFECT:
        if not _has_participle(words, number):
            return ""
        return "future" if before in _FUTURE else "past"
    if sort == "past" and (before == "to" or tense_words().get(before) in {"future", "either"}):
        return ""
    if words.forms[number] == "May":
        return ""
    if not sort and _is_regular_past(words, number):
        sort = "past"
    if sort in {"past", "intent past"} and _after_be(words, number, start):
        return "" if sort == "past" else sort
    return sort


def _is_regular_past(words: Words, number: int) -> bool:
    """Return whether a word is a past form in -ed and no adjective: no noun in small letters follows at once."""
    lower, form = words.lower[number], words.forms[number]
    if not lower.endswith("ed") or lower.endswith("eed") or len(lower) < _SHORTEST_REGULAR or not form.islower():
        return False
    following = words.lower[number + 1] if number + 1 < len(words) else "."
    return (
        not following.isalpha()
        or not words.forms[number + 1].islower()
        or following.endswith("ly")
        or following in neighbours("function")
        or following in tense_words()
    )


def _has_participle(words: Words, number: int) -> bool:
    """Return whether a past form follows have or has, at most an adverb between them."""
    following = [word for word in words.lower[number + 1 : number + 3] if tense_words().get(word) != "adverb"]
    return any(
        word.endswith(("ed", "en", "wn", "ne")) or tense_words().get(word) in {"past", "linking"}
        for word in following
    )


def _after_be(words: Words, number: int, start: int) -> bool:
    """Return whether a participle follows be or been, so that the verb before that decides."""
    before = number - 1
    while before > start and tense_words().get(words.lower[before]) == "adverb":
        before -= 1
    return before >= start and tense_words().get(words.lower[before]) == "linking"


def _is_infinitive(words: Words, number: int) -> bool:
    following = words.lower[number + 1] if number + 1 < len(words) else ""
    return words.lower[number] == "to" and following.isalpha() and following not in neighbours("function")

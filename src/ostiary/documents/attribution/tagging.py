"""A light grammar: which part each word plays, as far as finding speakers and clauses needs it.

No tagger is trained or downloaded. Closed classes come from a table, verbs from the tables of verbs; a form that
may be verb or noun is decided by the word before it.
"""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from ostiary.documents.attribution.inflection import Form, noun_like, verb_forms
from ostiary.documents.tables import read_table
from ostiary.documents.words import Words


class Part(StrEnum):
    """The part a word plays."""

    DETERMINER = "determiner"
    POSSESSIVE = "possessive"
    QUANTIFIER = "quantifier"
    PREPOSITION = "preposition"
    TO = "to"
    COORDINATOR = "coordinator"
    SUBORDINATOR = "subordinator"
    SUBJECT = "subject"
    OBJECT = "object"
    RELATIVE = "relative"
    THAT = "that"
    AUXILIARY = "auxiliary"
    MODAL = "modal"
    NEGATION = "negation"
    ADVERB = "adverb"
    VERB = "verb"
    ING = "ing"
    PARTICIPLE = "participle"
    NOUN = "noun"
    NAME = "name"
    GENITIVE = "genitive"
    QUOTE = "quote"
    COMMA = "comma"
    STOP = "stop"
    DASH = "dash"
    OPEN = "open"
    CLOSE = "close"


_MARKS = {
    **dict.fromkeys(("“", "”", '"', "''", "``", "«", "»", "„"), Part.QUOTE),
    **dict.fromkeys((".", "!", "?", "…", ";", ":"), Part.STOP),
    **dict.fromkeys(("–", "—", "-", "―"), Part.DASH),
    **dict.fromkeys("([{", Part.OPEN),
    **dict.fromkeys(")]}", Part.CLOSE),
    ",": Part.COMMA,
    "'s": Part.GENITIVE,
}
#: After these a doubtful form is a noun or an adjective.
_BEFORE_NOUN = frozenset((Part.DETERMINER, Part.POSSESSIVE, Part.PREPOSITION, Part.GENITIVE))
#: After these it is a verb.
_BEFORE_VERB = frozenset((Part.SUBJECT, Part.MODAL, Part.TO, Part.RELATIVE, Part.NEGATION))
_NOMINAL = frozenset((Part.NOUN, Part.NAME, Part.CLOSE, Part.QUOTE))
_BEFORE_PRESENT = _NOMINAL | {Part.COORDINATOR, Part.OBJECT, Part.QUANTIFIER, Part.COMMA}
_HAVE_OR_BE = frozenset(
    ("'s", "has", "have", "had", "having", "is", "are", "was", "were", "be", "been", "being", "am")
)
_ADJECTIVE_ENDINGS = ("inal", "ful", "ous", "ive", "ical", "able", "ible", "less", "ary")
_SHORTEST_PAST = 4
_SHORT_WORD = 3
#: A longer word in -ly that opens a sentence is an adverb and no name (``Sully``, ``Resoundingly``).
_LONGEST_LY_NAME = 6
_LEAST_IN_TITLE = 4
_TITLE_SHARE = 0.9
_OBJECT_OPENERS = frozenset(
    (
        Part.DETERMINER,
        Part.POSSESSIVE,
        Part.QUANTIFIER,
        Part.SUBJECT,
        Part.OBJECT,
        Part.THAT,
        Part.RELATIVE,
        Part.TO,
    )
)
#: Right after these a past form describes a noun (*intercepted suspected boats*).
_AFTER_VERB = frozenset((Part.VERB, Part.PARTICIPLE, Part.ING))
_OWNING = frozenset((Part.DETERMINER, Part.POSSESSIVE, Part.GENITIVE))
#: After these *states* is a verb.
_PAPERS = frozenset(
    (
        *("affidavit", "agreement", "article", "bill", "charter", "code", "complaint", "constitution", "contract"),
        *("document", "email", "filing", "guideline", "indictment", "label", "law", "lawsuit", "letter", "memo"),
        *("memorandum", "notice", "order", "page", "paper", "petition", "plan", "policy", "proposal", "release"),
        *("report", "resolution", "ruling", "sheet", "statement", "study", "suit", "text", "warrant", "website"),
    )
)
#: After these *show* is a verb.
_RECORDS = frozenset(
    (
        *("accounts", "data", "documents", "emails", "figures", "filings", "images", "papers", "polls", "records"),
        *("results", "statements", "statistics", "studies", "surveys", "transcripts"),
    )
)
_ALONE = frozenset(("another", "this", "each"))
_PLURALS = frozenset(("people", "police", "men", "women", "children", "data", "media", "officials"))


@cache
def _function_words() -> dict[str, Part]:
    return {
        row["word"]: Part(row["part"]) for row in read_table("function_words.csv", "ostiary.documents.attribution")
    }


def tag_words(words: Words) -> list[Part]:
    """Return the part of each word, in order."""
    parts: list[Part] = []
    titles = _find_titles(words)
    for number in range(len(words)):
        parts.append(_tag(words, parts, number, titles))
    return parts


def _find_titles(words: Words) -> frozenset[int]:
    """Return the sentences that are written like a title: nearly every longer word has a capital."""
    titles = set()
    for number, sentence in enumerate(words.sentences):
        longer = [words.forms[at] for at in sentence if len(words.forms[at]) > _SHORT_WORD]
        capitals = sum(form[0].isupper() for form in longer)
        if len(longer) >= _LEAST_IN_TITLE and capitals >= _TITLE_SHARE * len(longer):
            titles.add(number)
    return frozenset(titles)


def _tag(words: Words, parts: Sequence[Part], number: int, titles: frozenset[int]) -> Part:
    lower = words.lower[number]
    mark = _MARKS.get(lower)
    if mark:
        return _tag_mark(words, parts, number, mark)
    titled = words.sentence_of[number] in titles
    known = _function_words().get(lower)
    if number and _paper_says(words.lower[number - 1], lower):
        return Part.VERB
    if words.forms[number] == "US" or _names_may(words, number):
        return Part.NAME
    if known and (titled or not _is_name(words, number)):
        return known
    inflected = verb_forms().get(lower)
    if inflected and (titled or not _is_name(words, number)):
        return _tag_verb(words, parts, number, inflected.form)
    return _tag_unknown(words, parts, number)


def _paper_says(before: str, lower: str) -> bool:
    """Return whether a doubtful form is a verb because papers do it (*the complaint states*, *records show*)."""
    return (lower == "states" and before in _PAPERS) or (lower == "show" and before in _RECORDS)


def _names_may(words: Words, number: int) -> bool:
    """Return whether *May* is the month: a day or a year follows."""
    return words.forms[number] == "May" and any(form[0].isdigit() for form in words.forms[number + 1 : number + 2])


def _tag_unknown(words: Words, parts: Sequence[Part], number: int) -> Part:
    """Return the part of a word that no table holds, by its letters."""
    lower = words.lower[number]
    opens = number == words.sentences[words.sentence_of[number]].start
    following = words.forms[number + 1 : number + 2]
    adverb = lower.endswith("ly") and (len(lower) > _LONGEST_LY_NAME and following and following[0].islower())
    if words.forms[number][0].isupper() and not (opens and adverb):
        return Part.NAME
    if lower.endswith("ly"):
        return Part.ADVERB
    if lower.endswith("ed") and len(lower) > _SHORTEST_PAST:
        return _tag_verb(words, parts, number, Form.PAST)
    return Part.NOUN


def _tag_mark(words: Words, parts: Sequence[Part], number: int, mark: Part) -> Part:
    """Return the part of a mark: a point within a sentence abbreviates, and *'s* after a pronoun is a verb."""
    if mark is Part.GENITIVE and number and parts[number - 1] is Part.SUBJECT:
        return Part.AUXILIARY
    if words.forms[number] != ".":
        return mark
    rest = range(number + 1, words.sentences[words.sentence_of[number]].stop)
    if any(words.forms[after][0].isalnum() for after in rest[:3]):
        return parts[number - 1] if number else mark
    return mark


def _is_name(words: Words, number: int) -> bool:
    """Return whether a word is written as a name: a capital within a sentence that is not a headline."""
    form = words.forms[number]
    if not form[0].isupper() or len(form) == 1:
        return False
    sentence = words.sentences[words.sentence_of[number]]
    if number == sentence.start or words.lower[number - 1] in _MARKS:
        following = words.forms[number + 1] if number + 1 < sentence.stop else ""
        return bool(following[:1].isupper()) and words.lower[number] not in _function_words()
    return True


def _tag_verb(words: Words, parts: Sequence[Part], number: int, form: Form) -> Part:
    before = _last_telling(parts, number)
    previous = parts[before] if before >= 0 else Part.STOP
    if form is Form.ING:
        return Part.NOUN if previous in _OWNING or words.lower[before].endswith(_ADJECTIVE_ENDINGS) else Part.ING
    return _tag_finite(words, parts, number, form)


def _tag_finite(words: Words, parts: Sequence[Part], number: int, form: Form) -> Part:
    """Return the part of a form that may be a finite verb, by the word before it."""
    before = _last_telling(parts, number)
    previous = parts[before] if before >= 0 else Part.STOP
    if previous is Part.TO and form is Form.THIRD:
        return Part.NOUN
    if previous in _BEFORE_VERB:
        return Part.VERB
    if previous is Part.AUXILIARY:
        return _after_auxiliary(words, before, form)
    if previous in _BEFORE_NOUN and not _stands_alone(words, before, number, form):
        return Part.NOUN
    if form in (Form.PAST, Form.PARTICIPLE):
        return Part.NOUN if previous in _AFTER_VERB else Part.PARTICIPLE if form is Form.PARTICIPLE else Part.VERB
    return _tag_present(words, parts, number, before)


def _tag_present(words: Words, parts: Sequence[Part], number: int, before: int) -> Part:
    """Return whether a present form is a verb or a noun."""
    form = verb_forms()[words.lower[number]].form
    if before < 0 or words.lower[before].endswith(_ADJECTIVE_ENDINGS):
        return Part.NOUN
    if verb_forms()[words.lower[number]].base not in noun_like():
        return Part.VERB if form is Form.THIRD or parts[before] in _BEFORE_PRESENT else Part.NOUN
    return _decide_present(words, parts, number, before)


def _stands_alone(words: Words, before: int, number: int, form: Form) -> bool:
    """Return whether a determiner is a subject by itself (``another says``)."""
    if words.lower[before] not in _ALONE or not (form is Form.THIRD or words.lower[number] == "said"):
        return False
    return verb_forms()[words.lower[number]].base not in noun_like()


def _after_auxiliary(words: Words, before: int, form: Form) -> Part:
    if form in (Form.PAST, Form.PARTICIPLE) and words.lower[before] in _HAVE_OR_BE:
        return Part.PARTICIPLE
    return Part.VERB if form is Form.BASE and words.lower[before] not in _HAVE_OR_BE else Part.NOUN


def _decide_present(words: Words, parts: Sequence[Part], number: int, before: int) -> Part:
    """Decide a present form that may be a noun: it agrees with the noun before it, or is none."""
    if parts[before] not in _NOMINAL:
        third = verb_forms()[words.lower[number]].form is Form.THIRD
        begins = third and parts[before] is Part.COMMA and not words.forms[number][0].isupper()
        return Part.VERB if begins and _opens_object(words, number + 1) else Part.NOUN
    third = verb_forms()[words.lower[number]].form is Form.THIRD
    first = words.sentences[words.sentence_of[number]].start
    opens = before == first and words.lower[before].endswith("s")
    if parts[before] is Part.NAME and not (opens and not third):
        following = words.lower[number + 1 : number + 2]
        tells = _opens_object(words, number + 1) or _names_citing(words, parts, before)
        return Part.VERB if following == ["that"] or (third and tells) else Part.NOUN
    described = before and parts[before] is Part.NOUN and parts[before - 1] in _OWNING
    calls = words.lower[number] == "calls" and words.lower[number + 1 : number + 2] in (["on"], ["for"])
    if described and not calls and not _opens_object(words, number + 1):
        return Part.NOUN
    if words.lower[number + 1 : number + 2] in ([","], ["."]):
        return Part.NOUN
    subject = words.lower[before]
    in_s = subject.endswith("s") and not subject.endswith(("ss", "us", "is"))
    plural = in_s or subject[0].isdigit() or subject in _PLURALS
    return Part.VERB if third != plural else Part.NOUN


def _names_citing(words: Words, parts: Sequence[Part], last: int) -> bool:
    """Return whether a name is one that is cited: *as the agency Pressa reports*, *..., Pressa reports*."""
    first = last
    while first > 0 and parts[first - 1] in (Part.NAME, Part.DETERMINER):
        first -= 1
    return first > 0 and words.lower[first - 1] in ("as", ",")


def _opens_object(words: Words, number: int) -> bool:
    """Return whether what a verb would take follows, so that a doubtful form is one."""
    if number >= len(words):
        return False
    known = _function_words().get(words.lower[number])
    quoted = _MARKS.get(words.lower[number]) is Part.QUOTE
    return known in _OBJECT_OPENERS or quoted or words.forms[number][0].isupper()


def _last_telling(parts: Sequence[Part], number: int) -> int:
    before = number - 1
    while before >= 0 and parts[before] is Part.ADVERB:
        before -= 1
    return before

"""How a statement is put: stated, alleged, denied, turned down, proposed, promised, asked, or not given at all."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice

from ostiary.documents.stance.phrases import PACKAGE, FoundPhrase, load_phrases, stance_words
from ostiary.documents.tables import read_table
from ostiary.documents.words import Words
from ostiary.model.claims import Attribution, CueKind, Stance
from ostiary.model.reports import Span

_OF_KIND: Mapping[CueKind, Stance] = {
    "say": "asserted",
    "announce": "asserted",
    "allege": "alleged",
    "deny": "denied",
    "reject": "rejected",
    "confirm": "asserted",
    "propose": "proposed",
    "order": "proposed",
    "promise": "promised",
    "think": "asserted",
    "ask": "asked",
    "decline": "declined to comment",
    "show": "asserted",
    "according to": "asserted",
    "adverb": "alleged",
}
#: Cues of these kinds give a statement; what it says decides how it is put.
_STATING: frozenset[Stance] = frozenset(("asserted", "alleged"))
_RELATIVES = frozenset(("who", "which", "whose", "whom", "where"))
_MARKS = frozenset('"“”„«»')
_WILL = frozenset(("will", "shall", "won't", "i'll", "we'll"))
_OTHERS = frozenset(("he", "she", "it", "they"))
_SUBJECT_REACH = 3
_AFTER_CUE = 5
_FIRST_WORDS = 5
_NEXT = "="
_WOULD_NOT = frozenset(("would", "wouldn't", "will", "won't"))
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_CUE_REACH = 3
#: More in one statement are no hedges that anybody wrote.
_MOST_HEDGES = 20


def stance_of(attribution: Attribution, words: Words) -> tuple[Stance, tuple[Span, ...]]:
    """Return how an attributed statement is put, and where the text holds back.

    Args:
        attribution: The statement with its cue.
        words: The report's readable words.

    Returns:
        The stance, and the hedges of the writer; a speaker's own within quotation marks are his statement's.
    """
    cue = _cue_stance(attribution, words)
    hedges = find_hedges(attribution.content, words) + _hedges_at_cue(attribution, words)
    spans = tuple(sorted({words.span(hedge.words) for hedge in hedges}))
    if cue not in _STATING or _negated(attribution, words):
        return cue, spans
    if cue == "asserted" and _denies(attribution, words):
        return "denied", spans
    if cue == "asserted" and _promises(attribution, words):
        return "promised", spans
    if any(_says_alleged(hedge, attribution, words) for hedge in hedges):
        return "alleged", spans
    return cue, spans


@cache
def _rows_of(cue: str) -> tuple[tuple[frozenset[str], Mapping[str, str]], ...]:
    rows = (row for row in read_table("cue_stances.csv", PACKAGE) if row["cue"] == cue)
    return tuple((frozenset(word for word in row["with"].split("|") if word), row) for row in rows)


def _cue_stance(attribution: Attribution, words: Words) -> Stance:
    """Return what the cue says by the table, else by its kind."""
    stance = _OF_KIND[attribution.cue_kind]
    near = frozenset(_words_near_cue(attribution, words))
    for needed, row in _rows_of(attribution.cue_word.split()[0].lower() if attribution.cue_word else ""):
        if not needed or needed & near:
            stance = _stance(row["negated"] if _negated(attribution, words) else row["stance"])
            break
    else:
        stance = "unknown" if _negated(attribution, words) else stance
    if stance == "unknown":
        return "declined to comment" if near & _WOULD_NOT else stance
    return _stance_of_answer(stance, attribution, words)


def _negated(attribution: Attribution, words: Words) -> bool:
    """Return whether nothing is said after all: *did not say*, *neither of them would say*."""
    if attribution.negated or attribution.source is None:
        return attribution.negated
    source = words.within(attribution.source)
    return bool(source) and words.lower[source.start] in ("neither", "nobody")


def _stance_of_answer(stance: Stance, attribution: Attribution, words: Words) -> Stance:
    """Return the stance, a denial where charges are rejected or belittled, an allegation where a charge speaks."""
    first = _first_words(attribution, words)
    if stance == "asserted" and attribution.cue_word in stance_words("telling") and first[:1] == ["to"]:
        return "proposed"
    if stance == "rejected" and not stance_words("charge").isdisjoint(first):
        return "denied"
    if stance != "asserted":
        return stance
    if attribution.cue_word in stance_words("naming") and not stance_words("charge").isdisjoint(first):
        everything = {word for span in attribution.content for word in _lower(words, span)}
        if attribution.cue_word in stance_words("naming as") and "as" not in everything:
            return stance
        return stance if everything & stance_words("weighty") else "denied"
    return "alleged" if _is_charge_or_hearsay(attribution, words) else stance


def _is_charge_or_hearsay(attribution: Attribution, words: Words) -> bool:
    if attribution.source is not None:
        return not stance_words("complaint").isdisjoint(_lower(words, attribution.source))
    cue = _lower(words, attribution.cue)
    return not _BE.isdisjoint(cue) and not stance_words("hearsay").isdisjoint(cue)


def _lower(words: Words, span: Span) -> list[str]:
    within = words.within(span)
    return list(words.lower[within.start : within.stop])


def _first_words(attribution: Attribution, words: Words) -> list[str]:
    content = [word for span in attribution.content[:1] for word in _lower(words, span) if word not in _MARKS]
    return content[:_FIRST_WORDS]


def _stance(name: str) -> Stance:
    stance: Stance = name  # type: ignore[assignment]  # the table holds no other word
    return stance


def _words_near_cue(attribution: Attribution, words: Words) -> Iterator[str]:
    cue = words.within(attribution.cue)
    stop = min(cue.stop + _AFTER_CUE, words.sentences[attribution.sentence].stop)
    yield from words.lower[cue.start : stop]
    yield from (_NEXT + word for word in words.lower[cue.start : min(cue.stop + 1, stop)])


def find_hedges(content: tuple[Span, ...], words: Words) -> list[FoundPhrase]:
    """Return the words of a content that hold back, those in quotation marks left out; no endless row."""
    table = load_phrases("hedges.csv")
    found = (hedge for span in content for hedge in _unquoted(table.find(words, words.within(span)), words))
    return list(islice(found, _MOST_HEDGES))


def _unquoted(hedges: Iterable[FoundPhrase], words: Words) -> Iterator[FoundPhrase]:
    """Yield the hedges, in order of the text, that stand after an even number of marks in their sentence."""
    counted, marks, sentence = 0, 0, -1
    for hedge in hedges:
        at = hedge.words.start
        if words.sentence_of[at] != sentence:
            sentence = words.sentence_of[at]
            counted, marks = words.sentences[sentence].start, 0
        marks += sum(words.forms[number] in _MARKS for number in range(counted, at))
        counted = at
        if marks % 2 == 0:
            yield hedge


def _hedges_at_cue(attribution: Attribution, words: Words) -> list[FoundPhrase]:
    """Return hedges beside the cue, as in *reportedly told investigators*."""
    cue = words.within(attribution.cue)
    first = max(words.sentences[attribution.sentence].start, cue.start - _CUE_REACH)
    return [
        hedge
        for hedge in load_phrases("hedges.csv").find(words, range(first, cue.stop))
        if len(hedge.words) == 1 and hedge.words.stop > cue.start - _CUE_REACH + 1
    ]


def _says_alleged(hedge: FoundPhrase, attribution: Attribution, words: Words) -> bool:
    """Return whether a hedge makes the whole statement an allegation: not one within a relative clause of it."""
    if hedge.row["weight"] != "alleged":
        return False
    within = next((words.within(span) for span in attribution.content if _holds(words, span, hedge)), None)
    if within is None:
        return True
    return hedge.words.start < _first_relative(words, within)


def _holds(words: Words, span: Span, hedge: FoundPhrase) -> bool:
    return span.covers(words.span(hedge.words))


def _denies(attribution: Attribution, words: Words) -> bool:
    """Return whether what is said denies something: in its main clause, or of the speaker's own side."""
    for span in attribution.content:
        within = words.within(span)
        relative = _first_relative(words, within)
        for found in load_phrases("denials.csv").find(words, within):
            if found.row["own"] and not _begins_clause(words, within, found.words.start):
                continue
            if found.row["own"] and _is_of_others(words, found.words.start):
                continue
            if found.words.start < relative:
                return True
    return False


def _is_of_others(words: Words, at: int) -> bool:
    """Return whether quoted words speak of others (*"They have never ..."*): in reported ones it is he."""
    return words.lower[at] in _OTHERS and words.forms[at - 1] in _MARKS and at > 0


def _first_relative(words: Words, within: range) -> int:
    """Return the number of the first relative pronoun in a content, or of the word after it."""
    return next((at for at in within if words.lower[at] in _RELATIVES), within.stop)


def _begins_clause(words: Words, within: range, at: int) -> bool:
    """Return whether a word is the subject that a content, or a sentence in it, begins with."""
    before = [
        number for number in range(max(within.start, at - _SUBJECT_REACH), at) if words.forms[number] not in _MARKS
    ]
    return not before or words.lower[before[-1]] in ("that", ".", ",", ";", "!")


def _promises(attribution: Attribution, words: Words) -> bool:
    """Return whether a quotation begins with what the speaker, or his side, will do."""
    for span in attribution.content[:1]:
        first = [at for at in words.within(span) if words.forms[at] not in _MARKS][:_SUBJECT_REACH]
        lower = [words.lower[at] for at in first]
        if lower and lower[0] in stance_words("first person") and not _WILL.isdisjoint(lower):
            return True
    return False

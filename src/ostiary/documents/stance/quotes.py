"""Whether a text gives a speaker's own words, a translation or a report of them."""

from collections.abc import Sequence

from ostiary.documents.quotations import Quotation
from ostiary.documents.stance.phrases import load_phrases, load_words, stance_words
from ostiary.documents.words import Words
from ostiary.model.claims import Attribution, QuoteKind, Stance
from ostiary.model.reports import Span

MARKS_MISSING = "quotation marks missing"
_IN = frozenset(("in", "speaking"))
_SPEECH_ADVERBS = frozenset(("fluent", "broken", "halting", "rapid"))
_MEDIUM_REACH = 3


def quote_of(
    attribution: Attribution, quotations: Sequence[Quotation], words: Words, stance: Stance = "asserted"
) -> tuple[QuoteKind, str]:
    """Return whether a statement is given in the speaker's own words, with a remark for the reader.

    Words count as translated only where the text itself shows that the speaker used another language.

    Args:
        attribution: The statement with its cue.
        quotations: Of the report.
        words: Its readable words.
        stance: How it is put; who declines to comment is not quoted.

    Returns:
        The kind, and ``quotation marks missing`` where a speech is given as direct without them; else empty.
    """
    if stance == "declined to comment":
        return "none", ""
    marked = [one for one in quotations if _quotes(one, attribution, words)]
    if marked:
        return ("translated" if _is_translated(attribution, words, marked) else "verbatim"), ""
    if attribution.form != "direct":
        return "paraphrased", ""
    fits = any(
        words.lower[at] in stance_words("first person")
        for span in attribution.content
        for at in words.within(span)
    )
    return ("verbatim" if fits else "paraphrased"), MARKS_MISSING


def quoted_parts(attribution: Attribution, quotations: Sequence[Quotation], words: Words) -> tuple[Span, ...]:
    """Return the parts of a content that stand in quotation marks as its speaker's words, without the marks."""
    inner = [one.inner for one in quotations if _quotes(one, attribution, words)]
    return tuple(
        Span(max(span.start, one.start), min(span.end, one.end))
        for span in attribution.content
        for one in inner
        if span.overlaps(one)
    )


def _quotes(quotation: Quotation, attribution: Attribution, words: Words) -> bool:
    """Return whether a quotation gives words of this statement's speaker."""
    holding = [span for span in attribution.content if span.overlaps(quotation.inner)]
    if not holding:
        return False
    if (
        _length(quotation, words) > 1
        or attribution.form == "direct"
        or attribution.cue_word in stance_words("naming")
    ):
        return True
    return any(not _letters(words, Span(quotation.inner.end, span.end)) for span in holding)


def _length(quotation: Quotation, words: Words) -> int:
    return _letters(words, quotation.inner)


def _letters(words: Words, span: Span) -> int:
    """Return how many words of a stretch are words and no marks."""
    return sum(words.forms[at][0].isalnum() for at in words.within(span)) if span.start < span.end else 0


def _known(kind: str) -> frozenset[str]:
    return load_words("languages.csv", kind)


def _is_translated(attribution: Attribution, words: Words, marked: Sequence[Quotation]) -> bool:
    """Return whether the sentence of the cue says, outside the quotation, that another language was spoken."""
    sentence = words.sentences[attribution.sentence]
    quoted = {at for quotation in marked for at in quotation.words}
    if any(found.words.start not in quoted for found in load_phrases("translations.csv").find(words, sentence)):
        return True
    return any(_tells_language(words, at, sentence.stop) for at in sentence if at not in quoted)


def _tells_language(words: Words, at: int, stop: int) -> bool:
    """Return whether a word begins *in Spanish*, or *Spanish newspaper* and the like."""
    lower = words.lower
    if lower[at] in _IN and at + 1 < stop:
        spoken = at + 2 if lower[at + 1] in _SPEECH_ADVERBS else at + 1
        return spoken < stop and lower[spoken] in _known("language") and not _goes_on(words, spoken + 1, stop)
    if lower[at] in _known("nation"):
        return not _known("medium").isdisjoint(lower[at + 1 : min(at + 1 + _MEDIUM_REACH, stop)])
    return False


def _goes_on(words: Words, at: int, stop: int) -> bool:
    """Return whether a name of a language stands before a noun (*in French politics*)."""
    return at < stop and words.forms[at][0].isalpha() and words.lower[at] not in _AFTER_LANGUAGE


_AFTER_LANGUAGE = frozenset(
    (
        "that",
        "on",
        "to",
        "at",
        "and",
        "but",
        "during",
        "after",
        "before",
        "from",
        "when",
        "as",
        "with",
        "for",
        "through",
    )
)

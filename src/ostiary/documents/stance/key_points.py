"""The sentences that carry most of a report, each with its chain. Extracted, never rewritten."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostiary.documents.stance.accusations import sentences_against_unlisted
from ostiary.documents.stance.alleged import Allegations, find_allegations
from ostiary.documents.stance.grammar import read_grammar
from ostiary.documents.stance.places import by_sentence
from ostiary.documents.words import Words, split_words
from ostiary.model.briefs import KeyPoint
from ostiary.model.claims import Claim, Link, Reading
from ostiary.model.reports import Mention, Span, ZoneKind

_LEFT_OUT: frozenset[ZoneKind] = frozenset(("headline", "crosshead", "dateline"))
_NAMING = frozenset(("name", "alias", "partial name", "acronym"))
#: Sentences that begin so need the one before them to be understood.
_LEANING = frozenset(
    (
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "but",
        "however",
        "such",
        "also",
    )
)
_ROOT = 6
_SHORTEST_WORD = 4
_SHORTEST = 8
_LONGEST = 60
_ALIKE = 0.45
_SAME = 0.8
_PARTY = 6
_FURTHER_PARTY = 3
_MOST_PARTIES = 3
_REFERENCE = 1
_ACT = 5
_MOST_ACTS = 2
_HEADLINE_WORD = 2
_MOST_HEADLINE = 8
_FIRST_PARAGRAPHS = 6
_CLAIM = 2
_CHAINED = 2
_VERBATIM = 1
_ACCUSATION = 2
_LEANS = -4
_ILL_SIZED = -6
_OPEN = -4
_LINKS_OF_A_CHAIN = 2
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, with what was found in it."""

    number: int
    span: Span
    roots: frozenset[str]
    words: range
    opening: str
    paragraph: int
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    acts: int
    questions: int


def key_points(reading: Reading, limit: int = 5, allegations: Allegations | None = None) -> tuple[KeyPoint, ...]:
    """Return the sentences that carry most of a report, in order of weight.

    Weight is a sum of points: for designated parties and acts, words of the headline, place near the top, claims
    with their chains. Left out are the headline, what nearly repeats it or another, and sentences that accuse only
    somebody who is on no list.

    Args:
        reading: What was found in the report.
        limit: How many at most.
        allegations: Of the report if a caller has them already.
    """
    if allegations is None:
        grammar = read_grammar(split_words(reading.report), reading.mentions)
        allegations = find_allegations(grammar, reading.mentions, reading.voices)
    words = allegations.words
    barred = sentences_against_unlisted(allegations)
    headline = _headline_roots(reading, words)
    ranked = sorted(
        (sentence for sentence in _sentences(reading, words) if sentence.number not in barred),
        key=lambda sentence: (-_weigh(sentence, headline), sentence.number),
    )
    chosen: list[_Sentence] = []
    for sentence in ranked:
        if len(chosen) == limit:
            break
        repeats = any(_share(sentence.roots, one.roots) > _ALIKE for one in chosen)
        if not repeats and _share(sentence.roots, headline) < _SAME:
            chosen.append(sentence)
    return tuple(_key_point(sentence, reading) for sentence in chosen)


def _sentences(reading: Reading, words: Words) -> Iterator[_Sentence]:
    zones = by_sentence(words, ((zone.span, zone) for zone in reading.report.zones))
    claims = by_sentence(words, ((part, claim) for claim in reading.claims for part in claim.content))
    mentions = by_sentence(words, ((mention.span, mention) for mention in reading.mentions))
    acts = by_sentence(words, ((act.span, act) for act in reading.acts))
    questions = by_sentence(words, ((question.span, question) for question in reading.questions))
    for number, sentence in enumerate(words.sentences):
        if any(zone.kind in _LEFT_OUT for zone in zones.get(number, ())):
            continue
        yield _Sentence(
            number,
            words.sentence_span(number),
            _roots(words, sentence),
            sentence,
            words.lower[sentence.start],
            words.paragraph_of[number],
            claims.get(number, ()),
            mentions.get(number, ()),
            len(acts.get(number, ())),
            len(questions.get(number, ())),
        )


def _roots(words: Words, within: range) -> frozenset[str]:
    """Return the beginnings of the longer words: enough to know inflections of one word for one word."""
    return frozenset(
        words.lower[at][:_ROOT]
        for at in within
        if len(words.lower[at]) >= _SHORTEST_WORD and words.lower[at][0].isalnum()
    )


def _headline_roots(reading: Reading, words: Words) -> frozenset[str]:
    spans = [zone.span for zone in reading.report.zones if zone.kind == "headline"]
    return frozenset(root for span in spans for root in _roots(words, words.within(span)))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how much of their words two sentences have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one and other else 0.0


def _weigh(sentence: _Sentence, headline: frozenset[str]) -> int:
    return (
        _weigh_parties(sentence.mentions)
        + _ACT * min(_MOST_ACTS, sentence.acts)
        + min(_MOST_HEADLINE, _HEADLINE_WORD * len(sentence.roots & headline))
        + max(0, _FIRST_PARAGRAPHS - sentence.paragraph)
        + max((_weigh_claim(claim) for claim in sentence.claims), default=0)
        + (_LEANS if sentence.opening in _LEANING else 0)
        + (0 if _SHORTEST <= len(sentence.words) <= _LONGEST else _ILL_SIZED)
        + (_OPEN if sentence.questions else 0)
    )


def _weigh_parties(mentions: Sequence[Mention]) -> int:
    named = {mention.party_id for mention in mentions if mention.kind in _NAMING and mention.sure}
    if not named:
        return _REFERENCE * bool(mentions)
    return _PARTY + _FURTHER_PARTY * (min(_MOST_PARTIES, len(named)) - 1)


def _weigh_claim(claim: Claim) -> int:
    return (
        _CLAIM
        + _CHAINED * (len(claim.chain) >= _LINKS_OF_A_CHAIN)
        + _VERBATIM * (claim.quote == "verbatim")
        + _ACCUSATION * (claim.accusation is not None)
    )


def _key_point(sentence: _Sentence, reading: Reading) -> KeyPoint:
    """Return a sentence with the claim it rests on, the outermost that covers most; an allegation first.

    One that holds less than half of it carries it only where its speaker stands in the sentence too; an accusation
    in passing carries none.
    """
    carrying = [claim for claim in sentence.claims if claim.cue or _share_of(claim, sentence.span) >= _HALF]
    rested = min(carrying, key=lambda claim: _preference(claim, sentence.span), default=None)
    if rested is None:
        outlet = reading.report.outlet or "the publishing outlet"
        return KeyPoint(reading.report.id, sentence.span, (Link(outlet, "outlet", relation="publishes"),))
    return KeyPoint(reading.report.id, sentence.span, rested.chain, rested.id)


def _preference(claim: Claim, span: Span) -> tuple[bool, bool, float, str]:
    alleges = claim.accusation is not None and claim.accusation.status == "alleged"
    share = _share_of(claim, span)
    return not (alleges and share >= _HALF), bool(claim.within), -share, claim.id


def _share_of(claim: Claim, span: Span) -> float:
    """Return how much of a sentence a claim's content takes up, from 0 to 1."""
    covered = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in claim.content)
    return covered / (span.end - span.start)

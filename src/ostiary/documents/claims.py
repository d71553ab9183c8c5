"""Claims: each attribution with its chain, stance and accusation, and what the outlet says in its own voice."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ostiary.documents.attribution.datelines import after_dateline
from ostiary.documents.attribution.lexicon import cue_forms
from ostiary.documents.attribution.tagging import Part
from ostiary.documents.chains import ChainResult
from ostiary.documents.quotations import Quotation
from ostiary.documents.spans import SpanIndex
from ostiary.documents.stance.accusations import OWN_VOICE, EmbeddedAccusation, Finding
from ostiary.documents.stance.quotes import quote_of, quoted_parts
from ostiary.documents.stance.stances import stance_of
from ostiary.documents.words import Words
from ostiary.model.claims import UNRESOLVED, Accusation, Attribution, Claim, Link, OpenQuestion
from ostiary.model.reports import Mention, Report, ReportedDate, Span, VoiceKind

_SPEAKING_ZONES = frozenset(("headline", "standfirst", "body", "box"))
_NOT_NAMED = "not named"
_PUBLISHER = "the publishing outlet"
#: A sentence of which attributions hold no more than this share says something in the outlet's own voice too.
_OWN_SHARE = 0.5
_LEAST_WORDS = 4
_SAYING = frozenset("qt")
_UNRESOLVED = Link("not named", "unknown", relation=UNRESOLVED)
_NEAR = 40
#: How many words may stand before the speaker that opens a sentence (*However, ...*).
_OPENING = 2
_FINAL = frozenset(".!?…")
#: Who hears something has it from somebody.
_HEARING = frozenset(("heard", "hears", "hear", "told", "learned", "learnt"))


@dataclass(frozen=True, slots=True)
class Findings:
    """What the stages before found in one report.

    Attributes:
        report: The report.
        words: Its readable words.
        quotations: Its quotations.
        mentions: Of designated parties.
        dates: Its date expressions.
        parts: The part that each word plays.
    """

    report: Report
    words: Words
    quotations: tuple[Quotation, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[ReportedDate, ...]
    parts: Sequence[Part]


def make_attributed(
    found: Findings, attributions: Sequence[Attribution], chains: Sequence[ChainResult]
) -> list[Claim]:
    """Return a claim for each attribution, in their order; accusations come later.

    An order is an act and no claim. Who only carries another's words is a link of its chain.
    """
    carriers = {attribution.within for attribution in attributions} - {None}
    dropped = {
        number
        for number, attribution in enumerate(attributions)
        if attribution.cue_kind == "order" or (number in carriers and _only_carries(found, attribution))
    }
    places = _Places(found)
    return [
        replace(
            _make_claim(places, attribution, chain, number), within=_holder(found, number, attributions, dropped)
        )
        for number, (attribution, chain) in enumerate(zip(attributions, chains, strict=True))
        if number not in dropped
    ]


def _holder(found: Findings, number: int, attributions: Sequence[Attribution], dropped: set[int]) -> str:
    """Return the id of the claim that an attribution lies within, past what is no claim."""
    holder = attributions[number].within
    seen = {number}
    while holder is not None and holder in dropped and holder not in seen:
        seen.add(holder)
        holder = attributions[holder].within
    lost = holder is None or holder in dropped or holder == number
    return "" if holder is None or lost else _claim_id(found.report, holder)


def _only_carries(found: Findings, attribution: Attribution) -> bool:
    """Return whether an attribution (``as reported by X``) only hands on one within it: a link, no claim."""
    return found.words.lower[found.words.within(attribution.cue).stop - 1] == "by"


class _Places:
    """What was found, by its place in the text."""

    def __init__(self, found: Findings) -> None:
        self.found = found
        self._mentions = SpanIndex(found.mentions, lambda mention: mention.span)
        self._dates = SpanIndex(found.dates, lambda date: date.span)
        self._quotations = SpanIndex(found.quotations, lambda quotation: quotation.span)

    def parties_in(self, content: Sequence[Span]) -> tuple[str, ...]:
        """Return the designated parties that a content speaks of."""
        return tuple(dict.fromkeys(mention.party_id for mention in self._mentions.within(content)))

    def date_of(self, content: Sequence[Span], sentence: int) -> ReportedDate | None:
        """Return the date within what is said, else one that stands beside it in its sentence."""
        whole = self.found.words.sentence_span(sentence)
        return next(iter((*self._dates.within(content), *self._dates.within([whole]))), None)

    def is_quoted(self, sentence: int) -> bool:
        """Return whether a sentence stands in quotation marks: somebody else's words, whoever's they are."""
        whole = self.found.words.sentence_span(sentence)
        quoted = sum(
            min(one.span.end, whole.end) - max(one.span.start, whole.start)
            for one in self._quotations.overlapping(whole)
        )
        return quoted > _OWN_SHARE * (whole.end - whole.start)

    def quoted_in(self, span: Span) -> tuple[Span, ...]:
        """Return the parts of a stretch that stand in quotation marks, without the marks."""
        inner = (one.inner for one in self._quotations.overlapping(span))
        return tuple(
            Span(max(span.start, one.start), min(span.end, one.end)) for one in inner if one.overlaps(span)
        )

    def quotations_near(self, attribution: Attribution) -> list[Quotation]:
        """Return the quotations that a content, or the sentence of its cue, shares a character with."""
        stretches = (*attribution.content, self.found.words.sentence_span(attribution.sentence))
        near = [quotation for span in stretches for quotation in self._quotations.overlapping(span)]
        return sorted({quotation.span: quotation for quotation in near}.values(), key=lambda one: one.span)


def _make_claim(places: _Places, attribution: Attribution, chain: ChainResult, number: int) -> Claim:
    found = places.found
    stance, hedges = stance_of(attribution, found.words)
    quotations = places.quotations_near(attribution)
    quote, _remark = quote_of(attribution, quotations, found.words, stance)
    return Claim(
        id=_claim_id(found.report, number),
        report_id=found.report.id,
        content=attribution.content,
        attributed=True,
        chain=chain.chain,
        stance=stance,
        quote=quote,
        sentence=attribution.sentence,
        cue=attribution.cue,
        source=attribution.source,
        speaker=chain.speaker,
        branches=chain.branches,
        anonymous=chain.anonymous,
        hedges=hedges,
        about=places.parties_in(attribution.content),
        date=places.date_of(attribution.content, attribution.sentence),
        quoted=quoted_parts(attribution, quotations, found.words) if quote != "none" else (),
    )


def published_by(report: Report) -> Link:
    """Return the publishing outlet, which heads every chain."""
    return Link(report.outlet or _PUBLISHER, "outlet", relation="publishes")


def _claim_id(report: Report, number: int) -> str:
    return f"{report.id}:c{number + 1}"


def make_own(
    found: Findings, attributed: Sequence[Claim], questions: Sequence[OpenQuestion], first: int
) -> list[Claim]:
    """Return a claim for each sentence that the outlet says in its own voice.

    Words in quotation marks whose speaker was not found are somebody's, and not the outlet's.

    Args:
        found: What the stages before found.
        attributed: The claims with a speaker.
        questions: What the report calls unknown; that is no claim.
        first: Number of the first of these claims.
    """
    publisher = published_by(found.report)
    places = _Places(found)
    return [
        Claim(
            id=_claim_id(found.report, first + number),
            report_id=found.report.id,
            content=(span,),
            attributed=quoted,
            chain=(publisher, _UNRESOLVED) if quoted else (publisher,),
            stance="unknown" if quoted else "asserted",
            quote="verbatim" if quoted else "none",
            sentence=sentence,
            about=places.parties_in((span,)),
            date=places.date_of((span,), sentence),
            quoted=places.quoted_in(span) if quoted else (),
        )
        for number, (sentence, span) in enumerate(_own_sentences(found, attributed, questions))
        for quoted in (places.is_quoted(sentence),)
    ]


def nest_in_own(attributed: Sequence[Claim], own: Sequence[Claim]) -> list[Claim]:
    """Return the claims with a speaker, each that stands within a sentence of the outlet's own saying so."""
    sentences = {claim.sentence: claim for claim in own}
    return [
        replace(claim, within=sentences[claim.sentence].id)
        if not claim.within and claim.sentence in sentences
        else claim
        for claim in attributed
    ]


def withhold_from_outlet(found: Findings, claims: Sequence[Claim]) -> list[Claim]:
    """Return the claims, none that accuses laid to the outlet where its sentence speaks of somebody saying it.

    The speaker was not found, so whose word it is cannot be told.
    """
    return [
        _withhold(claim) if not claim.attributed and _speaks(found, claim.sentence) else claim for claim in claims
    ]


def _withhold(claim: Claim) -> Claim:
    if claim.accusation is None or claim.accusation.accuser != claim.origin:
        return claim
    accusation = replace(
        claim.accusation, accuser=_NOT_NAMED, wording=claim.accusation.wording.removeprefix(OWN_VOICE)
    )
    return replace(
        claim, attributed=True, stance="unknown", chain=(*claim.chain, _UNRESOLVED), accusation=accusation
    )


def _speaks(found: Findings, sentence: int) -> bool:
    """Return whether a sentence holds a verb that takes what somebody says."""
    forms = cue_forms()
    if any(
        found.words.lower[word] in _HEARING and found.parts[word + 1] is Part.THAT
        for word in found.words.sentences[sentence][:-1]
    ):
        return True
    return any(
        found.parts[word] is Part.VERB
        and found.parts[word - 1] is not Part.TO
        and (known := forms.get(found.words.lower[word]))
        and known[0].kind != "order"
        and known[0].frames & _SAYING
        for word in found.words.sentences[sentence]
    )


def _own_sentences(
    found: Findings, attributed: Sequence[Claim], questions: Sequence[OpenQuestion]
) -> Iterator[tuple[int, Span]]:
    words = found.words
    asked = SpanIndex(questions, lambda question: question.span)
    reaches = SpanIndex([part for claim in attributed for part in _reaches(claim)], lambda part: part)
    speaking: dict[int, list[Claim]] = {}
    for claim in attributed:
        speaking.setdefault(claim.sentence, []).append(claim)
    for number, sentence in enumerate(words.sentences):
        span = words.sentence_span(number)
        zone = found.report.zone_at(span.start)
        if zone is None or zone.kind not in _SPEAKING_ZONES or len(sentence) < _LEAST_WORDS:
            continue
        if zone.kind != "headline" and not _ends(words, sentence):
            continue
        if asked.overlapping(span):
            continue
        if any(_opens_with_speaker(claim, words, sentence) for claim in speaking.get(number, ())):
            continue
        said = reaches.overlapping(span)
        held = sum(1 for word in sentence if any(_holds(part, words, word) for part in said))
        if held <= _OWN_SHARE * len(sentence):
            yield number, Span(words.starts[after_dateline(words, found.parts, sentence)], span.end)


def _ends(words: Words, sentence: range) -> bool:
    """Return whether a sentence has its final mark; a label or a heading has none."""
    return any(words.forms[number][-1] in _FINAL for number in sentence[-3:])


def _opens_with_speaker(claim: Claim, words: Words, sentence: range) -> bool:
    """Return whether a sentence is all about what its subject says: the speaker opens it."""
    if not claim.source or not claim.cue:
        return False
    first, cue = words.number_at(claim.source.start), words.number_at(claim.cue.start)
    return cue in sentence and 0 <= first - sentence.start <= _OPENING and cue > first


def _reaches(claim: Claim) -> Iterator[Span]:
    """Yield the stretches that a claim takes up: its content, and its own sentence from first to last word."""
    yield from claim.content
    ends = [part for part in (claim.cue, claim.source) if part]
    near = [part for part in claim.content if part.start < max(end.end for end in ends) + _NEAR] if ends else []
    if ends:
        yield Span(min(part.start for part in (*ends, *near)), max(part.end for part in ends))


def _holds(span: Span, words: Words, word: int) -> bool:
    return span.start <= words.starts[word] and words.ends[word] <= span.end


def make_embedded(
    found: Findings, embedded: Sequence[EmbeddedAccusation], claims: Sequence[Claim], first: int
) -> list[Claim]:
    """Return a claim for each accusation that stands within a sentence without a speaker of its own.

    The outlet is the accuser only where it calls somebody a wrongdoer in its own words (*the gangster X*) that can
    be nobody else's; where nobody is named, the chain ends with that.

    Args:
        found: What the stages before found.
        embedded: The accusations.
        claims: The other claims of the report.
        first: Number of the first of these claims.
    """
    own = {claim.sentence: claim.id for claim in claims if not claim.attributed}
    sources = SpanIndex([claim.source for claim in claims if claim.source], lambda source: source)
    known = _known_links(claims)
    places = _Places(found)
    made = []
    for number, one in enumerate(embedded):
        sentence = found.words.sentence_at(one.span.start)
        own_words = one.plain and (bool(sources.overlapping(one.span)) or not _speaks(found, sentence))
        told = own_words or _is_public(one.accusation)
        claim = Claim(
            id=_claim_id(found.report, first + number),
            report_id=found.report.id,
            content=(one.span,),
            attributed=not told,
            chain=(published_by(found.report),),
            stance="asserted" if told else "alleged",
            quote="none",
            sentence=sentence,
            about=places.parties_in((one.span,)),
            within=own.get(sentence, ""),
        )
        made.append(_lay_to(claim, one.accusation, known, own_words=own_words))
    return made


def _lay_to(claim: Claim, accusation: Accusation, known: Mapping[str, Link], *, own_words: bool) -> Claim:
    """Return a claim with its accusation, laid to the outlet only where the words are its own."""
    if own_words:
        wording = OWN_VOICE + accusation.wording
        return _with_accusation(claim, replace(accusation, accuser=claim.chain[0].name, wording=wording))
    if _is_public(accusation):
        return _with_accusation(claim, accusation)
    kind: VoiceKind = "unknown" if accusation.accuser == _NOT_NAMED else "group"
    link = known.get(accusation.accuser, Link(accusation.accuser, kind))
    return _with_accusation(replace(claim, chain=(claim.chain[0], replace(link, relation="alleges"))), accusation)


def _known_links(claims: Sequence[Claim]) -> dict[str, Link]:
    """Return a link for each name in the chains, without where it stands."""
    return {
        link.name: Link(link.name, link.kind, link.voice_id)
        for claim in claims
        for link in claim.chain[1:]
        if link.kind != "unknown"
    }


def accuse(claims: Sequence[Claim], accused: dict[str, Finding]) -> tuple[list[Claim], int]:
    """Return the claims with their accusations, and how many were dropped.

    An accusation of somebody who is on no list is not kept: only counted. Where the outlet tells that somebody
    else accuses, the claim is laid to him, or to nobody named.
    """
    known = _known_links(claims)
    kept = [_accuse(claim, accused[claim.id], known) for claim in claims if not accused[claim.id].unlisted]
    return kept, len(claims) - len(kept)


def make_parts(
    found: Findings, claims: Sequence[Claim], accused: Mapping[str, Finding], first: int
) -> list[Claim]:
    """Return a claim for each accusation that a speaker only tells of besides what he says, within his claim.

    Args:
        found: What the stages before found.
        claims: Those that are kept.
        accused: What each accuses whom of.
        first: Number of the first of these claims.
    """
    telling = [claim for claim in claims if claim.attributed and accused[claim.id].part is not None]
    return [
        _with_accusation(
            replace(
                claim,
                id=_claim_id(found.report, first + number),
                content=(part,),
                within=claim.id,
                hedges=(),
                quoted=(),
            ),
            accusation,
        )
        for number, claim in enumerate(telling)
        if (part := accused[claim.id].part) and (accusation := accused[claim.id].accusation)
    ]


def _accuse(claim: Claim, finding: Finding, known: Mapping[str, Link]) -> Claim:
    accusation = finding.accusation
    if accusation is None or finding.part is not None:
        return claim
    if claim.attributed or _is_public(accusation) or accusation.accuser == claim.chain[0].name:
        return _with_accusation(claim, accusation)
    return _lay_to(replace(claim, attributed=True, stance="alleged"), accusation, known, own_words=False)


def _is_public(accusation: Accusation) -> bool:
    """Return whether an accusation went so far that the outlet itself tells of it: charges, verdicts, pleas."""
    return accusation.accuser == _NOT_NAMED and accusation.status != "alleged"


def _with_accusation(claim: Claim, accusation: Accusation) -> Claim:
    """Return a claim with its accusation, which is about the accused too."""
    return replace(
        claim, accusation=accusation, about=tuple(dict.fromkeys((*claim.about, *accusation.accused_parties)))
    )

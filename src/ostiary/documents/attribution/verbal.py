"""Attributions by verbs: *the minister said that ...*, *"...," she told reporters*, *..., according to what he wrote*."""

from collections.abc import Iterator
from typing import NamedTuple

from ostiary.documents.attribution.clause import FINITE, NOMINAL, Grammar
from ostiary.documents.attribution.contents import DAYS, TIMES, after_dateline, content_after, quotation_span, trim_end
from ostiary.documents.attribution.inflection import Form, noun_like
from ostiary.documents.attribution.lexicon import CueEntry, cue_forms, find_verb
from ostiary.documents.attribution.subjects import find_phrase_before, find_subject_after, find_subject_before
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution
from ostiary.model.reports import Span

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_HAVE = frozenset(("has", "have", "had", "having", "'s", "hasn't", "haven't", "hadn't"))
_LEFT_OF_CUE = frozenset((Part.AUXILIARY, Part.MODAL, Part.NEGATION, Part.ADVERB))
_RECEIVING = frozenset(
    "tell ask remind inform advise warn assure reassure urge instruct order beg implore exhort notify persuade promise"
    " caution email text write".split()
)
_INVERTING = frozenset("qc")
#: Verbs that may close a sentence after what was said without quotation marks.
_CLOSING = frozenset(
    "say add note write report argue explain recall acknowledge concede admit insist suggest warn predict estimate"
    " contend maintain announce show indicate reveal tell claim allege".split()
)
#: What a speaker puts out: a participle after it hangs on the speaker.
_DOCUMENTS = frozenset(
    "statement message letter email e-mail tweet memo ad post op-ed report release comment note filing speech".split()
)
_NOT_RESUMING = frozenset((Part.DETERMINER, Part.ING, Part.SUBORDINATOR, Part.ADVERB, Part.RELATIVE, Part.PARTICIPLE, Part.SUBJECT))
_WITHHELD = frozenset("comment say discuss elaborate answer speculate confirm disclose reveal explain".split())
_SILENT = frozenset(("comment", "respond", "reply", "elaborate"))
_QUOTING = frozenset(("quote", "cite", "paraphrase"))
_GOING = frozenset(("continue", "appear", "seem"))
_ASIDE_OPENERS = frozenset(("to", "after", "before"))


class Cue(NamedTuple):
    """A verb group that may attribute.

    Attributes:
        entry: Its verb.
        form: The form of its verb.
        verb: Number of the verb.
        words: The group: helping verbs, adverbs within, particle.
        negated: Whether it is denied.
    """

    entry: CueEntry
    form: Form
    verb: int
    words: range
    negated: bool


def find_cues(grammar: Grammar) -> Iterator[Cue]:
    """Yield the verb groups that may attribute, in order."""
    forms = cue_forms()
    for number, lower in enumerate(grammar.words.lower):
        known = forms.get(lower)
        if not known or grammar.quotation_of[number] >= 0:
            continue
        if grammar.parts[number] in (Part.VERB, Part.ING, Part.PARTICIPLE):
            cue = _make_cue(grammar, number, *known)
            if cue:
                yield cue


def _make_cue(grammar: Grammar, verb: int, entry: CueEntry, form: Form) -> Cue | None:
    first = verb
    sentence = grammar.sentence(verb)
    while first > sentence.start and grammar.part(first - 1) in _LEFT_OF_CUE:
        first -= 1
    if grammar.part(first - 1) is Part.TO:
        first = _going_on(grammar, first - 1)
        if first is None:
            return None
    helpers = range(first, verb)
    while helpers and grammar.part(helpers.start) is Part.ADVERB and grammar.part(first - 1) not in NOMINAL | {
        Part.SUBJECT,
        Part.RELATIVE,
        Part.COORDINATOR,
        Part.COMMA,
    }:
        helpers = range(helpers.start + 1, verb)
    if form is Form.PAST and grammar.lower(verb + 1) == "by":
        return None
    if form is Form.ING and grammar.part(verb - 1) is Part.VERB:
        return None
    helping = {grammar.lower(at) for at in helpers}
    if grammar.parts[verb] is Part.PARTICIPLE and (helping & _BE or not helping & _HAVE):
        return None
    end = verb + 1
    if grammar.lower(end) in entry.particles and end < sentence.stop:
        end += 1
    if entry.kind == "decline" and grammar.part(end) is Part.TO and grammar.lower(end + 1) in _WITHHELD:
        end = _withheld_end(grammar, end + 2)
    if grammar.lower(end) == ":" and "q" in entry.frames:
        end += 1
    negated = any(grammar.part(at) is Part.NEGATION or grammar.lower(at).endswith("n't") for at in helpers)
    if any(grammar.part(at) is Part.MODAL for at in helpers) and not negated:
        return None
    if negated and entry.base in _SILENT:
        entry = entry._replace(kind="decline", frames=frozenset("nt"))
    return Cue(entry, form, verb, range(helpers.start, end), negated)


def _withheld_end(grammar: Grammar, at: int) -> int:
    """Return the end of *declined to comment on*; where nothing follows, of *declined* alone."""
    if grammar.lower(at) in ("on", "about"):
        return at + 1
    return at if grammar.lower(at) in ("whether", "if", "how", "why", "what", "who") else at - 2


def _going_on(grammar: Grammar, to: int) -> int | None:
    """Return where *went on to* or *continued to* begins, which an infinitive follows."""
    before = to - 2 if grammar.lower(to - 1) == "on" else to - 1
    verb = find_verb(grammar.lower(before))
    if verb and grammar.part(before) is Part.VERB and (verb.base == "go" or (verb.base in _GOING and before == to - 1)):
        return before
    return None


def find_verbal(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions by verbs, in the order of their cues."""
    for cue in find_cues(grammar):
        found = _quoting(grammar, cue) or _inverted(grammar, cue) or _straight(grammar, cue)
        if found:
            yield found


def _attribution(
    grammar: Grammar, cue: Cue, source: range | None, content: tuple[Span, ...], frame: str
) -> Attribution:
    return Attribution(
        cue=grammar.span(cue.words),
        content=content,
        source=grammar.span(source) if source else None,
        cue_word=cue.entry.base,
        cue_kind=cue.entry.kind,
        form=_form_of(grammar, content, frame),
        sentence=grammar.words.sentence_of[cue.verb],
        negated=cue.negated,
    )


def _form_of(grammar: Grammar, content: tuple[Span, ...], frame: str) -> str:
    if frame == "q":
        return "direct"
    for span in content:
        inside = grammar.words.within(span)
        if any(grammar.quotation_of[number] >= 0 for number in inside):
            return "mixed"
    return "indirect"


def _quoting(grammar: Grammar, cue: Cue) -> Attribution | None:
    """Return *the paper quoted the bishop as saying ...*: the bishop speaks, the paper carries it."""
    if cue.entry.base not in _QUOTING:
        return None
    source = find_subject_after(grammar, cue.words.stop)
    if not source or grammar.lower(source.stop) != "as" or grammar.part(source.stop + 1) is not Part.ING:
        return None
    after = source.stop + 2
    found = content_after(grammar, after, frozenset("qtc")) if after in grammar.sentence(cue.verb) else None
    if found:
        frame, span, end = found
        return _attribution(grammar, cue, source, (span, *_content_resumed(grammar, end, frame == "q")), frame)
    outlet = find_subject_before(grammar, cue.words.start)
    left = _content_before(grammar, outlet.start) if outlet else None
    return _attribution(grammar, cue, source, (left,), "q") if left else None


def _inverted(grammar: Grammar, cue: Cue) -> Attribution | None:
    """Return *"...," said the minister* or *..., said the minister*."""
    before = cue.words.start - 1
    sentence = grammar.sentence(cue.verb)
    if before < sentence.start or not cue.entry.frames & _INVERTING or cue.form is Form.ING:
        return None
    quoted = grammar.part(before) is Part.QUOTE and grammar.quotation_of[before] != grammar.quotation_of[cue.verb]
    if not quoted and grammar.part(before) is not Part.COMMA:
        return None
    source = find_subject_after(grammar, cue.words.stop)
    if not source:
        return None
    if not quoted and not _ends_inverted(grammar, cue, source):
        return None
    content = _content_before(grammar, before + 1)
    if not content:
        return None
    return _attribution(grammar, cue, source, (content, *_content_resumed(grammar, source.stop, quoted)), "q" if quoted else "c")


def _ends_inverted(grammar: Grammar, cue: Cue, source: range) -> bool:
    """Return whether a speaker after the verb closes the sentence, so that what was said stands before."""
    if cue.entry.base == "say":
        return _closes(grammar, source.stop)
    return "q" in cue.entry.frames and grammar.part(source.stop) is Part.STOP


def _straight(grammar: Grammar, cue: Cue) -> Attribution | None:
    hanging = cue.form is Form.ING and not any(grammar.part(at) is Part.AUXILIARY for at in cue.words)
    source = _main_subject(grammar, cue) if hanging else find_subject_before(grammar, cue.words.start)
    if source is None:
        return None
    after = _after_asides(grammar, cue)
    fronted = grammar.part(source.start - 1) is Part.SUBORDINATOR
    found = content_after(grammar, after, _frames_of(grammar, cue, source), fronted=fronted)
    cited = _cited(grammar, cue, source, after)
    if cited:
        return cited
    if found and (cue.form is Form.ING or not _quoted_before(grammar, cue, source, found[0])):
        frame, span, end = found
        return _attribution(grammar, cue, source, (span, *_content_resumed(grammar, end, frame == "q")), frame)
    return _left(grammar, cue, source, after)


def _frames_of(grammar: Grammar, cue: Cue, source: range) -> frozenset[str]:
    """Return what may follow a cue; some verbs take a noun phrase only after their particle."""
    frames = cue.entry.frames
    if grammar.part(source.start) is Part.RELATIVE and cue.entry.kind != "promise":
        frames -= {"i"}
    if cue.entry.kind == "decline" and len(cue.words) > 1 and grammar.part(cue.words.stop - 1) is not Part.VERB:
        return frames | {"n", "t"}
    if "p" in frames and grammar.lower(cue.words.stop - 1) in cue.entry.particles:
        return frames | {"n"}
    return frames


def _cited(grammar: Grammar, cue: Cue, source: range, after: int) -> Attribution | None:
    """Return *as the agency reported, ...* or *..., as the agency reported*."""
    sentence = grammar.sentence(cue.verb)
    opening = source.start - 1
    if grammar.lower(opening) != "as" or not cue.entry.frames & _INVERTING:
        return None
    if opening == sentence.start or grammar.part(opening - 1) in (Part.COORDINATOR, Part.QUOTE):
        if grammar.part(after) is not Part.COMMA:
            return None
        rest = range(after + 1, trim_end(grammar, after + 1, sentence.stop))
        content = grammar.span(rest) if rest else None
    else:
        content = _content_before(grammar, opening) if _closes(grammar, after) else None
    return _attribution(grammar, cue, source, (content,), "c") if content else None


def _quoted_before(grammar: Grammar, cue: Cue, source: range, frame: str) -> bool:
    """Return whether a quotation in the same sentence stands right before the speaker, and is what was said."""
    mark = source.start - 1
    sentence = grammar.sentence(cue.verb)
    if "q" not in cue.entry.frames or mark not in sentence or grammar.part(mark) is not Part.QUOTE:
        return False
    opening = grammar.quotations[grammar.quotation_of[mark]].words.start if grammar.quotation_of[mark] >= 0 else mark
    return frame == "n" or opening <= sentence.start or grammar.part(sentence.start) is not Part.PREPOSITION


def _left(grammar: Grammar, cue: Cue, source: range, after: int) -> Attribution | None:
    """Return *"...," the minister said* or *..., the minister said*."""
    if cue.form is Form.ING or cue.negated or not cue.entry.frames & {"q", "c", "n"} or grammar.part(source.start) is Part.RELATIVE:
        return None
    quoted = grammar.part(source.start - 1) is Part.QUOTE
    if not quoted and not _closes(grammar, after):
        return None
    if grammar.part(source.start) is Part.SUBJECT and grammar.part(source.start - 1) is Part.NOUN:
        thing = find_phrase_before(grammar, source.start - 1)
        apart = thing and grammar.part(thing.start - 1) is Part.COMMA and "n" in cue.entry.frames
        return _attribution(grammar, cue, source, (grammar.span(thing),), "n") if thing and apart else None
    rest = _content_resumed(grammar, after, quoted) if quoted else _clause_resumed(grammar, after)
    if not quoted and not rest and cue.entry.base not in _CLOSING:
        return None
    left = _content_before(grammar, source.start, clause=not rest)
    if not left:
        return None
    return _attribution(grammar, cue, source, (left, *rest), "q" if quoted else "c")


def _closes(grammar: Grammar, after: int) -> bool:
    """Return whether nothing but an aside of time and place follows a cue."""
    return grammar.part(after) in (Part.STOP, Part.COMMA, Part.DASH, Part.PREPOSITION, Part.SUBORDINATOR)


def _clause_resumed(grammar: Grammar, after: int) -> tuple[Span, ...]:
    """Return the rest of a clause that the speaker stands in the middle of (``the permit, he said, was late``)."""
    sentence = grammar.sentence(after - 1)
    if grammar.part(after) is not Part.COMMA or grammar.part(after + 1) in _NOT_RESUMING:
        return ()
    if grammar.part(after + 1) not in FINITE and not grammar.has_finite_verb(range(after + 1, sentence.stop)):
        return ()
    return (grammar.span(range(after + 1, trim_end(grammar, after + 1, sentence.stop))),)


def _main_subject(grammar: Grammar, cue: Cue) -> range | None:
    """Return the subject of the clause that a participle hangs on (``..., saying that``)."""
    sentence = grammar.sentence(cue.verb)
    quotation = grammar.quotation_of[cue.verb]
    before = cue.words.start - 1
    if grammar.part(before) in NOMINAL and grammar.lower(before) not in _DOCUMENTS:
        return find_subject_before(grammar, cue.words.start)
    found = None
    for number in range(sentence.start, before):
        if grammar.part(number) not in FINITE or grammar.quotation_of[number] != quotation:
            continue
        if grammar.part(number - 1) in FINITE | {Part.ADVERB, Part.NEGATION} and found:
            continue
        subject = find_subject_before(grammar, number) or find_subject_after(grammar, number + 1)
        joined = subject and grammar.part(subject.start - 1) is Part.COORDINATOR
        if subject and (found is None or joined):
            found = subject
    return found


def _after_asides(grammar: Grammar, cue: Cue) -> int:
    """Return the first word after the receiver and the asides of time and place that follow a cue."""
    sentence = grammar.sentence(cue.verb)
    at = cue.words.stop
    if cue.entry.base in _RECEIVING:
        at = _skip_receiver(grammar, at, sentence)
    if grammar.part(at) is Part.COMMA and grammar.part(at + 1) is Part.ADVERB and grammar.part(at + 2) is Part.COMMA:
        at += 3
    while at < sentence.stop:
        skipped = _skip_aside(grammar, at, sentence)
        if skipped == at:
            break
        at = skipped
    return at


def _skip_receiver(grammar: Grammar, at: int, sentence: range) -> int:
    start = at
    if grammar.part(at) in (Part.OBJECT, Part.POSSESSIVE) and grammar.part(at + 1) not in NOMINAL:
        return at + 1
    while at < sentence.stop and grammar.part(at) in NOMINAL | {
        Part.DETERMINER,
        Part.POSSESSIVE,
        Part.QUANTIFIER,
        Part.GENITIVE,
    }:
        at += 1
    if at > start and grammar.lower(at) in ("of", "for"):
        return _skip_receiver(grammar, at + 1, sentence)
    return at


def _skip_aside(grammar: Grammar, at: int, sentence: range) -> int:
    """Return the word after one adverb, day or phrase of time and place, where content follows it."""
    if grammar.lower(at) in DAYS or grammar.part(at) is Part.ADVERB:
        return at + 1
    if grammar.lower(at) in TIMES or (grammar.lower(at) in ("this", "last") and grammar.lower(at + 1) in TIMES):
        return at + 1
    if grammar.part(at) is not Part.PREPOSITION and grammar.lower(at) not in _ASIDE_OPENERS:
        return at
    for number in range(at + 1, min(at + 16, sentence.stop)):
        part = grammar.part(number)
        if part in (Part.THAT, Part.QUOTE) or grammar.lower(number) in (":", "whether"):
            return number
        if part is Part.COMMA and grammar.part(number + 1) in (Part.QUOTE, Part.THAT):
            return number
        if part is Part.SUBJECT or (part is Part.TO and grammar.part(number + 1) is Part.VERB):
            return number
        if grammar.lower(number - 1) in DAYS and grammar.lower(at) == "on" and grammar.opens_noun_phrase(number):
            return number
        if part in (Part.STOP, Part.COMMA, Part.SUBORDINATOR, Part.AUXILIARY, Part.MODAL) or _acts(grammar, number):
            break
    return at


def _acts(grammar: Grammar, number: int) -> bool:
    """Return whether a word is a verb beyond doubt."""
    verb = find_verb(grammar.lower(number)) if grammar.part(number) is Part.VERB else None
    return verb is not None and verb.base not in noun_like()


def _content_before(grammar: Grammar, end: int, *, clause: bool = True) -> Span | None:
    """Return the content that stands before a speaker, up to a comma or the end of a quotation.

    Args:
        grammar: The report.
        end: The word after it.
        clause: Whether it must hold a verb.
    """
    mark = end - 1
    sentence = grammar.sentence(end - 1) if end > 0 else range(0)
    if mark < 0:
        return None
    number = grammar.quotation_of[mark]
    if grammar.part(mark) is Part.QUOTE and number >= 0:
        quotation = grammar.quotations[number]
        opening = grammar.sentence(quotation.words.start)
        first = quotation.words.start
        while number and grammar.quotations[number - 1].continued:
            number -= 1
            first = grammar.quotations[number].words.start
            opening = grammar.sentence(first)
        if _leads_in(grammar, range(opening.start, first)):
            first = opening.start
        return grammar.span(range(first, mark + 1))
    if grammar.part(mark) is not Part.COMMA or mark <= sentence.start:
        return None
    start = _after_other_speaker(grammar, sentence, mark) or after_dateline(grammar, sentence)
    if start >= mark or (clause and not grammar.has_finite_verb(range(start, mark))):
        return None
    return grammar.span(range(start, trim_end(grammar, start, mark)))


def _after_other_speaker(grammar: Grammar, sentence: range, mark: int) -> int:
    """Return the word after the last semicolon that closes what somebody else said; 0 if there is none."""
    for number in range(mark - 1, sentence.start, -1):
        if grammar.lower(number) == ";":
            before = range(sentence.start, number)
            spoken = any(grammar.part(at) is Part.VERB and grammar.lower(at) in cue_forms() for at in before)
            return number + 1 if spoken else 0
    return 0


def _leads_in(grammar: Grammar, words: range) -> bool:
    """Return whether words before a quotation in its sentence are the speaker's too, and no other attribution."""
    if not words:
        return False
    last = words.stop - 1
    if grammar.part(last) is Part.COMMA:
        last -= 1
    return grammar.lower(last) != ":" and grammar.lower(last) not in cue_forms()


def _content_resumed(grammar: Grammar, at: int, quoted: bool) -> tuple[Span, ...]:
    """Return the quotation that goes on after the speaker was named, in this sentence or the next."""
    if not quoted or at >= len(grammar.words):
        return ()
    sentence = grammar.sentence(at - 1)
    number = at
    while number < sentence.stop and grammar.part(number) is not Part.QUOTE:
        if grammar.part(number) in FINITE and grammar.lower(number) in cue_forms() and grammar.lower(number - 1) != "as":
            return ()
        number += 1
    if number >= sentence.stop and not _same_paragraph(grammar, at - 1, number):
        return ()
    if grammar.part(number) is not Part.QUOTE or grammar.quotation_of[number] < 0:
        return ()
    if grammar.part(number - 1) not in (Part.STOP, Part.COMMA, Part.DASH, Part.QUOTE):
        return ()
    quotation = grammar.quotations[grammar.quotation_of[number]]
    if quotation.words.start != number or _has_own_cue(grammar, quotation.words):
        return ()
    return (quotation_span(grammar, grammar.quotation_of[number])[0], *_next_paragraphs(grammar, quotation.words.stop))


def _next_paragraphs(grammar: Grammar, at: int) -> tuple[Span, ...]:
    """Return the paragraphs that follow and are wholly a quotation without a speaker of their own."""
    spans: list[Span] = []
    words = grammar.words
    while 0 < at < len(words) and grammar.quotation_of[at] >= 0 and not _same_paragraph(grammar, at - 1, at):
        span, end = quotation_span(grammar, grammar.quotation_of[at])
        if end < len(words) and _same_paragraph(grammar, end - 1, end):
            break
        spans.append(span)
        at = end
    return tuple(spans)


def _same_paragraph(grammar: Grammar, left: int, right: int) -> bool:
    words = grammar.words
    if right >= len(words):
        return False
    return words.paragraph_of[words.sentence_of[left]] == words.paragraph_of[words.sentence_of[right]]


def _has_own_cue(grammar: Grammar, quotation: range) -> bool:
    """Return whether a quotation is followed by a speaker of its own."""
    last = quotation.stop - 1
    sentence = grammar.sentence(last)
    forms = cue_forms()
    return any(
        grammar.lower(number) in forms and grammar.part(number) is Part.VERB
        for number in range(quotation.stop, min(sentence.stop, quotation.stop + 12))
    )

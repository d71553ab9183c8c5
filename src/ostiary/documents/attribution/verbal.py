"""Attributions by verbs: *the minister said that ...*, *"...," she told reporters*, *as X reported*."""

from collections.abc import Iterator

from ostiary.documents.attribution.asides import after_asides, closes
from ostiary.documents.attribution.clause import FINITE, NOMINAL, Grammar
from ostiary.documents.attribution.contents import (
    before_main_verb,
    content_after,
    end_of_clause,
    end_of_noun_clause,
    trim_end,
)
from ostiary.documents.attribution.cues import Cue, attribute, find_cues
from ostiary.documents.attribution.inflection import Form
from ostiary.documents.attribution.lexicon import cue_forms, find_verb, word_set
from ostiary.documents.attribution.spoken import clause_added, clause_resumed, content_before, quotation_resumed
from ostiary.documents.attribution.subjects import (
    find_phrase_before,
    find_subject_after,
    find_subject_before,
    only_tells_time,
    reduced,
)
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution
from ostiary.model.reports import Span

_INVERTING = frozenset("qc")
_LEFT_FRAMES = frozenset("qcn")
_NAMING = frozenset(("call", "name", "dub", "label"))
_OPENS_CLAUSE = NOMINAL | {Part.SUBJECT, Part.DETERMINER, Part.POSSESSIVE, Part.THAT, Part.QUANTIFIER}
#: After *the agency reports that X did Y*, who says something by the way is X, unless the verb goes on.
_REPORTING = frozenset(("report", "reports", "reported"))
_GOING_ON = frozenset(("add", "note", "cite", "quote", "continue"))
#: Of the verbs that may take a hearer those that need none.
_WRITING = frozenset(("write",))
#: Words of who is charged, up to *with*.
_LONGEST_CHARGED = 14
_QUOTING = frozenset(("quote", "cite", "paraphrase"))
_BEFORE_DOCUMENT = NOMINAL | {Part.DETERMINER, Part.POSSESSIVE, Part.QUANTIFIER, Part.ADVERB, Part.PREPOSITION}
_WITHIN_GROUP = FINITE | {Part.ADVERB, Part.NEGATION}


def find_verbal(grammar: Grammar) -> Iterator[Attribution]:
    """Yield the attributions by verbs, in the order of their cues."""
    for cue in find_cues(grammar):
        found = _quoting(grammar, cue) or _inverted(grammar, cue) or _straight(grammar, cue)
        if found:
            yield found


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
        return attribute(grammar, cue, source, (span, *_resumed(grammar, end, frame)), frame)
    outlet = find_subject_before(grammar, cue.words.start)
    left = content_before(grammar, outlet.start) if outlet else None
    return attribute(grammar, cue, source, (left,), "q") if left else None


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
    if not quoted and (not _ends_inverted(grammar, cue, source) or _has_subject(grammar, cue)):
        return None
    content = content_before(grammar, before + 1)
    if not content:
        return None
    rest = quotation_resumed(grammar, source.stop) if quoted else clause_added(grammar, source.stop)
    return attribute(grammar, cue, source, (content, *rest), "q" if quoted else "c")


def _has_subject(grammar: Grammar, cue: Cue) -> bool:
    """Return whether the verb's subject stands before an aside (``Odell, who runs the port, said``).

    It opens the sentence, and there is no main verb between the two.
    """
    subject = find_subject_before(grammar, cue.words.start)
    if subject is None or not 0 <= subject.start - grammar.sentence(cue.verb).start <= 1:
        return False
    comma = next((at for at in subject if grammar.part(at) is Part.COMMA), None)
    if comma is None:
        return False
    relative = grammar.part(comma + 1) is Part.RELATIVE or grammar.lower(comma + 1) == "whose"
    aside = range(comma, subject.stop)
    return relative or not any(grammar.part(at) in FINITE and not reduced(grammar, at) for at in aside)


def _resumed(grammar: Grammar, at: int, frame: str) -> tuple[Span, ...]:
    return quotation_resumed(grammar, at) if frame == "q" else ()


def _ends_inverted(grammar: Grammar, cue: Cue, source: range) -> bool:
    """Return whether a speaker after the verb closes the sentence, so that what was said stands before."""
    if cue.entry.base == "say":
        return closes(grammar, source.stop)
    heard = cue.entry.base in word_set("takes a hearer") - _WRITING or not cue.entry.frames.isdisjoint("ng")
    return not heard and "q" in cue.entry.frames and grammar.part(source.stop) is Part.STOP


def _straight(grammar: Grammar, cue: Cue) -> Attribution | None:
    hanging = cue.form is Form.ING and not any(grammar.part(at) is Part.AUXILIARY for at in cue.words)
    cue = _with_document(grammar, cue) if hanging else cue
    hanging = hanging and cue.verb == cue.words.start
    source = _main_subject(grammar, cue) if hanging else find_subject_before(grammar, cue.words.start)
    if source is None or only_tells_time(grammar, source):
        return None
    after = after_asides(grammar, cue)
    fronted = grammar.part(source.start - 1) is Part.SUBORDINATOR
    found = _of_thing_described(grammar, cue, source, after) or content_after(
        grammar, after, _frames_of(grammar, cue, source), fronted=fronted
    )
    if found and (_only_names(grammar, cue, found[1]) or _tells_nobody(cue, found[0], after)):
        return None
    cited = _cited(grammar, cue, source, after)
    if cited:
        return cited
    if found and (cue.form is Form.ING or not _quoted_before(grammar, cue, source, found[0])):
        frame, span, end = found
        if frame != "q" and grammar.part(source.start) is Part.RELATIVE:
            span, end = _until_main_verb(grammar, *_restricted(grammar, source, frame, span, end))
        fronted_part = _fronted_part(grammar, source, span) if frame == "q" else None
        rest = _resumed(grammar, end, frame)
        return attribute(grammar, cue, source, (*([fronted_part] if fronted_part else []), span, *rest), frame)
    return _left(grammar, cue, source, after) or _behind_comma(grammar, cue, source, after)


def _behind_comma(grammar: Grammar, cue: Cue, source: range, after: int) -> Attribution | None:
    """Return what an opening speaker says behind a comma (``She said, if elected, she would go``)."""
    opens = source.start == grammar.sentence(cue.verb).start and cue.form is not Form.ING
    aside = grammar.part(after) is Part.COMMA and grammar.part(after + 1) is Part.SUBORDINATOR
    if not (opens and aside and cue.entry.base == "say") or cue.negated:
        return None
    end = end_of_clause(grammar, after + 1, grammar.sentence(cue.verb))
    return attribute(grammar, cue, source, (grammar.span(range(after + 1, end)),), "c")


def _of_thing_described(grammar: Grammar, cue: Cue, source: range, after: int) -> tuple[str, Span, int] | None:
    """Return what somebody says of a thing by the way (``a boat that officials said | was carrying arms``)."""
    described = grammar.part(source.start - 1) in (Part.RELATIVE, Part.THAT)
    if not described or "c" not in _frames_of(grammar, cue, source) or not _acts(grammar, after):
        return None
    end = end_of_clause(grammar, after, grammar.sentence(cue.verb))
    return "c", *_until_main_verb(grammar, grammar.span(range(after, end)), end)


def _acts(grammar: Grammar, number: int) -> bool:
    """Return whether a word is the verb of a clause, or a past form that was taken for a description."""
    return grammar.part(number) in FINITE or (
        grammar.lower(number).endswith("ed") and grammar.opens_noun_phrase(number + 1)
    )


def _restricted(grammar: Grammar, source: range, frame: str, content: Span, end: int) -> tuple[Span, int]:
    """Return the content of a relative clause without commas (``people who backed the plan | were angry``)."""
    if grammar.part(source.start - 1) is Part.COMMA or grammar.part(source.start) is not Part.RELATIVE:
        return content, end
    inside = grammar.words.within(content)
    if frame == "t":
        end = min(end, end_of_noun_clause(grammar, inside.start, grammar.sentence(source.start)))
    elif frame == "n":
        end = before_main_verb(grammar, inside)
    return grammar.span(range(inside.start, max(end, inside.start + 1))), end


def _until_main_verb(grammar: Grammar, content: Span, end: int) -> tuple[Span, int]:
    """Return the content of a relative clause without the main clause that goes on behind a comma."""
    inside = grammar.words.within(content)
    for number in inside[1:-1]:
        outside = grammar.part(number) is Part.COMMA and grammar.quotation_of[number] < 0
        if outside and grammar.part(number + 1) in FINITE:
            return grammar.span(range(inside.start, number)), number
    return content, end


def _fronted_part(grammar: Grammar, source: range, quoted: Span) -> Span | None:
    """Return what opens a sentence that a quotation completes.

    ``No boat, he said, "will sail"``; ``It was, she told the jury, "a loan"``.
    """
    inside = grammar.words.within(quoted)
    opening = grammar.sentence(source.start).start
    begins = len(inside) > 1 and grammar.part(inside.start + 1) in FINITE
    ends = grammar.part(source.start - 2) in FINITE and grammar.part(opening) in _OPENS_CLAUSE
    return content_before(grammar, source.start, clause=False) if begins or ends else None


def _only_names(grammar: Grammar, cue: Cue, content: Span) -> bool:
    """Return whether a verb only gives a name (``a cook called Odell``), which nobody's word is."""
    inside = grammar.words.within(content)
    return cue.entry.base in _NAMING and all(
        grammar.part(at) in (Part.NAME, Part.CLOSE, Part.OPEN) for at in inside
    )


def _tells_nobody(cue: Cue, frame: str, after: int) -> bool:
    """Return whether *told to* has no hearer, so that its subject is the one who is told."""
    return frame == "i" and cue.entry.base in word_set("takes a hearer") and after == cue.words.stop


def _frames_of(grammar: Grammar, cue: Cue, source: range) -> frozenset[str]:
    """Return what may follow a cue; some verbs take a noun phrase only after their particle."""
    frames = cue.entry.frames
    if cue.entry.base == "refuse" and cue.words.stop == cue.verb + 1 and not _withholds(grammar, cue):
        return frozenset()
    if cue.entry.base == "charge" and _charges_with(grammar, cue):
        return frames | {"n"}
    if cue.entry.kind == "show" and _is_record(grammar, source):
        return frames | {"n"}
    if cue.entry.kind == "think" and _of_relative(grammar, source):
        frames -= {"c"}
    if grammar.part(source.start) is Part.RELATIVE and cue.entry.kind != "promise":
        frames -= {"i"}
    if cue.entry.kind == "decline" and cue.words.stop > cue.verb + 1:
        return frames | {"n", "t"}
    if "p" in frames and cue.words.stop > cue.verb + 1:
        return frames | {"n"}
    return frames


def _of_relative(grammar: Grammar, source: range) -> bool:
    """Return whether somebody thinks so by the way (*voters who think*, *a law that they believe ...*)."""
    return Part.RELATIVE in (grammar.part(source.start), grammar.part(source.start - 1))


def _charges_with(grammar: Grammar, cue: Cue) -> bool:
    """Return whether somebody is charged *with* something, and no bill or battery is charged."""
    end = min(grammar.sentence(cue.verb).stop, cue.words.stop + _LONGEST_CHARGED)
    opens = grammar.opens_noun_phrase(cue.words.stop) or grammar.part(cue.words.stop) is Part.OBJECT
    return opens and any(grammar.lower(at) == "with" for at in range(cue.words.stop, end))


def _is_record(grammar: Grammar, source: range) -> bool:
    """Return whether a paper or a count speaks (*a poll last month showed | Brun in the lead*)."""
    return any(grammar.lower(at) in word_set("record") for at in source if grammar.part(at) in NOMINAL)


def _withholds(grammar: Grammar, cue: Cue) -> bool:
    """Return whether *refused to* is followed by a verb of saying: who refuses to pay withholds no word."""
    verb = find_verb(grammar.lower(cue.words.stop + 1))
    return verb is not None and (verb.base in word_set("withheld") or verb.base in cue_forms())


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
        content = content_before(grammar, opening) if closes(grammar, after) else None
    return attribute(grammar, cue, source, (content,), "c") if content else None


def _quoted_before(grammar: Grammar, cue: Cue, source: range, frame: str) -> bool:
    """Return whether a quotation in the same sentence stands right before the speaker, and is what was said."""
    mark = source.start - 1
    sentence = grammar.sentence(cue.verb)
    if "q" not in cue.entry.frames or mark not in sentence or grammar.part(mark) is not Part.QUOTE:
        return False
    if grammar.lower(sentence.start) in word_set("asked"):
        return False
    opening = (
        grammar.quotations[grammar.quotation_of[mark]].words.start if grammar.quotation_of[mark] >= 0 else mark
    )
    return frame == "n" or opening <= sentence.start or grammar.part(sentence.start) is not Part.PREPOSITION


def _left(grammar: Grammar, cue: Cue, source: range, after: int) -> Attribution | None:
    """Return *"...," the minister said* or *..., the minister said*."""
    if cue.form is Form.ING or cue.negated or not cue.entry.frames & _LEFT_FRAMES:
        return None
    quoted = grammar.part(source.start - 1) is Part.QUOTE
    if grammar.part(source.start) is Part.RELATIVE or not (quoted or closes(grammar, after)):
        return None
    if grammar.part(source.start) is Part.SUBJECT and grammar.part(source.start - 1) is Part.NOUN:
        return _of_thing(grammar, cue, source)
    rest = quotation_resumed(grammar, after) if quoted else clause_resumed(grammar, after, source.start)
    if not quoted and not rest and cue.entry.base not in word_set("closes a sentence"):
        return None
    left = content_before(grammar, source.start, clause=not rest)
    if not left:
        return None
    return attribute(grammar, cue, source, (left, *rest), "q" if quoted else "c")


def _of_thing(grammar: Grammar, cue: Cue, source: range) -> Attribution | None:
    """Return *..., an idea she rejected*: the thing stands before its speaker."""
    thing = find_phrase_before(grammar, source.start - 1)
    if not thing or grammar.part(thing.start - 1) is not Part.COMMA or "n" not in cue.entry.frames:
        return None
    return attribute(grammar, cue, source, (grammar.span(thing),), "n")


def _with_document(grammar: Grammar, cue: Cue) -> Cue:
    """Return *issued a statement on Monday saying* as one cue, where a verb of issuing governs the document."""
    at = cue.words.start - 1
    while at - 1 > 0 and (grammar.part(at) is Part.COMMA or _tells_when(grammar, at)):
        at -= 1
    if grammar.lower(at) not in word_set("document"):
        return cue
    while grammar.part(at) in _BEFORE_DOCUMENT:
        at -= 1
    verb = find_verb(grammar.lower(at)) if grammar.part(at) in (Part.VERB, Part.PARTICIPLE) else None
    if verb is None or verb.base not in word_set("issues"):
        return cue
    while grammar.part(at - 1) in _WITHIN_GROUP:
        at -= 1
    return cue._replace(words=range(at, cue.words.stop))


def _tells_when(grammar: Grammar, number: int) -> bool:
    lower = grammar.lower(number)
    return (
        lower in word_set("day or month") or lower in word_set("time") or lower in ("on", "late", "early", "last")
    )


def _main_subject(grammar: Grammar, cue: Cue) -> range | None:
    """Return the subject of the clause that a participle hangs on (``..., saying that``)."""
    sentence = grammar.sentence(cue.verb)
    quotation = grammar.quotation_of[cue.verb]
    before = cue.words.start - 1
    if grammar.part(before) in NOMINAL:
        return find_subject_before(grammar, cue.words.start)
    found = None
    reported = False
    cites = cue.entry.base in _QUOTING
    for number in range(sentence.start, before):
        if grammar.part(number) not in FINITE or grammar.quotation_of[number] != quotation:
            continue
        if found and grammar.part(number - 1) in _WITHIN_GROUP:
            continue
        if grammar.part(number - 1) is Part.TO:
            continue
        subject = find_subject_before(grammar, number)
        if subject is None and grammar.lower(number) in cue_forms():
            subject = find_subject_after(grammar, number + 1)
        joined = subject and grammar.part(subject.start - 1) is Part.COORDINATOR
        joined = joined or reported or (cites and grammar.lower(number) in cue_forms())
        if subject and (found is None or joined):
            found = subject
            reported = grammar.lower(number) in _REPORTING and cue.entry.base not in _GOING_ON
    return found

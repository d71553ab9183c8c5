"""Verb groups that may attribute: the verb of a cue with its helping verbs, adverbs and particle."""

from collections.abc import Iterator
from typing import NamedTuple

from ostiary.documents.attribution.clause import NOMINAL, Grammar
from ostiary.documents.attribution.inflection import Form
from ostiary.documents.attribution.lexicon import CueEntry, cue_forms, find_verb, word_set
from ostiary.documents.attribution.silence import nobody_does
from ostiary.documents.attribution.tagging import Part
from ostiary.model.claims import Attribution
from ostiary.model.claims import Form as SpeechForm
from ostiary.model.reports import Span

_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))
_HAVE = frozenset(("has", "have", "had", "having", "'s", "hasn't", "haven't", "hadn't"))
_LEFT_OF_CUE = frozenset((Part.AUXILIARY, Part.MODAL, Part.NEGATION, Part.ADVERB))
#: After these an adverb belongs to the verb that follows.
_BEFORE_ADVERB = NOMINAL | {Part.SUBJECT, Part.RELATIVE, Part.COORDINATOR, Part.COMMA}
_WITHHELD_CLAUSE = frozenset(("whether", "if", "how", "why", "what", "who"))
#: What follows a participle of accusing that describes the accused (*Odell, accused of fraud*).
_OF_THE_ACCUSED = {"accused": "of", "suspected": "of", "convicted": "of", "charged": "with"}
_SILENT = frozenset(("comment", "respond", "reply", "answer", "elaborate"))
_QUOTING = frozenset(("quoted", "quotes", "quoting", "cited", "cites", "citing", "paraphrased"))
_GOING = frozenset(("continue", "appear", "seem"))


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
    helpers = _find_helpers(grammar, verb)
    if helpers is None or _is_no_cue(grammar, verb, form, helpers):
        return None
    negated = any(grammar.part(at) is Part.NEGATION or grammar.lower(at).endswith("n't") for at in helpers)
    negated = negated or nobody_does(grammar, helpers.start)
    if not negated and any(grammar.part(at) is Part.MODAL for at in helpers):
        return None
    end = _end_of_cue(grammar, verb, entry)
    if negated and entry.base in _SILENT:
        entry = entry._replace(kind="decline", frames=frozenset("nt"))
    return Cue(entry, form, verb, range(helpers.start, end), negated)


def _find_helpers(grammar: Grammar, verb: int) -> range | None:
    """Return the helping verbs and adverbs before a verb; None where it is an infinitive of its own."""
    first = verb
    sentence = grammar.sentence(verb)
    while first > sentence.start and grammar.part(first - 1) in _LEFT_OF_CUE:
        first -= 1
    if grammar.part(first - 1) is Part.TO:
        going = _going_on(grammar, first - 1)
        return None if going is None else range(going, verb)
    before = grammar.part(first - 1)
    while first < verb and grammar.part(first) is Part.ADVERB and before not in _BEFORE_ADVERB:
        first += 1
    return range(first, verb)


def _is_no_cue(grammar: Grammar, verb: int, form: Form, helpers: range) -> bool:
    """Return whether a form attributes nothing: a passive, a participle, part of another group."""
    if form is Form.PAST and grammar.lower(verb + 1) in ("by", _OF_THE_ACCUSED.get(grammar.lower(verb), "by")):
        return True
    if form is Form.BASE and grammar.part(verb - 1) is Part.COMMA and not _of_several(grammar, verb):
        return True
    if form is Form.ING and grammar.part(verb - 1) in NOMINAL and grammar.lower(verb) in word_set("describes"):
        return True
    if form is Form.ING and (grammar.part(verb - 1) is Part.VERB or _quoted_as(grammar, verb)):
        return True
    helping = {grammar.lower(at) for at in helpers}
    return grammar.parts[verb] is Part.PARTICIPLE and bool(helping & _BE or not helping & _HAVE)


def _quoted_as(grammar: Grammar, verb: int) -> bool:
    """Return whether a participle belongs to *quoted the minister as saying*."""
    before = grammar.words.lower[grammar.sentence(verb).start : verb]
    return before[-1:] == ["as"] and not _QUOTING.isdisjoint(before)


def _of_several(grammar: Grammar, verb: int) -> bool:
    """Return whether a plural opens the sentence before an aside and a verb (``Traders, in a letter, say``)."""
    sentence = grammar.sentence(verb)
    comma = next((at for at in range(sentence.start, verb - 1) if grammar.part(at) is Part.COMMA), None)
    if comma is None or not grammar.opens_noun_phrase(sentence.start):
        return False
    plural = grammar.part(comma - 1) is Part.NOUN and grammar.lower(comma - 1).endswith("s")
    return plural and not grammar.has_finite_verb(range(sentence.start, comma))


def _end_of_cue(grammar: Grammar, verb: int, entry: CueEntry) -> int:
    """Return the number after the cue's last word: its particle, what is withheld, a colon."""
    end = verb + 1 + _particle_length(grammar, verb + 1, entry)
    if entry.kind == "decline" and grammar.part(end) is Part.TO and grammar.lower(end + 1) in word_set("withheld"):
        end = _withheld_end(grammar, end + 2)
    return end + 1 if grammar.lower(end) == ":" and "q" in entry.frames else end


def _particle_length(grammar: Grammar, at: int, entry: CueEntry) -> int:
    """Return how many words of a particle follow a verb: *called for*, *claimed responsibility for*."""
    if f"{grammar.lower(at)} {grammar.lower(at + 1)}" in entry.particles:
        return 2
    return int(grammar.lower(at) in entry.particles)


def _withheld_end(grammar: Grammar, at: int) -> int:
    """Return the end of *declined to comment on*; where nothing follows, of *declined* alone."""
    if grammar.lower(at) in ("on", "about"):
        return at + 1
    return at if grammar.lower(at) in _WITHHELD_CLAUSE else at - 2


def _going_on(grammar: Grammar, to: int) -> int | None:
    """Return where *went on to* or *continued to* begins, which an infinitive follows."""
    before = to - 2 if grammar.lower(to - 1) == "on" else to - 1
    verb = find_verb(grammar.lower(before))
    if (
        verb
        and grammar.part(before) is Part.VERB
        and (verb.base == "go" or (verb.base in _GOING and before == to - 1))
    ):
        return before
    return None


def attribute(
    grammar: Grammar, cue: Cue, source: range | None, content: tuple[Span, ...], frame: str
) -> Attribution:
    """Return the attribution that a cue makes; ``frame`` is the letter of its content's frame."""
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


def _form_of(grammar: Grammar, content: tuple[Span, ...], frame: str) -> SpeechForm:
    if frame == "q":
        return "direct"
    for span in content:
        inside = grammar.words.within(span)
        if any(grammar.quotation_of[number] >= 0 for number in inside):
            return "mixed"
    return "indirect"

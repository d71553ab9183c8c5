"""Who says a thing in its sentence, where no claim has been made of it: so that it is never laid to the outlet."""

from ostiary.documents.attribution.lexicon import cue_forms
from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.grammar import Grammar, phrase_after, phrase_before
from ostiary.model.claims import CueKind

_SAYING: frozenset[CueKind] = frozenset(("say", "announce", "allege", "confirm", "think", "show"))
_NOBODY = range(0)
_REACH = 60
_COLON_REACH = 5
#: A verb that gives words and also puts things somewhere.
_WITH_OBJECT_TOO = "add"


def find_speaker(grammar: Grammar, wording: range) -> range:
    """Return the noun phrase of who says some words by a verb of saying or *according to*; empty if nobody does.

    The nearest before the words counts, else the first after them.
    """
    sentence = grammar.sentence(wording.start)
    for at in range(wording.start - 1, max(sentence.start, wording.start - _REACH) - 1, -1):
        if _is_credit(grammar, at) or (_is_saying(grammar, at) and _takes_clause(grammar, at)):
            return _speaker_at(grammar, at)
    for at in range(wording.stop, min(sentence.stop, wording.stop + _REACH)):
        if _is_credit(grammar, at) or (_is_saying(grammar, at) and _closes(grammar, at)):
            return _speaker_at(grammar, at)
    return _NOBODY


def _is_credit(grammar: Grammar, at: int) -> bool:
    return grammar.lower(at) == "according" and grammar.lower(at + 1) == "to"


def _is_saying(grammar: Grammar, at: int) -> bool:
    if grammar.part(at) is not Part.VERB or grammar.lower(at) not in cue_forms():
        return False
    entry, _form = cue_forms()[grammar.lower(at)]
    return entry.kind in _SAYING


def _takes_clause(grammar: Grammar, verb: int) -> bool:
    """Return whether a clause or quotation follows a verb, as after *said*; not *added the port to the list*."""
    if grammar.part(verb + 1) in (Part.THAT, Part.QUOTE, Part.STOP, Part.SUBJECT):
        return True
    if any(grammar.lower(at) == ":" for at in range(verb + 1, verb + _COLON_REACH)):
        return True
    entry, _form = cue_forms()[grammar.lower(verb)]
    if "n" not in entry.frames and entry.base != _WITH_OBJECT_TOO:
        return True
    phrase = phrase_after(grammar, verb)
    return bool(phrase) and grammar.part(phrase.stop) in (Part.VERB, Part.AUXILIARY, Part.MODAL, Part.THAT)


def _closes(grammar: Grammar, verb: int) -> bool:
    """Return whether a verb with its subject stands after what is said (*police said*)."""
    subject = phrase_before(grammar, verb)
    return bool(subject) and grammar.part(subject.start - 1) in (Part.COMMA, Part.QUOTE)


def _speaker_at(grammar: Grammar, at: int) -> range:
    if not _is_credit(grammar, at):
        return phrase_before(grammar, at)
    phrase = phrase_after(grammar, at + 1)
    stop = next((word for word in phrase if grammar.part(word) is Part.COMMA), phrase.stop)
    return range(phrase.start, stop)

"""Indictments: who is indicted, charged with something, faces charges or is under indictment."""

from ostiary.documents.acts.designations import with_noun
from ostiary.documents.acts.lexicon import Trigger
from ostiary.documents.acts.objects import parties_after, parties_before
from ostiary.documents.acts.scene import Scene, word_in
from ostiary.documents.acts.told import Told, parties_of, state_under
from ostiary.documents.acts.verbs import read_noun, read_verb

_CHARGED = frozenset({"with", "in", "over", "by"})
_CHARGES = frozenset({"charges", "charge", "indictment", "prosecution"})
_UNSEALED = frozenset({"indictment", "indictments", "charges", "complaint"})
_AGAINST = frozenset({"of", "against", "naming", "charging", "for"})
_NEAR, _NEXT = 8, 5


def charged_with(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``X was charged with``; charges in another sense (``charged that``) need no preposition."""
    verb = read_verb(scene, number, trigger.shape)
    if verb is None or (verb.voice == "active" and not word_in(scene, "legal")):
        return None
    parties, start, stop = parties_of(scene, verb)
    after = scene.lower(stop)
    return Told(verb, parties, start, stop) if parties and after in _CHARGED else None


def facing_charges(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``X faces charges``."""
    found = next((at for at in range(number + 1, number + _NEAR) if scene.lower(at) in _CHARGES), None)
    verb = read_verb(scene, number, "third" if trigger.shape == "base" else trigger.shape) if found else None
    if verb is None or found is None:
        return None
    parties, start = parties_before(scene, verb.at.start)
    if not parties and scene.lower(verb.at.start - 1) == ",":
        parties, start = parties_before(scene, verb.at.start - 1)
    return Told(verb, parties, start, found + 1) if parties else None


def unsealed(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``unsealed an indictment against X``."""
    return with_noun(scene, number, trigger, _UNSEALED)


def indictment(scene: Scene, number: int, _: Trigger) -> Told | None:
    """Read ``under indictment``, ``an indictment of X``, ``charges against X``.

    It is an act only beside a word of the law, or with its article: a speech can be an indictment too.
    """
    if state := state_under(scene, number):
        return state
    verb = read_noun(scene, number, indefinite=True)
    legal = word_in(scene, "legal") or scene.lower(number - 1) == "the"
    if verb is None or not legal or scene.lower(number + 1) not in _AGAINST:
        return None
    parties, stop = parties_after(scene, number + 2)
    return Told(verb, parties, verb.at.start, stop) if parties else None

"""Indictments: who is indicted, charged with something, faces charges or is under indictment."""

from ostiary.documents.acts.lexicon import Trigger
from ostiary.documents.acts.objects import parties_after, parties_before
from ostiary.documents.acts.scene import Scene
from ostiary.documents.acts.told import Told, parties_of
from ostiary.documents.acts.verbs import Verb, read_noun, read_verb

_CHARGED = frozenset({"with", "in", "over", "by"})
_CHARGES = frozenset({"charges", "charge", "indictment", "prosecution"})
_AGAINST = frozenset({"of", "against", "naming", "charging", "for"})
_NEAR, _NEXT = 8, 5


def charged_with(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``X was charged with``; charges in another sense (``charged that``) need no preposition."""
    verb = read_verb(scene, number, trigger.shape)
    if verb is None:
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


def indictment(scene: Scene, number: int, _: Trigger) -> Told | None:
    """Read ``under indictment``, ``an indictment of X``, ``charges against X``."""
    under = next((at for at in range(number - 1, number - _NEXT, -1) if scene.lower(at) == "under"), None)
    if under is not None:
        state = read_verb(scene, under, "past")
        parties, start = parties_before(scene, state.at.start) if state else ((), under)
        return (
            Told(Verb(range(under, number + 1), "reduced", "act"), parties, start, number + 1) if parties else None
        )
    verb = read_noun(scene, number, indefinite=True)
    if verb is None or scene.lower(number + 1) not in _AGAINST:
        return None
    parties, stop = parties_after(scene, number + 2)
    return Told(verb, parties, verb.at.start, stop) if parties else None

"""Designations and delistings: what must stand around their verbs and nouns."""

from dataclasses import replace

from ostiary.documents.acts.around import list_after, program_after
from ostiary.documents.acts.lexicon import Trigger
from ostiary.documents.acts.objects import parties_after
from ostiary.documents.acts.scene import Named, Scene
from ostiary.documents.acts.told import Told, parties_of, state_under
from ostiary.documents.acts.verbs import read_noun, read_verb

_TO_LIST = frozenset({"to", "on", "onto", "in", "into", "under"})
_FROM_LIST = frozenset({"from", "off", "of"})
_ON = frozenset({"on", "against", "for", "from", "of"})
_NEAR, _NEXT, _FAR = 8, 5, 16
_MEASURES = frozenset({"sanctions", "freeze", "freezes", "embargo"})
_LISTINGS = frozenset({"sanctions", "designation", "designations", "listing", "blacklisting", "measures"})
_LABELS = frozenset({"label", "tag", "designation", "listing"})
_NONE = frozenset({"no", "not", "none", "nor"})


def with_program(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read a verb that needs a party, a wording of a program, or both: ``designated X as``."""
    verb = read_verb(scene, number, trigger.shape)
    if verb is None:
        return None
    parties, start, stop = parties_of(scene, verb)
    program = program_after(scene, number, linked=trigger.needs == "program")
    if program is None and (trigger.needs == "program" or not parties):
        return None
    if program is None:
        return Told(verb, parties, start, stop)
    return Told(verb, parties, start, max(stop, program[0].stop), program[1].tag)


def with_party(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read a verb that needs a party beside it: ``sanctioned X``."""
    told = with_program(scene, number, trigger)
    return told if told and told.parties else None


def with_list(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``added X to the terrorist list``, ``X was removed from the sanctions list``."""
    found = list_after(scene, number, _TO_LIST if trigger.act == "designation" else _FROM_LIST)
    verb = read_verb(scene, number, trigger.shape) if found else None
    if found is None or verb is None:
        return None
    parties, start, stop = parties_of(scene, verb)
    return Told(verb, parties, start, max(stop, found[0].stop), found[1])


def with_sanctions(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``imposed sanctions on X``, ``sanctions were imposed on X``."""
    return with_noun(scene, number, trigger, _MEASURES)


def with_listing(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``lifted sanctions on X``, ``revoked the designation of X``, ``extended the sanctions on X``."""
    told = with_noun(scene, number, trigger, _LISTINGS)
    if told is None:
        return None
    near = [(at, program) for at, program in scene.programs if number < at.start <= number + _NEAR and program.tag]
    found = near[0] if near else program_after(scene, number, linked=True)
    return replace(told, program=found[1].tag, stop=max(told.stop, found[0].stop)) if found else told


def from_list_or_listing(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``removed X from the list`` and ``removed sanctions on X``."""
    return with_list(scene, number, trigger) or with_listing(scene, number, trigger)


def with_noun(scene: Scene, number: int, trigger: Trigger, nouns: frozenset[str]) -> Told | None:
    """Read a verb with one of some nouns, and whose it is: ``imposed sanctions on X``, ``froze X's funds``."""
    near = [at for at in range(number - _NEAR, number + _NEAR + 1) if scene.lower(at) in nouns]
    verb = read_verb(scene, number, trigger.shape) if near else None
    if verb is None:
        return None
    noun = min(near, key=lambda at: abs(at - number))
    if any(scene.lower(at) in _NONE for at in range(noun - _NEXT, noun)):
        return None
    if (noun < number) != (verb.voice in {"passive", "reduced"}):
        return None
    after = noun + 1 if scene.lower(noun + 1) in _ON else max(noun, number) + 1
    on = next((at for at in range(after, after + _NEXT) if scene.lower(at) in _ON), None)
    parties, stop = parties_after(scene, on + 1) if on else ((), noun + 1)
    start = min(verb.at.start, noun)
    if not parties:
        owners = [each for each in scene.parties if each.at.stop <= noun and scene.lower(each.at.stop) == "'s"]
        parties = tuple(each for each in owners[-1:] if noun - each.at.stop <= _NEXT)
        start = min([start, *(each.at.start for each in parties)])
    return Told(verb, parties, start, max(stop, number + 1, noun + 1)) if parties else None


def slapped(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``slapped sanctions on X`` and ``slapped X with sanctions``."""
    return with_sanctions(scene, number, trigger) or hit_with_sanctions(scene, number, trigger)


def hit_with_sanctions(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``hit X with sanctions``, ``X was hit with a terrorist label``."""
    found = next((at for at in range(number + 1, number + _FAR) if _is_measure(scene, at)), None)
    verb = read_verb(scene, number, trigger.shape) if found else None
    if verb is None or found is None or not any(scene.lower(at) == "with" for at in range(number + 1, found)):
        return None
    parties, start, _ = parties_of(scene, verb)
    return Told(verb, parties, start, found + 1) if parties else None


def _is_measure(scene: Scene, number: int) -> bool:
    """Return whether a word stands for sanctions: itself, or as a label of terrorists."""
    terror = any(scene.lower(at).startswith("terror") for at in range(number - 2, number))
    return scene.lower(number) == "sanctions" or (scene.lower(number) in _LABELS and terror)


def noun_of(scene: Scene, number: int, _: Trigger) -> Told | None:
    """Read ``the designation of X as``, ``X's designation``."""
    verb = read_noun(scene, number)
    following = scene.lower(number + 1)
    if verb is None:
        return None
    parties: tuple[Named, ...] = ()
    start, stop = verb.at.start, number + 1
    if following == "of":
        parties, stop = parties_after(scene, number + 2)
    owner = next(
        (each for each in scene.parties if each.at.stop < number and scene.lower(each.at.stop) == "'s"), None
    )
    if not parties and owner and number - owner.at.stop <= _NEXT:
        parties, start = (owner,), owner.at.start
    program = program_after(scene, number, linked=True)
    if not parties and (program is None or following not in {"of", "as"}):
        return None
    stop = max(stop, program[0].stop if program else 0)
    return Told(verb, parties, start, stop, program[1].tag if program else "")


def noun_of_list(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``the removal of X from the list``."""
    found = list_after(scene, number, _FROM_LIST)
    told = noun_of(scene, number, trigger) if found else None
    if found is None or told is None or not told.parties:
        return None
    return replace(told, stop=max(told.stop, found[0].stop))


def noun_of_noun(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``the lifting of sanctions on X``, ``the revocation of the designation of X``."""
    verb = read_noun(scene, number)
    noun = next(
        (at for at in range(number + 1, number + _NEAR) if scene.lower(at) == trigger.needs.split()[1]), None
    )
    if verb is None or noun is None or scene.lower(noun + 1) not in _ON:
        return None
    parties, stop = parties_after(scene, noun + 2)
    return Told(verb, parties, verb.at.start, stop) if parties else None


def under_sanctions(scene: Scene, number: int, _: Trigger) -> Told | None:
    """Read ``X is under sanctions``."""
    return state_under(scene, number)

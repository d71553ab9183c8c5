"""Orders to a body: what is ordered, directed or signed."""

from ostiary.documents.acts.lexicon import Trigger
from ostiary.documents.acts.objects import counts, is_itself
from ostiary.documents.acts.scene import Named, Scene, word_in
from ostiary.documents.acts.told import Told
from ostiary.documents.acts.verbs import read_verb

_ORDERING = frozenset(
    {"directing", "ordering", "instructing", "authorizing", "authorising", "to", "that", "requiring"}
)
_SIGNED = {
    "signed": "past",
    "issued": "past",
    "signs": "third",
    "sign": "base",
    "issue": "base",
    "issues": "third",
}
_NEAR, _NEXT = 8, 5


def ordering(scene: Scene, number: int, trigger: Trigger) -> Told | None:
    """Read ``ordered the Pentagon to``, ``the Pentagon was ordered to``: an order to a body."""
    verb = read_verb(scene, number, trigger.shape)
    if verb is None:
        return None
    if verb.voice == "passive":
        ordered = [at for at, body in scene.agencies if body.ordered and 0 <= verb.at.start - at.stop <= 1]
        if not ordered or scene.lower(number + 1) != "to":
            return None
        end = _end_of_order(scene, number + 1)
        return _about(scene, Told(verb, _targets(scene, number + 1), ordered[-1].start, end))
    ordered = [at for at, body in scene.agencies if body.ordered and number < at.start <= number + _NEXT]
    if not ordered or all(scene.lower(after) != "to" for after in range(ordered[0].stop, ordered[0].stop + _NEXT)):
        return None
    stop = ordered[0].stop
    return _about(scene, Told(verb, _targets(scene, stop), verb.at.start, _end_of_order(scene, stop)))


def signed_order(scene: Scene, number: int, _: Trigger) -> Told | None:
    """Read ``signed an order directing``: an instrument that orders something."""
    signed = next((at for at in range(number - 1, number - _NEAR, -1) if scene.lower(at) in _SIGNED), None)
    if signed is None or not any(scene.lower(at) in _ORDERING for at in range(number + 1, number + _NEXT)):
        return None
    verb = read_verb(scene, signed, _SIGNED[scene.lower(signed)])  # type: ignore[arg-type] # the table holds shapes
    if verb is None:
        return None
    return _about(scene, Told(verb, _targets(scene, number), verb.at.start, _end_of_order(scene, number + 1)))


def _about(scene: Scene, told: Told) -> Told | None:
    """Return an order that is about listed parties, or about such as are listed; others do not matter here."""
    about = told.parties or scene.programs or word_in(scene, "concern")
    return told if about else None


def _targets(scene: Scene, number: int) -> tuple[Named, ...]:
    """Return the parties by name that an order is about: those after it in its sentence."""
    return tuple(
        each for each in scene.parties if each.at.start >= number and counts(each) and is_itself(scene, each)
    )


def _end_of_order(scene: Scene, number: int) -> int:
    """Return the number after the clause that says what is ordered."""
    marks = {",", ";", ".", '"', "”"}
    return next((at for at in range(number + 1, scene.inside.stop) if scene.lower(at) in marks), scene.inside.stop)

"""An act as one word tells it, with the parties of its verb."""

from dataclasses import dataclass

from ostiary.documents.acts.lexicon import auxiliaries, stages
from ostiary.documents.acts.objects import parties_after, parties_before, relative_before
from ostiary.documents.acts.scene import Named, Scene
from ostiary.documents.acts.verbs import Verb, read_verb

_NEXT = 5


@dataclass(frozen=True, slots=True)
class Told:
    """An act as one word tells it.

    Attributes:
        verb: The verb or noun, with its stage.
        parties: Whom it concerns.
        program: Tag of the program, or empty.
        start: Number of its first word.
        stop: Number after its last word.
        amount: Words of the sum of money, if one belongs to it.
    """

    verb: Verb
    parties: tuple[Named, ...]
    start: int
    stop: int
    program: str = ""
    amount: range | None = None


def parties_of(scene: Scene, verb: Verb) -> tuple[tuple[Named, ...], int, int]:
    """Return the parties of a verb, and where its words start and stop with them."""
    number = verb.at.stop - 1
    if verb.voice == "active":
        parties, stop = parties_after(scene, verb.at.stop)
        relative = None if parties else relative_before(scene, verb.at.start)
        if relative is not None:
            parties, start = parties_before(scene, relative + 1)
            return parties, start if parties else verb.at.start, number + 1
        return parties, verb.at.start, max(stop, number + 1)
    parties, start = parties_before(scene, _start_of_predicate(scene, verb))
    return parties, start, number + 1


def _start_of_predicate(scene: Scene, verb: Verb) -> int:
    """Return where the words between a subject and its verb start (``is expected to be designated``)."""
    start = verb.at.start
    while scene.lower(start) == "to" or scene.lower(start - 1) in auxiliaries():
        start -= 1
        if scene.lower(start) not in stages() and scene.lower(start) not in auxiliaries():
            return start + 1
    return start


def state_under(scene: Scene, number: int) -> Told | None:
    """Return the state that a noun names after ``under`` (``is under U.S. indictment``), if a party is in it."""
    under = next((at for at in range(number - 1, number - _NEXT, -1) if scene.lower(at) == "under"), None)
    state = read_verb(scene, under, "past") if under is not None else None
    parties, start = parties_before(scene, state.at.start) if state else ((), number)
    if under is None or not parties:
        return None
    return Told(Verb(range(under, number + 1), "reduced", "act"), parties, start, number + 1)

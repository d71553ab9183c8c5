"""How far an act went: the verb that tells it, with its auxiliaries and with what governs it."""

from dataclasses import dataclass
from typing import Literal

from ostiary.documents.acts.lexicon import Shape, auxiliaries, object_words, stages
from ostiary.documents.acts.objects import relative_before
from ostiary.documents.acts.scene import Scene
from ostiary.model.claims import ActStage

Voice = Literal["active", "passive", "reduced", "noun"]

#: No word further to the left than so many governs an infinitive, a noun, or makes a clause hypothetical.
_REACH = 14
_REACH_OF_NOUN = 6
_REACH_OF_DENIAL = 7
_DENIALS = frozenset({"deny", "denied", "denies", "denying", "disputed", "disputes"})
_OPENERS = frozenset({"who", "which", "whose", ";", ":"})
_CONDITIONS = frozenset({"if", "whether", "unless"})
_DONE_BEFORE_ING = frozenset(
    {"by", "after", "since", "following", "upon", "when", "while", "in", "for", "began", "started"}
)
_STAGE_OF_AUXILIARY = {"will": "plan", "may": "proposal"}
_INDEFINITE = frozenset({"a", "an", "any", "no", "such", "each", "every"})


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of an act, or a noun of one.

    Attributes:
        at: Its words, auxiliaries before it among them.
        voice: ``reduced`` stands for a passive without auxiliary (``groups designated as``).
        stage: How far the act went.
    """

    at: range
    voice: Voice
    stage: ActStage


def read_verb(scene: Scene, number: int, shape: Shape) -> Verb | None:
    """Return the verb that a word is, or None where the act is denied, doubted, or no act is told.

    Args:
        scene: The sentence.
        number: The word.
        shape: Its form.
    """
    start, sorts = _read_auxiliaries(scene, number)
    if "not" in sorts:
        return None
    voice = _voice_of(scene, number, shape, sorts)
    stage = _stage_of(scene, start, shape, sorts)
    if stage is None or (_on_condition(scene, start) and stage == "act") or _is_denied(scene, start):
        return None
    return Verb(range(start, number + 1), voice, stage)


def _read_auxiliaries(scene: Scene, number: int) -> tuple[int, list[str]]:
    """Return where the auxiliaries of a verb start, and what they are, the nearest first."""
    sorts: list[str] = []
    start = number
    for before in range(number - 1, scene.inside.start - 1, -1):
        lower = scene.lower(before)
        sort = auxiliaries().get(lower, "adverb" if lower.endswith("ly") else "")
        if not sort:
            break
        sorts.extend(sort.split())
        if sort != "adverb":
            start = before
    return start, sorts


def _voice_of(scene: Scene, number: int, shape: Shape, sorts: list[str]) -> Voice:
    if shape != "past":
        return "active"
    if "be" in sorts:
        return "passive"
    if sorts and set(sorts) - {"adverb"}:
        return "active"
    if relative_before(scene, number) is not None:
        return "active"
    following = scene.lower(number + 1)
    opens = any(at.start in range(number + 1, number + 3) for at, _ in scene.programs)
    if following in object_words("stop") | {"", ",", ".", "last", "earlier"} or (
        opens and following in {"a", "an"}
    ):
        return "reduced"
    return "active"


def _stage_of(scene: Scene, start: int, shape: Shape, sorts: list[str]) -> ActStage | None:
    if "to" in sorts:
        return "plan" if _follows_be(sorts) else _governed(scene, start, "plan")
    if "may" in sorts:
        return "proposal"
    if "will" in sorts:
        return "plan"
    if shape == "ing" and "be" not in sorts:
        return _stage_of_gerund(scene, start)
    if shape == "base" and "do" not in sorts:
        return None
    return "act"


def _follows_be(sorts: list[str]) -> bool:
    """Return whether ``is to`` stands before a verb: a form of be further left than ``to``."""
    return "be" in sorts[sorts.index("to") + 1 :]


def _stage_of_gerund(scene: Scene, start: int) -> ActStage | None:
    """Return the stage of a form in -ing: what governs it decides; at the start of a sentence it tells no act."""
    before = scene.lower(start - 1)
    if not before or before in {'"', "“"}:
        return None
    if before in _DONE_BEFORE_ING:
        return "act"
    return _governed(scene, start, "act" if before == "," else "proposal")


def _governed(scene: Scene, start: int, otherwise: ActStage) -> ActStage | None:
    """Return the stage that the nearest governing word to the left gives; None if nothing was done."""
    for number in range(start - 1, max(scene.inside.start, start - _REACH) - 1, -1):
        lower = scene.lower(number)
        if lower in _OPENERS:
            break
        stage = stages().get(lower, "")
        if stage and stage != "open":
            undone = stage == "none" or "not" in _read_auxiliaries(scene, number)[1]
            return None if undone else stage  # type: ignore[return-value] # see the table
    return otherwise


def _on_condition(scene: Scene, start: int) -> bool:
    """Return whether the clause of a verb hangs on ``if`` or ``whether``."""
    for number in range(start - 1, max(scene.inside.start, start - _REACH) - 1, -1):
        lower = scene.lower(number)
        if lower in _CONDITIONS:
            return True
        if lower in {",", "that"} or lower in _OPENERS:
            return False
    return False


def _is_denied(scene: Scene, start: int) -> bool:
    """Return whether a clause is what somebody denies: ``denied that it had``."""
    for number in range(start - 1, max(scene.inside.start, start - _REACH_OF_DENIAL) - 1, -1):
        lower = scene.lower(number)
        if lower in _DENIALS:
            return True
        if lower in {",", "and", "but", "after"} or lower in _OPENERS:
            return False
    return False


def read_noun(scene: Scene, number: int, *, indefinite: bool = False) -> Verb | None:
    """Return an act that a noun tells (``the designation of``), or None where it tells of none in particular.

    Args:
        scene: The sentence.
        number: The noun.
        indefinite: Whether it may stand with an indefinite article (``a reward``).
    """
    stage, start = "act", number
    for before in range(number - 1, max(scene.inside.start, number - _REACH_OF_NOUN) - 1, -1):
        lower = scene.lower(before)
        sort = auxiliaries().get(lower, "")
        found = stages().get(lower, "") or _STAGE_OF_AUXILIARY.get(sort, "")
        if found == "none" or "not" in sort or (lower in _INDEFINITE and not indefinite):
            return None
        if found and "not" in _read_auxiliaries(scene, before)[1]:
            return None
        if (found and found != "open") or lower in _OPENERS or lower in {",", "that"}:
            stage = found or stage
            break
        start = before if lower in {"the", "a", "an"} else start
    if (
        stage == "act"
        and auxiliaries().get(scene.lower(_end_of_noun_phrase(scene, number)), "") in _STAGE_OF_AUXILIARY
    ):
        stage = "proposal"
    return Verb(range(start, number + 1), "noun", stage)  # type: ignore[arg-type] # see the table


def _end_of_noun_phrase(scene: Scene, number: int) -> int:
    """Return the number of the first auxiliary after a noun, or of the word after its clause."""
    for after in range(number + 1, min(scene.inside.stop, number + _REACH)):
        if scene.form(after) == "May":
            continue
        if scene.lower(after) in {",", ";"} or (
            scene.lower(after) in auxiliaries() and scene.lower(after) != "to"
        ):
            return after
    return scene.inside.stop

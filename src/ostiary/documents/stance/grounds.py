"""What somebody is accused of, and how far that went: the words behind a verb or noun of accusing."""

from ostiary.documents.attribution.tagging import Part
from ostiary.documents.stance.allegations import NOBODY, Scene, with_object
from ostiary.documents.stance.grammar import Grammar, clause_stop
from ostiary.documents.stance.phrases import FoundPhrase, stance_words
from ostiary.model.claims import AccusationStatus

#: What a word of accusing needs beside it, to the kinds of wrongs that are such.
NEEDED = {
    "deed": frozenset(("deed", "harm", "verb", "agent")),
    "doing": frozenset(("deed", "harm", "verb")),
    "any": frozenset(("deed", "harm", "verb", "agent", "band")),
    "for": frozenset(("deed", "harm", "verb")),
    "agent": frozenset(("agent", "trait", "quality")),
}
ANY = NEEDED["any"] | {"trait"}
_GROUNDS = frozenset(("for", "over", "because", "of", "on", "into"))
_LET_GO: frozenset[AccusationStatus] = frozenset(("acquitted", "overturned", "not accused"))
#: Words: from the accusing word to the end of what it says; and to the word that brings it.
LONGEST_WORDING = 14
MARKER_REACH = 12
_TASK_REACH = 4
_DOING_REACH = 6


def find_wording(scene: Scene, found: FoundPhrase) -> range | None:
    """Return the words from the verb to the wrongdoing that it names; None where it needs one and names none."""
    grammar = scene.grammar
    stop = clause_stop(grammar, found.words.start)
    needs = found.row["needs"]
    wrongs = scene.wrongs_between(found.words.stop, stop, NEEDED.get(needs, ANY))
    if needs == "doing":
        near = [wrong for wrong in wrongs if wrong.words.start < found.words.stop + _DOING_REACH]
        return range(found.words.start, near[0].words.stop) if near else _doing(grammar, found.words, stop)
    if needs == "for":
        wrongs = [wrong for wrong in wrongs if _grounds_before(scene, found.words.stop, wrong.words.start)]
    if wrongs:
        return range(found.words.start, with_object(grammar, wrongs[0]))
    marker = find_marker(scene, found, stop)
    if needs and marker is None:
        return None
    end = found.words.stop if marker is None else marker + 1
    while end < min(stop, found.words.start + LONGEST_WORDING) and grammar.part(end) is not Part.COMMA:
        end += 1
    return range(found.words.start, end)


def _doing(grammar: Grammar, words: range, stop: int) -> range | None:
    """Return *admits pocketing school cash*, whatever is done; None where somebody admits a feeling or a state."""
    done = grammar.part(words.stop) is Part.ING and grammar.lower(words.stop) not in stance_words("feeling")
    return range(words.start, min(stop, words.stop + _DOING_REACH)) if done else None


def find_marker(scene: Scene, found: FoundPhrase, stop: int) -> int | None:
    """Return the number of the word that brings what somebody is accused of: *of* in *suspects X of ...*.

    Between the verb and it stands at most one noun phrase; after it stands no task that somebody is charged with.
    """
    grammar, markers = scene.grammar, found.row["marker"].split("|")
    for at in range(found.words.stop, min(stop - 1, found.words.stop + MARKER_REACH)):
        if grammar.lower(at) in markers:
            tasked = not stance_words("task").isdisjoint(grammar.words.lower[at + 1 : at + _TASK_REACH])
            return None if tasked and not scene.wrongs_between(at, stop, ANY) else at
        if grammar.part(at) in (Part.VERB, Part.COMMA, Part.THAT, Part.TO):
            return None
    return None


def _grounds_before(scene: Scene, start: int, stop: int) -> bool:
    return any(scene.grammar.lower(at) in _GROUNDS for at in range(start, stop))


def read_status(found: FoundPhrase) -> AccusationStatus:
    """Return how far an accusation in these words went."""
    status: AccusationStatus = found.row["status"]  # type: ignore[assignment]  # the table holds no other word
    return status


def drop_judge(grammar: Grammar, accuser: range, status: AccusationStatus) -> range:
    """Return who accuses; nobody where it is a court or jury that lets go, or where nobody accuses."""
    if status in _LET_GO:
        return NOBODY
    judged = any(grammar.lower(at) in stance_words("judge") for at in accuser)
    return NOBODY if status == "dropped" and judged else accuser


def is_used_as_verb(scene: Scene, at: int) -> bool:
    """Return whether a word that may be a noun or a name is a verb where it stands."""
    if scene.grammar.part(at) is Part.NAME and scene.grammar.sentence(at).start != at:
        return False
    return scene.grammar.part(at) is not Part.NOUN or scene.grammar.lower(at).endswith(("ed", "ing"))

"""Whom an act concerns: the parties in the object or the subject of its verb, and in enumerations."""

from collections.abc import Iterable

from ostiary.documents.acts.lexicon import auxiliaries, object_words, triggers
from ostiary.documents.acts.scene import Named, Scene

#: How many words may stand before the first party of an object, between two of an enumeration, in an apposition.
_LONGEST_LEAD, _LONGEST_JOINT, _LONGEST_APPOSITION = 12, 8, 20
_REACH_OF_LIST = 16
#: A quotation ends so: who spoke follows.
_CLOSING, _BEFORE_CLOSING = frozenset('"”'), frozenset(",.!?")
_RELATIVE = frozenset({"who", "which", "that"})
MARKS = frozenset('()"”“')
_BELONGING = frozenset({"of", "by", "from", "for", "with", "against", "in", "at", "on", "to", "under"})
_REFERRING = frozenset({"nominal", "pronoun"})


def parties_after(scene: Scene, number: int) -> tuple[tuple[Named, ...], int]:
    """Return the parties of an object, and the number after its last word; names of unsure parties count too.

    Args:
        scene: The sentence.
        number: The first word of the object.
    """
    first = _first_after(scene, number, object_words("stop"), _LONGEST_LEAD) or _listed_after(scene, number)
    if first is None:
        return (), number
    found = [first, *_joined_after(scene, first)]
    return tuple(found), found[-1].at.stop


def counts(party: Named) -> bool:
    """Return whether a mention stands for one party: not a name that several share."""
    return party.mention.sure or party.mention.kind in _REFERRING


def _first_after(scene: Scene, number: int, stops: frozenset[str], longest: int) -> Named | None:
    at = number
    while at < min(scene.inside.stop, number + longest):
        party = scene.party_at(at)
        if party and is_itself(scene, party):
            return party
        if party:
            if scene.lower(party.at.stop) == "'s":
                return None
            at = party.at.stop
            continue
        if scene.lower(at) in stops or (scene.lower(at) in _CLOSING and scene.lower(at - 1) in _BEFORE_CLOSING):
            return None
        at += 1
    return None


def _listed_after(scene: Scene, number: int) -> Named | None:
    """Return the first party after ``including`` or ``such as`` where a class of parties stands before it."""
    classes = object_words("class")
    seen = False
    for at in range(number, min(scene.inside.stop, number + _REACH_OF_LIST)):
        lower = scene.lower(at)
        seen = seen or lower in classes
        if lower in {"and", ";"} and not seen:
            return None
        opens = lower in object_words("list") or (lower == "such" and scene.lower(at + 1) == "as")
        if seen and opens:
            start = at + 2 if lower == "such" else at + 1
            return _first_after(scene, start, object_words("stop"), _LONGEST_JOINT)
    return None


def is_itself(scene: Scene, party: Named) -> bool:
    """Return whether a mention stands for the party and not for its members or its leader (``the X leader``)."""
    following = party.at.stop
    if scene.lower(following) in MARKS:
        return True
    lower, form = scene.lower(following), scene.form(following)
    if lower == "'s":
        return scene.lower(following + 1) in object_words("taken")
    if lower in object_words("person"):
        return False
    if lower in object_words("self"):
        return scene.lower(following + 1) not in object_words("person")
    return not (form.isalpha() and form.islower()) or may_follow(lower)


def may_follow(lower: str) -> bool:
    """Return whether a word can stand behind a name without the two being one noun (``the X financiers``)."""
    roles = ("stop", "joint", "list", "follower")
    known = any(lower in object_words(role) for role in roles) or lower in auxiliaries() or lower in triggers()
    return known or lower.endswith("ly")


def _joined_after(scene: Scene, first: Named) -> Iterable[Named]:
    """Yield the parties that an enumeration joins to one."""
    last = first
    while following := _next_joined(scene, last):
        if is_itself(scene, following):
            yield following
        last = following


def _next_joined(scene: Scene, last: Named) -> Named | None:
    coming = next((party for party in scene.parties if party.at.start >= last.at.stop), None)
    if coming is None or coming.at.start - last.at.stop > _LONGEST_JOINT:
        return None
    return coming if _joins(scene, range(last.at.stop, coming.at.start)) else None


def _joins(scene: Scene, between: range) -> bool:
    """Return whether only words that join, and names in capitals, stand between two parties."""
    return all(
        scene.lower(number) in object_words("joint") or scene.form(number)[0].isupper() for number in between
    )


def parties_before(scene: Scene, number: int) -> tuple[tuple[Named, ...], int]:
    """Return the parties of a subject, and the number of its first word.

    Args:
        scene: The sentence.
        number: The first word of the verb.
    """
    relative = scene.lower(number - 1) in _RELATIVE
    last = _last_before(scene, number - 2 if relative else number - 1)
    if last is None or not is_itself(scene, last) or _belongs_to(scene, last, relative=relative):
        return (), number
    found = [last]
    while before := _previous_joined(scene, found[0]):
        found.insert(0, before)
    return tuple(found), found[0].at.start


def _last_before(scene: Scene, number: int) -> Named | None:
    """Return the mention that ends a subject: appositions, brackets and the party's own kind may follow it."""
    at = number
    if scene.lower(at) == ",":
        opening = range(at - 1, max(scene.inside.start, at - _LONGEST_APPOSITION) - 1, -1)
        comma = next((before for before in opening if scene.lower(before) == ","), None)
        direct = scene.party_at(at - 1)
        at = at - 1 if direct or comma is None else comma - 1
    while scene.lower(at) in MARKS | {","}:
        at -= 1
    if scene.lower(at) in object_words("self") and not scene.party_at(at):
        at -= 1
    return scene.party_at(at)


def _previous_joined(scene: Scene, first: Named) -> Named | None:
    before = [party for party in scene.parties if party.at.stop <= first.at.start]
    if not before or first.at.start - before[-1].at.stop > _LONGEST_JOINT:
        return None
    return before[-1] if _joins(scene, range(before[-1].at.stop, first.at.start)) else None


def _belongs_to(scene: Scene, party: Named, *, relative: bool) -> bool:
    """Return whether somebody of the party is meant: ``members of X were``, ``a leader of X, who was``."""
    at = party.at.start - 1
    while scene.form(at)[:1].isupper() or scene.lower(at) in MARKS | {"the", "."}:
        at -= 1
    if scene.lower(at) not in _BELONGING:
        return False
    return not relative or scene.lower(at - 1) in object_words("person")


def relative_before(scene: Scene, verb: int) -> int | None:
    """Return the number of the relative pronoun that is the object of a verb: ``X, which the board listed``."""
    for number in range(verb - 2, max(scene.inside.start, verb - _LONGEST_JOINT) - 1, -1):
        if scene.lower(number) in {"which", "whom", "who", "that"}:
            return number
        if scene.lower(number) in {",", ";", "and"}:
            return None
    return None

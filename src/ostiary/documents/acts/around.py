"""What stands around an act in its sentence: the program's wording, the authority, the date, the amount."""

from collections.abc import Iterable

from ostiary.documents.acts.lexicon import Program, auxiliaries, object_words
from ostiary.documents.acts.objects import MARKS, may_follow
from ostiary.documents.acts.scene import CURRENCIES, Scene
from ostiary.documents.acts.verbs import Verb
from ostiary.model.reports import ReportedDate

_REACH_OF_PROGRAM = 30
_REACH_OF_AUTHORITY = 14
_REACH_OF_DATE = 40
_REACH_OF_OWN_DATE = 10
#: A clause of its own starts here: what stands beyond belongs to another act.
_CLAUSES = frozenset(
    {"who", "whom", "which", "whose", "where", "while", "because", "although", "though", "if", ";"}
)
_NOT_OF_NAMES = frozenset(
    {".", "the", "on", "in", "but", "and", "when", "after", "at", "under", "he", "she", "they", "it", "we", "i"}
)
_LINKS = frozenset(
    {"as", "a", "an", "be", "the", "either", "on", "to", "from", "under", "its", "of", "off", "onto", "in"}
)
_OF_DATES = frozenset({"in", "on", "since", "from", "until"})
_JOINS = frozenset({"and", "but", "while"})
_LINK_DISTANCE = 5
_SCALES = frozenset({"million", "billion", "thousand", "m", "bn", "trillion"})
_MONEY = frozenset({"dollars", "euros", "pounds", "dollar"})


def program_after(scene: Scene, number: int, *, linked: bool = False) -> tuple[range, Program] | None:
    """Return the first wording of a program after a word in its clause.

    Args:
        scene: The sentence.
        number: The word.
        linked: Whether ``as``, an article or the like must stand just before the wording.
    """
    for at, program in scene.programs:
        if number < at.start <= number + _REACH_OF_PROGRAM and not _crosses(scene, range(number + 1, at.start)):
            before = range(max(number + 1, at.start - _LINK_DISTANCE), at.start)
            if len(at) == 1 and not program.tag and _describes(scene, at.stop):
                continue
            if not linked or at.start == number + 1 or any(scene.lower(each) in _LINKS for each in before):
                return at, program
    return None


def _describes(scene: Scene, number: int) -> bool:
    """Return whether a bare word (``terrorist``) only describes the noun that follows."""
    while scene.lower(number) in MARKS:
        number += 1
    form = scene.form(number)
    return form.isalpha() and form.islower() and not may_follow(form)


def list_after(scene: Scene, number: int, links: frozenset[str]) -> tuple[range, str] | None:
    """Return the first name of a list after a word that one of these words leads to (``to``, ``from``)."""
    for at, program in scene.lists:
        if number < at.start <= number + _REACH_OF_PROGRAM and not _crosses(scene, range(number + 1, at.start)):
            before = range(max(number + 1, at.start - _LINK_DISTANCE), at.start)
            if scene.lower(at.start) in links or any(scene.lower(each) in links for each in before):
                return at, program
    return None


def _crosses(scene: Scene, between: Iterable[int]) -> bool:
    return any(scene.lower(number) == ";" for number in between)


def find_authority(scene: Scene, verb: Verb) -> range | None:
    """Return the words that name whose act it is: who does it, or by whom it is done."""
    if verb.voice != "active" and (named := _named_by(scene, verb.at.stop)):
        return named
    if verb.voice == "noun":
        return _owner(scene, verb.at.stop - 1)
    return _subject(scene, verb.at.start) if verb.voice == "active" else None


def _owner(scene: Scene, noun: int) -> range | None:
    """Return the nearest body before a noun in its clause: its owner, or who does what is told of it."""
    near = [at for at, _ in scene.agencies if noun - _REACH_OF_AUTHORITY <= at.start and at.stop <= noun]
    return near[-1] if near and not _other_clause(scene, range(near[-1].stop, noun)) else None


def _named_by(scene: Scene, number: int) -> range | None:
    """Return the body or the name after the next ``by``."""
    for at in range(number, min(scene.inside.stop, number + _REACH_OF_AUTHORITY)):
        if scene.lower(at) == "by":
            start = at + 2 if scene.lower(at + 1) == "the" else at + 1
            body = next((found for found, _ in scene.agencies if found.start in range(start, start + 3)), None)
            return body or _name_from(scene, start)
        if scene.lower(at) in _CLAUSES:
            return None
    return None


def _name_from(scene: Scene, start: int) -> range | None:
    """Return the words in capitals that start here, with the points of abbreviations."""
    stop = start
    while scene.form(stop)[:1].isupper() or (
        stop > start and scene.lower(stop) == "." and scene.form(stop + 1)[:1].isupper()
    ):
        stop += 1
    return range(start, stop) if stop > start else None


def _subject(scene: Scene, stop: int) -> range | None:
    """Return the name or body that ends just before a verb, else the nearest body before it."""
    while scene.lower(stop - 1).endswith("ly") or auxiliaries().get(scene.lower(stop - 1)) == "adverb":
        stop -= 1
    if scene.party_at(stop - 1):
        return None
    named = _name_until(scene, stop)
    near = [at for at, _ in scene.agencies if stop - _REACH_OF_AUTHORITY <= at.start and at.stop <= stop]
    body = near[-1] if near and not _other_clause(scene, range(near[-1].stop, stop)) else None
    if named and body and body.stop > named.start:
        return range(min(named.start, body.start), stop)
    return named or body


def _name_until(scene: Scene, stop: int) -> range | None:
    """Return the words in capitals that end here, unless they are a date or a party of the register."""
    start = stop
    while scene.form(start - 1)[:1].isupper() or (
        scene.lower(start - 1) == "." and scene.form(start - 2)[:1].isupper()
    ):
        start -= 1
    while start < stop and (scene.lower(start) in _NOT_OF_NAMES):
        start += 1
    named = range(start, stop)
    taken = [*(at for at, _ in scene.dates), *(party.at for party in scene.parties)]
    return None if not named or any(at.start < stop and start < at.stop for at in taken) else named


def _other_clause(scene: Scene, between: range) -> bool:
    return any(scene.lower(number) in _CLAUSES for number in between)


def find_date(scene: Scene, verb: Verb, end: int) -> ReportedDate | None:
    """Return the date nearest to an act in its own clause.

    What is told in passing (``groups designated as``) has only a date that stands right behind it.

    Args:
        scene: The sentence.
        verb: The verb.
        end: The number after the last word of the act.
    """
    best: tuple[int, ReportedDate] | None = None
    for at, found in scene.dates:
        before = at.start < verb.at.start
        if before and verb.voice == "reduced":
            continue
        between = range(at.stop, verb.at.start) if before else range(verb.at.stop, at.start)
        reach = _REACH_OF_OWN_DATE if verb.voice == "reduced" else _REACH_OF_DATE
        distance = len(between) if before else min(len(between), abs(at.start - end))
        if distance > reach or _other_clause(scene, between) or (before and _of_speech(scene, at, between)):
            continue
        if not before and _of_another_act(scene, at, between):
            continue
        if best is None or distance < best[0]:
            best = distance, found
    return best[1] if best else None


def _of_another_act(scene: Scene, at: range, between: range) -> bool:
    """Return whether a date behind an act opens a clause of its own (``, and in May``) or dates another verb."""
    start = at.start - 1 if scene.lower(at.start - 1) in _OF_DATES else at.start
    opens = scene.lower(start - 1) in _JOINS and scene.lower(start - 2) == ","
    return start - 1 in between and (opens or scene.lower(start - 1) in object_words("made"))


def _of_speech(scene: Scene, at: range, between: range) -> bool:
    """Return whether a date says when something was said, not when it was done; to announce is to do."""
    beside = at.start - 2 if scene.lower(at.start - 1) == "on" else at.start - 1
    said = scene.lower(beside) if scene.form(beside).islower() else ""
    if said in object_words("said") or (between and scene.lower(at.stop) in object_words("said")):
        return True
    if all(scene.lower(number) != "that" for number in between):
        return False
    near = range(at.start - _REACH_OF_PROGRAM, between.stop)
    return not any(scene.lower(number) in object_words("announced") for number in near)


def amounts_in(scene: Scene, inside: range) -> list[range]:
    """Return the sums of money within a run of words (``$50 million``, ``50 million dollars``, ``US$50m``)."""
    found: list[range] = []
    for number in inside:
        if not scene.form(number)[:1].isdecimal() or (found and number < found[-1].stop):
            continue
        stop = number + 1
        stop += scene.lower(stop) in _SCALES
        if scene.lower(number - 1) in CURRENCIES:
            start = number - 2 if scene.lower(number - 2) in {"us", "u.s."} else number - 1
            found.append(range(start, stop))
        elif scene.lower(stop) in _MONEY:
            found.append(range(number, stop + 1))
    return found

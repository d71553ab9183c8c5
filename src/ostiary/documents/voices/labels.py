"""Who the labels of an interview stand for: *Q*, *A*, initials."""

from ostiary.documents.voices.characters import Cast, Character
from ostiary.documents.voices.namings import capital, form_at
from ostiary.documents.voices.runs import opens_sentence

INTERVIEWER = "the interviewer"
INTERVIEWED = "the person interviewed"
_ASKING = frozenset(("q", "q.", "question", "interviewer", "reporter", "journalist", "moderator", "host"))
_ANSWERING = frozenset(("a", "a.", "answer", "interviewee"))
_MOST_INITIALS = 3


def find_labelled(cast: Cast, label: range, first: int) -> Character | None:
    """Return whom a label of an interview means; None where it is a name like others.

    ``A`` is the one person whom the lines before the interview name; where they name several, nobody can be told.

    Args:
        cast: Everyone whom the report names.
        label: The words of the label.
        first: First word of the interview.
    """
    word = cast.words.lower[label.start]
    if len(label) > 1:
        return None
    if word in _ASKING:
        return _by_wording(cast, INTERVIEWER)
    if word in _ANSWERING:
        return _introduced(cast, first) or _by_wording(cast, INTERVIEWED)
    form = cast.words.forms[label.start]
    return _by_initials(cast, form) if form.isupper() and 1 < len(form) <= _MOST_INITIALS else None


def _by_wording(cast: Cast, wording: str) -> Character:
    return cast.worded(wording) or Character(wording, "person", named=False)


def _introduced(cast: Cast, first: int) -> Character | None:
    """Return the one person named before an interview."""
    people = {
        id(found.character): found.character
        for found in cast.within(range(first))
        if found.character.kind == "person" or _subject(cast, found.whole)
    }
    if len(people) != 1:
        return None
    person = next(iter(people.values()))
    person.kind = "person"
    return person


def _subject(cast: Cast, name: range) -> bool:
    """Return whether a name of two words or more opens a sentence, as those who are introduced do."""
    inside = opens_sentence(cast.words, name.start) and len(name) > 1
    return inside and not capital(cast.words, name.stop) and form_at(cast.words, name.stop).isalpha()


def _by_initials(cast: Cast, initials: str) -> Character | None:
    found = {
        id(one.character): one.character
        for one in cast.named
        if one.character.kind in ("person", "unknown") and _initials(one.character.name) == initials
    }
    if len(found) != 1:
        return None
    person = next(iter(found.values()))
    person.kind = "person"
    return person


def _initials(name: str) -> str:
    parts = name.replace("-", " ").split()
    return "".join(part[0] for part in parts) if len(parts) > 1 else ""

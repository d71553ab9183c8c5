"""Who is who: names of one person, outlet or body are put together."""

from dataclasses import replace

from ostiary.documents.voices.characters import Appearance, Cast, Character
from ostiary.documents.voices.finding import find_namings
from ostiary.documents.voices.lexicon import words_of
from ostiary.documents.voices.namings import Naming, form_at
from ostiary.documents.voices.offices import person_noun
from ostiary.documents.voices.people import surname
from ostiary.documents.words import Words
from ostiary.model.reports import Report

_MOST_NAMES = 3


def find_voices(report: Report, words: Words) -> Cast:
    """Return everyone whom a report names, before it is asked who says what."""
    namings = find_namings(words)
    casting = _Casting(words)
    ordered = [naming for full in (True, False) for naming in namings if _full(naming) is full]
    appearances = [casting.place(naming) for naming in ordered]
    return Cast(report, words, [found for found in appearances if found])


def _full(naming: Naming) -> bool:
    """Return whether a naming says by itself who it is; the others are placed after all of these."""
    if naming.kind == "name":
        return False
    return (naming.kind != "person" or len(naming.name.split()) > 1) and not naming.doubtful


class _Casting:
    """Characters by the names that lead to them."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._people: dict[str, list[Character]] = {}
        self._by_word: dict[str, list[Character]] = {}
        self._others: dict[str, Character] = {}
        self._by_last: dict[str, list[Character]] = {}
        self._by_ending: dict[str, list[tuple[int, Character]]] = {}

    def place(self, naming: Naming) -> Appearance | None:
        """Return who is named; None where a name could be that of several."""
        character = self._find(naming)
        if character is None:
            return None
        character.spans.append(self._words.span(naming.words))
        return Appearance(naming.words, character, naming.whole)

    def _find(self, naming: Naming) -> Character | None:
        if naming.kind == "person":
            return self._person(naming)
        if naming.kind == "name":
            return self._unexplained(naming)
        return self._organisation(naming)

    def _person(self, naming: Naming) -> Character | None:
        family = surname(naming.name)
        known = self._people.get(family, [])
        fitting = [person for person in known if _may_be(person, naming)]
        if len(fitting) > 1:
            return None
        if fitting:
            self._index(fitting[0], naming.name)
            return _enrich(fitting[0], naming)
        if len(naming.name.split()) == 1:
            by_other = self._by_other_name(naming)
            if by_other:
                return _enrich(by_other, naming)
        person = Character(naming.name, "person", naming.office, naming.former, naming.gender)
        _learn_nouns(person, naming.office)
        self._people.setdefault(family, []).append(person)
        self._index(person, naming.name)
        return person

    def _by_other_name(self, naming: Naming) -> Character | None:
        """Return the one person in whose longer name a single word stands (``Maduro`` of Maduro Moros, ``Xi``)."""
        word = naming.name.lower()
        found = [person for person in self._by_word.get(word, ()) if _genders_agree(person, naming)]
        return found[0] if len(found) == 1 else None

    def _index(self, person: Character, name: str) -> None:
        for word in name.lower().split():
            same = self._by_word.setdefault(word, [])
            if person not in same:
                same.append(person)

    def _unexplained(self, naming: Naming) -> Character | None:
        """Return whom a name without title or shape means: somebody named in full elsewhere, else itself."""
        family = surname(naming.name)
        people = [person for person in self._people.get(family, []) if _may_be(person, naming)]
        if len(people) > 1:
            return None
        if people:
            return _enrich(people[0], replace(naming, kind="person"))
        short = self._shortened(naming)
        if short:
            return short
        if len(naming.words) == 1:
            # Who is named so in full, before who has it as another of several names: of an Ana Mora and an
            # Ana Mora Diez in one report, *Mora* is the first.
            same = self._by_last.get(naming.name.lower(), [])
            if len(same) == 1:
                return same[0]
            other = self._by_other_name(naming)
            if other and naming.name.isalpha() and not naming.name.isupper():
                return other
        known = self._others.get(naming.name.lower())
        return known or self._new_unexplained(naming)

    def _new_unexplained(self, naming: Naming) -> Character:
        """Return a character for a name that nothing explains; its last word alone means it later on.

        Only where it may be a person's: not behind an article, not of a place (``New``, ``South``).
        """
        character = self._others[naming.name.lower()] = Character(naming.name, "unknown")
        names = naming.name.split()
        placed = names[0].lower() in words_of("place_openers") or form_at(self._words, naming.words.start - 1) in (
            "the",
            "The",
        )
        if 1 < len(names) <= _MOST_NAMES and not placed and all(name.isalpha() for name in names[::2]):
            self._by_last.setdefault(names[-1].lower(), []).append(character)
        return character

    def _organisation(self, naming: Naming) -> Character:
        short = self._shortened(naming) if naming.doubtful else None
        key = naming.name.lower()
        found = short or self._others.get(key)
        if found is None or found.kind == "unknown":
            found = Character(naming.name, "outlet" if naming.kind == "outlet" else "agency", known=naming.known)
            self._others[key] = found
            self._note_short_forms(naming, found)
        found.nouns.update(naming.called)
        found.nouns.update(word for word in naming.name.lower().split() if word in words_of("outlet_nouns"))
        return found

    def _note_short_forms(self, naming: Naming, character: Character) -> None:
        """Remember the last word of a name, and the initials that stand in brackets behind it."""
        forms = self._words.forms
        if naming.kind == "outlet":
            last = forms[naming.words.stop - 1]
            self._by_ending.setdefault(last, []).append((naming.words.start, character))
        after = naming.whole.stop
        initials = form_at(self._words, after + 1)
        if form_at(self._words, after) == "(" and initials.isupper() and form_at(self._words, after + 2) == ")":
            self._others[initials.lower()] = character

    def _shortened(self, naming: Naming) -> Character | None:
        """Return the outlet that a short form means: the last one before it that ends so (``The Times``)."""
        acronym = self._others.get(naming.name.lower())
        if acronym and acronym.kind in ("agency", "outlet") and acronym.name.lower() != naming.name.lower():
            return acronym
        if len(naming.words) > 1:
            return None
        before = [
            character
            for start, character in self._by_ending.get(self._words.forms[naming.words.start], [])
            if start < naming.words.start
        ]
        return before[-1] if before else None


def _may_be(person: Character, naming: Naming) -> bool:
    """Return whether a name with the same family name may be this person's."""
    if not _genders_agree(person, naming):
        return False
    mine, theirs = person.name.lower().split(), naming.name.lower().split()
    if len(mine) == 1 or len(theirs) == 1:
        return True
    return mine[0] == theirs[0] or (mine[0][0] == theirs[0][0] and "." in (mine[0][-1], theirs[0][-1]))


def _genders_agree(person: Character, naming: Naming) -> bool:
    return not (person.gender and naming.gender and person.gender != naming.gender)


def _enrich(person: Character, naming: Naming) -> Character:
    if len(naming.name.split()) > len(person.name.split()):
        person.name = naming.name
    if naming.office and not person.office:
        person.office, person.former = naming.office, naming.former
    person.gender = person.gender or naming.gender
    _learn_nouns(person, naming.office)
    return person


def _learn_nouns(person: Character, office: str) -> None:
    person.nouns.update(filter(person_noun, (word.strip(".,").lower() for word in office.split())))

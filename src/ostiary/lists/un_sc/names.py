"""Names of the UN list: the primary one in up to four pieces, the original script, and the aliases."""

from collections.abc import Sequence
from typing import Final

from ostiary.lists.audit import Audit
from ostiary.lists.dates import name_dates
from ostiary.lists.drafts import Draft, Part
from ostiary.lists.keys import make_key
from ostiary.lists.nodes import Node
from ostiary.lists.spellings import find_other_script, split_names, split_spellings
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError
from ostiary.model.statements import Place

#: Pieces of a name in the order in which it is written; which of them is a family name the list does not say.
_PIECES: Final = {
    "FIRST_NAME": "name1",
    "SECOND_NAME": "name2",
    "THIRD_NAME": "name3",
    "FOURTH_NAME": "name4",
}
#: The word of an alias to its kind and quality.
_QUALITIES: Final = {
    "Good": ("a.k.a.", "strong"),
    "Low": ("a.k.a.", "weak"),
    "a.k.a.": ("a.k.a.", "strong"),
    "f.k.a.": ("f.k.a.", "strong"),
}
#: What the list writes in a field in which nothing stands.
_NOTHING: Final = "null"


def state_names(node: Node, draft: Draft, place: Place, audit: Audit) -> None:
    """State the names of a party.

    Raises:
        ListFileError: It has no primary name.
    """
    pieces = [(kind, value) for tag, kind in _PIECES.items() if (value := node.take_value(tag))]
    name = " ".join(value for _, value in pieces)
    if not name:
        raise ListFileError("The party has no name.", where=str(place), advice="Fetch the file again.")
    primary = draft.open_name(place, "name", name, "name", "strong")
    for kind, value in pieces if len(pieces) > 1 else ():
        primary.say(f"{words.ALIAS_PART}{kind}", value)
    written = split_names(name)
    original = node.take_value("NAME_ORIGINAL_SCRIPT")
    spellings = [*(written if len(written) > 1 else ()), *([original] if original else ())]
    _state_spellings(draft, place, spellings, (words.ALSO_WRITTEN, "strong", primary.subject))
    for tag in ("INDIVIDUAL_ALIAS", "ENTITY_ALIAS"):
        for alias in node.take_filled(tag):
            _state_alias(alias, draft, Place(f"{place.element}/{tag}", place.number), audit)


def _state_alias(alias: Node, draft: Draft, place: Place, audit: Audit) -> None:
    quality, note = alias.take_value("QUALITY"), alias.take_value("NOTE")
    names = split_names(alias.take_value("ALIAS_NAME"))
    if (names or quality) and quality not in _QUALITIES:
        audit.warn(f"unknown quality {quality!r} of an alias, taken as strong", place)
    kind, known = _QUALITIES.get(quality, ("a.k.a.", "strong"))
    born, *spot = (_take_known(alias, tag) for tag in ("DATE_OF_BIRTH", "CITY_OF_BIRTH", "COUNTRY_OF_BIRTH"))
    birthplace = ", ".join(filter(None, spot))
    dates = list(name_dates("Alias.birthDate", born, audit, place))
    _state_birth(draft.open_part(place), dates, "" if names else birthplace)
    draft.open_part(place).say("Un.aliasRemark", "" if names else note)
    noted = list(find_other_script(note))
    for name in names:
        first, *others = split_spellings(name)
        part = draft.open_name(place, make_key(first), first, kind, known)
        part.say(words.ALIAS_COMMENT, note)
        part.say("Alias.birthPlace", birthplace)
        for prop, value in dates:
            part.say(prop, value)
        _state_spellings(draft, place, [*others, *noted], (kind, known, part.subject))
        noted = []  # a remark spells the first of several names


def _state_birth(party: Part, dates: Sequence[tuple[str, str]], birthplace: str) -> None:
    """State what is said of the birth of an alias of its bearer too; some aliases have no name."""
    for prop, value in dates:
        party.say(prop.replace("Alias.", "Person."), value)
    party.say("Person.birthPlace", birthplace)


def _take_known(alias: Node, tag: str) -> str:
    value = alias.take_value(tag)
    return "" if value == _NOTHING else value


def _state_spellings(draft: Draft, place: Place, spellings: Sequence[str], said: tuple[str, str, str]) -> None:
    """State further spellings; ``said`` is their kind, their quality and what they are spellings of."""
    kind, quality, first = said
    for spelling in spellings:
        part = draft.open_name(place, make_key(spelling), spelling, kind, quality)
        part.say(words.ALIAS_SPELLING_OF, first if part.subject != first else "")

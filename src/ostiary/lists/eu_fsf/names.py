"""Names of the EU list: every spelling in every language of the Union, and which of them is the primary one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from ostiary.lists.drafts import Part
from ostiary.lists.eu_fsf.regulations import Regulations
from ostiary.lists.eu_fsf.subjects import Subject, take, take_remarks
from ostiary.lists.nodes import Node
from ostiary.lists.spellings import find_script
from ostiary.model import vocabulary as words
from ostiary.model.errors import ListFileError

_PARTS: Final = ("firstName", "middleName", "lastName")
#: What stands beside a name to the property of a person; of others it is ours, since they have no office or sex.
_BESIDE: Final = {"function": "Person.position", "title": "Person.title", "gender": "Person.gender"}

Rank: TypeAlias = tuple[bool, bool, bool, bool, int]


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, and what tells whether it is the primary one."""

    part: Part
    text: str
    number: int
    language: str
    has_office: bool
    has_family_name: bool

    @property
    def rank(self) -> Rank:
        """The primary name has the lowest."""
        return rank_name(
            self.text,
            self.number,
            self.language,
            has_office=self.has_office,
            has_family_name=self.has_family_name,
        )


def rank_name(text: str, number: int, language: str, *, has_office: bool, has_family_name: bool) -> Rank:
    """Return by what the primary name of a party is found: it has the lowest.

    The list does not mark it. Names in Latin letters come first, in English or in no language that is stated;
    among them those with which an office or title stands, those with a family name, and the one that was
    entered first. For 1,791 parties that the UN or the United States list too this is their primary name in
    87 of 100, the first one in the file in 35.

    Args:
        text: The name.
        number: The list's own.
        language: As published.
        has_office: Whether an office or a title stands with it.
        has_family_name: Whether a family name is told apart in it.
    """
    foreign = language not in {"", "EN"}
    latin = find_script(text) in {"Latin", ""}
    return not latin, foreign, not has_office, not has_family_name, number


def state_names(node: Node, subject: Subject, regulations: Regulations) -> None:
    """State all names.

    Raises:
        ListFileError: There is none.
    """
    names = [_state_name(each, subject, regulations) for each in node.take_nodes("nameAlias")]
    known = [name for name in names if name.text]
    if not known:
        raise ListFileError("The party has no name.", advice="Fetch the file again.")
    _state_kinds(known)


def _state_kinds(names: Sequence[_Name]) -> None:
    primary = min(names, key=lambda name: name.rank)
    for name in names:
        name.part.say(words.ALIAS_KIND, "name" if name is primary else "a.k.a.")


def _state_name(node: Node, subject: Subject, regulations: Regulations) -> _Name:
    part, place = subject.open_part(node, words.ALIAS)
    pieces = [(kind, take(node, kind)) for kind in _PARTS]
    text = take(node, "wholeName") or " ".join(value for _, value in pieces if value)
    if not text:
        subject.audit.warn("a name without text", place)
    language = take(node, "nameLanguage")
    part.say(words.ALIAS_NAME, text)
    part.say(words.ALIAS_QUALITY, ("weak" if node.find("strong") == "false" else "strong") if text else "")
    part.say(words.ALIAS_LANGUAGE, language)
    part.say(words.ALIAS_COMMENT, take_remarks(node))
    for kind, value in pieces:
        part.say(f"{words.ALIAS_PART}{kind}", value)
    beside = {name: take(node, name) for name in _BESIDE}
    for name, value in beside.items():
        subject.draft.open_part(place).say(_BESIDE[name] if subject.is_person else f"Eu.{name}", value)
    part.say("Alias.regulation", regulations.take_summary(node))
    has_office = bool(beside["function"] or beside["title"])
    return _Name(part, text, place.number, language, has_office, bool(pieces[-1][1]))

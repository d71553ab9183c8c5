"""A place in the text that names somebody, before it is known who else it is."""

from dataclasses import dataclass
from typing import Literal

from ostiary.documents.voices.lexicon import Gender
from ostiary.documents.words import Words

NamingKind = Literal["person", "outlet", "agency", "name"]


@dataclass(frozen=True, slots=True)
class Naming:
    """A name as it stands in the text.

    Attributes:
        words: The name, without title or office.
        whole: The name with what stands around it: title before, apposition after.
        kind: What it names; ``name`` where nothing shows it.
        name: How it is shown: as written, or as the table of outlets and bodies has it.
        office: Title or office beside it, without article.
        former: Whether the office is called former.
        gender: What title or given name tell.
        called: Nouns that may refer back to it.
        known: Whether it stands in a table of outlets and bodies.
        doubtful: Whether it is an outlet only where the words around it speak of reporting.
    """

    words: range
    whole: range
    kind: NamingKind
    name: str
    office: str = ""
    former: bool = False
    gender: Gender = ""
    called: tuple[str, ...] = ()
    known: bool = False
    doubtful: bool = False


def written(words: Words, part: range) -> str:
    """Return a run of words as the text has it, on one line."""
    if not part:
        return ""
    return " ".join(words.text[words.starts[part.start] : words.ends[part.stop - 1]].split())


def form_at(words: Words, number: int) -> str:
    """Return a word as written; beyond both ends nothing."""
    return words.forms[number] if 0 <= number < len(words) else ""


def lower_at(words: Words, number: int) -> str:
    """Return a word in lower case; beyond both ends nothing."""
    return words.lower[number] if 0 <= number < len(words) else ""


def capital(words: Words, number: int) -> bool:
    """Return whether a word is written with a capital."""
    return form_at(words, number)[:1].isupper()

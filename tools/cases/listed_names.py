"""What is listed? The written names of the parties of a register, with what tells two parties apart."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from anyascii import anyascii

from ostiary.model.parties import Party
from ostiary.register import open_register

_SIGNS = re.compile(r"['`´‘’ʼʿʾʻ.]")  # noqa: RUF001 - the quotation marks that lists write in names
_BREAKS = re.compile(r"[^a-z0-9]+")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True)
class ListedName:
    """One written name of one party.

    Attributes:
        party: Id of the party (``us_ofac:22790``).
        schema: FollowTheMoney schema of the party.
        text: As listed.
        kind: ``name`` (primary), ``a.k.a.``, ``f.k.a.``, ``n.k.a.`` or ``also written``.
        parts: Kinds of the typed pieces by their words, where the list gives them.
        years: Years of birth as listed.
        countries: Nationalities and citizenships as listed.
    """

    party: str
    schema: str
    text: str
    kind: str
    parts: tuple[tuple[str, str], ...]
    years: frozenset[str]
    countries: tuple[str, ...]

    @cached_property
    def script(self) -> str:
        """The first word of the Unicode name of its first letter (``LATIN``); ``MIXED`` where letters differ."""
        found = {unicodedata.name(letter, "?").split()[0] for letter in self.text if letter.isalpha()}
        return found.pop() if len(found) == 1 else "MIXED" if found else "NONE"

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in small Latin letters without accents and signs."""
        return split_words(self.text)


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in small Latin letters without accents and signs."""
    return tuple(word for word in _BREAKS.split(anyascii(_SIGNS.sub("", text)).casefold()) if word)


def read_names(register: Path, lists: Sequence[str]) -> Iterator[list[ListedName]]:
    """Yield the strong names of each party of the newest recorded versions, the primary one first.

    Args:
        register: The file of the register.
        lists: Ids of the lists.
    """
    with open_register(register) as opened:
        for list_id in lists:
            for party in opened.state(list_id).parties():
                yield list(_collect(party))


def _collect(party: Party) -> Iterator[ListedName]:
    said = party.properties
    years = frozenset(_YEAR.findall(" ".join(said.get("birthDate", ()))))
    countries = (*said.get("nationality", ()), *said.get("citizenship", ()))
    for alias in party.aliases:
        if alias.quality == "strong" and alias.name.strip():
            parts = tuple((part.kind, part.value) for part in alias.parts)
            yield ListedName(party.id, party.schema, alias.name, alias.kind, parts, years, countries)

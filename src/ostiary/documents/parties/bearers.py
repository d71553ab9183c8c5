"""Two bearers of one name in a text: which of them is meant in which place.

Once a text tells of a second bearer, the name says nothing by itself. Each place needs words of its own that tell
the bearer, or follows the one told of last in its paragraph; else it may be either.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from ostiary.documents.parties.describing import Description, kind_at, stem_at
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import Setting

#: Which of the bearers of a name in a text is meant: the listed one, another one, or one of them.
Side = Literal["listed", "other", "either"]

_DEFINITE = frozenset({"the", "this", "that"})


@dataclass(frozen=True, slots=True)
class Bearers:
    """What a text tells of the listed bearer of a name and of another one.

    Attributes:
        sides: Which of them is meant in the places whose own words tell, by first word.
        words: The words that only the descriptions of one of them have, by stem.
        kinds: The kinds of thing that only one of them is called.
        own: The words that only the name of the listed one has.
        names: The ways of writing the name that stand for one of them only.
        both: The first word of the paragraph from which on a reader knows of both.
        first: Whom the text tells of first.
        starts: The first word of that place.
        other: How the text describes the other one.
    """

    sides: Mapping[int, Side]
    words: Mapping[str, Side]
    kinds: Mapping[str, Side]
    own: frozenset[str]
    names: Mapping[tuple[str, ...], Side]
    both: int
    first: Side
    starts: int
    other: str

    def side_of(self, setting: Setting, row: Row, told: Description) -> Side:
        """Return which bearer is meant in one place.

        Args:
            setting: The text.
            row: The name.
            told: The words that describe its bearer there.
        """
        if row.first in self.sides:
            return self.sides[row.first]
        if described := self._told_by(setting, told.words()):
            return described
        if row.first < self.both:
            known = row.first > self.starts or self.first == "other"
            return self.first if known else "either"
        if by_name := self._told_by_name(setting, row):
            return by_name
        if self._told_by(setting, setting.around(row.first, row.last)) == "other":
            return "other"
        return self._last_told(setting, row)

    def _told_by_name(self, setting: Setting, row: Row) -> Side | None:
        """Whom the way of writing the name tells; None if either may be written so."""
        forms = tuple(setting.wording.form_of(at) for at in row.words)
        return self.names.get(forms) if self.own.isdisjoint(forms) else "listed"

    def _told_by(self, setting: Setting, words: Iterable[int]) -> Side | None:
        """Whom some words describe; None if nobody or both."""
        met = {self.words[stem] for at in words if (stem := stem_at(setting, at)) in self.words}
        return met.pop() if len(met) == 1 else None

    def _last_told(self, setting: Setting, row: Row) -> Side:
        """Who was told of last before a place, in its paragraph."""
        for at in range(row.first - 1, setting.paragraph_start(row.first) - 1, -1):
            if at in self.sides:
                return self.sides[at]
            side = self.words.get(stem_at(setting, at)) or self.kinds.get(kind_at(setting, at))
            if side == "other" or (side and at and setting.wording.forms[at - 1] in _DEFINITE):
                return side
        return "either"

    def tell_other(self) -> str:
        """Return in plain words that the other bearer of the name is meant."""
        described = f" (“{self.other}”)" if self.other else ""
        return f"the text tells of another bearer of the name here{described}"

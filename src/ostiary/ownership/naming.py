"""Which names in holdings are one: the key of a party or government where it is stated, else the folded name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from ostiary.model.ownership import Holding, NameJudgement

#: The id of a listing or government: ``us_ofac:22790``, ``government:VE``.
_PARTY: Final = re.compile(r"([A-Za-z][A-Za-z0-9_]*):(\S+)")
#: Names that are kept folded: an owner stands in many lines.
_NAMES: Final = 1 << 17


@lru_cache(_NAMES)
def read_party(text: str) -> str:
    """Return the id of a listing or government that a text is, or an empty text."""
    found = _PARTY.fullmatch(text.strip())
    return f"{found[1].lower()}:{found[2]}" if found else ""


@lru_cache(_NAMES)
def fold_name(name: str) -> str:
    """Return a name by which equal ones are known: form, case and spacing folded, nothing else."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def key_owner(holding: Holding, judged: Mapping[str, str]) -> str:
    """Return the key of an owner: the party that it is stated or judged to be, else its folded name.

    Args:
        holding: Names it.
        judged: Folded name to party, as :func:`find_judged` returns it.
    """
    return holding.owner_party or _key_name(holding.owner, judged)


def key_owned(holding: Holding, judged: Mapping[str, str]) -> str:
    """Return the key of the company that is owned, likewise."""
    return holding.owned_party or _key_name(holding.owned, judged)


def _key_name(name: str, judged: Mapping[str, str]) -> str:
    folded = fold_name(name)
    return read_party(name) or judged.get(folded, folded)


def find_judged(judgements: Iterable[NameJudgement]) -> dict[str, str]:
    """Return the party that each folded name was judged to be, where the last word on them is that they are one.

    Args:
        judgements: In the order in which they were made.
    """
    last = {(fold_name(one.name), one.party): one for one in judgements}
    return {name: party for (name, party), one in last.items() if one.verdict == "same"}


def find_denied(judgements: Iterable[NameJudgement]) -> frozenset[tuple[str, str]]:
    """Return folded names with the parties that they were judged not to be, where that is the last word."""
    last = {(fold_name(one.name), one.party): one.verdict for one in judgements}
    return frozenset(pair for pair, verdict in last.items() if verdict == "different")

"""Does a link of a chain name whom the gold names? Articles, case, accents and known other names do not matter."""

import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from gold import OUTLET, GoldClaim

from ostiary.model.claims import Claim, Link

SAME_NAMES = Path(__file__).resolve().parent / "data" / "reading" / "same_names.csv"

_ARTICLES = frozenset(("the", "a", "an"))
_POSSESSIVE = re.compile("['\N{RIGHT SINGLE QUOTATION MARK}]s?\\b")
_WORD = re.compile(r"\w+")
_IN_BRACKETS = re.compile(r"\(([^)]*)\)")
#: Where the wording ends and what it is said of somebody begins: neither side is held to the rest.
_CLAUSE = re.compile(r",|\s(?:who|whom|whose|which|that|on (?:the )?condition of)\b")


def same_name(gold: str, found: str) -> bool:
    """Return whether two names are one.

    Args:
        gold: Brackets and a stroke give other names: ``Department of Defense (Pentagon)``.
        found: As the reading has it.
    """
    given = _identify(found)
    return any(_identify(name) == given for name in _alternatives(gold))


def _alternatives(gold: str) -> Iterator[str]:
    yield gold
    yield _IN_BRACKETS.sub(" ", gold)
    yield from _IN_BRACKETS.findall(gold)
    yield from gold.split(" / ")


def _identify(name: str) -> str:
    plain = fold_name(name)
    return _first_names().get(plain, plain)


def fold_name(name: str) -> str:
    """Return a name in small letters without accents, points, articles and the clause that follows it."""
    head, *_ = _CLAUSE.split(name.strip(), maxsplit=1)
    letters = unicodedata.normalize("NFKD", head or name).casefold().replace("&", " and ")
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    words = _WORD.findall(_POSSESSIVE.sub("", bare.replace(".", "")))
    return " ".join(word for word in words if word not in _ARTICLES)


@cache
def _first_names() -> dict[str, str]:
    with SAME_NAMES.open(encoding="utf-8") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        groups = [row["names"].split("|") for row in rows]
    return {fold_name(name): fold_name(group[0]) for group in groups for name in group}


def same_chain(gold: GoldClaim, found: Claim, outlet: str) -> bool:
    """Return whether all links of all branches are right, or those of the chain that the gold allows to infer.

    Args:
        gold: What it should be.
        found: What it is.
        outlet: Who published; empty where the gold does not say, and any will do.
    """
    given = [found.chain, *found.branches]
    wanted = [gold.chain, *gold.branches]
    if len(given) == len(wanted) and all(any(_same_links(one, each, outlet) for each in given) for one in wanted):
        return True
    return bool(gold.inferred) and len(given) == 1 and _same_links(gold.inferred, given[0], outlet)


def _same_links(gold: Sequence[str], found: Sequence[Link], outlet: str) -> bool:
    pairs = zip(gold, found, strict=False)
    return len(gold) == len(found) and all(same_link(wanted, link.name, outlet) for wanted, link in pairs)


def same_link(gold: str, found: str, outlet: str) -> bool:
    """Return whether a link is right; the gold's publisher is meant by its own mark."""
    return not outlet or same_name(outlet, found) if gold == OUTLET else same_name(gold, found)


def same_origins(gold: GoldClaim, found: Claim, outlet: str) -> bool:
    """Return whether all chains end where they should, or where the gold allows to infer."""
    wanted, given = gold.origins, found.origins
    if len(wanted) == len(given) and all(any(same_link(one, each, outlet) for each in given) for one in wanted):
        return True
    return bool(gold.inferred) and len(given) == 1 and same_link(gold.inferred[-1], given[0], outlet)

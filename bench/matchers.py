"""Who compares two names? Ostiary and its peers, each behind the same call."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from uuid import uuid4

from followthemoney import ValueEntity, model
from nomenklatura.matching.logic_v2.model import LogicV2
from rapidfuzz import fuzz, utils

import ostiary

#: Both names as they are written, and the FollowTheMoney schema of both; a score from 0.0 to 1.0.
Compare = Callable[[str, str, str], float]
#: FollowTheMoney property to values.
Properties = Mapping[str, tuple[str, ...]]

#: The threshold that Ostiary's and logic-v2's scores are made for.
CUT = 0.70
#: The threshold that scans by edit ratio are most often run at.
RATIO_CUT = 0.85


@dataclass(frozen=True, slots=True)
class Matcher:
    """One way to compare two names.

    Attributes:
        name: For the tables.
        compare: The comparison.
        cut: The threshold that it is used at.
    """

    name: str
    compare: Compare
    cut: float = CUT


def make_entity(schema: str, properties: Properties) -> ValueEntity:
    """Return a FollowTheMoney entity with a random id, as nomenklatura's own benches make them."""
    entity = ValueEntity(model[schema], {"id": uuid4().hex})
    for name, values in properties.items():
        entity.add(name, list(values), quiet=True)
    return entity


@dataclass(frozen=True, slots=True)
class LogicJudge:
    """nomenklatura's logic-v2 over two entities, at its default settings."""

    config: object = field(default_factory=LogicV2.default_config)

    def judge(self, query: ValueEntity, listed: ValueEntity) -> float:
        """Return the score of two entities."""
        return float(LogicV2.compare(query, listed, self.config).score)  # type: ignore[arg-type]  # its own default

    def compare(self, left: str, right: str, schema: str) -> float:
        """Return the score of two entities of one schema that have nothing but a name."""
        return self.judge(make_entity(schema, {"name": (left,)}), make_entity(schema, {"name": (right,)}))


def compare_sorted_words(left: str, right: str, _schema: str) -> float:
    """Return rapidfuzz's token_sort_ratio: lower case, signs dropped, words sorted, then the edit ratio."""
    return float(fuzz.token_sort_ratio(left, right, processor=utils.default_process)) / 100


def compare_weighted(left: str, right: str, _schema: str) -> float:
    """Return rapidfuzz's WRatio, its mixture of whole, partial and word ratios."""
    return float(fuzz.WRatio(left, right, processor=utils.default_process)) / 100


def compare_ostiary(left: str, right: str, schema: str) -> float:
    """Return Ostiary's score."""
    return float(ostiary.compare(left, right, schema=schema).score)


def list_matchers() -> tuple[Matcher, ...]:
    """Return Ostiary, if its engine stands, and its peers."""
    ours = Matcher("ostiary", compare_ostiary)
    peers = (
        Matcher("logic-v2", LogicJudge().compare),
        Matcher("token_sort_ratio", compare_sorted_words, RATIO_CUT),
        Matcher("WRatio", compare_weighted, RATIO_CUT),
    )
    return (ours, *peers)

"""Two entities with names and parts of names: is it the same party? Share right on labelled pairs.

Some of the pairs stand in ``name_pairs.csv`` too, whose *should it be raised* is the later judgement, and a few
are labelled the other way there: Angela Merkur is not Angela Merkel, but to be looked at. No score is right by
both, so both are counted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from matchers import CUT, LogicJudge, compare_ostiary, make_entity
from pairs import Pair

#: Parts of a name in the order in which they are joined where the whole name is not given.
NAME_PARTS = ("firstName", "secondName", "middleName", "fatherName", "motherName", "lastName")


@dataclass(frozen=True, slots=True)
class EntityResult:
    """How many of the pairs one matcher judged as labelled, at its threshold.

    ``right_later`` counts by the later label where a pair has one.
    """

    matcher: str
    pairs: int
    right: int
    false_hits: int
    misses: int
    right_later: int

    @property
    def share(self) -> float:
        """Share right, 0.0 to 1.0."""
        return self.right / self.pairs


def read_entity_pairs(path: Path) -> list[dict[str, Any]]:
    """Return the checks: match, schema, query, candidate."""
    checks: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))["checks"]
    return checks


def join_name(properties: Mapping[str, str]) -> str:
    """Return the name as given, or its parts joined."""
    return properties.get("name") or " ".join(properties[part] for part in NAME_PARTS if part in properties)


def score_logic(check: Mapping[str, Any]) -> float:
    """Return logic-v2's score: it is given the parts as well as the name."""
    query, listed = (
        make_entity(check["schema"], {key: (value,) for key, value in side.items()} | {"name": (join_name(side),)})
        for side in (check["query"], check["candidate"])
    )
    return LogicJudge().judge(query, listed)


def score_ostiary(check: Mapping[str, Any]) -> float:
    """Return Ostiary's score: it is given the name only."""
    return compare_ostiary(join_name(check["query"]), join_name(check["candidate"]), check["schema"])


def later_labels(checks: Sequence[Mapping[str, Any]], pairs: Sequence[Pair]) -> list[bool]:
    """Return the label of each check, the later one where it stands among the pairs of names too."""
    raised = {
        frozenset((pair.left, pair.right)): pair.labels["should_fire"]
        for pair in pairs
        if "should_fire" in pair.labels
    }
    names = (frozenset((join_name(check["query"]), join_name(check["candidate"]))) for check in checks)
    return [raised.get(both, bool(check["match"])) for both, check in zip(names, checks, strict=True)]


def measure_entities(checks: Sequence[Mapping[str, Any]], pairs: Sequence[Pair]) -> list[EntityResult]:
    """Return both matchers' counts.

    Args:
        checks: The labelled pairs of entities.
        pairs: The labelled pairs of names, for the later labels.
    """
    results, later = [], later_labels(checks, pairs)
    for name, score in (("ostiary", score_ostiary), ("logic-v2", score_logic)):
        fired = [score(check) >= CUT for check in checks]
        labels = [bool(check["match"]) for check in checks]
        wrong = [(hit, label) for hit, label in zip(fired, labels, strict=True) if hit != label]
        false_hits = sum(hit for hit, _ in wrong)
        right = len(checks) - len(wrong)
        right_later = sum(hit == label for hit, label in zip(fired, later, strict=True))
        misses = len(wrong) - false_hits
        results.append(EntityResult(name, len(checks), right, false_hits, misses, right_later))
    return results

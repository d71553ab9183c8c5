"""Profiles: a named, versioned set of weights, costs and thresholds, whose digest goes with every hit."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

#: No threshold of a user's own may be higher: beyond it listed names in their own words would be lost.
HIGHEST_THRESHOLD = 990


@dataclass(frozen=True, slots=True)
class Profile:
    """How screening weighs what it compares. All numbers are whole points or percent.

    Attributes:
        name: ``default``.
        version: Raised with every change.
        threshold: Points from which a candidate is a hit.
        name_floor: Points of the name below which no other evidence makes a candidate a hit.
        word_weights: Kind of bearer (``PERSON``) to kind of word (``PLAIN``) to weight.
        name_costs: Kind of bearer to what unlike, contradicted or omitted words cost, in percent or points.
        evidence: Label of other evidence (``birth date equal``) to points.
    """

    name: str
    version: int
    threshold: int
    name_floor: int
    word_weights: Mapping[str, Mapping[str, int]]
    name_costs: Mapping[str, Mapping[str, int]]
    evidence: Mapping[str, int]

    @property
    def digest(self) -> str:
        """SHA-256 over everything that the profile says, in hex."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()

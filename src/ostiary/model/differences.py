"""What would have been different: one customer's answer under two states of lists, or two profiles."""

from dataclasses import dataclass
from typing import Literal

DifferenceKind = Literal["newly hit", "no longer hit", "other points"]

#: The columns of a file of differences, as Arrow would write their types; points are empty where there is no hit.
DIFFERENCE_COLUMNS: tuple[tuple[str, str], ...] = (
    ("row", "int64"),
    ("query_id", "string"),
    ("query_name", "string"),
    ("kind", "string"),
    ("party_id", "string"),
    ("party_name", "string"),
    ("list_id", "string"),
    ("points_before", "int32"),
    ("points_after", "int32"),
    ("explanation_before", "string"),
    ("explanation_after", "string"),
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A hit that only one of two answers has, or both with other points. A hit is "same name as", no more.

    Attributes:
        row: Number of the customer's row.
        query_id: The customer's own key.
        query_name: The name that matched best, in the later answer that has the hit.
        kind: Which of the two.
        party_id: The party.
        party_name: Its primary name.
        list_id: Its list.
        points_before: Its points in the first answer; None where it was no hit.
        points_after: Its points in the second one.
        explanation_before: What the points were made of; empty where it was no hit.
        explanation_after: The same of the second answer.
    """

    row: int
    query_id: str
    query_name: str
    kind: DifferenceKind
    party_id: str
    party_name: str
    list_id: str
    points_before: int | None
    points_after: int | None
    explanation_before: str
    explanation_after: str


@dataclass(frozen=True, slots=True)
class LookbackSide:
    """One of the two answers.

    Attributes:
        lists: Versions of lists, as ``us_ofac 2025-11-24``.
        index_id: Digest of the index.
        profile: Name of the profile.
        profile_digest: Its digest.
        threshold: Points from which a candidate is a hit.
    """

    lists: tuple[str, ...]
    index_id: str
    profile: str
    profile_digest: str
    threshold: int


@dataclass(frozen=True, slots=True)
class Lookback:
    """How two answers over one customer file differ.

    Attributes:
        input_name: Name of the file, without its folder.
        input_digest: SHA-256 of its bytes, in hex.
        before: The first answer.
        after: The second one.
        rows: Rows in the file, its heading left out.
        rejected: Rows that could not be read, and which neither answer covers.
        compared: Rows that were screened twice; to the others no name or number of a changed listing is near.
        changed: Listings that differ in what screening sees; None where the profiles differ: all were compared.
        newly_hit: Hits that only the second answer has.
        no_longer_hit: Hits that only the first one has.
        other_points: Hits of both with other points.
        sample: Whether one of the two is over samples: then nothing here means that a name is clear.
    """

    input_name: str
    input_digest: str
    before: LookbackSide
    after: LookbackSide
    rows: int
    rejected: int
    compared: int
    changed: int | None
    newly_hit: int = 0
    no_longer_hit: int = 0
    other_points: int = 0
    sample: bool = False

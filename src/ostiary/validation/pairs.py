"""Labelled pairs of names compared: precision, recall, the order that the score gives, and its calibration."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ostiary.model.errors import QueryError
from ostiary.model.hits import Comparison
from ostiary.model.profiles import Profile
from ostiary.model.validation import (
    Calibration,
    Finding,
    FindingKind,
    LabelledPair,
    PairsValidation,
    Share,
)
from ostiary.screening import compare
from ostiary.screening.scale import shown_score
from ostiary.validation.examining import describe_parts
from ostiary.validation.tallies import sweep_thresholds

_BANDS = 10
_STEP = 10
_LOWEST, _HIGHEST = 300, 1000


@dataclass(slots=True)
class _Points:
    """Pairs of each label by points; no more is kept of a pair that is judged right."""

    positive: Counter[int] = field(default_factory=Counter)
    negative: Counter[int] = field(default_factory=Counter)

    def add(self, points: int, *, positive: bool) -> None:
        (self.positive if positive else self.negative)[points] += 1

    def precision_and_recall(self, threshold: int) -> tuple[Share, Share]:
        row = sweep_thresholds(self.positive, self.negative, [threshold])[0]
        return row.precision, row.recall


def validate_pairs(
    pairs: Iterable[LabelledPair], profile: Profile, against: Profile | None = None
) -> PairsValidation:
    """Return what labelled pairs give.

    Args:
        pairs: The pairs.
        profile: The profile that is validated.
        against: One to compare it with.
    """
    ours, theirs = _Points(), _Points()
    findings: list[Finding] = []
    skipped: list[str] = []
    for pair in pairs:
        try:
            found = compare(pair.left, pair.right, pair.schema, profile=profile)
            other = compare(pair.left, pair.right, pair.schema, profile=against) if against else None
        except QueryError as error:
            skipped.append(f"row {pair.row}: {error}")
            continue
        ours.add(found.points, positive=pair.positive)
        if other:
            theirs.add(other.points, positive=pair.positive)
        findings.extend(_judge(pair, found, profile.threshold))
    precision, recall = ours.precision_and_recall(profile.threshold)
    return PairsValidation(
        precision,
        recall,
        area_under_curve(ours.positive, ours.negative),
        sweep_thresholds(ours.positive, ours.negative, range(_LOWEST, _HIGHEST + 1, _STEP)),
        tuple(_calibrate(ours)),
        tuple(finding for finding in findings if finding.kind == "missed"),
        tuple(finding for finding in findings if finding.kind == "false alert"),
        theirs.precision_and_recall(against.threshold) if against else None,
        tuple(skipped),
    )


def _judge(pair: LabelledPair, found: Comparison, threshold: int) -> Iterator[Finding]:
    if (found.points >= threshold) == pair.positive:
        return
    kind: FindingKind = "missed" if pair.positive else "false alert"
    why = describe_parts(found.parts)
    row = f"row {pair.row}"
    yield Finding(kind, "pairs", row, pair.left, pair.right, pair.schema, "", found.points, found.parts, why)


def area_under_curve(positive: Counter[int], negative: Counter[int]) -> float:
    """Return how often a positive has more points than a negative; a tie counts half. 0.0 without either.

    It is the Mann-Whitney statistic, which equals the area under the curve of true against false alarms.

    Args:
        positive: How many positives have so many points.
        negative: How many negatives.
    """
    above, below = 0.0, negative.total()
    for points in sorted(positive.keys() | negative.keys(), reverse=True):
        below -= negative[points]
        above += positive[points] * (below + negative[points] / 2)
    return above / max(positive.total() * negative.total(), 1)


def _calibrate(points: _Points) -> Iterator[Calibration]:
    bands = [Counter[bool]() for _ in range(_BANDS)]
    for counts, positive in ((points.positive, True), (points.negative, False)):
        for value, number in counts.items():
            bands[min(int(shown_score(value) * _BANDS), _BANDS - 1)][positive] += number
    for place, band in enumerate(bands):
        yield Calibration(place / _BANDS, (place + 1) / _BANDS, Share(band[True], band.total()))

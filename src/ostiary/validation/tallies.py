"""Answers counted as they come: shares, and histograms of points that any threshold can be read from."""

from collections import Counter
from collections.abc import Iterable

from ostiary.model.validation import ClassResult, Share, SweepRow
from ostiary.validation.examining import Answer
from ostiary.validation.variations import Variation

#: A name of so many letters is long enough that one wrong letter must not hide it.
LONG = 8


class Tally:
    """The answers of one class."""

    def __init__(self) -> None:
        self._all, self._long = Counter[bool](), Counter[bool]()
        self._schemas: dict[str, Counter[bool]] = {}
        self._first = self._unscreenable = self._same = 0
        self.points = Counter[int]()

    def add(self, answer: Answer) -> None:
        """Count an answer."""
        self._all[answer.hit] += 1
        if sum(sign.isalpha() for sign in answer.trial.listed) >= LONG:
            self._long[answer.hit] += 1
        self._schemas.setdefault(answer.trial.query.schema, Counter())[answer.hit] += 1
        self._first += answer.place == 1
        self._unscreenable += bool(answer.unscreenable)
        self._same += answer.hit and answer.hits_origin
        self.points[answer.points if answer.points is not None else -1] += 1

    @property
    def share(self) -> Share:
        """How many were hits."""
        return _share(self._all)

    @property
    def share_on_origin(self) -> Share:
        """How many hit the very party that the name was made from."""
        return Share(self._same, self._all.total())

    def result(self, name: str, variation: Variation | None = None, against: Share | None = None) -> ClassResult:
        """Return what the answers come to.

        Args:
            name: What the class is called.
            variation: The class of variation, where it is one.
            against: What another profile found.
        """
        return ClassResult(
            name,
            variation.family if variation else "",
            variation.meaning if variation else "",
            variation.single_edit if variation else False,
            self.share,
            _share(self._long),
            self._first,
            {schema: _share(counts) for schema, counts in sorted(self._schemas.items())},
            self._unscreenable,
            against,
        )


def _share(counts: Counter[bool]) -> Share:
    return Share(counts[True], counts.total())


def sweep_thresholds(
    wanted: Counter[int], unwanted: Counter[int], thresholds: Iterable[int]
) -> tuple[SweepRow, ...]:
    """Return what each threshold would do.

    Args:
        wanted: How many names that should give a hit have so many points; -1 stands for no candidate.
        unwanted: The same of names that should give none.
        thresholds: The thresholds.
    """
    return tuple(_sweep_row(threshold, wanted, unwanted) for threshold in thresholds)


def _sweep_row(threshold: int, wanted: Counter[int], unwanted: Counter[int]) -> SweepRow:
    found, alerts = (
        sum(number for points, number in counts.items() if points >= threshold) for counts in (wanted, unwanted)
    )
    recall, alarms = Share(found, wanted.total()), Share(alerts, unwanted.total())
    return SweepRow(threshold, recall, alarms, Share(found, found + alerts))

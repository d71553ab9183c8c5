"""The threshold chosen by labelled customers: the highest at which as many of them are found as must be."""

from array import array
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

from ostiary.index import Index
from ostiary.model.profiles import Profile
from ostiary.model.validation import Finding, LabelledCustomer, Share, SweepRow, Trial, Tuning
from ostiary.validation.examining import Answer, Examiner, explain_hit
from ostiary.validation.findings import NEAR
from ostiary.validation.tallies import sweep_thresholds
from ostiary.validation.validating import swept_thresholds

#: Points of a row without a candidate.
_NONE = -1
#: Rows of the sample below the line.
_SHOWN = 40

#: Reads the customers anew each time: they may be more than memory holds.
Customers = Callable[[], Iterator[LabelledCustomer]]


def tune_threshold(index: Index, profile: Profile, customers: Customers, needed: float, seed: int = 1) -> Tuning:
    """Return the threshold that labelled customers ask for, and what others would do.

    The file is gone through twice: once for the points of every row, and once for the rows that are to be shown.

    Args:
        index: What is screened against.
        profile: All of it but the threshold is taken as it is.
        customers: The rows.
        needed: The share of labelled rows that must be found, in percent.
        seed: Draws the sample below the line.
    """
    examiner = Examiner(index, profile)
    rows = _Rows()
    skipped = [reason for labelled in _answers(examiner, customers()) if (reason := rows.add(labelled))]
    sweep = sweep_thresholds(rows.labelled(), rows.best(), swept_thresholds(profile))
    sweep = tuple(replace(row, precision=Share(row.recall.part, row.alerts.part)) for row in sweep)
    chosen = choose_threshold(sweep, needed)
    line = profile.threshold if chosen is None else chosen
    wanted = rows.missed_at(line) | rows.sample_below(line, seed)
    shown = (customer for customer in customers() if customer.row in wanted)
    found = [finding for labelled in _answers(examiner, shown) for finding in _show(examiner, labelled, line)]
    return Tuning(
        rows=len(rows),
        labelled=rows.labelled().total(),
        sweep=sweep,
        needed=needed,
        before=profile.threshold,
        threshold=chosen,
        near=tuple(finding for finding in found if finding.kind == "below the line"),
        misses=tuple(finding for finding in found if finding.kind == "missed"),
        skipped=tuple(skipped),
    )


def choose_threshold(sweep: tuple[SweepRow, ...], needed: float) -> int | None:
    """Return the highest threshold that finds as large a share as is needed, in percent; None if none does."""
    return max((row.threshold for row in sweep if row.recall.share * 100 >= needed), default=None)


_Labelled = tuple[LabelledCustomer, Answer]


def _answers(examiner: Examiner, customers: Iterator[LabelledCustomer]) -> Iterator[_Labelled]:
    """Each row with its answer; rows wait in a short queue, since the examiner screens them by the block."""
    waiting: list[LabelledCustomer] = []

    def ask() -> Iterator[Trial]:
        for customer in customers:
            waiting.append(customer)
            yield Trial("customers", f"row {customer.row}", customer.query)

    for answer in examiner.examine(ask()):
        yield waiting.pop(0), answer


class _Rows:
    """The points of each row: of its best candidate, and of the party that its label names."""

    def __init__(self) -> None:
        self._rows, self._best, self._labelled = array("q"), array("i"), array("i")
        self._has_label = array("b")

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, labelled: _Labelled) -> str:
        """Take a row; return why it is left out, or nothing."""
        customer, answer = labelled
        if answer.unscreenable:
            return f"row {customer.row}: not screened, {answer.unscreenable}"
        self._rows.append(customer.row)
        self._best.append(max((hit.points for hit in answer.candidates), default=_NONE))
        right = (hit.points for hit in answer.candidates if hit.party_id in customer.party_ids)
        self._labelled.append(max(right, default=_NONE))
        self._has_label.append(bool(customer.party_ids))
        return ""

    def best(self) -> Counter[int]:
        return Counter(self._best)

    def labelled(self) -> Counter[int]:
        return Counter(
            points for points, has_label in zip(self._labelled, self._has_label, strict=True) if has_label
        )

    def missed_at(self, threshold: int) -> frozenset[int]:
        """The rows whose label names a party that is no hit."""
        rows = zip(self._rows, self._labelled, self._has_label, strict=True)
        return frozenset(row for row, points, has_label in rows if has_label and points < threshold)

    def sample_below(self, threshold: int, seed: int) -> frozenset[int]:
        """An even sample of the rows whose best candidate lies just below a threshold."""
        rows = zip(self._rows, self._best, strict=True)
        below = [row for row, points in rows if 0 < threshold - points <= NEAR]
        dice = Random(f"{seed}|below")  # noqa: S311 - a sample that can be repeated, no secret
        return frozenset(dice.sample(below, min(_SHOWN, len(below))))


def _show(examiner: Examiner, labelled: _Labelled, threshold: int) -> Iterator[Finding]:
    """The findings of a row: a labelled party that is missed, and what lies just below the line."""
    customer, answer = labelled
    found = {hit.party_id for hit in answer.candidates if hit.points >= threshold}
    if customer.party_ids and not found & set(customer.party_ids):
        trial = replace(answer.trial, party_id=customer.party_ids[0])
        yield examiner.explain(replace(answer, trial=trial))
    for hit in answer.candidates:
        if 0 < threshold - hit.points <= NEAR:
            yield explain_hit(answer.trial, hit, "below the line")

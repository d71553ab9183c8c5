"""The figures that a screening must reach before it is used."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from ostiary.model.validation import ClassResult, Gate, ListValidation, PairsValidation, Share


@dataclass(frozen=True, slots=True)
class GateSettings:
    """What must be reached, in percent; alerts of a thousand.

    Attributes:
        class_recall: Of each class of variation.
        edit_recall: Of each class of one wrong letter, of names of eight letters or more.
        most_alerts: Hits per 1,000 names that must not hit; None: no gate.
        pairs_precision: Of labelled pairs; None: no gate.
        pairs_recall: Of labelled pairs; None: no gate.
    """

    class_recall: float = 95.0
    edit_recall: float = 99.0
    most_alerts: float | None = None
    pairs_precision: float | None = None
    pairs_recall: float | None = None


def check_lists(found: ListValidation, settings: GateSettings) -> Iterator[Gate]:
    """Yield the gates of the packs over the lists in force."""
    lost = len(found.lost)
    yield Gate("every listed name finds its party (whole index)", "none lost", f"{lost:,} lost", not lost)
    control = found.control
    yield Gate("control names found", "100.0 %", say_share(control), control.part == control.of)
    for result in found.classes:
        yield from _check_class(result, settings)
    if settings.most_alerts is not None:
        for name, alerts in (("made names that hit", found.made), ("own names that hit", found.own)):
            if alerts is not None and alerts.of:
                needed = f"at most {settings.most_alerts:g} of 1,000"
                reached = f"{alerts.share * 1000:.1f} of 1,000"
                yield Gate(name, needed, reached, alerts.share * 1000 <= settings.most_alerts)


def _check_class(result: ClassResult, settings: GateSettings) -> Iterator[Gate]:
    """The gate of a class; none where these lists have no name to which it applies."""
    name, counted, percent = f"class “{result.name}”", result.found, settings.class_recall
    if result.single_edit:
        name, counted, percent = f"{name}, names of 8 letters or more", result.found_long, settings.edit_recall
    if counted.of:
        yield _at_least(name, counted, percent)


def check_pairs(found: PairsValidation, settings: GateSettings) -> Iterator[Gate]:
    """Yield the gates of labelled pairs."""
    if settings.pairs_precision is not None:
        yield _at_least("precision on labelled pairs", found.precision, settings.pairs_precision)
    if settings.pairs_recall is not None:
        yield _at_least("recall on labelled pairs", found.recall, settings.pairs_recall)


def _at_least(name: str, share: Share, percent: float) -> Gate:
    return Gate(name, f"at least {percent:.1f} %", say_share(share), share.share * 100 >= percent, percent)


def say_share(share: Share) -> str:
    """Return a share in words: ``98.3 % (59 of 60)``; cut, not rounded, so that nothing seems to reach a gate."""
    return f"{cut_percent(share.share)} % ({share.part:,} of {share.of:,})"


def cut_percent(value: float) -> str:
    """Return a share in percent with one digit, the rest cut off."""
    return f"{floor(round(value * 1000, 6)) / 10:.1f}"


def missed_gates(gates: Sequence[Gate]) -> tuple[Gate, ...]:
    """Return the gates that are not reached."""
    return tuple(gate for gate in gates if not gate.passed)

"""What is wrong with holdings taken together: repeats, more than the whole, circles, days to come."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from ostiary.model.ownership import Holding, HoldingFault, write_percent
from ostiary.ownership.circles import find_circles
from ostiary.ownership.graph import ROUNDING
from ostiary.ownership.naming import key_owned, key_owner

_DAY = timedelta(days=1)
_WHOLE = Fraction(1)
#: Shares that are none of them above this are suspected to be parts of the whole, not per cent.
_SMALL = Fraction(1, 100)
_MOST_NAMES = 6


def find_contradictions(holdings: Sequence[Holding]) -> tuple[HoldingFault, ...]:
    """Return the faults for which holdings are refused: one said twice, or more than the whole on a day."""
    return (*_find_repeats(holdings), *_find_excess(holdings, over=True))


def find_doubts(holdings: Sequence[Holding], today: date) -> tuple[HoldingFault, ...]:
    """Return what is taken all the same and should be looked at.

    Args:
        holdings: Those of one file.
        today: Later days are days to come.
    """
    return (
        *_find_excess(holdings, over=False),
        *_find_coming(holdings, today),
        *_find_small(holdings),
        *_find_circles(holdings),
    )


def _pair(holding: Holding) -> tuple[str, str, str, str]:
    return key_owner(holding, {}), key_owned(holding, {}), holding.kind, holding.source


def _find_repeats(holdings: Iterable[Holding]) -> Iterator[HoldingFault]:
    """A holding may change from day to day; on one day one source says it once, under each arrangement."""
    known: defaultdict[tuple[str, ...], list[Holding]] = defaultdict(list)
    for one in holdings:
        known[*_pair(one), one.joint].append(one)
    for same in known.values():
        longest = None
        for one in sorted(same, key=lambda one: (one.first or date.min, one.line)):
            if longest and (one.first or date.min) <= (longest.last or date.max):
                yield _say_repeat(longest, one)
            if longest is None or (one.last or date.max) > (longest.last or date.max):
                longest = one


def _say_repeat(one: Holding, other: Holding) -> HoldingFault:
    earlier, later = sorted((one, other), key=lambda line: line.line)
    what = f"line {earlier.line} says the same pair for days that overlap; end one with until, or add them up"
    return HoldingFault(later.line, "owner", later.owner, what)


def _find_excess(holdings: Iterable[Holding], *, over: bool) -> Iterator[HoldingFault]:
    companies: defaultdict[tuple[str, str], list[Holding]] = defaultdict(list)
    for one in holdings:
        if one.kind == "ownership":
            companies[key_owned(one, {}), one.source].append(one)
    for lines in companies.values():
        total, day = _find_peak(lines)
        if (total > _WHOLE + ROUNDING) if over else (_WHOLE < total <= _WHOLE + ROUNDING):
            yield _say_excess(lines, total, day, over=over)


def _find_peak(lines: Sequence[Holding]) -> tuple[Fraction, date]:
    """Return the most that is certainly held on any one day, and the first such day."""
    if sum((one.share.least for one in lines), Fraction(0)) <= _WHOLE:
        return Fraction(0), date.min
    changes: defaultdict[date, Fraction] = defaultdict(Fraction)
    for one in lines:
        changes[one.first or date.min] += one.share.least
        if one.last and one.last < date.max:
            changes[one.last + _DAY] -= one.share.least
    total, peak, when = Fraction(0), Fraction(0), date.min
    for day in sorted(changes):
        total += changes[day]
        if total > peak:
            peak, when = total, day
    return peak, when


def _say_excess(lines: Sequence[Holding], total: Fraction, day: date, *, over: bool) -> HoldingFault:
    there = [one for one in lines if one.covers(day)]
    numbers = ", ".join(str(one.line) for one in there[:_MOST_NAMES]) + (" …" if len(there) > _MOST_NAMES else "")
    when = "" if day == date.min else f" on {day}"
    what = f"the shares in it add up to {write_percent(total)}{when} (lines {numbers})"
    advice = "mend them, or end what has ended" if over else "taken as rounded"
    return HoldingFault(there[-1].line, "share", there[-1].owned, f"{what}: {advice}")


def _find_coming(holdings: Iterable[Holding], today: date) -> Iterator[HoldingFault]:
    for one in holdings:
        if one.first and one.first > today:
            yield HoldingFault(
                one.line, "from", one.first.isoformat(), "it lies in days to come; it counts from then on"
            )


def _find_small(holdings: Sequence[Holding]) -> Iterator[HoldingFault]:
    shares = [one.share.least for one in holdings if one.kind == "ownership" and one.share.least]
    if len(shares) > 1 and max(shares) <= _SMALL:
        what = "no share is above 1: shares are read as per cent; write 1/2 for a half"
        yield HoldingFault(holdings[0].line, "share", write_percent(shares[0]), what)


def _find_circles(holdings: Iterable[Holding]) -> Iterator[HoldingFault]:
    lines: dict[tuple[str, str], Holding] = {}
    for one in holdings:
        if one.kind == "ownership":
            lines.setdefault((key_owner(one, {}), key_owned(one, {})), one)
    circle_of = {name: at for at, circle in enumerate(find_circles(lines)) for name in circle}
    inside: defaultdict[int, list[Holding]] = defaultdict(list)
    for (owner, owned), one in lines.items():
        if owner in circle_of and circle_of[owner] == circle_of.get(owned):
            inside[circle_of[owner]].append(one)
    for found in inside.values():
        names = list(dict.fromkeys(one.owner for one in found))
        said = ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")
        yield HoldingFault(
            found[0].line, "owner", found[0].owner, f"circular, which is allowed: {said} hold each other"
        )

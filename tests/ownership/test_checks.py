"""Holdings taken together: repeats, more than the whole, circles, days to come."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.model.ownership import Holding
from ostiary.ownership.checks import find_contradictions, find_doubts
from ostiary.ownership.circles import find_circles
from tests.ownership.ownership_samples import DAY, hold


def lines(*texts: str) -> list[Holding]:
    """Return holdings, each with its days behind ``@``, numbered from line 2."""
    found = []
    for line, text in enumerate(texts, 2):
        said, _, days = text.partition("@")
        first, _, last = days.strip().partition("/")
        days_of = [date.fromisoformat(day) if day else None for day in (first, last)]
        found.append(replace(hold(said), line=line, first=days_of[0], last=days_of[1]))
    return found


@pytest.mark.parametrize(
    ("holdings", "faults"),
    [
        (("X 50 A", "Y 50 A"), []),
        (("X 60 A", "Y 50 A"), [3]),
        (("X 60 A", "Y 41 A"), []),
        (("X 60 A", "Y 41.01 A"), [3]),
        (("X 60 A source=one", "Y 60 A source=two"), []),
        (("X 60 A @2020-01-01/2020-12-31", "Y 60 A @2021-01-01/"), []),
        (("X 60 A @2020-01-01/2021-01-01", "Y 60 A @2021-01-01/"), [3]),
        (("X 40-80 A", "Y 40-80 A"), []),
        (("X 60-80 A", "Y 60-80 A"), [3]),
        (("X controls A", "Y 100 A"), []),
        (("X 10 A", "x 10 a"), [3]),
        (("X 10 A", "X controls A"), []),
        (("X 10 A", "X 10 A joint=J"), []),
        (("X 10 A source=one", "X 10 A source=two"), []),
        (("X 10 A @/2020-12-31", "X 20 A @2021-01-01/"), []),
        (("X 10 A @/2021-01-01", "X 20 A @2021-01-01/"), [3]),
        (("X 10 A @2019-01-01/2029-12-31", "X 5 A @2020-01-01/2020-01-02", "X 5 A @2021-01-01/"), [3, 4]),
    ],
)
def test_what_cannot_be_true_is_a_fault(holdings: tuple[str, ...], faults: list[int]) -> None:
    found = find_contradictions(lines(*holdings))
    assert [one.line for one in found] == faults
    assert all(one.what for one in found)


@pytest.mark.parametrize(
    ("holdings", "said"),
    [
        (("X 60 A", "Y 40.5 A"), ["share"]),
        (("X 60 A @2027-01-01/",), ["from"]),
        (("X 60 A @/2027-01-01",), []),
        (("X 0.6 A", "Y 0.4 A"), ["share"]),
        (("X 1/200 A",), []),
        (("A 10 B", "B 10 C", "C 10 A"), ["owner"]),
        (("A 10 B", "B 10 A", "C 10 D", "D 10 C", "B 10 C"), ["owner", "owner"]),
        (("A 10 B", "B controls A"), []),
        (("A 10 B", "B 10 C"), []),
    ],
)
def test_what_should_be_looked_at_is_noted(holdings: tuple[str, ...], said: list[str]) -> None:
    assert [one.field for one in find_doubts(lines(*holdings), DAY)] == said


def reach(pairs: Iterable[tuple[int, int]], start: int) -> set[int]:
    found, waiting = set[int](), [start]
    while waiting:
        node = waiting.pop()
        new = {owned for owner, owned in pairs if owner == node} - found
        found |= new
        waiting.extend(new)
    return found


@given(st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] != pair[1])))
def test_circles_are_those_who_reach_each_other(pairs: set[tuple[int, int]]) -> None:
    nodes = {node for pair in pairs for node in pair}
    both = {
        node: frozenset(other for other in reach(pairs, node) if node in reach(pairs, other)) for node in nodes
    }
    expected = {group for group in both.values() if len(group) > 1}
    found = find_circles((str(owner), str(owned)) for owner, owned in sorted(pairs))
    assert {frozenset(map(int, group)) for group in found} == expected
    assert len(found) == len(expected)


def test_a_long_chain_is_walked_without_recursion() -> None:
    length = 20_000
    assert find_circles((str(at), str(at + 1)) for at in range(length)) == []
    assert len(find_circles((str(at), str((at + 1) % length)) for at in range(length))[0]) == length

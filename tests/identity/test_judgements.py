import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from ostiary.identity.judgements import Judgements, open_judgements
from ostiary.model.errors import QueryError, RegisterError
from ostiary.model.identity import Reasons

SAID = Reasons("the same passport", "A. Reviewer", "https://example.org/1")


@pytest.fixture
def judgements(tmp_path: Path) -> Iterator[Judgements]:
    with open_judgements(tmp_path / "judgements.sqlite") as opened:
        yield opened


def test_a_judgement_comes_back_as_it_was_given(judgements: Judgements) -> None:
    given = judgements.record("us:2", "eu:1", "same", SAID)
    assert (given.number, given.left, given.right, given.verdict) == (1, "eu:1", "us:2", "same")
    assert (given.because, given.by, given.evidence) == (SAID.because, SAID.by, SAID.evidence)
    assert given.recorded.tzinfo == UTC
    assert judgements.list() == (given,)


def test_nothing_is_overwritten(judgements: Judgements, tmp_path: Path) -> None:
    first = judgements.record("eu:1", "us:2", "same", SAID)
    second = judgements.record("us:2", "eu:1", "different", SAID)
    third = judgements.record("us:2", "eu:1", "same", SAID)
    with open_judgements(tmp_path / "judgements.sqlite") as again:
        assert again.list() == (first, second, third)
    assert [one.number for one in judgements.list()] == [1, 2, 3]


def test_those_on_one_listing(judgements: Judgements) -> None:
    first = judgements.record("eu:1", "us:2", "same", SAID)
    judgements.record("eu:3", "us:4", "same", SAID)
    assert judgements.list("us:2") == judgements.list("eu:1") == (first,)
    assert judgements.list("us:2'; drop table judgement; --") == ()


def test_what_had_been_judged_by_then(judgements: Judgements) -> None:
    noon = datetime(2026, 5, 1, 12, tzinfo=UTC)
    early = judgements.record("eu:1", "us:2", "same", SAID, noon)
    late = judgements.record("eu:1", "us:2", "different", SAID, noon + timedelta(days=1))
    assert judgements.list(recorded_at=noon) == (early,)
    assert judgements.list(recorded_at=noon - timedelta(seconds=1)) == ()
    assert judgements.list(recorded_at=noon + timedelta(days=1)) == (early, late)


def test_moments_are_kept_in_utc(judgements: Judgements) -> None:
    given = judgements.record(
        "eu:1", "us:2", "same", SAID, datetime(2026, 5, 1, 1, tzinfo=timezone(timedelta(hours=3)))
    )
    assert given.recorded.isoformat() == "2026-04-30T22:00:00+00:00"


@pytest.mark.parametrize(
    ("one", "other", "reasons", "where"),
    [
        ("eu:1", "eu:1", SAID, "eu:1"),
        ("eu:1", "us:2", Reasons(" ", "A"), "--because"),
        ("eu:1", "us:2", Reasons("x", ""), "--by"),
        ("eu:1", "us:2", Reasons("x" * 4001, "A"), "--because"),
        ("eu:1", "us:2", Reasons("x", "A", "h" * 4001), "--evidence"),
    ],
)
def test_what_is_no_judgement(judgements: Judgements, one: str, other: str, reasons: Reasons, where: str) -> None:
    with pytest.raises(QueryError) as caught:
        judgements.record(one, other, "same", reasons)
    assert caught.value.where == where
    assert judgements.list() == ()


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE other (id INTEGER)")
        with pytest.raises(RegisterError, match="no store of judgements"), open_judgements(path):
            pass
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("other",)]


def test_what_is_no_database_is_said(tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(RegisterError, match="store of judgements cannot be used"), open_judgements(path):
        pass

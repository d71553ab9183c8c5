"""The store of holdings: sources replaced, dropped, asked of a moment gone by; foreign and newer files refused."""

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path

import pytest

from ostiary.app.settings import Settings
from ostiary.model.errors import NotFoundError, NotReadyError, RegisterError
from ostiary.model.ownership import Holding, HoldingFile, NameJudgement, Share
from ostiary.ownership.naming import find_denied, find_judged
from ostiary.ownership.store import HoldingStore, open_holdings
from tests.ownership.ownership_samples import DAY, hold

START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[HoldingStore]:
    with open_holdings(Settings(tmp_path).holdings_path, create=True) as store:
        yield store


def load(store: HoldingStore, *texts: str, day: int) -> None:
    file = HoldingFile("made.csv", "0" * 64, tuple(map(hold, texts)))
    store.load(file, "tester", START + timedelta(days=day))


def said(store: HoldingStore, day: int | None = None) -> list[str]:
    moment = None if day is None else START + timedelta(days=day)
    return [f"{one.owner} {one.share} {one.source}" for one in store.holdings(moment)]


def test_a_holding_comes_back_as_it_went_in(store: HoldingStore) -> None:
    one = Holding(
        "Ann", "Kestrel", Share(Fraction(1, 3), Fraction(2, 3)), "ownership", "J", DAY, None, "register",
        "us_ofac:1", "eu_fsf:2", 9,
    )  # fmt: skip
    store.load(HoldingFile("made.csv", "0" * 64, (one, hold("X controls A"))), "tester")
    assert list(store.holdings()) == [one, hold("X controls A")]


def test_a_load_replaces_the_lines_of_its_sources_alone(store: HoldingStore) -> None:
    load(store, "X 10 A source=one", "Y 20 A source=one", "Z 30 A source=two", day=0)
    load(store, "X 40 A source=one", day=1)
    assert said(store) == ["Z 30 % two", "X 40 % one"]
    assert store.loads()[-1].sources == (("one", 2),)
    assert store.sources() == {"one": 1, "two": 1}


def test_what_counted_at_a_moment_is_told_later(store: HoldingStore) -> None:
    load(store, "X 10 A source=one", day=0)
    load(store, "X 40 A source=one", day=2)
    store.drop(["one"], "tester", "wrong", START + timedelta(days=4))
    assert [said(store, day) for day in (-1, 1, 3, 5)] == [[], ["X 10 % one"], ["X 40 % one"], []]
    assert said(store) == []
    assert [(one.file, one.because) for one in store.loads()] == [
        ("made.csv", ""),
        ("made.csv", ""),
        ("", "wrong"),
    ]


def test_a_source_that_is_not_there_cannot_be_dropped(store: HoldingStore) -> None:
    load(store, "X 10 A source=one", day=0)
    with pytest.raises(NotFoundError, match="two"):
        store.drop(["one", "two"], "tester", "wrong")
    assert said(store) == ["X 10 % one"]
    assert len(store.loads()) == 1


def test_the_last_word_on_a_name_and_a_listing_counts(store: HoldingStore) -> None:
    verdicts = [
        ("Ann", "a:1", "same"),
        ("Bob", "a:2", "same"),
        ("ANN ", "a:1", "different"),
        ("Bob", "a:3", "different"),
    ]
    for number, (name, party, verdict) in enumerate(verdicts):
        moment = START + timedelta(days=number)
        store.judge(NameJudgement(0, name, party, verdict, "seen", "tester", moment))  # type: ignore[arg-type]
    found = store.judgements()
    assert [one.number for one in found] == [1, 2, 3, 4]
    assert find_judged(found) == {"bob": "a:2"}
    assert find_denied(found) == {("ann", "a:1"), ("bob", "a:3")}
    assert find_judged(store.judgements(START + timedelta(days=1))) == {"ann": "a:1", "bob": "a:2"}


def test_nothing_is_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(NotReadyError, match="holdings load"), open_holdings(Settings(tmp_path).holdings_path):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [False, True])
def test_a_foreign_database_is_refused(tmp_path: Path, create: bool) -> None:  # noqa: FBT001 - a case
    with sqlite3.connect(Settings(tmp_path).holdings_path) as connection:
        connection.execute("CREATE TABLE other (id)")
    with (
        pytest.raises(RegisterError, match="no store of holdings"),
        open_holdings(Settings(tmp_path).holdings_path, create=create),
    ):
        pass


def test_a_damaged_file_is_refused_and_stays(tmp_path: Path) -> None:
    path = Settings(tmp_path).holdings_path
    path.write_bytes(b"SQLite format 3\0" + b"x" * 5_000)
    with pytest.raises(RegisterError, match="store of holdings"), open_holdings(Settings(tmp_path).holdings_path):
        pass
    assert path.stat().st_size == 5_016


def test_the_store_of_a_newer_release_is_refused(tmp_path: Path) -> None:
    with open_holdings(Settings(tmp_path).holdings_path, create=True):
        pass
    with sqlite3.connect(Settings(tmp_path).holdings_path) as connection:
        connection.execute("UPDATE holding_format SET version = 99")
    with pytest.raises(RegisterError, match="99"), open_holdings(Settings(tmp_path).holdings_path, create=True):
        pass

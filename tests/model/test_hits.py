from dataclasses import fields

from ostiary.model.hits import HIT_COLUMNS, Hit, Screening
from ostiary.model.queries import QUERY_COLUMNS, Query, collect_batch


def test_columns_are_written_for_every_field() -> None:
    assert {name for name, _ in QUERY_COLUMNS} == {field.name for field in fields(Query)}
    assert {field.name for field in fields(Hit)} <= {name for name, _ in HIT_COLUMNS}


def test_a_batch_gives_back_its_queries() -> None:
    queries = [Query("1", ("a",)), Query("2", birth_dates=("1962",))]
    batch = collect_batch(queries)
    assert list(batch) == queries
    assert len(batch) == 2


def test_an_empty_answer_still_says_why() -> None:
    answer = Screening("1", "unscreenable", reason="too short")
    assert len(answer) == 0
    assert answer.outcome != "no hit"

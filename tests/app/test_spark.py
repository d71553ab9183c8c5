import os
import runpy
import shutil
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from ostiary.app.bundled import find_samples
from ostiary.app.plain import to_row
from ostiary.app.spark import answer_batches, open_shipped
from ostiary.intake import read_customers
from ostiary.model.errors import CustomerFileError, IndexFileError, QueryError
from ostiary.model.hits import HIT_COLUMNS
from ostiary.model.queries import Query
from ostiary.screening import Engine
from ostiary.spark import screen_frame
from tests.work import PATIENCE, wait_until

pytest.importorskip("pyspark", reason="needs the extra `spark`")
from pyspark.sql import SparkSession

pytestmark = [
    pytest.mark.skipif(not shutil.which("java"), reason="needs Java: apt-get install openjdk-17-jre-headless"),
    pytest.mark.filterwarnings("default"),  # what Spark warns of is its own affair
]
COLUMNS = ("id", "name", "schema", "birth_date", "country", "identifier")
#: A busy machine is given time, and the network is not asked what this machine is called.
SPARK_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.sql.shuffle.partitions": "2",
    "spark.network.timeout": f"{PATIENCE}s",
    "spark.python.authenticate.socketTimeout": f"{PATIENCE}s",
}


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    """A real Spark on this machine, with two workers."""
    os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    builder = SparkSession.builder.master("local[2]")
    for name, value in SPARK_SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, ...]]:
    """The samples' customers over and over, each with a key of its own."""
    found = []
    customers = read_customers(find_samples() / "customers.csv")
    read = [row.query for block in customers.blocks() for row in block.rows]
    for again in range(4):
        for query in read:
            texts = (query.birth_dates, query.countries, query.identifiers)
            first = (next(iter(values), "") for values in texts)
            found.append((f"{again}-{query.id}", "; ".join(query.names[:1]), query.schema, *first))
    return found


def screen_here(engine: Engine, rows: list[tuple[str, ...]]) -> list[tuple[Any, ...]]:
    """The answers of one machine, in the form of the cluster's."""
    answers = []
    for key, name, schema, birth, country, number in rows:
        query = Query(
            key, (name,) if name else (), schema, *((text,) if text else () for text in (birth, country, number))
        )
        screening = engine.screen(query)
        answers += [(key, "hit", *(to_row(hit)[column] for column, _ in HIT_COLUMNS)) for hit in screening]
        if not screening.hits:
            answers.append((key, screening.outcome, *([None] * len(HIT_COLUMNS))))
    return answers


def sort_answers(answers: list[tuple[Any, ...]]) -> list[str]:
    return sorted(map(repr, answers))


def test_the_cluster_gives_the_hits_of_one_machine(
    spark: SparkSession, engine: Engine, rows: list[tuple[str, ...]]
) -> None:
    frame = spark.createDataFrame(rows, COLUMNS).repartition(4)
    found = screen_frame(frame, engine.index.path).collect()
    names = [name for name, _ in HIT_COLUMNS]
    got = [
        (row["query_id"], row["outcome"], *(row[name] if row["outcome"] == "hit" else None for name in names))
        for row in found
    ]
    assert sort_answers(got) == sort_answers(screen_here(engine, rows))
    assert {row["query_id"] for row in found} == {row[0] for row in rows}
    assert {row["outcome"] for row in found} == {"hit", "no hit", "unscreenable"}


def answer_together(batches: Iterable[Any], folder: Path, **how: Any) -> Iterator[Any]:  # noqa: ANN401 - as given
    """Runs on the workers: none answers before two have begun, and each notes how often it has opened an index."""
    note = folder / str(os.getpid())
    note.touch()
    wait_until(lambda: len(list(folder.iterdir())) >= 2)
    yield from answer_batches(batches, **how)
    with note.open("a", encoding="utf-8") as file:
        file.write(f"{open_shipped.cache_info().misses}\n")


def test_the_index_is_opened_once_in_each_of_two_processes(
    spark: SparkSession,
    engine: Engine,
    rows: list[tuple[str, ...]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ostiary.app.spark.answer_batches", partial(answer_together, folder=tmp_path))
    tasks = 8
    frame = spark.createDataFrame(rows, COLUMNS).repartition(tasks)
    screen_frame(frame, engine.index.path).collect()
    shipped = [path for path in spark.sparkContext.listFiles if path.endswith(".ostiary")]
    assert [Path(path).stem for path in shipped] == [engine.index.facts.index_id]

    openings = [note.read_text(encoding="utf-8").split() for note in tmp_path.iterdir()]
    assert 2 <= len(openings) < tasks
    assert [number for each in openings for number in each] == ["1"] * tasks


def test_rows_that_cannot_be_read_are_answered_too(spark: SparkSession, engine: Engine) -> None:
    rows = [("1", "x" * 2_000_000, "soon"), ("2", "Cartel of the Suns", "soon"), ("3", "?", ""), ("4", None, None)]
    frame = spark.createDataFrame(rows, ("customer", "name", "dob"))
    found = screen_frame(frame, engine.index.path, mapping={"customer": "id"}, limit=1).collect()
    outcomes = {row["query_id"]: row["outcome"] for row in found}
    assert outcomes == {"1": "rejected", "2": "hit", "3": "unscreenable", "4": "unscreenable"}
    [hit] = [row for row in found if row["outcome"] == "hit"]
    assert hit["left_out"] == [
        "birth_dates: soon: left out: not a date that can be read; write YYYY-MM-DD, YYYY-MM or YYYY"
    ]
    assert all(row["reason"] for row in found if row["outcome"] in ("rejected", "unscreenable"))


@pytest.mark.parametrize(
    ("columns", "error", "message"),
    [(("id", "city"), CustomerFileError, "No column holds a name"), (("key of it", "name"), QueryError, "key")],
)
def test_a_frame_that_cannot_be_screened_is_refused_at_once(
    columns: tuple[str, ...], error: type[Exception], message: str, spark: SparkSession, engine: Engine
) -> None:
    with pytest.raises(error, match=message):
        screen_frame(spark.createDataFrame([("1", "2")], columns), engine.index.path)


def test_a_damaged_index_is_refused_before_it_is_shipped(
    spark: SparkSession, engine: Engine, tmp_path: Path
) -> None:
    data = bytearray(engine.index.path.read_bytes())
    data[-100] ^= 255
    damaged = tmp_path / "damaged.ostiary"
    damaged.write_bytes(data)
    frame = spark.createDataFrame([("1", "Jon")], ("id", "name"))
    with pytest.raises(IndexFileError):
        screen_frame(frame, damaged)


def test_the_example_runs(
    spark: SparkSession, engine: Engine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    example = Path(__file__).parents[2] / "examples" / "spark_job.py"
    if not example.exists():  # the tests of the wheel, which holds no examples
        return
    customers, answers = str(tmp_path / "customers"), str(tmp_path / "answers")
    spark.createDataFrame([("1", "Cartel of the Suns"), ("2", "Nobody")], ("id", "name")).write.parquet(customers)
    runpy.run_path(str(example))["main"](str(engine.index.path), customers, answers)
    assert "| no hit|    1|" in capsys.readouterr().out
    assert sorted(row["outcome"] for row in spark.read.parquet(answers).collect()) == ["hit", "no hit"]

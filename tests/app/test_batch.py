from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ostiary.app.batch import BatchRun, Sink, screen_customers
from ostiary.intake import read_customers
from ostiary.model.errors import OstiaryError
from ostiary.model.hits import Hit
from ostiary.model.manifest import RowCounts
from ostiary.screening import Engine

ROWS = ["1,Cartel of the Suns", "2,Nobody Known Here", "3,", "", ",", "4,a,b", '5,"open', "6,?", "7,caf\udce9"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(st.sampled_from(ROWS), max_size=12), block=st.integers(1, 5))
def test_rows_in_are_rows_out(lines: list[str], block: int, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_bytes("".join(f"{line}\n" for line in ["id,name", *lines]).encode("utf-8", "surrogateescape"))
    hits: list[tuple[int, Hit]] = []
    refusals: list[tuple[str, int, str, str, str, str]] = []
    sink = Sink([hits.extend], refusals.append)
    manifest = screen_customers(engine, read_customers(path), BatchRun(block=block), sink)
    counts = manifest.counts
    assert counts.rows == counts.screened + counts.unscreenable + counts.rejected == len(lines)
    assert counts.hits == len(hits)
    outcomes = [refusal[0] for refusal in refusals]
    assert (outcomes.count("rejected"), outcomes.count("unscreenable")) == (counts.rejected, counts.unscreenable)


def test_progress_ends_at_the_whole_file(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("id,name\n" + "1,Jon Smith\n" * 7, encoding="utf-8")
    seen: list[tuple[int, int, int]] = []
    sink = Sink([], lambda _: None, lambda *where: seen.append(where))
    screen_customers(engine, read_customers(path), BatchRun(block=3), sink)
    size = path.stat().st_size
    assert [rows for _, _, rows in seen] == [3, 6, 7]
    assert seen[-1] == (size, size, 7)


def test_the_manifest_says_what_was_used(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("id,name,vip\n1,Jon Smith,y\n", encoding="utf-8")
    manifest = screen_customers(engine, read_customers(path), BatchRun(limit=3), Sink([], lambda _: None))
    assert manifest.columns == (("id", "id"), ("name", "name"))
    assert manifest.ignored_columns == ("vip",)
    assert manifest.lists[0].label == "2025-11-24"
    assert (manifest.index_id, manifest.sample) == (engine.index.facts.index_id, True)
    assert manifest.started <= manifest.finished


@pytest.mark.parametrize("counts", [(3, 1, 1, 0, 0), (3, 1, 1, 1, 2)])
def test_counts_that_do_not_add_up_are_refused(counts: tuple[int, ...]) -> None:
    with pytest.raises(OstiaryError, match="do not add up"):
        RowCounts(*counts)

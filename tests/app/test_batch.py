import csv
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from ostiary.app.batch import BatchRun, Output, screen_customers
from ostiary.app.run_folders import use_run_folder
from ostiary.app.settings import Settings
from ostiary.index import open_index
from ostiary.intake import read_customers
from ostiary.model.errors import CustomerFileError, InputError, OstiaryError, QueryError
from ostiary.model.hits import Hit
from ostiary.model.manifest import Manifest, RowCounts
from ostiary.screening import Engine
from tests.app.half_way import PROGRAM, STOPPED_HALF_WAY
from tests.work import PATIENCE, hang_guard, wait_until

Run = Callable[..., Any]
ROWS = ["1,Cartel of the Suns", "2,Nobody Known Here", "3,", "", ",", "4,a,b", '5,"open', "6,?", "7,caf\udce9"]


def write_rows(path: Path, lines: Sequence[str]) -> Path:
    path.write_bytes("".join(f"{line}\n" for line in ["id,name", *lines]).encode("utf-8", "surrogateescape"))
    return path


@pytest.fixture(autouse=True)
def _note_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ostiary.app.batch._BETWEEN_NOTES", 0.0)


@pytest.fixture
def customers(tmp_path: Path) -> Path:
    """So many rows of every kind that a run over them takes some seconds."""
    return write_rows(tmp_path / "customers.csv", ROWS * 40)


def screen(engine: Engine, path: Path, out: Path, **run: object) -> Manifest:
    output = Output(out, out.with_suffix(".rejects"))
    return screen_customers(engine, read_customers(path), BatchRun(**({"block": 20} | run)), output)


def written(out: Path) -> tuple[bytes, bytes]:
    return out.read_bytes(), out.with_suffix(".rejects").read_bytes()


class Killed(BaseException):
    """The end of a run from without, at the progress that raises it."""


def kill_after(blocks: int) -> Callable[[int, int, int], None]:
    told: list[int] = []

    def progress(_done: int, _whole: int, rows: int) -> None:
        told.append(rows)
        if len(told) == blocks:
            raise Killed

    return progress


def screen_and_die(engine: Engine, path: Path, out: Path, blocks: int, **run: object) -> None:
    output = Output(out, out.with_suffix(".rejects"), progress=kill_after(blocks))
    with pytest.raises(Killed):
        screen_customers(engine, read_customers(path), BatchRun(**({"block": 20} | run)), output)


@settings(max_examples=25)
@given(lines=st.lists(st.sampled_from(ROWS), max_size=12), block=st.integers(1, 5))
def test_rows_in_are_rows_out(lines: list[str], block: int, engine: Engine, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "customers.csv", lines)
    hits: list[tuple[int, Hit]] = []
    output = Output(None, tmp_path / "rejects.csv", show=hits.extend)
    manifest = screen_customers(engine, read_customers(path), BatchRun(block=block), output)
    counts = manifest.counts
    assert counts.rows == counts.screened + counts.unscreenable + counts.rejected == len(lines)
    assert counts.hits == len(hits)
    refusals = csv.DictReader((tmp_path / "rejects.csv").read_text(encoding="utf-8").splitlines())
    outcomes = [refusal["outcome"] for refusal in refusals]
    assert (outcomes.count("rejected"), outcomes.count("unscreenable")) == (counts.rejected, counts.unscreenable)


def test_progress_ends_at_the_whole_file(engine: Engine, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "customers.csv", ["1,Jon Smith"] * 7)
    seen: list[tuple[int, int, int]] = []
    output = Output(progress=lambda *where: seen.append(where))
    screen_customers(engine, read_customers(path), BatchRun(block=3), output)
    size = path.stat().st_size
    assert [rows for _, _, rows in seen] == [3, 6, 7]
    assert seen[-1] == (size, size, 7)


def test_the_manifest_says_what_was_used(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_text("id,name,vip\n1,Jon Smith,y\n", encoding="utf-8")
    manifest = screen_customers(engine, read_customers(path), BatchRun(limit=3), Output())
    assert manifest.columns == (("id", "id"), ("name", "name"))
    assert manifest.ignored_columns == ("vip",)
    assert manifest.lists[0].label == "2025-11-24"
    assert (manifest.index_id, manifest.sample) == (engine.index.facts.index_id, True)
    assert manifest.started <= manifest.finished


@pytest.mark.parametrize("counts", [(3, 1, 1, 0, 0), (3, 1, 1, 1, 2)])
def test_counts_that_do_not_add_up_are_refused(counts: tuple[int, ...]) -> None:
    with pytest.raises(OstiaryError, match="do not add up"):
        RowCounts(*counts)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_one_process_and_two_write_the_same_bytes(
    suffix: str, engine: Engine, customers: Path, tmp_path: Path
) -> None:
    one, two = tmp_path / f"one{suffix}", tmp_path / f"two{suffix}"
    counts = [screen(engine, customers, out, jobs=jobs).counts for out, jobs in ((one, 1), (two, 2))]
    assert written(one) == written(two)
    assert counts[0] == counts[1]
    assert counts[0].hits > 0
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".run")] == []
    if suffix == ".parquet":
        assert parquet.read_table(one).num_rows == counts[0].hits


@pytest.mark.parametrize(("jobs", "blocks"), [(1, 1), (1, 7), (2, 7)])
def test_a_killed_run_goes_on_without_a_row_lost_or_doubled(
    jobs: int, blocks: int, engine: Engine, customers: Path, tmp_path: Path
) -> None:
    whole, resumed = tmp_path / "whole.jsonl", tmp_path / "resumed.jsonl"
    expected = screen(engine, customers, whole, jobs=1)
    screen_and_die(engine, customers, resumed, blocks, jobs=jobs)
    assert not resumed.exists()
    rows: list[int] = []
    output = Output(resumed, resumed.with_suffix(".rejects"), progress=lambda *where: rows.append(where[2]))
    manifest = screen_customers(engine, read_customers(customers), BatchRun(block=20, jobs=jobs), output)
    assert written(whole) == written(resumed)
    assert manifest.counts == expected.counts
    assert manifest.columns == expected.columns
    # The block at which it was killed is done again, none before it.
    assert rows[:2] == ([20, 40] if blocks == 1 else [20 * (blocks - 1), 20 * blocks])


def test_bytes_beyond_the_last_note_are_cut_off(engine: Engine, customers: Path, tmp_path: Path) -> None:
    whole, resumed = tmp_path / "whole.csv", tmp_path / "resumed.csv"
    screen(engine, customers, whole)
    screen_and_die(engine, customers, resumed, 5)
    folder = tmp_path / ".resumed.csv.run"
    with (folder / "hits").open("ab") as hits, (folder / "journal").open("a") as journal:
        hits.write(b"half a li")
        journal.write('{"blocks": 9, "si')
    screen(engine, customers, resumed)
    assert written(whole) == written(resumed)


def test_files_shorter_than_the_journal_says_are_not_trusted(
    engine: Engine, customers: Path, tmp_path: Path
) -> None:
    whole, resumed = tmp_path / "whole.csv", tmp_path / "resumed.csv"
    screen(engine, customers, whole)
    screen_and_die(engine, customers, resumed, 9)
    (tmp_path / ".resumed.csv.run" / "rejects").unlink()
    screen(engine, customers, resumed)
    assert written(whole) == written(resumed)


@pytest.mark.parametrize(
    ("change", "named"), [({"limit": 3}, "limit"), ({"weak": True}, "weak"), ({"block": 30}, "rows in a block")]
)
def test_another_run_does_not_go_on_from_a_killed_one(
    change: dict[str, Any], named: str, engine: Engine, customers: Path, tmp_path: Path
) -> None:
    out = tmp_path / "hits.csv"
    screen_and_die(engine, customers, out, 2)
    with pytest.raises(QueryError, match=named):
        screen(engine, customers, out, **change)
    assert screen(engine, customers, out, restart=True, **change).counts.rows == 360


def test_another_file_does_not_go_on_from_a_killed_run(engine: Engine, customers: Path, tmp_path: Path) -> None:
    out = tmp_path / "hits.csv"
    screen_and_die(engine, customers, out, 2)
    customers.write_bytes(customers.read_bytes() + b"8,Jon Smith\n")
    with pytest.raises(QueryError, match="input"):
        screen(engine, customers, out)


def test_two_runs_never_write_one_file(engine: Engine, customers: Path, tmp_path: Path) -> None:
    out = tmp_path / "hits.csv"
    with use_run_folder(out), pytest.raises(QueryError, match="Another run"):
        screen(engine, customers, out)


def test_nothing_can_be_written_into_a_file(engine: Engine, customers: Path) -> None:
    with pytest.raises(InputError, match="Nothing can be written there"):
        screen(engine, customers, customers / "hits.csv")


def test_a_fault_of_the_file_ends_the_run_and_no_output_appears(engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "customers.csv"
    path.write_bytes(b"id,nothing\n1,2\n")
    out = tmp_path / "hits.csv"
    with pytest.raises(CustomerFileError, match="No column"):
        screen(engine, path, out, jobs=2)
    assert not out.exists()


def children_of(process: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            if f"\nPPid:\t{process}\n" in status.read_text(encoding="utf-8"):
                found.append(int(status.parent.name))
    return found


def is_alive(process: int) -> bool:
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return False


def test_a_killed_worker_costs_no_row(engine: Engine, customers: Path, tmp_path: Path) -> None:
    whole, out = tmp_path / "whole.csv", tmp_path / "hits.csv"
    expected = screen(engine, customers, whole)
    others, workers, killed = set(children_of(os.getpid())), list[int](), set[int]()

    def kill_one(*_: object) -> None:
        """End the two processes of the beginning, none that took another's place: no block is hit twice."""
        workers[:] = workers or sorted(set(children_of(os.getpid())) - others)
        if len(killed) < len(workers):
            killed.add(worker := workers[len(killed)])
            os.kill(worker, signal.SIGKILL)

    output = Output(out, out.with_suffix(".rejects"), progress=kill_one)
    manifest = screen_customers(engine, read_customers(customers), BatchRun(block=20, jobs=2), output)
    assert len(killed) == 2
    assert manifest.counts == expected.counts
    assert written(whole) == written(out)


def test_workers_that_die_again_and_again_fail_the_run(
    engine: Engine, customers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ostiary.index.processes._MODULE", "ostiary.app.no_such_module")
    with pytest.raises(OstiaryError, match="Processes ended again and again while they screened rows"):
        screen(engine, customers, tmp_path / "hits.csv", jobs=2)
    assert not (tmp_path / "hits.csv").exists()


def start(samples: Settings, *arguments: object, program: str = PROGRAM) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, "--home", str(samples.home), "--samples", "screen"]
    return subprocess.Popen(
        [*command, *map(str, arguments)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_workers_end_with_a_process_that_is_killed_and_its_run_goes_on(
    samples: Settings, engine: Engine, tmp_path: Path
) -> None:
    rows = ROWS * 300
    customers = write_rows(tmp_path / "customers.csv", rows)
    whole, out = tmp_path / "whole.csv", tmp_path / "hits.csv"
    journal = tmp_path / ".hits.csv.run" / "journal"
    started = start(samples, customers, "--out", out, "--jobs", 2, program=STOPPED_HALF_WAY)
    assert started.stdout
    assert started.stdout.readline() == "stopped\n"
    workers = children_of(started.pid)
    started.kill()
    started.communicate()
    assert len(workers) == 2
    wait_until(lambda: not any(map(is_alive, workers)))
    assert not out.exists()
    done = json.loads(journal.read_text(encoding="utf-8").splitlines()[-1])["counts"]["rows"]
    assert 0 < done < len(rows)
    again = start(samples, customers, "--out", out, "--json")
    answer, _ = again.communicate(timeout=PATIENCE)
    assert json.loads(answer)["manifest"]["counts"]["rows"] == len(rows)
    screen(engine, customers, whole, block=512)
    assert out.read_bytes() == whole.read_bytes()


def test_a_full_disk_is_an_error_and_the_next_run_is_whole(samples: Settings, tmp_path: Path) -> None:
    customers = write_rows(tmp_path / "customers.csv", ROWS * 500)
    out = tmp_path / "hits.csv"
    limited = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000)); {PROGRAM}"
    full = start(samples, customers, "--out", out, program=limited)
    _, said = full.communicate(timeout=PATIENCE)
    assert full.returncode == 1
    assert "The system refuses" in said
    assert not out.exists()
    again = start(samples, customers, "--out", out, "--json")
    answer, _ = again.communicate(timeout=PATIENCE)
    counts = json.loads(answer)["manifest"]["counts"]
    assert counts["hits"] == len(out.read_text(encoding="utf-8").splitlines()) - 1


def test_workers_refuse_an_index_replaced_while_the_run_began(
    engine: Engine, index_file: Path, customers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine.index, "path", index_file)
    with pytest.raises(OstiaryError, match="replaced while the run began"):
        screen(engine, customers, tmp_path / "hits.csv", jobs=2)
    assert not (tmp_path / "hits.csv").exists()


def test_a_run_keeps_the_index_that_it_began_with(
    engine: Engine, index_file: Path, customers: Path, tmp_path: Path
) -> None:
    whole, out, served = tmp_path / "whole.csv", tmp_path / "hits.csv", tmp_path / "newest.ostiary"
    screen(engine, customers, whole)
    shutil.copyfile(engine.index.path, served)

    def replace_index(*_: object) -> None:
        shutil.copyfile(index_file, tmp_path / "newer.ostiary")
        (tmp_path / "newer.ostiary").replace(served)

    output = Output(out, out.with_suffix(".rejects"), progress=replace_index)
    began = Engine(open_index(served))
    manifest = screen_customers(began, read_customers(customers), BatchRun(block=20, jobs=1), output)
    assert manifest.index_id == engine.index.facts.index_id != open_index(served).facts.index_id
    assert written(whole) == written(out)


@pytest.mark.parametrize(
    "name", ["x" * 10_000, " ".join(["Jon"] * 500), "Jon " * 2_500, "Ж" * 10_000, "李" * 10_000, "a-" * 5_000]
)
def test_endless_names_are_unscreenable_or_screened_and_never_lost(
    name: str, engine: Engine, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "customers.csv", [f"1,{name}", "2,Cartel of the Suns"])
    with hang_guard():
        manifest = screen(engine, path, tmp_path / "hits.csv")
    assert manifest.counts.rows == 2
    assert manifest.counts.screened + manifest.counts.unscreenable == 2
    assert manifest.counts.rows_with_hits == 1

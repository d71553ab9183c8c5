import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ostiary.model.errors import NotReadyError, RegisterError
from ostiary.model.lists import ListReading
from ostiary.register import open_register
from ostiary.register.intake import _BATCH
from ostiary.register.schema import SCHEMA_VERSION, TEXT
from tests.work import PATIENCE

Build = Callable[..., ListReading]
Describe = Callable[..., list[tuple[str, ...]]]


@pytest.mark.parametrize("content", [None, b""], ids=["absent", "empty"])
def test_says_that_nothing_is_there(path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NotReadyError, match="Record a list first"):
        open_register(path)
    with open_register(path, create=True) as register:
        assert register.list_ids() == ()


def test_an_interrupted_creation_can_be_repeated(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    with pytest.raises(NotReadyError, match="no register yet"):
        open_register(path)
    open_register(path, create=True).close()
    open_register(path).close()


def test_makes_the_folder(tmp_path: Path) -> None:
    open_register(tmp_path / "a" / "b" / "register.db", create=True).close()
    (tmp_path / "file").write_text("x")
    with pytest.raises(RegisterError, match="folder cannot be made"):
        open_register(tmp_path / "file" / "register.db", create=True)
    with pytest.raises(RegisterError, match="directory"):
        open_register(tmp_path, create=True)


def test_refuses_what_is_not_ours(path: Path) -> None:
    path.write_text("This is no database, but it is long enough to be looked at.\n" * 100)
    with pytest.raises(RegisterError, match="not a database"):
        open_register(path, create=True)
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE other (id INTEGER)")
    connection.close()
    with pytest.raises(RegisterError, match="no register of Ostiary"):
        open_register(path, create=True)


def test_refuses_a_newer_format(path: Path) -> None:
    open_register(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute("UPDATE register_format SET version = version + 1")
    connection.commit()
    connection.close()
    with pytest.raises(RegisterError, match=f"format {SCHEMA_VERSION + 1}.*newer release"):
        open_register(path)


def test_says_that_the_file_is_damaged(path: Path, build: Build, describe: Describe) -> None:
    with open_register(path, create=True) as register:
        register.record(build("2025-01-01", {str(n): describe(f"Name {n}") for n in range(500)}))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(RegisterError, match="malformed"), open_register(path) as register:
        list(register.state("zz_list").parties())


def test_a_second_writer_is_told_and_readers_go_on(path: Path, build: Build, describe: Describe) -> None:
    with open_register(path, create=True) as register:
        register.record(build("2025-01-01", {"1": describe("Ann")}))
    reading = build("2025-01-02", {"1": describe("Anne")})
    at_work, go_on = threading.Event(), threading.Event()
    listings = reading.listings

    def read_slowly() -> object:
        at_work.set()
        assert go_on.wait(PATIENCE)
        yield from listings

    reading.listings = read_slowly()  # type: ignore[assignment]

    def record_first() -> None:
        with open_register(path) as register:
            register.record(reading)

    first = threading.Thread(target=record_first)
    first.start()
    assert at_work.wait(PATIENCE)
    try:
        with open_register(path, wait_seconds=0.1) as second:
            assert second.party("zz_list:1").caption == "Ann"
            with pytest.raises(RegisterError, match="Someone else is writing"):
                second.record(build("2025-01-02", {"1": describe("Annie")}))
            assert second.state("zz_list").version.label == "2025-01-01"
    finally:
        go_on.set()
        first.join(PATIENCE)
    with open_register(path) as register:
        assert register.party("zz_list:1").caption == "Anne"


def test_a_state_stays_as_it_was_while_others_record(path: Path, build: Build, describe: Describe) -> None:
    with open_register(path, create=True) as writer, open_register(path) as reader:
        writer.record(build("2025-01-01", {str(n): describe(f"Old {n}") for n in range(_BATCH + 50)}))
        parties = reader.state("zz_list").parties()
        assert next(parties).caption == "Old 0"
        writer.record(build("2025-01-02", {str(n): describe(f"New {n}") for n in range(_BATCH + 50)}))
        assert all(party.caption.startswith("Old") for party in parties)


def _measure_log(path: Path) -> int:
    log = path.with_name(path.name + "-wal")
    return log.stat().st_size if log.exists() else 0


def test_a_reader_at_work_does_not_delay_a_writer(path: Path, build: Build, describe: Describe) -> None:
    with open_register(path, create=True, wait_seconds=60) as register:
        register.record(build("2025-01-01", {"1": describe("Ann")}))
        assert _measure_log(path) == 0
        with register._store.read() as connection:
            connection.execute(TEXT.select()).all()
            register.record(build("2025-01-02", {"1": describe("Anne")}))
            assert _measure_log(path) > 0
        register.record(build("2025-01-03", {"1": describe("Anna")}))
        assert _measure_log(path) == 0


_RECORD_AND_DIE = """
import os, signal, sys
from datetime import date
from pathlib import Path
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing, Place, Snapshot, Statement
from ostiary.register import open_register
from ostiary.register import recording

path, last, length = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
described = ListDescription("zz_list", "", "", "", "", "", "", "", 1, 0.5)
reading = ListReading(described, date(2025, 1, 2), iter(()))
die = lambda *_: os.kill(os.getpid(), signal.SIGKILL)

def read():
    for number in range(600):
        if number == last:
            die()
        party = f"zz_list:{number}"
        yield Listing(party, [Statement(party, "Thing.notes", f"{number} " + "x" * length, Place("Row", 1))])
    reading.snapshot = Snapshot("ab" * 32, 1, "file")

reading.listings = read()
register = open_register(path)
if last == 601:
    written = recording.write_version
    recording.write_version = lambda *given: (written(*given), die())
if last == 602:
    register._store.fold_log = die
register.record(reading)
"""


@pytest.mark.parametrize(
    ("last", "length"),
    # The long texts overflow the cache, so that half a transaction stands in the log.
    [(0, 1), (_BATCH + 50, 1), (599, 1), (599, 200_000), (601, 1), (602, 1)],
    ids=[
        "at once",
        "between batches",
        "before the end",
        "log half written",
        "before the commit",
        "after the commit",
    ],
)
def test_a_kill_leaves_a_good_state(path: Path, build: Build, describe: Describe, last: int, length: int) -> None:
    with open_register(path, create=True) as register:
        register.record(build("2025-01-01", {str(number): describe(f"Name {number}") for number in range(600)}))
    command = [sys.executable, "-c", _RECORD_AND_DIE, str(path), str(last), str(length)]
    killed = subprocess.run(command, check=False, capture_output=True, timeout=PATIENCE)
    assert killed.returncode == -signal.SIGKILL, killed.stderr.decode()
    with open_register(path) as register:
        labels = [version.label for version in register.versions("zz_list")]
        assert labels == ["2025-01-01", "2025-01-02"][: 2 if last == 602 else 1]
        before = register.state("zz_list", known_at="2025-01-01")
        assert [party.caption for party in before.parties()] == [f"Name {number}" for number in range(600)]
        assert (register.party("zz_list:7").caption == "Name 7") == (last != 602)
        after = register.record(build("2025-01-03", {str(n): describe(f"Later {n}") for n in range(600)}))
        assert after.amended == 600
    assert _check_integrity(path) == "ok"


def _check_integrity(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
    finally:
        connection.close()


def test_pages_are_kept_in_memory_for_writing_only(path: Path) -> None:
    with open_register(path, create=True) as register:
        kept = []
        for use in (register._store.write, register._store.read):
            with use() as connection:
                kept.append(-connection.exec_driver_sql("PRAGMA cache_size").scalar_one())
    assert kept[0] > 5 * kept[1] > 0

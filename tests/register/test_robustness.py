"""Kills at any moment, a disk without room, a folder without rights: what was good stays good."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ostiary.model.errors import RegisterError
from ostiary.model.lists import ListReading
from ostiary.register import open_register
from tests.work import PATIENCE

Build = Callable[..., ListReading]
Describe = Callable[..., list[tuple[str, ...]]]
PARTIES = 100
#: So many versions are recorded in the time over which the kills are spread.
VERSIONS = 3
#: How often a process is killed in each way.
KILLS = 8
#: What a disk has left, in bytes: enough for some versions.
ROOM = 200_000
#: Codes with which a process ends.
FULL, OTHER = 7, 8

#: Records version after version, each with other values, until it is ended: by itself at a step of the database or
#: in the middle of a write, so that each machine kills at the same places; or because there is no room.
RECORD_ON = f"""
import os, resource, signal, sys
from datetime import timedelta
from pathlib import Path
from sqlalchemy import Engine, event
from ostiary.model.errors import RegisterError
from ostiary.model.lists import ListDescription, ListReading
from ostiary.model.statements import Listing, Place, Snapshot, Statement
from ostiary.register import open_register

path, way, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
described = ListDescription("zz_list", "", "", "", "", "", "", "", 1, 0.5)
steps = 0

def take_step():
    global steps
    steps += 1
    if way == "step" and steps == last:
        os.kill(os.getpid(), signal.SIGKILL)

@event.listens_for(Engine, "connect")
def count_steps(connection, _record):
    connection.set_progress_handler(take_step, 1000)

def read(day):
    for number in range({PARTIES}):
        party = f"zz_list:{{number}}"
        yield Listing(party, [Statement(party, "Thing.notes", f"{{number}} of {{day}}", Place("Row", 1))])
    reading.snapshot = Snapshot("ab" * 32, 1, "file")

if way in ("write", "full"):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL if way == "write" else signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (last, last))
try:
    with open_register(path) as register:
        while not (way == "count" and len(register.versions("zz_list")) > last):
            day = register.versions("zz_list")[-1].published + timedelta(days=1)
            reading = ListReading(described, day, read(day))
            register.record(reading)
    print(steps)
except RegisterError as error:
    os._exit({FULL} if "Check the disk" in error.advice else {OTHER})
"""


def _record_on(path: Path, way: str, last: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", RECORD_ON, str(path), way, str(last)]
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=PATIENCE)


@pytest.fixture
def recorded(path: Path, build: Build, describe: Describe) -> Path:
    with open_register(path, create=True) as register:
        register.record(
            build("2025-01-01", {str(number): describe(f"Name {number}") for number in range(PARTIES)})
        )
    return path


def _find_faults(path: Path) -> list[object]:
    connection = sqlite3.connect(path)
    try:
        checked = connection.execute("PRAGMA integrity_check").fetchall()
        return connection.execute("PRAGMA foreign_key_check").fetchall() + [
            one for one in checked if one != ("ok",)
        ]
    finally:
        connection.close()


@pytest.mark.parametrize(("way", "signal_of"), [("step", signal.SIGKILL), ("write", signal.SIGXFSZ)])
def test_a_kill_at_any_place_leaves_a_whole_version(way: str, signal_of: signal.Signals, recorded: Path) -> None:
    counted = _record_on(recorded, "count", VERSIONS)
    whole = int(counted.stdout) if way == "step" else recorded.stat().st_size + ROOM
    first = versions = _check_last_version(recorded)
    assert first == VERSIONS + 1
    for number in range(1, KILLS + 1):
        killed = _record_on(recorded, way, whole * number // KILLS)
        assert killed.returncode == -signal_of, killed.stderr
        before, versions = versions, _check_last_version(recorded)
        assert versions >= before
    assert versions > first, "no version came to its end: the test tested nothing"


def _check_last_version(path: Path) -> int:
    """Return how many versions there are."""
    assert _find_faults(path) == []
    with open_register(path) as register:
        *earlier, last = register.versions("zz_list")
        parties = list(register.state("zz_list").parties())
    assert len(parties) == last.parties == PARTIES
    if last.sequence > 1:
        said = {party.properties["notes"] for party in parties}
        assert said == {(f"{number} of {last.published}",) for number in range(PARTIES)}
    return len(earlier) + 1


def test_without_room_on_the_disk_the_last_version_stays(recorded: Path, build: Build, describe: Describe) -> None:
    assert _record_on(recorded, "full", recorded.stat().st_size + ROOM).returncode == FULL
    _check_last_version(recorded)
    with open_register(recorded) as register:
        after = build("2035-01-01", {str(number): describe(f"Later {number}") for number in range(PARTIES)})
        assert register.record(after).amended == PARTIES


def test_where_nothing_can_be_written_the_register_is_read(
    recorded: Path, build: Build, describe: Describe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)
    with open_register(recorded) as register:
        assert register.party("zz_list:7").caption == "Name 7"
        assert [one.name for one in recorded.parent.iterdir()] == [recorded.name]
        with pytest.raises(RegisterError, match="readonly"):
            register.record(build("2025-01-02", {"1": describe("Ann")}))
        assert [one.label for one in register.versions("zz_list")] == ["2025-01-01"]

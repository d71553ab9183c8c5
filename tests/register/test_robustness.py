"""Kills at any moment, a disk without room, a folder without rights: what was good stays good."""

import os
import random
import resource
import signal
import sqlite3
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from ostiary.model.errors import RegisterError
from ostiary.model.lists import ListReading
from ostiary.register import Register, open_register

Build = Callable[..., ListReading]
Describe = Callable[..., list[tuple[str, ...]]]
KILLS = 20
PARTIES = 100
#: What a disk has left, in bytes: enough for some versions.
ROOM = 200_000
#: Codes with which a process ends.
FULL, OTHER = 7, 8


def _record_on(path: Path, build: Build) -> None:
    """Record version after version, each with other values."""
    with open_register(path) as register:
        while True:
            register.record(_build_next(register, build))


def _build_next(register: Register, build: Build) -> ListReading:
    day = register.versions("zz_list")[-1].published + timedelta(days=1)
    parties = {str(number): [("", "Thing.notes", f"{number} of {day}")] for number in range(PARTIES)}
    return build(day.isoformat(), parties)


def _start(work: Callable[[], None]) -> int:
    """Start a process that does something, by a fork: a new interpreter would take most of the time."""
    child = os.fork()
    if not child:
        try:
            work()
        except RegisterError as error:
            os._exit(FULL if "Check the disk" in error.advice else OTHER)
        finally:
            os._exit(OTHER)
    return child


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


def test_kills_at_any_moment_leave_a_whole_version(recorded: Path, build: Build) -> None:
    moments = random.Random(4)  # noqa: S311 - moments, no secrets
    began = time.monotonic()
    with open_register(recorded) as register:
        register.record(_build_next(register, build))
        first = versions = len(register.versions("zz_list"))
    enough = 3 * (time.monotonic() - began)
    for _ in range(KILLS):
        child = _start(lambda: _record_on(recorded, build))
        time.sleep(moments.uniform(0.0, enough))
        os.kill(child, signal.SIGKILL)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
        before, versions = versions, _check_last_version(recorded)
        if versions == before:
            enough *= 1.3  # so that versions come to their end on a machine that has become busy, too
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
    room = recorded.stat().st_size + ROOM

    def fill() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        _record_on(recorded, build)

    child = _start(fill)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == FULL
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

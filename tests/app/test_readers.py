"""Files read by processes of their own: the same as read here, and nothing left behind."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from ostiary.app.bundled import find_sample_lists
from ostiary.app.readers import Readers
from ostiary.app.spools import read_spool
from ostiary.app.taking import Taking, read_taking
from ostiary.model.errors import ListFileError
from ostiary.register import open_register
from tests.app.half_way import PROGRAM, stop_after
from tests.work import PATIENCE

FILES = find_sample_lists()


def test_a_process_reads_what_is_read_here(tmp_path: Path) -> None:
    takings = [Taking("us_ofac", path) for path in FILES]
    with Readers(takings, tmp_path) as readers:
        for taking in takings:
            moved: list[tuple[int, int]] = []
            there = readers.read(taking, lambda done, whole, moved=moved: moved.append((done, whole)))  # type: ignore[misc]
            here = read_taking(taking)
            assert list(there.listings) == list(here.listings)
            assert (there.published, there.warnings, there.snapshot) == (
                here.published,
                here.warnings,
                here.snapshot,
            )
            size = taking.path.stat().st_size
            assert moved[-1] == (size, size)
    assert list(tmp_path.iterdir()) == []


def test_files_that_nobody_asks_for_are_left_out(tmp_path: Path) -> None:
    takings = [Taking("us_ofac", path) for path in (*FILES, *FILES)]
    with Readers(takings, tmp_path) as readers:
        reading = readers.read(takings[-1])
        assert next(reading.listings) == next(read_taking(takings[-1]).listings)


def test_a_fault_late_in_the_file_comes_from_its_listings(tmp_path: Path) -> None:
    cut = tmp_path / "cut.xml"
    whole = FILES[0].read_bytes()
    cut.write_bytes(whole[: len(whole) * 9 // 10])
    takings = [Taking("us_ofac", cut), Taking("us_ofac", FILES[1])]
    with Readers(takings, tmp_path) as readers:
        with pytest.raises(ListFileError) as there:
            list(readers.read(takings[0]).listings)
        with pytest.raises(ListFileError) as here:
            list(read_taking(takings[0]).listings)
        assert (there.value.what, there.value.where) == (here.value.what, here.value.where)
        assert len(list(readers.read(takings[1]).listings)) == len(list(read_taking(takings[1]).listings))


def test_a_process_that_was_killed_is_a_fault_of_its_file() -> None:
    reading = read_taking(Taking("us_ofac", FILES[0]))
    with tempfile.TemporaryFile() as empty, pytest.raises(ListFileError, match="ended before it"):
        list(read_spool(reading, empty))


def _start(home: Path, *arguments: object, program: str = PROGRAM) -> subprocess.Popen[str]:
    more = [*map(str, arguments), "--accept-shrink", "a test", "--json"]
    command = [sys.executable, "-c", program, "--home", str(home), "update", *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_updates_at_once_record_each_version_once(tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for path in FILES:
        (folder / path.name).symlink_to(path)
    started = [_start(tmp_path / "home", "--from", folder) for _ in range(2)]
    ended = [(one.communicate(timeout=PATIENCE), one.returncode) for one in started]
    lists = [one for (out, _), _ in ended if out for one in json.loads(out)["lists"]]
    failures = [one["failure"]["what"] for one in lists if one["failure"]]
    assert lists
    # One may find that the other has recorded a later version than its own meanwhile, or is long at work.
    known = ("before the last recorded version", "Someone else is writing")
    assert [what for what in failures if not any(one in what for one in known)] == []
    with open_register(tmp_path / "home" / "register.sqlite") as register:
        assert [one.label for one in register.versions("us_ofac")] == ["2025-08-14", "2025-11-24"]
    indexes = [one.name for one in (tmp_path / "home" / "index").iterdir()]
    assert [one for one in indexes if one.startswith(".") or one.endswith((".part", ".partial"))] == []


@pytest.mark.parametrize(
    ("module", "function", "recorded"),
    [
        ("ostiary.register.recording", "write_version", []),  # nothing of it is committed
        ("ostiary.app.taking", "record", ["2025-08-14"]),
        ("ostiary.app.pipeline", "compile_index", ["2025-08-14"]),  # not yet under its name
    ],
)
@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_update_says_what_stands_and_can_go_on(
    way: signal.Signals, module: str, function: str, recorded: list[str], tmp_path: Path
) -> None:
    folder, home = tmp_path / "files", tmp_path / "home"
    folder.mkdir()
    (folder / FILES[0].name).symlink_to(FILES[0])
    running = _start(home, "--from", folder, program=stop_after(module, function))
    assert running.stdout
    assert running.stdout.readline() == "stopped\n"
    running.send_signal(way)
    _, err = running.communicate(timeout=PATIENCE)
    left = [one.name for one in home.rglob("*") if one.name.endswith((".part", ".partial"))]
    assert left == []
    assert running.returncode == 130, err
    assert "Interrupted" in err
    assert "in use" in err or "serves on" in err
    with open_register(home / "register.sqlite") as register:
        assert [one.label for one in register.versions("us_ofac")] == recorded
    again = _start(home, "--from", folder)
    out, err = again.communicate(timeout=PATIENCE)
    assert json.loads(out)["index"]["parties"] > 0, err


def test_the_reading_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    """What it says falls on no ear: a closed pipe ends it."""
    reading, writing = os.pipe()
    os.close(reading)
    with (tmp_path / "spool").open("wb") as spool:
        child = subprocess.run(
            [sys.executable, "-m", "ostiary.app.reading_process", "us_ofac", FILES[0]],
            stdout=spool,
            stderr=writing,
            check=False,
            timeout=PATIENCE,
        )
    os.close(writing)
    assert child.returncode != 0

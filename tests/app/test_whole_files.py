import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ostiary.app.whole_files import replace_file
from ostiary.model.errors import InputError
from tests.app.half_way import STOP

WRITER = f"""
{STOP}
import sys
from pathlib import Path
from ostiary.app.whole_files import replace_file
with replace_file(Path(sys.argv[1])) as part:
    part.write_text("half")
    stop()
"""


class StopError(Exception):
    pass


def test_a_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "hits.csv"
    with replace_file(path) as part:
        part.write_text("whole")
        assert not path.exists()
    assert path.read_text() == "whole"
    assert list(path.parent.iterdir()) == [path]


def test_an_error_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    path.write_text("old")

    def write_half() -> None:
        with replace_file(path) as part:
            part.write_text("half")
            raise StopError

    with pytest.raises(StopError):
        write_half()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_rights_are_those_of_any_new_file(tmp_path: Path) -> None:
    with replace_file(tmp_path / "ours"):
        pass
    (tmp_path / "plain").touch()
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match="written"), replace_file(tmp_path / "file" / "hits.csv"):
        pass


@pytest.mark.parametrize("kill", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_kill_leaves_no_file_under_the_name(kill: signal.Signals, tmp_path: Path) -> None:
    path = tmp_path / "hits.csv"
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as writer:
        assert writer.stdout
        assert writer.stdout.readline() == b"stopped\n"
        writer.send_signal(kill)
    assert not path.exists()

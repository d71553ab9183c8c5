"""Which list is measured? A home that stands, a file, else the newest real list, else a generated one."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from generate import PARTIES, write_list
from places import LIST, find_versions

#: The command, as installed beside the interpreter that runs the benchmark.
OSTIARY = str(Path(sys.executable).parent / "ostiary")


def find_list(given: Path | None, folder: Path) -> Path:
    """Return the file to measure on: the one given, else the newest real one, else one generated in the folder."""
    if given:
        return given
    real = find_versions()
    return real[-1] if real else write_list(folder / "generated.xml", PARTIES)


@contextmanager
def prepare_home(given: Path | None, list_id: str = LIST) -> Iterator[Path]:
    """Give a home whose list is recorded and compiled; one made here is gone afterwards.

    Args:
        given: A home that stands, or a file of the list; None: the newest real one, or one generated.
        list_id: The list.
    """
    if given and given.is_dir():
        yield given
        return
    with TemporaryDirectory(prefix="ostiary-bench-") as folder:
        home = Path(folder)
        path = find_list(given, home)
        print(f"Recording and compiling {path.name} ...", file=sys.stderr)
        subprocess.run([OSTIARY, "--home", folder, "update", list_id, "--from", str(path)], check=True)
        yield home

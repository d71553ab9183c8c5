"""Files of differences: CSV, JSON lines, Parquet; they appear whole or not at all."""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from ostiary.app.hit_files import finish_hits
from ostiary.app.whole_files import replace_file
from ostiary.model.differences import DIFFERENCE_COLUMNS, Difference


@contextmanager
def write_differences(path: Path) -> Iterator[Callable[[Difference], None]]:
    """Open a file of differences.

    Args:
        path: Its suffix, of :func:`~ostiary.app.hit_files.check_suffix`, says in which form.

    Yields:
        A function that takes one of them.
    """
    suffix = path.suffix.lower()
    with replace_file(path) as part:
        with part.open("w", encoding="utf-8", newline="") as file:
            if suffix == ".csv":
                writer = csv.DictWriter(file, [name for name, _ in DIFFERENCE_COLUMNS])
                writer.writeheader()
                yield lambda one: writer.writerow(asdict(one))
            else:
                yield lambda one: print(json.dumps(asdict(one), ensure_ascii=False), file=file)
        finish_hits(part, suffix, DIFFERENCE_COLUMNS)

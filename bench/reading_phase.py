"""Reads all reports of one kind several times, alone in a process, and prints how long that took, as JSON.

``python bench/reading_phase.py text|html [HOME]``; without a home the samples are read against.
``bench/reading_speed.py`` starts it.
"""

import json
import sys
import time
from pathlib import Path

from page_bodies import find_pages
from polnear import read_polnear
from readers import Reader, open_reader

from ostiary.model.errors import ReportFileError

RUNS = 5
#: A report of about 7,000 characters.
USUAL = range(5_500, 8_501)
PAIRS = Path(__file__).resolve().parents[1] / "tests" / "documents" / "data" / "pairs"


def collect_texts() -> list[bytes]:
    """Return real texts of usual length; where there are none, the invented reports, two as one."""
    texts = [each.text.encode() for split in ("dev", "train") for each in read_polnear(split)]
    usual = [text for text in texts if len(text) in USUAL][:200]
    ours = [path.read_bytes() for path in sorted(PAIRS.glob("*.txt"))]
    return usual or [b"\n\n".join(ours[at : at + 2]) for at in range(0, len(ours), 2)]


def collect_pages() -> list[bytes]:
    """Return the real pages; none where they are absent."""
    return [page.data for page in find_pages()]


def time_readings(reader: Reader, files: list[bytes], name: str) -> tuple[float, float, int]:
    """Return seconds by the clock and of the processor for reading all files, and how many were refused."""
    refused = 0
    start, used = time.perf_counter(), time.process_time()
    for data in files:
        try:
            reader.read_bytes(data, name)
        except ReportFileError:
            refused += 1
    return time.perf_counter() - start, time.process_time() - used, refused


def main() -> None:
    """Read what the arguments name."""
    kind, *home = sys.argv[1:]
    files = collect_pages() if kind == "html" else collect_texts()
    reader = open_reader(Path(home[0]) if home else None)
    if not files:
        print(json.dumps({"reports": 0}))
        return
    reader.read_bytes(files[0], f"report.{kind}")  # loads the tables of words
    runs = [time_readings(reader, files, f"report.{kind}") for _ in range(RUNS)]
    facts = {
        "reports": len(files),
        "bytes": sum(map(len, files)) / len(files),
        "refused": runs[0][2],
        "seconds": [seconds for seconds, _, _ in runs],
        "cpu": [cpu for _, cpu, _ in runs],
    }
    print(json.dumps(facts))


if __name__ == "__main__":
    main()

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest

from ostiary.intake import find_kind, read_customers
from ostiary.intake.packing import find_packing
from ostiary.model.errors import CustomerFileError

ROWS = b"id,name\n" + b"".join(b"%d,Jon Smith %d\n" % (number, number * 7919 % 100_003) for number in range(5_000))
HALF = ROWS.index(b"\n", len(ROWS) // 2) + 1


def pack_zstd(data: bytes) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.CompressedOutputStream(sink, "zstd") as stream:
        stream.write(data)
    return bytes(sink.getvalue().to_pybytes())


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress,
    "zst": pack_zstd,
    "xz": lzma.compress,
    "bz2": bz2.compress,
}


@pytest.mark.parametrize("suffix", PACKERS)
@pytest.mark.parametrize("parts", [(ROWS,), (ROWS[:HALF], ROWS[HALF:])], ids=["one stream", "two streams"])
def test_a_packed_file_gives_all_its_rows(suffix: str, parts: tuple[bytes, ...], tmp_path: Path) -> None:
    path = tmp_path / f"customers.csv.{suffix}"
    path.write_bytes(b"".join(map(PACKERS[suffix], parts)))
    names = [row.query.names[0] for block in read_customers(path).blocks() for row in block.rows]
    assert names == [line.split(",")[1] for line in ROWS.decode().splitlines()[1:]]


@pytest.mark.parametrize("suffix", PACKERS)
def test_a_packed_file_that_is_cut_off_is_refused(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"customers.csv.{suffix}"
    path.write_bytes(PACKERS[suffix](ROWS)[:-1_000])
    with pytest.raises(CustomerFileError, match="damaged or cut off"):
        list(read_customers(path).blocks())


def test_an_archive_that_asks_for_much_memory_is_refused(tmp_path: Path) -> None:
    greedy = [{"id": lzma.FILTER_LZMA2, "dict_size": 512 << 20}]
    path = tmp_path / "customers.csv.xz"
    path.write_bytes(lzma.compress(ROWS, filters=greedy))
    with pytest.raises(CustomerFileError, match="damaged or cut off"):
        list(read_customers(path).blocks())


@pytest.mark.parametrize(
    ("start", "packing"),
    [(b"\x1f\x8b\x08", "gzip"), (b"BZhang,name\n", ""), (b"BZh91AY&SY", "bzip2"), (b"id,name", ""), (b"", "")],
)
def test_a_packing_is_known_by_its_first_bytes(start: bytes, packing: str) -> None:
    assert find_packing(start) == packing


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jsonl.zst", "json"), ("a.CSV.XZ", "table"), ("a.parquet.bz2", "parquet"), ("a.zst", "")]
)
def test_a_packed_file_is_recognised_by_its_name(name: str, kind: str) -> None:
    assert find_kind(Path(name)) == kind

"""Stored files: unpacking, counting, hashing, refusing."""

import bz2
import gzip
import hashlib
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.lists import stored
from ostiary.lists.stored import StoredFile
from ostiary.model.errors import ListFileError

PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "plain": bytes,
    "bz2": bz2.compress,
    "gz": gzip.compress,
    "xz": lzma.compress,
}
#: Several pieces long, also when packed.
CONTENT = b"".join(hashlib.sha256(bytes([i // 256, i % 256])).digest() for i in range(7000)) + bytes(1 << 17)


def write(path: Path, content: bytes) -> StoredFile:
    path.write_bytes(content)
    return StoredFile(path)


@pytest.mark.parametrize("packing", PACKINGS)
def test_every_packing_is_unpacked_whatever_the_name(packing: str, tmp_path: Path) -> None:
    packed = PACKINGS[packing](CONTENT)
    file = write(tmp_path / "list.xml", packed)
    assert b"".join(file.unpack()) == CONTENT
    snapshot = file.take_snapshot()
    assert (snapshot.digest, snapshot.size) == (hashlib.sha256(packed).hexdigest(), len(packed))
    assert snapshot.name == "list.xml"


@pytest.mark.parametrize("packing", ["bz2", "gz", "xz"])
@given(parts=st.lists(st.binary(max_size=300), min_size=1, max_size=3))
def test_streams_behind_one_another_are_one_file(
    packing: str, parts: list[bytes], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = write(tmp_path_factory.mktemp("joined") / "list", b"".join(map(PACKINGS[packing], parts)))
    assert b"".join(file.unpack()) == b"".join(parts)


@pytest.mark.parametrize("packing", ["bz2", "gz", "xz"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_truncated_archive_is_refused(packing: str, share: float, tmp_path: Path) -> None:
    packed = PACKINGS[packing](CONTENT)
    file = write(tmp_path / "list", packed[: int(len(packed) * share)])
    with pytest.raises(ListFileError, match="truncated or damaged") as caught:
        list(file.unpack())
    assert caught.value.where == str(tmp_path / "list")


@pytest.mark.parametrize("packing", ["bz2", "gz", "xz"])
def test_a_damaged_archive_is_refused(packing: str, tmp_path: Path) -> None:
    packed = bytearray(PACKINGS[packing](CONTENT))
    packed[len(packed) // 2] ^= 0xFF
    with pytest.raises(ListFileError, match="truncated or damaged"):
        list(write(tmp_path / "list", bytes(packed)).unpack())


@pytest.mark.parametrize("packing", ["bz2", "gz", "xz"])
def test_what_unpacks_to_too_much_is_refused(
    packing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "MOST_UNPACKED", 1 << 20)
    file = write(tmp_path / "bomb", PACKINGS[packing](bytes(1 << 22)))
    taken: list[bytes] = []
    with pytest.raises(ListFileError, match="more than 1 MiB"):
        taken.extend(file.unpack())
    assert sum(map(len, taken)) <= 1 << 20


def test_progress_counts_stored_bytes_up_to_the_last(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(bz2.compress(CONTENT))
    seen: list[tuple[int, int]] = []
    list(StoredFile(path, lambda done, total: seen.append((done, total))).unpack())
    assert seen == sorted(seen)
    assert len(seen) > 1
    assert seen[-1] == (path.stat().st_size, path.stat().st_size)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "zip").write_bytes(b"PK\x03\x04rest")
    for name, message in ((".", "folder"), ("absent", "no such file"), ("empty", "empty"), ("zip", "zip archive")):
        with pytest.raises(ListFileError, match=message):
            list(StoredFile(tmp_path / name).unpack())

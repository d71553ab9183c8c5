import resource
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from ostiary.index import container
from ostiary.index.container import map_sections, verify_sections, write_sections
from ostiary.model.errors import IndexFileError, OutdatedIndexError

SECTIONS = {
    "numbers": np.arange(1000, dtype=np.int64),
    "flags": np.array([True, False]),
    "none": np.zeros(0, np.int32),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "some.ostiary"
    write_sections(path, SECTIONS, {"parties": 3})
    return path


def test_what_is_written_is_read(file: Path) -> None:
    sections, facts, digest = map_sections(file)
    assert facts == {"parties": 3}
    assert len(digest) == 64
    for name, array in SECTIONS.items():
        assert sections[name].dtype == array.dtype
        assert np.array_equal(sections[name], array)


@given(array=arrays.arrays(st.sampled_from([np.int8, np.int32, np.int64]), st.integers(0, 50)))
def test_any_array_survives(tmp_path_factory: pytest.TempPathFactory, array: np.ndarray) -> None:
    path = tmp_path_factory.mktemp("any") / "a.ostiary"
    write_sections(path, {"a": array}, {})
    assert np.array_equal(map_sections(path)[0]["a"], array)


def test_the_same_content_has_the_same_digest_and_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert write_sections(one, SECTIONS, {"a": 1}) == write_sections(other, SECTIONS, {"a": 1})
    assert one.read_bytes() == other.read_bytes()
    assert write_sections(other, SECTIONS, {"a": 2}) != map_sections(one)[2]


@pytest.mark.parametrize("kept", [0, 5, 47, 60, 400])
def test_a_file_cut_in_its_header_is_refused(file: Path, kept: int) -> None:
    file.write_bytes(file.read_bytes()[:kept])
    with pytest.raises(IndexFileError, match="Compile the index again"):
        map_sections(file)


def test_a_file_cut_in_a_section_is_refused(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:2000])
    with pytest.raises(IndexFileError, match="cut off"):
        map_sections(file)


def test_a_foreign_file_and_an_absent_one_are_refused(tmp_path: Path) -> None:
    (tmp_path / "foreign").write_bytes(b"PK\x03\x04" * 100)
    with pytest.raises(IndexFileError, match="no index of Ostiary"):
        map_sections(tmp_path / "foreign")
    with pytest.raises(IndexFileError, match="There is no index"):
        map_sections(tmp_path / "absent")


def test_a_flipped_byte_is_found(file: Path) -> None:
    verify_sections(file)
    data = bytearray(file.read_bytes())
    data[100] ^= 1
    file.write_bytes(bytes(data))
    with pytest.raises(IndexFileError, match="Section numbers of the index is damaged"):
        verify_sections(file)


def test_a_file_laid_out_otherwise_is_of_another_release(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[7] = 1
    file.write_bytes(bytes(data))
    with pytest.raises(OutdatedIndexError, match="written by another release"):
        map_sections(file)


def test_an_index_in_use_outlives_its_replacement(file: Path) -> None:
    sections, _, _ = map_sections(file)
    write_sections(file, {"numbers": np.zeros(3, np.int64)}, {})
    assert sections["numbers"][-1] == 999
    assert not list(file.parent.glob("*.partial"))


def test_a_full_disk_leaves_the_old_index(file: Path) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_sections(file, {"numbers": np.arange(100_000)}, {"parties": 4})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    verify_sections(file)
    assert map_sections(file)[1] == {"parties": 3}
    assert not list(file.parent.glob("*.partial"))


def test_an_index_of_another_format_is_refused_in_words(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as another:
        another.setattr(container, "FORMAT", container.FORMAT + 1)
        write_sections(file, SECTIONS, {})
    with pytest.raises(OutdatedIndexError, match=f"format {container.FORMAT + 1}, not {container.FORMAT}"):
        map_sections(file)

from pathlib import Path

import pytest

from ostiary.app.profile_files import choose_profile, read_profile, retune_profile, write_profile
from ostiary.model.errors import NotFoundError, QueryError
from ostiary.screening import load_profile

SHIPPED = load_profile()
GOOD = {
    "name": "ours",
    "version": "2",
    "from": "default",
    "from_digest": SHIPPED.digest,
    "threshold": "720",
    "reason": "chosen in a test",
}


def write(path: Path, fields: dict[str, str], more: str = "") -> Path:
    path.write_text("".join(f"{name}: {value}\n" for name, value in fields.items()) + more, encoding="utf-8")
    return path


def test_a_profile_is_a_shipped_one_with_another_threshold(tmp_path: Path) -> None:
    profile = read_profile(write(tmp_path / "ours.yml", GOOD))
    assert (profile.name, profile.version, profile.threshold) == ("ours", 2, 720)
    assert profile.word_weights == SHIPPED.word_weights
    assert profile.digest != SHIPPED.digest


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "ours.yml"
    profile = retune_profile(SHIPPED, "ours", 3, 810)
    write_profile(path, profile, SHIPPED, "reason: with a colon, “quotes”\nand a line")
    assert read_profile(path) == profile
    assert choose_profile(str(path)) == profile


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("threshold", "649", "out of range"),
        ("threshold", "1200", "out of range"),
        ("threshold", "high", "threshold"),
        ("threshold", "true", "threshold"),
        ("threshold", "[700]", "one value each"),
        ("version", "0", "1 or more"),
        ("version", "1.5", "version"),
        ("name", "default", "name"),
        ("name", "''", "name"),
        ("from", "nobodys", "nobodys"),
        ("from_digest", "f" * 64, "another 'default'"),
        ("from_digest", "12", "from_digest"),
        ("reason", "", "reason"),
    ],
)
def test_a_field_that_is_wrong_is_refused(tmp_path: Path, field: str, value: str, said: str) -> None:
    path = write(tmp_path / "ours.yml", GOOD | {field: value})
    with pytest.raises(QueryError, match=said):
        read_profile(path)


@pytest.mark.parametrize("field", GOOD)
def test_a_field_that_is_absent_is_refused(tmp_path: Path, field: str) -> None:
    fields = {name: value for name, value in GOOD.items() if name != field}
    with pytest.raises(QueryError, match=field):
        read_profile(write(tmp_path / "ours.yml", fields))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("word_weights: 3\n", "word_weights"),
        ("threshold: 700\n", "one value each"),
        ("- 3\n", "YAML"),
        ("extra: !!python/object/apply:os.getcwd []\n", "one value each"),
        ("extra: &a 1\nmore: *a\n", "extra"),
        ("x" * 70_000, "too large"),
    ],
)
def test_nothing_but_the_fields_is_taken(tmp_path: Path, more: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        read_profile(write(tmp_path / "ours.yml", GOOD, more))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"just a text", b"[1, 2]"])
def test_a_file_that_is_no_profile_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ours.yml"
    path.write_bytes(content)
    with pytest.raises(QueryError):
        read_profile(path)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    for named in (str(tmp_path / "none.yml"), str(tmp_path), "nobodys"):
        with pytest.raises(NotFoundError):
            choose_profile(named)
    assert choose_profile("") is None
    assert choose_profile("default") == SHIPPED

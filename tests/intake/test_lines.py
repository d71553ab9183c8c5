import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.intake.lines import Lines


def read(data: bytes, encoding: str = "") -> list[tuple[int, str, str]]:
    with Lines(io.BufferedReader(io.BytesIO(data)), encoding) as lines:  # type: ignore[arg-type]
        return [(line.number, line.text, line.fault) for line in lines]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0\ufeff\ufffd"))))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_is_written_is_read(encoding: str, texts: list[str]) -> None:
    data = "".join(f"{text}\n" for text in texts).encode(encoding)
    assert read(data) == [(number, f"{text}\n", "") for number, text in enumerate(texts, 1)]


@given(st.binary(max_size=200))
def test_any_bytes_are_lines_that_can_be_written_again(data: bytes) -> None:
    with Lines(io.BufferedReader(io.BytesIO(data))) as lines:  # type: ignore[arg-type]
        for line in lines:
            assert line.raw.encode().decode() == line.raw


def test_lines_put_back_come_first() -> None:
    with Lines(io.BufferedReader(io.BytesIO(b"a\nb\nc\n"))) as lines:  # type: ignore[arg-type]
        first, second = next(lines), next(lines)
        lines.put_back([first, second])
        assert [line.text for line in lines] == ["a\n", "b\n", "c\n"]

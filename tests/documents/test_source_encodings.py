"""Bytes to characters: every outcome is said, and no character is changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.documents.source.encodings import decode_text
from ostiary.model.errors import ReportFileError

SENTENCES = {
    "utf-8": "The mayor, Nicolás Peña, said “no”. ",
    "utf-8-sig": "The mayor, Nicolás Peña, said “no”. ",
    "utf-16": "The mayor, Nicolás Peña, said “no”. ",
    "utf-16-le": "The mayor, Nicolás Peña, said “no”. ",
    "utf-16-be": "The mayor, Nicolás Peña, said “no”. ",
    "utf-32": "The mayor, Nicolás Peña, said “no”. ",
    "cp1252": "The mayor, Nicolás Peña, said “no” — and went home. ",
    "cp1251": "Мэр города заявил, что порт останется закрытым до осени. ",
    "cp1256": "قال رئيس البلدية يوم الاثنين إن الميناء سيبقى مغلقا حتى الخريف. ",
    "shift_jis": "市長は月曜日に港を秋まで閉鎖すると発表した。",
    "gb18030": "市长星期一宣布港口将关闭到秋天。",
}


@pytest.mark.parametrize("encoding", SENTENCES)
def test_reads_the_encodings_that_reports_come_in(encoding: str) -> None:
    text = SENTENCES[encoding] * 4
    assert decode_text(text.encode(encoding))[0] == text


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        ("Nicolás said".encode("cp1252"), "read as cp1252, which is a guess"),
        ("He said no.".encode("utf-16-le"), "read as utf-16-le"),
        ("Peña said é".encode() + b"\xff and \xfe.", "2 places hold bytes that are no text here"),
        ("Peña said é".encode() + b"\xff and.", "first at 11"),
        (b"He said\x00 no.", "1 control character stands in the text, the first as character 7"),
        ("He said \u202eno\u202e.".encode(), "2 control characters"),
    ],
)
def test_says_how_a_text_was_read(data: bytes, remark: str) -> None:
    assert remark in " ".join(decode_text(data)[1])


def test_says_nothing_of_a_plain_text() -> None:
    assert decode_text("The mayor said “no”.\r\n\r\nHe went\u00a0home.\n".encode()) == (
        "The mayor said “no”.\r\n\r\nHe went\u00a0home.\n",
        (),
    )


def test_a_replacement_that_the_writer_wrote_is_no_fault() -> None:
    assert decode_text("He wrote \ufffd.".encode())[1] == ()


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        (b'<meta charset="windows-1250">', "cp1250", "Starosta města řekl"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r", "Мэр города"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?>', "iso8859-2", "Starosta m\u011bsta"),
        (b"<meta charset=iso-8859-1>", "cp1252", "“no”"),
    ],
)
def test_a_page_may_name_its_encoding(declared: bytes, encoding: str, text: str) -> None:
    assert text in decode_text(declared + text.encode(encoding), declares=True)[0]


@pytest.mark.parametrize("name", [b"rot13", b"hex", b"punycode", b"no-such", b"utf-8", b"unicode_escape"])
def test_a_page_cannot_name_what_is_no_encoding_of_pages(name: bytes) -> None:
    text, remarks = decode_text(b"<meta charset=" + name + b">" + "Peña".encode("cp1252"), declares=True)
    assert text.endswith("Peña")
    assert "guess" in remarks[0]


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ReportFileError, match="no text"):
        decode_text(bytes(range(1, 32)) * 9)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text, _ = decode_text(data, declares=True)
    except ReportFileError as error:
        assert error.advice  # noqa: PT017 - either outcome is clear
    else:
        assert len(text) <= len(data)

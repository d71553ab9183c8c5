"""PDFs: paragraphs from lines, headers set apart, pages of pictures said; files written by hand."""

import io
import zlib
from collections.abc import Sequence

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.documents.source import report_from_bytes
from ostiary.model.errors import ReportFileError

FIRST = (
    "The council of Westhaven met on Monday to hear the harbour master, who had",
    "asked for two more boats and a crane, and to decide before the autumn came.",
    "It did not decide.",
    "The harbour master said that the crane would pay for itself within two years",
    "and that the boats were past repair.",
)
PICTURE = (
    b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1"
    b" /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>"
    b"\nstream\n\x00\nendstream"
)


def escape(text: str) -> bytes:
    """Return a text as the content stream of a PDF writes it."""
    data = text.encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        data = data.replace(sign, b"\\" + sign)
    return data


def draw_lines(lines: Sequence[str]) -> bytes:
    """Return a content stream with one line of text below the other."""
    return b"".join(
        b"BT /F1 11 Tf 72 %d Td (%s) Tj ET\n" % (780 - 14 * number, escape(line))
        for number, line in enumerate(lines)
    )


def write_pdf(pages: Sequence[bytes], *, resources: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """Return a PDF.

    Args:
        pages: The content stream of each page.
        resources: More resources for every page.
        more: Further objects; the first one has the number 4 + 2 * len(pages).
    """
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for content in pages:
        packed = zlib.compress(content)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> %s >> >>" % (len(objects), resources)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _assemble([*objects, *more])


def _assemble(objects: Sequence[bytes]) -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, len(out))
    )


def read(data: bytes) -> list[tuple[str, str, str]]:
    report = report_from_bytes(data, "report.pdf", id="r1")
    return [(zone.kind, zone.place, report.words_of(zone.span)) for zone in report.zones]


def bodies(data: bytes) -> list[str]:
    return [text for kind, _, text in read(data) if kind == "body"]


def test_lines_become_paragraphs() -> None:
    assert bodies(write_pdf([draw_lines(FIRST)])) == [" ".join(FIRST[:3]), " ".join(FIRST[3:])]


def test_headers_and_footers_are_set_apart_and_pages_named() -> None:
    pages = [
        draw_lines(
            [
                "The Daily Example",
                f"{start} " + "word " * 14,
                f"and {start.lower()} ended there.",
                f"Page {number}",
            ]
        )
        for number, start in enumerate(("Alpha", "Beta", "Gamma"), 1)
    ]
    zones = read(write_pdf(pages))
    assert [(place, text) for kind, place, text in zones if kind == "repeated"] == [
        (f"page {number}", text) for number in (1, 2, 3) for text in ("The Daily Example", f"Page {number}")
    ]
    assert {place for kind, place, _ in zones if kind == "body"} <= {"page 1", "page 2", "page 3", "pages 1 to 2"}
    assert [text.split()[0] for kind, _, text in zones if kind == "body"] == ["Alpha", "Beta", "Gamma"]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("who had asked for-", "ward boats, and the forward boats", "asked forward boats"),
        ("who had asked the well-", "known captain of the boats", "the well-known captain"),
        ("who had asked for boats -", "and for a crane by the way", "for boats - and for"),
    ],
)
def test_a_broken_word_is_made_whole_only_if_it_stands_whole_elsewhere(end: str, start: str, joined: str) -> None:
    lines = [
        f"The council of Westhaven met to hear the harbour master, {end}",
        f"{start}, of which there were",
        "few.",
    ]
    assert joined in bodies(write_pdf([draw_lines([*lines[:1], *lines[1:]])]))[0]


def test_pages_of_pictures_among_others_are_named() -> None:
    data = write_pdf(
        [draw_lines(FIRST), b"/Im0 Do", draw_lines(FIRST[3:])],
        resources=b"/XObject << /Im0 10 0 R >>",
        more=[PICTURE],
    )
    report = report_from_bytes(data, "report.pdf", id="r1")
    assert "Page 2 has no text, perhaps a scanned picture: what stands there was not read." in report.remarks


def test_a_file_of_pictures_only_is_refused() -> None:
    data = write_pdf([b"/Im0 Do"] * 2, resources=b"/XObject << /Im0 8 0 R >>", more=[PICTURE])
    with pytest.raises(ReportFileError, match="scanned"):
        read(data)


def encrypt(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(write_pdf([draw_lines(FIRST)])))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - a test file
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_an_encrypted_file_is_refused_unless_it_opens_without_a_password() -> None:
    with pytest.raises(ReportFileError, match="encrypted"):
        read(encrypt("secret"))
    assert len(bodies(encrypt(""))) == 2


def test_forms_within_forms_come_to_an_end() -> None:
    """Each form draws the next one ten times: ten to the sixth steps in a file of a few hundred bytes."""
    first = 6
    forms = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length %d /Resources << /Font << /F1 3 0 R >>"
        b" /XObject << /X %d 0 R >> >> >>\nstream\n%s\nendstream" % (len(body), first + number + 1, body)
        for number, body in enumerate([b"/X Do " * 10] * 6 + [b"BT (x) Tj ET " * 10])
    ]
    data = write_pdf([b"/X Do " + draw_lines(FIRST)], resources=b"/XObject << /X %d 0 R >>" % first, more=forms)
    try:
        assert any("harbour master" in text for text in bodies(data))
    except ReportFileError as error:
        assert "too much" in str(error)  # noqa: PT017 - either outcome is clear


def test_a_stream_that_unpacks_to_a_hundred_megabytes_is_refused() -> None:
    with pytest.raises(ReportFileError):
        read(write_pdf([b"q " * 50_000_000]))


@pytest.mark.parametrize("cut", [9, 200, 400, -30])
def test_a_cut_file_has_a_clear_outcome(cut: int) -> None:
    data = write_pdf([draw_lines(FIRST)])[:cut]
    try:
        assert bodies(data)
    except ReportFileError as error:
        assert error.advice  # noqa: PT017 - either outcome is clear


@settings(max_examples=60)
@given(st.binary(max_size=40), st.integers(0, 900))
def test_changed_bytes_have_a_clear_outcome(noise: bytes, place: int) -> None:
    data = write_pdf([draw_lines(FIRST)])
    damaged = data[:place] + noise + data[place + len(noise) :]
    try:
        assert report_from_bytes(damaged, "report.pdf", id="r1").text
    except ReportFileError as error:
        assert error.where == "report.pdf"  # noqa: PT017 - either outcome is clear

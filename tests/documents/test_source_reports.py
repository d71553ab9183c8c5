"""From a file to a report: what is refused and why, outlet and day, digest and name, any bytes at all."""

import hashlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.documents.source import read_report, report_from_bytes
from ostiary.documents.source.datelines import read_dateline
from ostiary.documents.source.plain_dates import find_plain_date
from ostiary.model.errors import OstiaryError, ReportFileError
from ostiary.model.reports import Report
from tests.work import assert_linear, hang_guard

BODY = (
    "The council of Westhaven met on Monday to hear the harbour master, who had asked for two more boats and a "
    "crane, and put the vote off until the autumn. It gave no reason for that."
)


def read(text: str, **given_by_user: object) -> Report:
    return report_from_bytes(text.encode(), "report.txt", id="r1", **given_by_user)  # type: ignore[arg-type]


def test_a_file(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(f"Boats\n\n{BODY}\n".encode())
    report = read_report(path, id="r7")
    assert (report.id, report.name, report.format, report.language) == ("r7", "report.txt", "text", "en")
    assert report.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert read_report(str(path), id="r7") == report
    assert report.text == f"Boats\n\n{BODY}\n"


@pytest.mark.parametrize("name", ["/home/someone/report.txt", "C:\\Users\\someone\\report.txt", "report.txt"])
def test_folders_never_reach_the_report(name: str) -> None:
    assert report_from_bytes(BODY.encode(), name, id="r1").name == "report.txt"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \r\n\t \n", "empty"),
        (b"\0" * 40, "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(60), "a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "a picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a picture"),
        (b"\0\0\0\x18ftypheic", "a picture"),
        (b"\0\0\0\x18ftypmp42", "a sound or a film"),
        (b"PK\x03\x04" + bytes(60), "an Office file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60), "an old Office file"),
        (b"{\\rtf1\\ansi The council met.}", "a rich text file"),
        (b"\x1f\x8b\x08" + bytes(60), "an archive"),
        (b"\x7fELF" + bytes(60), "a program"),
        (b"SQLite format 3\0" + bytes(60), "a database"),
        (b"<?xml version='1.0'?><list/>", "XML"),
        (b'<rss version="2.0"><channel/></rss>', "XML"),
        (b'{"headline": "A port is shut"}', "JSON"),
        (b'[\n {"headline": "A port is shut"}\n]', "JSON"),
        (b"From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain\n\nA port is shut.\n", "e-mail"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "web archive"),
        (bytes(range(256)) * 20, "no text"),
        (b"%PDF-1.7\nnothing more", "damaged"),
        ("\u200b \u200e\n\ufeff".encode(), "no text"),
        (b"word " * 5_000_000, "25,000,000 bytes"),
        (b"word " * 500_000, "2,500,000 characters"),
        (b"a\n" * 30_000, "30,000 lines"),
    ],
)
def test_what_is_no_report_is_refused_with_advice(data: bytes, what: str) -> None:
    with pytest.raises(ReportFileError, match=what) as caught:
        report_from_bytes(data, "file", id="r1")
    assert caught.value.where == "file"
    assert caught.value.advice


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ReportFileError, match="no such file"):
        read_report(tmp_path / "absent.txt", id="r1")
    with pytest.raises(ReportFileError, match="no file"):
        read_report(tmp_path, id="r1")
    with pytest.raises(ReportFileError):
        read_report("a\0b", id="r1")


def test_fifty_megabytes_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as handle:
        handle.truncate(50_000_000)
    with pytest.raises(ReportFileError, match="50,000,000 bytes"):
        read_report(path, id="r1")


@pytest.mark.parametrize(
    ("text", "outlet", "published"),
    [
        (f"WESTHAVEN (Example News) — {BODY}", "Example News", None),
        (f"(Example News) - {BODY}", "Example News", None),
        (f"WESTHAVEN, Norland, August 9, 2025 (Example News) -- {BODY}", "Example News", date(2025, 8, 9)),
        (f"Westhaven (Example) \u2013 {BODY}", "Example", None),
        (f"WESTHAVEN — {BODY}", "", None),
        (f"WESTHAVEN (Updated) — {BODY}", "", None),
        (f"Boats\n\nBy Jane Roe\n\n9 August 2025\n\n{BODY}", "", date(2025, 8, 9)),
        (f"Boats\n\nPublished: 2025-08-09 14:00\n\n{BODY}", "", date(2025, 8, 9)),
        (f"Boats\n\nBy Jane Roe | Aug. 9, 2025\n\n{BODY}", "", date(2025, 8, 9)),
        (f"Boats\n\n09/08/2025\n\n{BODY}", "", None),
        (f"Boats\n\n{BODY}\n\n9 August 2025\n\n{BODY} Really.", "", None),
        (f"Boats\n\n{BODY} It met last on August 9, 2025.", "", None),
        (f"The harbour master (who is old) — {BODY}", "", None),
        (f"Ada Lind lost the vote (by two) - {BODY}", "", None),
    ],
)
def test_outlet_and_day_are_taken_where_they_are_plain(text: str, outlet: str, published: date | None) -> None:
    report = read(text)
    assert (report.outlet, report.published) == (outlet, published)
    assert any("outlet," in remark for remark in report.remarks) == bool(outlet)
    assert any("The day of publication," in remark for remark in report.remarks) == bool(published)


def test_the_user_knows_better_and_the_difference_is_said() -> None:
    text = f"WESTHAVEN, August 9, 2025 (Example News) — {BODY}"
    report = read(text, outlet="The Courier", published=date(2025, 8, 10))
    assert (report.outlet, report.published) == ("The Courier", date(2025, 8, 10))
    assert "The dateline names Example News." in report.remarks
    assert any("says 2025-08-09; 2025-08-10 is taken." in remark for remark in report.remarks)
    assert read(text, outlet="example news", published=date(2025, 8, 9)).remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        "The crane (which is new) - and the boats",
        "He said no — and left",
        "NO (he said it twice, and loudly) it is",
    ],
)
def test_a_bracket_and_a_dash_are_no_dateline(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-08-09", date(2025, 8, 9)),
        ("on 9 August 2025,", date(2025, 8, 9)),
        ("Sat, Aug. 9, 2025", date(2025, 8, 9)),
        ("9th August, 2025", date(2025, 8, 9)),
        ("August 2025", None),
        ("9.8.2025", None),
        ("19.8.2025", date(2025, 8, 19)),
        ("31 June 2025", None),
        ("Room 20250809123", None),
        ("9 Auguste 2025", None),
    ],
)
def test_a_plain_date(text: str, day: date | None) -> None:
    found = find_plain_date(text)
    assert (found[0] if found else None) == day


def test_another_language_and_right_to_left_are_said() -> None:
    report = read("قال رئيس البلدية يوم الاثنين إن الميناء سيبقى مغلقا حتى الخريف بعد أن طلب ذلك من الحكومة")
    assert report.language == "ar"
    assert "seems to be in Arabic" in report.remarks[0]
    assert [zone.kind for zone in report.zones] == ["body"]


@pytest.mark.parametrize(
    "text",
    [
        '"' * 10_000 + BODY,
        '"He said\n' * 10_000,
        "(" * 200_000,
        ("(" * 40 + "\n") * 9_000,
        "A" * 450_000,
        " " * 450_000 + "x",
        "\r\n" * 200_000 + "x",
        ("President Lind speaks, left, (AP" * 15 + ")\n") * 900,
        ("A " * 200 + "\n") * 1_200,
        "What do you think?\nYes\n- no\n" * 3_000,
        ("Photo: " * 60 + "\n") * 1_100,
        ("1 Jan. " * 60 + "\n") * 1_100,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_takes_linear_work(text: str) -> None:
    with hang_guard():
        assert read(text).zones
    assert_linear(lambda times: read(text[-times * len(text) // 40 :]), 1)


@settings(max_examples=300)
@given(
    st.one_of(
        st.binary(max_size=400),
        st.text(max_size=400).map(str.encode),
        st.text(max_size=200).map(lambda text: text.encode("utf-16")),
        st.binary(max_size=60).map(b"%PDF-1.4\n".__add__),
        st.binary(max_size=60).map(b"<html><p>".__add__),
    ),
    st.sampled_from(["a.txt", "a.html", "a.pdf", "a", ""]),
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        report = report_from_bytes(data, name, id="r1")
    except OstiaryError as error:
        assert error.advice  # noqa: PT017 - either outcome is clear
    else:
        assert report.zones
        assert all(0 <= zone.span.start < zone.span.end <= len(report.text) for zone in report.zones)

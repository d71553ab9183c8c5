"""What two reports say alike and what that is worth: a table of invented reports, and what must always hold."""

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from ostiary.documents.agreement import compare_readings
from ostiary.model.briefs import Agreement
from ostiary.model.claims import Claim, Link, QuoteKind, Reading, Stance
from ostiary.model.reports import Report, ReportedDate, Span, Voice, VoiceKind, Zone

TABLE = Path(__file__).parent / "data" / "agreement.csv"
OUTLETS = ("Quay Lantern", "Inland Courier", "Fen Herald")


def read_rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


ROWS = read_rows()


def read_chain(text: str, outlet: str, report: str) -> tuple[tuple[Link, ...], tuple[Voice, ...]]:
    """Return the chain that a cell of the table writes, and the voices with an office in it."""
    links, voices = [Link(outlet, "outlet")], []
    for part in filter(None, text.split(">")):
        name, _, kind = part.partition("/")
        kind, _, office = kind.partition(":")
        ident = f"{report}:{name}"
        links.append(Link(name, cast("VoiceKind", kind), voice_id=ident))
        voices.append(Voice(ident, name, cast("VoiceKind", kind), office))
    return tuple(links), tuple(voices)


def build_reading(report: str, outlet: str, told: Iterable[tuple[str, str]], **more: object) -> Reading:
    """Return a reading in which each sentence is one claim: sentence, chain."""
    told = list(told)
    text, claims, voices = "", [], []
    for number, (sentence, chain) in enumerate(told):
        links, named = read_chain(chain, outlet, report)
        start = len(text)
        text += sentence + "\n\n"
        unnamed = links[-1].kind in {"unnamed", "group"}
        claims.append(
            Claim(
                id=f"{report}:c{number}",
                report_id=report,
                content=(Span(start, start + len(sentence.rstrip("."))),),
                attributed=len(links) > 1,
                chain=links,
                stance=cast("Stance", more.get("stance", "asserted")),
                quote=cast("QuoteKind", more.get("quote", "paraphrased" if chain else "none")),
                sentence=number,
                anonymous=links[-1].name if unnamed else "",
                date=cast("ReportedDate | None", more.get("date")),
            )
        )
        voices.extend(named)
    text += str(more.get("last_line", ""))
    zones = (Zone("body", Span(0, len(text))),)
    paper = Report(report, f"{report}.txt", "", "text", text, zones, outlet, date(2025, 6, 4), "en")
    return Reading(paper, voices=tuple(dict.fromkeys(voices)), claims=tuple(claims))


@cache
def compare_story(story: str) -> tuple[Agreement, ...]:
    rows = [row for row in ROWS if row["story"] == story]
    left = build_reading("r1", OUTLETS[0], [(row["left"], row["left_chain"]) for row in rows])
    right = build_reading("r2", OUTLETS[1], [(row["right"], row["right_chain"]) for row in reversed(rows)])
    return compare_readings([left, right])


def find_agreement(row: dict[str, str]) -> Agreement | None:
    rows = [each for each in ROWS if each["story"] == row["story"]]
    place = rows.index(row)
    wanted = {f"r1:c{place}", f"r2:c{len(rows) - 1 - place}"}
    return next((each for each in compare_story(row["story"]) if wanted <= set(each.claims)), None)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["left"][:40])
def test_two_tellings(row: dict[str, str]) -> None:
    found = find_agreement(row)
    if row["verdict"]:
        assert found is not None, "the same claim in other words was not found"
        assert found.verdict == row["verdict"], found.reason
        assert found.reason
    else:
        assert found is None or any(difference.excludes for difference in found.differences)


@pytest.mark.parametrize("story", sorted({row["story"] for row in ROWS}))
def test_nothing_else_agrees(story: str) -> None:
    rows = [row for row in ROWS if row["story"] == story]
    last = len(rows) - 1
    crossed = [
        agreement.claims
        for agreement in compare_story(story)
        for left in agreement.claims
        for right in agreement.claims
        if left.startswith("r1") and right.startswith("r2") and int(left[4:]) != last - int(right[4:])
    ]
    assert crossed == []

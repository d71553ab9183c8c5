"""What two reports say alike and what that is worth: a table of invented reports, and what must always hold."""

import csv
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import cast

import pytest

from ostiary.documents.agreement import compare_readings
from ostiary.model.briefs import Agreement
from ostiary.model.claims import Claim, Link, QuoteKind, Reading, Stance
from ostiary.model.periods import Period
from ostiary.model.reports import Report, ReportedDate, Span, Voice, VoiceKind, Zone
from tests.work import hang_guard

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


WIRE = "The envoy flew to the island on Monday with eleven crates of medicine."
SAME = "Eleven crates of medicine flew to the island with the envoy on Monday."


def agree(*told: tuple[str, str], **more: object) -> Agreement | None:
    """Return the first agreement between reports of one claim each: sentence, chain."""
    readings = [
        build_reading(f"r{place}", outlet, [each], **more)
        for place, (outlet, each) in enumerate(zip(OUTLETS, told, strict=False), 1)
    ]
    return next(iter(compare_readings(readings)), None)


def test_one_report_agrees_with_nobody() -> None:
    assert compare_readings([build_reading("r1", OUTLETS[0], [(WIRE, ""), (SAME, "")])]) == ()


def test_no_claims_no_agreement() -> None:
    assert compare_readings([build_reading(f"r{place}", OUTLETS[place], []) for place in range(2)]) == ()


def test_three_reports_stand_in_one_agreement() -> None:
    found = agree((WIRE, "Mae Orr/person"), (SAME, "Mae Orr/person"), (WIRE, "Jon Pell/person"))
    assert found is not None
    assert found.claims == ("r1:c0", "r2:c0", "r3:c0")
    assert found.origins == ("Mae Orr", "Jon Pell")
    assert found.verdict == "independent"
    assert "Jon Pell" in found.reason


def test_two_of_three_without_a_name_are_no_confirmation() -> None:
    found = agree((WIRE, "Mae Orr/person"), (SAME, "Mae Orr/person"), (WIRE, "a guard/unnamed"))
    assert found is not None
    assert found.verdict == "cannot tell"


def test_the_order_of_the_reports_does_not_change_the_verdict() -> None:
    rows = [row for row in ROWS if row["story"] == "depot"]
    left = build_reading("r1", OUTLETS[0], [(row["left"], row["left_chain"]) for row in rows])
    right = build_reading("r2", OUTLETS[1], [(row["right"], row["right_chain"]) for row in rows])
    straight = {frozenset(each.claims): each.verdict for each in compare_readings([left, right])}
    turned = {frozenset(each.claims): each.verdict for each in compare_readings([right, left])}
    assert straight == turned


def test_another_number_is_no_agreement_but_a_contradiction() -> None:
    found = agree(
        ("The patrol found 14 rifles under the floor of the barn.", "Mae Orr/person"),
        ("Under the floor of the barn the patrol found 41 rifles.", "Jon Pell/person"),
    )
    assert found is not None
    assert found.verdict == "cannot tell"
    assert [(each.kind, each.left, each.right, each.excludes) for each in found.differences][1:] == [
        ("number", "14", "41", True)
    ]


def test_a_rough_number_is_a_difference_only() -> None:
    found = agree(
        ("The patrol found about 40 rifles under the floor of the barn.", "Mae Orr/person"),
        ("Under the floor of the barn the patrol found 41 rifles.", "Jon Pell/person"),
    )
    assert found is not None
    assert found.verdict == "independent"
    assert ("number", "40", "41", False) in {
        (each.kind, each.left, each.right, each.excludes) for each in found.differences
    }


def test_two_renderings_of_one_quotation_stay_two_wordings() -> None:
    left, right = '"We shall not sell the bridge to the miners"', '"The bridge will not be sold to the miners"'
    found = agree((left, "Ida Vance/person"), (right, "Premier Ida Vance/person"), quote="translated")
    assert found is not None
    assert found.verdict == "one origin"
    assert [(each.left, each.right) for each in found.differences if each.kind == "wording"] == [(left, right)]


def test_a_quotation_and_its_paraphrase_are_two_wordings() -> None:
    left = build_reading(
        "r1", OUTLETS[0], [('"The bridge was never ours to sell,"', "Ida Vance/person")], quote="verbatim"
    )
    right = build_reading("r2", OUTLETS[1], [("that the bridge had not been theirs to sell", "Ida Vance/person")])
    found = compare_readings([left, right])[0]
    assert [each.right for each in found.differences if each.kind == "wording"] == [
        "that the bridge had not been theirs to sell"
    ]
    assert not found.summary.endswith(('"', ","))


def test_dates_of_other_precision_differ_and_other_days_exclude_each_other() -> None:
    text = "On 3 March 2025 the frigate sank off the cape of Vardo."
    days = {
        "3 March 2025": Period(date(2025, 3, 3), date(2025, 3, 3)),
        "March 2025": Period(date(2025, 3, 1), date(2025, 3, 31)),
        "5 March 2025": Period(date(2025, 3, 5), date(2025, 3, 5)),
    }

    def tell(report: str, outlet: str, written: str) -> Reading:
        told = text.replace("3 March 2025", written)
        reading = build_reading(report, outlet, [(told, "Mae Orr/person")])
        start = told.index(written)
        day = ReportedDate(Span(start, start + len(written)), "day", days[written], "")
        return replace(reading, dates=(day,))

    exact, rough, other = (tell(f"r{place}", OUTLETS[place], each) for place, each in enumerate(days))
    shown = [
        [(each.left, each.right, each.excludes) for each in found.differences if each.kind == "date"]
        for found in (*compare_readings([exact, rough]), *compare_readings([exact, other]))
    ]
    assert shown == [[("3 March 2025", "March 2025", False)], [("3 March 2025", "5 March 2025", True)]]


def test_two_names_of_lists_are_shown() -> None:
    found = agree(
        ("The Grey Anchor gang was designated as a foreign terrorist organization in March.", ""),
        ("In March the Grey Anchor gang was put on the sanctions list.", ""),
    )
    assert found is not None
    assert found.verdict == "public record"
    assert [each.kind for each in found.differences if each.kind == "list name"] == ["list name"]


@pytest.mark.parametrize(
    ("chains", "verdict"),
    [
        (("Mae Orr/person", "Jon Pell/person"), "independent"),
        (("Mae Orr/person", "Ms. Orr/person"), "one origin"),
        (("Mae Orr/person", "the colonel/person"), "cannot tell"),
        (("Mae Orr/person", "the authorities/agency"), "cannot tell"),
        (("Mae Orr/person:spokeswoman for the Port Board", "Port Board/agency"), "one origin"),
        (("the Port Board/agency", "the Fisheries Ministry/agency"), "independent"),
        (("Mae Orr/person", "Harbour Wire/outlet"), "cannot tell"),
        (("Mae Orr/person", "leaked invoices/document"), "cannot tell"),
        (("a press release/document", "a statement of the board/document"), "one origin"),
        (("the court records/document", "the docket/document"), "public record"),
        (("Mae Orr/person", "not named/unknown"), "cannot tell"),
        (("Mae Orr/person", "villagers/group"), "cannot tell"),
        (("Mae Orr/person", ""), "cannot tell"),
        (("Harbour Wire/outlet>Mae Orr/person", "Harbour Wire/outlet>Jon Pell/person"), "one origin"),
        (("Inland Courier/outlet>Mae Orr/person", "Jon Pell/person"), "one origin"),
        (("Telegram/outlet>Mae Orr/person", "Telegram/outlet>Jon Pell/person"), "independent"),
        (("Jon Pell/person>Mae Orr/person", "Jon Pell/person"), "one origin"),
        (("a nurse/unnamed", "a trawler captain/unnamed"), "cannot tell"),
        (("a nurse/unnamed", "Jon Pell/person:trawler captain"), "independent"),
        (("a surgeon/unnamed", "Jon Pell/person:nurse"), "cannot tell"),
        (("Harbour Wire/outlet>a nurse/unnamed", "Jon Pell/person:trawler captain"), "cannot tell"),
    ],
)
def test_origins(chains: tuple[str, str], verdict: str) -> None:
    found = agree((WIRE, chains[0]), (SAME, chains[1]))
    assert found is not None
    assert found.verdict == verdict, found.reason


def test_a_credit_makes_it_one_story() -> None:
    left = build_reading("r1", OUTLETS[0], [(WIRE, "a guard/unnamed")])
    right = build_reading(
        "r2", OUTLETS[1], [(SAME, "a sentry/unnamed")], last_line="(With material from Quay Lantern)"
    )
    found = compare_readings([left, right])[0]
    assert found.verdict == "one origin"
    assert "Quay Lantern" in found.reason


def test_the_same_publisher_twice_is_one_origin() -> None:
    left, right = (
        build_reading(f"r{place}", OUTLETS[0], [(text, chain)])
        for place, (text, chain) in enumerate(((WIRE, "Mae Orr/person"), (SAME, "Jon Pell/person")))
    )
    assert compare_readings([left, right])[0].verdict == "one origin"


def test_nameless_publishers_are_not_one() -> None:
    left = build_reading("r1", "", [(WIRE, "Mae Orr/person")])
    right = build_reading("r2", "", [(SAME, "Jon Pell/person")])
    assert compare_readings([left, right])[0].verdict == "independent"


def test_no_comment_agrees_with_no_comment_only() -> None:
    none = "declined to comment"
    silent = build_reading(
        "r1", OUTLETS[0], [("the leaked map of the bay.", "the Port Board/agency")], stance=none
    )
    also = build_reading("r2", OUTLETS[1], [("the new map.", "Port Board/agency")], stance=none)
    spoke = build_reading("r3", OUTLETS[2], [("It has ordered a new map of the bay.", "Port Board/agency")])
    assert [each.claims for each in compare_readings([silent, also, spoke])] == [("r1:c0", "r2:c0")]


def test_reports_of_two_stories_agree_in_what_is_surely_the_same_only() -> None:
    told = [
        [(row["left"], row["left_chain"]) for row in ROWS if row["story"] == story] for story in ("depot", "trial")
    ]
    told[1].append(("The harbour was founded in spring by three brothers from the river delta.", ""))
    told[0].append(("Three brothers from the river delta founded the harbour in spring.", ""))
    readings = [build_reading(f"r{place}", OUTLETS[place], each) for place, each in enumerate(told)]
    assert [each.claims for each in compare_readings(readings)] == [("r0:c10", "r1:c6")]


def test_a_date_of_the_saying_is_no_date_of_the_event() -> None:
    day = ReportedDate(Span(900, 910), "day", Period(date(2025, 6, 2), date(2025, 6, 2)), "")
    left = build_reading("r1", OUTLETS[0], [(WIRE, "Mae Orr/person")], date=day)
    right = build_reading("r2", OUTLETS[1], [(SAME, "Mae Orr/person")])
    found = compare_readings([left, right])[0]
    assert [each for each in found.differences if each.kind == "date"] == []


def test_hostile_claims_take_no_more_than_their_share_of_time() -> None:
    told = [("gold " * 400, "") for _ in range(40)] + [
        ("7 " * 400, ""),
        (", and - who " * 300, ""),
        ("not " * 500, ""),
    ]
    readings = [build_reading(f"r{place}", OUTLETS[place], told) for place in range(2)]
    with hang_guard():
        compare_readings(readings)

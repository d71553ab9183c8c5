"""Zones: what is a report's own text and what is not; losing a paragraph is as bad as keeping an advertisement."""

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.documents.source import report_from_bytes
from ostiary.documents.source.blocks import Hint, Piece, put_together
from ostiary.documents.source.zones import find_zones
from ostiary.model.errors import ReportFileError
from ostiary.model.reports import Report

TABLE = Path(__file__).with_name("source_lines.csv").read_text("utf-8").splitlines()
LINES = list(csv.DictReader(line for line in TABLE if not line.startswith("#")))

HEADLINE = "Harbour master asks Westhaven for a crane"
FIRST = (
    "The council of Westhaven met on Monday to hear the harbour master, who had asked for two more boats and a "
    "crane, and put the vote off until the autumn. It gave no reason."
)
SECOND = (
    "The harbour master said that the crane would pay for itself within two years, and that two of the three "
    "boats that the town owns were past repair. The mayor did not answer him."
)
THIRD = (
    "Members of the council will meet again in the autumn, when the budget of the town will be known to all of "
    "them, and when the fishermen will have come home."
)


def read(*lines: str, gap: str = "\n\n") -> Report:
    return report_from_bytes(gap.join(lines).encode(), "report.txt", id="r1")


def kinds(*lines: str, gap: str = "\n\n") -> list[str]:
    return [zone.kind for zone in read(*lines, gap=gap).zones]


@pytest.mark.parametrize("row", LINES, ids=[row["text"][:40] for row in LINES])
def test_a_line_within_a_report(row: dict[str, str]) -> None:
    zones = read(HEADLINE, FIRST, SECOND, row["text"], THIRD).zones
    assert [zone.kind for zone in zones] == ["headline", "body", "body", row["kind"], "body"]
    assert bool(zones[3].reason) == (row["kind"] != "body")


def test_zones_lead_back_to_the_text_and_to_the_file() -> None:
    report = read(HEADLINE, FIRST, "  Advertisement \t", SECOND)
    assert [report.words_of(zone.span) for zone in report.zones] == [HEADLINE, FIRST, "Advertisement", SECOND]
    assert [zone.place for zone in report.zones] == ["line 1", "line 3", "line 5", "line 7"]


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\n \t\u00a0\n"])
def test_any_line_ends_part_blocks_and_stay_as_they_are(gap: str) -> None:
    report = read(HEADLINE, FIRST, SECOND, gap=gap)
    assert [zone.kind for zone in report.zones] == ["headline", "body", "body"]
    assert report.text == gap.join((HEADLINE, FIRST, SECOND))


def test_a_text_broken_to_a_width_is_read_by_paragraphs() -> None:
    wrapped = [
        "The council of Westhaven met on Monday to hear the harbour master, who",
        "had asked for two more boats and a crane, and put the vote off until the",
        "autumn. It gave no reason.",
        "The harbour master said that the crane would pay for itself within two",
        "years, and that two of the three boats were past repair.",
    ]
    report = read(HEADLINE, "\n".join(wrapped))
    assert [zone.place for zone in report.zones] == ["line 1", "lines 3 to 5", "lines 6 to 7"]
    assert report.words_of(report.zones[1].span) == "\n".join(wrapped[:3])


def test_headline_standfirst_byline_and_dateline() -> None:
    standfirst = "Two boats and a crane would cost the town more than it earns in a year, its treasurer says."
    opening = f"WESTHAVEN (Example News) — {FIRST}"
    assert kinds(HEADLINE, standfirst, "By Jane Roe", "August 9, 2025", opening, SECOND) == [
        "headline", "standfirst", "byline", "dateline", "body", "body",
    ]  # fmt: skip
    assert kinds(HEADLINE, standfirst, opening, SECOND) == ["headline", "standfirst", "body", "body"]


def test_a_report_may_have_no_headline() -> None:
    assert kinds(FIRST, SECOND, THIRD) == ["body"] * 3
    assert kinds("The mayor said on Monday that she would not pay.", SECOND) == ["body", "body"]
    assert kinds("One line alone") == ["body"]


@pytest.mark.parametrize("heading", ["Key points", "At a glance:", "That's what it's about", "WHAT WE KNOW"])
def test_a_box_with_a_heading(heading: str) -> None:
    points = ("- The harbour master wants a crane.", "- The council put off its vote.")
    assert kinds(heading, *points, FIRST, SECOND, gap="\n") == ["box", "box", "box", "body", "body"]
    assert kinds(HEADLINE, FIRST, heading, *points, SECOND)[2:5] == ["box"] * 3


def test_a_list_within_the_report_is_body() -> None:
    points = ("- The harbour master wants a crane.", "- The council put off its vote.")
    assert kinds(HEADLINE, FIRST, *points, SECOND) == ["headline", "body", "body", "body", "body"]
    assert kinds(HEADLINE, *points, FIRST) == ["headline", "box", "box", "body"]
    assert "box" not in kinds(HEADLINE, *[f"- {SECOND} {number}" for number in range(9)], FIRST)


def test_what_stands_twice_is_read_once() -> None:
    caption = "Mayor Ada Lind speaks to fishermen in Westhaven, Monday, May 5, 2025. (AP)"
    assert kinds(HEADLINE, caption, caption, FIRST, SECOND, FIRST) == [
        "headline", "caption", "repeated", "body", "body", "repeated",
    ]  # fmt: skip
    assert kinds(HEADLINE, FIRST, "He refused.", SECOND, "He refused.", THIRD).count("repeated") == 0


ONE_LINE = (
    "This is a sound plan that should have come sooner. It is right as long as the town can pay. "
    "It's money thrown into the sea. I only want to see the books."
)
QUESTION = "What do you think about a crane for the harbour?"


@pytest.mark.parametrize(
    "options",
    [
        (ONE_LINE,),
        ("The crane is needed. It costs too much. Nobody should pay for it.",),
        ("Yes, it is needed.", "No, it costs too much.", "I don't care."),
        ("Fully justified", "Too expensive", "Undecided"),
        ("- It is needed", "- It costs too much"),
        ("A) It is needed.", "B) It costs too much."),
        ("Yes", "No", "Not sure", "Vote", "1,204 votes"),
        ("I am for it.", "Westhaven can do without it.", "I have no opinion."),
    ],
    ids=lambda options: options[0][:30],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_options_of_a_poll_are_never_body(options: tuple[str, ...], gap: str) -> None:
    found = kinds(HEADLINE, FIRST, QUESTION, *options, SECOND, THIRD, gap=gap)
    assert found == ["headline", "body", "poll question", *["poll options"] * len(options), "body", "body"]


@pytest.mark.parametrize(
    "question", ["Poll: Should the town buy a crane?", "Reader poll - Does the town need boats?"]
)
def test_a_poll_that_says_so_need_not_speak_to_the_reader(question: str) -> None:
    assert kinds(HEADLINE, FIRST, question, "Yes", "No", SECOND)[2:5] == ["poll question", *["poll options"] * 2]


@pytest.mark.parametrize(
    "options", [("Yes", "No"), ("Yes, at once.", "No, it can wait."), ("Yes. No. Not sure.",)]
)
def test_yes_and_no_make_a_poll_of_any_question(options: tuple[str, ...]) -> None:
    found = kinds(HEADLINE, FIRST, "Should the town buy a crane?", *options, SECOND)
    assert found[2:] == ["poll question", *["poll options"] * len(options), "body"]


@pytest.mark.parametrize(
    ("question", "after"),
    [
        (QUESTION, SECOND),
        (QUESTION, "The harbour master said that he wanted it. The mayor said that she did not."),
        (QUESTION, "“I want it,” said the harbour master. “It is needed.”"),
        ("What should you do in a storm?", SECOND),
        ("Should the town pay?", "It is not clear. The books are closed."),
        ("Who will pay?", "Nobody knows. The council is silent."),
    ],
)
def test_a_question_that_the_report_answers_is_no_poll(question: str, after: str) -> None:
    assert kinds(HEADLINE, FIRST, question, after, THIRD)[2:] in (["crosshead", "body", "body"], ["body"] * 3)


def test_an_interview_is_no_poll() -> None:
    answers = (
        "I think it is needed. It will pay for itself.",
        "No. It is not my decision.",
        "I feel tired. We are old.",
    )
    turns = [turn for answer in answers for turn in (f"What do you think of number {len(answer)}?", answer)]
    assert {"poll question", "poll options"}.isdisjoint(kinds(HEADLINE, FIRST, *turns))
    assert "poll options" not in kinds(HEADLINE, FIRST, "Q: Do you want a crane?", "A: I do. It is needed.", THIRD)


def hinted(*pieces: tuple[str, Hint]) -> list[str]:
    _, blocks = put_together([Piece(text, "line 1", hint) for text, hint in pieces])
    return [zone.kind for zone in find_zones(blocks)]


def test_markup_is_believed_unless_it_makes_furniture_of_much() -> None:
    assert hinted((HEADLINE, "headline"), (FIRST, ""), ("Old boats at rest", "caption"), (SECOND, "")) == [
        "headline", "body", "caption", "body",
    ]  # fmt: skip
    assert hinted((HEADLINE, "headline"), (FIRST, "other furniture"), (SECOND, "other furniture")) == [
        "headline", "body", "body",
    ]  # fmt: skip
    assert (
        hinted((HEADLINE, "headline"), (FIRST, ""), ("A crane for the town", "heading"), (SECOND, ""))[2]
        == "crosshead"
    )


@given(st.lists(st.text(max_size=80), max_size=12), st.sampled_from(["\n", "\n\n", "\r\n"]))
def test_every_letter_of_a_text_lies_in_one_zone(lines: list[str], gap: str) -> None:
    try:
        report = read(*lines, "The end.", gap=gap)
    except ReportFileError:
        return  # control characters may be refused
    covered = "".join(report.words_of(zone.span) for zone in report.zones)
    assert [sign for sign in covered if sign.isalnum()] == [sign for sign in report.text if sign.isalnum()]
    ends = [(zone.span.start, zone.span.end) for zone in report.zones]
    assert ends == sorted(ends)
    assert all(one[1] <= other[0] for one, other in pairwise(ends))

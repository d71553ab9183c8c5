"""A brief in the terminal: the order of the page, short, and nothing lost in silence."""

import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from ostiary.app.cli.brief_sections import SHORT, WHOLE, Limits
from ostiary.app.cli.briefs import describe_brief, describe_short, show_brief
from ostiary.model.briefs import Brief, KeyPoint
from ostiary.model.claims import Link
from ostiary.model.reports import PassedOver, Span
from tests.app.brief_samples import (
    ARAGUA,
    BALITA,
    BRIEF,
    COURIER_READING,
    EMPTY,
    LANTERN,
    LANTERN_READING,
    SOLES,
    ZHANG,
)

TODAY = date(2025, 8, 26)

HEADINGS = [
    "Designated parties",
    "Acts that the reports tell",
    "Key points",
    "Claims",
    "Accusations",
    "Open questions",
    "Voices and chains",
    "Agreement",
    "Timeline",
    "Left out",
]


def render(brief: Brief, width: int = 100, limits: Limits = SHORT) -> str:
    console = Console(width=width, color_system=None, markup=False, highlight=False, emoji=False)
    with console.capture() as captured:
        for part in describe_brief(brief, TODAY, limits):
            console.print(part)
    return captured.get()


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_sections_stand_in_order() -> None:
    shown = render(BRIEF)
    places = [re.search(rf"^{heading}", shown, re.MULTILINE) for heading in HEADINGS]
    assert all(places)
    starts = [place.start() for place in places if place]
    assert starts == sorted(starts)


@pytest.mark.parametrize("width", [40, 80, 200])
def test_what_must_be_said_is_said_at_any_width(width: int) -> None:
    shown = flat(render(BRIEF, width))
    for words in (
        "SAMPLES: not a real list.",
        "same name as Los Choneros, identity not established",
        "may be somebody else: same name as Zhang Wei",
        "The Harbour Lantern -> Quay Courier -> Radio Estuary -> a clerk close to the harbour ministry",
        "ministry (not named) said (\u201creported\u201d):",
        "Irma Dolloway (customs commissioner) accused Tren de Aragua [alleged, no more]:",
        "calls open: whether lawyers of the ministry have read the draft",
        "one origin: they say:",
        "25 July 2025 act",
        "and 1 without a date: --all, --out FILE or --json",
        "poll question, poll options, advertisement",
        "1 accusation against people who are on no list",
        "us_ofac_sample 2025-08-14, 12 days old",
    ):
        assert words in shown, words
    assert max(map(len, render(BRIEF, width).splitlines())) <= width


def test_an_accuser_stands_beside_every_passage_that_accuses() -> None:
    lines = [flat(line) for line in render(BRIEF, 400).splitlines()]
    found = [place for place, line in enumerate(lines) if "hidden cash" in line]
    assert len(found) == 3
    for place in found:
        accuser = "Irma Dolloway (customs commissioner) accused Tren de Aragua [alleged, no more]"
        below = f"holds an accusation: {accuser}"
        assert accuser in lines[place].partition("hidden cash")[0] or lines[place + 1].startswith(below)


def test_many_claims_are_cut_and_counted() -> None:
    claim = LANTERN_READING.claims[0]
    many = tuple(replace(claim, id=f"r1:c{number}") for number in range(1, 36))
    shown = render(
        replace(BRIEF, readings=(replace(LANTERN_READING, claims=many),), agreement=(), timeline=(), key_points=())
    )
    assert shown.count("r1:c") >= SHORT.lines
    assert "and 25 more: --all, --out FILE or --json" in shown


def test_a_long_passage_is_cut_between_words() -> None:
    text = LANTERN.text.replace("bananas", "very " * 200 + "yellow bananas")
    report = replace(LANTERN, text=text)
    claim = LANTERN_READING.claims[1]
    longer = replace(claim.content[0], end=claim.content[0].end + 1000)
    brief = replace(
        BRIEF, readings=(replace(LANTERN_READING, report=report, claims=(replace(claim, content=(longer,)),)),),
        parties=(), key_points=(), agreement=(), timeline=(),
    )  # fmt: skip
    shown = flat(render(brief))
    assert "very [\u2026]" in shown
    assert shown.count("very") < 80


def test_the_whole_brief_cuts_and_counts_nothing() -> None:
    shown = flat(render(BRIEF, 200, WHOLE))
    assert "--all" not in shown
    for words in (
        "no date plan",
        "The Harbour Lantern wrote: The cartel",
        "advertisement (",
        "differ in attribution",
    ):
        assert words in shown, words


def test_what_steers_a_terminal_is_shown_as_its_code() -> None:
    report = replace(LANTERN, outlet="The \x1b[2JLantern\u202e")
    shown = render(
        replace(
            BRIEF, readings=(replace(LANTERN_READING, report=report),), agreement=(), timeline=(), key_points=()
        )
    )
    assert "\x1b" not in shown
    assert "\\u001b[2JLantern\\u202e" in shown


def test_a_report_begins_no_line_of_its_own() -> None:
    forged = "Lantern\nAgreement\n  independent:\u2028they say"
    report = replace(LANTERN, outlet=forged, name="a\nb.txt", remarks=("first\r\nsecond",))
    shown = render(
        replace(
            BRIEF, readings=(replace(LANTERN_READING, report=report),), agreement=(), timeline=(), key_points=()
        )
    )
    assert [line for line in shown.splitlines() if line.startswith("Agreement")] == [
        "Agreement: origins count, not outlets"
    ]
    assert "a b.txt" in shown
    assert "first second" in shown


def test_names_passed_over_are_told_with_the_reason() -> None:
    other = PassedOver(
        "Zhang Wei", (Span(0, 9),), (ZHANG, BALITA, SOLES, ARAGUA), ("A", "B", "C", "D"), "a name of many"
    )
    shown = flat(
        render(replace(BRIEF, readings=(replace(LANTERN_READING, passed_over=(other,) * 15), COURIER_READING)))
    )
    said = "name passed over: \u201cZhang Wei\u201d (1 time), written as A"
    assert f"{said} ({ZHANG}) or B ({BALITA}) or C ({SOLES}) or 1 other is: a name of many" in shown
    assert shown.count(said) == SHORT.lines
    assert "and 5 more names passed over: --all" in shown


def test_of_many_reports_each_has_a_key_point() -> None:
    many = [
        replace(LANTERN_READING, report=replace(LANTERN, id=f"r{number}", outlet=f"Paper {number}"))
        for number in range(1, 10)
    ]
    points = tuple(
        KeyPoint(f"r{number}", LANTERN_READING.claims[0].content[0], (Link(f"Paper {number}", "outlet"),))
        for number in range(1, 10)
        for _ in range(3)
    )
    shown = render(replace(BRIEF, readings=tuple(many), key_points=points, agreement=(), timeline=(), parties=()))
    said = shown.partition("Key points")[2].partition("\nClaims")[0]
    assert [f"Paper {number}:" in said for number in range(1, 10)] == [True] * 9
    assert "and 18 more" in said


def test_an_empty_brief_says_none() -> None:
    shown = render(EMPTY)
    assert "none named" in shown
    assert "courier.html" in shown
    assert shown.count("none") >= 7


def test_the_short_form_counts() -> None:
    console = Console(width=100, color_system=None, markup=False, highlight=False)
    with console.capture() as captured:
        console.print(*describe_short(BRIEF), sep="\n")
    shown = flat(captured.get())
    assert "5 designated parties, 1 of them perhaps somebody else; 12 claims of others;" in shown
    assert "1 statement of the outlets themselves; 3 accusations; 1 open question." in shown
    assert "4 claims stand in more than one report: independent 1, one origin 1, public record 1," in shown


def test_on_a_pipe_it_is_plain(capsys: pytest.CaptureFixture[str]) -> None:
    show_brief(BRIEF, TODAY)
    printed = capsys.readouterr().out
    assert "\x1b" not in printed
    assert all(line == line.rstrip() for line in printed.splitlines())

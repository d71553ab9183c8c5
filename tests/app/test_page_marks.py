"""The text of a report cut into marked runs: nothing is lost, and each mark holds exactly its words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.app.brief_contents import Contents
from ostiary.app.pages.marks import Block, mark_blocks
from ostiary.model.briefs import Brief
from ostiary.model.claims import Claim, Reading
from ostiary.model.reports import Mention, Span, Zone
from tests.app.brief_samples import BRIEF, COURIER_READING, LANTERN, LANTERN_READING, SOLES
from tests.work import assert_linear


def blocks_of(reading: Reading) -> tuple[Block, ...]:
    return mark_blocks(Contents(replace(BRIEF, readings=(reading,))), reading)


def words_of(blocks: tuple[Block, ...], claim: Claim) -> str:
    return "".join(run.text for block in blocks for run in block.runs if claim.id in run.claims)


@pytest.mark.parametrize("reading", BRIEF.readings, ids=lambda reading: reading.report.outlet)
def test_every_zone_keeps_its_text(reading: Reading) -> None:
    for block in blocks_of(reading):
        assert "".join(run.text for run in block.runs) == reading.report.words_of(block.zone.span)


@pytest.mark.parametrize("reading", BRIEF.readings, ids=lambda reading: reading.report.outlet)
def test_every_claim_keeps_its_words(reading: Reading) -> None:
    blocks = blocks_of(reading)
    for claim in reading.claims:
        assert words_of(blocks, claim) == reading.report.words_of(claim.content).replace(" \u2026 ", "")


def test_a_claim_begins_once_and_ends_once() -> None:
    blocks = blocks_of(LANTERN_READING)
    ids = sorted(claim.id for claim in LANTERN_READING.claims)
    assert sorted(key for block in blocks for run in block.runs for key in run.opens) == ids
    assert sorted(claim.id for block in blocks for claim in block.closes) == ids


def test_roles_and_tips_of_overlapping_marks() -> None:
    runs = [run for block in blocks_of(LANTERN_READING) for run in block.runs]
    [party] = [run for run in runs if run.text == "Tren de Aragua"]
    assert set(party.roles) == {"accusation", "party"}
    assert "same name as Tren de Aragua, us_ofac_sample:49756: identity not established" in party.tip
    assert "The Harbour Lantern \u2192 Irma Dolloway" in party.tip
    [nested] = [run for run in runs if run.text == "Venezuelan"]
    assert nested.claims == ("r1:c8", "r1:c10")
    assert nested.tip.startswith("r1:c10")
    [nominal] = [run for run in runs if run.text == "The cartel"]
    assert "taken to refer to Cartel de los Soles" in nominal.tip


def test_furniture_bears_no_marks() -> None:
    for block in blocks_of(COURIER_READING):
        if block.zone.furniture:
            assert [run.roles for run in block.runs] == [()]


def reading_with(spans: list[Span]) -> Reading:
    claims = tuple(
        replace(LANTERN_READING.claims[0], id=f"r1:c{number}", content=(span,), cue=None, source=None)
        for number, span in enumerate(spans, 1)
    )
    zones = (Zone("body", Span(0, len(LANTERN.text))),)
    return Reading(replace(LANTERN, zones=zones), claims=claims)


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(1, 60)), max_size=7))
def test_any_spans_are_marked_right(pairs: list[tuple[int, int]]) -> None:
    reading = reading_with([Span(start, start + length) for start, length in pairs])
    blocks = blocks_of(reading)
    for claim in reading.claims:
        assert words_of(blocks, claim) == LANTERN.words_of(claim.content)
    assert "".join(run.text for block in blocks for run in block.runs) == LANTERN.text


def test_marks_within_marks_take_linear_work() -> None:
    def mark(count: int) -> None:
        text = "word " * count
        zones = (Zone("body", Span(0, len(text))),)
        report = replace(LANTERN, text=text, zones=zones)
        mentions = tuple(Mention(Span(at, len(text) - at), "name", SOLES) for at in range(count))
        reading = Reading(report, mentions=mentions)
        [block] = mark_blocks(Contents(Brief(BRIEF.day, (reading,))), reading)
        assert "".join(run.text for run in block.runs) == text

    assert_linear(mark, 500)

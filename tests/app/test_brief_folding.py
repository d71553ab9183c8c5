"""What a brief tells twice stands once, and how much there is of each kind is said."""

from dataclasses import replace

import pytest

from ostiary.app.brief_contents import Contents
from ostiary.app.brief_folding import fold_events, fold_listings, list_acts, say_counts, sort_agreement
from ostiary.model.briefs import Brief, TimelineEvent
from ostiary.model.claims import Link, ReportedAct
from ostiary.model.reports import PassedOver, Span
from tests.app.brief_samples import (
    BRIEF,
    CHONEROS,
    COURIER,
    COURIER_READING,
    EMPTY,
    JULY,
    JULY_2,
    LANTERN,
    LANTERN_CLAIMS,
    LANTERN_READING,
    SOLES,
    find,
)

CHAIN = (Link("The Harbour Lantern", "outlet"),)
LISTED = find(LANTERN, "has been on the American list since 25 July")
LISTED_TOO = find(COURIER, "The United States put the Cartel of the Suns under SDGT on 25 July")


def brief_of(*events: TimelineEvent, acts: tuple[ReportedAct, ...] = ()) -> Brief:
    readings = (
        replace(LANTERN_READING, acts=acts[:1]),
        replace(COURIER_READING, acts=acts[1:]),
    )
    return replace(BRIEF, readings=readings, timeline=events, agreement=() if acts else BRIEF.agreement)


def told_by(brief: Brief) -> list[list[str]]:
    return [
        [one.event.report_id, *(again.report_id for again in one.again)] for one in fold_events(Contents(brief))
    ]


FIRST = TimelineEvent(JULY.period, "act", "has been on the list", "r1", LISTED, CHAIN)
SECOND = TimelineEvent(JULY_2.period, "act", "put under SDGT", "r2", LISTED_TOO, CHAIN)


@pytest.mark.parametrize(
    ("kind", "party", "stage", "found"),
    [
        ("designation", SOLES, "act", [["r1", "r2"]]),
        ("reward", SOLES, "act", [["r1"], ["r2"]]),
        ("designation", CHONEROS, "act", [["r1"], ["r2"]]),
        ("designation", SOLES, "order", [["r1"], ["r2"]]),
    ],
)
def test_one_act_of_two_reports_stands_once(kind: str, party: str, stage: str, found: list[list[str]]) -> None:
    acts = (
        ReportedAct("designation", "act", LISTED, (SOLES,)),
        ReportedAct(kind, "act", LISTED_TOO, (party,)),  # type: ignore[arg-type]  # parametrized
    )
    assert told_by(brief_of(FIRST, replace(SECOND, stage=stage), acts=acts)) == found


def test_events_whose_claims_agree_stand_once() -> None:
    assert told_by(brief_of(FIRST, SECOND)) == [["r1", "r2"]]


def test_what_one_report_tells_twice_stays_two_and_what_has_no_date_is_never_merged() -> None:
    assert told_by(brief_of(FIRST, replace(FIRST, text="again"))) == [["r1"], ["r1"]]
    assert told_by(brief_of(replace(FIRST, period=None), replace(SECOND, period=None))) == [["r1"], ["r2"]]


def test_no_event_is_lost() -> None:
    told = fold_events(Contents(BRIEF))
    assert [event for one in told for event in (one.event, *one.again)] == list(BRIEF.timeline)


def test_acts_of_which_the_register_can_tell_something_stand_apart() -> None:
    told, untold = list_acts(Contents(BRIEF))
    assert [(report_id, act.kind) for report_id, act in told] == [("r1", "designation")]
    assert [(report_id, act.kind) for report_id, act in untold] == [("r1", "order")]


def test_what_confirms_something_stands_first() -> None:
    verdicts = [one.verdict for one in sort_agreement(BRIEF.agreement)]
    assert verdicts == ["independent", "cannot tell", "one origin", "public record"]


@pytest.mark.parametrize(
    ("listings", "folded"),
    [
        (("A: FTO, since 2025-02-20", "A: SDGT, since 2025-02-20"), ["A: FTO, SDGT, since 2025-02-20"]),
        (
            ("A: FTO, since 2025-02-20", "B: FTO, since 2025-02-20"),
            ["A: FTO, since 2025-02-20", "B: FTO, since 2025-02-20"],
        ),
        (
            ("A: FTO, since 2001", "A: TCO, since 2002", "A: SDGT, since 2001"),
            ["A: FTO, SDGT, since 2001", "A: TCO, since 2002"],
        ),
        (("listed", "A: FTO"), ["listed", "A: FTO"]),
        ((), []),
    ],
)
def test_programs_since_one_day_stand_on_one_line(listings: tuple[str, ...], folded: list[str]) -> None:
    assert fold_listings(listings) == folded


def test_counts() -> None:
    assert " ".join(say_counts(Contents(BRIEF))) == (
        "5 designated parties, 1 of them perhaps somebody else; 12 claims of others; 1 statement of the outlets "
        "themselves; 3 accusations; 1 open question. "
        "4 claims stand in more than one report: independent 1, one origin 1, public record 1, cannot tell 1."
    )
    assert len(say_counts(Contents(EMPTY))) == 1
    alone = say_counts(Contents(replace(BRIEF, parties=BRIEF.parties[-1:])))
    assert alone[0].startswith("1 designated party, perhaps somebody else; ")


def test_names_passed_over_are_counted_at_the_head() -> None:
    other = PassedOver("Zhang Wei", (Span(0, 9),), ("x",), ("ZHANG Wei",), "a name of many")
    reading = replace(LANTERN_READING, passed_over=(other, other))
    assert "; 2 listed names passed over." in say_counts(Contents(replace(BRIEF, readings=(reading,))))[0]


def test_who_is_said_not_to_be_accused_is_no_accused() -> None:
    claim = LANTERN_CLAIMS[1]
    assert claim.accusation
    cleared = replace(claim, accusation=replace(claim.accusation, status="not accused"))
    contents = Contents(replace(BRIEF, readings=(replace(LANTERN_READING, claims=(cleared,)),)))
    assert "0 accusations; 1 time somebody is said not to be accused;" in say_counts(contents)[0]
    assert contents.accusations_in("r1", claim.content) == ()
    assert contents.accusations() == (cleared,)

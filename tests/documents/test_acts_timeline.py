"""The timeline keeps vow, order and act apart, sorts by date and names the chain of each event."""

from datetime import date

from ostiary.documents.acts import events_of
from ostiary.model.claims import Claim, Link, Reading, ReportedAct
from ostiary.model.periods import parse_period
from ostiary.model.reports import Report, ReportedDate, Span, Zone

TEXT = (
    "The board designated Grey Heron in May, Dana Holm said. "
    "She vowed in March to seize its ships. "
    "On Thursday he rejected the plan. "
    "An order to list Red Lantern was signed."
)
OUTLET = Link("Harbour Press", "outlet", relation="publishes")
SPEAKER = Link("Dana Holm", "person", relation="told")


def span_of(part: str) -> Span:
    start = TEXT.index(part)
    return Span(start, start + len(part))


def dated(part: str, period: str) -> ReportedDate:
    return ReportedDate(span_of(part), "month", parse_period(period), "")


MAY, MARCH, THURSDAY = dated("May", "2025-05"), dated("March", "2025-03"), dated("Thursday", "2025-08-07")


def make_claim(
    number: int, content: str, *links: Link, stance: str = "asserted", when: ReportedDate | None = None
) -> Claim:
    return Claim(
        f"r1:c{number}",
        "r1",
        (span_of(content),),
        len(links) > 1,
        links,
        stance,
        "paraphrased",
        number,
        date=when,  # type: ignore[arg-type]
    )


def make_reading(*claims: Claim, outlet: str = "Harbour Press") -> Reading:
    report = Report(
        "r1", "x.txt", "0" * 64, "text", TEXT, (Zone("body", Span(0, len(TEXT))),), outlet, date(2025, 8, 8)
    )
    acts = (
        ReportedAct("designation", "act", span_of("designated Grey Heron"), ("gh",), date=MAY),
        ReportedAct("designation", "order", span_of("An order to list Red Lantern"), ("rl",)),
    )
    return Reading(report, claims=claims, acts=acts)


CLAIMS = (
    make_claim(1, "The board designated Grey Heron in May", OUTLET, SPEAKER, when=MAY),
    make_claim(2, "to seize its ships", OUTLET, SPEAKER, stance="promised", when=MARCH),
    make_claim(3, "the plan", OUTLET, stance="rejected", when=THURSDAY),
    make_claim(4, "On Thursday he rejected the plan", OUTLET, when=THURSDAY),
)


def test_events_are_in_order_and_undated_ones_last() -> None:
    events = events_of(make_reading(*CLAIMS))
    assert [(event.stage, event.written) for event in events] == [
        ("vow", "March"),
        ("act", "May"),
        ("statement", "Thursday"),
        ("order", ""),
    ]
    assert events[-1].period is None


def test_an_act_takes_the_chain_of_the_claim_that_tells_it() -> None:
    events = {event.stage: event for event in events_of(make_reading(*CLAIMS))}
    assert [link.name for link in events["act"].chain] == ["Harbour Press", "Dana Holm"]
    assert [link.name for link in events["order"].chain] == ["Harbour Press"]


def test_a_claim_and_the_act_that_it_tells_are_one_event() -> None:
    events = events_of(make_reading(CLAIMS[0]))
    assert [event.stage for event in events] == ["act", "order"]


def test_a_vow_of_the_same_date_is_not_merged_with_an_act() -> None:
    vow = make_claim(5, "The board designated Grey Heron in May", OUTLET, SPEAKER, stance="promised", when=MAY)
    assert sorted(event.stage for event in events_of(make_reading(vow))) == ["act", "order", "vow"]


def test_of_several_claims_with_one_date_the_fullest_is_the_event() -> None:
    (event,) = [event for event in events_of(make_reading(*CLAIMS)) if event.stage == "statement"]
    assert event.text == "On Thursday he rejected the plan"


def test_a_report_without_an_outlet_still_has_a_chain() -> None:
    events = events_of(make_reading(outlet=""))
    assert {event.chain for event in events} == {(Link("this report", "outlet", relation="publishes"),)}

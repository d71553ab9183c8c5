from dataclasses import replace

from ostiary.documents.stance.key_points import key_points
from ostiary.model.claims import Accusation, Claim, Link, Reading
from ostiary.model.reports import Report, Span, Zone
from tests.documents.marked_sentences import OUTLET, read_marked

LINES = [
    "Harbour Police Seize Grain Ship Tied To Salt Cartel",
    "HALM (Courier) — Police seized a grain ship that belongs to *h1:the Salt Cartel*, according to the port.",
    "The weather stayed calm on Monday and the ferries left on time.",
    "*h1:The Salt Cartel* was designated in May, and *v1:Viktor Sorel*, its founder, was listed a week later.",
    "He added that more would follow before the end of the spring.",
    "Juan Perdomo was convicted of murder in the same court after a trial that lasted for a week.",
    "*h1:The Salt Cartel* was designated in May, and *v1:Viktor Sorel*, its founder, was listed with it later.",
    "Photo: the port at dawn. (Courier)",
]


def _reading() -> Reading:
    marked = read_marked("\n\n".join(LINES))
    report = marked.report
    kinds = {0: "headline", 7: "photo credit"}
    zones = tuple(
        Zone(kinds.get(number, "body"), zone.span)  # type: ignore[arg-type]
        for number, zone in enumerate(report.zones)
    )
    claim = Claim(
        "r1:c1",
        "r1",
        (Span(zones[1].span.start + 17, zones[1].span.end - 24),),
        attributed=True,
        chain=(Link(OUTLET, "outlet"), Link("the port", "agency")),
        stance="asserted",
        quote="paraphrased",
        sentence=1,
    )
    return Reading(replace(report, zones=zones), marked.mentions, claims=(claim,))


def _texts(report: Report, spans: list[Span]) -> list[str]:
    return [report.text[span.start : span.end] for span in spans]


def test_key_points_are_the_sentences_that_carry_most() -> None:
    reading = _reading()
    points = key_points(reading, limit=2)
    texts = _texts(reading.report, [point.span for point in points])
    assert {text.split()[0] for text in texts} == {"HALM", "The"}
    assert sum("designated" in text for text in texts) == 1


def test_key_points_leave_out_headline_furniture_repetition_and_the_unlisted() -> None:
    reading = _reading()
    texts = _texts(reading.report, [point.span for point in key_points(reading, limit=20)])
    assert not any(text.startswith(("Harbour Police Seize", "Photo", "Juan")) for text in texts)
    assert sum("designated" in text for text in texts) == 1


def test_key_point_has_the_chain_of_its_claim_else_of_the_outlet() -> None:
    reading = _reading()
    by_claim = {point.claim_id: point for point in key_points(reading, limit=20)}
    assert [link.name for link in by_claim["r1:c1"].chain] == [OUTLET, "the port"]
    assert [link.name for link in by_claim[""].chain] == [OUTLET]


def test_key_point_that_alleges_rests_on_the_claim_with_the_accusation() -> None:
    reading = _reading()
    (claim,) = reading.claims
    accusation = Accusation("the Salt Cartel", ("h1",), "the port", "alleged", "belongs to")
    inner = replace(claim, id="r1:c2", within="r1:c1", accusation=accusation)
    points = key_points(replace(reading, claims=(claim, inner)))
    assert "r1:c2" in {point.claim_id for point in points}


def test_key_points_are_the_same_each_time_and_within_the_limit() -> None:
    reading = _reading()
    assert key_points(reading) == key_points(reading)
    assert len(key_points(reading, limit=1)) == 1
    assert key_points(reading, limit=0) == ()


def test_empty_report_has_no_key_points() -> None:
    assert key_points(Reading(Report("r1", "a.txt", "0" * 64, "text", "", ()))) == ()

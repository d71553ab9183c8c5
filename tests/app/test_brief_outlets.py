"""Publishers whose name nobody gives are told apart by their report."""

from dataclasses import replace

from ostiary.app.brief_outlets import name_outlets
from ostiary.model.briefs import Agreement, Brief, KeyPoint
from ostiary.model.claims import Accusation, Claim, Link, Reading
from ostiary.model.reports import Report
from tests.app.brief_samples import BRIEF, COURIER, COURIER_READING, LANTERN, LANTERN_CLAIMS, LANTERN_READING

PUBLISHER = Link("the publishing outlet", "outlet", relation="publishes")


def nameless(reading: Reading, report: Report) -> Reading:
    claims = tuple(replace(claim, chain=(PUBLISHER, *claim.chain[1:]), branches=()) for claim in reading.claims)
    return replace(reading, report=replace(report, outlet=""), claims=claims)


def brief_of(*readings: Reading) -> Brief:
    own = Agreement(("r1:c8", "r2:c2"), "x", ("the publishing outlet", "a notice"), "public record", "why")
    point = KeyPoint("r1", LANTERN_CLAIMS[0].content[0], (PUBLISHER,))
    return replace(BRIEF, readings=readings, agreement=(own,), key_points=(point,), timeline=())


def test_each_is_called_after_its_report() -> None:
    brief = name_outlets(brief_of(nameless(LANTERN_READING, LANTERN), nameless(COURIER_READING, COURIER)))
    begins = {(claim.report_id, claim.chain[0].name) for reading in brief.readings for claim in reading.claims}
    assert begins == {("r1", "the outlet of r1"), ("r2", "the outlet of r2")}
    assert brief.key_points[0].chain[0].name == "the outlet of r1"
    assert brief.agreement[0].origins[0] == "the outlet of r1"
    assert brief.readings[0].report.outlet == ""


def test_one_that_is_known_keeps_its_name() -> None:
    brief = name_outlets(brief_of(nameless(LANTERN_READING, LANTERN), COURIER_READING))
    assert brief.readings[1] == COURIER_READING
    assert name_outlets(BRIEF) is BRIEF


def test_an_outlet_that_accuses_is_called_so_too() -> None:
    claim: Claim = replace(
        LANTERN_CLAIMS[7],
        chain=(PUBLISHER,),
        accusation=Accusation("Cartel de los Soles", ("x",), PUBLISHER.name, "alleged", "words"),
    )
    reading = replace(LANTERN_READING, report=replace(LANTERN, outlet=""), claims=(claim,))
    named = name_outlets(replace(BRIEF, readings=(reading,), agreement=(), key_points=(), timeline=()))
    accusation = named.readings[0].claims[0].accusation
    assert accusation
    assert accusation.accuser == "the outlet of r1"

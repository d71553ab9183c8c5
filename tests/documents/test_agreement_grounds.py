"""On what a verdict rests: what a report's own people saw, words of one matter, what may be and what was."""

from dataclasses import replace

import pytest

from ostiary.documents.agreement import compare_readings
from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.fields import find_fields_of_word
from ostiary.documents.agreement.own_eyes import is_own_observation
from ostiary.documents.agreement.propositions import split_claims
from ostiary.documents.agreement.relatedness import find_related
from ostiary.documents.agreement.terms import collect_terms
from ostiary.documents.tables import read_table
from ostiary.model.claims import Claim, Link, Reading
from ostiary.model.reports import Report, Span, Zone

OUTLET = "Ridge Herald"


def read(sentence: str, after: str = "", outlet: str = OUTLET, person: str = "") -> Reading:
    """Return a reading of one claim: a sentence, what follows it, and who says it, if anybody."""
    text = f"{sentence} {after}"
    report = Report("r", "r.txt", "", "text", text, (Zone("body", Span(0, len(text))),), outlet)
    chain = (Link(outlet, "outlet"), *((Link(person, "person"),) if person else ()))
    claim = Claim("r:c1", "r", (Span(0, len(sentence)),), bool(person), chain, "asserted", "none", 0)
    return Reading(report, claims=(claim,))


@pytest.mark.parametrize(
    ("sentence", "after", "seen"),
    [
        ("We counted thirty lorries at the ford.", "", True),
        ("At the ford our photographer followed a column of lorries.", "", True),
        ("A Ridge reporter saw men load the crates.", "", True),
        ("An RH correspondent watched the gates open.", "", True),
        ("Two guards kicked the boy.", "I saw it, and so did the baker.", True),
        ("The men loaded crates all night.", "We saw this from the roof.", True),
        ("We were told that thirty lorries came.", "", False),
        ("The mayor showed us the ledger.", "", False),
        ("A Coast reporter saw men load the crates.", "", False),
        ("Two guards kicked the boy.", "The baker saw it.", False),
        ("Two guards kicked the boy.", "\n\nI saw it on television later.", False),
        ("Who counted the lorries we do not know.", "", False),
    ],
)
def test_what_own_people_saw(sentence: str, after: str, seen: bool) -> None:  # noqa: FBT001 - a column of the table
    reading = read(sentence, after)
    assert is_own_observation(reading.claims[0], reading) is seen


def test_what_somebody_else_says_is_no_observation_of_the_outlet() -> None:
    reading = read("I counted thirty lorries at the ford.", person="Una Lorne")
    assert not is_own_observation(reading.claims[0], reading)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("lamp", "darkness"),
        ("shipowner", "proprietor"),
        ("bankrupt", "bankruptcy"),
        ("sleeve", "armband"),
        ("stolen", "robber"),
        ("fishermen", "catfish"),
        ("shredder", "erased"),
    ],
)
def test_words_of_one_matter(one: str, other: str) -> None:
    assert find_fields_of_word(one) & find_fields_of_word(other)


@pytest.mark.parametrize(("one", "other"), [("lamp", "visa"), ("horse", "bank"), ("goggles", "wheat")])
def test_words_of_different_matters(one: str, other: str) -> None:
    assert not find_fields_of_word(one) & find_fields_of_word(other)


def test_each_field_has_words_and_no_name_stands_twice() -> None:
    rows = read_table("fields.csv", PACKAGE)
    assert len({row["field"] for row in rows}) == len(rows)
    assert min(len(row["words"].split()) for row in rows) >= 2


def test_a_word_of_many_fields_is_long_work_for_nobody() -> None:
    assert find_fields_of_word("x" * 500) == {"xxxxxx-"}


def test_an_outlet_that_the_other_cites_is_one_origin_with_it() -> None:
    one = read("Nine wells in the valley were poisoned.", outlet="Valley Watch")
    other = read("Nine wells were poisoned in the valley.", outlet="Ridge Herald", person="Watch")
    found = compare_readings([one, other])
    assert [(each.verdict, "Valley Watch" in each.reason) for each in found] == [("one origin", True)]


@pytest.mark.parametrize(
    ("one", "other", "excludes"),
    [
        ("The council will close the ferry to Oster.", "The council has not closed the ferry to Oster.", False),
        ("The council must release the pilot Varga.", "The council has not released the pilot Varga.", False),
        ("The council has closed the ferry to Oster.", "The council has not closed the ferry to Oster.", True),
    ],
)
def test_what_may_be_excludes_nothing_that_was(one: str, other: str, excludes: bool) -> None:  # noqa: FBT001 - a column
    found = compare_readings([read(one, outlet="Valley Watch"), read(other, outlet="Ridge Herald")])
    assert any(part.excludes for each in found for part in each.differences) is excludes


def read_several(*told: tuple[str, str, str]) -> list[Reading]:
    """Return readings of one claim each, under ids of their own: outlet, sentence, who says it."""
    found = []
    for place, (outlet, sentence, person) in enumerate(told, 1):
        reading = read(sentence, outlet=outlet, person=person)
        claims = tuple(replace(claim, id=f"r{place}:c1", report_id=f"r{place}") for claim in reading.claims)
        found.append(replace(reading, report=replace(reading.report, id=f"r{place}"), claims=claims))
    return found


WELLS = "Nine wells in the valley were poisoned."
POISONED = "In the valley nine wells were poisoned."


def test_of_three_reports_it_is_said_which_two_confirm_each_other() -> None:
    told = (
        ("Ridge Herald", WELLS, "Una Lorne"),
        ("Coast Post", POISONED, "Una Lorne"),
        ("Fen Echo", WELLS, "Abe Tuck"),
    )
    (found,) = compare_readings(read_several(*told))
    assert found.verdict == "independent"
    assert found.reason.startswith("Ridge Herald and Fen Echo: Una Lorne and Abe Tuck are two")


def test_of_three_reports_with_one_origin_all_are_meant() -> None:
    told = [(f"Post of the {number}th ward", WELLS, "Una Lorne") for number in range(3, 12)]
    (found,) = compare_readings(read_several(*told))
    assert len(found.claims) == len(told)
    assert (found.verdict, found.reason) == ("one origin", "All give the word of Una Lorne.")


def test_an_outlet_that_nobody_gives_is_called_by_its_report() -> None:
    (found,) = compare_readings(read_several(("", WELLS, ""), ("Coast Post", POISONED, "Una Lorne")))
    assert "the outlet of r1" in found.reason


def test_a_fragment_is_no_summary() -> None:
    told = ("Ridge Herald", "but nine wells in the valley, poisoned", ""), ("Coast Post", POISONED, "")
    (found,) = compare_readings(read_several(*told))
    assert found.summary == "In the valley nine wells were poisoned"


LINES = (
    "The ferry to Oster sank in calm water on Friday night.",
    "Nobody on the shore had heard a call for help.",
    "The hull had been inspected in March and found sound.",
    "Its owner put the loss at four million crowns.",
    "A second ferry will be chartered from Monday on.",
)


def read_lines(report: str, outlet: str, lines: tuple[str, ...]) -> Reading:
    """Return a reading in which each line is a claim in the outlet's own voice."""
    text = "\n\n".join(lines)
    paper = Report(report, f"{report}.txt", "", "text", text, (Zone("body", Span(0, len(text))),), outlet)
    chain = (Link(outlet, "outlet"),)
    spans = [Span(text.index(line), text.index(line) + len(line)) for line in lines]
    claims = tuple(
        Claim(
            f"{report}:c{at}",
            report,
            (span,),
            attributed=False,
            chain=chain,
            stance="asserted",
            quote="none",
            sentence=at,
        )
        for at, span in enumerate(spans)
    )
    return Reading(paper, claims=claims)


def test_a_report_beside_itself_is_one_text() -> None:
    found = compare_readings([read_lines("r1", "Ridge Herald", LINES), read_lines("r2", "Coast Post", LINES)])
    assert len(found) == len(LINES)
    assert {each.verdict for each in found} == {"one origin"}
    assert all("one text" in each.reason for each in found)


def test_a_corrected_text_is_one_text_and_the_number_differs() -> None:
    corrected = (*LINES[:3], "Its owner put the loss at nine million crowns.", LINES[4])
    found = compare_readings([read_lines("r1", "Ridge Herald", LINES), read_lines("r2", "Coast Post", corrected)])
    assert {each.verdict for each in found} == {"one origin"}
    numbers = [part for each in found for part in each.differences if part.kind == "number"]
    assert [(part.left.split()[0], part.right.split()[0]) for part in numbers] == [("four", "nine")]


def test_a_claim_in_the_same_words_was_written_once() -> None:
    others = ("Rain fell on Oster all through the weekend.", "The mayor opened a museum of clocks there.")
    found = compare_readings(
        [
            read_lines("r1", "Ridge Herald", (*others, LINES[2])),
            read_lines("r2", "Coast Post", (LINES[2], LINES[1])),
        ]
    )
    assert [(each.verdict, "same words" in each.reason) for each in found] == [("one origin", True)]


NAMES = "Ansgar Vetch", "Dame Orla Finnick", "Lowmere", "Cape Hallow", "Sill and Sons"


@pytest.mark.parametrize(("named", "found"), [(5, True), (1, False)])
def test_reports_that_share_many_names_tell_one_story(named: int, found: bool) -> None:  # noqa: FBT001 - a column
    places = " and ".join(NAMES[:named])
    one = read_lines("r1", "Ridge Herald", (f"Yesterday {places} were in the papers again.", *LINES[:2]))
    other = read_lines(
        "r2",
        "Coast Post",
        (f"In the morning {places} had no comment to make.", "A museum of clocks opened its doors."),
    )
    terms = [collect_terms(each) for each in (one, other)]
    propositions = [part for place, each in enumerate(terms) for part in split_claims(each, place)]
    assert bool(find_related(propositions, [each.names for each in terms])) is found

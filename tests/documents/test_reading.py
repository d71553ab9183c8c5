"""The whole way through one report: what it says stands under whose word it is, and furniture says nothing."""

from datetime import date

import pytest

from ostiary.documents.reading import read_document
from ostiary.documents.source import report_from_bytes
from ostiary.model.claims import Claim, Reading
from tests.documents.invented_parties import PARTIES, names_of

NAMES = names_of(PARTIES)
TEXT = """\
Estero Cartel moves its boats, officials say

Two men in custody after raid on boatyard

LISVANE (Harrow Wire) - Prosecutors accused the Estero Cartel of moving cocaine in boats, court papers say.

"We counted eleven boats," the harbour master, Ines Holloway, told the Kelso Star on Monday. She added that two of
them were new.

The group, allegedly led by a former ferryman, was designated by the United States in 2023. It is unclear whether
the yard's owner knew of the boats.

Boatbuilder Karl Brenn, who is on no list, smuggled cocaine himself, a rival said.

Readers' poll: what do you think about the raid?
It came far too late. It was the right thing to do. I do not know.

A crane stands over the boatyard in Lisvane, Monday, Aug. 4, 2025. (AP)
"""


def read(text: str = TEXT) -> Reading:
    report = report_from_bytes(text.encode(), "a.txt", id="r1", published=date(2025, 8, 6))
    return read_document(report, NAMES)


def find_claim(reading: Reading, words: str) -> Claim:
    found = [claim for claim in reading.claims if words in reading.report.words_of(claim.content)]
    assert found, words
    return found[0]


def chain_of(claim: Claim) -> list[str]:
    return [link.name for link in claim.chain]


def test_a_claim_stands_under_everyone_it_came_through() -> None:
    reading = read()
    claim = find_claim(reading, "eleven boats")
    assert chain_of(claim) == ["Harrow Wire", "Kelso Star", "Ines Holloway"]
    assert claim.quote == "verbatim"
    assert chain_of(find_claim(reading, "that two of"))[-1] == "Ines Holloway"


def test_an_accusation_has_its_accuser_and_is_never_the_outlets() -> None:
    claims = [claim for claim in read().claims if claim.accusation]
    assert claims
    for claim in claims:
        assert claim.accusation
        assert claim.accusation.accuser
        assert claim.stance != "asserted" or len(claim.chain) > 1


def test_an_accusation_of_somebody_on_no_list_is_counted_and_not_kept() -> None:
    reading = read()
    assert reading.left_out == 1
    assert not [claim for claim in reading.claims if "smuggled" in reading.report.words_of(claim.content)]


def test_an_open_question_is_no_claim() -> None:
    reading = read()
    assert [question.question.split()[0] for question in reading.questions] == ["whether"]
    start = reading.questions[0].span
    assert not any(span.overlaps(start) for claim in reading.claims for span in claim.content)


def test_furniture_yields_nothing() -> None:
    reading = read()
    furniture = [zone.span for zone in reading.report.zones if zone.furniture]
    assert len(furniture) == 3
    said = [span for claim in reading.claims for span in claim.content]
    said += [found.span for found in (*reading.dates, *reading.acts)]
    assert not any(span.overlaps(zone) for span in said for zone in furniture)


def test_ids_are_each_once_and_nesting_leads_to_claims() -> None:
    claims = read().claims
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids)
    assert {claim.within for claim in claims} <= {"", *ids}


def test_every_chain_begins_with_the_outlet() -> None:
    assert {claim.chain[0].name for claim in read().claims} == {"Harrow Wire"}


def test_the_same_text_gives_the_same_reading() -> None:
    assert read() == read()


def test_a_report_in_another_language_gives_names_and_no_claims() -> None:
    text = "El Estero Cartel fue sancionado por el gobierno, dijo el martes la fiscal general del estado. "
    reading = read(text * 5)
    assert reading.claims == ()
    assert any("Spanish" in remark or "English" in remark for remark in reading.report.remarks)


@pytest.mark.parametrize("text", ['"' * 10_000, "said " * 5_000, "(" * 5_000 + "a", "He said that " * 3_000])
def test_a_hostile_text_is_read_in_time(text: str) -> None:
    assert read("A line.\n" + text).report.text


def test_an_accusation_whose_speaker_was_not_found_is_not_laid_to_the_outlet() -> None:
    text = "The Estero Cartel smuggled cocaine, the men in the yard all and variously insisted."
    (own, unresolved) = read(f"LISVANE (Harrow Wire) - The Estero Cartel smuggled arms.\n\n{text}").claims
    assert (own.stance, chain_of(own)) == ("asserted", ["Harrow Wire"])
    assert (unresolved.stance, chain_of(unresolved)) == ("unknown", ["Harrow Wire", "not named"])
    assert own.accusation
    assert unresolved.accusation
    assert unresolved.accusation.accuser == "not named"

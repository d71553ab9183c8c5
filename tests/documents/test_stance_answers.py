"""What answers an accusation, and what runs on from one sentence to the next, in whole readings."""

from datetime import date

import pytest

from ostiary.documents.reading import read_document
from ostiary.documents.source import report_from_bytes
from ostiary.model.claims import UNCLEAR, Claim
from tests.documents.invented_parties import body, names_of, person

NAMES = names_of([person(1, "SOREL, Viktor Emil"), body(2, "Orlan Shipping"), body(3, "Halcon Cartel")])
OUTLET = "Quay Wire"


def read(text: str) -> tuple[Claim, ...]:
    report = report_from_bytes(text.encode(), "a.txt", id="r1", outlet=OUTLET, published=date(2026, 3, 2))
    return read_document(report, NAMES).claims


def accusing(claims: tuple[Claim, ...], status: str) -> list[Claim]:
    return [claim for claim in claims if claim.accusation and claim.accusation.status == status]


@pytest.mark.parametrize(
    ("text", "deniers"),
    [
        (
            "Prosecutors accused Orlan Shipping of arms smuggling. Orlan Shipping denied the charge.",
            "Orlan Shipping",
        ),
        (
            "The union said Orlan Shipping had bribed a pilot. A lawyer for the firm denied the allegations.",
            "A lawyer for the firm",
        ),
        ("Prosecutors accused Orlan Shipping of arms smuggling. The ferry was late.", ""),
        ("Prosecutors accused Orlan Shipping of arms smuggling. Residents denied that the ferry was late.", ""),
    ],
)
def test_denial_stands_beside_the_accusation_that_it_answers(text: str, deniers: str) -> None:
    (alleged,) = accusing(read(text), "alleged")
    assert alleged.accusation is not None
    assert [name.lower() for name in alleged.accusation.denied_by] == ([deniers.lower()] if deniers else [])


def test_denial_names_the_accuser_whom_it_answers() -> None:
    text = "Prosecutors accused Orlan Shipping of arms smuggling. Orlan Shipping denied the charge."
    (denied,) = accusing(read(text), "denied")
    assert denied.accusation is not None
    assert (denied.accusation.accused, denied.accusation.accuser.lower()) == ("Orlan Shipping", "prosecutors")
    assert denied.about == denied.accusation.accused_parties


def test_denial_without_a_name_answers_nothing_where_two_are_accused() -> None:
    text = (
        "Police accused Orlan Shipping of arms smuggling. Police accused the Halcon Cartel of murder. "
        "A spokesman denied the claims."
    )
    assert [claim.accusation.denied_by for claim in accusing(read(text), "alleged") if claim.accusation] == [
        (),
        (),
    ]


def test_accusation_in_passing_stands_apart_from_what_the_sentence_tells() -> None:
    text = "Orlan Shipping, accused of arms smuggling by two governments, opened a new yard in Lisvane on Monday."
    claims = read(text)
    (own,) = (claim for claim in claims if not claim.attributed)
    (alleged,) = accusing(claims, "alleged")
    assert own.accusation is None
    assert alleged.accusation is not None
    assert alleged.accusation.accuser == "two governments"
    assert alleged.within == own.id


def test_charges_told_of_by_a_speaker_are_no_accusation_of_his() -> None:
    text = (
        "The mayor said on Friday that the council would buy back the three ferries which it sold in May to "
        "Orlan Shipping, which is under indictment for fraud."
    )
    claims = read(text)
    outer = next(claim for claim in claims if claim.attributed and not claim.within)
    (charged,) = accusing(claims, "charged")
    assert outer.accusation is None
    assert charged.within == outer.id
    assert charged.accusation is not None
    assert charged.accusation.accuser == "not named"


def test_name_given_to_a_speaker_is_the_outlets_own_word() -> None:
    claims = read("The Halcon Cartel, a drug trafficking group, said it would fight on.")
    (called,) = accusing(claims, "alleged")
    assert called.accusation is not None
    assert (called.attributed, called.accusation.accuser) == (False, OUTLET)


def test_accused_party_is_among_those_whom_the_claim_is_about() -> None:
    claims = read("Prosecutors accused Orlan Shipping of fraud. They also said it had laundered money.")
    for claim in claims:
        if claim.accusation:
            assert set(claim.accusation.accused_parties) <= set(claim.about)
    assert claims[0].accusation
    assert claims[0].accusation.accused_parties
    assert accusing(claims, "alleged")


def test_sentence_between_two_of_one_speaker_is_not_laid_to_the_outlet() -> None:
    text = (
        "Ada Brun said the port was lost. The islands will not get a single ship back. "
        "Brun said she would burn the charts."
    )
    between = next(claim for claim in read(text) if "single" in text_of(claim, text))
    assert (between.attributed, between.stance, between.chain[-1].name) == (True, "unknown", UNCLEAR)


def test_sentence_between_two_speakers_stays_the_outlets() -> None:
    text = (
        "Ada Brun said the port was lost. The islands have nine ferries. Juan Ilves said he would burn the charts."
    )
    between = next(claim for claim in read(text) if "nine" in text_of(claim, text))
    assert not between.attributed


def test_stance_that_is_taken_up_again_is_the_one_before() -> None:
    text = "Ada Brun rejected the plan for a new pier. Brun reiterated this stance in a letter."
    stances = [claim.stance for claim in read(text) if claim.attributed]
    assert stances == ["rejected", "rejected"]


def text_of(claim: Claim, text: str) -> str:
    return " ".join(text[span.start : span.end] for span in claim.content)


@pytest.mark.parametrize(
    "text",
    [
        "The court heard that Orlan Shipping had smuggled arms for years.",
        "The inquest was told that Orlan Shipping had smuggled arms for years.",
    ],
)
def test_what_a_court_hears_is_not_the_outlets_word(text: str) -> None:
    (alleged,) = accusing(read(text), "alleged")
    assert alleged.accusation is not None
    assert alleged.accusation.accuser == "not named"
    assert not alleged.accusation.wording.startswith("states")


def test_denial_says_what_is_denied_and_not_its_own_words() -> None:
    text = "The union said Orlan Shipping had bribed a pilot. A lawyer for the firm denied the allegations."
    (denied,) = accusing(read(text), "denied")
    assert denied.accusation is not None
    assert "bribed" in denied.accusation.wording


def test_helper_of_a_party_is_told_of_where_the_party_itself_is_accused() -> None:
    (kept,) = accusing(read("Police said the Halcon Cartel and Juan Perdomo had smuggled rifles."), "alleged")
    assert kept.accusation is not None
    assert kept.accusation.accused_parties

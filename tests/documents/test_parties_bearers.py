"""Which bearer of a name is meant: brothers, nicknames, numbers, birth dates, corrections. All invented."""

from dataclasses import replace

import pytest

from ostiary.documents.parties import find_mentions, find_named
from tests.documents.invented_parties import body, names_of, person, report_of

LISTED = [
    person(1, "TERRAZO MOLINA, Joaquin", nationality="Mexico", programs=("SDNTK",), weak=("El Yunque",)),
    person(2, "TERRAZO PRADA, Joaquin", nationality="Mexico", programs=("ILLICIT-DRUGS-EO14059",)),
    person(3, "TERRAZO PRADA, Ovidio", nationality="Mexico", programs=("ILLICIT-DRUGS-EO14059",)),
    body(4, "Estero Cartel", programs=("ILLICIT-DRUGS-EO14059",), addresses=("Mexico",)),
    body(5, "PALE HERON", schema="Vessel", programs=("IRAN",), imoNumber="IMO 9074729"),
    person(6, "QORVASH, Daniyar", nationality="Iran", programs=("IFSR",), birthDate="1968-01-02",
           passportNumber="K4419283"),
    body(7, "Zemgal Trust Bank", programs=("RUSSIA-EO14024",), addresses=("Russia",),
         registrationNumber="1027700131155"),
    body(8, "ANSAR VALDIR", addresses=("Yemen",), weak=("Orvathi group",)),
    body(9, "MIRZAKOL", "ANSAR VALDIR", addresses=("Lebanon",)),
    body(11, "TITANIA", schema="Vessel", programs=("IRAN",)),
    body(12, "Popular Army of Orvo", "PAO", addresses=("Peru",)),
    body(13, "Zemgalneft", programs=("RUSSIA-EO14024",), addresses=("Russia",)),
]  # fmt: skip
NAMES = names_of(LISTED)
FULL = "Drug traffickers in Mexico: "
CASES = [
    ("a nickname tells father from son",
     FULL + 'Joaquín "El Yunque" Terrazo ran it.', 'Joaquín "El Yunque" Terrazo>t:1+'),
    ("in single quotes",
     FULL + "Joaquín 'El Yunque' Terrazo Molina ran it.", "Joaquín 'El Yunque' Terrazo Molina>t:1+"),
    ("first name and one surname fit two", FULL + "Joaquín Terrazo of the Estero Cartel fled.",
     "Joaquín Terrazo>t:1?|Joaquín Terrazo>t:2?|Estero Cartel>t:4+"),
    ("one brother named in full", FULL + "Ovidio Terrazo Prada fled. Terrazo Prada was seen.",
     "Ovidio Terrazo Prada>t:3+|Terrazo Prada>t:3+"),
    ("both brothers named in full",
     FULL + "Ovidio Terrazo Prada and Joaquín Terrazo Prada fled. Terrazo Prada was seen.",
     "Ovidio Terrazo Prada>t:3+|Joaquín Terrazo Prada>t:2+|Terrazo Prada>t:2?|Terrazo Prada>t:3?"),
    ("its number", "The tanker Pale Heron (IMO 9074729) left.", "Pale Heron>t:5+"),
    ("its number with a word", "Pale Heron, IMO number 9074729, left.", "Pale Heron>t:5+"),
    ("another number", "The tanker Pale Heron (IMO 9151943) left.", ""),
    ("both ships", "The tanker Pale Heron (IMO 9074729) left. The other Pale Heron (IMO 9151943) stayed.",
     "Pale Heron>t:5+"),
    ("the number of another ship",
     "The tanker Pale Heron and the barge Dot (IMO 9151943) left.", "Pale Heron>t:5+"),
    ("passport", "A clerk, Daniyar Qorvash, showed passport K4419283 there.", "Daniyar Qorvash>t:6+"),
    ("birth day", "A clerk, Daniyar Qorvash, born 2 January 1968, came.", "Daniyar Qorvash>t:6+"),
    ("birth day the American way",
     "A clerk, Daniyar Qorvash (born January 2, 1968), came.", "Daniyar Qorvash>t:6+"),
    ("birth year", "A clerk, Daniyar Qorvash, who was born in 1968, came.", "Daniyar Qorvash>t:6+"),
    ("a year off says nothing", "In Iran Daniyar Qorvash, born in 1969, came.", "Daniyar Qorvash>t:6+"),
    ("another birth year", "In Iran Daniyar Qorvash, born in 1991, sings.", "Daniyar Qorvash>t:6?"),
    ("the birth of a second person",
     "In Iran Daniyar Qorvash and Leyla, born in 1991, sing.", "Daniyar Qorvash>t:6+"),
    ("registration", "Zemgal Trust Bank (registration number 1027700131155) closed.", "Zemgal Trust Bank>t:7+"),
    ("not related", "Daniyar Qorvash, a florist, is not related to the sanctioned Daniyar Qorvash of Iran.",
     "Daniyar Qorvash>t:6?|Daniyar Qorvash>t:6+"),
    ("not to be confused", "Estero Cartel, a wine bar, is not to be confused with the sanctioned cartel.",
     "Estero Cartel>t:4?"),
    ("a ship that shares a name", "The Pale Heron, a ferry, shares a name with a blacklisted tanker.", ""),
    ("not related to one of the same name",
     "In Iran the farmer Daniyar Qorvash is not related to the trafficker of the same name.",
     "Daniyar Qorvash>t:6?"),
    ("a pleasure boat", "The Titania, a pleasure boat, crossed the lake.", "Titania>t:11?"),
    ("a tanker under sanctions", "The sanctioned tanker Titania crossed the sea.", "Titania>t:11+"),
    ("a cartel by its full name", "He spoke of the Estero Cartel.", "Estero Cartel>t:4+"),
    ("an acronym beside its name", "Men of the Popular Army of Orvo (PAO) met. PAO grew.",
     "Popular Army of Orvo>t:12+|PAO>t:12+|PAO>t:12+"),
    ("a distinct word near its country", "Profits of Zemgalneft fell. Russia shrugged.", "Zemgalneft>t:13+"),
    ("a denial is no correction", "In Iran Daniyar Qorvash said he was not linked to any sanctioned bank.",
     "Daniyar Qorvash>t:6+"),
    ("in apposition to the nearest only",
     "Rebels of Mirzakol and Ansar Valdir (the Orvathis) met in Yemen and Lebanon.",
     "Mirzakol>t:9+|Ansar Valdir>t:8+|Orvathis>t:8+"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_which_bearer(text: str, expected: str) -> None:
    found = [
        f"{text[one.span.start : one.span.end]}>{one.party_id}{'+' if one.sure else '?'}"
        for one in find_mentions(report_of(text), NAMES)
        if one.matched_name
    ]
    assert "|".join(found) == expected


def test_of_brothers_all_are_said() -> None:
    text = FULL + "Ovidio Terrazo Prada and Joaquín Terrazo Prada fled. Terrazo Prada was seen."
    mention = find_mentions(report_of(text), NAMES)[-1]
    assert "any one of TERRAZO PRADA Joaquin; TERRAZO PRADA Ovidio" in mention.reason


@pytest.mark.parametrize(
    ("text", "words", "times", "reason"),
    [
        ("The tanker Pale Heron (IMO 9151943) left.", "Pale Heron", 1, "another IMO number, 9151943"),
        ("Pale Heron sang. Pale Heron fled.", "Pale Heron", 2, "nothing near speaks for the listed party"),
        (FULL + 'Joaquín "El Yunque" Terrazo ran it.', 'Joaquín "El Yunque" Terrazo', 1, "who has this name too"),
    ],
)
def test_what_is_passed_over_is_told(text: str, words: str, times: int, reason: str) -> None:
    (told,) = find_named(report_of(text), NAMES).passed_over
    assert (told.words, len(told.spans)) == (words, times)
    assert reason in told.reason
    assert len(told.party_ids) == len(told.matched_names) == 1


@pytest.mark.parametrize(
    ("text", "delisted", "expected"),
    [
        ("In Iran Daniyar Qorvash spoke.", "", "+"),
        ("In Iran Daniyar Qorvash spoke.", "2025-07-01", "?"),
        ("Daniyar Qorvash (passport K4419283) spoke in Iran.", "2025-07-01", "+"),
        ("Daniyar Qorvash spoke.", "2025-07-01", ""),
    ],
)
def test_who_has_left_the_list_is_taken_for_it_on_more_evidence(text: str, delisted: str, expected: str) -> None:
    names = names_of([replace(LISTED[5], delisted_in=delisted)])
    assert "".join("+" if one.sure else "?" for one in find_mentions(report_of(text), names)) == expected

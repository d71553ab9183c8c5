"""Who is named in a text: people with their offices, outlets, bodies; and which names are one voice."""

import pytest

from ostiary.documents.voices import Cast, find_voices
from ostiary.documents.words import split_words
from ostiary.model.reports import Report, Span, Zone


def cast_of(text: str) -> Cast:
    report = Report("r1", "", "", "text", text, (Zone("body", Span(0, len(text))),))
    return find_voices(report, split_words(report))


@pytest.mark.parametrize(
    ("text", "name", "office", "former"),
    [
        ("They met Attorney General Lena Ortiz.", "Lena Ortiz", "Attorney General", False),
        ("Marco Levi, the secretary of trade and chief adviser, left.", "Marco Levi",
         "secretary of trade and chief adviser", False),
        ("He called a palace spokeswoman, Anna Bruun, on Friday.", "Anna Bruun", "palace spokeswoman", False),
        ("Brian Falk, a former State Department lawyer, agreed.", "Brian Falk", "State Department lawyer", True),
        ("The former mayor Otto Brenn agreed.", "Otto Brenn", "mayor", True),
        ("Iran's foreign minister, Behrouz Sadri, agreed.", "Behrouz Sadri", "foreign minister", False),
        ("A budget office spokesman, Dorrit Vale, agreed.", "Dorrit Vale", "budget office spokesman", False),
        ("Secretary of State Marco Levi agreed.", "Marco Levi", "Secretary of State", False),
        ("Fox News host Dan Rourke agreed.", "Dan Rourke", "Fox News host", False),
        ("Mr. Petrov agreed.", "Petrov", "", False),
        ("Molly Tate, 34, agreed.", "Molly Tate", "", False),
        ("Gen. Eitan Bar-Lev agreed.", "Eitan Bar-Lev", "Gen.", False),
    ],
)  # fmt: skip
def test_person(text: str, name: str, office: str, former: bool) -> None:  # noqa: FBT001 - a column of the table
    people = [found.character for found in cast_of(text).named if found.character.kind == "person"]
    assert [(one.name, one.office.removeprefix("Iran's "), one.former) for one in people] == [
        (name, office, former)
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He spoke to the newspaper El Observador del Sur.", "El Observador del Sur"),
        ("He spoke to the Catholic news outlet EWTN.", "EWTN"),
        ("He spoke to the Halm Herald.", "Halm Herald"),
        ("He spoke to the Evening Post of Halm.", "Evening Post of Halm"),
        ("He spoke to Radio Korda.", "Radio Korda"),
        ("He spoke to Channel 6.", "Channel 6"),
        ("He spoke to the Corvine news agency.", "Corvine news agency"),
        ("He spoke to Fox News Digital.", "Fox News"),
        ("He spoke to the FT.", "Financial Times"),
        ("He spoke to BBC Radio Leeds.", "BBC"),
        ("He spoke to the Sunday Beacon.", "Sunday Beacon"),
    ],
)
def test_outlet(text: str, name: str) -> None:
    outlets = [found.character for found in cast_of(text).named if found.character.kind == "outlet"]
    assert [one.name for one in outlets] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "He works for the Reuters Institute.",
        "Dawn French laughed.",
        "Commander Sun Wei laughed.",
        "Time Warp Shipping paid.",
        "In the Metro Tunnel it was dark.",
        "A Catholic news outlet was closed.",
        "The Post Office Minister left.",
    ],
)
def test_other_names_are_no_outlets(text: str) -> None:
    assert not [found for found in cast_of(text).named if found.character.kind == "outlet"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Pentagon agreed.", "US Department of Defense"),
        ("The Department of Defense agreed.", "US Department of Defense"),
        ("The Defense Department agreed.", "US Department of Defense"),
        ("The German Foreign Office agreed.", "German Foreign Office"),
        ("The Philippine Department of Justice agreed.", "Philippine Department of Justice"),
        ("The Ministry of Trade and Industry agreed.", "Ministry of Trade and Industry"),
        ("The Coalition for a Free Delta agreed.", "Coalition for a Free Delta"),
        ("Acme Shipping Ltd agreed.", "Acme Shipping Ltd"),
        ("The aid group Open Wells agreed.", "Open Wells"),
    ],
)
def test_body(text: str, name: str) -> None:
    bodies = [found.character for found in cast_of(text).named if found.character.kind == "agency"]
    assert [one.name for one in bodies] == [name]


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        ("The Pentagon agreed. Later the Department of Defense wavered.", 1),
        ("The New York Times wrote it. The Times was sure.", 1),
        ("The Washington Post wrote it. The Post was sure.", 1),
        ("Fox News showed it. Fox News Digital wrote it.", 1),
        ("The Syrian Observatory for Human Rights (SOHR) counts. SOHR is in Coventry.", 1),
        ("The Open Wells Foundation (OWF) digs. OWF is small.", 1),
        ("President Trump left. Donald Trump spoke.", 1),
        ("Marco Levi came. Mr. Levi left. Levi slept.", 1),
        ("President Xi Jinping came. Mr. Xi left.", 1),
        ("Nicolás Duarte Moros came. President Duarte left.", 1),
        ("Rosa Klein came. Peter Klein left.", 2),
        ("Mr. Klein came. Mrs. Klein left.", 2),
        ("The New York Times wrote it. The Washington Post wrote it.", 2),
        ("The Foreign Office agreed. The German Foreign Office agreed.", 2),
    ],
)
def test_names_of_one_voice(text: str, voices: int) -> None:
    characters = {id(found.character) for found in cast_of(text).named if found.character.kind != "unknown"}
    assert len(characters) == voices


def test_a_name_that_two_people_bear_is_nobodys() -> None:
    named = cast_of("Rosa Klein came with Peter Klein. Klein agreed.").named
    assert [found.character.name for found in named] == ["Rosa Klein", "Peter Klein"]


@pytest.mark.parametrize("given", ["Ana", "Ixmuk"])
def test_a_family_name_alone_is_of_whom_it_is_the_last_name(given: str) -> None:
    text = (
        f"{given} Mora builds lutes in Tarn. Another {given}, {given} Mora Diez, was jailed on Friday. "
        '"I only sell wood," Mora said.'
    )
    by_place = sorted(cast_of(text).named, key=lambda found: found.words.start)
    assert by_place[-1].character.name == f"{given} Mora"


def test_a_headline_in_capitals_makes_no_names_of_its_verbs() -> None:
    text = "Marco Levi Refuses Office Offer From Rival Party Leader\n\nMarco Levi refused."
    assert {found.character.name for found in cast_of(text).named if found.character.kind == "person"} == {
        "Marco Levi"
    }

import pytest

from ostiary.documents.parties import find_mentions, party_differences
from tests.documents.invented_parties import PARTIES, names_of, report_of

NAMES = names_of(PARTIES)
BY_ID = {party.id: party for party in PARTIES}


def differences(text: str) -> list[tuple[str, str, str, str]]:
    report = report_of(text)
    found = party_differences(report, find_mentions(report, NAMES), BY_ID)
    return [(party_id, report.words_of(one.span), one.reported, one.registered) for party_id, one in found]


def test_what_is_said_of_a_group_is_said_of_all_together() -> None:
    text = "Police fear Serbian and Mexican groups such as Hijos del Basalto and the notorious Estero Cartel."
    assert differences(text) == [
        (
            "t:3",
            "Serbian and Mexican",
            "called Serbian and Mexican, said of several together",
            "the register says neither; it gives addresses in Honduras",
        ),
        (
            "t:13",
            "Serbian and Mexican",
            "called Serbian and Mexican, said of several together",
            "the register says neither; it gives addresses in Mexico",
        ),
    ]


@pytest.mark.parametrize(
    ("text", "said", "registered"),
    [
        ("The Chilean Tarvik Front fled.", "called Chilean",
         "the register does not say so; it gives addresses in Armenia"),
        ("Russian prosecutors chased the Serbian judge Selma Marevic, 41, of Bosnia.", "", ""),
        ("The Armenian Tarvik Front fled.", "", ""),
        ("Armenia's Tarvik Front fled.", "", ""),
        ("In Honduras the minister Dario Emilio Vorlante Quispe, 61, spoke.", "aged 61", "born 1970-05-02"),
        ("In Honduras the minister Dario Emilio Vorlante Quispe, 55, spoke.", "", ""),
        ("Hijos del Basalto, also known as the Quarrymen, met.", "called “Quarrymen”",
         "no listed name is written so"),
        ("Hijos del Basalto, or Sons of Basalt, met.", "", ""),
    ],
)  # fmt: skip
def test_one_party(text: str, said: str, registered: str) -> None:
    found = [(reported, stands) for _, _, reported, stands in differences(text)]
    assert found == ([(said, registered)] if said else [])


def test_who_is_not_sure_or_not_known_has_no_differences() -> None:
    report = report_of("The Chilean Tarvik Front fled.")
    mentions = find_mentions(report, NAMES)
    assert party_differences(report, mentions, {}) == ()
    assert differences("The Chilean beekeeper Ilarion Korvetz sold honey.") == []

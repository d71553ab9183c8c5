"""Listed names in another spelling, or without the word for the kind of group. All parties are invented."""

import pytest

from ostiary.documents.parties import find_mentions
from tests.documents.invented_parties import body, names_of, person, report_of

LISTED = [
    body(1, "LIWA-E-TAFRIDH", addresses=("Pakistan",)),
    body(2, "AL-MUZRAH FRONT", "JABHAT AL-MUZRAH", addresses=("Syria",)),
    body(3, "Dorvathi National Relief", weak=("Dorvathi group",), addresses=("Yemen",)),
    body(4, "ABU KARRAF GROUP", addresses=("Philippines",)),
    body(5, "CARTEL DE TOLMARA", programs=("SDNTK",), addresses=("Mexico",)),
    person(6, "QADHAFUR, Mu'tazim", nationality="Libya", position="Colonel", programs=("LIBYA2",)),
    person(7, "BELMADO ROSTI, Adolfo", nationality="Venezuela", programs=("VENEZUELA",)),
    body(8, "COLUMBRA LIMITED", addresses=("China",), programs=("NPWMD",)),
    body(9, "Vakneri Group", programs=("TCO",), addresses=("Russia",)),
    body(10, "SHAKIL NETWORK", programs=("SDNTK",), addresses=("Pakistan",)),
    body(11, "MERZHAD", schema="Vessel", programs=("IRAN",)),
    body(13, "RAMIREZ Y CIA. LTDA.", programs=("SDNTK",), addresses=("Peru",)),
    body(12, "HARAKAT AL-DHURWA", addresses=("Lebanon",)),
]
NAMES = names_of(LISTED)
CASES = [
    ("joined by another small word", "Militants of Liwa-i-Tafridh fled.", "Liwa-i-Tafridh>t:1+"),
    ("vowels of another romanisation", "Pakistan banned the terrorist Liwa-e-Tufrid.", "Liwa-e-Tufrid>t:1+"),
    ("without the last h", "In Syria jihadists of the Muzra Front advanced.", "Muzra Front>t:2+"),
    ("with its article", "In Syria jihadists of the al-Muzra Front advanced.", "al-Muzra Front>t:2+"),
    ("kind in English", "Syrian rebels fought Muzrah Front terrorists.", "Muzrah Front>t:2+"),
    ("short after full", "Muzra Front militants hold Idlib. Later Muzra withdrew.", "Muzra Front>t:2+|Muzra>t:2+"),
    ("kind at the start", "Lebanese militants of the Dhurwa Movement marched.", "Dhurwa Movement>t:12+"),
    ("plural people", "In Yemen the Dorvathis, a rebel group, shelled a port.", "Dorvathis>t:3+"),
    ("adjective", "Yemen: Dorvathi militants shelled the port.", "Dorvathi>t:3+"),
    ("family name of a person", "Yemen: Abdel-Karim al-Dorvathi spoke of militants.", ""),
    ("without group", "Abu Karraf militants seized a ferry.", "Abu Karraf>t:4+"),
    ("cartel turned round", "Drug traffickers of the Tolmara Cartel fled.", "Tolmara Cartel>t:5+"),
    ("the place of a cartel", "Farmers in Tolmara fear drug traffickers.", ""),
    ("person", "In Libya Colonel Mutassim Gadhafur spoke. Gadhafur left.", ""),
    ("person, one sound", "Libyan Colonel Mutazzim Kadhafur spoke. Kadhafur left.",
     "Mutazzim Kadhafur>t:6+|Kadhafur>t:6+"),
    ("Latin from the first", "Venezuelan President Adolfo Belmedo spoke of the regime.", ""),
    ("company of one word", "China fined Columbra. In China Columbira grew; sanctions loom.", "Columbra>t:8+"),
    ("company of one telling word", "Ms Delia C. Ramirez of Peru spoke of drug traffickers under sanctions.", ""),
    ("group of a usual name", "Russian mercenaries, the Vakneri Group, left. Vakneri was paid.",
     "Vakneri Group>t:9+|Vakneri>t:9+"),
    ("network of a person", "Drug smugglers of the Shakil Network met. Shakil said no.", "Shakil Network>t:10+"),
    ("ships are spelled in one way", "The tanker Merzhod, a ship under sanctions, left Iran.", ""),
    ("plain words between", "The front of Muzrah was long, the group left.", "Muzrah>t:2?"),
    ("an English as", "Groups such as Abu Karraf militants kill.", "Abu Karraf>t:4+"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_other_spellings(text: str, expected: str) -> None:
    found = [
        f"{text[one.span.start : one.span.end]}>{one.party_id}{'+' if one.sure else '?'}"
        for one in find_mentions(report_of(text), NAMES)
        if one.matched_name
    ]
    assert "|".join(found) == expected


def test_another_spelling_is_said_and_what_it_is_in_the_list() -> None:
    mention = find_mentions(report_of("In Syria jihadists of the Muzra Front advanced."), NAMES)[0]
    assert "written otherwise than the list has it (“AL-MUZRAH FRONT”)" in mention.reason


def test_a_short_form_says_what_it_is_short_for() -> None:
    text = "Muzra Front militants hold Idlib. Later Muzra withdrew."
    assert find_mentions(report_of(text), NAMES)[1].reason == "short for “Muzra Front”, which the text has too"

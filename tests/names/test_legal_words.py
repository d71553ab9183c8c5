import csv
from importlib.resources import files

import pytest

from ostiary.names.analysis import NameClass, WordKind, analyse_name
from ostiary.names.legal_words import respell_legal_words


def words_of(text: str) -> list[str]:
    return [word.form for word in analyse_name(text, NameClass.ORGANISATION).words]


@pytest.mark.parametrize(
    ("slipped", "right"),
    [
        ("Joint Stck Company Treslona", "Joint Stock Company Treslona"),
        ("JO1NT 5TOCK COMPANY TRESLONA", "JOINT STOCK COMPANY TRESLONA"),
        ("Closed Joint Stock Co Treslona", "Closed Joint Stock Company Treslona"),
        ("Treslona Limited Lia bility Company", "Treslona Limited Liability Company"),
        ("Limited Liabilitycompany Treslona", "Limited Liability Company Treslona"),
        ("Obshchestvo S Ogranichennoi Otvetstvennostiu Treslona", "OOO Treslona"),
        ("Obschestvo s ogranichennoj otvetstvennostju Treslona", "OOO Treslona"),
        ("Tavarystva z abmezhavanai adkaznastsiu Treslona", "Tavarystva z abmezhavanay adkaznastsyu Treslona"),
        ("Aktsionernö Obshchestvo Treslona", "Aktsionernoe Obshchestvo Treslona"),
        ("Federal State Untiary Enterprise Treslona", "Federal State Unitary Enterprise Treslona"),
        ("Puublic Joint Stock Company Treslona", "Public Joint Stock Company Treslona"),
        ("Ope Joint-Stock Company Bank Treslona", "Open Joint Stock Company Bank Treslona"),
        ("Otzrytoe Aktsionernoe Obschestvo Treslona", "OAO Treslona"),
        ("Treslona Zakry70e Aktsionernoe Obshchestvo", "Treslona ZAO"),
        ("Публчное акционерное общество Трэслона", "Публичное акционерное общество Трэслона"),
        ("TRESLONA ANON?M ??RKET?", "TRESLONA ANONİM ŞİRKETİ"),
        ("TRESLONA PORTF?Y Y?NET?M?", "TRESLONA PORTFY YONETIMI"),
        ("Treslona Société Anonyme Libanaise", "Treslona SAL"),
        ("Treslona Gesellschaft mit beschränkter Haftung", "Treslona GmbH"),
    ],
)
def test_a_slip_in_a_legal_form_of_several_words_leaves_it_what_it_is(slipped: str, right: str) -> None:
    assert words_of(slipped) == words_of(right)


@pytest.mark.parametrize(
    "text",
    [
        "Joint Stock Company Treslona",
        "Stock Treslona Company",
        "Opal Joint Stock Company",
        "A Joint Stock Company",
        "Opel Joint Stock Company",
        "Amen Joint Stock Company Treslona",
        "Limited Editions Company",
        "State Treslona Enterprise",
        "Treslona",
    ],
)
def test_what_is_no_slip_stays_as_it_is_written(text: str) -> None:
    assert respell_legal_words(text) == text


def test_a_name_beside_a_slip_is_not_eaten() -> None:
    assert words_of("A Joint Stck Company Bo") == words_of("A Joint Stock Company Bo")


def test_the_beginning_of_a_legal_form_at_the_end_of_a_field_is_completed_there_alone() -> None:
    text = "Sovrelona Tresnologii Limited Lia"
    assert respell_legal_words(text, cut=True) == "Sovrelona Tresnologii limited liability company"
    assert respell_legal_words(text) == text


def test_every_phrase_of_the_table_is_known_as_a_legal_form() -> None:
    table = files("ostiary.names").joinpath("data", "legal_phrases.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(table.splitlines()):
        words = analyse_name(f"{row['phrase']} Treslona", NameClass.ORGANISATION).words
        others = [word for word in words if word.form != "treslona"]
        assert len(others) <= 2, row
        assert all(word.kind in {WordKind.LEGAL_FORM, WordKind.GENERIC} for word in others), (row, others)

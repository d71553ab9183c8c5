from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names.alignment import LONELY_ROW, WHOLE
from ostiary.names.analysis import NameClass, query_readings
from ostiary.names.matching import prepare_name, trace_name

Make = Callable[..., tuple]
parts = st.sampled_from(
    ["maduro", "moros", "nicolas", "nikolas", "al", "qaida", "alqaida", "j", "john", "jon", "smith", "smyth", "13"]
)
names = st.lists(parts, min_size=1, max_size=6).map(" ".join)


def points(ready: Make, left: str, right: str, name_class: NameClass = NameClass.PERSON) -> int:
    prepared, table, words = ready(left, right, name_class=name_class)
    return trace_name(prepared, table, 0, words)[0]


def test_the_same_name_keeps_all_points(ready: Make) -> None:
    assert points(ready, "Nicolas Maduro Moros", "Nicolas Maduro Moros") == WHOLE


def test_a_contradicted_word_costs_more_than_an_omitted_one(ready: Make) -> None:
    omitted = points(ready, "Nicolas Maduro", "Nicolas Maduro Moros")
    contradicted = points(ready, "Nicolas Maduro Guerra", "Nicolas Maduro Moros")
    assert contradicted < 0 < omitted < WHOLE


def test_words_written_together_are_found_apart(ready: Make) -> None:
    together = points(ready, "alqaida", "al qaida", NameClass.ORGANISATION)
    assert 900 < together < WHOLE
    assert points(ready, "van der bilt", "vanderbilt", NameClass.ORGANISATION) > 900


@pytest.mark.parametrize(
    ("short", "whole", "least", "most"),
    [
        ("BWS", "Blue Whale Shipping", 600, 699),
        ("BWSP", "Blue Whale Shipping Port", 700, 800),
        ("PLA", "People's Liberation Army", 700, 800),
        ("PLA China", "The People's Liberation Army", 700, 710),
        ("IRGC Iran", "Islamic Revolutionary Guard Corps", 700, 710),
        ("BWS China", "Blue Whale Shipping", 600, 699),
        ("PLA Treslona", "People's Liberation Army", -5000, 0),
        ("PLX", "People's Liberation Army", -5000, 0),
    ],
)
def test_an_acronym_stands_for_the_words_it_is_made_of(
    ready: Make, short: str, whole: str, least: int, most: int
) -> None:
    found = points(ready, short, whole, NameClass.ORGANISATION)
    assert least <= found <= most
    assert points(ready, whole, short, NameClass.ORGANISATION) == found


@pytest.mark.parametrize(
    ("left", "right", "raised"),
    [
        ("Alpna Trading Company", "Alpha Trading Company", True),
        ("HTMA SHIPPING COMPANY LIMITED", "HOMA SHIPPING COMPANY LIMITED", True),
        ("AFA ONE, C.A.", "ALFA ONE, C.A.", True),
        ("Alpna", "Olpha", False),
        ("LLC Alna", "LLC Alsa", False),
        ("Alpna Trading Company", "Omphr Trading Company", False),
        ("Alpna Trading Company", "Alpha Trading", True),
        ("Alna Trading Company", "Alsa Shipping Company", False),
    ],
)
def test_a_name_in_doubt_is_raised_where_all_words_of_trade_agree(
    ready: Make, left: str, right: str, *, raised: bool
) -> None:
    assert (points(ready, left, right, NameClass.ORGANISATION) >= 700) == raised


def test_a_legal_form_alone_is_no_name(ready: Make) -> None:
    assert points(ready, "International SA", "Zakrytoe Aktsionernoe Obshchestvo", NameClass.ORGANISATION) < 700
    assert points(ready, "International Bank SA", "The International Bank", NameClass.ORGANISATION) > 900


def test_initials_that_agree_make_no_doubtful_name_of_a_person_surer(ready: Make) -> None:
    assert points(ready, "M Savan", "M Kavan") < 700


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("GRAT SHIPPING CO", "GRAT SHIPPING CO LTD"),
        ("GRAT SHIPPING LLC", "GRAT SHIPPING COMPANY"),
        ("AUDIO ALARMAS S A DE C V", "AUDIO ALARMAS, S.A. DE C.V."),
        ("Open Joint \u2013 Stock Company Belaruskali", "Open Joint-Stock Company Belaruskali"),
        ("P K K", "PKK"),
        ("PASDRAN", "PASDARAN"),
        ("Miliary Security Bureau", "Military Security Bureau"),
    ],
)
def test_a_legal_form_or_a_slip_in_a_class_word_loses_no_company(ready: Make, left: str, right: str) -> None:
    assert points(ready, left, right, NameClass.ORGANISATION) > 700


def test_another_order_costs_a_little(ready: Make) -> None:
    assert WHOLE - 10 < points(ready, "Maduro Moros Nicolas", "Nicolas Maduro Moros") < WHOLE


def test_one_full_word_alone_identifies_nobody(ready: Make) -> None:
    prepared, table, words = ready("Hamza Khan", "Hamza")
    found, trace = trace_name(prepared, table, 0, words)
    assert found < 700
    assert LONELY_ROW in trace[:, 0]


def test_initials_support_a_full_word_unless_they_stand_on_both_sides(ready: Make) -> None:
    assert points(ready, "J C Juncker", "Jean Claude Juncker") > 800
    assert 700 < points(ready, "J Smith", "John Smith") < 850
    assert points(ready, "Thomas M Reynolds", "Michielsen Tom R") < 700


@given(left=names, right=names)
def test_points_are_symmetric(ready: Make, left: str, right: str) -> None:
    assert points(ready, left, right) == points(ready, right, left)


@given(left=names, right=names)
def test_the_trace_sums_to_the_points(ready: Make, left: str, right: str) -> None:
    prepared, table, words = ready(left, right)
    found, trace = trace_name(prepared, table, 0, words)
    assert WHOLE + int(trace[:, -1].sum()) == found


@pytest.mark.parametrize("text", ["a b c d e f g h i j k l m n o p q r s t u v w x y z", "x" * 500, "al al al al"])
def test_long_and_odd_names_equal_themselves(ready: Make, text: str) -> None:
    assert points(ready, text, text) == WHOLE


@pytest.mark.parametrize(
    ("left", "right", "name_class"),
    [
        ("Wi11em Bumside", "Willem Burnside", NameClass.PERSON),
        ("J\u00c3\u00bcrgen M\u00c3\u00b6llendorff", "J\u00fcrgen M\u00f6llendorff", NameClass.PERSON),
        ("J&uuml;rgen M\ufffdllendorff", "J\u00fcrgen M\u00f6llendorff", NameClass.PERSON),
        ("Quillemarra Estate and Harbour Hold", "Quillemarra Estate and Harbour Holdwell", NameClass.ORGANISATION),
        ("EPMNC", "EP-MNC", NameClass.OBJECT),
        ("EP MNC", "EP-MNC", NameClass.OBJECT),
        ("P4-ZLO", "P4-ZL0", NameClass.OBJECT),
        ("Al-Noor", "Al-Nour", NameClass.OBJECT),
        ("EPIOA", "EP-IOA", NameClass.OBJECT),
        ("M/V EP-IOA", "EP-IOA", NameClass.OBJECT),
        ("\u0415\u0420-\u041cNC", "EP-MNC", NameClass.OBJECT),
        ("D4NISH R0CK", "DANISH ROCK", NameClass.OBJECT),
        ("Orient V|sion", "Orient Vision", NameClass.OBJECT),
        ("\u03a4\u039fPAZ BAY", "TOPAZ BAY", NameClass.OBJECT),
        ("tweluth harbour gmbh & co. kg", "twelfth harbour gmbh & co. kg", NameClass.ORGANISATION),
        ("Limited Liabilaty Company Treslon", "Limited Liability Company Treslon", NameClass.ORGANISATION),
        ("Joint Stock Compeny Tresna", "JSC Tresna", NameClass.ORGANISATION),
        ("YASOR ELECTRONICS", "YASON ELECTRONICS", NameClass.ORGANISATION),
        ("?ntra Oto Yedek Par?a", "Intra Oto Yedek Parca", NameClass.ORGANISATION),
    ],
)
def test_what_print_files_and_fields_do_to_a_name_loses_nobody(
    ready: Make, left: str, right: str, name_class: NameClass
) -> None:
    assert points(ready, left, right, name_class) > 700


@pytest.mark.parametrize(
    ("left", "right", "name_class"),
    [
        ("EP-MNC", "EP-MNE", NameClass.OBJECT),
        ("Sara II", "Lara II", NameClass.OBJECT),
        ("Ministry of Ports of Niger", "Ministry of Ports of Nigeria", NameClass.ORGANISATION),
        ("West Reed Oil", "East Reed Oil", NameClass.ORGANISATION),
        ("Quillemarra Estate and Harbour Hold", "Quillemarra Estate and Harbour Tender", NameClass.ORGANISATION),
    ],
)
def test_where_one_sign_decides_it_is_another_one(
    ready: Make, left: str, right: str, name_class: NameClass
) -> None:
    assert points(ready, left, right, name_class) < 700


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("Limited Liability Company Kveltrino", "Limited Liability Company Kveltrinovskaya Remontnaya Baza"),
        ("Limited Liability Company Dresna Co", "Limited Liability Company Dresna Concord Group"),
        ("Quillemarra Sosnevik Kerbanoi Limit", "Quillemarra Sosnevik Kerbanoi Limited Liability Company"),
        ("Association for the Harbours of Bel", "Association for the Harbours of Bellantine Coast"),
    ],
)
def test_what_stood_behind_the_end_of_a_field_loses_nobody(ready: Make, cut: str, whole: str) -> None:
    assert len(cut) == 35
    prepared, table, words = ready(cut, whole, name_class=NameClass.ORGANISATION)
    asked = query_readings(cut, NameClass.ORGANISATION)
    assert max(trace_name(prepare_name(name, words), table, 0, words)[0] for name in asked) > 700
    assert trace_name(prepared, table, 0, words)[0] <= 1000


@pytest.mark.parametrize(
    ("cut", "other"),
    [
        ("Limited Liability Company Kveltrino", "Limited Liability Company Dresna Kveltrinovskaya Baza"),
        ("Limited Liability Company Kveltrins", "Limited Liability Company Kveltrinovskaya Remontnaya Baza"),
    ],
)
def test_only_the_beginning_of_a_name_fits_a_field_that_ended(ready: Make, cut: str, other: str) -> None:
    _, table, words = ready(cut, other, name_class=NameClass.ORGANISATION)
    asked = query_readings(cut, NameClass.ORGANISATION)
    assert max(trace_name(prepare_name(name, words), table, 0, words)[0] for name in asked) < 700

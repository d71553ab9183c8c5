import pytest

from ostiary.names.analysis import NameClass, WordKind, analyse_name, classes_of_schema

PERSON, ORGANISATION, OBJECT = NameClass


def forms(text: str, name_class: NameClass) -> list[str]:
    return [word.form for word in analyse_name(text, name_class).words]


@pytest.mark.parametrize(
    ("text", "name_class", "expected"),
    [
        ("Nicolás MADURO", PERSON, ["nicolas", "maduro"]),
        ("O'Brien, Pat", PERSON, ["obrien", "pat"]),
        ("J.R. Smith", PERSON, ["j", "r", "smith"]),
        ("al-Dulaimi", PERSON, ["al", "dulaimi"]),
        ("Путин", PERSON, ["putin"]),
        ("孙伟", PERSON, ["sun", "wei"]),
        ("김정은", PERSON, ["gim", "jeong", "eun"]),
        ("Jo\u200bhn", PERSON, ["john"]),
        ("\uff2a\uff4f\uff48\uff4e", PERSON, ["john"]),
        ("SIS D.O.O.", ORGANISATION, ["sis", "doo"]),
        ("Acme Limited Liability Company", ORGANISATION, ["acme", "llc"]),
        ("M/V ANTHEA", OBJECT, ["anthea"]),
        ("JC Juncker", PERSON, ["j", "c", "juncker"]),
        ("JC JUNCKER", PERSON, ["jc", "juncker"]),
        ("FriedrichBuchenberg", PERSON, ["friedrich", "buchenberg"]),
        ("McDonald", PERSON, ["mcdonald"]),
        ("...", PERSON, []),
        ("", ORGANISATION, []),
    ],
)
def test_a_name_is_split_and_folded(text: str, name_class: NameClass, expected: list[str]) -> None:
    assert forms(text, name_class) == expected


@pytest.mark.parametrize(
    ("text", "name_class", "kinds"),
    [
        ("Sheikh Isa bin Tarif", PERSON, [WordKind.TITLE, WordKind.GIVEN, WordKind.PARTICLE, WordKind.PLAIN]),
        ("J Smith", PERSON, [WordKind.INITIAL, WordKind.PLAIN]),
        ("Mara 13", ORGANISATION, [WordKind.PLAIN, WordKind.NUMBER]),
        ("Acme LLC", ORGANISATION, [WordKind.PLAIN, WordKind.LEGAL_FORM]),
        ("Cartel de los Soles", ORGANISATION, [WordKind.ACTIVITY, *[WordKind.PARTICLE] * 2, WordKind.PLAIN]),
    ],
)
def test_each_word_is_classed_by_what_it_does(text: str, name_class: NameClass, kinds: list[WordKind]) -> None:
    assert [word.kind for word in analyse_name(text, name_class).words] == kinds


def test_an_article_elsewhere_is_a_name_in_korean() -> None:
    assert analyse_name("Kim Jong Un", PERSON).words[2].kind in {WordKind.PLAIN, WordKind.GIVEN}


def test_variants_of_a_given_name_share_a_symbol_and_others_do_not() -> None:
    jon, john, jose = (set(analyse_name(name, PERSON).words[0].symbols) for name in ("William", "Bill", "Jose"))
    assert jon & john
    assert not jon & jose


def test_native_letters_are_kept_beside_the_folded_ones() -> None:
    (word,) = analyse_name("Путин", PERSON).words
    assert (word.native, word.form) == ("путин", "putin")


def test_a_schema_says_who_may_bear_the_name() -> None:
    assert classes_of_schema("Person") == (PERSON,)
    assert set(classes_of_schema("")) == set(NameClass)
    assert OBJECT not in classes_of_schema("LegalEntity")


@pytest.mark.parametrize(
    ("text", "fathers"),
    [
        ("Sergey Viktorovich Morov", {"viktorovich"}),
        ("Anna Petrovna Lisina", {"petrovna"}),
        ("Usama bin Muhammad ibn Awad ibn Ladin", {"muhammad", "awad"}),
        ("Mohammed bin Salman", set()),
        ("Elchin Vagif oglu Mammadov", {"vagif"}),
        ("Slobodan Petrovic", set()),
    ],
)
def test_a_fathers_name_is_told_from_ones_own(text: str, fathers: set[str]) -> None:
    words = analyse_name(text, NameClass.PERSON).words
    assert {word.form for word in words if word.kind is WordKind.PATRONYMIC} == fathers


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("U.S. Bureau of Mines", "United States Bureau of Mines"),
        ("DPRK Shipping", "North Korea Shipping"),
        ("The 5%ers", "The 5 percenters"),
    ],
)
def test_a_country_or_percent_is_written_out(short: str, long: str) -> None:
    ours, theirs = (analyse_name(text, NameClass.ORGANISATION).words for text in (short, long))
    assert [word.form for word in ours] == [word.form for word in theirs]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Bank-e Treslona", "Bank Treslona"),
        ("Goruh-e Tose-ye Treslona", "Goruh Tose Treslona"),
        ("Lashkar-e-Treslona", "Lashkar Treslona"),
        ("E-Trade Treslona", "E Trade Treslona"),
    ],
)
def test_what_joins_persian_words_is_no_word(written: str, plain: str) -> None:
    found, expected = (analyse_name(text, NameClass.ORGANISATION).words for text in (written, plain))
    assert [word.form for word in found] == [word.form for word in expected]
    assert [word.kind for word in found] == [word.kind for word in expected]


@pytest.mark.parametrize(
    ("foreign", "english"),
    [
        ("Treslona Sanayi ve Insaat", "Treslona Industry and Construction"),
        ("Treslona Ithalat Ihracat Lojistik", "Treslona Import Export Logistics"),
        ("Nauchno-Issledovatelskaya Laboratoriya Treslona", "Scientific Research Laboratory Treslona"),
        ("Treslona Handels und Maschinenbau", "Treslona Trading und Machinery"),
        ("НПП Трэслона", "NPP Treslona"),
    ],
)
def test_words_of_trade_are_of_one_kind_in_every_language(foreign: str, english: str) -> None:
    left, right = (analyse_name(text, NameClass.ORGANISATION).words for text in (foreign, english))
    assert [word.kind for word in left] == [word.kind for word in right]

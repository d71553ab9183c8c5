import pytest

from ostiary.model.parties import Alias, NamePart
from ostiary.names.written import WrittenForm, tabulate_written, written_forms


def alias(name: str, quality: str = "strong", **parts: str) -> Alias:
    typed = tuple(NamePart(kind, value) for kind, value in parts.items())
    return Alias("a", name, "name", quality, "Latin", typed)


LUIS = alias("ORDAZ VEGA Luis", lastName="ORDAZ VEGA", firstName="Luis")


def forms(one: Alias, *, person: bool = True) -> dict[str, WrittenForm]:
    return written_forms(one, person=person, organisation=not person)


@pytest.mark.parametrize(
    ("one", "written", "kind"),
    [
        (LUIS, "ordaz vega luis", WrittenForm.LISTED),
        (LUIS, "luis ordaz vega", WrittenForm.GIVEN_FIRST),
        (LUIS, "luis ordaz", WrittenForm.PARTIAL),
        (LUIS, "ordaz", WrittenForm.FAMILY),
        (alias("DE LA O VEGA Ana", lastName="DE LA O VEGA", firstName="Ana"), "ana de la o", WrittenForm.PARTIAL),
        (alias("Petrov Oleg Ilich", lastName="Petrov", firstName="Oleg", middleName="Ilich"), "oleg petrov",
         WrittenForm.PARTIAL),
        (alias("AL-SAYF Omar", lastName="AL-SAYF", firstName="Omar"), "omar sayf", WrittenForm.PARTIAL),
        (alias("AL SAYF Omar", lastName="AL SAYF", firstName="Omar"), "sayf", WrittenForm.FAMILY),
        (alias("Ruiz Luna Ana Eva", fatherName="Ruiz", motherName="Luna", firstName="Ana", middleName="Eva"),
         "ana ruiz", WrittenForm.PARTIAL),
        (alias("ORDAZ VEGA, Luis"), "luis ordaz vega", WrittenForm.GIVEN_FIRST),
    ],
)  # fmt: skip
def test_how_texts_write_a_person(one: Alias, written: str, kind: WrittenForm) -> None:
    assert forms(one)[written] is kind


def test_a_name_without_parts_is_cut_where_it_begins_with_a_given_name() -> None:
    found = forms(alias("Dmitri Pavlovich Korvetz"))
    assert found["korvetz"] is WrittenForm.FAMILY
    assert found["dmitri korvetz"] is WrittenForm.PARTIAL
    assert set(forms(alias("Korvetz Dmitri"))) == {"korvetz dmitri"}


def test_what_nobody_writes_is_left_out() -> None:
    one = alias("BIN LADOR Usama", lastName="BIN LADOR", firstName="Usama")
    assert set(forms(one)) == {"bin lador usama", "usama bin lador", "bin lador"}
    assert set(forms(alias("El Zorro", "weak"))) == {"el zorro"}
    weak = alias("LUNA Ana", "weak", lastName="LUNA", firstName="Ana")
    assert set(forms(weak)) == {"luna ana", "ana luna"}


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("OJSC TORVAL", "torval"),
        ("Torval Shipping Co., Ltd.", "torval shipping"),
        ("THE TORVAL FUND", "torval fund"),
        ("Torval Fruta, S.P.R. de R.I.", "torval fruta"),
        ("Lebanese Torvalim", "torvalim"),
        ("Peru's Torval Guard Corps", "torval guard corps"),
    ],
)
def test_how_texts_write_an_organisation(name: str, written: str) -> None:
    assert forms(alias(name), person=False)[written] is WrittenForm.PARTIAL


@pytest.mark.parametrize("name", ["Egyptian Front of Work", "Torval Fund", "Iranian Bank"])
def test_what_says_too_little_is_not_varied(name: str) -> None:
    assert len(forms(alias(name), person=False)) == 1


def test_forms_as_columns() -> None:
    names = [forms(LUIS), forms(alias("ordaz"))]
    table = tabulate_written(names, [0, 1], [False, False], list)
    assert table.keys.tolist() == sorted(table.keys.tolist())
    at = list(table.forms).index("ordaz")
    start, stop = table.starts[at : at + 2]
    assert sorted(zip(table.names[start:stop], table.kinds[start:stop], strict=True)) == [
        (0, WrittenForm.FAMILY),
        (1, WrittenForm.LISTED),
    ]
    assert table.most_words == 3
    assert sorted(table.word_bearers.tolist()) == [1, 1, 2]

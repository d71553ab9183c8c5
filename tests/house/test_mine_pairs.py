"""The program that proposes pairs of names from the lists: what it calls a difference, and its seed."""

import importlib
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[2] / "tools" / "cases"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("mine_pairs")


def listed(tool: ModuleType, text: str, schema: str = "Person", *, party: str = "a:1", years: str = "") -> object:
    return tool.ListedName(party, schema, text, "name", (), frozenset(years.split()), ())


@pytest.mark.usefixtures("tool")
@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abcd", "abd", 1), ("", "ab", 2), ("kitten", "sitting", 3)],
)
def test_edits_count_a_swap_of_neighbours_as_one(one: str, other: str, edits: int) -> None:
    count = importlib.import_module("edits").count_edits
    assert count(one, other) == count(other, one) == edits


@pytest.mark.parametrize(
    ("left", "right", "schema", "kind"),
    [
        ("Tunde Okonjo", "OKONJO Tunde", "Person", "order"),
        ("Tunde Okonjo", "TUNDE OKONJO", "Person", ""),
        ("Hernán Ríos", "Hernan Rios", "Person", "diacritics"),
        ("Al-Khatri", "Al Khatri", "Person", "punctuation"),
        ("Al-Khatri", "Alkhatri", "Person", "joined and split"),
        ("Dr Ulrich Waldmann", "Ulrich Waldmann", "Person", "title left out"),
        ("Pavel Strelnikov", "Pavel Arkadyevich Strelnikov", "Person", "patronymic left out"),
        ("Salim bin Naji Habashi", "Salim Habashi", "Person", "nasab left out"),
        ("Salim Habashi al-Halabi", "Salim Habashi", "Person", "nisba left out"),
        ("Ramiro Rios Jr", "Ramiro Rios", "Person", "generation left out"),
        ("Tariq Shukri", "Tarek Shoukry", "Person", "spelling"),
        ("Tariq Shukri", "Tariq Shurki", "Person", "letters swapped"),
        ("Tariq Shukri", "The Tailor", "Person", "other name"),
        ("Павел Стрельников", "Pavel Strelnikov", "Person", "Cyrillic"),
        ("Kestrel Trade LLC", "OOO Kestrel Trade", "LegalEntity", "legal form in other words"),
        ("Kestrel Trade LLC", "Kestrel Trade", "LegalEntity", "legal form left out"),
        ("Harbour Relief Fund", "HRF", "LegalEntity", "acronym"),
    ],
)
def test_two_names_of_one_party(tool: ModuleType, left: str, right: str, schema: str, kind: str) -> None:
    assert tool.class_same(listed(tool, left, schema), listed(tool, right, schema)) == kind


@pytest.mark.parametrize(
    ("left", "right", "schema", "kind"),
    [
        ("Oleg Ivanovich Kosarev", "Pavel Ivanovich Kosarev", "Person", "another word"),
        ("Oleg Ivanovich Kosarev", "Oleg Petrovich Kosarev", "Person", "another patronymic"),
        ("Oleg Malyugin", "Oleg Malyugina", "Person", "one letter"),
        ("Yusuf Dirie", "Yusuf Hassan Dirie", "Person", "a word more"),
        ("Amber 7", "Amber 8", "Vessel", "numbers"),
        ("EP-KZQ", "EP-KZO", "Airplane", "tail number"),
        ("Kestrel Trade LLC", "Kestrel Trade GmbH", "LegalEntity", ""),
    ],
)
def test_two_names_of_two_parties(tool: ModuleType, left: str, right: str, schema: str, kind: str) -> None:
    assert tool.class_two(listed(tool, left, schema), listed(tool, right, schema)) == kind


@pytest.mark.parametrize(
    ("years", "found"), [(("1960", "1985"), 1), (("1960 1985", "1985"), 0), (("1960", ""), 0), (("", ""), 0)]
)
def test_persons_are_two_only_where_no_year_of_birth_is_common(
    tool: ModuleType, years: tuple[str, str], found: int
) -> None:
    parties = [
        [listed(tool, name, party=f"a:{number}", years=year)]
        for number, (name, year) in enumerate(zip(("Oleg Kosarev", "Pavel Kosarev"), years, strict=True))
    ]
    assert len(list(tool.propose_two(parties))) == found


def test_a_seed_gives_the_same_choice_and_a_party_comes_once_in_a_class(tool: ModuleType) -> None:
    pairs = [
        tool.Pair(
            listed(tool, f"Amber {one}", "Vessel", party=f"a:{one}"),
            listed(tool, f"Amber {two}", "Vessel", party=f"a:{two}"),
            "numbers",
        )
        for one in range(9)
        for two in range(one)
    ]
    chosen = list(tool.choose(pairs, 3, Random(5)))  # noqa: S311 - no secret
    assert chosen == list(tool.choose(reversed(pairs), 3, Random(5)))  # noqa: S311 - no secret
    parties = [name.party for pair in chosen for name in (pair.left, pair.right)]
    assert len(chosen) == 3
    assert len(set(parties)) == 6


def test_names_that_are_avoided_and_pairs_that_stand_already_are_left_out(
    tool: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "measured.csv").write_text("name\nKosarev Oleg\n")
    pair = tool.Pair(listed(tool, "Oleg Kosarev"), listed(tool, "O. Kosarev"), "order")
    avoided = tool.read_avoided(tmp_path)
    assert list(tool.keep_unseen([pair], frozenset(), frozenset())) == [pair]
    assert list(tool.keep_unseen([pair], avoided, frozenset())) == []
    assert list(tool.keep_unseen([pair], frozenset(), frozenset({pair.marks}))) == []

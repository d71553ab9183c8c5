"""The pages on programs: every one reads, is whole, and says what it does not do; faults name file and field."""

import pytest

from ostiary.model.errors import InputError
from ostiary.model.programs import Aspect
from ostiary.programs.citations import load_citations
from ostiary.programs.program_files import load_program_file, read_program_file
from ostiary.programs.tables import DATA
from ostiary.programs.tags import load_tags
from ostiary.programs.yaml_fields import read_fields

PAGES = sorted(entry.name.removesuffix(".yml") for entry in (DATA / "programs").iterdir())
#: What a page must speak of before a program counts as described.
WHOLE: tuple[Aspect, ...] = ("effect", "grounds", "duty", "bound", "penalty", "secondary", "limit")

GOOD = """
tags: {ONE: {title: The first}}
authority: Somebody
instruments: [{cite: [ina_219], events: [{enacted: 1996-04-24}]}]
effect: [{says: It holds., cite: [ina_219]}]
"""


@pytest.mark.parametrize("page", PAGES)
def test_a_page_speaks_of_all_that_matters_for_each_of_its_tags(page: str) -> None:
    file = load_program_file(page)
    for tag in file.titles:
        spoken = {one.point.aspect for one in file.points if not one.only or tag in one.only}
        assert [aspect for aspect in WHOLE if aspect not in spoken] == []
        assert [one for one in file.instruments if not one.only or tag in one.only]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_that_it_is_no_conviction_no_arrest_and_no_force(page: str) -> None:
    limits = " ".join(one.point.text for one in load_program_file(page).points if one.point.aspect == "limit")
    assert "no conviction" in limits or "punishment" in limits
    assert "power to arrest" in limits
    assert "force" in limits


@pytest.mark.parametrize("page", PAGES)
def test_the_tags_of_a_page_are_those_of_the_table(page: str) -> None:
    table = {tag.tag for tag in load_tags().values() if tag.program == page}
    assert set(load_program_file(page).titles) == table


def test_everything_that_can_be_cited_is_cited() -> None:
    files = [entry for folder in ("programs", "provisions", "redress") for entry in (DATA / folder).iterdir()]
    text = "\n".join(entry.read_text(encoding="utf-8") for entry in files)
    assert [key for key in load_citations() if f"[{key}" not in text and f" {key}" not in text] == []


def test_every_file_of_provisions_is_used() -> None:
    used = {name for page in PAGES for name in load_program_file(page).includes}
    assert {entry.name.removesuffix(".yml") for entry in (DATA / "provisions").iterdir()} == used


@pytest.mark.parametrize(
    ("old", "new", "where", "says"),
    [
        ("authority: Somebody", "", "page.yml: authority", "is absent"),
        ("tags: {ONE: {title: The first}}", "tags: {}", "page.yml: tags", "is absent"),
        ("cite: [ina_219], events", "events", "page.yml: instruments[1]: cite", "is absent"),
        ("{enacted: 1996-04-24}", "{born: 1996-04-24}", "instruments[1]: events[1]: event", "is none of"),
        ("{enacted: 1996-04-24}", "{enacted: soon}", "instruments[1]: events[1]: enacted", "is no day"),
        ("{enacted: 1996-04-24}", "{enacted: 1996-04-24}, {signed: 1995-01-01}", "events", "order of its dates"),
        ("effect: [{says: It holds., cite: [ina_219]}]", "", "page.yml: effect", "is absent"),
        ("cite: [ina_219]}]\n", "cite: [ina_219], only: [TWO]}]\n", "page.yml: only", "names 'TWO'"),
        (
            "authority: Somebody",
            "authority: Somebody\nremark: nice",
            "page.yml: remark",
            "is no field that is known",
        ),
        ("authority: Somebody", "authority: Somebody\nauthority: Me", "page.yml", "stands twice"),
    ],
)
def test_a_fault_names_file_and_field(old: str, new: str, where: str, says: str) -> None:
    assert old in GOOD
    with pytest.raises(InputError, match=says) as caught:
        read_program_file("page.yml", GOOD.replace(old, new), load_citations())
    assert where in caught.value.where


def test_a_good_page_reads() -> None:
    found = read_program_file("page.yml", GOOD, load_citations())
    assert found.titles == {"ONE": "The first"}
    assert found.instruments[0].instrument.events[0].kind == "enacted"


def test_the_files_of_provisions_say_what_they_are_about() -> None:
    for entry in (DATA / "provisions").iterdir():
        assert read_fields(entry.name, entry.read_text(encoding="utf-8")).text("about")

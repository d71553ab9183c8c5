import pytest
from rich.console import Console, RenderableType

from ostiary.app.cli.output import clean, indent, make_facts, make_table
from ostiary.app.cli.scores import make_parts_table, make_waterfall
from ostiary.app.plain import count
from ostiary.model.hits import Part

PARTS = (
    Part("name", "jon smith", "SMITH John", 1000, "a base"),
    Part("order", "", "", -5, "another order"),
    Part("birth date", "1962", "1971", -400, "years differ"),
)


def render(part: RenderableType, width: int = 80) -> str:
    console = Console(width=width, color_system=None)
    with console.capture() as captured:
        console.print(part)
    return captured.get()


def test_clean_shows_what_would_steer() -> None:
    assert clean("a\x1b[2Jb\u202ec\x07") == "a\\u001b[2Jb\\u202ec\\u0007"
    assert clean("Žižek 孙伟 علي\n") == "Žižek 孙伟 علي\n"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_nothing_is_lost_in_a_narrow_table(width: int) -> None:
    value = "x" * 150
    shown = render(make_table(("what", "value"), [("number", value)]), width)
    assert shown.count("x") == 150


def test_what_must_stay_whole_is_never_broken_by_a_narrow_line() -> None:
    columns = ("listing", "name", "birth date", "programs", "on lists")
    rows = [
        ("us_ofac:22790", "MADURO MOROS Nicolas", "1962-11-23", "VENEZUELA", "us_ofac"),
        ("un_sc:7", "", "", "", ""),
    ]
    wide, narrow = render(make_table(columns, rows), 100), render(make_table(columns, rows), 50)
    assert "us_ofac:22790   MADURO MOROS Nicolas   1962-11-23" in wide
    lines = [line.rstrip() for line in narrow.splitlines() if line.strip()]
    assert lines == [
        "us_ofac:22790",
        "  name        MADURO MOROS Nicolas",
        "  birth date  1962-11-23",
        "  programs    VENEZUELA",
        "  on lists    us_ofac",
        "un_sc:7",
    ]


def test_columns_without_values_are_left_out() -> None:
    shown = render(make_table(("name", "script", ">points"), [("Jon", "", 1), ("Ann", "", 2)]))
    assert "script" not in shown
    assert "points" in shown


def test_empty_facts_are_left_out() -> None:
    assert "asked" not in render(make_facts([("party", "x:1"), ("asked", "")]))


def test_markup_in_a_name_is_text() -> None:
    assert "[bold]" in render(make_table(("name",), [("[bold]Jon[/bold]",)]))


def test_folded_lines_stay_indented() -> None:
    assert all(line.startswith("    ") for line in render(indent("word " * 40, 4)).splitlines())


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 parties"), (1, "1 party"), (2, "2 parties"), (1000, "1,000 parties")]
)
def test_count(number: int, text: str) -> None:
    assert count(number, "party", "parties") == text


def test_a_score_is_drawn_as_its_parts() -> None:
    shown = render(make_waterfall(PARTS, "left", "right"), 120)
    for expected in ("+1000", "-5", "-400", "595", "█", "░", "years differ"):
        assert expected in shown
    assert "-400" in render(make_parts_table(PARTS), 120)


@pytest.mark.parametrize("points", [(0,), (), (-10, -20), (5, -10, 5)])
def test_any_score_can_be_drawn(points: tuple[int, ...]) -> None:
    parts = [Part("part", "a", "b", number, "why") for number in points]
    assert str(sum(points)) in render(make_waterfall(parts, "left", "right"), 120)

"""The page on validation names every class of variation, and says what it does as the report says it."""

import re
from pathlib import Path

from ostiary.validation import all_variations

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "validation.md").read_text("utf-8")


def test_every_class_of_variation_is_documented() -> None:
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", PAGE.partition("## All classes")[2], re.MULTILINE)
    assert rows[1:] == [(one.family, one.name, one.meaning) for one in all_variations()]


def test_every_option_that_it_names_is_one_of_the_commands() -> None:
    cli = (ROOT / "docs" / "cli.md").read_text("utf-8")
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", PAGE))
    assert options
    assert sorted(option for option in options if option not in cli) == []

"""Ostiary records, screens and explains; it locates, tracks and targets nobody. No output has a word for it."""

import dataclasses
import importlib
import pkgutil
import re

import typer.main

import ostiary.model
from ostiary.app.cli.program import build_program
from ostiary.model.hits import HIT_COLUMNS

#: What an output would be called that says where someone is, was or goes, or asks for tips.
FORBIDDEN = re.compile(
    r"latitude|longitude|coordinate|geo|position_at|sighting|last_seen|whereabout|track|route|map_|tip_?line|target_list",
    re.IGNORECASE,
)


def names_of_fields() -> list[str]:
    modules = [
        importlib.import_module(f"ostiary.model.{info.name}")
        for info in pkgutil.iter_modules(ostiary.model.__path__)
    ]
    nouns = {noun for module in modules for noun in vars(module).values() if dataclasses.is_dataclass(noun)}
    return [field.name for noun in nouns for field in dataclasses.fields(noun)]


def test_no_noun_says_where_someone_is() -> None:
    names = names_of_fields()
    assert len(names) > 100
    assert [name for name in names if FORBIDDEN.search(name)] == []


def test_no_command_and_no_column_locates_anyone() -> None:
    commands = typer.main.get_command(build_program()).commands  # type: ignore[attr-defined]
    assert [name for name in commands if FORBIDDEN.search(name)] == []
    assert [name for name, _ in HIT_COLUMNS if FORBIDDEN.search(name)] == []

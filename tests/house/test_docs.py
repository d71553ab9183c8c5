"""The docs cannot go stale: every command, option, setting, list and error stands in them, every link leads on."""

import re
from pathlib import Path

import pytest
import typer.main

from ostiary.app.cli.program import build_program
from ostiary.lists import list_ids
from ostiary.model import errors
from ostiary.model.hits import HIT_COLUMNS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "src").rglob("*.md")])
CLI = (ROOT / "docs" / "cli.md").read_text("utf-8")
COMMANDS = typer.main.get_command(build_program()).commands  # type: ignore[attr-defined]
#: The options of each command, with those of its own commands.
OPTIONS = {
    name: {
        option
        for one in (command, *getattr(command, "commands", {}).values())
        for parameter in one.params
        for option in parameter.opts
    }
    for name, command in COMMANDS.items()
}
ERRORS = [name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)]


def section(command: str) -> str:
    found = re.search(rf"^## {command}: .*?(?=^## |\Z)", CLI, re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section on {command}"
    return found[0]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_option_is_documented(command: str) -> None:
    text = section(command) + CLI.partition("\n## ")[0]
    options = {option for option in OPTIONS[command] if option.startswith("--")}
    assert sorted(option for option in options if f"`{option}" not in text) == []
    assert f"ostiary {command}" in section(command)
    for inner in getattr(COMMANDS[command], "commands", ()):
        assert f"ostiary {command} {inner}" in section(command)


def test_no_option_is_documented_that_is_not_there() -> None:
    real = {option for options in OPTIONS.values() for option in options} | {
        "--version",
        "--help",
        "--install-completion",
        "--show-completion",
    }
    assert sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", CLI)) - real) == []
    assert sorted(re.findall(r"^## ([a-z]+):", CLI, re.MULTILINE)) == sorted(COMMANDS)


def test_every_column_of_a_hit_is_documented() -> None:
    assert [name for name, _ in HIT_COLUMNS if f"`{name}`" not in CLI] == []


def test_every_setting_is_documented() -> None:
    text = (ROOT / "docs" / "settings.md").read_text("utf-8")
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src").rglob("*.py"))
    settings = set(re.findall(r"\bOSTIARY_[A-Z_]+\b", source))
    assert settings
    assert sorted(name for name in settings if f"`{name}`" not in text) == []


@pytest.mark.parametrize("list_id", list_ids())
def test_every_list_is_documented(list_id: str) -> None:
    assert f"`{list_id}`" in (ROOT / "docs" / "lists.md").read_text("utf-8")


@pytest.mark.parametrize("name", ERRORS)
def test_every_error_is_documented_with_its_exit_code(name: str) -> None:
    text = (ROOT / "docs" / "errors.md").read_text("utf-8")
    assert f"| `{name}` | {getattr(errors, name).exit_code} |" in text


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text("utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_every_page_stands_in_the_index() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    assert [
        page.name
        for page in (ROOT / "docs").glob("*.md")
        if page.name != "README.md" and f"({page.name})" not in index
    ] == []


@pytest.mark.parametrize(("page", "words"), [("README.md", 400), ("ARCHITECTURE.md", 1000)])
def test_the_pages_that_everyone_reads_are_short(page: str, words: int) -> None:
    assert len((ROOT / page).read_text("utf-8").split()) <= words


@pytest.mark.parametrize(
    "package",
    sorted(path.name for path in (ROOT / "src" / "ostiary").iterdir() if (path / "__init__.py").exists()),
)
def test_every_package_stands_in_the_architecture(package: str) -> None:
    assert f"| `{package}` |" in (ROOT / "ARCHITECTURE.md").read_text("utf-8")

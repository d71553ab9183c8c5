"""The examples of the README run, and say what it says they say."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer.main

from ostiary.app.cli.program import build_program

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
OSTIARY = Path(sys.executable).with_name("ostiary")
COMMANDS = typer.main.get_command(build_program()).commands  # type: ignore[attr-defined]
#: A command, and what it printed: the lines below it up to the end of the block or the next command.
SESSION = re.compile(r"^    \$ (ostiary .*)\n((?:(?!    \$ )(?:    .*)?\n)*)", re.MULTILINE)


def lines_of(text: str) -> list[str]:
    """Return the lines without blank ones, indentation, and what changes from day to day or is only drawn."""
    plain = re.sub(r"[0-9,]+ days? old", "N days old", text)
    return [line.strip() for line in plain.splitlines() if line.strip() and not set(line.strip()) <= set("─ ")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.mark.parametrize(("command", "printed"), SESSION.findall(README))
def test_a_session_is_as_shown(home: Path, command: str, printed: str) -> None:
    words = [str(OSTIARY), *shlex.split(command)[1:]]
    environment = os.environ | {"OSTIARY_HOME": str(home)}
    answer = subprocess.run(words, env=environment, capture_output=True, text=True, check=True)
    assert lines_of(answer.stdout) == lines_of(printed)


def test_there_is_a_session_before_any_heading() -> None:
    assert "$ ostiary" in README.partition("\n## ")[0]


def test_the_python_lines_give_what_is_shown(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSTIARY_HOME", str(home))
    example = doctest.DocTestParser().get_doctest(README, {}, "README.md", "README.md", 0)
    assert len(example.examples) >= 4
    runner = doctest.DocTestRunner(verbose=False)
    assert runner.run(example).failed == 0


@pytest.mark.parametrize("line", re.findall(r"^    (?:\$ )?(ostiary .*)$", README, re.MULTILINE))
def test_every_command_line_names_a_command_and_its_options(line: str) -> None:
    words = [word for word in shlex.split(line)[1:] if word != "--samples"]
    command = COMMANDS[words[0]]
    known = {option for parameter in command.params for option in parameter.opts}
    assert [word for word in words[1:] if word.startswith("--") and word not in known] == []


@pytest.mark.parametrize("target", re.findall(r"^    make ([a-z]+)", README, re.MULTILINE))
def test_every_make_line_is_a_target(target: str) -> None:
    assert re.search(rf"^{target}:.*## ", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_only_two_commands_are_needed() -> None:
    assert re.findall(r"^    make ([a-z]+)", README, re.MULTILINE) == ["demo", "test"]

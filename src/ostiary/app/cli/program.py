"""The whole program: every command under one name. A command's module is loaded only when it may be wanted."""

from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from ostiary.app.cli.options import Common, Home, Samples
from ostiary.app.settings import read_release

#: Each command, and where its function or its own commands are, in the order of the help.
COMMANDS = {
    "update": "update.update",
    "screen": "screen.screen",
    "compare": "compare.compare",
    "show": "show.show",
    "changes": "changes.changes",
    "lookback": "lookback.lookback",
    "lists": "lists.lists",
    "export": "export.export",
    "read": "read.read",
    "validate": "validate.validate",
    "tune": "tune.tune",
    "demo": "demo.demo",
    "owned": "owned.owned",
    "link": "link.link",
    "unlink": "link.unlink",
    "links": "links.links",
    "program": "program_command.describe",
    "holdings": "holdings.holdings",
}


def _show_release(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag's value
    if wanted:
        typer.echo(f"ostiary {read_release()}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_show_release, is_eager=True, help="Print the release.")
]


def _note_general(
    context: typer.Context, *, home: Home = None, samples: Samples = False, version: Version = False
) -> None:
    del version
    context.obj = Common(home=home, samples=samples)


def build_program(words: Iterable[str] = ()) -> typer.Typer:
    """Return the program with those commands that are among the words of a command line; with all if none is.

    Args:
        words: The arguments of the process. A value may happen to be a command's name: that costs time only.
    """
    program = typer.Typer(
        name="ostiary",
        help="Keep the register of designated parties, screen names against it, and explain every hit.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        callback=_note_general,
    )
    wanted = COMMANDS.keys() & set(words) or COMMANDS.keys()
    for name, place in COMMANDS.items():
        if name not in wanted:
            continue
        module, attribute = place.split(".")
        command = getattr(import_module(f"ostiary.app.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            program.add_typer(command, name=name)
        else:
            program.command(name)(command)
    return program


__all__ = ["COMMANDS", "build_program"]

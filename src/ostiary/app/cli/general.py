"""The program, and what may stand before any of its commands. The commands are added in ``program``."""

from typing import Annotated

import typer

from ostiary.app.cli.options import Common, Home, Samples
from ostiary.app.settings import read_release

program = typer.Typer(
    name="ostiary",
    help="Keep the register of designated parties, screen names against it, and explain every hit.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_release(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag's value
    if wanted:
        typer.echo(f"ostiary {read_release()}")
        raise typer.Exit


Version = Annotated[
    bool, typer.Option("--version", callback=_show_release, is_eager=True, help="Print the release.")
]


@program.callback()
def _general(
    context: typer.Context, *, home: Home = None, samples: Samples = False, version: Version = False
) -> None:
    del version
    context.obj = Common(home=home, samples=samples)

"""The whole program: every command under one name."""

from ostiary.app.cli.changes import changes
from ostiary.app.cli.compare import compare
from ostiary.app.cli.demo import demo
from ostiary.app.cli.export import export
from ostiary.app.cli.general import program
from ostiary.app.cli.holdings import holdings
from ostiary.app.cli.link import link, unlink
from ostiary.app.cli.links import links
from ostiary.app.cli.lists import lists
from ostiary.app.cli.lookback import lookback
from ostiary.app.cli.owned import owned
from ostiary.app.cli.program_command import describe
from ostiary.app.cli.read import read
from ostiary.app.cli.screen import screen
from ostiary.app.cli.show import show
from ostiary.app.cli.tune import tune
from ostiary.app.cli.update import update
from ostiary.app.cli.validate import validate

__all__ = ["program"]

for _command in (
    update,
    screen,
    compare,
    show,
    changes,
    lookback,
    lists,
    export,
    read,
    validate,
    tune,
    demo,
    owned,
    link,
    unlink,
    links,
):
    program.command()(_command)
program.command("program")(describe)
program.add_typer(holdings, name="holdings")

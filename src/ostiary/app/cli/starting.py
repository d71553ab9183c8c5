"""Starting the engine, and saying so where it takes a while."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ostiary.app.cli.options import Dated
from ostiary.app.cli.output import tell
from ostiary.app.cli.progress import show_status
from ostiary.app.dates import NOW, Dates
from ostiary.app.health import Health, judge_recorded, warn_of
from ostiary.app.opening import open_engine, use_register
from ostiary.app.profile_files import choose_profile
from ostiary.app.settings import Settings
from ostiary.names.kernels import COMPARING, SEARCHING, are_kernels_compiled
from ostiary.screening import Engine

if TYPE_CHECKING:
    from ostiary.register import Register


def start_engine(settings: Settings, profile: str = "", asked: Dates = NOW) -> Engine:
    """Return the engine, its kernels compiled.

    Args:
        settings: Where things are kept.
        profile: Name or file of a profile; empty for the default one.
        asked: The dates asked for.
    """
    chosen = choose_profile(profile)
    if settings.samples and not settings.index_path.is_file():
        tell("Setting up the bundled samples, once.", "dim")
    with show_status("Opening the index"):
        engine = open_engine(settings, chosen, asked)
    if asked != NOW:
        with use_register(settings) as register:
            tell_unknown_lists(register, asked)
    warm_kernels(engine.warm, SEARCHING, COMPARING)
    return engine


def tell_health(engine: Engine, options: Dated) -> Mapping[str, Health]:
    """Warn of lists that may differ from what their publishers offer today, and return the health of each.

    A day gone by and the samples have none.
    """
    if engine.index.facts.sample or options.dates != NOW:
        return {}
    healths = judge_recorded(
        options.settings, (one.list_id for one in engine.index.facts.versions), datetime.now(UTC)
    )
    if warning := warn_of(healths):
        tell(warning, "yellow")
    return healths


def tell_unknown_lists(register: "Register", asked: Dates) -> None:
    """Warn of lists that an answer of a day gone by leaves out, since no version of them was known then."""
    from ostiary.app.past import find_unknown_lists

    if unknown := find_unknown_lists(register, asked):
        tell(f"Left out: {', '.join(unknown)}. No recorded version is as old as that ({asked}).", "yellow")


def warm_kernels(use: Callable[[], object], *names: str) -> None:
    """Have kernels compiled now, and say so, if this is the first run on this machine that needs them.

    Args:
        use: Something that uses them.
        names: The kernels.
    """
    if are_kernels_compiled(*names):
        return
    tell("First run on this machine: compiling the matching kernels, once. This takes a minute or two.", "dim")
    with show_status("Compiling"):
        use()

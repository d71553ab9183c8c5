"""Options of a command as one frozen dataclass, so that a command is a function of one value."""

import inspect
from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, fields
from functools import wraps
from pathlib import Path
from typing import Annotated, Any, TypeVar, get_type_hints

import typer

from ostiary.app.cli.failures import explained
from ostiary.app.dates import Dates, read_dates
from ostiary.app.settings import Settings, read_settings

Home = Annotated[
    Path | None, typer.Option("--home", help="Folder that holds register and index.", envvar="OSTIARY_HOME")
]
Samples = Annotated[bool, typer.Option("--samples", help="Use the bundled samples instead of a real list.")]
Json = Annotated[bool, typer.Option("--json", help="Write JSON to standard output.")]


@dataclass(frozen=True, kw_only=True)
class Common:
    """What every command takes; home and samples may also stand before the command."""

    home: Home = None
    samples: Samples = False
    json: Json = False

    @property
    def settings(self) -> Settings:
        """Where things are kept."""
        return read_settings(self.home, samples=self.samples)


@dataclass(frozen=True, kw_only=True)
class Dated(Common):
    """What every command takes that can be asked of a day gone by."""

    as_of: Annotated[str, typer.Option(metavar="DATE", help="In force on this day.")] = ""
    known_at: Annotated[
        str, typer.Option(metavar="DATE", help="As the version of this day, or this label, said.")
    ] = ""
    recorded_at: Annotated[str, typer.Option(metavar="DATETIME", help="As recorded here by then (UTC).")] = ""

    @property
    def dates(self) -> Dates:
        """The three dates."""
        return read_dates(self.as_of, self.known_at, self.recorded_at)


_Options = TypeVar("_Options", bound=Common)


def takes(options: type[_Options]) -> Callable[[Callable[[_Options], None]], Callable[..., None]]:
    """Give a command the fields of a dataclass as its arguments and options, and explain its errors.

    Args:
        options: Its fields are annotated for typer.
    """
    hints = get_type_hints(options, include_extras=True)

    def expand(command: Callable[[_Options], None]) -> Callable[..., None]:
        @wraps(command)
        def run(context: typer.Context, **given: Any) -> None:  # noqa: ANN401 - typer checked the types
            general = context.obj or Common()
            if context.invoked_subcommand:
                # A command with commands of its own hands on what stands before theirs, and does nothing itself.
                context.obj = Common(
                    home=given["home"] or general.home, samples=given["samples"] or general.samples
                )
                return
            given["home"] = given["home"] or general.home
            given["samples"] = given["samples"] or general.samples
            with explained():
                command(options(**given))

        parameters = [inspect.Parameter("context", inspect.Parameter.KEYWORD_ONLY, annotation=typer.Context)]
        parameters += [_parameter(field, hints[field.name]) for field in _order_fields(options)]
        run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # inspect reads it
        run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        run.__doc__ = _join_lines(command.__doc__ or "")
        return run

    return expand


def _join_lines(text: str) -> str:
    """Return a docstring with each paragraph in one line: typer would keep the ends of lines in the help."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n"))


def _order_fields(options: type[Common]) -> list[Field[Any]]:
    """Return a command's own fields before those that every command has."""
    return sorted(fields(options), key=lambda field: field.name in Dated.__dataclass_fields__)


def _parameter(field: Field[Any], hint: Any) -> inspect.Parameter:  # noqa: ANN401 - a type form
    default = inspect.Parameter.empty if field.default is MISSING else field.default
    if field.default_factory is not MISSING:
        default = field.default_factory()
    return inspect.Parameter(field.name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=hint)

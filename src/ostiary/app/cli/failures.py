"""Errors for people: what, where, what to do; on standard error, with the error's own exit code, no traceback."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ostiary.app.cli import INTERRUPTED, stop_at_once
from ostiary.model.errors import OstiaryError


@contextmanager
def explained() -> Iterator[None]:
    """Turn errors of the block into a message and an exit code."""
    if signal.getsignal(signal.SIGINT) is stop_at_once:
        # From here on there is something to clear up.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    except OstiaryError as error:
        say_error(error.what, error.where, error.advice)
        raise typer.Exit(error.exit_code) from error
    except KeyboardInterrupt as error:
        say_error(
            "Interrupted.",
            "",
            "Nothing is left half done: what was there before stays. Run it again when you like.",
        )
        raise typer.Exit(INTERRUPTED) from error
    except BrokenPipeError as error:
        # The reader of our output has gone, for instance head: no fault. What is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from error
    except OSError as error:
        say_error(
            f"The system refuses: {error.strerror or error}.", str(error.filename or ""), "Check disk and rights."
        )
        raise typer.Exit(1) from error


def say_error(what: str, where: str, advice: str) -> None:
    """Print what is wrong, where, and what to do, on standard error."""
    typer.secho(f"Error: {what}", fg="red", bold=True, err=True)
    if where:
        typer.secho(f"  where: {where}", fg="red", err=True)
    if advice:
        typer.secho(f"  do:    {advice}", fg="red", err=True)

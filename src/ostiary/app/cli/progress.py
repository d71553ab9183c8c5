"""Progress on standard error, only where somebody watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from ostiary.app.cli.output import open_console


@contextmanager
def show_steps() -> Iterator[Callable[[str], Callable[[int, int], None]]]:
    """Show bars, one for each long step.

    Yields:
        A function that takes a label and returns what moves its bar, which appears then: done, and in all.
    """
    with _open_bars(TextColumn("{task.percentage:>3.0f} %"), TimeElapsedColumn()) as bars:

        def start(label: str) -> Callable[[int, int], None]:
            task = bars.add_task(label, total=None, start=False, visible=False)

            def move(done: int, whole: int) -> None:
                bars.start_task(task)
                bars.update(task, completed=done, total=max(whole, 1), visible=True)

            return move

        yield start


@contextmanager
def show_rows(label: str) -> Iterator[Callable[[int, int, int], None]]:
    """Show a bar for the rows of a file: rows done, rows a second, time left.

    Yields:
        A function that moves it: bytes done, bytes in all, rows done.
    """
    columns = (TextColumn("{task.fields[rows]:,} rows"), TextColumn("{task.fields[rate]:,.0f}/s"))
    with _open_bars(*columns, TimeRemainingColumn()) as bars:
        task = bars.add_task(label, total=None, rows=0, rate=0.0)
        before = 0

        def move(done: int, whole: int, rows: int) -> None:
            nonlocal before
            before = before if done else rows  # what a killed run had done is no work of this one
            rate = (rows - before) / max(bars.tasks[0].elapsed or 0.0, 1e-3)
            bars.update(task, completed=done, total=max(whole, 1), rows=rows, rate=rate)

        yield move


@contextmanager
def show_status(message: str) -> Iterator[None]:
    """Show that something is going on which takes a while."""
    console = open_console(error=True)
    if console.is_terminal:
        with console.status(message):
            yield
    else:
        yield


def _open_bars(*columns: ProgressColumn) -> Progress:
    console = open_console(error=True)
    first = (TextColumn("{task.description}"), BarColumn())
    return Progress(*first, *columns, console=console, transient=True, disable=not console.is_terminal)

"""Output for people and for programs: tables, sections, JSON. Plain where nobody watches."""

import json
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich import box
from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from ostiary.app.plain import to_plain

#: Signs that would steer a terminal or turn the direction of a line; shown as their code.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

#: Wide enough that nothing is ever folded where no terminal sets a width.
_UNBOUNDED = 4096

#: Characters of a word that is never broken; an address of a page or a digest may be.
_LONGEST_WHOLE = 24

#: Characters between two columns of a table.
_GAP = 3


def clean(text: object) -> str:
    """Return a text in which nothing steers the terminal."""
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", str(text))


def open_console(*, error: bool = False) -> Console:
    """Return a console on standard output or standard error: no markup, no guessing of colours.

    On a pipe lines are as wide as their content, so that no value is broken.
    """
    stream = sys.stderr if error else sys.stdout
    width = None if stream.isatty() else _UNBOUNDED
    return Console(stderr=error, width=width, markup=False, highlight=False, emoji=False, soft_wrap=False)


def show(*parts: RenderableType) -> None:
    """Print to standard output."""
    console = open_console()
    for part in parts:
        with console.capture() as captured:
            console.print(part)
        text = captured.get()
        # Columns are padded to their width: of no use at the end of a line.
        sys.stdout.write(text if console.is_terminal else re.sub(r"[ \t]+(?=\n)", "", text))
    sys.stdout.flush()


def tell(message: str, style: str = "") -> None:
    """Print a message to standard error."""
    open_console(error=True).print(Text(clean(message), style=style))


def show_json(value: object) -> None:
    """Print a noun of the model, or a dictionary, as JSON."""
    sys.stdout.write(json.dumps(to_plain(value), ensure_ascii=False, indent=2) + "\n")
    sys.stdout.flush()


def make_heading(text: str) -> Text:
    """Return the heading of a section."""
    return Text(clean(text), style="bold")


def make_table(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str = "") -> RenderableType:
    """Return a table; columns that hold nothing are left out.

    Where a line is too short for the words of each column, each row stands as facts below its first cell: an id or
    a date that is broken in two can be neither read nor copied.

    Args:
        columns: Headings; ``>`` before one sets its column to the right, ``|`` keeps its cells on one line.
        rows: Cells; a rich text keeps its style, anything else is shown as text.
        title: Above it.
    """
    body = [[cell if isinstance(cell, Text) else Text(clean(cell)) for cell in row] for row in rows]
    used = [place for place in range(len(columns)) if not body or any(row[place].plain for row in body)]
    table = Table(
        title=title or None, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD, pad_edge=False
    )
    for place in used:
        name = columns[place]
        justify: JustifyMethod = "right" if name.startswith(">") else "left"
        table.add_column(name.lstrip(">|"), justify=justify, overflow="fold", no_wrap=name.startswith("|"))
    for row in body:
        table.add_row(*(row[place] for place in used))
    return _Fitting(table, [columns[at].lstrip(">|") for at in used], [[row[at] for at in used] for row in body])


@dataclass(frozen=True, slots=True)
class _Fitting:
    """A table where it fits, else its rows one below the other."""

    table: Table
    names: Sequence[str]
    rows: Sequence[Sequence[Text]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if not self.rows or self._least_width() <= options.max_width:
            yield self.table
            return
        yield Text(f"\n{self.table.title}" if self.table.title else "", style="bold")
        for row in self.rows:
            yield row[0]
            yield Padding(make_facts(zip(self.names[1:], row[1:], strict=True)), (0, 0, 1, 2), expand=False)

    def _least_width(self) -> int:
        """Return the width in which no word but a very long one is broken."""
        columns = zip(self.names, *self.rows, strict=True)
        longest = (
            max(cell_len(word) for cell in column for word in str(cell).split() or [""]) for column in columns
        )
        return sum(min(word, _LONGEST_WHOLE) + _GAP for word in longest)


def make_facts(facts: Iterable[tuple[str, object]]) -> Table:
    """Return pairs of label and value, one below the other; empty values are left out."""
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for label, value in facts:
        text = value if isinstance(value, Text) else Text(clean(value))
        if text.plain:
            table.add_row(label, text)
    return table


def indent(text: Text | str, by: int = 2) -> Padding:
    """Return a text whose lines, folded ones too, begin further right."""
    return Padding(Text(clean(text)) if isinstance(text, str) else text, (0, 0, 0, by), expand=False)


def show_banner(parties: int) -> None:
    """Say, before any answer from the samples, that they are no real list."""
    text = f"SAMPLES: {parties} parties, not a real list. Nothing here means that a name is clear."
    show(Text(text, style="black on yellow"))

"""Holdings in words: what is loaded, what is wrong with a file, what was judged of names."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.output import clean, make_heading, make_table
from ostiary.app.plain import count
from ostiary.model.ownership import Holding, HoldingFault, HoldingLoad, NameJudgement

if TYPE_CHECKING:
    from ostiary.ownership.store import HoldingStore

#: Most faults that are printed; the rest is counted.
_MOST: Final = 50


def describe_store(store: "HoldingStore") -> Iterator[RenderableType]:
    """Give what is loaded: sources, loads, judgements."""
    sources = store.sources()
    if sources:
        yield make_table(("source", ">lines"), sources.items())
    else:
        yield Text("No holding counts: ostiary holdings load FILE.")
    yield make_heading("Loaded and dropped")
    yield make_table(
        ("when (UTC)", "by", "file", ">lines", "replaced or dropped", "because"),
        [
            (f"{one.recorded:%Y-%m-%d %H:%M}", one.by, one.file, one.holdings, _say_ended(one), one.because)
            for one in store.loads()
        ],
    )
    judgements = store.judgements()
    if judgements:
        yield make_heading("Names judged; the last word on a name and a listing counts")
        yield make_table(
            ("when (UTC)", "by", "name", "listing", "verdict", "because"),
            [
                (f"{one.recorded:%Y-%m-%d %H:%M}", one.by, one.name, one.party, one.verdict, one.because)
                for one in judgements
            ],
        )


def _say_ended(load: HoldingLoad) -> str:
    return "; ".join(f"{name} ({number:,})" for name, number in load.sources)


def describe_lines(holdings: Iterable[Holding]) -> Iterator[RenderableType]:
    """Give every line that counts."""
    rows = [
        (
            one.owner,
            one.owner_party,
            "controls" if one.kind == "control" else str(one.share),
            one.owned,
            one.owned_party,
            one.first or "",
            one.last or "",
            one.joint,
            one.source,
        )
        for one in holdings
    ]
    yield make_table(("owner", "listing", ">share", "of", "listing", "from", "until", "jointly", "source"), rows)


def describe_load(load: HoldingLoad) -> Iterator[RenderableType]:
    """Give what a load or a drop did."""
    if load.file:
        yield Text(clean(f"{count(load.holdings, 'holding')} loaded from {load.file}."))
    if load.sources:
        done = "Replaced" if load.file else "Dropped"
        yield Text(clean(f"{done}, kept in the history: {_say_ended(load)}."))


def describe_judgement(judgement: NameJudgement) -> Text:
    """Return what a judgement means from now on."""
    counts = "counts as" if judgement.verdict == "same" else "is not"
    return Text(clean(f"{judgement.name} {counts} {judgement.party} from now on, says {judgement.by}."))


def describe_faults(faults: Sequence[HoldingFault]) -> Iterator[str]:
    """Give each fault, or note, in a line."""
    for one in faults[:_MOST]:
        where = f"line {one.line}" + (f", {one.field}" if one.field else "")
        yield f"{where}: {one.value!r}: {one.what}" if one.value else f"{where}: {one.what}"
    if len(faults) > _MOST:
        yield f"and {len(faults) - _MOST:,} more"

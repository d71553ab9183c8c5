"""How are the results of the quality benchmark shown? One table per kind of result."""

from collections.abc import Sequence

from altered import AlteredResult
from entities import EntityResult
from pairs import PairResult
from recall import RecallResult
from rich.table import Table
from strangers import StrangerResult

from ostiary.model.validation import Share


def draw_pairs(results: Sequence[PairResult]) -> Table:
    """Return the table of the pairs: intervals for the whole, plain figures for its parts."""
    table = Table(title="Pairs of names")
    for column in ("label", "pairs", "matcher", "P", "R", "F1", "best F1", "at", "AUC"):
        table.add_column(column, no_wrap=True)
    for result in results:
        whole = result.part == "all"
        shown = {name: str(value) if whole else f"{value.value:.3f}" for name, value in result.estimates.items()}
        table.add_row(
            result.label,
            f"{result.part} {result.positives}/{result.rows}",
            f"{result.matcher} at {result.cut:.2f}",
            *(shown[name] for name in ("precision", "recall", "f1", "best_f1")),
            f"{result.estimates['threshold'].value:.2f}",
            shown["auc"],
        )
    return table


def describe_share(share: Share, of: int = 100) -> str:
    """Return a share with its 95 % interval, per hundred or per thousand."""
    return f"{of * share.share:.1f} ({of * share.low:.1f}-{of * share.high:.1f})"


def draw_entities(results: Sequence[EntityResult]) -> Table:
    """Return the table of the entities."""
    columns = ("matcher", "pairs", "% right (95 %)", "false hits", "misses", "% right by later labels")
    table = Table(*columns, title="Pairs of entities, at 0.70")
    for result in results:
        shares = (describe_share(Share(right, result.pairs)) for right in (result.right, result.right_later))
        counts = (str(result.pairs), next(shares), str(result.false_hits), str(result.misses))
        table.add_row(result.matcher, *counts, next(shares))
    return table


def draw_recall(results: Sequence[RecallResult]) -> Table:
    """Return the table of recall, with some of the names that were lost."""
    table = Table(
        "names", "asked", "found", "share", "to reach", "lost", title="Listed names, each asked for itself"
    )
    for result in results:
        share = f"{100 * result.share:.3f} %"
        lost = "\n".join(result.lost[:5])
        table.add_row(result.quality, f"{result.names:,}", f"{result.found:,}", share, "100 %", lost)
    return table


def draw_strangers(results: Sequence[StrangerResult], about: str) -> Table:
    """Return the table of false alerts."""
    columns = ("file", "fields", "matcher", "names", "alerts", "per 1,000 (95 %)")
    table = Table(*columns, title=f"People who are on no list, against {about}")
    for result in results:
        counts = (f"{result.names:,}", f"{result.alerts:,}", describe_share(result.share, 1000))
        table.add_row(result.file, result.fields, result.matcher, *counts)
    return table


def draw_altered(results: Sequence[AlteredResult]) -> Table:
    """Return the table of the altered people of the UN list."""
    columns = ("people", "fields", "matcher", "asked", "missed", "% found (95 %)", "missed names")
    table = Table(*columns, title="People of the UN list under altered names and birth dates")
    for result in results:
        found = result.found
        missed = "\n".join(result.missed[:8])
        counts = (f"{found.of:,}", f"{found.of - found.part:,}", describe_share(found))
        table.add_row(result.part, result.fields, result.matcher, *counts, missed)
    return table

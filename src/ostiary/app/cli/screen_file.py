"""Screening a customer file on the command line."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.batch import BatchRun, Output, screen_customers
from ostiary.app.cli.output import clean, indent, make_facts, show, show_banner, show_json, tell
from ostiary.app.cli.progress import show_rows
from ostiary.app.cli.screen_options import ScreenOptions
from ostiary.app.cli.starting import start_engine, tell_health
from ostiary.app.hit_files import check_suffix, number_hit
from ostiary.app.plain import count
from ostiary.app.whole_files import check_target
from ostiary.index import verify_sections
from ostiary.intake import read_customers
from ostiary.model.errors import OstiaryError, QueryError
from ostiary.model.hits import Hit
from ostiary.model.manifest import Manifest

#: So many hits are shown where the hits go to a file, and where they do not; the others are counted.
SHOWN_WITH_FILE = 5
SHOWN_WITHOUT_FILE = 200


def screen_file(options: ScreenOptions) -> None:
    """Screen every row of the file that the options name, and end with the manifest."""
    for name in (
        "schema",
        "birth_date",
        "country",
        "nationality",
        "birth_place",
        "flag",
        "founded",
        "identifier",
        "gender",
    ):
        if getattr(options, name):
            raise QueryError(f"--{name.replace('_', '-')} goes with one name; a file has columns.")
    if options.out:
        check_suffix(options.out)
    if options.rejects:
        check_target(options.rejects)
    _check_files_differ(options)
    customers = read_customers(
        Path(options.subject),
        mapping=read_map(options.map),
        separator=options.separator,
        encoding=options.encoding,
    )
    engine = start_engine(options.settings, options.profile, options.dates)
    healths = tell_health(engine, options)
    verify_sections(engine.index.path)  # the manifest answers for the whole index, not its header alone
    kept = Kept(
        None if options.json and not options.out else SHOWN_WITH_FILE if options.out else SHOWN_WITHOUT_FILE
    )
    run = BatchRun(
        limit=options.limit,
        weak=options.weak,
        jobs=options.jobs,
        restart=options.restart,
        asked=str(options.dates),
        healths=healths,
    )
    with show_rows("Screening") as move, _tell_what_is_kept(options):
        output = Output(options.out, options.rejects, kept.most, kept.take, move)
        manifest = screen_customers(engine, customers, run, output)
    if options.json:
        show_json(
            {"manifest": manifest} | ({} if options.out else {"hits": [number_hit(*one) for one in kept.hits]})
        )
    else:
        _show_run(options, kept, manifest)


@contextmanager
def _tell_what_is_kept(options: ScreenOptions) -> Iterator[None]:
    """Say, where a run does not end, that it can go on."""
    try:
        yield
    except (KeyboardInterrupt, OSError, OstiaryError):
        beside = options.out or options.rejects
        if beside and (beside.with_name(f".{beside.name}.run") / "journal").is_file():
            tell("The rows done so far are kept: run the same command again, and it goes on from there.", "yellow")
        raise


def _check_files_differ(options: ScreenOptions) -> None:
    """Refuse to write over the customers' file, or two files over each other.

    Raises:
        QueryError: Two of the files are the same one.
    """
    manifest = Path(f"{options.out}.manifest.json") if options.out else None
    named = [path for path in (Path(options.subject), options.out, options.rejects, manifest) if path]
    if len({Path(path).resolve() for path in named}) < len(named):
        raise QueryError(
            "Two of the files named are the same one.",
            where=", ".join(map(str, named)),
            advice="Nothing was read or written. Give --out and --rejects names of their own.",
        )


def read_map(pairs: Sequence[str]) -> dict[str, str]:
    """Return ``COLUMN=FIELD`` pairs as a mapping.

    Raises:
        QueryError: A pair has no equals sign.
    """
    for pair in pairs:
        if "=" not in pair:
            raise QueryError(f"{pair!r} is no pair.", where="--map", advice='Write --map "COLUMN=FIELD".')
    return {column.strip(): field.strip() for column, _, field in (pair.rpartition("=") for pair in pairs)}


class Kept:
    """Hits kept to be shown.

    Args:
        most: How many; None keeps all.
    """

    def __init__(self, most: int | None) -> None:
        self.most = most
        self.hits: list[tuple[int, Hit]] = []

    def take(self, hits: Sequence[tuple[int, Hit]]) -> None:
        """Keep hits as long as there is room."""
        self.hits.extend(hits if self.most is None else hits[: max(0, self.most - len(self.hits))])


def _show_run(options: ScreenOptions, kept: Kept, manifest: Manifest) -> None:
    counts = manifest.counts
    if manifest.sample:
        show_banner(sum(used.parties for used in manifest.lists))
    if kept.hits:
        show(Text("Hits: same name as, identity not established.", style="bold"), *_describe_hits(kept.hits))
    if not counts.hits:
        show(Text(f"No row has a hit: nothing reached {manifest.threshold} points.", style="bold"))
    if counts.hits > len(kept.hits) > 0:
        rest = (
            f"{counts.hits - len(kept.hits):,} more hits are in the file."
            if options.out
            else "The rest: use --out FILE."
        )
        show(Text(f"\nThe first {len(kept.hits)} of {counts.hits:,} hits. {rest}", style="yellow"))
    show(Text("\nManifest", style="bold"), make_facts(describe_manifest(manifest)))
    lost = counts.unscreenable + counts.rejected + counts.warnings
    if lost and not options.rejects:
        rows_lost, values = count(counts.unscreenable + counts.rejected, "row"), count(counts.warnings, "value")
        tell(f"{rows_lost} not screened, {values} left out: use --rejects FILE to see which and why.", "yellow")
    for path in filter(None, (options.out, options.rejects)):
        show(Text(f"Written: {path}"))


def _describe_hits(hits: Sequence[tuple[int, Hit]]) -> Iterator[RenderableType]:
    """Yield the hits below the row that they belong to."""
    for (number, query_name), found in groupby(hits, key=lambda one: (one[0], one[1].query_name)):
        rows = [hit for _, hit in found]
        place = f"\nrow {number}  {clean(rows[0].query_id)}  "
        yield Text.assemble((place, "dim"), (clean(query_name), "bold"))
        for hit in rows:
            name = clean(hit.matched_name or f"{hit.party_name} (found by identifier)")
            weak = " (weak alias)" if hit.matched_quality == "weak" else ""
            score = (f"{hit.score:.2f}  ", "bold yellow")
            yield indent(Text.assemble(score, f"{name}{weak}  {hit.party_id}  [{', '.join(hit.programs)}]"))
            yield indent(hit.explanation, 8)
        if rows[0].question:
            yield indent(Text(rows[0].question, style="green"))


def describe_manifest(manifest: Manifest) -> list[tuple[str, object]]:
    """Return a manifest as pairs of label and value."""
    counts = manifest.counts
    used = (
        f"{one.list_id} {one.label}, {count(one.age_days, 'day')} old, {one.parties:,} parties"
        for one in manifest.lists
    )
    seconds = (manifest.finished - manifest.started).total_seconds()
    rate = counts.rows / max(seconds, 1e-3)
    total = f"{counts.rows:,} = {counts.screened:,} screened + {counts.unscreenable:,} unscreenable"
    return [
        ("rows in", f"{total} + {counts.rejected:,} rejected"),
        ("rows with hits", f"{counts.rows_with_hits:,}"),
        ("hits", f"{counts.hits:,}" + (f" (and {counts.cut:,} left off by --limit)" if counts.cut else "")),
        ("left out", count(counts.warnings, "value")),
        ("kind told", f"{count(counts.told, 'row')} screened as people or ships alone, by their fields"),
        ("read as", ", ".join(f"{column} = {field}" for column, field in manifest.columns)),
        ("not read", ", ".join(manifest.ignored_columns)),
        ("list", "; ".join(used)),
        ("asked for", manifest.asked),
        ("threshold", f"{manifest.threshold} points"),
        ("weak aliases", "give hits" if manifest.weak else "support only"),
        ("index", manifest.index_id),
        ("profile", manifest.profile_digest),
        ("input", f"{manifest.input_name}, {manifest.input_size:,} bytes, SHA-256 {manifest.input_digest}"),
        ("release", f"ostiary {manifest.release}"),
        ("run", f"{manifest.started:%Y-%m-%d %H:%M:%S} UTC, {seconds:.1f} s, {rate:,.0f} rows/s"),
    ]

"""A validation and a tuning in the terminal: what must be known at once; the rest stands in the report."""

from collections.abc import Iterator
from pathlib import Path

from rich.console import RenderableType
from rich.text import Text

from ostiary.app.cli.output import clean, make_facts, make_heading, make_table, show, show_banner
from ostiary.app.plain import count
from ostiary.model.validation import (
    ClassResult,
    ListValidation,
    PairsValidation,
    Share,
    Stamp,
    SweepRow,
    Tuning,
    Validation,
)
from ostiary.validation import cut_percent, missed_gates, say_share

#: Every fifth threshold of a sweep is shown: 50 points apart.
_STEP = 5


def show_validation(validation: Validation, page: Path | None) -> None:
    """Print what a validation gave.

    Args:
        validation: The validation.
        page: Where the report was written, if it was.
    """
    if validation.stamp.sample:
        show_banner(sum(used.parties for used in validation.stamp.lists))
    if validation.lists:
        show(*_describe_lists(validation.lists))
    if validation.pairs:
        show(*_describe_pairs(validation.pairs))
    show(*_describe_changes(validation))
    show(Text(), *_describe_gates(validation), _describe_stamp(validation.stamp))
    if page:
        show(Text(f"Written: {page}"))


def _describe_lists(found: ListValidation) -> Iterator[RenderableType]:
    yield make_heading("Classes of variation: is the party among the hits?")
    yield _make_class_table(found.classes)
    if found.scripts:
        yield make_heading("Names in their own script, against the party's Latin names alone")
        yield _make_class_table(found.scripts)
    facts: list[tuple[str, object]] = [
        ("listed names lost", f"{len(found.lost):,}"),
        ("control", say_share(found.control)),
        ("made names that hit", _say_alerts(found.made)),
        ("of these on their origin", _say_alerts(found.made_on_origin)),
    ]
    if found.own:
        facts.append(("own names that hit", _say_alerts(found.own)))
    if found.questions.names.of:
        facts.append(("false hits that one question clears", say_share(found.questions.hits)))
    facts.append(("misses listed", f"{len(found.misses):,}"))
    yield make_facts(facts)


def _describe_changes(validation: Validation) -> Iterator[RenderableType]:
    earlier = validation.earlier
    if earlier:
        yield make_heading(f"Since {earlier.day}, release {earlier.release}, {earlier.profile}, {earlier.lists}")
        rows = [(name, say_share(then), say_share(now)) for name, then, now in validation.changes()]
        yield make_table(("figure", "then", "now"), rows) if rows else Text("Every figure is the same.")


def _make_class_table(results: tuple[ClassResult, ...]) -> RenderableType:
    headings = ("class", ">found", ">of", ">percent", "95 %", ">8 letters", ">first", ">against")
    return make_table(headings, [_class_row(result) for result in results if result.found.of])


def _class_row(result: ClassResult) -> tuple[object, ...]:
    found = result.found
    return (
        result.name,
        found.part,
        found.of,
        cut_percent(found.share),
        f"{found.low * 100:.0f} to {found.high * 100:.0f}",
        cut_percent(result.found_long.share) if result.single_edit else "",
        result.first or "",
        cut_percent(result.against.share) if result.against else "",
    )


def _describe_pairs(found: PairsValidation) -> Iterator[RenderableType]:
    yield make_heading("Labelled pairs")
    facts: list[tuple[str, object]] = [
        ("precision", say_share(found.precision)),
        ("recall", say_share(found.recall)),
        ("F1", f"{found.f1:.3f}"),
        ("area under the curve", f"{found.area:.3f}"),
        ("missed", count(len(found.misses), "pair")),
        ("false alerts", count(len(found.alerts), "pair")),
        ("left out", count(len(found.skipped), "pair") if found.skipped else ""),
    ]
    if found.against:
        precision, recall = found.against
        facts.append(("against", f"precision {say_share(precision)}, recall {say_share(recall)}"))
    yield make_facts(facts)


def _describe_gates(validation: Validation) -> Iterator[RenderableType]:
    missed = missed_gates(validation.gates)
    if not missed:
        style = "bold green"
        yield Text(f"All {count(len(validation.gates), 'gate')} reached.", style=style)
        return
    yield Text(f"{len(missed)} of {len(validation.gates)} gates missed:", style="bold red")
    yield make_table(("figure", "needed", "reached"), [(gate.name, gate.needed, gate.reached) for gate in missed])


def _describe_stamp(stamp: Stamp) -> RenderableType:
    lists = "; ".join(f"{one.list_id} {one.label}, {count(one.age_days, 'day')} old" for one in stamp.lists)
    seconds = (stamp.finished - stamp.started).total_seconds()
    return make_facts(
        [
            ("run by", stamp.by),
            ("lists", lists),
            ("index", stamp.index_id),
            ("profile", _say_profile(stamp)),
            ("sampled", "; ".join(f"{what}: {size or 'all'}" for what, size in stamp.sizes.items())),
            ("seed", stamp.seed if stamp.sizes else ""),
            ("files", "; ".join(f"{clean(name)}, SHA-256 {digest}" for name, digest in stamp.files)),
            ("release", f"ostiary {stamp.release}"),
            ("run", f"{stamp.started:%Y-%m-%d %H:%M:%S} UTC, {seconds:.0f} s"),
        ]
    )


def _say_profile(stamp: Stamp) -> str:
    profile = stamp.profile
    return f"{profile.name} {profile.version}, threshold {profile.threshold}, {profile.digest}"


def _say_alerts(share: Share) -> str:
    return f"{share.share * 1000:.1f} of 1,000 ({share.part:,} of {share.of:,})"


def show_tuning(stamp: Stamp, tuning: Tuning, written: tuple[Path, ...]) -> None:
    """Print what labelled customers say of the threshold.

    Args:
        stamp: Who ran what on what.
        tuning: The sweep and what it comes to.
        written: Files that were written.
    """
    if stamp.sample:
        show_banner(sum(used.parties for used in stamp.lists))
    headings = ("threshold", ">found", ">percent", ">rows with hits", ">of 1,000", "")
    rows = [row for place, row in enumerate(tuning.sweep) if place % _STEP == 0 or _is_marked(row, tuning)]
    show(
        make_heading("What each threshold would do"),
        make_table(headings, [_sweep_row(row, tuning) for row in rows]),
    )
    if tuning.near:
        show(make_heading(f"Just below {tuning.threshold or tuning.before}: look at these before you trust it"))
        show(make_table((">points", "asked", "listed", "party", "why"), [
            (one.points, one.asked, one.listed, one.party_id, one.why) for one in tuning.near
        ]))  # fmt: skip
    if tuning.threshold is None:
        text = f"No threshold finds {tuning.needed:g} % of the {tuning.labelled:,} labelled rows."
        show(Text(text, style="bold red"))
    else:
        show(Text(f"Chosen: {tuning.threshold} points (before: {tuning.before}).", style="bold"))
    show(_describe_stamp(stamp), *(Text(f"Written: {path}") for path in written))


def _is_marked(row: SweepRow, tuning: Tuning) -> bool:
    return row.threshold in {tuning.threshold, tuning.before}


def _sweep_row(row: SweepRow, tuning: Tuning) -> tuple[object, ...]:
    marks = {tuning.before: "in use", tuning.threshold: "chosen"}
    return (
        row.threshold,
        f"{row.recall.part:,} of {row.recall.of:,}",
        cut_percent(row.recall.share),
        f"{row.alerts.part:,}",
        f"{row.alerts.share * 1000:.1f}",
        marks.get(row.threshold, ""),
    )

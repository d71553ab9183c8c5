"""A validation as one self-contained HTML page: no script, no network, readable on paper."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from ostiary.app.pages.page import open_templates
from ostiary.app.pages.plots import (
    BAR_WIDTH,
    HEIGHT,
    WIDTH,
    Line,
    Plot,
    draw_alerts,
    draw_bar,
    draw_calibration,
    draw_precision,
    draw_recall,
    draw_row_hits,
)
from ostiary.app.validation_json import digest_figures
from ostiary.model.validation import ClassResult, Finding, Gate, Share, Stamp, Tuning, Validation
from ostiary.screening.scale import shown_score
from ostiary.validation import cut_percent, missed_gates, say_share
from ostiary.validation.examining import WEAK_ALONE
from ostiary.validation.tallies import LONG

#: What the class of a listed name in its own words is called.
AS_THEY_STAND = "listed names as they stand"
#: What takes most points off, by the label of that part.
_REASONS = {
    "word": "letters of one word differ: in a short word each tells much",
    "contradicted words": "other words stand in the place of listed ones",
    "omitted words": "words of the listed name are missing",
    "added words": "words stand there that the list lacks",
    "one word alone": "fewer than two full words are surely alike, and others stand beside them",
    "acronym": "one is made of the other's first letters",
    "order": "the words stand in another order",
    "joined words": "words are written together or apart",
}


def make_validation_page(validation: Validation) -> str:
    """Return a validation as HTML."""
    missed = missed_gates(validation.gates)
    return _render(
        "validation.html",
        validation=validation,
        stamp=validation.stamp,
        missed=missed,
        plots=_draw(validation),
        digest=digest_figures(validation),
        reasons=_count_reasons(_list_misses(validation)),
    )


def make_tuning_page(stamp: Stamp, tuning: Tuning) -> str:
    """Return a tuning as HTML."""
    line = Line(tuning.before) if tuning.threshold is None else Line(tuning.threshold, "chosen")
    plots = (draw_recall(tuning.sweep, line), draw_row_hits(tuning.sweep, line))
    return _render("tuning.html", stamp=stamp, tuning=tuning, plots=plots)


def _render(template: str, **values: Any) -> str:  # noqa: ANN401 - whatever a template shows
    return (
        open_templates()
        .get_template(template)
        .render(
            **values,
            WIDTH=WIDTH,
            HEIGHT=HEIGHT,
            BAR_WIDTH=BAR_WIDTH,
            bar=draw_bar,
            gate_of=_find_gate,
            say_share=say_share,
            percent=cut_percent,
            thousand=_say_thousand,
            score=shown_score,
            by_class=_group_findings,
            by_family=_group_classes,
            is_short=_is_short,
        )
    )


def _draw(validation: Validation) -> tuple[Plot, ...]:
    threshold = validation.stamp.profile.threshold
    line = Line(threshold)
    if validation.pairs:
        sweep = validation.pairs.sweep
        return (
            draw_precision(sweep, threshold),
            draw_calibration(validation.pairs.calibration),
            draw_recall(sweep, line),
            draw_alerts(sweep, line),
        )
    if validation.lists:
        sweep = validation.lists.sweep
        return (
            draw_recall(sweep, line),
            draw_alerts(sweep, line),
            draw_precision(sweep, threshold, balanced=True),
        )
    return ()


def _group_findings(findings: tuple[Finding, ...]) -> list[tuple[str, list[Finding]]]:
    """Findings by class of variation, in the order in which they were found."""
    return [(name, list(found)) for name, found in groupby(findings, key=_name_class)]


def _list_misses(validation: Validation) -> Sequence[Finding]:
    return validation.lists.misses if validation.lists else validation.pairs.misses if validation.pairs else ()


def _count_reasons(misses: Sequence[Finding]) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """Why names are missed: what takes most points off, how often, and how often in each class."""
    classes: dict[str, Counter[str]] = {}
    for one in misses:
        classes.setdefault(_name_reason(one), Counter())[_name_class(one)] += 1
    counted = [(reason, found.total(), found.most_common()) for reason, found in classes.items()]
    return sorted(counted, key=lambda row: (-row[1], row[0]))


def _name_reason(finding: Finding) -> str:
    if finding.why.startswith(WEAK_ALONE):
        return "only a weak alias is alike enough"
    label = min(finding.parts, key=lambda part: part.points).label if finding.parts else ""
    return _REASONS.get(label, label or "nothing can be compared")


def _name_class(finding: Finding) -> str:
    if finding.pack == "own script":
        return f"{finding.variation} against Latin"
    return finding.variation or AS_THEY_STAND


def _is_short(finding: Finding) -> bool:
    """Whether the gate of one wrong letter leaves a name out, because another letter makes another name of it."""
    return sum(map(str.isalpha, finding.listed)) < LONG


def _group_classes(classes: tuple[ClassResult, ...]) -> list[tuple[str, list[ClassResult]]]:
    return [(family, list(found)) for family, found in groupby(classes, key=lambda result: result.family)]


def _find_gate(gates: tuple[Gate, ...], name: str) -> Gate | None:
    return next((gate for gate in gates if f"“{name}”" in gate.name), None)


def _say_thousand(share: Share) -> str:
    return f"{share.share * 1000:.1f}"

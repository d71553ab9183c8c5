"""A validation as one self-contained HTML page: no script, no network, readable on paper."""

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
from ostiary.model.validation import ClassResult, Finding, Gate, Share, Stamp, Tuning, Validation
from ostiary.screening.scale import shown_score
from ostiary.validation import cut_percent, missed_gates, say_share


def make_validation_page(validation: Validation) -> str:
    """Return a validation as HTML."""
    missed = missed_gates(validation.gates)
    return _render(
        "validation.html",
        validation=validation,
        stamp=validation.stamp,
        missed=missed,
        plots=_draw(validation),
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
    return [
        (name or "listed names as they stand", list(found))
        for name, found in groupby(findings, key=lambda finding: finding.variation)
    ]


def _group_classes(classes: tuple[ClassResult, ...]) -> list[tuple[str, list[ClassResult]]]:
    return [(family, list(found)) for family, found in groupby(classes, key=lambda result: result.family)]


def _find_gate(gates: tuple[Gate, ...], name: str) -> Gate | None:
    return next((gate for gate in gates if f"“{name}”" in gate.name), None)


def _say_thousand(share: Share) -> str:
    return f"{share.share * 1000:.1f}"

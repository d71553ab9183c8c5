"""Does a report say, apart from its text, that others gave it its material?"""

from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.speakers import canonical_outlets, fold_name
from ostiary.documents.tables import read_column
from ostiary.model.reports import Report

#: A credit is a line of its own, hardly longer than this.
LONGEST = 200


@cache
def _wordings() -> tuple[str, ...]:
    return read_column("credits.csv", "wording", PACKAGE)


def find_credits(report: Report) -> tuple[str, ...]:
    """Return the lines, folded, in which a report credits others for its material."""
    return tuple(
        fold_name(line)
        for line in report.text.splitlines()
        if len(line) <= LONGEST and any(wording in line.lower() for wording in _wordings())
    )


def name_credited(lines: tuple[str, ...], outlets: frozenset[str]) -> frozenset[str]:
    """Return which outlets, folded, such lines name: of those given, and of all that are known."""
    if not lines:
        return frozenset()
    padded = [f" {line.strip('()[]')} " for line in lines]
    return frozenset(
        name
        for form, name in (*((outlet, outlet) for outlet in outlets), *canonical_outlets().items())
        if any(f" {form} " in line for line in padded)
    )

"""In which forms is wrongdoing alleged? Passages read through all stages, with one listed party in each."""

from dataclasses import replace

import pytest

from ostiary.documents import reading
from ostiary.model.claims import Accusation, AccusationStatus
from ostiary.model.reports import Mention, Report, ZoneKind
from tests.documents.invented_parties import PARTIES, names_of
from tests.documents.marked_sentences import read_cases, read_marked

CASES = read_cases("accusation_forms.csv")
ACCUSING = [case for case in CASES if not case["trap"]]
HARMLESS = [case for case in CASES if case["trap"]]
NAMES = names_of(PARTIES)
STANDING: frozenset[AccusationStatus] = frozenset(
    ("alleged", "charged", "amended", "convicted", "pleaded guilty", "admitted")
)


def _accusations(text: str, monkeypatch: pytest.MonkeyPatch) -> list[Accusation]:
    """Return the accusations of a passage, its *marked* names listed parties; a headline has no final mark."""
    pieces = text.split("*")
    marked = read_marked("".join(f"*p:{piece}*" if at % 2 else piece for at, piece in enumerate(pieces)))
    kind: ZoneKind = "body" if text.endswith((".", "?", "!", '"')) else "headline"
    report = replace(marked.report, zones=tuple(replace(zone, kind=kind) for zone in marked.report.zones))

    def find_marked(_report: Report, _names: object) -> tuple[tuple[Mention, ...], tuple[()]]:
        return marked.mentions, ()

    monkeypatch.setattr(reading, "find_named", find_marked)
    return [claim.accusation for claim in reading.read_document(report, NAMES).claims if claim.accusation]


@pytest.mark.parametrize("case", ACCUSING, ids=[case["text"] for case in ACCUSING])
def test_accusation_is_seen_in_its_form(case: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = {(one.accused, one.status) for one in _accusations(case["text"], monkeypatch)}
    assert (case["accused"], case["status"]) in found


@pytest.mark.parametrize("case", HARMLESS, ids=[case["text"] for case in HARMLESS])
def test_what_only_looks_so_accuses_no_party(case: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    found = _accusations(case["text"], monkeypatch)
    assert not [one for one in found if one.accused_parties and one.status in STANDING]

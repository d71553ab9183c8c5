"""The one reader of all gold for reading: what it gives is what the files hold."""

import hashlib
import importlib
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from tests.documents.test_sentences_data import SETS, read_pairs, read_set

ROOT = Path(__file__).parents[2]


@pytest.fixture
def gold(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    return importlib.import_module("gold")


def test_the_benchmark_reads_every_set_and_all_pairs(gold: ModuleType) -> None:
    assert get_args(gold.SentenceSet) == SETS
    for name in SETS:
        assert [item.id for item in gold.read_sentences(name)] == [item["id"] for item in read_set(name)]
    assert [len(pair.shared) for pair in gold.read_pairs()] == [len(pair["shared"]) for pair in read_pairs()]
    assert all(pair.left.path.is_file() and pair.right.path.is_file() for pair in gold.read_pairs())


def test_gold_of_a_real_report_is_positions_only(gold: ModuleType) -> None:
    report = gold.read_report_000()
    zones = [stretch for stretch, _ in report.zones]
    assert all(left[1] < right[0] for left, right in pairwise(zones))
    for claim in report.claims:
        assert claim.chain[0] == "(outlet)", claim.id
        assert all(any(start <= a < b <= end for start, end in zones) for a, b in claim.content), claim.id
        assert not claim.accuses or claim.accusation.accuser, claim.id


def test_no_two_real_claims_are_called_independent(gold: ModuleType) -> None:
    shared, apart = gold.read_shared_claims()
    assert len(shared) >= 15
    assert not [claim.key for claim in shared if "independent" in claim.verdicts]
    assert {each.left[0][:3] for each in apart} == {"000"}


def test_gold_of_the_real_reports_fits_their_bytes(gold: ModuleType, shared: Path) -> None:
    assert shared.is_dir()
    reports = [gold.read_report_000(), gold.read_report_004()]
    assert [hashlib.sha256(report.path.read_bytes()).hexdigest() for report in reports] == [
        r.digest for r in reports
    ]
    ids = {claim.id for report in reports for claim in report.claims}
    claims, apart = gold.read_shared_claims()
    assert {each for claim in (*claims, *apart) for each in (*claim.left, *claim.right)} <= ids

"""The labelled pairs of tests/cases: what they are, what each scores, how far the score agrees with the labels."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from ostiary.screening.profiles import load_profile
from tests.cases.labelled import RESULTS, Case, list_tables, read_cases, render_results, score_cases

CASES = list(read_cases())
COLUMNS = ["name1", "name2", "schema", "should_fire", "same_entity", "class", "source", "reason"]
#: By label, the share of its pairs that fire, and the share of what fires that has it. A gate: to be raised only.
LEAST_RECALL = {"should_fire": 0.93, "same_entity": 0.9}
LEAST_PRECISION = {"should_fire": 0.918, "same_entity": 0.878}


@pytest.fixture(scope="module")
def points() -> dict[str, int]:
    return score_cases(CASES)


def fold(name: str) -> str:
    return " ".join(sorted(name.casefold().replace(",", " ").replace("-", " ").split()))


@pytest.mark.parametrize("table", list_tables(), ids=lambda path: path.stem)
def test_a_table_has_its_columns_and_no_line_without_a_label_a_class_and_a_reason(table: Path) -> None:
    with table.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert list(rows[0]) == COLUMNS
    for row in rows:
        assert row["should_fire"] in {"true", "false", ""}, row
        assert row["same_entity"] in {"true", "false"}, row
        assert row["schema"] in {"Person", "Organization", "LegalEntity", "Vessel", "Airplane"}, row
        assert all(row[column] for column in ("name1", "name2", "class", "source", "reason")), row
        assert row["name1"] != row["name2"], row


def test_at_least_half_are_facts_of_the_lists_and_half_are_two_parties() -> None:
    assert len(CASES) >= 3_000
    assert 2 * sum(case.source != "ours" for case in CASES) >= len(CASES)
    assert 2 * sum(not case.same_entity for case in CASES) >= len(CASES)


def test_no_two_names_are_paired_twice() -> None:
    times = Counter((frozenset(case.names), case.schema) for case in CASES)
    assert [pair for pair, found in times.items() if found > 1] == []


def test_a_fact_names_one_party_of_the_list_or_two_as_its_label_says() -> None:
    for case in CASES:
        if case.source != "ours":
            assert len(case.source.split()) == (1 if case.same_entity else 2), case


def test_no_name_of_the_benchmarks_stands_in_the_tables(shared: Path) -> None:
    seen = set()
    for name, columns in (
        ("name_pairs.csv", ("name1", "name2")),
        ("un_persons_altered.csv", ("listed_name", "altered_name")),
    ):
        with (shared / "benchmarks" / name).open(encoding="utf-8", newline="") as table:
            seen |= {fold(row[column]) for row in csv.DictReader(table) for column in columns}
    entities = (shared / "benchmarks" / "entity_pairs.yml").read_text("utf-8").splitlines()
    seen |= {fold(line.partition("name:")[2]) for line in entities if "name:" in line}
    assert [name for case in CASES for name in case.names if fold(name) in seen - {""}] == []


def test_every_pair_scores_as_written_down(points: dict[str, int]) -> None:
    """Where a change of the score is meant, ``tools/cases/write_results`` writes it down: read the diff."""
    written = RESULTS.read_bytes().decode().splitlines(keepends=True)
    found = render_results(points).splitlines(keepends=True)
    names = {case.pair: case.names for case in CASES}
    moved = [
        (old.strip(), new.strip(), *names.get(new.split(",")[0], ()))
        for old, new in zip(written, found, strict=False)
        if old != new
    ]
    assert moved == []
    assert len(written) == len(found)


@pytest.mark.parametrize("label", ["should_fire", "same_entity"])
def test_agreement_with_the_labels_does_not_fall(label: str, points: dict[str, int]) -> None:
    threshold = load_profile().threshold
    told: Counter[tuple[bool | None, bool]] = Counter(
        (read_label(case, label), points[case.pair] >= threshold) for case in CASES
    )
    hits = told[True, True]
    assert hits / (hits + told[True, False]) >= LEAST_RECALL[label]
    assert hits / (hits + told[False, True]) >= LEAST_PRECISION[label]


def read_label(case: Case, label: str) -> bool | None:
    return case.should_fire if label == "should_fire" else case.same_entity

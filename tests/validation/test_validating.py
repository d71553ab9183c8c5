"""A whole run: every trial counted once, findings up to a limit, progress, and the same again by the same seed."""

from dataclasses import replace

import pytest

from ostiary.index import Index
from ostiary.model.queries import Query
from ostiary.model.validation import ListValidation, Share
from ostiary.screening import load_profile
from ostiary.validation import GateSettings, Plan, all_variations, check_lists, missed_gates, validate_lists

PROFILE = load_profile()
WHOLE = Plan(per_class=0, control=0, made=0)
OWN = (Query(names=("Cartel of the Suns",)), Query(names=("Marta Quaye",), schema="Person"))


@pytest.fixture(scope="module")
def found(index: Index) -> ListValidation:
    return validate_lists(index, (PROFILE, None), WHOLE, OWN)


def test_the_control_pack_is_every_name(found: ListValidation, index: Index) -> None:
    assert found.control == Share(index.facts.names, index.facts.names)
    assert found.lost == ()


def test_misses_are_those_that_are_counted(found: ListValidation) -> None:
    missed = sum(one.found.of - one.found.part for one in (*found.classes, *found.scripts))
    assert len(found.misses) + found.unlisted["misses"] == missed > 0
    assert {one.kind for one in found.misses} == {"missed"}


def test_alerts_are_those_that_are_counted(found: ListValidation) -> None:
    assert found.own == Share(1, 2)
    assert len(found.alerts) + found.unlisted["false alerts"] == found.made.part + 1
    assert found.questions.names.of == found.made.part + 1
    assert found.questions.hits.of >= found.questions.names.of


def test_the_sweep_agrees_with_the_classes_at_the_threshold(found: ListValidation) -> None:
    [row] = [row for row in found.sweep if row.threshold == PROFILE.threshold]
    assert row.recall.part == sum(one.found.part for one in found.classes)
    assert row.recall.of == sum(one.found.of for one in found.classes)
    assert row.alerts == Share(found.made.part + 1, found.made.of + 2)
    shares = [row.recall.share for row in found.sweep]
    assert shares == sorted(shares, reverse=True)


def test_what_is_near_lies_below_the_line(found: ListValidation) -> None:
    assert all(650 <= (one.points or 0) < 700 for one in found.near)
    assert len(found.near) <= WHOLE.near


def test_beyond_the_limit_findings_are_counted(index: Index, found: ListValidation) -> None:
    few = validate_lists(index, (PROFILE, None), replace(WHOLE, most_listed=1), OWN)
    assert few.classes == found.classes
    assert len({one.variation for one in few.misses}) == len(few.misses)
    assert len(few.misses) + few.unlisted["misses"] == len(found.misses) + found.unlisted["misses"]


def test_the_same_seed_gives_the_same_run(index: Index) -> None:
    plan = Plan(seed=4, per_class=2, control=3, made=3)
    assert validate_lists(index, (PROFILE, None), plan, OWN) == validate_lists(index, (PROFILE, None), plan, OWN)


def test_progress_goes_from_nothing_to_all_but_one_step(index: Index) -> None:
    told: list[tuple[str, int, int]] = []
    plan = Plan(per_class=1, control=1, made=1, variations=all_variations()[:3])
    validate_lists(index, (PROFILE, None), plan, (), lambda *step: told.append(step))
    assert [done for _, done, _ in told] == list(range(len(told)))
    assert {whole for *_, whole in told} == {len(told)}
    assert [name for name, *_ in told][2:5] == [one.name for one in all_variations()[:3]]


def test_a_profile_against_itself_shifts_nothing(index: Index) -> None:
    plan = Plan(per_class=3, control=3, made=3)
    found = validate_lists(index, (PROFILE, PROFILE), plan, OWN)
    assert found.shifts == ()
    assert all(one.against == one.found for one in found.classes if one.found.of)
    assert found.made_against == found.made
    assert found.own_against == found.own


def test_a_lower_threshold_shifts_only_towards_hits(index: Index) -> None:
    plan = Plan(per_class=0, control=3, made=0)
    found = validate_lists(index, (replace(PROFILE, threshold=650), replace(PROFILE, threshold=900)), plan)
    assert found.shifts
    assert all(shift.hit for shift in found.shifts)


def test_gates_are_of_every_class_that_has_names(found: ListValidation) -> None:
    gates = tuple(check_lists(found, GateSettings(class_recall=0, edit_recall=0, most_alerts=1000)))
    counted = [one.found_long if one.single_edit else one.found for one in found.classes]
    assert missed_gates(gates) == ()
    assert len(gates) == 2 + sum(share.of > 0 for share in counted) + 2
    strict = tuple(check_lists(found, GateSettings(class_recall=100, edit_recall=100, most_alerts=0)))
    wrong = sum(share.part < share.of for share in counted)
    assert len(missed_gates(strict)) == wrong + (found.made.part > 0) + 1


def test_a_class_of_short_names_alone_has_no_gate(found: ListValidation) -> None:
    [edit, *_] = [one for one in found.classes if one.single_edit]
    short = replace(found, classes=(replace(edit, found_long=Share(0, 0)),))
    assert len(tuple(check_lists(short, GateSettings()))) == 2


def test_a_lost_name_or_a_missed_control_name_misses_its_gate(found: ListValidation) -> None:
    lax = GateSettings(class_recall=0, edit_recall=0)
    lost = replace(found, lost=("list:1 'ROOK'",), control=Share(9, 10))
    assert [gate.reached for gate in missed_gates(tuple(check_lists(lost, lax)))] == ["1 lost", "90.0 % (9 of 10)"]

"""What a trial comes to is what screening answers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from ostiary.index import Index
from ostiary.model.queries import Query
from ostiary.model.validation import PackName, Trial
from ostiary.screening import Engine, load_profile
from ostiary.validation.examining import WEAK_ALONE, Answer, Examiner, describe_parts
from ostiary.validation.listed import ListedNames
from ostiary.validation.packs import altered_pack, control_pack, made_pack
from ostiary.validation.variations import all_variations


def ask(
    examiner: Examiner, name: str, party: str = "", pack: PackName = "altered", schema: str = "Person"
) -> Answer:
    return next(examiner.examine([Trial(pack, "any", Query(names=(name,), schema=schema), name, party)]))


def everything(listed: ListedNames) -> list[Trial]:
    altered = [trial for variation in all_variations() for trial in altered_pack(listed, variation, 3, 1)]
    return [*control_pack(listed, 0, 1), *altered, *made_pack(listed, 0, 1)]


@pytest.mark.parametrize("threshold", [660, 700, 850])
def test_the_hits_are_those_of_an_engine_with_that_threshold(
    index: Index, listed: ListedNames, threshold: int
) -> None:
    profile = replace(load_profile(), threshold=threshold)
    engine = Engine(index, profile)
    for answer in Examiner(index, profile).examine(everything(listed)):
        screening = engine.screen(answer.trial.query, limit=1000, weak=answer.trial.weak)
        ours = [(hit.party_id, hit.points) for hit in answer.candidates if hit.points >= threshold]
        assert ours == [(hit.party_id, hit.points) for hit in screening]
        if answer.trial.pack != "must not hit":
            found = [hit.party_id for hit in screening]
            place = found.index(answer.trial.party_id) + 1 if answer.trial.party_id in found else 0
            assert (answer.hit, answer.place) == (place > 0, place)
        else:
            assert answer.hit == bool(screening.hits)


def test_every_listed_name_finds_its_party(examiner: Examiner, listed: ListedNames) -> None:
    assert list(examiner.missed_names()) == []
    answers = list(examiner.examine(control_pack(listed, 0, 1)))
    assert [answer.trial.listed for answer in answers if not answer.hit] == []
    assert len(answers) == len(listed)


def test_answers_come_in_the_order_of_the_trials(examiner: Examiner, listed: ListedNames) -> None:
    trials = everything(listed)
    assert [answer.trial for answer in examiner.examine(trials)] == trials


def test_a_miss_is_explained_by_its_parts(examiner: Examiner) -> None:
    answer = ask(examiner, "MADURO Somebody Else", "test:1")
    finding = examiner.explain(answer)
    assert not answer.hit
    assert finding.kind == "missed"
    assert finding.listed.startswith("MADURO MOROS")
    assert finding.points == sum(part.points for part in finding.parts) < 700
    assert finding.why.endswith(".")


def test_a_weak_alias_that_is_alike_enough_is_said_to_be_one(examiner: Examiner) -> None:
    finding = examiner.explain(ask(examiner, "Blue Banners", "test:3", schema="Company"))
    assert finding.points is not None
    assert finding.points >= examiner.threshold
    assert finding.why.startswith(WEAK_ALONE)


def test_what_cannot_be_compared_is_a_miss_with_its_reason(examiner: Examiner) -> None:
    unread = examiner.explain(ask(examiner, "?", "test:1"))
    assert "not screened" in unread.why
    other_kind = examiner.explain(ask(examiner, "ANTHEA STAR", "test:5", schema="Person"))
    assert other_kind.points is None
    assert "compared" in other_kind.why


def test_a_false_alert_is_explained_by_its_best_hit(examiner: Examiner) -> None:
    answer = ask(examiner, "Nicolas Maduro Moros", pack="must not hit")
    finding = examiner.explain(answer)
    assert (answer.hit, finding.kind, finding.party_id) == (True, "false alert", "test:1")


def test_a_made_name_that_hits_its_origin_is_told(examiner: Examiner) -> None:
    assert ask(examiner, "Nicolas Maduro Moros", "test:1", "must not hit").hits_origin
    assert not ask(examiner, "Nicolas Maduro Moros", "test:2", "must not hit").hits_origin


@pytest.mark.parametrize(
    ("name", "latin", "hit"), [("Николас Мадуро", ["Nicolas Maduro"], True), ("孙伟", [], False)]
)
def test_a_script_is_compared_with_latin_names_alone(
    examiner: Examiner, name: str, latin: Sequence[str], *, hit: bool
) -> None:
    trial = Trial("own script", "any", Query(names=(name,), schema="Person"), name, "test:1")
    assert examiner.compare_latin(trial, latin).hit is hit


def test_nothing_taken_off_is_said() -> None:
    assert describe_parts(()) == "Nothing takes points off."

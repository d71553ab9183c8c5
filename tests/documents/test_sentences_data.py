"""The sentences and pairs with gold: every position leads to its text, and they are what their READMEs say."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from ostiary.model.briefs import DifferenceKind, Verdict
from ostiary.model.claims import AccusationStatus, Form, QuoteKind, Stance

FOLDER = Path(__file__).parent / "data" / "sentences"
HALVES = {"development": 1, "held_out": 0}
SETS = (*HALVES, "fresh_2026_11")


def read_set(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans_of(attribution: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (span for span in (attribution["source"], attribution["cue"]) if span)
    yield from attribution["content"]


@pytest.fixture(params=SETS)
def items(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    return read_set(str(request.param))


def test_every_span_holds_its_text_and_no_blank_at_its_ends(items: list[dict[str, Any]]) -> None:
    for item in items:
        for span in (span for attribution in item["attributions"] for span in spans_of(attribution)):
            assert item["text"][span["start"] : span["end"]] == span["text"], item["id"]
            assert span["text"], item["id"]
            assert span["text"] == span["text"].strip(), item["id"]


def test_parts_of_one_attribution_do_not_overlap(items: list[dict[str, Any]]) -> None:
    for item in items:
        for attribution in item["attributions"]:
            spans = sorted((span["start"], span["end"]) for span in spans_of(attribution))
            assert all(left[1] <= right[0] for left, right in pairwise(spans)), item["id"]
            assert attribution["content"], item["id"]


def test_a_chain_begins_with_the_outlet_and_ends_with_the_origin(items: list[dict[str, Any]]) -> None:
    for item in items:
        for attribution in item["attributions"]:
            assert attribution["chain"][0] == "(outlet)", item["id"]
            assert attribution["chain"][-1] == attribution["origin"], item["id"]
            assert all(attribution["chain"]), item["id"]


def test_values_are_those_of_the_model(items: list[dict[str, Any]]) -> None:
    for item in items:
        for attribution in item["attributions"]:
            assert {attribution["stance"], *attribution["also_stance"]} <= set(get_args(Stance)), item["id"]
            assert attribution["quote"] in get_args(QuoteKind), item["id"]
            assert attribution["form"] in get_args(Form), item["id"]


def test_every_accusation_names_its_status_and_its_parties(items: list[dict[str, Any]]) -> None:
    for item in items:
        for accusation in (item["accusation"], *(each["accusation"] for each in item["attributions"])):
            if accusation:
                assert accusation["status"] in get_args(AccusationStatus), item["id"]
                assert accusation["accused"], item["id"]
                assert accusation["accuser"], item["id"]


def test_nobody_named_means_no_source_span_and_no_wording(items: list[dict[str, Any]]) -> None:
    for item in items:
        for attribution in item["attributions"]:
            unnamed = attribution["origin"] == "not named"
            assert unnamed == (attribution["source"] is None), item["id"]
            assert not (unnamed and attribution["anonymous"]), item["id"]


def test_what_lies_within_another_lies_in_its_content(items: list[dict[str, Any]]) -> None:
    for item in items:
        for attribution in (each for each in item["attributions"] if each["within"] is not None):
            outer = item["attributions"][attribution["within"]]
            cue = attribution["cue"]
            assert any(span["start"] <= cue["start"] and cue["end"] <= span["end"] for span in outer["content"])


def test_a_passage_without_attribution_says_why(items: list[dict[str, Any]]) -> None:
    assert all(item["trap"] for item in items if not item["attributions"])


@pytest.mark.parametrize("half", HALVES)
def test_the_halves_are_split_by_number(half: str) -> None:
    assert {int(item["id"][1:]) % 2 for item in read_set(half)} == {HALVES[half]}


def test_every_item_has_an_id_of_its_own() -> None:
    ids = [item["id"] for name in SETS for item in read_set(name)]
    assert len(ids) == len(set(ids))


def test_no_passage_stands_twice() -> None:
    texts = [item["text"] for name in SETS for item in read_set(name)]
    assert len(texts) == len(set(texts))


PAIRS = Path(__file__).parent / "data" / "pairs"


def read_pairs() -> list[dict[str, Any]]:
    pairs: list[dict[str, Any]] = json.loads((PAIRS / "gold.json").read_text(encoding="utf-8"))["pairs"]
    return pairs


@pytest.mark.parametrize("pair", read_pairs(), ids=lambda pair: pair["id"])
@pytest.mark.parametrize("side", ["a", "b"])
def test_every_span_of_a_pair_holds_its_text(pair: dict[str, Any], side: str) -> None:
    text = (PAIRS / pair[side]["file"]).read_text(encoding="utf-8")
    for span in (span for claim in (*pair["shared"], *pair["not_shared"]) for span in claim[side]):
        assert span["text"]
        assert text[span["start"] : span["end"]] == span["text"]


@pytest.mark.parametrize("pair", read_pairs(), ids=lambda pair: pair["id"])
def test_a_pair_shares_at_least_eight_claims_with_known_verdicts(pair: dict[str, Any]) -> None:
    assert len(pair["shared"]) >= 8
    for claim in pair["shared"]:
        assert {claim["verdict"], *claim["also_verdict"]} <= set(get_args(Verdict))
        assert {each["kind"] for each in claim["differences"]} <= set(get_args(DifferenceKind))
        assert (claim["verdict"] == "independent") <= (claim["origins"]["a"] != claim["origins"]["b"])


def test_independence_is_rare_and_doubt_rarer() -> None:
    verdicts = Counter(claim["verdict"] for pair in read_pairs() for claim in pair["shared"])
    assert verdicts["independent"] >= 8
    assert verdicts["cannot tell"] * 4 < sum(verdicts.values())
    without_witnesses = {pair["id"] for pair in read_pairs() if "independent" not in str(pair["shared"])}
    assert without_witnesses == {"02", "03", "04", "06"}


@pytest.mark.parametrize(
    "pair", [pair for pair in read_pairs() if pair["id"] >= "17"], ids=lambda pair: pair["id"]
)
def test_a_late_pair_shares_something_of_every_verdict_and_has_lookalikes(pair: dict[str, Any]) -> None:
    verdicts = Counter(claim["verdict"] for claim in pair["shared"])
    assert set(verdicts) == set(get_args(Verdict))
    assert verdicts["independent"] >= 3
    assert len(pair["not_shared"]) >= 3

"""A brief as JSON: the names that are promised, positions that are right, and a schema that really refuses."""

import copy
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from ostiary.app.brief_json import brief_to_json
from ostiary.app.brief_schema import make_schema, read_objects
from ostiary.model.reports import PassedOver, Span
from tests.app.brief_samples import BRIEF, EMPTY, ZHANG

CHECKER = jsonschema.Draft202012Validator(make_schema(), format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    return brief_to_json(BRIEF)


def passages(value: object) -> list[dict[str, Any]]:
    """Every object with a place and its words, at any depth."""
    if isinstance(value, dict):
        own = [value] if {"start", "end", "text"} <= value.keys() else []
        return own + [found for item in value.values() for found in passages(item)]
    return [found for item in value for found in passages(item)] if isinstance(value, list) else []


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(make_schema())


@pytest.mark.parametrize("brief", [BRIEF, EMPTY])
def test_a_brief_keeps_to_the_schema(brief: Any) -> None:  # noqa: ANN401 - a brief
    plain = json.loads(json.dumps(brief_to_json(brief)))
    assert list(CHECKER.iter_errors(plain)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("day",), "15 August"),
        (("claims", 0, "stance"), "believed"),
        (("claims", 0, "chain", 0, "kind"), "newspaper"),
        (("claims", 1, "accusation", "status"), "proven"),
        (("agreement", 0, "verdict"), "confirmed"),
        (("reports", 0, "sha256"), "abc"),
        (("reports", 0, "zones", 0, "start"), -1),
        (("sample",), "yes"),
        (("more",), 1),
    ],
)
def test_the_schema_refuses(plain: dict[str, Any], path: tuple[Any, ...], value: object) -> None:
    wrong: Any = copy.deepcopy(plain)
    inner = wrong
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    assert list(CHECKER.iter_errors(wrong))


@pytest.mark.parametrize("each", read_objects(), ids=lambda each: each.name)
def test_the_schema_asks_for_every_field(each: Any) -> None:  # noqa: ANN401 - an object of the table
    definition = make_schema()["$defs"][each.name]
    assert definition["required"] == list(definition["properties"])
    assert definition["additionalProperties"] is False


@pytest.mark.parametrize(
    ("place", "names"),
    [
        ((), "reports parties claims agreement open_questions key_points timeline left_out"),
        (("reports", 0), "zones mentions claims dates"),
        (("parties", 0), "id name listings differences"),
        (
            ("claims", 0),
            "content cue source speaker chain origin anonymous stance accusation quote date",
        ),
        (("claims", 1, "speaker"), "office former"),
        (("claims", 1, "accusation"), "accused accuser status"),
        (("agreement", 0), "claims origins verdict reason differences"),
    ],
)
def test_the_promised_names_are_there(plain: dict[str, Any], place: tuple[Any, ...], names: str) -> None:
    inner: Any = plain
    for step in place:
        inner = inner[step]
    assert [name for name in names.split() if name not in inner] == []


def test_every_place_holds_its_words(plain: dict[str, Any]) -> None:
    texts = [report["text"] for report in plain["reports"]]
    found = [one for report in plain["reports"] for one in passages(report["mentions"] + report["dates"])]
    assert len(found) > 10
    for report in plain["reports"]:
        for one in passages([report["mentions"], report["dates"], report["voices"], report["acts"]]):
            assert report["text"][one["start"] : one["end"]] == one["text"]
    for claim in plain["claims"]:
        text = texts[int(claim["report"][1:]) - 1]
        for one in passages(claim):
            assert text[one["start"] : one["end"]] == one["text"]


def test_a_claim_keeps_its_chain(plain: dict[str, Any]) -> None:
    first = plain["claims"][0]
    assert [link["name"] for link in first["chain"]] == [
        "The Harbour Lantern",
        "Quay Courier",
        "Radio Estuary",
        "a clerk close to the harbour ministry",
    ]
    assert first["origin"] == first["anonymous"] == first["chain"][-1]["name"]
    assert len(first["branches"]) == 1
    assert all(claim["chain"] for claim in plain["claims"])


def test_words_that_accuse_point_to_the_accusation(plain: dict[str, Any]) -> None:
    assert plain["key_points"][2]["accusations"] == ["r1:c2"]
    assert plain["key_points"][0]["accusations"] == []
    assert [event["accusations"] for event in plain["timeline"] if "charged" in event["text"]] == [["r1:c5"]]
    assert plain["parties"][2]["differences"][0]["accusations"] == ["r1:c2"]


def test_what_is_left_out_is_told(plain: dict[str, Any]) -> None:
    assert [one["kind"] for one in plain["left_out"]] == [
        "byline",
        "photo credit",
        "poll question",
        "poll options",
        "advertisement",
        "repeated",
    ]
    assert all(one["reason"] for one in plain["left_out"])
    assert plain["reports"][0]["accusations_not_kept"] == 1


def test_names_passed_over_are_told() -> None:
    other = PassedOver("Zhang Wei", (Span(3, 12),), (ZHANG,), ("ZHANG Wei",), "a name of many")
    found = brief_to_json(
        replace(BRIEF, readings=(replace(BRIEF.readings[0], passed_over=(other,)), BRIEF.readings[1]))
    )
    assert found["reports"][0]["passed_over"] == [
        {
            "text": "Zhang Wei",
            "places": [{"start": 3, "end": 12}],
            "parties": [{"party": ZHANG, "matched_name": "ZHANG Wei"}],
            "reason": "a name of many",
        }
    ]
    assert not list(CHECKER.iter_errors(found))

"""docs/scores.md says what the shipped profile and the kernels do."""

import re
from pathlib import Path

from ostiary.names import alignment, edits, relations, transcription
from ostiary.screening.profiles import load_profile
from ostiary.screening.scale import shown_score

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "scores.md").read_text("utf-8")


def table(pattern: str) -> dict[str, int]:
    return {name: int(number) for name, number in re.findall(pattern, PAGE)}


def test_weights_and_evidence_are_those_of_the_default_profile() -> None:
    profile = load_profile()
    weights = table(r"\| `([A-Z_]+)` \| (\d+) \|")
    assert all(of_bearer == weights for of_bearer in profile.word_weights.values())
    assert table(r"\| `([a-z ]+)` \| (-?\d+) \|") == profile.evidence


def test_costs_are_those_of_the_default_profile() -> None:
    costs = {
        name: int(re.search(r"\| (\d+)", line)[1])  # type: ignore[index]
        for line in PAGE.splitlines()
        if line.startswith("| `") and "`:" in line.replace("`, `ADDED`:", "`:")
        for name in re.findall(r"`([A-Z_]+)`", line)
    }
    shipped = load_profile().name_costs
    assert shipped["ORGANISATION"] == costs
    others = costs | {"DOUBTFUL": costs["LONELY"]}
    assert shipped["PERSON"] == shipped["OBJECT"] == others
    assert f"points of organisations, {others['DOUBTFUL']} of others" in PAGE


def test_likeness_is_that_of_the_kernels() -> None:
    found = {
        int(number) for number in re.findall(r"\| (\d+) \|$", PAGE.partition("## Two words")[2], re.MULTILINE)
    }
    assert {
        relations.SAME,
        relations.SHARED_SYMBOL,
        relations.SWAPPED,
        relations.ONE_SPELLING,
        relations.INITIAL,
        relations.NEXT_NUMERAL,
        relations.CUT_OFF,
    } <= found
    assert f"{relations.SAME - relations.EDITED} less what the edits cost" in PAGE
    assert relations.LETTERS_FOR_EDITS == (2, 4, 10)
    told = [int(number) for number in re.findall(r"\b(\d+) (?:for|between)", PAGE.partition("An edit costs")[2])]
    assert told == [edits.CONSONANT, edits.SOUND, edits.VOWEL, edits.DOUBLED, edits.LOOK_ALIKE]
    assert f"at the first letter {edits.FIRST - 100} % more" in PAGE


def test_forms_of_words_in_other_scripts_are_priced_as_written() -> None:
    assert f"{transcription.USUAL} less {transcription.EACH_TENTH} for each tenth of an edit" in PAGE
    doubt = f"below {transcription.DOUBTFUL_SIGN} it is in doubt, which takes off {transcription.DOUBT}"
    assert f"for Chinese and Korean {doubt}" in PAGE
    consonants = f"below {transcription.DOUBTFUL_CONSONANTS}, which takes off {transcription.DOUBT_OF_CONSONANTS}"
    assert f"for Arabic and Hebrew {consonants}" in PAGE
    assert f"they are alike from {relations.LEAST_OF_CONSONANTS} on" in PAGE
    assert f"at least {alignment.SURE} alike" in PAGE
    assert f"below {transcription.LEAST} there is no relation" in PAGE


def test_marks_of_the_scale_are_as_written() -> None:
    profile = load_profile()
    assert f"From {profile.threshold} points" in PAGE
    assert f"reaches {profile.name_floor} points" in PAGE
    assert [shown_score(points) for points in (0, 700, 900, 1000, 1500)] == [0.10, 0.70, 0.90, 0.95, 1.0]

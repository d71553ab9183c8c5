"""The tables that comparing rests on: words of one meaning, names of one voice, callings, credits."""

from collections import Counter

import pytest

from ostiary.documents.agreement.concepts import PACKAGE, read_concepts
from ostiary.documents.agreement.credits import find_credits, name_credited
from ostiary.documents.agreement.professions import exclude_each_other, find_fields
from ostiary.documents.agreement.speakers import is_identified, same_voice
from ostiary.documents.tables import read_table
from ostiary.model.claims import Link
from ostiary.model.reports import Report, VoiceKind

ROWS = read_table("synonyms.csv", PACKAGE)
ALL_ROWS = (*read_table("everyday_words.csv", PACKAGE), *ROWS)
FORMS = [(form, row["concept"]) for row in ALL_ROWS for form in row["forms"].split("|")]


def test_every_form_stands_for_its_concept() -> None:
    concepts = read_concepts()
    lost = []
    for form, concept in FORMS:
        words = form.removeprefix("=").split()
        phrase, _ = concepts.of_phrase(words, 0, len(words))
        if (phrase if len(words) > 1 else concepts.of_word(words[0])) != concept:
            lost.append((form, concept))
    assert lost == []


def test_no_form_stands_twice() -> None:
    forms = Counter(form for form, _ in FORMS)
    concepts = Counter(row["concept"] for row in ALL_ROWS)
    assert [name for name, count in (*forms.items(), *concepts.items()) if count > 1] == []


def test_contraries_are_mutual_or_known() -> None:
    known = {row["concept"] for row in ROWS}
    assert len(ROWS) >= 150
    assert {row["contrary"] for row in ROWS if row["contrary"]} <= known


@pytest.mark.parametrize(
    ("one", "other", "kind", "same"),
    [
        ("Pim Dorn", "Attorney General Dorn", "person", True),
        ("Attorney General Pim Dorn", "Mr. Dorn", "person", True),
        ("Bill Hart", "William Hart", "person", True),
        ("J. Hart", "John Hart", "person", True),
        ("José Núñez", "Jose Nunez", "person", True),
        ("Ana Hart", "Luis Hart", "person", False),
        ("Ana Hart", "Ana Prell", "person", False),
        ("the Pentagon", "US Department of Defense", "agency", True),
        ("Interior Ministry", "the Ministry of the Interior", "agency", True),
        ("Interior Ministry", "Finance Ministry", "agency", False),
        ("U.S. government", "United States government", "agency", True),
        ("U.S. government", "Mexican government", "agency", False),
        ("police", "Norvik police", "agency", True),
        ("NYT", "The New York Times", "outlet", True),
        ("Quay Lantern", "Quay Lantern Online", "outlet", True),
        ("Quay Lantern", "Fen Herald", "outlet", False),
        ("a guard", "a guard", "unnamed", False),
    ],
)
def test_one_voice_or_two(one: str, other: str, kind: VoiceKind, same: bool) -> None:  # noqa: FBT001 - a column
    assert same_voice(Link(one, kind), Link(other, kind)) is same
    assert same_voice(Link(other, kind), Link(one, kind)) is same


@pytest.mark.parametrize(
    ("name", "kind", "identified"),
    [
        ("Pim Dorn", "person", True),
        ("the colonel", "person", False),
        ("Colonel", "person", False),
        ("she", "person", False),
        ("the Port Board", "agency", True),
        ("the authorities", "agency", False),
        ("the ministry", "agency", False),
        ("Interior Ministry", "agency", True),
    ],
)
def test_who_it_is_can_be_told(name: str, kind: VoiceKind, identified: bool) -> None:  # noqa: FBT001 - a column
    assert is_identified(Link(name, kind)) is identified


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("a nurse on duty", "parish priest", True),
        ("a nurse", "a surgeon at the clinic", False),
        ("an accountant", "a bookkeeper", False),
        ("a police officer", "an officer", False),
        ("a resident", "a farmer", False),
        ("harbour master", "a bus driver", True),
        ("", "a farmer", False),
    ],
)
def test_callings(one: str, other: str, apart: bool) -> None:  # noqa: FBT001 - a column
    assert exclude_each_other(one, other) is apart


def test_a_longer_calling_counts_alone() -> None:
    assert find_fields("the police commander") == {"force"}
    assert find_fields("a flight attendant") == {"air"}


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("(With material from the Quay Lantern)", {"quay lantern"}),
        ("Additional reporting by Reuters and dpa.", {"reuters", "deutsche presse-agentur"}),
        ("This article first appeared in Quay Lantern.", {"quay lantern"}),
        ("The Quay Lantern was sold in May.", set()),
        ("He wrote with material from the Quay Lantern in mind. " * 6, set()),
    ],
)
def test_credits(line: str, named: set[str]) -> None:
    report = Report("r", "", "", "text", f"Headline\n\nThe ship sank.\n\n{line}\n", ())
    assert name_credited(find_credits(report), frozenset({"quay lantern"})) == named

"""The answer on one company: verdict and reason, the tree, and what is not known."""

import pytest

from ostiary.model.ownership import NameQuestion, OwnershipAnswer, Standing
from ostiary.ownership.answers import answer_on, judge_all
from ostiary.ownership.cases import Case, make_case
from ostiary.ownership.trees import MOST_TAKEN_APART
from tests.ownership.ownership_samples import BLOCKING, DAY, RULES, find_all, graph_of


def case_of(lines: str, regime: str = "us", blocked: str = "X Y", asked: str = "") -> Case:
    graph = graph_of(lines)
    standings = dict.fromkeys(find_all(graph, blocked), BLOCKING)
    questions = {one: (NameQuestion(graph.names[one], "us_ofac:1", "ANN", 0.9),) for one in find_all(graph, asked)}
    return make_case(graph, RULES[regime], DAY, standings, questions)


def answer(case: Case, name: str) -> OwnershipAnswer:
    return answer_on(case, find_all(case.graph, name).pop())


@pytest.mark.parametrize(
    ("regime", "lines", "verdict", "counted", "why"),
    [
        ("us", "X 30 A; Y 30 A; N 40 A", "blocked by rule", "60 %", "60 % is held by blocked owners together"),
        ("uk", "X 30 A; Y 31 A; N 39 A", "not by what is known", "31 %", "any one blocked owner"),
        ("uk", "X 30 A joint=J; Y 31 A joint=J; N 39 A", "blocked by rule", "61 %", "who act jointly"),
        ("uk", "X 60 B; N 40 B; B 55 A; N 45 A", "blocked by rule", "55 %", "more than 50 %"),
        ("eu", "X controls A; N 100 A", "blocked by rule", "0 %", "it is controlled by X"),
        ("us", "X controls A; N 100 A", "not by what is known", "0 %", "too little"),
        ("us", "X 30 A", "cannot tell", "30 %", "what is not known could change it"),
        ("us", "X controls A", "cannot tell", "0 %", "no holding in it is loaded"),
        ("us", "A 50 B; Y 1 B; X 50 A; N 50 A", "blocked by rule", "50 %", "50 % or more is enough"),
    ],
)
def test_verdict_and_reason(regime: str, lines: str, verdict: str, counted: str, why: str) -> None:
    found = answer(case_of(lines, regime), "A")
    assert (found.verdict, found.counted) == (verdict, counted)
    assert why in found.why


def test_a_company_that_is_listed_itself_needs_no_rule() -> None:
    found = answer(case_of("N 100 X"), "X")
    assert found.verdict == "listed"


def test_the_tree_shows_what_counts_first_and_each_company_once() -> None:
    found = answer(case_of("N 10 A; B 60 A; M 30 A; X 50 B; M 50 B; A 5 M; B controls M"), "A")
    assert [(one.depth, one.of, one.name, one.state, one.counted) for one in found.owners] == [
        (1, "A", "B", "blocked by rule", True),
        (2, "B", "X", "listed", True),
        (2, "B", "M", "open", False),
        (3, "M", "A", "blocked by rule", True),
        (3, "M", "B", "blocked by rule", False),
        (1, "A", "M", "open", False),
        (1, "A", "N", "ultimate", False),
    ]
    assert [one.name for one in found.owners if one.repeated] == ["A", "B", "M"]
    assert found.owners[0].sources == ("register",)
    assert found.ultimate == ("N",)


def test_all_that_is_not_known_is_said() -> None:
    found = answer(case_of("X ? A; N 20-30 A; B 10 A; M 40 B"), "A")
    assert found.verdict == "cannot tell"
    assert found.unknown == (
        "what X holds of A is not stated",
        "N holds 20 % to 30 % of A",
        "70 % of A is held by nobody who is named",
        "60 % of B is held by nobody who is named",
    )


def test_what_sources_say_against_each_other_is_said() -> None:
    found = answer(case_of("X 60 A source=one; N 60 A source=two"), "A")
    assert found.verdict == "cannot tell"
    assert found.unknown == ("the shares in A add up to 120 %: they contradict each other",)


def test_a_name_alone_is_a_question_and_no_verdict() -> None:
    found = answer(case_of("Q 60 A; N 40 A", asked="Q"), "A")
    assert found.verdict == "cannot tell"
    assert [one.party for one in found.questions] == ["us_ofac:1"]
    assert "us_ofac:1" in found.owners[0].why


def test_a_listing_that_does_not_block_is_said() -> None:
    graph = graph_of("S 60 A; N 40 A")
    standing = Standing("none", "us_ofac:9: listed, but its sectoral entry does not block here", "us_ofac:9")
    case = make_case(graph, RULES["us"], DAY, dict.fromkeys(find_all(graph, "S"), standing))
    found = answer(case, "A")
    assert found.verdict == "not by what is known"
    assert found.known == (standing.why,)


def test_a_very_long_chain_is_cut_and_says_so() -> None:
    length = MOST_TAKEN_APART + 200
    found = answer(case_of(";".join(f"C{at + 1} 60 C{at}" for at in range(length)), blocked=f"C{length}"), "C0")
    assert found.verdict == "blocked by rule"
    assert len(found.owners) == MOST_TAKEN_APART
    assert found.owners[-1].cut


def test_all_companies_are_judged_in_the_order_of_names() -> None:
    found = list(judge_all(case_of("X 60 B; N 40 B; X 10 A; N 90 A; X 30 C")))
    assert [(one.subject, one.verdict) for one in found] == [
        ("A", "not by what is known"),
        ("B", "blocked by rule"),
        ("C", "cannot tell"),
    ]

import pytest

from ostiary.documents.stance.grammar import read_grammar
from ostiary.documents.stance.questions import find_questions
from ostiary.model.reports import Span, Voice
from tests.documents.marked_sentences import OUTLET, read_cases, read_marked
from tests.work import assert_linear

CASES = read_cases("questions.csv")


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_open_questions_are_what_the_table_says(case: dict[str, str]) -> None:
    marked = read_marked(case["text"])
    claims = [marked.claim()] if marked.cue else []
    found = find_questions(marked.report, read_grammar(marked.words, ()), claims)
    assert "; ".join(question.question for question in found) == case["questions"]
    assert "; ".join(name for question in found for name in question.asked_of) == case["asked_of"]
    for question in found:
        assert 0 <= question.span.start < question.span.end <= len(marked.report.text)


def test_question_in_the_outlets_voice_has_its_chain() -> None:
    marked = read_marked("It is unclear whether the dam will hold.")
    (question,) = find_questions(marked.report, read_grammar(marked.words, ()))
    assert [link.name for link in question.chain] == [OUTLET]


def test_question_that_somebody_calls_open_has_his_chain() -> None:
    marked = read_marked("{Police} <said> [[it was unclear who had escaped]].")
    (question,) = find_questions(marked.report, read_grammar(marked.words, ()), [marked.claim()])
    assert [link.name for link in question.chain] == [OUTLET, "Police"]


def test_body_that_a_question_names_is_given_by_its_voice() -> None:
    text = "It is unclear whether the Harbour Office approved the sale."
    marked = read_marked(text)
    start = text.index("Harbour Office")
    voice = Voice("r1:v1", "Harbour Office of Halm", "agency", spans=(Span(start, start + len("Harbour Office")),))
    (question,) = find_questions(marked.report, read_grammar(marked.words, ()), (), [voice])
    assert question.asked_of == ("Harbour Office of Halm",)


def test_two_questions_of_a_sentence_never_overlap() -> None:
    marked = read_marked("It is not clear who paid, what was bought or whether the money came back.")
    found = find_questions(marked.report, read_grammar(marked.words, ()))
    assert [question.question for question in found] == [
        "who paid, what was bought",
        "whether the money came back",
    ]
    assert found[0].span.end <= found[1].span.start


def test_work_grows_with_the_text() -> None:
    def find(copies: int) -> None:
        marked = read_marked("It is not clear whether or if or what or who or " * copies)
        find_questions(marked.report, read_grammar(marked.words, ()))

    assert_linear(find, 50)

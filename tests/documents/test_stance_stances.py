import pytest

from ostiary.documents.quotations import find_quotations
from ostiary.documents.stance.quotes import MARKS_MISSING, quote_of
from ostiary.documents.stance.stances import stance_of
from ostiary.model.claims import Attribution
from tests.documents.marked_sentences import read_cases, read_marked

CASES = read_cases("stance.csv")


def _attribution(case: dict[str, str]) -> Attribution:
    marked = read_marked(case["text"])
    return marked.attribution(case["cue_word"], case["cue_kind"], negated=bool(case["negated"]))


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_statement_is_put_as_the_table_says(case: dict[str, str]) -> None:
    marked = read_marked(case["text"])
    stance, hedges = stance_of(_attribution(case), marked.words)
    assert stance == case["stance"]
    assert "; ".join(marked.texts(hedges)) == case["hedges"]


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_quotation_is_what_the_table_says(case: dict[str, str]) -> None:
    marked = read_marked(case["text"])
    kind, remark = quote_of(_attribution(case), find_quotations(marked.words), marked.words, case["stance"])  # type: ignore[arg-type]
    assert (kind, remark) == (case["quote"], "")


def test_table_is_large_and_holds_every_stance() -> None:
    assert len(CASES) >= 200
    assert {case["stance"] for case in CASES} == {
        "asserted",
        "alleged",
        "denied",
        "rejected",
        "proposed",
        "promised",
        "declined to comment",
        "asked",
        "unknown",
    }


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("{The mayor} <said>: [[We will not open the gate. Our men stay.]]", "verbatim"),
        ("{The mayor} <said>: [[The gate stays shut. The men stay.]]", "paraphrased"),
    ],
)
def test_speech_without_marks_is_verbatim_only_in_the_first_person(text: str, kind: str) -> None:
    marked = read_marked(text)
    attribution = marked.attribution("say")
    direct = Attribution(attribution.cue, attribution.content, attribution.source, "say", "say", "direct", 0)
    assert quote_of(direct, find_quotations(marked.words), marked.words) == (kind, MARKS_MISSING)

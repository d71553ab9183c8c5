import pytest

from ostiary.documents.quotations import find_quotations
from ostiary.documents.stance.quotes import MARKS_MISSING, quote_of, scare_quotes
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


@pytest.mark.parametrize(
    ("text", "cue_word", "scare"),
    [
        ('Guests at the "peace dinner" paid 900 euros a seat.', "", ['"peace dinner"']),
        ('{Lawyers} <say> [[a "pirate" label allows no strikes]].', "say", ['"pirate"']),
        ('{Lawyers} <say> [[the label was "useless"]].', "say", []),
        ('{Lawyers} <say> [[the port wants to "tear down" the wall]].', "say", []),
        ('{The mayor} <dubbed> [[it a "toll" on the poor]].', "dub", []),
        ('[["Never,"]] <said> {the mayor}.', "say", []),
        ('Her film, "They Said It Would Rain Again", opens on Friday.', "", []),
    ],
)
def test_scare_quotes_quote_nobody(text: str, cue_word: str, scare: list[str]) -> None:
    marked = read_marked(text)
    attributions = [marked.attribution(cue_word)] if cue_word else []
    assert marked.texts(scare_quotes(marked.words, find_quotations(marked.words), attributions)) == scare

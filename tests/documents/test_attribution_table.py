"""Each rule of attribution finds its source, cue and content, and nothing is found where nobody speaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.documents.attribution import find_attributions
from ostiary.documents.attribution.inflection import Form, inflect
from ostiary.documents.quotations import find_quotations
from ostiary.documents.words import split_words
from ostiary.model.claims import Attribution
from ostiary.model.reports import Report
from tests.documents.marked_sentences import read_cases, read_marked
from tests.work import assert_linear

CASES = read_cases("attributions.csv")
SILENT = (
    "The quake claimed 19 lives.",
    "Asked about the missing crates, Odell left the room.",
    "Three states signed the treaty.",
    "He was told to leave.",
    'The film "Say It Twice" opens on Friday.',
    'The so-called "night market" is empty.',
    "Orders for steel rose by a third.",
    "The claims department is on the third floor.",
)


def attributions_in(report: Report) -> tuple[Attribution, ...]:
    words = split_words(report)
    return find_attributions(words, find_quotations(words))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_an_attribution_is_found_whole(case: dict[str, str]) -> None:
    marked = read_marked(case["sentence"])
    found = attributions_in(marked.report)
    wanted = (marked.source, marked.cue, marked.content)
    assert wanted in [(one.source, one.cue, one.content) for one in found]


@pytest.mark.parametrize("sentence", SILENT)
def test_nobody_speaks(sentence: str) -> None:
    assert attributions_in(read_marked(sentence).report) == ()


def test_a_later_speaker_takes_the_whole() -> None:
    text = "The envoy said that talks would resume, the agency Pressa reported."
    report = read_marked(text).report
    inner, outer = attributions_in(report)
    assert report.words_of(inner.content) == "that talks would resume"
    assert report.words_of(outer.content) == "The envoy said that talks would resume"
    assert inner.within == 1
    assert outer.within is None


def test_words_within_a_quotation_attribute_nothing() -> None:
    found = attributions_in(read_marked('"I think he said that it rained," the clerk said.').report)
    assert [one.cue_word for one in found] == ["say"]


def test_a_denied_cue_is_marked() -> None:
    (found,) = attributions_in(read_marked("The clerk did not say that it rained.").report)
    assert found.negated


@pytest.mark.parametrize(
    ("base", "form", "word"),
    [
        ("deny", Form.PAST, "denied"),
        ("say", Form.PAST, "said"),
        ("quip", Form.PAST, "quipped"),
        ("rebut", Form.ING, "rebutting"),
        ("agree", Form.ING, "agreeing"),
        ("echo", Form.THIRD, "echoes"),
    ],
)
def test_verbs_are_inflected(base: str, form: Form, word: str) -> None:
    assert (word, form) in list(inflect(base))


PIECES = st.sampled_from(
    [
        "the minister",
        "said",
        "that",
        "it",
        "rained",
        ",",
        '"',
        "“",
        "”",
        ".",
        "according to",
        "told",
        "and",
        "who",
        "’s",
    ]
)


@given(st.lists(PIECES, max_size=60))
def test_any_order_of_words_gives_spans_within_the_text(pieces: list[str]) -> None:
    report = read_marked(" ".join(pieces)).report
    for one in attributions_in(report):
        for span in (one.cue, *one.content, *([one.source] if one.source else [])):
            assert 0 <= span.start < span.end <= len(report.text)


@pytest.mark.parametrize(
    "piece", ['"', "“", "he said, ", "said that he ", ", who said ", "according to ", "claims that "]
)
def test_work_grows_in_proportion(piece: str) -> None:
    assert_linear(lambda count: attributions_in(read_marked(piece * count).report), 400)

"""Hostile texts: no exception but our own, and time that grows with the text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.documents.quotations import find_quotations
from ostiary.documents.stance.accusations import accuse_claims, embedded_accusations
from ostiary.documents.stance.alleged import find_allegations
from ostiary.documents.stance.grammar import read_grammar
from ostiary.documents.stance.key_points import key_points
from ostiary.documents.stance.questions import find_questions
from ostiary.documents.stance.quotes import quote_of
from ostiary.documents.stance.stances import stance_of
from ostiary.documents.words import split_words
from ostiary.model.claims import Attribution, Claim, Link, Reading
from ostiary.model.reports import Report, Span, Zone
from tests.work import assert_linear

_WORDS = [
    *(
        "accused",
        "of",
        "by",
        "murder",
        "the",
        "cartel",
        ",",
        ".",
        "who",
        "was",
        "charged",
        "with",
        "he",
        "his",
        "and",
    ),
    *(
        "said",
        "Sorel",
        "drug",
        "lord",
        "alleged",
        "a",
        "threat",
        "to",
        "security",
        '"',
        "“",
        "not",
        "whether",
        "or",
    ),
    *(
        "unclear",
        "it",
        "is",
        "charges",
        "against",
        "allegedly",
        "leads",
        "that",
        "had",
        "nothing",
        "do",
        "(",
        ")",
        "'s",
    ),
]


def _report(text: str) -> Report:
    return Report("r1", "a.txt", "0" * 64, "text", text, (Zone("body", Span(0, len(text))),), outlet="The Courier")


def _read(text: str) -> None:
    report = _report(text)
    words = split_words(report)
    if not len(words):
        return
    grammar = read_grammar(words, ())
    quotations = find_quotations(words)
    whole = words.span(range(len(words)))
    attribution = Attribution(words.span(range(1)), (whole,), None, "say", "say", "direct", 0)
    stance, _hedges = stance_of(attribution, words)
    quote, _remark = quote_of(attribution, quotations, words, stance)
    claims = [
        Claim(
            f"c{number}",
            "r1",
            (words.sentence_span(number),),
            False,
            (Link("x", "outlet"),),
            stance,
            quote,
            number,
        )
        for number in range(len(words.sentences))
    ]
    allegations = find_allegations(grammar, (), ())
    accuse_claims(claims, allegations)
    embedded_accusations(allegations, [claim.content[0] for claim in claims])
    find_questions(report, grammar, claims)
    key_points(Reading(report, claims=tuple(claims)))


@settings(max_examples=400)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=40))
def test_any_order_of_telling_words_is_read(words: list[str]) -> None:
    _read(" ".join(words))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    _read(text)


@pytest.mark.parametrize(
    "unit",
    [
        "accused of murder by ",
        "it is unclear whether or ",
        "drug lord threat to national security ",
        "charges charges against the ",
        "he said, who, which, that ",
        "allegedly not never was ",
        '" had nothing to do with ',
        "of the of the of ",
        "Sorel and Brun and ",
        "Murder. He was charged. ",
        "is said to have and who ",
    ],
)
def test_work_grows_with_the_text(unit: str) -> None:
    assert_linear(lambda copies: _read(unit * copies), 200)

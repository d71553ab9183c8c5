"""Words, sentences and quotations stand where they stand in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.documents.quotations import find_quotations
from ostiary.documents.words import split_words
from ostiary.model.reports import Report, Span, Zone


def make_report(text: str, *kinds: str) -> Report:
    spans: list[Span] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    named = (*kinds, *("body",) * len(spans))
    zones = tuple(Zone(kind, span) for kind, span in zip(named, spans, strict=False))  # type: ignore[arg-type]
    return Report("r1", "a.txt", "0" * 64, "text", text, zones, language="en")


def sentences_of(text: str) -> list[str]:
    report = make_report(text)
    words = split_words(report)
    return [report.words_of(words.sentence_span(number)) for number in range(len(words.sentences))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Odell left. He was tired.", 2),
        ("They met in the U.S. The talks failed.", 2),
        ("The U.S. Navy left.", 1),
        ("It cost 3.5 million. Nobody paid.", 2),
        ('"We left." She nodded.', 2),
        ('"Why?" he asked.', 1),
        ("J. K. Odell left at 5 p.m. on Monday.", 1),
        ('It allows the U.S. "to act" at sea.', 1),
        ("Gen. Brandt and Col. Odell spoke.", 1),
    ],
)
def test_sentences_are_split(text: str, count: int) -> None:
    assert len(sentences_of(text)) == count, sentences_of(text)


def test_furniture_has_no_words() -> None:
    words = split_words(make_report("A crane stands in Marlow.\nThe crane fell.", "caption"))
    assert words.lower == ["the", "crane", "fell", "."]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "go" twice.', ['"go"']),
        ("“One ‘small’ thing,” she said.", ["“One ‘small’ thing,”"]),
        ("''Go,'' he said.", ["''Go,''"]),
        ("The crew's boat, 'Old Nan', sank.", ["'Old Nan'"]),
        ('A stray " mark stands alone.', []),
        ('He said “go" and left.', ['“go"']),
    ],
)
def test_quotations_are_found(text: str, quoted: list[str]) -> None:
    report = make_report(text)
    assert [report.words_of(one.span) for one in find_quotations(split_words(report))] == quoted


def test_a_quotation_goes_on_over_paragraphs() -> None:
    first, second = find_quotations(split_words(make_report("“We left at dawn.\n“Nobody saw us,” he said.")))
    assert first.continued
    assert not first.closed
    assert second.closed


def test_paragraphs_hold_all_words_and_furniture_parts_none() -> None:
    words = split_words(
        make_report("The mill burned. Nobody died.\nPhoto by Ada\nThe miller wept.", "body", "caption")
    )
    first, second = words.list_paragraphs()
    assert (words.forms[first.stop - 2], first.stop, second.stop) == ("died", second.start, len(words))
    assert split_words(make_report("")).list_paragraphs() == []


@given(st.text(max_size=300))
def test_every_word_stands_where_it_says(text: str) -> None:
    report = make_report(text)
    words = split_words(report)
    for number, form in enumerate(words.forms):
        assert text[words.starts[number] : words.ends[number]] == form
    assert [number for sentence in words.sentences for number in sentence] == list(range(len(words)))
    assert list(words.starts) == sorted(words.starts)
    for quotation in find_quotations(words):
        assert quotation.span.covers(quotation.inner)

"""Invented passages with everyone who speaks in them, from the text to the chains.

In the table ``¶`` begins a paragraph; ``claims`` are all that must be found, in the order of their cues, as
``hand > speaker: content``, with ``;;`` between claims, ``||`` between branches and ``...`` between parts of a
content. The publishing outlet is left out. ``(unnamed)`` stands behind a chain whose speaker is not named.
"""

import csv
from pathlib import Path

import pytest

from ostiary.documents.attribution import find_attributions
from ostiary.documents.chains import ChainResult, build_chains
from ostiary.documents.quotations import find_quotations
from ostiary.documents.words import split_words
from ostiary.model.claims import Attribution
from ostiary.model.reports import Report, Span, Zone

TABLE = Path(__file__).parent / "data" / "speakers.csv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def report_of(text: str) -> Report:
    text = text.replace("¶", "\n\n")
    return Report("r1", "report.txt", "", "text", text, (Zone("body", Span(0, len(text))),))


def claims_in(report: Report) -> list[str]:
    words = split_words(report)
    found = find_attributions(words, find_quotations(words))
    chains, _ = build_chains(report, words, found)
    return [written(report, one, chain) for one, chain in zip(found, chains, strict=True)]


def written(report: Report, attribution: Attribution, chain: ChainResult) -> str:
    names = " || ".join(" > ".join(link.name for link in branch[1:]) for branch in (chain.chain, *chain.branches))
    content = " ... ".join(" ".join(report.words_of(span).split()) for span in attribution.content)
    return f"{names}{' (unnamed)' if chain.anonymous else ''}: {content}"


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['rule']}: {row['text'][:40]}")
def test_everyone_who_speaks_is_found(row: dict[str, str]) -> None:
    wanted = [claim.strip() for claim in row["claims"].split(";;") if claim.strip()]
    assert claims_in(report_of(row["text"])) == wanted

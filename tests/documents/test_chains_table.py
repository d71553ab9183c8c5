"""Invented sentences with their chains: who said it, through whom, and what leaves them unnamed.

In the table ``{2 the minister}`` is the source, ``<2 said>`` the cue and ``[2 that …]`` the content of the second
attribution; without a number it is the first. ``¶`` begins a paragraph. Chains leave out the publishing outlet;
``||`` parts branches and ``;;`` attributions.
"""

import csv
import re
from collections import defaultdict
from pathlib import Path

import pytest

from ostiary.documents.chains import ChainResult, build_chains
from ostiary.documents.words import split_words
from ostiary.model.claims import Attribution
from ostiary.model.reports import Report, Span, Zone

TABLE = Path(__file__).parent / "data" / "chains.csv"
MARK = re.compile(r"([{<\[])(?:(\d) ?)?|([}>\]])")
OPENING = {"{": "source", "<": "cue", "[": "content"}


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def unmark(marked: str) -> tuple[str, dict[int, dict[str, list[Span]]]]:
    """Return a marked text without its marks, and the marked spans by number and part."""
    text, at = "", 0
    spans: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    opened: list[tuple[str, int, int]] = []
    for mark in MARK.finditer(marked.replace("¶", "\n\n")):
        text += marked.replace("¶", "\n\n")[at : mark.start()]
        at = mark.end()
        if mark[1]:
            opened.append((OPENING[mark[1]], int(mark[2] or 1), len(text)))
        else:
            part, number, start = opened.pop()
            if len(text) > start:
                spans[number][part].append(Span(start, len(text)))
    return text + marked.replace("¶", "\n\n")[at:], spans


def attributions(text: str, spans: dict[int, dict[str, list[Span]]]) -> list[Attribution]:
    words = split_words(report(text))
    found = []
    for number in sorted(spans):
        cue = spans[number]["cue"][0]
        source = spans[number]["source"]
        holders = [
            other - 1
            for other in spans
            if other != number and any(content.covers(cue) for content in spans[other]["content"])
        ]
        found.append(
            Attribution(
                cue=cue,
                content=tuple(spans[number]["content"]),
                source=source[0] if source else None,
                cue_word="say",
                cue_kind="adverb" if text[cue.start : cue.end].endswith("ly") else "say",
                form="indirect",
                sentence=words.sentence_at(cue.start),
                within=holders[-1] if holders else None,
            )
        )
    return found


def report(text: str) -> Report:
    return Report("r1", "", "", "text", text, (Zone("body", Span(0, len(text))),), outlet="The Sentinel")


def read(marked: str) -> tuple[ChainResult, ...]:
    text, spans = unmark(marked)
    results, _ = build_chains(report(text), split_words(report(text)), attributions(text, spans))
    return results


def shown(result: ChainResult) -> str:
    chains = (result.chain, *result.branches)
    assert all(chain[0].name == "The Sentinel" for chain in chains)
    return " || ".join(" > ".join(link.name for link in chain[1:]) for chain in chains)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:60])
def test_chain(row: dict[str, str]) -> None:
    assert " ;; ".join(map(shown, read(row["text"]))) == row["chains"]


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"][:60])
def test_anonymous(row: dict[str, str]) -> None:
    expected = row["anonymous"] or " ;; ".join("-" for _ in row["chains"].split(";;"))
    assert " ;; ".join(result.anonymous or "-" for result in read(row["text"])) == expected

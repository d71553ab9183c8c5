"""What can be measured of reading, each part alone: it yields its sections, or says why it is left out."""

import argparse
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import cached_property
from typing import get_args

from agreement import measure_agreement, measure_real_agreement
from figures import Section
from gold import (
    GoldReport,
    GoldTelling,
    SentenceSet,
    read_pairs,
    read_report_000,
    read_report_004,
    read_sentences,
    read_shared_claims,
)
from page_figures import measure_pages
from party_mentions import measure_parties, read_articles, read_mentions
from passages import read_passage
from polnear import ABSENT, choose_texts, measure_annotators, measure_polnear, read_polnear
from readers import Reader, prepare_reader
from reading_speed import GATES as SPEEDS
from reading_speed import measure_speed
from report_figures import CLAIM_GATES, ReportResult, measure_report
from report_traps import read_traps_004
from sentence_figures import measure_sentences

from ostiary.documents.parties import PartyNames
from ostiary.model.claims import Reading

#: Pairs of which misses are told, in two rows: the first ones, and those of later.
DEVELOPMENT = (("01", "02", "03", "04", "05", "06"), ("07", "08", "11", "12", "13", "14", "15", "16"))
#: From here on those who write rules have seen no pair.
UNSEEN_FROM = "17"


@dataclass
class Bench:
    """What the parts are run with.

    Attributes:
        arguments: Of the command line.
        stack: Closes what was opened on the way.
    """

    arguments: argparse.Namespace
    stack: ExitStack

    @cached_property
    def reader(self) -> Reader:
        """Reads whole reports; its list is compiled when first asked for."""
        return self.stack.enter_context(prepare_reader(self.arguments.home))


Found = Iterator[Section | str]


def run_polnear(bench: Bench) -> Found:
    """Measure attributions on PolNeAR."""
    texts, train = read_polnear("dev"), read_polnear("train")
    if not texts:
        yield ABSENT
        return
    yield from measure_polnear("dev", texts)
    if bench.arguments.train:
        yield from measure_polnear("train", choose_texts(train, bench.arguments.train))
    yield measure_annotators("dev", texts)
    yield measure_annotators("train", train)


def run_sentences(_bench: Bench) -> Found:
    """Measure each set of the sentences of our own."""
    for name in get_args(SentenceSet):
        yield measure_sentences(name, read_sentences(name), read_passage)


def run_reports(bench: Bench) -> Found:
    """Measure the two real reports."""
    second = read_report_004()
    if second is None:
        yield "news/reports is not beside this checkout: the real reports are left out."
        return
    if not bench.reader.real:
        yield "Without a real list the real reports name nobody who is listed: they are left out."
        return
    yield f"Read against {bench.reader.list_name}."
    yield measure_report("Report 004", _read_days(second, bench.reader), read_traps_004(), CLAIM_GATES)
    yield measure_report("Report 000", _read_days(read_report_000(), bench.reader), (), {})


def _read_days(gold: GoldReport, reader: Reader) -> ReportResult:
    """Return the readings of a report, for each day on which it may have been published by its gold."""
    days = dict.fromkeys(day for each in gold.dates for day in each.resolved)
    return ReportResult(gold, {day: reader.read_file(gold.path, published=day) for day in days})


def run_pairs(bench: Bench) -> Found:
    """Measure what reports say alike: the pairs of our own, and the two real reports."""

    def read(telling: GoldTelling, key: str) -> Reading:
        return bench.reader.read_file(telling.path, key=key, outlet=telling.outlet, published=telling.published)

    pairs = read_pairs()
    yield f"Read against {bench.reader.list_name}."
    seen = {ident for row in DEVELOPMENT for ident in row}
    for row in DEVELOPMENT:
        yield measure_agreement([pair for pair in pairs if pair.id in row], read)
    others = [pair for pair in pairs if pair.id not in seen]
    half_seen, unseen = ([pair for pair in others if (pair.id >= UNSEEN_FROM) == late] for late in (False, True))
    for held_out in filter(None, (half_seen, unseen, others, pairs)):
        yield replace(measure_agreement(held_out, read), misses=())
    first, second = read_report_000(), read_report_004()
    if second is None or not bench.reader.real:
        yield "Without news/reports and a real list, what the real reports share is left out."
        return
    readings = [bench.reader.read_file(gold.path, key=key) for gold, key in ((first, "r1"), (second, "r2"))]
    yield measure_real_agreement(read_shared_claims(), (first, second), (readings[0], readings[1]))


def run_parties(bench: Bench) -> Found:
    """Measure listed names in PolNeAR; with ``--misses`` every mention is listed too."""
    if not bench.reader.real:
        yield "Without a real list there is nobody to find in PolNeAR: party mentions are left out."
        return
    yield f"Read against {bench.reader.list_name}."
    yield from measure_parties(bench.reader.names)
    if bench.arguments.misses:
        yield "\n".join(list_all_mentions(bench.reader.names))


def list_all_mentions(names: PartyNames) -> Iterator[str]:
    """Yield every mention by name in PolNeAR in a line, with its article, place, party and the reason."""
    for key, text in read_articles("dev", "train").items():
        for one in read_mentions(text, names):
            words = " ".join(text[one.span.start : one.span.end].split())
            sure = "sure" if one.sure else "possible"
            found = f"{words!r} {one.party_id} {one.matched_name!r}"
            yield f"  {key[:8]} {one.span.start} {sure} {found}: {one.reason}"


def run_pages(_bench: Bench) -> Found:
    """Measure the bodies of real pages."""
    yield measure_pages()


def run_speed(bench: Bench) -> Found:
    """Measure the speed on texts and on pages."""
    for kind in SPEEDS:
        yield measure_speed(kind, bench.reader.home, bench.reader.list_name)


#: What can be measured alone: its name, and what yields its sections, or says why it is left out.
PARTS: dict[str, Callable[[Bench], Found]] = {
    "polnear": run_polnear,
    "sentences": run_sentences,
    "reports": run_reports,
    "pairs": run_pairs,
    "pages": run_pages,
    "parties": run_parties,
    "speed": run_speed,
}

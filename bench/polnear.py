"""PolNeAR's texts and their annotations, and how well attributions meet them.

The texts lie outside the repository: they are measured with, and nothing of them is kept.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from figures import Gate, Section, Tally, add_tallies, measure_shares
from measures import SEED
from places import DATA
from relations import GATES, Relation, describe_relation, match_relations, relation_of, tally_relations

from ostiary.documents.attribution import find_attributions
from ostiary.documents.quotations import find_quotations
from ostiary.documents.source import report_from_bytes
from ostiary.documents.words import split_words
from ostiary.model.errors import ReportFileError
from ostiary.model.reports import Report, Span, Zone

POLNEAR = DATA / "news" / "polnear"
ABSENT = "news/polnear is not beside this checkout: PolNeAR is left out."

Split = Literal["dev", "train"]
#: Words that begin the name of the events which are attributions; others mark what was set aside.
_ATTRIBUTION = "Attribution"
_NUMBER = re.compile(r"\d+$")

#: F1 in percent of exact source, cue and content spans as the issue names them: measured on PolNeAR's test part.
PUBLISHED: Mapping[str, tuple[int, int, int]] = {
    "rules, published": (11, 23, 6),
    "CRF, published": (51, 53, 29),
    "BiLSTM-CRF, published": (70, 67, 59),
    "BERT, published": (83, 75, 73),
    "an afternoon's rules": (56, 57, 47),
    "a two-minute CRF on words": (65, 64, 50),
}


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A text and the relations that each of its annotators marked, in the order of their names."""

    name: str
    text: str
    annotations: tuple[tuple[Relation, ...], ...]


def read_polnear(split: Split) -> list[AnnotatedText]:
    """Return the texts of one part in the order of their names; none where the folder is absent."""
    files: dict[str, list[Path]] = defaultdict(list)
    for path in sorted((POLNEAR / split / "attributions").glob("*.ann")):
        files[path.stem.rpartition("_")[0]].append(path)
    return [
        AnnotatedText(
            name, _read_text(POLNEAR / split / "text" / f"{name}.txt"), tuple(map(read_annotation, paths))
        )
        for name, paths in files.items()
    ]


def _read_text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def read_annotation(path: Path) -> tuple[Relation, ...]:
    """Return the relations of a brat file that have a cue and a content."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    stretches = {row[0]: _read_stretches(row[1]) for row in rows if row[0].startswith("T")}
    events = (row[1].split() for row in rows if row[0].startswith("E"))
    relations = (_read_relation(event[1:], stretches) for event in events if event[0].startswith(_ATTRIBUTION))
    return tuple(relation for relation in relations if relation.cue and relation.content)


def _read_stretches(field: str) -> list[tuple[int, int]]:
    """Return the stretches of ``Content 10 20;25 30``."""
    _, _, offsets = field.partition(" ")
    pairs = (pair.split() for pair in offsets.split(";"))
    return [(int(start), int(end)) for start, end in pairs]


def _read_relation(roles: Sequence[str], stretches: Mapping[str, list[tuple[int, int]]]) -> Relation:
    parts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for role, _, mark in (each.partition(":") for each in roles):
        parts[_NUMBER.sub("", role)].extend(stretches.get(mark, ()))
    return Relation(*(tuple(sorted(parts[role])) for role in ("Source", "Cue", "Content")))


def zone_plainly(text: str) -> Report:
    """Return a text as a report whose every line is body."""
    lines = (Zone("body", Span(found.start(), found.end())) for found in re.finditer(r"[^\r\n]+", text))
    return Report("r1", "text", "", "text", text, tuple(lines))


def zone_as_read(text: str) -> Report:
    """Return a text as the product reads it from a file; one that is refused has no zones."""
    try:
        return report_from_bytes(text.encode("utf-8"), "report.txt", id="r1")
    except ReportFileError:
        return Report("r1", "text", "", "text", text, ())


def find_relations(report: Report) -> list[Relation]:
    """Return the relations that the product finds in a report."""
    words = split_words(report)
    return [relation_of(found) for found in find_attributions(words, find_quotations(words))]


def measure_polnear(split: Split, texts: Sequence[AnnotatedText]) -> Iterator[Section]:
    """Measure a part against each text's first annotation: with every line as body, then with the product's zones.

    Args:
        split: Which part.
        texts: Its texts, or a sample of them.
    """
    what, gates = f"PolNeAR {split}, {len(texts)} texts", GATES if split == "dev" else {}
    plain = _measure(f"{what}: attributions, the whole text as body", texts, zone_plainly, gates)
    yield replace(plain, notes=describe_peers())
    yield _measure(f"{what}: attributions, zones as the product reads them", texts, zone_as_read, gates)


def _measure(
    title: str, texts: Sequence[AnnotatedText], zone: Callable[[str], Report], gates: Mapping[str, Gate]
) -> Section:
    tallies: list[Tally] = []
    misses: list[str] = []
    for each in texts:
        gold, found = each.annotations[0], find_relations(zone(each.text))
        tallies.append(tally_relations(each.text, gold, found))
        misses.extend(list_misses(each.name, each.text, gold, found))
    return Section(title, measure_shares(tallies, gates), misses=misses)


def describe_peers() -> list[str]:
    """Return the figures of other systems, as the issue names them."""
    peers = (f"{name} {source}/{cue}/{content}" for name, (source, cue, content) in PUBLISHED.items())
    return [f"Exact source/cue/content F1 of others, on the test part, not measured here: {'; '.join(peers)}."]


def list_misses(name: str, text: str, gold: Sequence[Relation], found: Sequence[Relation]) -> Iterator[str]:
    """Yield gold relations that were not found and found ones that are none, each in a line."""
    matched = match_relations(gold, found)
    for number, relation in enumerate(gold):
        if number not in matched:
            yield f"{name}: missed {describe_relation(text, relation)}"
    for number, relation in enumerate(found):
        if number not in matched.values():
            yield f"{name}: false {describe_relation(text, relation)}"


def measure_annotators(split: Split, texts: Sequence[AnnotatedText]) -> Section:
    """Measure the further annotations of a text against its first: what nobody can be asked to exceed by much."""
    first = [(each.text, each.annotations[0], other) for each in texts for other in each.annotations[1:]]
    by_text: dict[str, list[Tally]] = defaultdict(list)
    for text, gold, other in first:
        by_text[text].append(tally_relations(text, gold, other))
    title = f"PolNeAR {split}: annotators of one text, {len(first)} measured against the first of it (the ceiling)"
    return Section(title, measure_shares([add_tallies(tallies) for tallies in by_text.values()]))


def choose_texts(texts: Sequence[AnnotatedText], count: int) -> Sequence[AnnotatedText]:
    """Return a seeded sample of texts in their order."""
    chosen = random.Random(SEED).sample(range(len(texts)), min(count, len(texts)))  # noqa: S311 - a sample
    return [texts[number] for number in sorted(chosen)]

"""How well are listed names found in running text, and how often is an innocent namesake called listed?

``python bench/party_mentions.py`` measures on PolNeAR against the real list. The labels are places only: the first
half of a text's SHA-256, start, end, party. 204 true mentions were marked by reading 58 articles (``recall``, with
spellings that the list has not), and 200 mentions that the program had found, drawn at random with a fixed seed
from all that name somebody, were checked by hand (``right``, ``wrong``). ``--words`` prints the table of ordinary
words anew.
"""

import argparse
import csv
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from figures import Figure, Gate, Section, draw_section, measure_shares
from places import DATA, find_benchmark
from readers import prepare_reader
from rich.console import Console

from ostiary.documents.parties import PartyNames, find_mentions
from ostiary.model.reports import Mention, Report, Span, Zone

LABELS = Path(__file__).resolve().parent / "data" / "reading" / "party_mentions.csv"
POLNEAR = DATA / "news" / "polnear"
ABSENT = "news/polnear is not beside this checkout: party mentions are left out."
UNLISTED = ("us_congress_persons.csv", "not_listed_us.csv", "not_listed_global.csv")
GATES = {"precision, checked by hand": Gate(0.97)}
#: A plain report, and one full of all that speaks for a listed party.
TEMPLATES = {
    "a plain report": "The budget vote was put off. Resident {} told the council on Monday that the bridge leaks.",
    "a report on terrorism": (
        "A terrorism trial opened after sanctions were imposed. The witness {} told the court of militants and "
        "smuggling. In Moscow, Iran and Venezuela officials were silent."
    ),
}
_LOWER = re.compile(r"(?<![\w'\u2019-])[a-z]{2,}(?!\w)")
_LEAST_ARTICLES = 2


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A place in an article and the party that it names."""

    article: str
    start: int
    end: int
    party: str


def read_labels() -> Mapping[str, list[Label]]:
    """Return the labels by what they are for: ``recall``, ``right``, ``wrong``."""
    labels: dict[str, list[Label]] = defaultdict(list)
    with LABELS.open(encoding="utf-8") as lines:
        for row in csv.DictReader(line for line in lines if not line.startswith("#")):
            labels[row["use"]].append(Label(row["article"], int(row["start"]), int(row["end"]), row["party"]))
    return labels


def article_key(text: str) -> str:
    """Return what a label calls an article."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def read_articles(*splits: str) -> dict[str, str]:
    """Return the texts of PolNeAR by key; none where the folder is absent."""
    paths = (path for split in splits for path in sorted((POLNEAR / split / "text").glob("*.txt")))
    return {article_key(text): text for text in (path.read_bytes().decode() for path in paths)}


def read_mentions(text: str, names: PartyNames) -> tuple[Mention, ...]:
    """Return the mentions by name in a text."""
    report = Report("r1", "text", "", "text", text, (Zone("body", Span(0, len(text))),), language="en")
    return tuple(one for one in find_mentions(report, names) if one.matched_name)


def measure_parties(names: PartyNames) -> Iterator[Section | str]:
    """Yield the figures of party mentions, or say why they are left out."""
    articles = read_articles("dev", "train")
    if articles:
        found = {key: read_mentions(text, names) for key, text in articles.items()}
        yield _measure_labels(found)
    else:
        yield ABSENT
    yield _measure_unlisted(names)


def _measure_labels(found: Mapping[str, Sequence[Mention]]) -> Section:
    labels = read_labels()
    missed = [label for label in labels["recall"] if not _finds(found.get(label.article, ()), label)]
    figures = measure_shares([*_recall(labels["recall"], found), *_precision(labels, found)], GATES)
    sure = sum(one.sure for mentions in found.values() for one in mentions)
    count = sum(map(len, found.values()))
    figures.append(Figure("mentions by name", count, f"{len(found):,} articles, {sure:,} sure", digits=0))
    notes = ["Whoever is shown as possibly meant counts as found; a span must overlap and the party be right."]
    return Section("Listed names in PolNeAR, dev and train", figures, notes, [f"missed: {one}" for one in missed])


def _finds(mentions: Iterable[Mention], label: Label, *, sure: bool = False) -> bool:
    span = Span(label.start, label.end)
    return any(
        one.span.overlaps(span) and one.party_id == label.party and (one.sure or not sure) for one in mentions
    )


def _recall(
    labels: Sequence[Label], found: Mapping[str, Sequence[Mention]]
) -> Iterator[dict[str, tuple[int, int]]]:
    by_article: dict[str, list[Label]] = defaultdict(list)
    for label in labels:
        by_article[label.article].append(label)
    for key, own in by_article.items():
        mentions = found.get(key, ())
        yield {
            "recall, sure or possible": (sum(_finds(mentions, label) for label in own), len(own)),
            "recall, sure": (sum(_finds(mentions, label, sure=True) for label in own), len(own)),
        }


def _precision(
    labels: Mapping[str, Sequence[Label]], found: Mapping[str, Sequence[Mention]]
) -> Iterator[dict[str, tuple[int, int]]]:
    """What was checked and is still found: of what was checked, nothing else can be judged."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for verdict in ("right", "wrong"):
        for label in labels[verdict]:
            if _finds(found.get(label.article, ()), label):
                counts[label.article][0] += verdict == "right"
                counts[label.article][1] += 1
    yield from ({"precision, checked by hand": (right, all_)} for right, all_ in counts.values())


def _measure_unlisted(names: PartyNames) -> Section:
    figures = [figure for name in UNLISTED for kind in TEMPLATES for figure in _measure_people(name, kind, names)]
    return Section("People who are on no list, each named once in a short report", figures)


def _measure_people(name: str, kind: str, names: PartyNames) -> Iterator[Figure]:
    path = find_benchmark(name)
    if path is None:
        return
    with path.open(encoding="utf-8") as lines:
        people = [row["full_name"] for row in csv.DictReader(lines)]
    found = [read_mentions(TEMPLATES[kind].format(person), names) for person in people]
    sure = sum(any(one.sure for one in mentions) for mentions in found)
    for what, count in (("taken for listed", sure), ("shown as possible", sum(map(bool, found)) - sure)):
        title = f"{path.stem}, {kind}: {what}, per 1,000"
        yield Figure(title, 1_000 * count / len(people), f"{count} of {len(people):,}", digits=2)


def list_words() -> Iterator[str]:
    """Yield the rows of ``ordinary_words.csv``: words in lower case, and in how many articles of train each is."""
    counts = Counter(word for text in read_articles("train").values() for word in set(_LOWER.findall(text)))
    yield from (f"{word},{count}" for word, count in sorted(counts.items()) if count >= _LEAST_ARTICLES)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--home", type=Path, help="a home whose list is compiled; else the newest list is, if any")
    parser.add_argument("--misses", action="store_true", help="print where a true mention was missed")
    parser.add_argument("--words", action="store_true", help="print the table of ordinary words")
    arguments = parser.parse_args()
    if arguments.words:
        print("\n".join(list_words()))
        return
    console = Console(width=120)
    with ExitStack() as stack:
        reader = stack.enter_context(prepare_reader(arguments.home))
        console.print(f"Read against {reader.list_name}.")
        for section in measure_parties(reader.names):
            console.print(section if isinstance(section, str) else draw_section(section))
            if arguments.misses and not isinstance(section, str):
                console.print("\n".join(section.misses), soft_wrap=True)


if __name__ == "__main__":
    main()

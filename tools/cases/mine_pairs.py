"""Propose labelled pairs of names from recorded lists: two names of one party, or two parties with close names.

Usage: python tools/cases/mine_pairs.py --register ~/.local/share/ostiary/register.sqlite --out proposals.csv

What it writes are proposals: each is read by a person, who throws away what is doubtful, before it goes into a
table of tests/cases. Pairs that stand there already are not proposed again. The same register, tables and seed
give the same proposals.
"""

import argparse
import csv
import itertools
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from edits import is_alike
from listed_names import ListedName, read_names, split_words
from same_party import class_same
from two_parties import class_two, find_neighbours

CASES = Path(__file__).resolve().parents[2] / "tests" / "cases"
LISTS = ("us_ofac", "gb_sanctions_list", "eu_fsf", "un_sc", "ca_sema")
COLUMNS = ("name1", "name2", "schema", "should_fire", "same_entity", "class", "source", "reason")
#: A party with more names than these has them in many languages: the first ones are nearest to the primary name.
_NAMES = 10
_BEARERS = {"Person": "person", "Vessel": "vessel", "Airplane": "aircraft"}
_COUNTRIES = {
    "Arabic and Persian": "Iraq Syria Lebanon Yemen Libya Egypt Algeria Tunisia Saudi Sudan Kuwait Jordan Iran",
    "Korean": "Korea",
    "Chinese and neighbours": "China Hong Taiwan Burma Myanmar Vietnam",
    "Iberian": "Mexico Colombia Venezuela Cuba Spain Honduras Nicaragua Guatemala Peru Ecuador Salvador Brazil",
}
_SCRIPTS = {
    "CYRILLIC": "Slavic",
    "ARABIC": "Arabic and Persian",
    "CJK": "Chinese and neighbours",
    "HANGUL": "Korean",
}
#: Scripts that write no vowels, no gaps or other sounds: a letter-by-letter reading does not show one name.
_LOOSE = frozenset(("ARABIC", "HEBREW", "CJK", "THAI"))
#: Classes that are chosen evenly over the regions.
_REGIONAL = frozenset(("one letter", "spelling", "order", "joined and split"))


class Pair(NamedTuple):
    """A proposed row; the class still names bearer and region, to choose evenly."""

    left: ListedName
    right: ListedName
    kind: str

    @property
    def marks(self) -> frozenset[str]:
        """Both names without order, signs and accents."""
        return frozenset((_mark(self.left.text), _mark(self.right.text)))


def _mark(text: str) -> str:
    return " ".join(sorted(split_words(text)))


def propose_same(names: Sequence[ListedName]) -> Iterator[Pair]:
    """Yield the pairs of names of one party that have a class of variation."""
    region = find_region(names)
    for left, right in itertools.combinations(names[:_NAMES], 2):
        kind = class_same(left, right)
        if not kind or not _can_be_one(left, right):
            continue
        bearer = _BEARERS.get(left.schema, "organisation")
        regional = bearer == "person" and kind in _REGIONAL
        yield Pair(left, right, f"{bearer}, one: {kind}{f', {region}' if regional else ''}")


def find_region(names: Sequence[ListedName]) -> str:
    """Return where the names of a party come from, by their scripts and its countries; ``other`` where unknown."""
    found = {_SCRIPTS[name.script] for name in names if name.script in _SCRIPTS}
    countries = " ".join(names[0].countries)
    found = found or {
        region for region, places in _COUNTRIES.items() if any(place in countries for place in places.split())
    }
    return min(found, default="other")


def _can_be_one(left: ListedName, right: ListedName) -> bool:
    """Return whether names in two scripts can be one name, and not a name and its translation."""
    if left.script == right.script:
        return True
    if _LOOSE & {left.script, right.script}:
        return left.schema == "Person" and abs(len(left.words) - len(right.words)) <= 2  # noqa: PLR2004 - gaps differ
    joined = ("".join(sorted(left.words)), "".join(sorted(right.words)))
    return len(left.words) == len(right.words) and is_alike(*joined)


def propose_two(parties: Sequence[Sequence[ListedName]]) -> Iterator[Pair]:
    """Yield pairs of different parties whose names are close, in Latin letters and across scripts."""
    by_party = {names[0].party: names for names in parties}
    for left, right in find_neighbours(parties):
        kind = class_two(left, right)
        if not kind:
            continue
        bearer = _BEARERS.get(left.schema, "organisation")
        yield Pair(left, right, f"{bearer}, two: {kind}")
        native = next((name for name in by_party[right.party] if name.script in _SCRIPTS), None)
        if native and _can_be_one(right, native):
            yield Pair(left, native, f"{bearer}, two: {kind}, {native.script}")


def choose(pairs: Iterable[Pair], count: int, random: Random) -> Iterator[Pair]:
    """Yield up to so many pairs of each class, and at most one of a party in a class."""
    classes: defaultdict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        classes[pair.kind].append(pair)
    for _, members in sorted(classes.items()):
        members.sort(key=lambda pair: (pair.left.party, pair.right.party, pair.left.text, pair.right.text))
        random.shuffle(members)
        yield from itertools.islice(_take_apart(members), count)


def _take_apart(pairs: Iterable[Pair]) -> Iterator[Pair]:
    seen: set[str] = set()
    for pair in pairs:
        marks = {pair.left.party, pair.right.party, *pair.marks}
        if not marks & seen:
            seen |= marks
            yield pair


def read_avoided(folder: Path | None) -> frozenset[str]:
    """Return every name in the tables of a folder, so that what is measured with them stays unseen."""
    names = set()
    for path in sorted([*folder.rglob("*.csv"), *folder.rglob("*.yml")]) if folder else []:
        with path.open(encoding="utf-8", newline="") as table:
            rows: Iterable[list[str]] = csv.reader(table)
            if path.suffix == ".yml":
                rows = [[line.partition("name:")[2]] for line in table]
            names |= {_mark(cell) for row in rows for cell in row}
    return frozenset(names - {""})


def read_pairs() -> frozenset[frozenset[str]]:
    """Return the pairs that stand in the tables of tests/cases."""
    found = set()
    for path in CASES.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as table:
            found |= {
                frozenset((_mark(row["name1"]), _mark(row["name2"])))
                for row in csv.DictReader(table)
                if "name1" in row
            }
    return frozenset(found)


def write_rows(pairs: Iterable[Pair], path: Path) -> int:
    """Write proposals and return how many; the labels are those that the class suggests."""
    written = 0
    with path.open("w", encoding="utf-8", newline="") as target:
        table = csv.writer(target, lineterminator="\n")
        table.writerow(COLUMNS)
        for written, (left, right, kind) in enumerate(pairs, start=1):  # noqa: B007 - the count is the answer
            same = left.party == right.party
            fires = "other name" not in kind if same else "one letter" in kind or "a word more" in kind
            source = left.party if same else f"{left.party} {right.party}"
            labels = (str(fires).lower(), str(same).lower())
            table.writerow((left.text, right.text, left.schema, *labels, kind, source, ""))
    return written


def main() -> None:
    """Read the register and write proposals."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--register", type=Path, required=True, help="the register's file")
    parser.add_argument("--out", type=Path, required=True, help="the table to write")
    parser.add_argument("--avoid", type=Path, help="a folder of tables whose names are left out")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--per-class", type=int, default=30)
    given = parser.parse_args()
    pairs: list[Pair] = []
    for list_id in LISTS:
        parties = [names for names in read_names(given.register, (list_id,)) if names]
        pairs += (pair for names in parties for pair in propose_same(names))
        pairs += propose_two(parties)
    fresh = keep_unseen(pairs, read_avoided(given.avoid), read_pairs())
    count = write_rows(choose(fresh, given.per_class, Random(given.seed)), given.out)  # noqa: S311 - no secret
    sys.stdout.write(f"{count:,} proposals in {given.out}\n")


def keep_unseen(
    pairs: Iterable[Pair], avoided: frozenset[str], known: frozenset[frozenset[str]]
) -> Iterator[Pair]:
    """Yield the pairs with no name that is avoided and that stand in no table yet."""
    for pair in pairs:
        if not pair.marks & avoided and pair.marks not in known:
            yield pair


if __name__ == "__main__":
    main()

"""Do names in other scripts meet their Latin forms? Words, the list's own native names, and false hits.

``python bench/cross_script.py`` ranks, for each word of ``cross_script_tokens.csv``, all Latin words of that file,
ties broken against us; asks for each name that the SDN list gives in another script, with the native names of its
own party set aside; and counts what these names and people who are on no list hit beside.
"""

import argparse
import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from homes import prepare_home
from listed import read_parties
from places import find_benchmark
from rich.console import Console
from rich.progress import track
from rich.table import Table
from strangers import keep_names, read_strangers

import ostiary
from ostiary.model.parties import Alias, Party
from ostiary.model.queries import Query
from ostiary.names.analysis import NameClass, analyse_name, name_readings
from ostiary.names.arrays import number_words, tabulate_names, tabulate_words
from ostiary.names.matching import prepare_name, scan_names, weigh_words
from ostiary.names.scripts import name_script
from ostiary.screening import Engine
from ostiary.screening.comparison import compare
from ostiary.screening.profiles import cost_rows, load_profile

#: Low enough for the rank of any word that has a relation to be told.
FLOOR = 1
PARTS = ("tokens", "native", "strangers")
HITS = 10_000
Row = tuple[str, str, str]


def read_arguments() -> argparse.Namespace:
    """Return the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=Path, help="a list file, or a home whose list is compiled; else the newest")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="what to measure")
    parser.add_argument("--half", choices=("even", "odd"), help="only every second word of the benchmark")
    parser.add_argument("--scripts", nargs="+", help="only these scripts")
    parser.add_argument("--misses", type=Path, help="write what was missed to this CSV file")
    parser.add_argument("--sample", type=int, default=0, help="people on no list; 0: all")
    parser.add_argument("--every", type=int, default=1, help="ask only every so manyth native name for false hits")
    parser.add_argument("--json", action="store_true", help="print JSON in place of tables")
    return parser.parse_args()


def rank_words(rows: Sequence[Row], candidates: Sequence[str]) -> Iterator[tuple[Row, int, str]]:
    """Yield each word with the rank of its Latin form, the worst of those that tie, and the best candidate."""
    names = [analyse_name(text, NameClass.PERSON) for text in candidates]
    numbers = number_words(names)
    words = weigh_words(
        tabulate_words(list(numbers[NameClass.PERSON])), cost_rows(load_profile())[NameClass.PERSON]
    )
    table = tabulate_names(names, numbers)
    for row in track(rows, description="Words", console=Console(stderr=True), transient=True):
        points = np.full(len(candidates), -1)
        for reading in name_readings(row[2], NameClass.PERSON):
            if reading.words:
                points = np.maximum(points, scan_names(prepare_name(reading, words), table, words, FLOOR))
        right = candidates.index(row[1])
        rank = int((points >= points[right]).sum()) if points[right] >= FLOOR else len(candidates)
        rivals = np.where(np.arange(len(candidates)) == right, -1, points)
        yield row, rank, candidates[int(rivals.argmax())]


def measure_words(arguments: argparse.Namespace, misses: list[Sequence[object]]) -> dict[str, dict[str, float]]:
    """Return for each script how many words there are, and the share whose right form is first."""
    path = find_benchmark("cross_script_tokens.csv")
    if not path:
        return {}
    with path.open(encoding="utf-8", newline="") as table:
        rows = [(row["script"], row["latin"], row["original"]) for row in csv.DictReader(table)]
    candidates = sorted({row[1] for row in rows})
    halves = {"even": rows[::2], "odd": rows[1::2]}
    asked = [row for row in halves.get(arguments.half, rows) if row[0] in (arguments.scripts or {row[0]})]
    ranks: dict[str, list[int]] = defaultdict(list)
    for row, rank, rival in rank_words(asked, candidates):
        ranks[row[0]].append(rank)
        if rank > 1:
            misses.append(("word", *row, rank, rival))
    return {
        script: {
            "words": len(found),
            "first": float(np.mean([rank == 1 for rank in found])),
            "first ten": float(np.mean([rank <= 10 for rank in found])),
        }
        for script, found in sorted(ranks.items())
    }


def native_names(parties: Sequence[Party]) -> Iterator[tuple[str, str, Party]]:
    """Yield the names of a list that are not in Latin letters, with their scripts and parties."""
    for party in parties:
        for alias in party.aliases:
            script = name_script(alias.name)
            if script != "Latin":
                yield script, alias.name, party


def is_strong_latin(alias: Alias) -> bool:
    """Return whether an alias makes a hit by itself and is in Latin letters."""
    return alias.quality == "strong" and name_script(alias.name) == "Latin"


def measure_native(
    engine: Engine, parties: Sequence[Party], arguments: argparse.Namespace, misses: list[Sequence[object]]
) -> dict[str, dict[str, float]]:
    """Return the recall of native names against the Latin ones of their party, and what other parties they hit."""
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    asked = [row for row in native_names(parties) if row[0] in (arguments.scripts or {row[0]})]
    for at, (script, name, party) in enumerate(
        track(asked, description="Native names", console=Console(stderr=True), transient=True)
    ):
        latin = [alias.name for alias in party.aliases if is_strong_latin(alias)]
        compared = (compare(name, text, party.schema, profile=engine.profile) for text in latin)
        best = max(compared, key=lambda comparison: comparison.points, default=None)
        if best is None:
            continue
        found = best.points >= engine.threshold
        if not found:
            misses.append(("native", script, party.schema, name, best.right, best.points))
        for group in (script, f"{script} {party.schema}"):
            tallies[group].update(names=1, found=found)
        if at % arguments.every == 0:
            query = Query(names=(name,), schema=party.schema)
            others = {hit.party_id for hit in engine.screen(query, limit=HITS)} - {party.id}
            tallies[script].update(asked=1, others=len(others))
    return {
        group: {
            "names": tally["names"],
            "recall": tally["found"] / tally["names"],
            "others": tally["others"] / max(tally["asked"], 1),
        }
        for group, tally in sorted(tallies.items())
    }


def measure_strangers(engine: Engine, arguments: argparse.Namespace) -> dict[str, dict[str, float]]:
    """Return for each script how many people who are on no list are hit."""
    path = find_benchmark("not_listed_global.csv")
    if not path:
        return {}
    tallies: dict[str, Counter[str]] = defaultdict(Counter)
    people = keep_names(read_strangers(path, arguments.sample))
    for person in track(people, description="Strangers", console=Console(stderr=True), transient=True):
        hits = engine.screen(person, limit=HITS).hits
        tallies[name_script(person.names[0])].update(people=1, alerts=bool(hits), hits=len(hits))
    return {script: dict(tally) for script, tally in sorted(tallies.items())}


def draw(title: str, groups: dict[str, dict[str, float]]) -> Table:
    """Return figures as a table: one row a group."""
    columns = list(next(iter(groups.values()), {}))
    table = Table("", *columns, title=title)
    for group, figures in groups.items():
        table.add_row(group, *(f"{figures.get(name, 0):.3f}".removesuffix(".000") for name in columns))
    return table


def main() -> None:
    """Measure what was asked for and print it."""
    arguments = read_arguments()
    misses: list[Sequence[object]] = []
    found: dict[str, dict[str, dict[str, float]]] = {}
    if "tokens" in arguments.only:
        found["words, right one first"] = measure_words(arguments, misses)
    if {"native", "strangers"} & set(arguments.only):
        with prepare_home(arguments.list) as home:
            engine = ostiary.open(home)
            if "native" in arguments.only:
                found["native names of the list"] = measure_native(engine, read_parties(home), arguments, misses)
            if "strangers" in arguments.only:
                found["people on no list"] = measure_strangers(engine, arguments)
    if arguments.misses:
        with arguments.misses.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(misses)
    if arguments.json:
        print(json.dumps(found, indent=2))
        return
    for title, groups in found.items():
        Console().print(draw(title, groups))


if __name__ == "__main__":
    main()

"""How good is the matching? Ostiary beside nomenklatura's logic-v2 and scans with rapidfuzz, in one run.

``python bench/quality.py`` measures on the labelled pairs, on people who are on no list, on altered people of the
UN list, and on the listed names themselves. What needs data that is not there is left out, and said. Figures in
docs/scores.md come from ``--sample 0 --logic-sample 0 --kept FILE``: all rows of all files; what logic-v2 says is
kept in the file, so that a run that was ended goes on.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from altered import FILE as ALTERED_FILE
from altered import measure_altered, read_altered
from entities import measure_entities, read_entity_pairs
from homes import prepare_home
from judged import Judgements
from listed import ListedNames, collect_names, read_parties
from matchers import list_matchers
from pairs import compare_with, measure_pairs, read_name_pairs, score_pairs, write_misses
from places import UN_LIST, UN_VERSION, find_benchmark, find_versions
from recall import RecallResult, measure_recall
from rich.console import Console
from rich.progress import Progress
from stranger_runs import measure_strangers
from tables import draw_altered, draw_entities, draw_pairs, draw_recall, draw_strangers

import ostiary
from ostiary.model.parties import Party
from ostiary.screening import Engine

#: Columns of a table that goes to a file.
WIDTH = 190
PARTS = ("pairs", "entities", "un", "strangers", "recall")
NOTES = """
P, R, F1 at the matcher's own threshold (0.70; ratios 0.85); best F1 over thresholds in hundredths; 95 % intervals
from 2,000 seeded resamples of the rows, of shares by Wilson. Rows whose label is open are left out.
Strangers: logic-v2 is too slow to scan a list, so each name meets the 20 nearest persons by edit ratio or shared
words besides Ostiary's own hits; more could only give it more false alerts. With --logic-sample it is measured on
a seeded sample, and Ostiary is shown on that sample too. All fields: birth date, nationality, gender, for Ostiary
the place of birth as well, which logic-v2 does not compare.
token_sort_ratio scans all strong names of listed persons, in Latin letters: once at 85, once at the threshold that
has the recall on should_fire that Ostiary has at 0.70.
""".strip()


def read_arguments() -> argparse.Namespace:
    """Return the arguments of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", type=Path, help="a list file, or a home whose list is compiled; else the newest")
    parser.add_argument(
        "--un", type=Path, help="a UN list file, or a home with it compiled; else that of the data"
    )
    parser.add_argument("--sample", type=int, default=1_000, help="names per file and quality; 0: all (hours)")
    parser.add_argument(
        "--logic-sample", type=int, default=200, help="names per file for logic-v2; 0: all (hours)"
    )
    parser.add_argument("--kept", type=Path, help="a file that keeps what logic-v2 says, for the next run")
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS, help="what to measure")
    parser.add_argument("--misses", type=Path, help="write each pair's scores to this CSV file")
    parser.add_argument("--json", action="store_true", help="print JSON in place of tables")
    return parser.parse_args()


def run_pairs(console: Console, misses: Path | None) -> dict[str, Any]:
    """Measure the labelled pairs of names and print the table."""
    path = find_benchmark("name_pairs.csv")
    if not path:
        console.print("name_pairs.csv is not beside this checkout: pairs of names are left out.")
        return {}
    pairs, matchers = read_name_pairs(path), list_matchers()
    scores = score_pairs(pairs, matchers)
    cuts = {matcher.name: matcher.cut for matcher in matchers}
    if misses:
        write_misses(pairs, scores, misses)
    results = measure_pairs(pairs, scores, cuts)
    console.print(draw_pairs(results))
    ahead = compare_with(pairs, scores, cuts, ("ostiary", "logic-v2"))
    for label, measures in ahead.items():
        shown = ", ".join(f"{name} {measures[name]}" for name in ("f1", "best_f1", "auc"))
        console.print(f"Ostiary minus logic-v2, {label}: {shown}")
    return {"pairs": [asdict(result) for result in results], "ahead": _as_plain(ahead)}


def _as_plain(ahead: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {label: {name: asdict(value) for name, value in measures.items()} for label, measures in ahead.items()}


def run_entities(console: Console) -> dict[str, Any]:
    """Measure the labelled pairs of entities and print the table."""
    path = find_benchmark("entity_pairs.yml")
    if not path:
        console.print("entity_pairs.yml is not beside this checkout: pairs of entities are left out.")
        return {}
    names = find_benchmark("name_pairs.csv")
    results = measure_entities(read_entity_pairs(path), read_name_pairs(names) if names else ())
    console.print(draw_entities(results))
    return {"entities": [asdict(result) for result in results]}


def run_ofac(console: Console, arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure over OFAC's list: false hits and recall."""
    if not arguments.list and not find_versions():
        console.print(
            "No real list is beside this checkout: strangers and recall are left out (--list names one)."
        )
        return {}
    found: dict[str, Any] = {}
    with prepare_home(arguments.list) as home:
        engine, parties = ostiary.open(home), read_parties(home)
        console.print(f"The list: {len(parties):,} parties.")
        if "recall" in arguments.only:
            recall = run_recall(engine, collect_names(parties), arguments.sample)
            console.print(draw_recall(recall))
            found["recall"] = [asdict(result) for result in recall]
        if "strangers" in arguments.only:
            judgements = _make_judgements(parties, arguments.kept)
            found["strangers"] = run_strangers(console, engine, parties, judgements, arguments)
    return found


def run_un(console: Console, arguments: argparse.Namespace) -> dict[str, Any]:
    """Measure over the UN list: its altered people, and false hits."""
    path, given = find_benchmark(ALTERED_FILE), arguments.un or UN_VERSION
    if not path or not given.exists():
        console.print("The altered people or the UN list are not beside this checkout: left out (--un names one).")
        return {}
    with prepare_home(given, UN_LIST) as home:
        engine, parties = ostiary.open(home), read_parties(home, UN_LIST)
        people, absent = read_altered(path, parties)
        console.print(f"The UN list: {len(parties):,} parties; altered people that it lacks: {absent or 'none'}.")
        judgements = _make_judgements(parties, arguments.kept)
        altered = measure_altered(people, engine, judgements)
        console.print(draw_altered(altered))
        strangers = run_strangers(console, engine, parties, judgements, arguments)
        return {"altered": [asdict(result) for result in altered], "strangers un": strangers}


def _make_judgements(parties: list[Party], kept: Path | None) -> Judgements:
    """logic-v2 over a list; its version stands in the file that keeps what it says."""
    by_id = {party.id: party for party in parties}
    return Judgements(by_id, kept, f"{parties[0].list_id} {parties[0].version}")


def run_strangers(
    console: Console, engine: Engine, parties: list[Party], judgements: Judgements, arguments: argparse.Namespace
) -> list[dict[str, Any]]:
    """Measure the false hits of one list, print the table, and return the rows."""
    results = measure_strangers(engine, parties, judgements, arguments.sample, arguments.logic_sample)
    console.print(draw_strangers(results, f"{parties[0].list_id} {parties[0].version}"))
    return [asdict(result) for result in results]


def run_recall(engine: Engine, names: ListedNames, sample: int) -> list[RecallResult]:
    """Measure recall and show how far it is."""
    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Listed names", total=min(len(names), 2 * sample) if sample else len(names))
        return measure_recall(engine, names, sample=sample, progress=lambda done: progress.advance(task, done))


def main() -> None:
    """Measure what was asked for and print it."""
    arguments = read_arguments()
    console = Console(stderr=arguments.json, width=None if sys.stdout.isatty() else WIDTH)
    found: dict[str, Any] = {}
    if "pairs" in arguments.only:
        found |= run_pairs(console, arguments.misses)
    if "entities" in arguments.only:
        found |= run_entities(console)
    if "un" in arguments.only:
        found |= run_un(console, arguments)
    if {"strangers", "recall"} & set(arguments.only):
        found |= run_ofac(console, arguments)
    console.print(NOTES, style="dim")
    if arguments.json:
        print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()

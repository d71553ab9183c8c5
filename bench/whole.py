"""The whole way at any size: invented parties to an index file, and that file asked by a process of its own.

``python bench/whole.py --most 1000000`` invents people and companies with further names, a part of them in
Cyrillic letters, the commonest words far commoner than the rest; compiles them into an index file, checks that
each is found by its own name, and asks for some of them with a letter lost and for strangers. Each step is a
process, measured with all that it starts. ``--write`` puts the table into docs/performance.md. Parties come from
a file of names: reading and recording a list of that size is no part of it.
"""

import argparse
import json
import math
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import accumulate
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from growth import CYRILLIC, MIDDLE, NAMES_OF_SURNAME, PAGE, TO_CYRILLIC, invent_surnames
from inventions import read_forms
from speed import Run, describe_machine, launch, replace_block

from ostiary.model.parties import Alias, NamePart, Party
from ostiary.model.statements import ListVersion, Snapshot

SEED = 17
SIZES = (10**5, 10**6, 5 * 10**6)
#: Share of companies, and names of each party on average: those of OFAC's list.
COMPANIES, NAMES_OF_PARTY = 0.5, 2.64
LEGAL_FORMS = ("LLC", "LTD", "S.A.", "GMBH", "OOO", "CO")
AT_ONCE = 10_000
ASKED = 200
FEW = 1_000
PARTS = ("lastName", "firstName", "middleName")


class Words:
    """Words to make names of, the n-th commonest about 1/n as common as the first.

    Args:
        dice: Chooses them.
        names: How many names are made of them: more names have more surnames.
    """

    def __init__(self, dice: Random, names: int) -> None:
        self._dice = dice
        surnames = invent_surnames(dice, max(names // NAMES_OF_SURNAME, 50))
        given = [form for form in read_forms("given_names.csv") if len(form) > len("ab")]
        dice.shuffle(given)
        things = [form for form in read_forms("organisation_words.csv") if len(form) > len("abc")]
        self._words = [
            (words, list(accumulate(1 / (at + 10) for at in range(len(words)))))
            for words in (surnames, given, things)
        ]

    def _choose(self, which: int) -> str:
        words, weights = self._words[which]
        return self._dice.choices(words, cum_weights=weights)[0]

    def invent(self, *, company: bool) -> list[str]:
        """Return the words of a name: surname, given names; or those of a company, the legal form last."""
        if company:
            count = self._dice.randint(1, 3)
            return [self._choose(0), *(self._choose(2) for _ in range(count)), self._dice.choice(LEGAL_FORMS)]
        words = [self._choose(0), *(self._choose(1) for _ in range(2 if self._dice.random() < MIDDLE else 1))]
        return [word.translate(TO_CYRILLIC) for word in words] if self._dice.random() < CYRILLIC else words


def invent(folder: Path, count: int) -> dict[str, Any]:
    """Write so many names into a file: for each party its schema and its names, and queries into another."""
    dice = Random(SEED)  # noqa: S311 - invented names are no secret
    words, parties, names = Words(dice, count), 0, 0
    with (folder / "names.jsonl").open("w", encoding="utf-8") as target:
        while names < count:
            company = dice.random() < COMPANIES
            of_party = 1 + round(dice.expovariate(1 / (NAMES_OF_PARTY - 1)))
            rows = [words.invent(company=company) for _ in range(min(of_party, count - names))]
            target.write(json.dumps([company, rows], ensure_ascii=False) + "\n")
            parties, names = parties + 1, names + len(rows)
    (folder / "asked.json").write_text(json.dumps(list(choose_queries(folder, parties))), encoding="utf-8")
    (folder / "counts.json").write_text(json.dumps([parties, names]), encoding="utf-8")
    return {"parties": parties, "names": names}


def choose_queries(folder: Path, parties: int) -> Iterator[tuple[bool, str]]:
    """Yield what is asked: half of it listed names with a letter lost, half strangers of the same make."""
    dice = Random(SEED + 1)  # noqa: S311 - invented names are no secret
    chosen, strange = set(dice.sample(range(parties), min(ASKED // 2, parties))), Words(dice, AT_ONCE)
    with (folder / "names.jsonl").open(encoding="utf-8") as source:
        for number, line in enumerate(source):
            if number in chosen:
                company, rows = json.loads(line)
                text = " ".join(dice.choice(rows))
                place = dice.randrange(len(text))
                yield company, text[:place] + text[place + 1 :]
                yield company, " ".join(strange.invent(company=company))


def give_parties(folder: Path) -> Iterator[Party]:
    """Yield the invented parties."""
    with (folder / "names.jsonl").open(encoding="utf-8") as source:
        for number, line in enumerate(source):
            company, rows = json.loads(line)
            aliases = tuple(
                Alias(
                    f"invented:{number}/{at}",
                    " ".join(words),
                    "a.k.a." if at else "name",
                    "strong",
                    "",
                    () if company else tuple(map(NamePart, PARTS, words)),
                )
                for at, words in enumerate(rows)
            )
            born = {} if company else {"birthDate": (f"{1935 + number % 70}",)}
            schema = "Company" if company else "Person"
            yield Party(f"invented:{number}", schema, "invented", "1", aliases, properties=born)


def compile_all(folder: Path, _count: int) -> dict[str, Any]:
    """Compile them."""
    from ostiary.app.collection import collect_rarely  # noqa: PLC0415 - not in the memory of other steps
    from ostiary.index.compilation import compile_index  # noqa: PLC0415 - the same

    parties, _ = json.loads((folder / "counts.json").read_text(encoding="utf-8"))
    day, snapshot = date(2025, 1, 1), Snapshot("0" * 64, 0, "names.jsonl")
    version = ListVersion(
        "invented", 1, "1", day, datetime(2025, 1, 1, tzinfo=UTC), snapshot, "0" * 64, parties, 0
    )
    path = folder / "index.ostiary"
    with collect_rarely():
        facts = compile_index(give_parties(folder), [version], path)
    return {"words": facts.words, "names": facts.names, "bytes": path.stat().st_size}


def check(folder: Path, _count: int) -> dict[str, Any]:
    """Check that every name is found by itself, as after each compile."""
    from ostiary.app.pipeline import check_index  # noqa: PLC0415 - not in the memory of other steps

    check_index(folder / "index.ostiary")
    return {}


def ask(folder: Path, _count: int) -> dict[str, Any]:
    """Ask for one name at a time, whose kind is said: milliseconds each, and this process's own memory."""
    from ostiary.index import open_index  # noqa: PLC0415 - not in the memory of other steps
    from ostiary.model.queries import Query  # noqa: PLC0415 - the same
    from ostiary.screening import Engine  # noqa: PLC0415 - the same

    asked = json.loads((folder / "asked.json").read_text(encoding="utf-8"))
    queries = [
        Query(id=str(at), names=(text,), schema="Company" if company else "Person")
        for at, (company, text) in enumerate(asked)
    ]
    start = time.perf_counter()
    engine = Engine(open_index(folder / "index.ostiary"))
    engine.screen(queries[0])
    first, taken = time.perf_counter() - start, []
    for query in queries[1:]:
        start = time.thread_time()
        engine.screen(query)
        taken.append(1000 * (time.thread_time() - start))
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    anonymous = next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))
    return {"first": first, "milliseconds": sorted(taken), "anonymous": anonymous / 1024}


STEPS = {"invent": invent, "compile": compile_all, "check": check, "ask": ask}


def measure(folder: Path, count: int) -> dict[str, Run]:
    """Take each step as a process, over so many names."""
    script = str(Path(__file__).resolve())
    return {
        step: launch(sys.executable, script, "--step", step, "--most", str(count), "--folder", str(folder))
        for step in STEPS
    }


def measure_apart(count: int, beside: Path | None) -> dict[str, Run]:
    """Take each step over so many names in a folder that is removed."""
    with TemporaryDirectory(prefix="ostiary-bench-", dir=beside) as folder:
        return measure(Path(folder), count)


def draw(rows: dict[int, dict[str, Run]]) -> str:
    """Return the table as Markdown, and by what power of the names the time of compiling grows."""
    lines = [
        "| names | parties | words | compiled in | processor | at most | checked in | index | p50 | p99 | own |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for steps in rows.values():
        compiled, asked = steps["compile"], steps["ask"].answer
        times = asked["milliseconds"]
        lines.append(
            f"| {compiled.answer['names']:,} | {steps['invent'].answer['parties']:,}"
            f" | {compiled.answer['words']:,} | {compiled.seconds:.0f} s | {compiled.cpu:.0f} s"
            f" | {compiled.megabytes:,.0f} MB"
            f" | {steps['check'].seconds:.0f} s | {compiled.answer['bytes'] / 1e6:,.0f} MB"
            f" | {times[len(times) // 2]:.2f} ms | {times[len(times) * 99 // 100]:.1f} ms"
            f" | {asked['anonymous']:.0f} MB |"
        )
    sizes = list(rows)
    if len(sizes) > 1:
        first, last = (rows[size]["compile"].cpu for size in (sizes[0], sizes[-1]))
        power = math.log(last / first) / math.log(sizes[-1] / sizes[0])
        lines += ["", f"The processor time of compiling grows with the {power:.2f}th power of the names."]
    return "\n".join(lines)


def main() -> None:
    """Measure from a hundred thousand names up, and print or write what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[0], help="names of the largest index")
    parser.add_argument("--write", action="store_true", help="also write docs/performance.md")
    parser.add_argument("--folder", type=Path, help="where files are made; else a folder that is removed")
    parser.add_argument("--step", choices=sorted(STEPS), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.step:
        print(json.dumps(STEPS[arguments.step](arguments.folder, arguments.most)))
        return
    sizes = [size for size in SIZES if size <= arguments.most] or [arguments.most]
    measure_apart(FEW, arguments.folder)  # compiles the kernels
    before, rows = describe_machine(), {}
    for size in sizes:
        rows[size] = measure_apart(size, arguments.folder)
        print(draw({size: rows[size]}), flush=True)
    shown = f"{draw(rows)}\n\nBefore: {before}  \nAfter: {describe_machine()}"
    print(shown)
    if arguments.write:
        replace_block(PAGE, "whole", "bench/whole.py", shown)


if __name__ == "__main__":
    main()

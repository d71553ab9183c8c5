"""One phase of the way from a list file to answers, run as a process of its own and printed as JSON.

``python bench/phases.py PHASE HOME [FILE]``: see :data:`PHASES`. ``bench/speed.py`` starts and measures them.
"""
# ruff: noqa: PLC0415 - the memory of one phase must not hold what another one imports

import json
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from places import LIST

if TYPE_CHECKING:
    from ostiary.register import Register

SEED = 7
#: Queries for one name at a time, and for a batch.
SINGLE, BATCH = 200, 1_000
#: Queries for what is slow.
FEW = 20
#: Entities that logic-v2 is given free per name.
GIVEN = 10


def read(_home: Path, file: Path) -> dict[str, Any]:
    """Read a list file to its end."""
    from ostiary.lists import read_list

    reading = read_list(LIST, file)
    counts = [len(listing.statements) for listing in reading.listings]
    return {"parties": len(counts), "statements": sum(counts), "warnings": len(reading.warnings)}


def record(home: Path, file: Path) -> dict[str, Any]:
    """Read a list file and record it."""
    from ostiary.app.settings import read_settings
    from ostiary.lists import read_list
    from ostiary.register import open_register

    settings = read_settings(home)
    with open_register(settings.register_path, create=True) as register:
        recording = register.record(read_list(LIST, file), accept_shrink="a benchmark")
    return {"parties": recording.version.parties, "bytes": settings.register_path.stat().st_size}


def compile_home(home: Path, _file: Path) -> dict[str, Any]:
    """Compile the newest recorded version."""
    from ostiary.app.settings import read_settings
    from ostiary.index.compilation import compile_index
    from ostiary.register import open_register

    settings = read_settings(home)
    settings.index_path.parent.mkdir(parents=True, exist_ok=True)
    with open_register(settings.register_path) as register:
        state = register.state(LIST)
        facts = compile_index(state.parties(), [state.version], settings.index_path)
    return {"parties": facts.parties, "names": facts.names, "bytes": settings.index_path.stat().st_size}


def ask(home: Path, _file: Path) -> dict[str, Any]:
    """Ask a warmed process for one name at a time, then for a batch: milliseconds each, names per second."""
    import ostiary
    from ostiary.model.queries import Query, collect_batch

    names = _choose_names(home, SINGLE + BATCH)
    engine = ostiary.open(home)
    engine.warm()
    taken = [_time(partial(engine.screen, name)) for name in names[:SINGLE]]
    batch = collect_batch(Query(id=str(at), names=(name,)) for at, name in enumerate(names[SINGLE:]))
    return {
        "milliseconds": [1000 * seconds for seconds in taken],
        "rate": BATCH / _time(lambda: engine.screen_batch(batch)),
    }


def compare_all(home: Path, _file: Path) -> dict[str, Any]:
    """Ask for one name at a time, compared with every listed name: the same answers, without an index."""
    import ostiary
    from ostiary.screening import Engine

    names, opened = _choose_names(home, SINGLE), ostiary.open(home)
    engines = Engine(opened.index), Engine(opened.index, exhaustive=True)
    answers = [engine.screen(name) for name in names[:FEW] for engine in engines]
    taken = [_time(partial(engines[1].screen, name)) for name in names[:FEW]]
    equal = sum(one.hits == other.hits for one, other in zip(answers[::2], answers[1::2], strict=True))
    return {"milliseconds": _as_milliseconds(taken), "rate": FEW / sum(taken), "equal": 100 * equal / FEW}


def rest(home: Path, _file: Path) -> dict[str, Any]:
    """Open the index, answer once, and say how much memory is this process's own: what is mapped is shared."""
    import ostiary

    engine = ostiary.open(home)
    for name in _choose_names(home, FEW):
        engine.screen(name)
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    anonymous = next(int(line.split()[1]) for line in status if line.startswith("RssAnon"))
    return {"megabytes": anonymous / 1024}


def cross(home: Path, _file: Path) -> dict[str, Any]:
    """Compare all queries with all written names by rapidfuzz's ``cdist``; one thread."""
    from listed import collect_names, fold_words, read_parties
    from rapidfuzz import fuzz, process

    listed = [fold_words(text) for text in collect_names(read_parties(home)).texts]
    queries = [fold_words(name) for name in _choose_names(home, SINGLE)]
    return {"rate": SINGLE / _time(lambda: process.cdist(queries, listed, scorer=fuzz.ratio, workers=1))}


def multiply(home: Path, _file: Path) -> dict[str, Any]:
    """Find ten candidates for each query as the product of sparse matrices of trigrams, on one thread.

    By sparse_dot_topn, or where that is not installed by SciPy, which keeps all of the product and is slower.
    """
    from listed import collect_names, fold_words, read_parties
    from trigrams import find_product, weigh_trigrams

    listed = [fold_words(text) for text in collect_names(read_parties(home)).texts]
    queries = [fold_words(name) for name in _choose_names(home, SINGLE)]
    ours, theirs = weigh_trigrams(queries, listed)
    by, product = find_product(GIVEN)
    return {"rate": SINGLE / _time(lambda: product(ours, theirs)), "by": by}


def scan(home: Path, _file: Path) -> dict[str, Any]:
    """Scan all written names with rapidfuzz's token_sort_ratio, names folded and sorted beforehand; one thread."""
    from listed import collect_names, fold_words, read_parties
    from rapidfuzz import fuzz, process

    listed = [fold_words(text) for text in collect_names(read_parties(home)).texts]
    queries = [fold_words(name) for name in _choose_names(home, SINGLE)]
    taken = [_time(partial(process.extract, name, listed, scorer=fuzz.ratio)) for name in queries]
    return {"milliseconds": _as_milliseconds(taken), "rate": SINGLE / sum(taken)}


def judge(home: Path, _file: Path) -> dict[str, Any]:
    """Compare each name with ten listed parties by logic-v2: the search for them is not counted."""
    from followthemoney import ValueEntity
    from listed import describe_party, read_parties
    from matchers import LogicJudge, make_entity

    logic, parties = LogicJudge(), read_parties(home)
    entities = [make_entity(party.schema, describe_party(party)) for party in parties[:: len(parties) // 2_000]]
    random = Random(SEED)  # noqa: S311 - a sample
    queries = [make_entity("LegalEntity", {"name": (name,)}) for name in _choose_names(home, SINGLE)]

    def judge_some(query: ValueEntity, some: list[ValueEntity]) -> None:
        for listed in some:
            logic.judge(query, listed)

    judge_some(queries[0], entities[:50])  # loads its tables of names of persons and of organisations
    taken = [_time(partial(judge_some, query, random.sample(entities, GIVEN))) for query in queries]
    return {"milliseconds": _as_milliseconds(taken), "rate": SINGLE / sum(taken)}


def _choose_names(home: Path, count: int) -> list[str]:
    """Return seeded queries: half of them listed names with a letter lost, half invented people."""
    from inventions import Inventor
    from listed import collect_names, read_parties

    random = Random(SEED)  # noqa: S311 - a sample
    listed = random.sample(collect_names(read_parties(home)).texts, count // 2)
    damaged = [text[:at] + text[at + 1 :] for text in listed if (at := random.randrange(len(text))) >= 0]
    invented = [
        " ".join(text for _, text in party.names[0].parts)
        for party in Inventor(SEED).invent_parties(count - len(damaged))
    ]
    mixed = damaged + invented
    random.shuffle(mixed)
    return mixed


def _as_milliseconds(taken: list[float]) -> list[float]:
    return [1000 * seconds for seconds in taken]


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def recall_state(home: Path, _file: Path) -> dict[str, Any]:
    """Read a whole list as of a day gone by, then show parties of it: seconds, milliseconds each."""
    from ostiary.app.collection import collect_rarely
    from ostiary.app.dates import NOW
    from ostiary.app.dossier import gather_dossier
    from ostiary.app.settings import read_settings
    from ostiary.register import open_register

    with open_register(read_settings(home).register_path) as register:
        day = register.versions(LIST)[-2].published
        state = register.state(LIST, known_at=day, valid_on=day)
        parties: list[str] = []
        with collect_rarely():  # as every command does that reads whole lists
            seconds = _time(lambda: parties.extend(party.id for party in state.parties()))
        shown = [parties[place] for place in range(0, len(parties), len(parties) // SINGLE)]
        gather_dossier(register, shown[0], NOW)
        taken = [_time(partial(_show, register, party_id)) for party_id in shown]
    return {"parties": len(parties), "seconds": seconds, "milliseconds": _as_milliseconds(taken)}


def _show(register: "Register", party_id: str) -> None:
    from ostiary.app.dates import NOW
    from ostiary.app.dossier import gather_dossier
    from ostiary.model.errors import NotFoundError

    with suppress(NotFoundError):  # delisted since
        gather_dossier(register, party_id, NOW)


#: Phase to what it does.
PHASES: dict[str, Callable[[Path, Path], dict[str, Any]]] = {
    "read": read,
    "record": record,
    "compile": compile_home,
    "ask": ask,
    "every": compare_all,
    "rest": rest,
    "cross": cross,
    "multiply": multiply,
    "scan": scan,
    "judge": judge,
    "recall": recall_state,
}


def main() -> None:
    """Run the phase that the arguments name."""
    phase, home, *file = sys.argv[1:]
    print(json.dumps(PHASES[phase](Path(home), Path(*file))))


if __name__ == "__main__":
    main()

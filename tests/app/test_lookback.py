import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from ostiary.app import lookback, query_index
from ostiary.app.bundled import find_samples
from ostiary.app.cli.lookback_words import show_lookback
from ostiary.app.dates import Dates
from ostiary.app.lookback import LookbackRun, find_changed, list_changed, look_back
from ostiary.app.opening import open_engine, use_register
from ostiary.app.query_index import MARGIN, QueryIndex, compile_queries
from ostiary.app.settings import Settings
from ostiary.index import open_index
from ostiary.index.compilation import compile_index
from ostiary.intake import read_customers
from ostiary.model.differences import DIFFERENCE_COLUMNS, Difference, Lookback, LookbackSide
from ostiary.model.errors import IndexFileError
from ostiary.model.parties import Party
from ostiary.model.statements import ListVersion
from ostiary.names.analysis import NameClass, analyse_name
from ostiary.names.arrays import number_words, tabulate_names, tabulate_words
from ostiary.names.matching import prepare_name, scan_names, weigh_words
from ostiary.screening import Engine, load_profile
from ostiary.screening.profiles import cost_rows

Run = Callable[..., Any]
MakeVersion = Callable[..., ListVersion]
CASES = Path(__file__).parents[1] / "cases"
CUSTOMERS = find_samples() / "customers.csv"


def written_pairs() -> list[tuple[str, str]]:
    """The labelled pairs of names: everything that a name's way of being written can do to it."""
    found = []
    for path in sorted(CASES.glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            found += [(row["name1"], row["name2"]) for row in csv.DictReader(file) if row.get("name1")]
    return found


PAIRS = written_pairs()
NAMES = sorted({name for pair in PAIRS for name in pair})


def points(asked: str, listed: str, name_class: NameClass) -> int:
    """The points of one name asked against another listed."""
    names = [analyse_name(listed, name_class), analyse_name(asked, name_class)]
    if not all(name.words for name in names):
        return 0
    numbers = number_words(names[:1])
    words = weigh_words(tabulate_words(list(numbers[name_class])), cost_rows(load_profile())[name_class])
    return int(scan_names(prepare_name(names[1], words), tabulate_names(names[:1], numbers), words, -(1 << 29))[0])


def test_a_name_finds_another_as_that_one_finds_it() -> None:
    assert len(PAIRS) > 3_000
    apart = [
        (left, right, name_class.name)
        for left, right in PAIRS[::3]
        for name_class in (NameClass.PERSON, NameClass.ORGANISATION)
        if abs(points(left, right, name_class) - points(right, left, name_class)) > MARGIN
    ]
    assert apart == []


def compile_engine(folder: Path, parties: Sequence[Party], version: MakeVersion) -> Engine:
    path = folder / f"{len(list(folder.iterdir()))}.ostiary"
    compile_index(parties, [version(len(parties))], path)
    return Engine(open_index(path))


def compile_both(
    folder: Path, before: Sequence[Party], after: Sequence[Party], version: MakeVersion
) -> tuple[Engine, Engine]:
    return compile_engine(folder, before, version), compile_engine(folder, after, version)


def compare(
    before: Engine, after: Engine, path: Path, *, whole: bool = False, **how: object
) -> tuple[Lookback, list[Difference]]:
    """Look back the quick way, or by screening every row twice."""
    found: list[Difference] = []
    with pytest.MonkeyPatch.context() as patch:
        if whole:
            patch.setattr(lookback, "_is_even_handed", lambda _: False)
        return look_back(before, after, read_customers(path), LookbackRun(**how), found.append), found


@pytest.fixture(scope="module")
def customers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every third labelled name, and rows with numbers, countries and no kind."""
    path = tmp_path_factory.mktemp("customers") / "customers.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "name", "schema", "birth_date", "country", "identifier"])
        kinds = ("", "Person", "Company", "LegalEntity", "Vessel")
        for number, name in enumerate(NAMES[::5]):
            writer.writerow([number, name, kinds[number % len(kinds)], "", "", ""])
        writer.writerow(["n1", "Nobody At All", "", "", "", "H13781445"])
        writer.writerow(["n2", "", "", "", "", "IMO 9187629"])
        writer.writerow(["n3", "Nicolas Maduro Moros", "Person", "1962", "Venezuela", ""])
        writer.writerow(["n4", "Nicolas Maduro", "", "1991", "Atlantis the Lost", ""])
        writer.writerow(["n5", "李", "Person", "", "", ""])
        writer.writerow(["n6", "PKK", "", "", "", ""])
        writer.writerow(["n7", "Siriu s2010 Banja Luka", "Company", "", "", ""])
        writer.writerow(["n8", "Limited Liability Company Global Co", "Company", "", "", ""])
    return path


def make_party(number: int, names: Sequence[str], like: Party) -> Party:
    aliases = tuple(replace(like.aliases[0], id=f"x{number}/{at}", name=name) for at, name in enumerate(names))
    return replace(like, id=f"test:9{number:03}", aliases=aliases, properties={}, documents=(), wallets=())


@dataclass(frozen=True)
class Change:
    """Some listings are new, some are gone."""

    listed: tuple[tuple[tuple[str, ...], int], ...]
    gone: frozenset[int]


names = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3).map(tuple)
changes = st.builds(
    Change,
    st.lists(st.tuples(names, st.integers(0, 3)), min_size=1, max_size=4).map(tuple),
    st.frozensets(st.integers(0, 7), max_size=4),
)


@settings(max_examples=8)
@given(change=changes)
def test_the_quick_way_finds_what_screening_every_row_twice_finds(
    change: Change,
    parties: list[Party],
    make_version: MakeVersion,
    customers: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("indexes")
    models = [parties[0], parties[2], parties[4], replace(parties[2], schema="Robot")]
    new = [make_party(number, written, models[kind]) for number, (written, kind) in enumerate(change.listed)]
    later = [party for number, party in enumerate(parties) if number not in change.gone] + new
    before, after = compile_both(folder, parties, later, make_version)
    quick, found = compare(before, after, customers)
    slow, expected = compare(before, after, customers, whole=True)
    assert found == expected
    assert (quick.rows, quick.rejected) == (slow.rows, slow.rejected)
    assert quick.changed == len(new) + len(change.gone)
    assert slow.changed is None
    assert slow.compared == slow.rows - slow.rejected


def test_only_customers_near_a_changed_listing_are_screened(
    parties: list[Party], make_version: MakeVersion, customers: Path, tmp_path: Path
) -> None:
    before, after = (
        compile_engine(tmp_path, parties[:7], make_version),
        compile_engine(tmp_path, parties, make_version),
    )
    found, differences = compare(before, after, customers)
    assert found.changed == 1
    assert 0 < found.compared < 20 < found.rows
    assert [(one.query_id, one.kind, one.party_id) for one in differences] == [("n1", "newly hit", "test:8")]


def test_a_country_that_only_one_index_knows_is_seen(
    parties: list[Party], make_version: MakeVersion, tmp_path: Path
) -> None:
    """Its customers lose or gain points against listings that did not change."""
    path = tmp_path / "customers.csv"
    path.write_text("id,name,country\n1,Sun Wei,Holland\n2,Sun Wei,\n", encoding="utf-8")
    other = replace(parties[0], id="test:99", aliases=parties[4].aliases, properties={"nationality": ("Holland",)})
    before, after = (
        compile_engine(tmp_path, parties, make_version),
        compile_engine(tmp_path, [*parties, other], make_version),
    )
    assert (before.index.country_code("Holland"), after.index.country_code("Holland")) == ("", "nl")
    found, differences = compare(before, after, path)
    assert differences == compare(before, after, path, whole=True)[1]
    assert [(one.query_id, one.kind) for one in differences] == [("1", "other points")]
    assert found.compared == 1


@pytest.mark.parametrize(
    ("listed", "customer"),
    [
        ("Sirius 2010 d.o.o. Banja Luka", "Siriu s2010 Banja Luka"),  # a letter before a number
        ("Limited Liability Company Global Commodities", "Limited Liability Company Global Co"),  # 35 signs
    ],
)
def test_a_customer_that_finds_what_does_not_find_it_is_seen(
    listed: str, customer: str, parties: list[Party], make_version: MakeVersion, tmp_path: Path
) -> None:
    path = tmp_path / "customers.csv"
    path.write_text(f"id,name,schema\n1,{customer},Company\n2,Nobody At All,Company\n", encoding="utf-8")
    new = make_party(1, [listed], parties[2])
    before, after = compile_both(tmp_path, parties, [*parties, new], make_version)
    found, differences = compare(before, after, path)
    assert [(one.query_id, one.kind) for one in differences] == [("1", "newly hit")]
    assert differences == compare(before, after, path, whole=True)[1]
    assert found.compared == 1


def test_amended_listings_count_as_changed(
    parties: list[Party], make_version: MakeVersion, tmp_path: Path
) -> None:
    later = [replace(parties[0], properties={"birthDate": ("1970",)}), *parties[1:]]
    before, after = compile_both(tmp_path, parties, later, make_version)
    assert {one.party.id for one in find_changed(before.index, after.index)} == {"test:1"}
    assert find_changed(before.index, before.index) == []


def test_compiled_customers_are_kept_and_a_damaged_folder_is_made_anew(
    parties: list[Party], make_version: MakeVersion, customers: Path, tmp_path: Path
) -> None:
    before, after = (
        compile_engine(tmp_path, parties[:5], make_version),
        compile_engine(tmp_path, parties, make_version),
    )
    kept = tmp_path / "kept" / "one"
    expected = compare(before, after, customers)[1]
    assert compare(before, after, customers, kept=kept)[1] == expected
    compiled = (kept / "names.ostiary").stat().st_ino
    assert compare(before, after, customers, kept=kept)[1] == expected
    assert (kept / "names.ostiary").stat().st_ino == compiled
    (kept / "queries.arrow").write_bytes(b"cut")
    with pytest.raises(IndexFileError, match="compiled customers are damaged"):
        QueryIndex(kept)
    assert compare(before, after, customers, kept=kept)[1] == expected
    assert [path.name for path in kept.parent.iterdir()] == ["one"]


def test_stored_queries_come_back_as_they_were(
    customers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(query_index, "_BATCH", 7)
    read = [row for block in read_customers(customers).blocks() for row in block.rows]
    stored = compile_queries(read_customers(customers).blocks(), tmp_path / "compiled")
    places = {0, 6, 7, 20, len(read) - 1}
    back = [row for block in stored.read(places, 2) for row in block.rows]
    assert [(row.number, row.query) for row in back] == [
        (read[at].number, read[at].query) for at in sorted(places)
    ]
    assert stored.find_of_countries(["Venezuela"]) == {at for at, row in enumerate(read) if row.query.id == "n3"}
    assert stored.country_texts() == ["Atlantis the Lost", "Venezuela"]


def test_several_processes_find_the_same(
    parties: list[Party], make_version: MakeVersion, customers: Path, tmp_path: Path
) -> None:
    before, after = (
        compile_engine(tmp_path, parties[2:], make_version),
        compile_engine(tmp_path, parties, make_version),
    )
    found, differences = compare(before, after, customers, whole=True, jobs=2)
    assert differences == compare(before, after, customers)[1] != []
    assert found.compared == found.rows


def test_two_profiles_are_compared_over_every_row(
    parties: list[Party], make_version: MakeVersion, customers: Path, tmp_path: Path
) -> None:
    low = compile_engine(tmp_path, parties, make_version)
    high = Engine(low.index, replace(low.profile, name="high", threshold=950))
    found, differences = compare(low, high, customers)
    assert found.changed is None
    assert {one.kind for one in differences} == {"no longer hit"}
    assert found.no_longer_hit == len(differences) > 0
    assert (found.before.threshold, found.after.threshold) == (700, 950)


def test_the_register_says_which_listings_may_differ(samples: Settings) -> None:
    before = open_engine(samples, None, Dates(known_at=date(2025, 8, 14)))
    after = open_engine(samples)
    with use_register(samples) as register:
        among = list_changed(register, before.index, after.index)
        backwards = list_changed(register, after.index, before.index)
    assert among is not None
    assert among == backwards
    assert find_changed(before.index, after.index, among) == find_changed(before.index, after.index)
    assert find_changed(before.index, after.index) != []


@pytest.mark.parametrize("suffix", [".csv", ".jsonl", ".parquet"])
def test_the_command_writes_every_difference(suffix: str, run: Run, tmp_path: Path) -> None:
    out = tmp_path / f"differences{suffix}"
    answer = run("lookback", CUSTOMERS, "--before", "2025-08-14", "--after", "2025-11-24", "--out", out, "--json")
    assert answer.exit_code == 0, answer.err
    summary = answer.json["lookback"]
    whole = summary["newly_hit"] + summary["no_longer_hit"] + summary["other_points"]
    shown = run("lookback", CUSTOMERS, "--before", "2025-08-14", "--json").json["differences"]
    assert len(shown) == whole > 0
    text = "" if suffix == ".parquet" else out.read_text(encoding="utf-8")
    if suffix == ".csv":
        assert [one["party_id"] for one in csv.DictReader(text.splitlines())] == [one["party_id"] for one in shown]
    elif suffix == ".jsonl":
        assert [json.loads(line) for line in text.splitlines()] == shown
    else:
        assert parquet.read_table(out).to_pylist() == shown
    assert [*shown[0]] == [name for name, _ in DIFFERENCE_COLUMNS]


def test_lists_that_one_answer_lacks_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    before = LookbackSide(("xx 2025-01-01",), "1", "default", "2", 700)
    after = replace(before, lists=("xx 2025-02-01", "yy 2025-02-01"))
    show_lookback(Lookback("file.csv", "3", before, after, 1, 0, 1, 0, newly_hit=1), (), None)
    said = " ".join(capsys.readouterr().out.split())
    assert "only after yy: the other answer lacks them" in said
    assert "only before" not in said


def test_the_command_speaks_to_people(run: Run, samples: Settings) -> None:
    answer = run("lookback", CUSTOMERS, "--before", "2025-08-14", "--keep")
    for expected in ("identity not established", "newly hit", "us_ofac_sample 2025-08-14", "SAMPLES", "no hit →"):
        assert expected in answer.out
    assert [path.is_dir() for path in samples.compiled_customers.iterdir()] == [True]
    answer = run("lookback", CUSTOMERS, "--profile", "watch", "--against", "payments")
    assert "profile watch, threshold 660" in answer.out
    assert "profile payments, threshold 720" in answer.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ((CUSTOMERS,), 2, "nothing to compare"),
        ((CUSTOMERS, "--before", "1999-01-01"), 4, "No version"),
        ((CUSTOMERS, "--before", "2025-08-14", "--out", "x.xlsx"), 2, ".parquet"),
        ((CUSTOMERS, "--before", "2025-08-14", "--out", CUSTOMERS), 2, "customers' file"),
        (("absent.csv", "--before", "2025-08-14"), 2, "no such file"),
        ((CUSTOMERS, "--against", "nonesuch"), 4, "no profile"),
    ],
)
def test_what_makes_no_sense_is_explained(
    arguments: tuple[object, ...], code: int, message: str, run: Run
) -> None:
    answer = run("lookback", *arguments)
    assert answer.exit_code == code
    assert message in answer.err
    assert answer.out == ""

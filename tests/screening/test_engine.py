from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ostiary.index import Index, open_index
from ostiary.index.compilation import compile_index
from ostiary.model.errors import NotFoundError
from ostiary.model.parties import Alias, Party
from ostiary.model.queries import Query, collect_batch
from ostiary.model.statements import ListVersion
from ostiary.screening import Engine


@pytest.fixture(scope="module")
def engine(index: Index) -> Engine:
    return Engine(index, today=date(2025, 12, 1))


@pytest.mark.parametrize(
    ("query", "party_id"),
    [
        ("Cartel of the Suns", "test:3"),
        ("cártel de los soles", "test:3"),
        ("Nicolas Maduro", "test:1"),
        ("Ernesto Maduro Guerra", "test:2"),
        ("孙伟", "test:6"),
        ("PKK", "test:4"),
        ("Kurdistan Workers Party", "test:4"),
        ("MV Anthea", "test:5"),
        ("Lakhta Plaza LLC", "test:7"),
        (Query(identifiers=("9187629",)), "test:5"),
        (Query(names=("Somebody Else",), identifiers=("h 13781445",)), "test:8"),
    ],
)
def test_the_right_party_comes_first(engine: Engine, query: str | Query, party_id: str) -> None:
    found = engine.screen(query)
    assert found.outcome == "hit"
    assert found[0].party_id == party_id


def test_a_hit_says_all_that_a_reviewer_needs(engine: Engine, index: Index) -> None:
    hit = engine.screen(Query("C1", ("Nicolás Maduro Moros",), "Person", ("1962-11-23",), ("VE",)))[0]
    assert (hit.query_id, hit.party_name, hit.list_version, hit.list_age_days) == (
        "C1", "MADURO MOROS Nicolas", "2025-11-19", 12,
    )  # fmt: skip
    assert hit.programs == ("SDGT",)
    assert sum(part.points for part in hit.parts) == hit.points
    assert {"birth date", "country"} <= {part.label for part in hit.parts}
    assert hit.index_id == index.facts.index_id
    assert hit.profile_digest == engine.profile.digest
    assert "birth date equal" in hit.explanation


def test_every_listed_name_finds_its_party(engine: Engine, parties: list[Party]) -> None:
    for party in parties:
        for alias in party.aliases:
            found = engine.screen(alias.name, weak=True)
            assert party.id in {hit.party_id for hit in found}, alias.name
    assert list(engine.missed_names()) == []


def test_a_weak_alias_alone_is_no_hit_unless_asked_for(engine: Engine) -> None:
    assert engine.screen("Blue Banner").outcome == "no hit"
    (hit,) = engine.screen("Blue Banner", weak=True)
    assert hit.matched_quality == "weak"


@pytest.mark.parametrize(
    "query",
    ["John Smith", "Sun Yat Sen", "Maduro", "Cartel", "Nicolas", "Flores de Maduro Cilia"],
)
def test_others_are_no_hit(engine: Engine, query: str) -> None:
    assert engine.screen(query).outcome == "no hit", engine.screen(query).hits


def test_another_birth_year_ends_a_namesake(engine: Engine) -> None:
    assert engine.screen(Query(names=("Nicolas Maduro",), birth_dates=("1975-03-02",))).outcome == "no hit"


@pytest.mark.parametrize("names", [(), ("",), ("  ",), ("...",), ("K",), ("Wu",), ("孙",)])
def test_what_cannot_be_screened_is_never_clear(engine: Engine, names: tuple[str, ...]) -> None:
    found = engine.screen(Query(names=names))
    assert found.outcome == "unscreenable"
    assert found.reason
    assert len(found) == 0


def test_a_text_too_long_for_a_name_is_not_cut_in_silence(engine: Engine) -> None:
    found = engine.screen("Somebody " * 40 + "Nicolas Maduro Moros")
    assert found.outcome == "unscreenable"
    assert "more than 32 words" in found.reason


def test_a_script_that_is_compared_roughly_is_said(engine: Engine) -> None:
    assert "Arabic" in engine.screen("\u062d\u0645\u0627\u0633").caution
    assert not engine.screen("Somebody Else").caution
    assert not engine.screen(Query(names=("\u062d\u0645\u0627\u0633",), schema="Person")).caution


def test_an_identifier_too_short_to_use_does_not_make_a_row_clear(engine: Engine) -> None:
    assert engine.screen(Query(identifiers=("N/A",))).outcome == "unscreenable"
    assert engine.screen(Query(names=("Li",), identifiers=("0",))).outcome == "unscreenable"


def test_a_weak_alias_that_is_no_hit_is_counted(engine: Engine) -> None:
    assert engine.screen("Blue Banner").weak_only == 1
    assert engine.compare("Blue Banner", "test:3").right_quality == "weak"


def test_other_evidence_does_not_lift_a_name_below_the_floor(engine: Engine) -> None:
    query = Query(names=("Pedro Perez",), birth_dates=("1962-11-23",), countries=("VE",))
    assert engine.screen(query).outcome == "no hit"


def test_a_cut_to_a_limit_is_counted(engine: Engine) -> None:
    whole = engine.screen("Nicolas Maduro", weak=True)
    cut = engine.screen("Nicolas Maduro", limit=1)
    assert (len(cut), cut.cut) == (1, len(whole) - 1)


def test_a_batch_answers_each_query_as_alone(engine: Engine) -> None:
    queries = [Query("1", ("Cartel of the Suns",)), Query("2", ("K",)), Query("3", ("John Smith",))]
    assert engine.screen_batch(collect_batch(queries)) == [engine.screen(query) for query in queries]


def test_comparing_with_a_party_says_why_it_is_no_hit(engine: Engine) -> None:
    found = engine.compare("Nicolas Maduro Guerra", "test:1")
    assert found.points < engine.threshold
    assert "contradicted words" in {part.label for part in found.parts}
    with pytest.raises(NotFoundError, match="not in the index"):
        engine.compare("Nicolas Maduro", "test:99")


def test_comparing_gives_the_points_of_the_hit(engine: Engine) -> None:
    hit = engine.screen("Nicolas Maduro")[0]
    assert engine.compare("Nicolas Maduro", hit.party_id).points == hit.points


def test_a_party_is_found_for_a_dossier_by_any_name(engine: Engine) -> None:
    assert engine.find("PKK") == ("test:4",)
    assert engine.find("blue banner") == ("test:3",)
    assert engine.find("nobody at all") == ()


def test_samples_say_so_in_every_answer(
    parties: list[Party], make_version: Callable[..., ListVersion], tmp_path: Path
) -> None:
    compile_index(parties, [make_version(len(parties), sample=True)], tmp_path / "s.ostiary")
    engine = Engine(open_index(tmp_path / "s.ostiary"))
    assert engine.screen("John Smith").sample
    assert engine.screen("PKK")[0].sample


@pytest.mark.parametrize(
    "text", ["x" * 10_000, " ".join(["ali"] * 500), "\x00\x00\x00", "🙂🙂🙂🙂", "' OR 1=1 --"]
)
def test_hostile_names_get_an_answer(engine: Engine, text: str) -> None:
    assert engine.screen(text).outcome in {"no hit", "unscreenable"}


@pytest.mark.parametrize("schema", ["", "Person", "Company", "LegalEntity"])
@pytest.mark.parametrize("name", ["Aron Lionel Delmar", "DELMAR Aron Lionel"])
def test_a_listed_party_of_unknown_kind_is_found_whatever_the_customer_is(
    parties: list[Party], make_version: Callable[..., ListVersion], tmp_path: Path, schema: str, name: str
) -> None:
    unknown = replace(
        parties[0],
        id="test:9",
        schema="Thing",
        aliases=(Alias("test:9/alias/1", "Aron Lionel Delmar", "name", "strong", ""),),
        properties={},
        documents=(),
    )
    compile_index([*parties, unknown], [make_version(len(parties) + 1)], tmp_path / "index.ostiary")
    index = open_index(tmp_path / "index.ostiary")
    assert index.facts.names == sum(len(party.aliases) for party in [*parties, unknown])
    found = Engine(index, today=date(2025, 12, 1)).screen(Query("C1", (name,), schema))
    assert [hit.party_id for hit in found] == ["test:9"]

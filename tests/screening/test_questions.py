"""The one question: what it promises is what screening again with the answer gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ostiary.index import Index, open_index
from ostiary.index.compilation import compile_index
from ostiary.model.parties import Alias, IdentityDocument, Party
from ostiary.model.queries import Query
from ostiary.screening import Engine


def party(number: int, schema: str, name: str, **properties: str) -> Party:
    ident = f"test:{number}"
    imo = properties.pop("imo", "")
    documents = (IdentityDocument("d", "Vessel Registration Identification", f"IMO {imo}"),) if imo else ()
    return Party(
        ident, schema, "test", "2025-11-19", (Alias(f"{ident}/a", name, "name", "strong", "Latin"),),
        documents=documents, properties={key: (value,) for key, value in properties.items()},
    )  # fmt: skip


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, make_version: Callable[..., object]) -> Engine:
    listed = [
        party(1, "Person", "Tomas Averin", birthDate="1962-11-23", gender="Male"),
        party(2, "Person", "Tomas Averin Lisov", birthDate="1990"),
        party(3, "Person", "Marta Quillow Desh"),
        party(4, "Vessel", "Blue Cormorant", imo="9187629"),
        party(5, "LegalEntity", "Ostrel Shipping"),
        party(6, "Person", "Ilse Bracken", birthDate="1971"),
    ]
    path: Path = tmp_path_factory.mktemp("question") / "test.ostiary"
    compile_index(listed, [make_version(len(listed))], path)  # type: ignore[list-item]
    index: Index = open_index(path)
    return Engine(index)


def test_the_year_of_birth_clears_an_exact_namesake(engine: Engine) -> None:
    question = engine.screen(Query(names=("Ilse Bracken",), schema="Person")).question
    assert question is not None
    assert question.text == "Ask only: year of birth. Any answer but 1966 to 1976 clears this hit."


@pytest.mark.parametrize(
    ("year", "outcome"), [("1966", "hit"), ("1976", "hit"), ("1965", "no hit"), ("1977", "no hit")]
)
def test_the_answer_does_what_the_question_says(engine: Engine, year: str, outcome: str) -> None:
    answered = Query(names=("Ilse Bracken",), schema="Person", birth_dates=(year,))
    assert engine.screen(answered).outcome == outcome


def test_one_question_serves_all_candidates_at_once(engine: Engine) -> None:
    screening = engine.screen(Query(names=("Tomas Averin",), schema="Person"))
    assert len(screening) == 2
    assert screening.question is not None
    assert screening.question.cleared == 2
    assert "1957 to 1967" in screening.question.text
    assert "1990" in screening.question.text or "1989" in screening.question.text


def test_where_no_date_is_listed_the_name_in_full_is_asked(engine: Engine) -> None:
    question = engine.screen(Query(names=("Marta Desh",), schema="Person")).question
    assert question is not None
    assert question.text == "Ask only: name in full. Other words in place of “quillow” clear this hit."
    assert engine.screen(Query(names=("Marta Prendel Desh",), schema="Person")).outcome == "no hit"


def test_a_ship_is_asked_for_its_number(engine: Engine) -> None:
    question = engine.screen(Query(names=("Blue Cormorant",), schema="Vessel")).question
    assert question is not None
    assert question.text == "Ask only: IMO number of the ship. Any answer but IMO 9187629 clears this hit."
    other = Query(names=("Blue Cormorant",), schema="Vessel", identifiers=("IMO 9074729",))
    assert engine.screen(other).outcome == "no hit"


def test_what_is_known_already_is_not_asked(engine: Engine) -> None:
    asked = Query(names=("Ilse Bracken",), schema="Person", birth_dates=("1971",))
    assert engine.screen(asked).question is None


def test_nothing_is_asked_where_no_fact_would_clear(engine: Engine) -> None:
    assert engine.screen("Ostrel Shipping").question is None
    assert engine.screen("Nobody Whatsoever").question is None

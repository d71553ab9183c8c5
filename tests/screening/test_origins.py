"""Where from: each row of ``origins.csv`` is one fact of a query against one of a listed party."""

import csv
from pathlib import Path

import pytest

from ostiary.index import IndexedParty
from ostiary.model.queries import Query
from ostiary.names.countries import country_table, plain_country, related_countries
from ostiary.screening.origins import Origins
from ostiary.screening.profiles import load_profile

POINTS = load_profile().evidence
with Path(__file__).with_name("origins.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))


class RealAtlas:
    """Countries as an index knows them, without an index."""

    def __init__(self) -> None:
        self._codes = country_table(["USSR"])
        self._kin = related_countries()

    def country_code(self, text: str) -> str:
        return self._codes.get(plain_country(text), "suhh" if text == "SU" else "")

    def country_kin(self, code: str) -> frozenset[str]:
        return frozenset(self._kin.get(code, (code,)))


@pytest.fixture(scope="module")
def atlas() -> RealAtlas:
    return RealAtlas()


def make_party(listed: str, theirs: str) -> IndexedParty:
    """A party with one kind of fact; flags are those of today, then behind > those of former days."""
    now, _, before = theirs.partition(">")
    values = tuple(filter(None, now.split("|")))
    codes = values if listed == "birth_places" else tuple(value.lower() for value in values)
    facts = {"countries": (), "addresses": (), listed: codes}
    if listed == "nationalities":
        facts["countries"] = codes
    former = tuple(filter(None, before.lower().split("|")))
    return IndexedParty("t:1", "x", "Person", "t", (), (), former_flags=former, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['field']} {row['ours']} / {row['theirs']}")
def test_each_fact_says_what_the_table_says(row: dict[str, str], atlas: RealAtlas) -> None:
    query = Query(names=("x",), **{row["field"]: (row["ours"],)})  # type: ignore[arg-type]
    found = list(Origins(query, atlas).parts(make_party(row["listed"], row["theirs"]), POINTS))
    assert [part.reason.partition(":")[0] for part in found] == ([row["label"]] if row["label"] else [])
    assert [part.points for part in found] == ([POINTS[row["label"]]] if row["label"] else [])


def test_countries_are_told_by_the_codes_that_people_know(atlas: RealAtlas) -> None:
    (part,) = Origins(Query(names=("x",), countries=("VE",)), atlas).parts(make_party("countries", "VE"), POINTS)
    assert (part.query_value, part.listed_value, part.reason) == ("VE", "VE", "country shared: VE")


def test_residence_says_less_beside_a_nationality(atlas: RealAtlas) -> None:
    party = make_party("nationalities", "VE")
    query = Query(names=("x",), countries=("CO",), nationalities=("VE",))
    found = {part.label: part.points for part in Origins(query, atlas).parts(party, POINTS)}
    assert found == {
        "nationality": POINTS["nationality shared"],
        "country": POINTS["no residence shared"],
    }


def test_more_that_agrees_never_scores_less() -> None:
    order = ("birth place equal", "birth country shared", "birth place in one country", "birth place differs")
    points = [POINTS[label] for label in (*order, "birth country differs")]
    assert points == sorted(points, reverse=True)
    assert len(set(points)) == len(points)
    assert POINTS["flag equal"] > POINTS["flag of former days"] > 0 > POINTS["flag differs"]

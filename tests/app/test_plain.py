import json
from datetime import UTC, date, datetime

from ostiary.app.plain import to_cells, to_plain, to_row, write_part
from ostiary.model.hits import HIT_COLUMNS, Hit, Part
from ostiary.model.statements import ListVersion, Snapshot
from ostiary.screening import Engine

VERSION = ListVersion(
    "us_ofac",
    1,
    "2025-11-19",
    date(2025, 11, 19),
    datetime(2025, 11, 20, tzinfo=UTC),
    Snapshot("d", 1, "f"),
    "c",
    2,
    3,
)


def test_nouns_become_plain_values() -> None:
    plain = to_plain({"version": VERSION, "tags": ("FTO",), "of": {1: None}})
    assert plain["version"]["published"] == "2025-11-19"
    assert plain["version"]["recorded"] == "2025-11-20T00:00:00+00:00"
    assert plain["version"]["snapshot"] == {"digest": "d", "size": 1, "name": "f"}
    assert json.loads(json.dumps(plain))["tags"] == ["FTO"]


def test_a_hit_has_every_column_in_order(engine: Engine) -> None:
    hit: Hit = engine.screen("Cartel of the Suns")[0]
    assert list(to_row(hit)) == [name for name, _ in HIT_COLUMNS]
    assert len(to_cells(hit)) == len(HIT_COLUMNS)
    assert "FTO; SDGT" in to_cells(hit)


def test_a_part_is_one_line() -> None:
    assert write_part(Part("order", "", "x", -5, "why")) == "order: - | x | -5"

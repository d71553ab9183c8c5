"""The generated list has the form of the real one: the reader takes it without a remark."""

import subprocess
import sys
from pathlib import Path

from ostiary.lists import read_list
from ostiary.model import vocabulary

GENERATE = Path(__file__).parents[2] / "bench" / "generate.py"


def write(path: Path, parties: int) -> Path:
    subprocess.run([sys.executable, str(GENERATE), str(path), "--parties", str(parties)], check=True)
    return path


def test_a_generated_list_is_read_whole_and_without_a_warning(tmp_path: Path) -> None:
    reading = read_list("us_ofac", write(tmp_path / "list.xml", 200))
    listings = list(reading.listings)
    assert len({listing.party_id for listing in listings}) == 200
    assert reading.warnings == []
    values = {statement.value for listing in listings for statement in listing.statements}
    assert {"Person", "LegalEntity", "Vessel", "Airplane", "strong", "weak"} <= values


def test_a_generated_list_has_the_shape_of_the_real_one(tmp_path: Path) -> None:
    listings = list(read_list("us_ofac", write(tmp_path / "list.xml", 1_000)).listings)
    found = [statement.property for listing in listings for statement in listing.statements]
    assert 2.3 < found.count(vocabulary.ALIAS_NAME) / 1_000 < 3.0
    assert 25 < len(found) / 1_000 < 45


def test_the_same_seed_gives_the_same_list(tmp_path: Path) -> None:
    first, second = (write(tmp_path / name, 50).read_bytes() for name in ("a.xml", "b.xml"))
    assert first == second

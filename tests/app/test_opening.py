from pathlib import Path

import pytest

from ostiary.app.bundled import find_sample_lists
from ostiary.app.opening import open_engine
from ostiary.app.settings import Settings, read_settings
from ostiary.app.taking import Taking
from ostiary.app.updates import update_list
from ostiary.index import open_index
from ostiary.index.container import map_sections, write_sections
from ostiary.model.errors import IndexFileError, OutdatedIndexError


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A home for the real list that holds the sample's parties, taken in with a reason."""
    found = read_settings(tmp_path)
    update_list(found, Taking("us_ofac", find_sample_lists()[-1], accept_shrink="a test needs few parties"))
    return found


def age_index(path: Path) -> None:
    """Make the index one that a release with another analysis of names compiled."""
    sections, facts, _ = map_sections(path)
    write_sections(path, {name: array.copy() for name, array in sections.items()}, {**facts, "analysis": "0" * 64})


def test_an_index_of_another_release_is_refused_in_words(settings: Settings) -> None:
    age_index(settings.index_path)
    with pytest.raises(OutdatedIndexError, match="take names apart in another way"):
        open_index(settings.index_path)


def test_it_is_compiled_anew_from_the_register(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    before = open_engine(settings).index.facts.index_id
    age_index(settings.index_path)
    engine = open_engine(settings)
    assert engine.index.facts.index_id == before
    assert engine.screen("Cartel of the Suns").outcome == "hit"
    assert "compiled anew" in capsys.readouterr().err


def test_a_damaged_index_is_not_mended_in_silence(settings: Settings) -> None:
    settings.index_path.write_bytes(settings.index_path.read_bytes()[:100])
    with pytest.raises(IndexFileError, match="damaged or cut off"):
        open_engine(settings)

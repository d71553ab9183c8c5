from pathlib import Path

import pytest

from ostiary.app import pipeline
from ostiary.app.bundled import find_sample_lists, prepare_samples, reset_samples
from ostiary.app.settings import SAMPLE_LIST, Settings
from ostiary.model.errors import NotReadyError, OstiaryError

BEFORE, AFTER = find_sample_lists()


def test_the_whole_way(tmp_path: Path) -> None:
    settings = Settings(tmp_path, samples=True)
    with pipeline.use_register(settings, create=True) as register:
        for path in (BEFORE, AFTER):
            recording = pipeline.record(register, pipeline.read(SAMPLE_LIST, path))
            facts = pipeline.compile_lists(register, [recording.version], settings.index_path)
            assert facts.parties == recording.version.parties
    engine = pipeline.open_engine(settings)
    assert engine.screen("Cartel of the Suns")[0].programs == ("FTO", "SDGT")


def test_progress_reaches_its_end() -> None:
    seen: list[tuple[int, int]] = []
    reading = pipeline.read("us_ofac_sample", AFTER, lambda done, whole: seen.append((done, whole)))
    assert len(list(reading.listings)) == 34
    assert seen
    assert all(0 <= done <= whole == AFTER.stat().st_size for done, whole in seen)


def test_nothing_is_created_by_asking(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "home")
    with pytest.raises(NotReadyError), pipeline.use_register(settings):
        pass
    with pytest.raises(NotReadyError):
        pipeline.open_engine(settings)
    assert not settings.home.exists()


def test_only_samples_are_ever_removed(tmp_path: Path) -> None:
    with pytest.raises(OstiaryError, match="Only the samples"):
        reset_samples(Settings(tmp_path))


def test_samples_are_made_whole_after_a_kill_in_between(tmp_path: Path) -> None:
    settings = Settings(tmp_path, samples=True)
    prepare_samples(settings)
    settings.index_path.unlink()
    prepare_samples(settings)
    with pipeline.use_register(settings) as register:
        assert [version.label for version in register.versions(SAMPLE_LIST)] == ["2025-08-14", "2025-11-24"]

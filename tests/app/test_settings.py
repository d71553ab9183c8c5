from pathlib import Path

import pytest

from ostiary.app.settings import HOME_VARIABLE, read_settings


def test_what_is_given_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "environment"))
    assert read_settings(tmp_path / "given").home == tmp_path / "given"
    assert read_settings().home == tmp_path / "environment"


def test_without_either_it_is_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(HOME_VARIABLE, raising=False)
    assert read_settings().home.name == "ostiary"


def test_samples_share_no_file_with_a_real_list(tmp_path: Path) -> None:
    real, samples = read_settings(tmp_path), read_settings(tmp_path, samples=True)
    assert {real.register_path, real.index_path}.isdisjoint({samples.register_path, samples.index_path})
    assert samples.folder.is_relative_to(tmp_path / "samples")


def test_a_relative_home_is_made_absolute(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert read_settings("here").home == tmp_path / "here"

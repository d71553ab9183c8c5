import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from ostiary.app.bundled import prepare_samples
from ostiary.app.cli.program import build_program
from ostiary.app.opening import open_engine
from ostiary.app.settings import Settings
from ostiary.screening import Engine
from tests.app.chromium import FLAGS, find_chromium
from tests.app.page_checks import PATIENCE_OF_PAGES, Playwrights


@dataclass(frozen=True)
class Answer:
    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - JSON may be anything
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings(tmp_path_factory.mktemp("home"), samples=True)
    prepare_samples(settings)
    return settings


@pytest.fixture(scope="session")
def engine(samples: Settings) -> Engine:
    return open_engine(samples)


def run_at(home: Path, *arguments: object) -> Answer:
    words = ["--home", str(home), *map(str, arguments)]
    result = CliRunner().invoke(build_program(words), words)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


@pytest.fixture
def run(samples: Settings) -> Run:
    return lambda *arguments: run_at(samples.home, "--samples", *arguments)


@pytest.fixture
def run_empty(tmp_path: Path) -> Run:
    return lambda *arguments: run_at(tmp_path / "home", *arguments)


@pytest.fixture(scope="session")
def run_in() -> Run:
    return run_at


def _give_time(page: Playwrights) -> Playwrights:
    page.set_default_timeout(PATIENCE_OF_PAGES)
    return page


@pytest.fixture(scope="module")
def browser() -> Iterator[Playwrights]:
    path = find_chromium()
    if not path:
        pytest.skip("no Chromium here: run make chromium")
    playwright_api = pytest.importorskip("playwright.sync_api")
    with playwright_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS), timeout=PATIENCE_OF_PAGES)
        open_page = chromium.new_page
        chromium.new_page = lambda **how: _give_time(open_page(**how))
        yield chromium
        chromium.close()

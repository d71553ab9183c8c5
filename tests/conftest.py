"""What all tests share: where real data lies, a small index, and that CI skips nothing but what needs the data."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from ostiary.index import Index, open_index
from ostiary.index.compilation import compile_index
from ostiary.model.acts import Membership
from ostiary.model.parties import Address, Alias, Entry, IdentityDocument, Party, Wallet
from ostiary.model.statements import ListVersion, Snapshot

#: Real lists and benchmarks lie beside the checkout; they are never part of it.
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"

# What a user's shell says to programs; where it matters the tests say it themselves.
for _name in ("COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR", "OSTIARY_HOME", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
    os.environ.pop(_name, None)

# The same examples on every machine, none of them timed. `pytest --hypothesis-profile=explore` tries others.
settings.register_profile(
    "same", deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
settings.register_profile("explore", settings.get_profile("same"), derandomize=False)
settings.load_profile("same")


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("needs the real data of ../shared, which is absent here")
    return SHARED


class SkipWatch:
    """Collects the skips whose reason is not absent data."""

    def __init__(self) -> None:
        self.unexcused: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.skipped and not hasattr(report, "wasxfail") and "../shared" not in str(report.longrepr):
            self.unexcused.append(f"{report.nodeid}: {report.longrepr}")

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.unexcused:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        for line in self.unexcused:
            terminalreporter.write_line(f"CI may skip only what needs ../shared, but skipped {line}", red=True)


def pytest_configure(config: pytest.Config) -> None:
    if os.environ.get("CI"):
        config.pluginmanager.register(SkipWatch(), "skip-watch")


def _party(number: int, schema: str, *names: str, weak: tuple[str, ...] = (), **more: object) -> Party:
    """Return a party with strong names, the first one primary, and weak ones."""
    ident = f"test:{number}"
    aliases = [
        Alias(f"{ident}/alias/{at}", name, "a.k.a." if at else "name", "strong", "Latin")
        for at, name in enumerate(names)
    ]
    aliases += [Alias(f"{ident}/alias/9{at}", name, "a.k.a.", "weak", "Latin") for at, name in enumerate(weak)]
    entry = Entry(f"{ident}/entry/1", "SDN List", programs=(Membership("SDGT", f"{ident}/entry/1", "2025-11-19"),))
    return Party(ident, schema, "test", "2025-11-19", tuple(aliases), entries=(entry,), **more)  # type: ignore[arg-type]


def _version(parties: int, *, sample: bool = False) -> ListVersion:
    return ListVersion(
        "test", 1, "2025-11-19", date(2025, 11, 19), datetime(2025, 11, 20, tzinfo=UTC),
        Snapshot("0" * 64, 1, "test.xml"), "1" * 64, parties, parties, sample=sample,
    )  # fmt: skip


@pytest.fixture(scope="session")
def make_version() -> Callable[..., ListVersion]:
    """A function that returns a version which speaks of so many parties."""
    return _version


@pytest.fixture(scope="session")
def make_party() -> Callable[..., Party]:
    """A function that returns a party of a number, a schema and strong names."""
    return _party


@pytest.fixture(scope="session")
def parties() -> list[Party]:
    return [
        _party(
            1, "Person", "MADURO MOROS Nicolas", "MADURO MOROS Nicolás",
            properties={"birthDate": ("1962-11-23",), "nationality": ("Venezuela",)},
            documents=(IdentityDocument("d", "Cedula No.", "5892464", "Venezuela"),),
        ),
        _party(2, "Person", "MADURO GUERRA Nicolas Ernesto", properties={"birthDate": ("1990",)}),
        _party(3, "LegalEntity", "Cartel de los Soles", "Cartel of the Suns", weak=("Blue Banner", "Cartel Suns")),
        _party(4, "LegalEntity", "KURDISTAN WORKERS' PARTY", "PKK"),
        _party(
            5, "Vessel", "ANTHEA",
            documents=(IdentityDocument("d", "Vessel Registration Identification", "IMO 9187629"),),
        ),
        _party(6, "Person", "SUN Wei", "孙伟", addresses=(Address("a", "Dandong, China", "China"),)),
        _party(
            7, "LegalEntity", "LAKHTA PLAZA, OOO",
            wallets=(Wallet("w", "ETH", "0x098B716B8Aaf21512996dC57EB0615e2383E2f96"),),
        ),
        _party(
            8, "Person", "TANIDEH Hossein",
            documents=(IdentityDocument("d", "Passport", "H13781445", fraudulent=True),),
        ),
    ]  # fmt: skip


@pytest.fixture(scope="session")
def index_file(parties: list[Party], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "test.ostiary"
    compile_index(parties, [_version(len(parties))], path)
    return path


@pytest.fixture(scope="session")
def index(index_file: Path) -> Index:
    return open_index(index_file)

"""What all tests share: where real data lies, and that CI skips nothing else than what needs it."""

import os
from pathlib import Path

import pytest

#: Real lists and benchmarks lie beside the checkout; they are never part of it.
SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


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

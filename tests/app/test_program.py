import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import ostiary
from ostiary.app.cli.program import COMMANDS, build_program
from ostiary.app.settings import Settings
from tests.app.half_way import STOPPED_HALF_WAY
from tests.work import PATIENCE

HEAVY = ("numba", "sqlalchemy", "pyarrow", "lxml", "rigour", "numpy")


def run_python(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | environment,
        timeout=PATIENCE,
    )


def test_importing_ostiary_loads_nothing_heavy() -> None:
    found = run_python(f"import sys, ostiary; print([name for name in {HEAVY} if name in sys.modules])")
    assert found.stdout.strip() == "[]"


def test_help_loads_nothing_heavy() -> None:
    code = "import sys, atexit; sys.argv = ['ostiary', '--help']; from ostiary.app.cli import main; "
    code += f"atexit.register(lambda: print([name for name in {HEAVY} if name in sys.modules])); main()"
    assert run_python(code).stdout.strip().endswith("[]")


def test_screening_loads_neither_register_nor_readers(samples: Settings) -> None:
    # Preparing the samples needs both, so their index is given as if it were a real one.
    code = "import sys, atexit; sys.argv = ['ostiary', 'screen', 'Jon Smith']; from ostiary.app.cli import main; "
    heavy = ("sqlalchemy", "lxml", "pyarrow")
    code += f"atexit.register(lambda: print([name for name in {heavy} if name in sys.modules])); main()"
    found = run_python(code, OSTIARY_HOME=str(_as_real_home(samples)))
    assert found.stdout.strip().endswith("[]")


def _as_real_home(samples: Settings) -> Path:
    home = samples.home / "real"
    target = Settings(home).index_path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(samples.index_path.read_bytes())
    return home


def test_the_front_door(samples: Settings) -> None:
    engine = ostiary.open(samples.home, samples=True)
    [hit] = engine.screen("Cartel of the Suns")
    assert hit.party_id == "us_ofac_sample:55025"
    assert isinstance(hit, ostiary.Hit)
    assert 0.5 < ostiary.compare("Jon Smith", "John Smith", schema="Person").score < 1.0
    assert engine.screen(ostiary.Query(names=("Cartel of the Suns",)))[0] == hit
    with pytest.raises(AttributeError, match="nonesuch"):
        ostiary.nonesuch  # noqa: B018 - the look-up is what is tested


def test_nothing_recorded_yet(tmp_path: Path) -> None:
    with pytest.raises(ostiary.OstiaryError, match="No list is recorded"):
        ostiary.open(tmp_path)


def test_every_name_of_the_front_door_is_there() -> None:
    assert all(getattr(ostiary, name) for name in ostiary.__all__)


def test_a_closed_pipe_is_no_fault(samples: Settings) -> None:
    command = [sys.executable, "-c", "from ostiary.app.cli import main; main()"]
    arguments = ["--home", samples.home, "--samples", "changes", "us_ofac_sample"]
    dates = ["--since", "2025-08-14", "--until", "2025-11-24"]
    with subprocess.Popen(
        [*command, *arguments, *dates], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        assert "Traceback" not in program.stderr.read()


_INTERRUPT_WHILE_LOADING = """
import os, signal, sys
from importlib.abc import MetaPathFinder

class Interrupting(MetaPathFinder):
    def find_spec(self, name, *_):
        if name == "ostiary.app.cli.lookback":
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
from ostiary.app.cli import main
main()
"""


def test_an_interruption_before_a_command_begins_is_said() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _INTERRUPT_WHILE_LOADING],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 130
    assert done.stderr == "Error: Interrupted.\n  do:    Nothing was begun. Run it again when you like.\n"


@pytest.mark.parametrize(("kill", "code"), [(signal.SIGINT, 130), (signal.SIGKILL, -signal.SIGKILL)])
def test_a_kill_in_the_middle_leaves_no_half_file(
    kill: signal.Signals, code: int, samples: Settings, tmp_path: Path
) -> None:
    customers, out = tmp_path / "customers.csv", tmp_path / "out" / "hits.csv"
    customers.write_text("id,name\n" + "1,Nobody Known Here\n" * 2_000, encoding="utf-8")
    command = [sys.executable, "-c", STOPPED_HALF_WAY, "--home", samples.home, "--samples"]
    with subprocess.Popen(
        [*command, "screen", customers, "--out", out], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout
        assert program.stderr
        assert program.stdout.readline() == "stopped\n"
        program.send_signal(kill)
        message = program.stderr.read()
    assert program.returncode == code
    assert not out.exists()
    assert not out.with_name("hits.csv.manifest.json").exists()
    if kill == signal.SIGINT:
        assert "Interrupted" in message
    assert [one.name for one in out.parent.iterdir()] == [".hits.csv.run"], "what the run goes on from"


@pytest.mark.parametrize("words", [["screne"], ["--help"], []])
def test_words_that_name_no_command_bring_all_of_them(words: list[str]) -> None:
    program = get_command(build_program(words))
    assert list(program.commands) == list(COMMANDS)  # type: ignore[attr-defined]


def test_a_value_that_is_a_commands_name_hides_no_command() -> None:
    program = get_command(build_program(["--home", "demo", "screen", "lists"]))
    assert list(program.commands) == ["screen", "lists", "demo"]  # type: ignore[attr-defined]


def test_a_command_loads_no_other_one() -> None:
    code = "import sys, atexit; sys.argv = ['ostiary', 'lists', '--help']; from ostiary.app.cli import main; "
    others = [f"ostiary.app.cli.{one}" for one in ("update", "read", "validate", "holdings")]
    code += f"atexit.register(lambda: print([name for name in {others} if name in sys.modules])); main()"
    assert run_python(code).stdout.strip().endswith("[]")


def test_the_help_of_every_command_flows_to_the_width_of_the_terminal() -> None:
    commands = get_command(build_program()).commands  # type: ignore[attr-defined]
    broken = [name for name, one in commands.items() if "\n" in (one.help or "").replace("\n\n", " ")]
    assert broken == []
    assert "far too small is refused" in commands["update"].help

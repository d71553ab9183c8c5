"""The import contracts hold, and they really bite."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [LINT_IMPORTS, "--no-cache", "--config", "pyproject.toml"]
    environment = {"PYTHONPATH": str(folder / "src"), "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_contracts_hold() -> None:
    answer = lint_imports(ROOT)
    assert answer.returncode == 0, answer.stdout
    assert "0 broken" in answer.stdout


@pytest.mark.parametrize(
    ("module", "text", "contract"),
    [
        ("lists/wrong.py", "import ostiary.names", "What was listed does not depend"),
        ("register/wrong.py", "def late():\n    from ostiary import names", "What was listed does not depend"),
        ("screening/wrong.py", "import ostiary.register", "Screening never opens"),
        ("validation/wrong.py", "import ostiary.register", "Validation tests screening as it stands"),
        ("index/wrong.py", "import ostiary.lists", "Data go one way"),
        ("documents/wrong.py", "import ostiary.register", "Data go one way"),
        ("programs/wrong.py", "import ostiary.lists", "Data go one way"),
        ("programs/wrong.py", "import rich", "Frameworks live in app only"),
        ("documents/wrong.py", "import ostiary.index", "Data go one way"),
        ("names/wrong.py", "import rich", "Frameworks live in app only"),
        ("model/wrong.py", "import numpy", "The nouns need nothing but Python"),
        ("intake/wrong.py", "import lxml.etree", "Only the readers of lists and of reports"),
        ("app/wrong.py", "import sqlalchemy", "Only stores speak to a database"),
        ("nobody_placed_me/__init__.py", "", "Data go one way"),
    ],
)
def test_a_breach_is_found(tmp_path: Path, module: str, text: str, contract: str) -> None:
    for package in (ROOT / "src" / "ostiary").iterdir():
        if package.is_dir() and package.name != "__pycache__":
            folder = tmp_path / "src" / "ostiary" / package.name
            folder.mkdir(parents=True)
            (folder / "__init__.py").touch()
    (tmp_path / "src" / "ostiary" / "__init__.py").touch()
    wrong = tmp_path / "src" / "ostiary" / module
    wrong.parent.mkdir(exist_ok=True)
    wrong.write_text(text + "\n")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    answer = lint_imports(tmp_path)
    assert answer.returncode == 1
    broken = [line for line in answer.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), answer.stdout


def test_an_import_cycle_deep_inside_a_package_is_found(tmp_path: Path) -> None:
    for package in (one.name for one in (ROOT / "src" / "ostiary").iterdir() if one.is_dir()):
        (tmp_path / "src" / "ostiary" / package).mkdir(parents=True)
        (tmp_path / "src" / "ostiary" / package / "__init__.py").touch()
    (tmp_path / "src" / "ostiary" / "__init__.py").touch()
    deep = tmp_path / "src" / "ostiary" / "app" / "cli"
    deep.mkdir()
    (deep / "__init__.py").touch()
    (deep / "one.py").write_text("from ostiary.app.cli import two\n")
    (deep / "two.py").write_text("from ostiary.app.cli import one\n")
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    assert "No cycles at any depth BROKEN" in lint_imports(tmp_path).stdout

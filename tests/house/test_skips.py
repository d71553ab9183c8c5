"""In CI a test may be skipped for one reason only: the real data of ../shared are absent."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"


@pytest.mark.parametrize(
    ("ci", "body", "passes"),
    [
        ("1", 'pytest.skip("needs ../shared")', True),
        ("1", 'pytest.skip("no compiler here")', False),
        ("1", "pytest.importorskip('no_such_module_anywhere')", False),
        ("", 'pytest.skip("no compiler here")', True),
        ("1", "pass", True),
    ],
)
def test_a_skip_in_ci(tmp_path: Path, ci: str, body: str, passes: bool) -> None:  # noqa: FBT001 - a table's column
    (tmp_path / "conftest.py").write_bytes(CONFTEST.read_bytes())
    (tmp_path / "test_one.py").write_text(f"import pytest\n\ndef test_one():\n    {body}\n")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(tmp_path),
        str(tmp_path),
    ]
    answer = subprocess.run(
        command, env=os.environ | {"CI": ci}, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (answer.returncode == 0) == passes, answer.stdout
    assert ("CI may skip only" in answer.stdout) == (not passes)


def test_a_whole_module_skipped_in_ci(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_bytes(CONFTEST.read_bytes())
    (tmp_path / "test_one.py").write_text("import pytest\n\npytest.skip('not today', allow_module_level=True)\n")
    (tmp_path / "test_two.py").write_text("def test_two():\n    pass\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)]
    answer = subprocess.run(
        command, env=os.environ | {"CI": "1"}, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1, answer.stdout

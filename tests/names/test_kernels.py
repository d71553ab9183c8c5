"""Where compiled functions cannot be kept, answers are the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ASK = """
import numpy as np
from ostiary.names.edits import edit_cost
print(edit_cost(np.array([97, 98], dtype=np.int32), np.array([97, 99], dtype=np.int32)))
"""


@pytest.mark.skipif("NUMBA_DISABLE_JIT" in os.environ, reason="nothing is compiled in the plain run")
def test_a_cache_that_cannot_be_written_to_is_said_once_and_changes_no_answer(tmp_path: Path) -> None:
    no_folder = tmp_path / "file"
    no_folder.write_text("")
    blocked, usual = (
        subprocess.run(
            [sys.executable, "-c", _ASK],
            env={**os.environ, **more},
            capture_output=True,
            text=True,
            check=True,
        )
        for more in ({"XDG_CACHE_HOME": str(no_folder / "cache")}, {})
    )
    assert blocked.stdout == usual.stdout == "1350\n"
    assert blocked.stderr.count("cannot be written to") == 1
    assert "cannot be written to" not in usual.stderr

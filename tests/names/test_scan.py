import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostiary.names import kernels
from ostiary.names.alignment import WHOLE
from ostiary.names.analysis import NameClass
from ostiary.names.kernels import SEARCHING, are_kernels_compiled
from ostiary.names.matching import arrange_names, find_lost_names, scan_names, search_names, trace_name
from ostiary.names.neighbours import arrange_neighbours
from ostiary.names.postings import post_names
from ostiary.names.scan import RULED_OUT

parts = st.sampled_from(
    [
        *["ali", "aly", "hasan", "hassan", "bin", "van", "der", "vander", "vdg", "jose", "garcia", "j", "7"],
        *["chan", "kim", "\u0639\u0644\u064a", "\u062d\u0633\u0646", "\u0430\u043b\u0438"],
        *["\u9648", "\u6d69\u7136", "\uae40"],
    ]
)
names = st.lists(parts, min_size=1, max_size=5).map(" ".join)


@given(
    query=names,
    listed=st.lists(names, min_size=1, max_size=20),
    floor=st.sampled_from([-500, 300, 650, 900]),
    name_class=st.sampled_from(list(NameClass)),
)
def test_the_scan_returns_what_aligning_every_name_returns(
    ready: Callable[..., tuple], query: str, listed: list[str], floor: int, name_class: NameClass
) -> None:
    prepared, table, words = ready(query, *listed, name_class=name_class)
    found = scan_names(prepared, table, words, floor)
    every = np.array([trace_name(prepared, table, name, words)[0] for name in range(len(listed))])
    assert np.array_equal(found, np.where(every >= floor, every, RULED_OUT))


@given(listed=st.lists(names, min_size=1, max_size=20), name_class=st.sampled_from(list(NameClass)))
def test_every_name_keeps_all_points_against_itself(
    ready: Callable[..., tuple], listed: list[str], name_class: NameClass
) -> None:
    _, table, words = ready("ali", *listed, name_class=name_class)
    assert find_lost_names(table, words, WHOLE).size == 0


def test_a_name_without_words_is_lost(ready: Callable[..., tuple]) -> None:
    _, table, words = ready("ali", "ali", "...")
    assert list(find_lost_names(table, words, 1)) == [1]


@pytest.mark.skipif("NUMBA_DISABLE_JIT" in os.environ, reason="nothing is compiled in the plain run")
def test_a_machine_that_has_searched_has_its_kernels_compiled(ready: Callable[..., tuple]) -> None:
    prepared, table, words = ready("ali", "ali")
    arranged = arrange_names(table, words, arrange_neighbours(words.table), post_names(table, words.weights.size))
    assert list(search_names([prepared.analysed], arranged, 650).rows) == [0]
    assert are_kernels_compiled(SEARCHING)


def test_kernels_that_compile_an_index_are_not_yet_those_that_screen(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(kernels, "kernel_folder", lambda: tmp_path)
    (tmp_path / "scan.own_points-1.py311.1.nbc").touch()
    assert not are_kernels_compiled(SEARCHING)
    assert are_kernels_compiled("scan.own_points")


@pytest.mark.skipif("NUMBA_DISABLE_JIT" in os.environ, reason="this is the plain run")
def test_plain_kernels_pass_the_same_tests() -> None:
    """The compiled functions are held against their own plain Python."""
    here = Path(__file__).parent
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(here)],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1", "CI": ""},
        capture_output=True,
        text=True,
        check=False,
        cwd=here.parent.parent,
    )
    assert result.returncode == 0, result.stdout[-3000:]

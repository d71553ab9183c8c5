import os
import subprocess
import sys
from pathlib import Path

import pytest

from ostiary.index import Index

#: Warm an engine in a process of its own, then say which functions further answers load.
ANSWER = """
import sys
from pathlib import Path
from ostiary.index import open_index
from ostiary.names.compiled_function import CompiledFunction
from ostiary.screening import Engine


def list_loaded():
    modules = [module for name, module in sys.modules.items() if name.startswith("ostiary.")]
    known = {one for module in modules for one in vars(module).values() if isinstance(one, CompiledFunction)}
    return {(one.py_func.__qualname__, types) for one in known for types in one.overloads}


engine = Engine(open_index(Path(sys.argv[1])))
engine.warm()
before = list_loaded()
assert before
for name in engine.index.name_texts:
    engine.screen(name, weak=True)
print(*sorted(str(one) for one in list_loaded() - before))
"""


@pytest.mark.skipif("NUMBA_DISABLE_JIT" in os.environ, reason="nothing is compiled in the plain run")
def test_a_warm_engine_has_all_that_answers_with_hits_need(index: Index, index_file: Path) -> None:
    assert len(index.name_texts) > 10
    command = [sys.executable, "-c", ANSWER, str(index_file)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""

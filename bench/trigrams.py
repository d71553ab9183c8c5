"""Names as rows of weighted trigrams, and the product that finds those which share most of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix

LENGTH = 3


def weigh_trigrams(queries: Sequence[str], listed: Sequence[str]) -> tuple[Any, Any]:
    """Return queries and listed names as sparse rows, rare trigrams weighing more; each row has length one."""
    rows = [Counter(text[at : at + LENGTH] for at in range(max(len(text) - LENGTH + 1, 1))) for text in listed]
    held = Counter(part for row in rows for part in row)
    weights = {part: float(np.log(1 + len(listed) / count)) for part, count in held.items()}
    columns = {part: number for number, part in enumerate(held)}
    asked = [Counter(text[at : at + LENGTH] for at in range(max(len(text) - LENGTH + 1, 1))) for text in queries]
    return _as_matrix(asked, weights, columns), _as_matrix(rows, weights, columns)


def _as_matrix(rows: Sequence[Counter[str]], weights: dict[str, float], columns: dict[str, int]) -> Any:  # noqa: ANN401 - SciPy says no types
    known = [
        [(columns[part], count * weights[part]) for part, count in row.items() if part in columns] for row in rows
    ]
    starts = np.cumsum([0, *map(len, known)])
    values = np.array([value for row in known for _, value in row])
    places = np.array([column for row in known for column, _ in row])
    matrix = csr_matrix((values, places, starts), shape=(len(rows), len(columns)), dtype=np.float64)
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1))).ravel()
    return csr_matrix(matrix.multiply(1 / np.where(lengths > 0, lengths, 1)[:, None]))


def find_product(most: int) -> tuple[str, Callable[[Any, Any], Any]]:
    """Return by what rows are multiplied here, and the function that does it."""
    if find_spec("sparse_dot_topn"):
        from sparse_dot_topn import sp_matmul_topn  # noqa: PLC0415 - where it is installed

        return "sparse_dot_topn", lambda ours, theirs: sp_matmul_topn(
            ours, theirs.T.tocsr(), top_n=most, n_threads=1
        )
    return "scipy", lambda ours, theirs: ours @ theirs.T

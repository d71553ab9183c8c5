"""Names made ready to be aligned, for the tests of the kernels."""

from collections.abc import Callable

import numpy as np
import pytest

from ostiary.names.alignment import COSTS
from ostiary.names.analysis import NameClass, analyse_name
from ostiary.names.arrays import NameTable, number_words, tabulate_names, tabulate_words
from ostiary.names.matching import ListedWords, PreparedName, prepare_name, weigh_words

#: Weights of the word kinds, then the costs; the tests' own, so that a new profile breaks no test.
_WEIGHTS = [100, 30, 200, 5, 10, 30, 20, 25, 30, 60, 90, 70, 80, 100, 65]
_ROW = [*_WEIGHTS, 100, 400, 45, 45, 5, 30, 200, 320, 150, 50, 200, 200]
#: The last cost is less for organisations.
_ROWS = {NameClass.ORGANISATION: [*_ROW[:-1], 25]}

Ready = tuple[PreparedName, NameTable, ListedWords]


@pytest.fixture
def ready() -> Callable[..., Ready]:
    """A function that takes a query and listed names and returns them related, tabulated and weighed."""

    def make(query: str, *listed: str, name_class: NameClass = NameClass.PERSON) -> Ready:
        costs = np.array(_ROWS.get(name_class, _ROW), dtype=np.int64)
        assert costs.size == COSTS
        names = [analyse_name(text, name_class) for text in listed]
        numbers = number_words(names)
        words = weigh_words(tabulate_words(list(numbers[name_class])), costs)
        return prepare_name(analyse_name(query, name_class), words), tabulate_names(names, numbers), words

    return make

import pytest

from ostiary.index import Index
from ostiary.screening import load_profile
from ostiary.validation.examining import Examiner
from ostiary.validation.listed import ListedNames


@pytest.fixture(scope="session")
def listed(index: Index) -> ListedNames:
    return ListedNames(index)


@pytest.fixture(scope="session")
def examiner(index: Index) -> Examiner:
    return Examiner(index, load_profile())

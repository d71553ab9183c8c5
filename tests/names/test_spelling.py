import pytest

from ostiary.names.spelling import spelling_key


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("mahmood", "mahmoud"),
        ("sergei", "sergey"),
        ("sergej", "sergey"),
        ("hasan", "hassan"),
        ("qaddafi", "kaddafi"),
        ("lindenberg", "lyndenberg"),
        ("igor", "ig0r"),
        ("un", "uun"),
    ],
)
def test_romanisations_of_one_name_share_a_key(left: str, right: str) -> None:
    assert spelling_key(left) == spelling_key(right) != ""


@pytest.mark.parametrize(
    ("left", "right"), [("jinping", "jinpeng"), ("maduro", "madura"), ("ali", "ala"), ("cook", "cock")]
)
def test_another_vowel_is_another_key(left: str, right: str) -> None:
    assert spelling_key(left) != spelling_key(right)


def test_a_number_has_no_key() -> None:
    assert not spelling_key("1234567")

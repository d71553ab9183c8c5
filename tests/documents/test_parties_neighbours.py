import pytest

from ostiary.documents.parties.neighbours import is_longer
from ostiary.documents.parties.rows import Row
from ostiary.documents.parties.setting import read_setting

#: So much in lower case makes the line running text.
_REST = " the old town by the river"


@pytest.mark.parametrize(
    ("text", "person", "longer"),
    [
        ("Then *Marko Velt* left", True, False),
        ("Then *Marko Velt* Soren left", True, True),
        ("Then Jan *Marko Velt* left", True, True),
        ("Then J. *Marko Velt* left", True, True),
        ("Then President *Marko Velt* left", True, False),
        ("Then Gen. *Marko Velt* left", True, False),
        ("Then Peruvian *Marko Velt* left", True, False),
        ("Then the *Marko Velt* of Peru left", True, False),
        ("Then *Marko Velt* Monday left", True, False),
        ("Then *Marko Velt* Jr left", True, True),
        ("Then *Marko Velt* de Soren left", True, True),
        ("Then bin *Marko Velt* left", True, True),
        ("Then *Marko Velt*-Soren left", True, True),
        ("Then the anti-*Marko Velt* camp left", True, False),
        ("Then *Marko Velt*. Soren left", True, False),
        ("Then *Marko Velt*, Soren left", True, False),
        ("Then *Marko Velt*'s Soren left", True, False),
        ("While *Marko Velt* left", True, False),
        ("Then *Marko Velt* left", False, False),
        ("Then *Marko Velt* Group left", False, False),
        ("Then *Marko Velt* Leader Soren left", False, False),
        ("Then *Marko Velt* Holding left", False, True),
        ("Then Free *Marko Velt* left", False, True),
        ("Then *Marko Velt* of Peru left", False, True),
        ("Then Iraqi *Marko Velt* left", False, False),
        ("Mayor Said *Marko Velt* Says It Will Leave", True, False),
    ],
)
def test_a_longer_name_is_another_one(text: str, person: bool, longer: bool) -> None:  # noqa: FBT001 - a table's column
    setting = read_setting(text.replace("*", "") + _REST * (text[:4] == "Then"))
    first = setting.wording.number_at(text.index("*"))
    row = Row(first, first + 1, 0, bare=first + 1 in setting.wording.possessive)
    assert is_longer(setting, row, person=person) is longer

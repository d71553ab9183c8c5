import pytest

from ostiary.lists.gb.numbered import split_numbered


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", {}),
        ("-", {}),
        ("Kandahar", {0: "Kandahar"}),
        (" Kandahar ", {0: "Kandahar"}),
        ("(1) Ndele (2) Algenana", {1: "Ndele", 2: "Algenana"}),
        ("(1) Germany. (2) Morocco", {1: "Germany", 2: "Morocco"}),
        ("1) Qatar 2) Oman", {1: "Qatar", 2: "Oman"}),
        ("1) Mullah, 2) Maulavi, 3) Haji.", {1: "Mullah", 2: "Maulavi", 3: "Haji"}),
        ("(1)-(2) Tunisia (3) Libya", {1: "Tunisia", 2: "Tunisia", 3: "Libya"}),
        ("(1) Manzil (2)-(6) -", {1: "Manzil"}),
        ("(11) 4018 (Oman)", {0: "(11) 4018 (Oman)"}),
        (
            "(1) Governor (2012-2013) (2) Head of 4 (5) units",
            {1: "Governor (2012-2013)", 2: "Head of 4 (5) units"},
        ),
        ("(12)H-1", {0: "(12)H-1"}),
        ("(1)A-1 (2)B-2", {1: "A-1", 2: "B-2"}),
        ("8(34992) 7-20-72", {0: "8(34992) 7-20-72"}),
        ("+95 (1) 551 536", {0: "+95 (1) 551 536"}),
        ("(1) Council of 10) and (2) Board", {1: "Council of 10) and", 2: "Board"}),
    ],
)
def test_numbered_values_are_taken_apart(text: str, values: dict[int, str]) -> None:
    assert split_numbered(text) == values

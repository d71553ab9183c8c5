import pytest

from ostiary.lists.gb.documents import _find_number


@pytest.mark.parametrize(
    ("details", "number"),
    [
        ("D9004878", "D9004878"),
        ("09.5004.180268.0074", "09.5004.180268.0074"),
        ("842 781", "842 781"),
        ("983 (Diplomatic)", "983"),
        ("D 000763 (Afghan). Issued on 9 Jan 1997", "D 000763"),
        ("0018061/104 (issued on 12 Sept 1993)", "0018061/104"),
        ("54401-2288025-9 (Pakistan)", "54401-2288025-9"),
        ("Passport No: 592667 (Qatari passport issued on 3 May 2007).", "592667"),
        ("British passport no.205939411 (issued 21.07.2004 expired 21.04.2015)", "205939411"),
        ("Saudi Arabian passport no.F800691", "F800691"),
        ("CV9157521(Pakistan) Issued 8.9.2008", "CV9157521"),
        ("Ration card no. 0134852", "0134852"),
        ("Uganda Passport.", ""),
        ("Issued in Iran 21.07.2004", ""),
    ],
)
def test_the_first_number_of_a_text_is_found(details: str, number: str) -> None:
    assert _find_number(details) == number

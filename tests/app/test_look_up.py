import pytest

from ostiary.app.look_up import LookUp
from ostiary.model.parties import Alias, NamePart, Party

PARTIES = [
    Party(
        "x:1",
        "LegalEntity",
        "x",
        "1",
        (Alias("a", "CÁRTEL DEL SOL", "name", "strong", "Latn"), Alias("b", "SOL", "a.k.a.", "strong", "Latn")),
    ),
    Party(
        "x:2",
        "Person",
        "x",
        "1",
        (
            Alias(
                "c",
                "SMITH Jon",
                "name",
                "strong",
                "Latn",
                (NamePart("lastName", "SMITH"), NamePart("firstName", "Jon")),
            ),
            Alias("d", "THE BAKER", "a.k.a.", "weak", "Latn"),
        ),
    ),
    Party("x:3", "LegalEntity", "x", "1", (Alias("e", "SMITH JON TRADING", "name", "strong", "Latn"),)),
    Party("x:4", "LegalEntity", "x", "1", (Alias("f", "孙伟", "name", "strong", "Hani"),)),
    Party("x:5", "Vessel", "x", "1", (Alias("g", "HONESTAR", "name", "strong", "Latn"),)),
]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The Cartel del Sol met.", [("Cartel del Sol", "x:1")]),
        ("the cartel del sol met", []),
        ("Sol y sombra", []),
        ("Jon Smith and Smith, Jon", [("Jon Smith", "x:2"), ("Smith, Jon", "x:2")]),
        ("Smith Jon Trading", [("Smith Jon Trading", "x:3")]),
        ("The Baker", []),
        ("by Jonathan Smith", []),
        ("(Honestar)", [("Honestar", "x:5")]),
        ("Honestars", []),
        ("", []),
    ],
)
def test_mark(text: str, marked: list[tuple[str, str]]) -> None:
    assert [(text[m.start : m.end], m.party_id) for m in LookUp(PARTIES).mark(text)] == marked


def test_no_parties_no_marks() -> None:
    assert list(LookUp([]).mark("Jon Smith")) == []

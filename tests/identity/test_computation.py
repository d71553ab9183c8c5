from collections.abc import Callable

from ostiary.identity.computation import compute_links
from ostiary.model.identity import Link
from ostiary.model.parties import Party

Listing = Callable[..., Party]
NUMBER = [("Tax ID No.", "7705713236", "Russia")]


def links(*parties: Party) -> list[Link]:
    return list(compute_links(parties))


def test_a_number_that_one_list_gives_to_several_parties_tells_nobody_apart(listing: Listing) -> None:
    one = listing("a:1", "Zvezda Works", schema="LegalEntity", documents=NUMBER)
    other = listing("b:1", "Zvezda Works JSC", schema="LegalEntity", documents=NUMBER)
    branch = listing("b:2", "Luna Trading", schema="LegalEntity", documents=NUMBER)
    assert [(link.left, link.right) for link in links(one, other)] == [("a:1", "b:1")]
    assert links(one, other, branch) == []


def test_a_party_entered_twice_keeps_its_number(listing: Listing) -> None:
    one = listing("a:1", "Zvezda Works", schema="LegalEntity", documents=NUMBER)
    twice = [listing(f"b:{at}", "Zvezda Works JSC", schema="LegalEntity", documents=NUMBER) for at in (1, 2)]
    assert {(link.left, link.right) for link in links(one, *twice)} == {
        ("a:1", "b:1"),
        ("a:1", "b:2"),
        ("b:1", "b:2"),
    }


def test_countries_are_known_by_name_and_by_code(listing: Listing) -> None:
    one = listing("a:1", "Ivan Sokolov", birthDate="1965-07-13", nationality="Russian Federation")
    other = listing("b:1", "SOKOLOV, Ivan", birthDate="1965-07-13", citizenship="RU")
    (link,) = links(one, other)
    assert link.evidence[-1].text == "country: nationality Russian Federation (a:1), citizenship RU (b:1)"


def test_namesakes_are_never_linked(listing: Listing) -> None:
    people = [listing(f"{name}:1", "Mohammed Ali Hasan", nationality="Iraq", gender="Male") for name in "abc"]
    assert links(*people) == []

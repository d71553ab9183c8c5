from collections.abc import Callable

from ostiary.identity.candidates import find_candidates
from ostiary.identity.facts import gather_facts
from ostiary.model.parties import Party

Listing = Callable[..., Party]


def pairs(*parties: Party) -> set[tuple[str, str]]:
    found = find_candidates([gather_facts(one) for one in parties]).tolist()
    return {(parties[left].id, parties[right].id) for left, right in found}


def test_listings_that_share_a_number_or_a_whole_birth_date(listing: Listing) -> None:
    found = pairs(
        listing("a:1", "A B", birthDate="1962-11-23", documents=[("Passport", "A0003039", "Iran")]),
        listing("b:1", "C D", documents=[("passport", "A 000 30 39", "")]),
        listing("c:1", "E F", birthDate="1962-11-23; 1963"),
        listing("d:1", "G H", birthDate="1963"),
        listing("un_sc:QDi.001", "I J", numbers=["QDi.001"]),
        listing("e:1", "K L", numbers=["QDi.001"], birthDate="1963"),
    )
    assert found == {("a:1", "b:1"), ("a:1", "c:1"), ("un_sc:QDi.001", "e:1")}


def test_each_pair_comes_once(listing: Listing) -> None:
    documents = [("Passport", "A0003039", "Iran"), ("National ID No.", "0035011785", "Iran")]
    one, other = (listing(f"{name}:1", "A B", birthDate="1962-11-23", documents=documents) for name in "ab")
    assert len(find_candidates([gather_facts(one), gather_facts(other)])) == 1


def test_numbers_of_different_lists_are_not_mixed(listing: Listing) -> None:
    assert not pairs(listing("us_ofac:10691", "A B"), listing("gb_ofsi:10691", "C D"))


def test_a_number_that_many_bear_names_nobody(listing: Listing) -> None:
    many = [listing(f"a:{at}", "A B", documents=[("Passport", "A0003039", "Iran")]) for at in range(13)]
    assert not pairs(*many)
    assert pairs(*many[:3])


def test_nobody() -> None:
    assert find_candidates([]).shape == (0, 2)

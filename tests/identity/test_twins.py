from collections.abc import Callable

import pytest

from ostiary.identity.computation import compute_links
from ostiary.model.parties import Party

Listing = Callable[..., Party]
NAME = "Tomás VARELA ORTEGA"


@pytest.mark.parametrize(
    ("other", "said", "expected"),
    [
        (NAME, {}, "proposed"),
        ("Varela Ortega, Tomas", {}, ""),  # an accent less is another spelling
        ("VARELA ORTEGA, Tomás", {}, "proposed"),
        ("Tomás VARELA", {}, ""),
        (NAME, {"program": "LAW-1"}, ""),
        (NAME, {"program": ""}, ""),
        (NAME, {"schema": "LegalEntity"}, ""),
        (NAME, {"birthDate": "1971"}, ""),
        (NAME, {"birthDate": "1960"}, "proposed"),
        (NAME, {"gender": "female"}, ""),
    ],
)
def test_two_entries_of_one_name_are_proposed_where_nothing_differs(
    other: str, said: dict[str, str], expected: str, listing: Listing
) -> None:
    one = listing("xx:1", NAME, program="LAW-1", birthDate="1960", gender="male")
    links = list(compute_links([one, listing("xx:2", other, **({"program": "LAW-2"} | said))]))
    assert [link.state for link in links] == ([expected] if expected else [])


def test_a_proposal_says_what_is_alike_and_what_each_is_listed_for(listing: Listing) -> None:
    (link,) = compute_links([listing("xx:1", NAME, program="LAW-1"), listing("xx:2", NAME, program="LAW-2")])
    assert [one.text for one in link.evidence] == [
        f"name: {NAME} (xx:1 and xx:2)",
        "program: LAW-1 (xx:1), LAW-2 (xx:2)",
    ]


@pytest.mark.parametrize("name", ["Ivan Petrov", "J. R. Petrov", "Ivan P."])
def test_short_names_propose_nothing(name: str, listing: Listing) -> None:
    assert (
        list(compute_links([listing("xx:1", name, program="LAW-1"), listing("xx:2", name, program="LAW-2")])) == []
    )


def test_entries_of_two_lists_are_no_twins(listing: Listing) -> None:
    assert (
        list(compute_links([listing("xx:1", NAME, program="LAW-1"), listing("yy:2", NAME, program="LAW-2")])) == []
    )

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ostiary.identity.clusters import STRENGTH, list_of, resolve_links, walk_links
from ostiary.identity.kept import group_links, list_ends
from ostiary.model.identity import Evidence, Link, LinkBasis, LinkState

REFERENCE: LinkBasis = "cross reference"
NAME: LinkBasis = "name, birth date and country"
TWINS: LinkBasis = "one name under two programs"


def link(left: str, right: str, basis: LinkBasis = "identifier", state: LinkState = "linked") -> Link:
    against = (Evidence("gender", left, right, "m", "f"),) if state == "blocked" else ()
    return Link(left, right, state, basis, (), against)


def states(*links: Link) -> dict[str, str]:
    return {f"{one.left} {one.right}": one.state for one in resolve_links(links)}


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        pytest.param([link("eu:1", "un:1"), link("un:1", "us:1")], "linked linked", id="a chain over three lists"),
        pytest.param(
            [link("eu:1", "us:1", NAME), link("eu:1", "us:2", NAME)],
            "conflict conflict",
            id="neither of two equals",
        ),
        pytest.param(
            [link("eu:1", "us:1"), link("eu:1", "us:2", NAME)], "linked conflict", id="the stronger of two"
        ),
        pytest.param(
            [link("eu:1", "us:1"), link("eu:1", "us:2"), link("us:1", "us:2")],
            "linked linked linked",
            id="entered twice, and said so by an identifier",
        ),
        pytest.param(
            [link("eu:1", "us:1", NAME), link("eu:1", "us:2", NAME), link("us:1", "us:2", NAME)],
            "conflict conflict conflict",
            id="entered twice, and said so by the name alone",
        ),
        pytest.param(
            [link("us:1", "us:2", "judgement"), link("eu:1", "us:1", NAME), link("eu:1", "us:2", NAME)],
            "linked linked linked",
            id="entered twice, and a person said so",
        ),
        pytest.param(
            [link("eu:1", "un:1"), link("un:1", "us:1"), link("eu:1", "us:1", NAME, "blocked")],
            "linked conflict blocked",
            id="what is held apart is not joined round a corner",
        ),
        pytest.param(
            [link("eu:1", "un:1", REFERENCE), link("eu:2", "un:1", REFERENCE), link("eu:2", "un:2")],
            "linked conflict linked",
            id="a weaker link settles which of two equal ones was mistaken",
        ),
        pytest.param(
            [link("eu:1", "un:1"), link("un:1", "us:1", NAME), link("eu:1", "us:2", NAME)],
            "linked conflict conflict",
            id="a chain that would join two listings of one list",
        ),
        pytest.param(
            [link("eu:1", "us:1"), link("eu:1", "us:2", NAME), link("us:1", "us:2", TWINS, "proposed")],
            "linked conflict proposed",
            id="what is proposed joins nothing",
        ),
    ],
)
def test_states(links: list[Link], expected: str) -> None:
    found = states(*links)
    assert " ".join(found[f"{one.left} {one.right}"] for one in links) == expected
    assert states(*reversed(links)) == found


def test_what_is_proposed_goes_where_other_links_join_the_two() -> None:
    first, second = link("un:1", "us:1", REFERENCE), link("un:1", "us:2", REFERENCE)
    judged = link("us:1", "us:2", "judgement")
    assert len(resolve_links([first, second, judged])) == 3
    assert states(first, link("us:1", "us:2", TWINS, "proposed"), second)["us:1 us:2"] == "proposed"


def test_a_conflict_names_the_two_listings() -> None:
    first = resolve_links([link("eu:1", "us:1", NAME), link("eu:1", "us:2", NAME)])[0]
    assert first.contradictions[-1].text == "two listings of one list: us (us:1 and us:2)"


def test_a_conflict_around_what_is_blocked_says_what_blocks() -> None:
    links = resolve_links([link("eu:1", "un:1"), link("un:1", "us:1"), link("eu:1", "us:1", NAME, "blocked")])
    conflict = next(one for one in links if one.state == "conflict")
    assert conflict.contradictions[-1].kind == "gender"


def test_the_walk_goes_the_shortest_way_and_over_what_holds_only() -> None:
    links = [
        link("ca:1", "eu:1"),
        link("eu:1", "un:1"),
        link("ca:1", "un:1"),
        link("un:1", "us:1"),
        link("un:1", "xx:1", NAME, "blocked"),
    ]
    chains = walk_links(links, "ca:1")
    assert sorted(chains) == ["eu:1", "un:1", "us:1"]
    assert [(one.left, one.right) for one in chains["us:1"]] == [("ca:1", "un:1"), ("un:1", "us:1")]
    assert walk_links(links, "yy:1") == {}


LISTINGS = [f"{name}:{at}" for name in ("eu", "gb", "un", "us") for at in (1, 2, 3)]
PAIRS = some.sampled_from(list(combinations(LISTINGS, 2)))
STATES: list[LinkState] = ["linked", "linked", "linked", "blocked"]
LINKS = some.dictionaries(PAIRS, some.tuples(some.sampled_from(STRENGTH), some.sampled_from(STATES)), max_size=14)


@given(LINKS)
def test_whatever_the_links_no_party_has_two_listings_of_a_list_or_two_that_are_held_apart(
    drawn: dict[tuple[str, str], tuple[LinkBasis, LinkState]],
) -> None:
    links = [link(*ends, basis, state) for ends, (basis, state) in drawn.items()]
    resolved = resolve_links(links)
    assert resolve_links(links[::-1]) == resolved
    assert {(one.left, one.right) for one in resolved} == set(drawn)
    for group in group_links(one for one in resolved if one.state == "linked"):
        for ends in combinations(sorted(set(list_ends(group))), 2):
            basis, state = drawn.get(ends, (NAME, "linked"))
            assert state != "blocked"
            assert list_of(ends[0]) != list_of(ends[1]) or (ends in drawn and basis != NAME)

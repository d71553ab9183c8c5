from collections.abc import Sequence
from datetime import UTC, datetime

from ostiary.identity.kept import group_links, list_ends
from ostiary.identity.linking import Linking
from ostiary.model.identity import Evidence, Judgement, Link, LinkBasis, Verdict

NAME: LinkBasis = "name, birth date and country"


def link(left: str, right: str, basis: LinkBasis = "identifier") -> Link:
    return Link(left, right, "linked", basis, (Evidence("passport", left, right, "1", "1"),))


def judge(number: int, left: str, right: str, verdict: Verdict) -> Judgement:
    moment = datetime(2026, 5, number, tzinfo=UTC)
    return Judgement(number, left, right, verdict, "seen", "", "A", moment)


def linking(links: Sequence[Link], *judgements: Judgement) -> Linking:
    groups = {end: tuple(group) for group in group_links(links) for end in list_ends(group)}
    return Linking(lambda listing: groups.get(listing, ()), judgements)


LINKS = [link("eu:1", "un:1"), link("un:1", "us:1", NAME), link("eu:2", "us:2")]


def ends(found: Sequence[Link]) -> list[str]:
    return [one.right for one in found]


def test_a_chain_says_through_whom_and_rests_on_its_weakest_step() -> None:
    near, far = linking(LINKS).find_linked("eu:1")
    assert (near.right, near.via, near.basis) == ("un:1", (), "identifier")
    assert (far.left, far.right, far.via, far.basis) == ("eu:1", "us:1", ("un:1",), NAME)
    assert len(far.evidence) == 2
    assert linking(LINKS).find_linked("xx:1") == ()


def test_everybody_of_a_party_finds_all_others() -> None:
    everyone = linking(LINKS)
    for listing in ("eu:1", "un:1", "us:1"):
        assert sorted([listing, *ends(everyone.find_linked(listing))]) == ["eu:1", "un:1", "us:1"]


def test_a_judgement_blocks_what_was_computed() -> None:
    parted = linking(LINKS, judge(1, "eu:1", "un:1", "different"))
    assert parted.find_linked("eu:1") == ()
    assert ends(parted.find_linked("un:1")) == ["us:1"]
    blocked = next(one for one in parted.find_links("eu:1") if one.state == "blocked")
    assert blocked.judgement == judge(1, "eu:1", "un:1", "different")


def test_a_judgement_joins_what_was_not_and_brings_its_party_along() -> None:
    joined = linking([*LINKS, link("ca:5", "xx:5")], judge(1, "ca:5", "eu:1", "same"))
    assert ends(joined.find_linked("us:1")) == ["ca:5", "eu:1", "un:1", "xx:5"]
    assert joined.find_linked("xx:5")[1].judgement == judge(1, "ca:5", "eu:1", "same")


def test_the_last_judgement_counts() -> None:
    said = [judge(1, "eu:1", "un:1", "different"), judge(2, "eu:1", "un:1", "same")]
    assert ends(linking(LINKS, *said).find_linked("eu:1")) == ["un:1", "us:1"]
    assert linking(LINKS, *said[:1]).find_linked("eu:1") == ()
    found = linking(LINKS, *said).find_links("eu:1")
    assert [one.judgement for one in found if one.basis == "judgement"] == [said[1]]


def test_a_judgement_that_would_join_two_listings_of_one_list_round_a_corner_is_a_conflict() -> None:
    said = [judge(1, "eu:2", "us:1", "same")]
    found = {(one.left, one.right): one.state for one in linking(LINKS, *said).find_links("eu:1")}
    assert found["eu:2", "us:1"] == "linked"
    assert found["un:1", "us:1"] == "conflict"
    assert found["eu:2", "us:2"] == "conflict"


def test_a_person_may_say_that_a_list_entered_one_party_twice() -> None:
    said = [judge(1, "eu:1", "eu:2", "same"), judge(2, "us:1", "us:2", "same")]
    assert ends(linking(LINKS, *said).find_linked("us:2")) == ["eu:1", "eu:2", "un:1", "us:1"]


def test_all_links_come_once() -> None:
    every = linking(LINKS, judge(1, "zz:1", "zz:2", "same")).find_all(list_ends(LINKS))
    assert len(every) == len({(one.left, one.right) for one in every}) == 4

"""Owners against the lists: what each is by itself on a day, and which listings bear its name as well."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ostiary.app.listings import Listings
from ostiary.model.identity import Link
from ostiary.model.ownership import ListedRelation, NameQuestion, OwnershipLaw, Standing
from ostiary.ownership.graph import HoldingGraph
from ostiary.ownership.naming import fold_name, read_party
from ostiary.ownership.relations import owning_relations
from ostiary.ownership.standing import GOVERNMENT, judge_government, judge_party

#: The other listings of the party that a listing is of: each stands at the right end of a link.
FindLinked = Callable[[str], Iterable[Link]]


@dataclass(frozen=True, slots=True)
class Owners:
    """What a regime makes of owners on a day.

    Attributes:
        listings: The lists as of that day.
        law: What the regime says.
        day: The day.
        find_linked: Tells the other listings of a party.
    """

    listings: Listings
    law: OwnershipLaw
    day: date
    find_linked: FindLinked

    def judge(self, graph: HoldingGraph, numbers: Iterable[int]) -> dict[int, Standing]:
        """Return what those nodes are by themselves that are stated to be parties or governments, by number."""
        named = {number: read_party(graph.keys[number]) for number in numbers}
        self.listings.read(one for one in named.values() if one and not one.startswith(GOVERNMENT))
        return {number: self._judge(party) for number, party in named.items() if party}

    def ask(
        self, bearers: Mapping[int, Iterable[NameQuestion]], denied: frozenset[tuple[str, str]]
    ) -> dict[int, tuple[NameQuestion, ...]]:
        """Return, for each node, those of the listings bearing its name that block and that nobody ruled out.

        Args:
            bearers: For each node that is a name alone, the listings that bear it, exactly or nearly.
            denied: Folded names, each with a listing that it was judged not to be.
        """
        asked = {
            number: tuple(
                one
                for one in found
                if (fold_name(one.name), one.party) not in denied and self._is_of_regime(one.party)
            )
            for number, found in bearers.items()
        }
        self.listings.read(one.party for found in asked.values() for one in found)
        kept = {
            number: tuple(one for one in found if self._judge_listing(one.party).state != "none")
            for number, found in asked.items()
        }
        return {number: found for number, found in kept.items() if found}

    def relate(self, parties: Iterable[str]) -> Iterator[ListedRelation]:
        """Give what lists state of who owns or controls some parties: without any share."""
        for party_id in parties:
            found = None if party_id.startswith(GOVERNMENT) else self.listings.find(party_id)
            for one in found.relations if found else ():
                at_source = owning_relations().get(one.type) == "source"
                owner, owned = (one.source, one.target) if at_source else (one.target, one.source)
                if one.type in owning_relations() and owned == party_id:
                    yield ListedRelation(owner, self._name(owner), owned, self._name(owned), one.type, one.former)

    def _name(self, party_id: str) -> str:
        found = self.listings.find(party_id)
        return found.caption if found else party_id

    def _is_of_regime(self, party_id: str) -> bool:
        return party_id.partition(":")[0] in {one.list_id for one in self.law.lists}

    def _judge(self, party_id: str) -> Standing:
        if party_id.startswith(GOVERNMENT):
            return judge_government(self.law, party_id, self.day)
        standing = self._judge_listing(party_id)
        if standing.state != "none":
            return standing
        links = [one for one in self.find_linked(party_id) if self._is_of_regime(one.right)]
        blocking = [
            one for one in links if one.state == "linked" and self._judge_listing(one.right).state != "none"
        ]
        for one in blocking:
            if one.basis == "judgement":
                # Somebody said so, with a reason: as good as an id in the holdings.
                found = self._judge_listing(one.right)
                return replace(found, why=f"{party_id}, judged to be {found.why}", party=party_id)
        if not blocking:
            return standing
        others = [one.right for one in blocking]
        command = f'ostiary link {party_id} {others[0]} --because "…"'
        why = f"{standing.why}; linked with {', '.join(others)}, which nobody has judged: {command}, or unlink"
        return Standing("open", why, party_id)

    def _judge_listing(self, party_id: str) -> Standing:
        if why := self.listings.say_unreadable(party_id):
            return Standing("open", f"{party_id}: {why}", party_id)
        found = self.listings.find(party_id)
        if found is None:
            return Standing("none", f"{party_id}: not listed by then", party_id)
        return judge_party(self.law, found)

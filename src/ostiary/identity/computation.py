"""From all listings of all lists to the links between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ostiary.identity.candidates import find_candidates
from ostiary.identity.evidence import compare_listings
from ostiary.identity.facts import Facts, gather_facts
from ostiary.identity.naming import find_agreeing
from ostiary.model.identity import Link
from ostiary.model.parties import Party
from ostiary.names.countries import country_table


def compute_links(parties: Iterable[Party]) -> Iterator[Link]:
    """Yield the links between listings, with what speaks against each; conflicts are not looked for yet.

    Only what speaks for or against identity is kept of each party, and only listings that share a number or a full
    birth date are compared.

    Args:
        parties: All listings of all lists, each once.
    """
    facts = drop_shared_numbers([gather_facts(party) for party in parties])
    named = {country.text for one in facts for country in one.countries}
    named |= {identifier.country for one in facts for identifier in one.identifiers}
    codes = country_table(sorted(named - {""}))
    for left, right in find_candidates(facts).tolist():
        if link := compare_listings(facts[left], facts[right], codes):
            yield link


def drop_shared_numbers(facts: Sequence[Facts]) -> list[Facts]:
    """Return facts without the numbers that one list gives to several parties: these tell nobody apart.

    Two listings of one list under one name are one party entered twice, and keep their number.
    """
    holders: defaultdict[tuple[str, str], list[Facts]] = defaultdict(list)
    for one in facts:
        for number in {identifier.number for identifier in one.identifiers}:
            holders[one.list_id, number].append(one)
    shared = {number for (_, number), bearers in holders.items() if not _are_one_name(bearers)}
    return [_without_numbers(one, shared) for one in facts]


def _are_one_name(bearers: Sequence[Facts]) -> bool:
    first, *others = bearers
    return all(
        other.schema == first.schema and find_agreeing(first.names, other.names, first.schema) for other in others
    )


def _without_numbers(facts: Facts, shared: set[str]) -> Facts:
    kept = tuple(one for one in facts.identifiers if one.number not in shared)
    return facts if len(kept) == len(facts.identifiers) else replace(facts, identifiers=kept)

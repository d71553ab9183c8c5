"""Which gold claims are found, and is what they rest on right? One measure for sentences and for reports."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from figures import Tally
from gold import GoldAccusation, GoldClaim
from names_alike import fold_name, same_chain, same_name, same_origins
from relations import (
    Relation,
    match_relations,
    measure_length,
    measure_overlap,
    relation_of,
    relation_of_gold,
    tally_relations,
)

from ostiary.model.claims import Accusation, Claim

CHAIN, ORIGIN = "whole chain right, of all", "origin right, of all"
CHAIN_FOUND, ORIGIN_FOUND = "whole chain right, of those found", "origin right, of those found"
STANCE, QUOTE = "stance right, of those found", "quote kind right, of those found"
ANONYMOUS, UNNAMED = "anonymous or not right, of those found", "anonymous origins told, of those found"
ACCUSING, ACCUSING_FOUND = "accusations seen as such, of all", "accusations seen as such, of those found"
ACCUSED, ACCUSER, STATUS = (
    "accused right, of those seen",
    "accuser right, of those seen",
    "status right, of those seen",
)
AS_FACT = "accusations laid to the outlet as plain statements"
FALSE_ACCUSING = "claims wrongly seen as accusations, of those found"

#: Statuses of the model, by the gold's nearest word; by ``admitted`` what one alleges of himself.
FINER: Mapping[str, frozenset[str]] = {
    "admitted": frozenset(("admitted", "pleaded guilty")),
    "charged": frozenset(("pleaded guilty", "admitted")),
    "convicted": frozenset(("pleaded guilty", "admitted")),
    "dropped": frozenset(("withdrawn", "overturned", "corrected")),
    "acquitted": frozenset(("overturned",)),
}

Match = tuple[GoldClaim, Claim]


def match_claims(gold: Sequence[GoldClaim], found: Sequence[Claim]) -> list[Match]:
    """Return the attributed gold claims that are found, each with what was found."""
    wanted = [claim for claim in gold if claim.attributed]
    given = [claim for claim in found if claim.cue]
    matched = match_relations(
        [relation_of_gold(claim) for claim in wanted], [relation_of(claim) for claim in given]
    )
    return [(wanted[left], given[right]) for left, right in matched.items()]


def choose_relations(gold: Sequence[GoldClaim], found: Sequence[Claim]) -> tuple[list[Relation], list[Relation]]:
    """Return the gold relations that count, and the found ones but for those that meet an optional gold claim."""
    optional = [claim for one, claim in match_claims(gold, found) if one.optional]
    wanted = (claim for claim in gold if claim.attributed and not claim.optional)
    counted = (claim for claim in found if claim.cue and claim not in optional)
    return list(map(relation_of_gold, wanted)), list(map(relation_of, counted))


def tally_claims(text: str, gold: Sequence[GoldClaim], found: Sequence[Claim], *, outlet: str = "") -> Tally:
    """Return what one text adds to all measures of its attributed claims.

    Args:
        text: What the positions belong to.
        gold: Its claims; those in the outlet's own voice are left out, what meets an optional one counts nowhere.
        found: The claims of its reading; those without a cue, which no gold has, are left out.
        outlet: Who published, to compare the first link with; empty where the gold does not say.
    """
    wanted, counted = choose_relations(gold, found)
    matches = [(one, claim) for one, claim in match_claims(gold, found) if not one.optional]
    return {
        **tally_relations(text, wanted, counted),
        **_tally_links(matches, len(wanted), outlet),
        **_tally_manner(matches),
        **_tally_accusing(matches, gold),
        AS_FACT: (sum(_is_plain(one, found) for one in gold if _is_charge(one)), sum(map(_is_charge, gold))),
    }


def _tally_links(matches: Sequence[Match], wanted: int, outlet: str) -> Tally:
    chains = sum(same_chain(gold, found, outlet) for gold, found in matches)
    origins = sum(same_origins(gold, found, outlet) for gold, found in matches)
    return {
        CHAIN: (chains, wanted),
        ORIGIN: (origins, wanted),
        CHAIN_FOUND: (chains, len(matches)),
        ORIGIN_FOUND: (origins, len(matches)),
    }


def _tally_manner(matches: Sequence[Match]) -> Tally:
    unnamed = [found for gold, found in matches if gold.anonymous]
    return {
        STANCE: (sum(found.stance in gold.stances for gold, found in matches), len(matches)),
        QUOTE: (sum(found.quote in gold.quotes for gold, found in matches), len(matches)),
        ANONYMOUS: (sum(bool(found.anonymous) == gold.anonymous for gold, found in matches), len(matches)),
        UNNAMED: (sum(bool(found.anonymous) for found in unnamed), len(unnamed)),
    }


def _is_charge(gold: GoldClaim) -> bool:
    """Return whether a claim accuses, and does not deny that it is so."""
    return gold.accuses and "denied" not in gold.stances and getattr(gold.accusation, "status", "") != "denied"


def _is_plain(gold: GoldClaim, found: Sequence[Claim]) -> bool:
    """Return whether most of an accusation is only given as what the outlet says, and as no accusation."""
    least = measure_length(gold.content) / 2
    holding = [claim for claim in found if measure_overlap(gold.content, relation_of(claim).content) > least]
    return bool(holding) and not any(claim.attributed or claim.accusation for claim in holding)


def _tally_accusing(matches: Sequence[Match], gold: Sequence[GoldClaim]) -> Tally:
    wanted = [claim for claim in gold if claim.accuses and claim.attributed and not claim.optional]
    accusing = [(one, found) for one, found in matches if one.accuses]
    harmless = [found for one, found in matches if not one.accuses]
    seen = [(one.accusation, found.accusation) for one, found in accusing if found.accusation]
    named = [(one, found) for one, found in seen if one]
    return {
        ACCUSING: (len(seen), len(wanted)),
        ACCUSING_FOUND: (len(seen), len(accusing)),
        FALSE_ACCUSING: (sum(found.accusation is not None for found in harmless), len(harmless)),
        ACCUSED: (sum(same_person(one.accused, found.accused) for one, found in named), len(named)),
        ACCUSER: (sum(same_person(one.accuser, found.accuser) for one, found in named), len(named)),
        STATUS: (sum(same_status(one, found) for one, found in named), len(named)),
    }


def same_person(gold: str, found: str) -> bool:
    """Return whether two wordings name one accused or accuser: the same name, or one within the other."""
    left, right = f" {fold_name(gold)} ", f" {fold_name(found)} "
    return same_name(gold, found) or left in right or right in left


def same_status(gold: GoldAccusation, found: Accusation) -> bool:
    """Return whether a status is the gold's, or a finer one that the gold has no word for.

    The gold knows alleged, charged, amended, dropped, convicted, acquitted and denied only.
    """
    himself = same_person(gold.accused, gold.accuser)
    finer = FINER.get("admitted" if himself and gold.status == "alleged" else gold.status, frozenset())
    return found.status == gold.status or found.status in finer


def list_wrongs(
    name: str, text: str, gold: Sequence[GoldClaim], found: Sequence[Claim], *, outlet: str = ""
) -> Iterator[str]:
    """Yield what is wrong with the claims that were found, each in a line; missed ones are listed as relations."""
    for one in gold:
        if _is_charge(one) and _is_plain(one, found):
            yield f"{name} {one.id}: an accusation laid to the outlet: {text[slice(*one.content[0])][:60]!r}"
    for one, claim in match_claims(gold, found):
        at = f"{name} {one.id}: {text[claim.content[0].start : claim.content[0].end][:60]!r}"
        for what, right, wanted, given in _compare(one, claim, outlet):
            if not right:
                yield f"{at}: {what} {_show(given)}, not {_show(wanted)}"


def _compare(gold: GoldClaim, found: Claim, outlet: str) -> Iterator[tuple[str, bool, Any, Any]]:
    chains = [[link.name for link in chain] for chain in (found.chain, *found.branches)]
    yield "chain", same_chain(gold, found, outlet), (gold.chain, *gold.branches), chains
    yield "stance", found.stance in gold.stances, gold.stances, found.stance
    yield "quote", found.quote in gold.quotes, gold.quotes, found.quote
    yield "anonymous", bool(found.anonymous) == gold.anonymous, gold.anonymous, found.anonymous
    yield "accuses", bool(found.accusation) == gold.accuses, gold.accuses, found.accusation
    if gold.accusation and found.accusation:
        wanted, given = gold.accusation, found.accusation
        yield "accused", same_person(wanted.accused, given.accused), wanted.accused, given.accused
        yield "accuser", same_person(wanted.accuser, given.accuser), wanted.accuser, given.accuser
        yield "status", same_status(wanted, given), wanted.status, given.status


def _show(value: Any) -> str:  # noqa: ANN401 - what a claim or its gold holds
    if isinstance(value, (tuple, list)):
        return " / ".join(" -> ".join(each) if not isinstance(each, str) else each for each in value)
    return str(value)

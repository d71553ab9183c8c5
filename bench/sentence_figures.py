"""How are the sentences of our own read? Those that rules were written with, and the others, apart."""

from collections.abc import Callable, Sequence

from claim_figures import choose_relations, list_wrongs, tally_claims
from figures import Section, Tally, measure_shares
from gold import GoldSentence, SentenceSet
from polnear import list_misses

from ostiary.model.claims import Claim

TRAPS = "traps with a false attribution"
OWN_VOICE = "accusations in the outlet's own voice seen as such"
TITLES: dict[SentenceSet, str] = {
    "development": "Sentences that rules were written with",
    "held_out": "Sentences held out (these figures count)",
    "fresh_2026_11": "Fresh sentences, harder, written without sight of the rules (these count too)",
}

Read = Callable[[str], Sequence[Claim]]


def measure_sentences(name: SentenceSet, items: Sequence[GoldSentence], read: Read) -> Section:
    """Measure one set.

    Args:
        name: Which; what went wrong is told of ``development`` only.
        items: Its items.
        read: Gives the claims of a passage, with accusations whoever is accused.
    """
    tallies: list[Tally] = []
    misses: list[str] = []
    for item in items:
        claims = read(item.text)
        tallies.append({**tally_claims(item.text, item.claims, claims), **_tally_passage(item, claims)})
        if name == "development":
            misses.extend(_list_misses(item, claims))
    claims_of = sum(len(item.claims) for item in items)
    return Section(
        f"{TITLES[name]}: {len(items)} items, {claims_of} attributions", measure_shares(tallies), misses=misses
    )


def _tally_passage(item: GoldSentence, claims: Sequence[Claim]) -> Tally:
    attributed = any(claim.attributed for claim in claims)
    told = any(claim.accusation for claim in claims if not claim.attributed)
    return {
        TRAPS: (int(attributed), 1) if item.trap else (0, 0),
        OWN_VOICE: (int(told), 1) if item.accusation else (0, 0),
    }


def _list_misses(item: GoldSentence, claims: Sequence[Claim]) -> list[str]:
    relations = list_misses(item.id, item.text, *choose_relations(item.claims, claims))
    return [*relations, *list_wrongs("", item.text, item.claims, claims)]

"""The claims of a passage, with accusations whoever is accused; a reading drops those of people on no list."""

from dataclasses import replace

from polnear import zone_plainly

from ostiary.documents.attribution import find_attributions
from ostiary.documents.attribution.tagging import tag_words
from ostiary.documents.chains import build_chains
from ostiary.documents.claims import Findings, make_attributed, make_own
from ostiary.documents.quotations import find_quotations
from ostiary.documents.stance.accusations import accuse_claims
from ostiary.documents.stance.alleged import find_allegations
from ostiary.documents.stance.grammar import read_grammar
from ostiary.documents.words import split_words
from ostiary.model.claims import Claim


def read_passage(text: str) -> list[Claim]:
    """Return the claims of a passage whose every line is body and that names nobody who is listed."""
    report = zone_plainly(text)
    words = split_words(report)
    found = Findings(report, words, find_quotations(words), mentions=(), dates=(), parts=tag_words(words))
    attributions = find_attributions(words, found.quotations)
    chains, voices = build_chains(report, words, attributions)
    attributed = make_attributed(found, attributions, chains)
    claims = [*attributed, *make_own(found, attributed, (), len(attributed))]
    findings = accuse_claims(claims, find_allegations(read_grammar(words, ()), (), voices))
    return [replace(claim, accusation=findings[claim.id].accusation) for claim in claims]

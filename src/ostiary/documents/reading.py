"""The whole way through one report, one line per stage; each stage can be read, tested and replaced alone."""

from ostiary.documents.acts import find_acts
from ostiary.documents.attribution import find_attributions
from ostiary.documents.chains import build_chains
from ostiary.documents.claims import (
    Findings,
    accuse,
    make_attributed,
    make_embedded,
    make_own,
    make_parts,
    nest_in_own,
    withhold_from_outlet,
)
from ostiary.documents.dates import find_dates
from ostiary.documents.parties import PartyNames, find_named
from ostiary.documents.quotations import find_quotations
from ostiary.documents.stance.accusations import accuse_claims, embedded_accusations
from ostiary.documents.stance.alleged import find_allegations
from ostiary.documents.stance.denials import link_denials
from ostiary.documents.stance.grammar import read_grammar
from ostiary.documents.stance.questions import find_questions
from ostiary.documents.stance.running import carry_stance, doubt_running
from ostiary.documents.words import split_words
from ostiary.model.claims import Reading
from ostiary.model.reports import Report

#: Languages whose claims are read; empty where a text is too short to say.
_ENGLISH = ("en", "")


def read_document(report: Report, names: PartyNames) -> Reading:
    """Return everything that one report says: parties, claims with their chains, dates, acts, questions.

    Claims are read in English only; in another language parties are still found, and the report's remarks say so.

    Args:
        report: The text with its zones.
        names: The names of designated parties.
    """
    mentions, passed_over = find_named(report, names)
    words = split_words(report)
    if report.language not in _ENGLISH or not words.sentences:
        return Reading(report, mentions, passed_over=passed_over)
    quotations = find_quotations(words)
    dates = find_dates(report, words, quotations)
    grammar = read_grammar(words, mentions)
    found = Findings(report, words, quotations, mentions, dates, grammar.parts)
    attributions = find_attributions(words, quotations)
    chains, voices = build_chains(report, words, attributions)
    attributed = carry_stance(report, make_attributed(found, attributions, chains))
    questions = find_questions(report, grammar, attributed, voices)
    own = make_own(found, attributed, questions, len(attributions))
    claims = doubt_running([*nest_in_own(attributed, own), *own])
    allegations = find_allegations(grammar, mentions, voices)
    accused = accuse_claims(claims, allegations)
    kept, left_out = accuse(claims, accused)
    kept = withhold_from_outlet(found, kept)
    told = [span for claim in claims if claim.attributed for span in claim.content]
    known = [claim.accusation for claim in kept if claim.accusation]
    embedded = embedded_accusations(allegations, told, known)
    parts = make_parts(found, kept, accused, len(attributions) + len(claims))
    kept += [*make_embedded(found, embedded, kept, len(attributions) + len(claims) + len(parts)), *parts]
    kept.sort(key=lambda claim: (claim.content[0].start, claim.id))
    kept = link_denials(report, kept)
    return Reading(
        report=report,
        mentions=mentions,
        voices=voices,
        claims=tuple(kept),
        dates=dates,
        acts=find_acts(report, words, mentions, dates),
        questions=questions,
        left_out=left_out,
        passed_over=passed_over,
    )

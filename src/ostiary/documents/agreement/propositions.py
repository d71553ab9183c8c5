"""What a claim says, cut into whole contents and single clauses, each as a set of terms that can be compared."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ostiary.documents.agreement.concepts import acts_on_record, listing_powers, read_concepts
from ostiary.documents.agreement.quantities import Quantity
from ostiary.documents.agreement.terms import ReportTerms, Term, person_key
from ostiary.model.claims import Claim, Stance
from ostiary.model.periods import Period
from ostiary.model.reports import Span

#: Marks and words at which a clause may end.
BREAKS = frozenset({",", ";", ":", "—", "\u2013", "-", "(", ")", "“", "”", '"'})
JOINTS = frozenset(
    {"who", "which", "while", "whereas", "although", "though", "because", "after", "before", "but", "and"}
)
#: Who stands on a list of one of these powers was designated by it.
LIST, DESIGNATE = "list", "designate"
#: What ends a dateline, and within how many words.
DASHES = frozenset({"-", "\u2013", "—"})
LONGEST_DATELINE = 18
#: A clause with fewer terms than this says too little to be compared alone.
CLAUSE_TERMS = 3
#: What turns a clause into its contrary.
NEGATIONS = frozenset({"not", "no", "never", "none", "neither", "nor", "cannot", "nothing", "nobody"})
#: What is near to it: what another report denies may be wanting here.
LACKING = frozenset(
    {"without", "lack", "lacks", "lacked", "lacking", "refused", "refuses", "failed", "fails", "unable"}
)
#: What undoes that, as the next word (``not only``, ``no doubt``) or somewhere after (``not until``).
UNDONE_NEXT = frozenset({"only", "fewer", "less", "more", "just", "simply", "merely", "doubt", "least"})
UNDONE_LATER = frozenset({"until", "before"})
#: A denial within this many words after one of these is of a part (*a man who would not sell*).
RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "if", "unless", "because", "since"})
RELATIVE_REACH = 4
#: After these *not* sets one part against another (*by people and not by machines*), and denies nothing.
ADDING = frozenset({"and", "or", ","})
#: With these somebody begins to tell of themselves.
SELVES = frozenset({"i", "we", "he", "she"})
#: What leaves open whether it is so.
OPEN_WORDS = frozenset(
    {"would", "could", "may", "might", "must", "should", "shall", "if", "whether", "unless", "will"}
)
#: Among so many terms at the beginning stands who does it.
OPENING = 3
#: What must remain of a sentence besides what others say in it.
OWN_SHARE = 0.5
#: Stances that say of their content that it is not so.
DENIALS: frozenset[Stance] = frozenset({"denied", "rejected"})


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that a claim says: its whole content, or a clause of it.

    Attributes:
        claim: The claim.
        report: Position of its reading in the sequence that is compared.
        run: The words, first to last.
        span: The same as a stretch of the text.
        own: What its words stand for; of the words that attribute it, what is done by saying it (*charged*).
        names: Those of ``own`` that name somebody or something.
        fields: What the words are about: each key of ``own`` with each of its fields.
        opening: The terms that it begins with: mostly who does it.
        near: What stands around it: the rest of the sentence, and the parties that the claim is about.
        acts: Those of ``own`` that are something done.
        quantities: Its numbers.
        period: When, as far as the claim or the clause says.
        denied: Whether it says that something is not so.
        lacking: Whether it says that something is wanting (*without*), which is near to a denial.
        open_ended: Whether it says what may, will or would be (``could``, ``if``).
        of_self: Whether a person tells in it what they did themselves.
        whole: Whether it is the claim's whole content.
    """

    claim: Claim
    report: int
    run: range
    span: Span
    own: frozenset[str]
    names: frozenset[str]
    fields: frozenset[tuple[str, str]]
    opening: frozenset[str]
    near: frozenset[str]
    acts: frozenset[str]
    quantities: tuple[Quantity, ...]
    period: Period | None
    denied: bool
    lacking: bool
    open_ended: bool
    of_self: bool
    whole: bool


def split_claims(terms: ReportTerms, report: int) -> tuple[Proposition, ...]:
    """Return what the claims of one report say, in the order of the claims."""
    said = frozenset(
        word
        for claim in terms.reading.claims
        if claim.attributed
        for span in (*claim.content, *filter(None, (claim.cue, claim.source)))
        if len(_keys(terms, terms.words.within(span))) >= CLAUSE_TERMS or span not in claim.content
        for word in terms.words.within(span)
    )
    return tuple(
        proposition
        for claim in terms.reading.claims
        for proposition in _split_claim(terms, claim, report, frozenset() if claim.attributed else said)
    )


def _split_claim(terms: ReportTerms, claim: Claim, report: int, said: frozenset[int]) -> Iterator[Proposition]:
    """Yield what a claim says, without the words that others say within it."""
    spans = [run for span in claim.content if (run := terms.words.within(span))]
    runs = [part for run in spans for part in _leave_out(_skip_dateline(terms, run), said)]
    left, all_terms = (sum(len(_keys(terms, run)) for run in part) for part in (runs, spans))
    if not runs or (runs != spans and left < max(CLAUSE_TERMS, OWN_SHARE * all_terms)):
        return
    clauses = [clause for run in runs for clause in _split_clauses(terms, run)]
    yield _proposition(terms, claim, report, runs, whole=True)
    for clause in clauses if len(clauses) > 1 else ():
        if len(_keys(terms, clause)) >= CLAUSE_TERMS and not _is_gerund(terms, clause):
            yield _proposition(terms, claim, report, [clause], whole=False)


def _skip_dateline(terms: ReportTerms, run: range) -> range:
    """Return a run of words without the place, day and outlet that stand before a dash at its beginning."""
    forms = terms.words.forms
    head = [at for at in run[:LONGEST_DATELINE] if forms[at] in DASHES]
    if not head or "(" not in forms[run.start : head[0]] or not _starts_sentence(terms, run.start):
        return run
    return range(head[0] + 1, run.stop)


def _leave_out(run: range, said: frozenset[int]) -> Iterator[range]:
    """Yield the parts of a run of words between those that are left out."""
    start = run.start
    for at in (*(at for at in run if at in said), run.stop):
        if at > start:
            yield range(start, at)
        start = at + 1


def _split_clauses(terms: ReportTerms, run: range) -> list[range]:
    """Return the clauses of a run of words; one with too few terms is joined to the one before it."""
    lower = terms.words.lower
    cuts = [at for at in run if lower[at] in BREAKS or lower[at] in JOINTS or _starts_sentence(terms, at)]
    clauses: list[range] = []
    start = run.start
    for cut in [*cuts, run.stop]:
        if cut <= start:
            continue
        if len(_keys(terms, range(start, cut))) >= CLAUSE_TERMS or cut == run.stop:
            clauses.append(range(start, cut))
            start = cut
    if len(clauses) > 1 and len(_keys(terms, clauses[-1])) < CLAUSE_TERMS:
        last = clauses.pop()
        clauses[-1] = range(clauses[-1].start, last.stop)
    return clauses


def _is_gerund(terms: ReportTerms, clause: range) -> bool:
    """Return whether a clause opens its sentence with a form in *-ing*: then it names a matter only."""
    return _starts_sentence(terms, clause.start) and terms.words.lower[clause.start].endswith("ing")


def _starts_sentence(terms: ReportTerms, at: int) -> bool:
    return terms.words.sentences[terms.words.sentence_of[at]].start == at


def _list_terms(terms: ReportTerms, run: range) -> tuple[Term, ...]:
    return terms.terms[bisect_left(terms.starts, run.start) : bisect_left(terms.starts, run.stop)]


def _list_keys(terms: ReportTerms, run: range) -> list[str]:
    return [term.key for term in _list_terms(terms, run)]


def _keys(terms: ReportTerms, run: range) -> frozenset[str]:
    return frozenset(_list_keys(terms, run))


def _proposition(
    terms: ReportTerms, claim: Claim, report: int, runs: Sequence[range], *, whole: bool
) -> Proposition:
    deed = _keys(terms, terms.words.within(claim.cue)) if claim.cue and whole else frozenset()
    own = (deed & acts_on_record()).union(*(_keys(terms, run) for run in runs)) - _speakers(claim)
    if LIST in own and own & listing_powers():
        own |= {DESIGNATE}
    near: frozenset[str] = frozenset(f"party {party}" for party in claim.about)
    for run in runs:
        near |= _keys(terms, terms.words.sentences[terms.words.sentence_of[run.start]])
    lower = terms.words.lower
    span = Span(terms.words.starts[runs[0].start], terms.words.ends[runs[-1].stop - 1])
    return Proposition(
        claim=claim,
        report=report,
        run=range(runs[0].start, runs[-1].stop),
        span=span,
        own=own,
        names=own & terms.names,
        fields=frozenset(
            (term.key, field) for run in runs for term in _list_terms(terms, run) for field in term.fields
        ),
        opening=frozenset(key for run in runs[:1] for key in _list_keys(terms, run)[:OPENING]),
        near=near - own,
        acts=own & read_concepts().acts,
        quantities=tuple(quantity for quantity in terms.quantities for run in runs if quantity.first in run),
        period=_period(terms, runs),
        denied=any(_denies(terms, run) for run in runs) or claim.stance in DENIALS,
        lacking=any(lower[at] in LACKING for run in runs for at in run),
        open_ended=any(terms.words.forms[at] in OPEN_WORDS for run in runs for at in run),
        of_self=claim.attributed and claim.chain[-1].kind == "person" and lower[runs[0].start] in SELVES,
        whole=whole,
    )


def _speakers(claim: Claim) -> frozenset[str]:
    """Return what stands for the people who say a claim: *he* tells nothing of what is said."""
    return frozenset(person_key(link.name) for link in claim.chain if claim.attributed and link.kind == "person")


def _denies(terms: ReportTerms, run: range) -> bool:
    """Return whether a run of words says that something is not so."""
    lower = terms.words.lower
    for at in run:
        if at not in terms.phrased and (lower[at] in NEGATIONS or lower[at].endswith("n't")):
            if RELATIVES.intersection(lower[max(run.start + 1, at - RELATIVE_REACH) : at]):
                continue
            if lower[at] == "not" and lower[max(run.start, at - 1)] in ADDING:
                continue
            after = lower[at + 1 : run.stop]
            return not after[:1] or (after[0] not in UNDONE_NEXT and not UNDONE_LATER.intersection(after))
    return False


def _period(terms: ReportTerms, runs: Sequence[range]) -> Period | None:
    """Return the first date within what is said; one beside it (``said on Tuesday``) is that of the saying."""
    for date in terms.reading.dates:
        place = terms.words.within(date.span)
        if date.period and place and any(place.start in run for run in runs):
            return date.period
    return None

"""Do two reports print one text, or a claim in the same words? Then it was written once."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations, product

from ostiary.documents.agreement.tellings import Telling
from ostiary.documents.words import Words

#: Reports print one text if this share of the sentences of the shorter one is in the other, and so many at least.
COPIED, FEWEST_COPIED = 0.6, 4
#: A sentence with fewer words than this is no sign: a byline, a question.
SHORTEST_SENTENCE = 6
#: A claim is told in the same words if so many in a row are, and this share of the shorter telling.
SAME_WORDS, SAME_SHARE = 8, 0.8
#: What stands at words and is no part of them.
MARKS = '.,;:!?()"“”'


def find_copies(texts: Sequence[Words]) -> frozenset[tuple[int, int]]:
    """Return the pairs of reports, by position, that print one text, perhaps corrected or shortened.

    Args:
        texts: The words of each report.
    """
    sentences = [
        {tuple(words.lower[run.start : run.stop]) for run in words.sentences if len(run) >= SHORTEST_SENTENCE}
        for words in texts
    ]
    return frozenset(
        (one, other)
        for one, other in combinations(range(len(texts)), 2)
        if len(sentences[one] & sentences[other])
        >= max(FEWEST_COPIED, COPIED * min(len(sentences[one]), len(sentences[other])))
    )


def share_wording(one: Telling, other: Telling) -> bool:
    """Return whether two tellings have one wording."""
    return any(_have_one_wording(left, right) for left, right in product(_wordings(one), _wordings(other)))


def _wordings(telling: Telling) -> list[list[str]]:
    report = telling.reading.report
    told = (report.words_of(member.span).lower().split() for member in telling.propositions)
    return [[word for word in (part.strip(MARKS) for part in parts) if word] for parts in told]


def _have_one_wording(left: list[str], right: list[str]) -> bool:
    least = max(SAME_WORDS, SAME_SHARE * min(len(left), len(right)))
    if len(set(left) & set(right)) < SAME_SHARE * min(len(set(left)), len(set(right))):
        return False
    return SequenceMatcher(None, left, right, autojunk=False).find_longest_match().size >= least

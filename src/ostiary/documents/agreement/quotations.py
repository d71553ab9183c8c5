"""Do two reports put the same words between quotation marks? Then both have them from one saying."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from ostiary.documents.agreement.concepts import passing_words, stem
from ostiary.documents.agreement.tellings import Telling

#: Fewer words than this that tell something are a turn of phrase that two people may use.
FEWEST, SURELY = 2, 4
_MARKED = re.compile(r"[\"“«]([^\"”»]{3,400})[\"”»]")
#: So much of the shorter quotation must stand in the longer one.
SHARE = 0.8


def share_quotation(one: Telling, other: Telling, *, surely: bool = False) -> str:
    """Return words that two tellings both give in quotation marks, as the first has them; empty if none.

    Args:
        one: The telling of one report.
        other: That of another.
        surely: Whether a short turn of phrase does not count, since two people may use it.
    """
    least = SURELY if surely else FEWEST
    for (written, left), (_, right) in product(_quotations(one), _quotations(other)):
        shorter = min(left, right, key=len)
        if len(shorter) >= least and len(left & right) >= SHARE * len(shorter):
            return written
    return ""


def _quotations(telling: Telling) -> Iterator[tuple[str, frozenset[str]]]:
    report = telling.reading.report
    for claim in {member.claim.id: member.claim for member in telling.propositions}.values():
        quoted = [report.words_of(span) for span in claim.quoted]
        for each in quoted or _MARKED.findall(report.words_of(claim.content)):
            text = " ".join(each.split())
            yield text, _telling_words(text.lower().split())


def _telling_words(words: Iterable[str]) -> frozenset[str]:
    bare = (word.strip(".,;:!?'\u2019\"()") for word in words)
    return frozenset(stem(word) for word in bare if word and word not in passing_words("stop"))

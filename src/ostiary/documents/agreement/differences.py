"""Where do two tellings of one claim part? They exclude each other only where both cannot be true."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.contraries import may_be_same_day, tell_of_themselves
from ostiary.documents.agreement.propositions import DENIALS, Proposition
from ostiary.documents.agreement.shared_voices import share_speaker
from ostiary.documents.agreement.speakers import same_voice
from ostiary.documents.agreement.tellings import Telling
from ostiary.documents.tables import read_table
from ostiary.model.briefs import Difference

#: How a quotation is given whose wording counts.
QUOTED = frozenset({"verbatim", "translated"})


def list_differences(tellings: Sequence[Telling], *, contrary: bool = False) -> tuple[Difference, ...]:
    """Return where the tellings of several reports part, each difference once.

    Args:
        tellings: One for each report.
        contrary: Whether they are known to exclude each other; then at least one difference says so.
    """
    pairs = list(combinations(tellings, 2))
    found = dict.fromkeys(difference for one, other in pairs for difference in _compare_tellings(one, other))
    if contrary and not any(difference.excludes for difference in found):
        said = [telling.reading.report.words_of(telling.propositions[0].span) for telling in tellings]
        found[Difference("stance", said[0], said[1], excludes=True)] = None
    return tuple(found)


def _compare_tellings(one: Telling, other: Telling) -> Iterator[Difference]:
    yield from _attribution(one, other)
    left, right = one.propositions[0], other.propositions[0]
    yield from _stance(left, right)
    yield from _numbers(one, other)
    yield from _dates(one, other)
    yield from _list_names(one, other)
    yield from _wording(one, other)


def _attribution(one: Telling, other: Telling) -> Iterator[Difference]:
    if not any(same_voice(left.origin, right.origin) for left in one.sources for right in other.sources):
        yield Difference("attribution", _origins(one), _origins(other))


def _origins(telling: Telling) -> str:
    if telling.sources[0].standing == "own voice":
        return f"{telling.publisher}, naming nobody"
    return ", ".join(dict.fromkeys(source.origin.name for source in telling.sources))


def _stance(left: Proposition, right: Proposition) -> Iterator[Difference]:
    stances = {left.claim.stance, right.claim.stance}
    if len(stances) > 1 and "unknown" not in stances:
        against = len(stances & DENIALS) == 1 and "asserted" in stances and left.denied != right.denied
        excludes = against and share_speaker(left, right)
        yield Difference("stance", left.claim.stance, right.claim.stance, excludes=excludes)


def _numbers(one: Telling, other: Telling) -> Iterator[Difference]:
    left = [quantity for member in one.propositions for quantity in member.quantities]
    right = [quantity for member in other.propositions for quantity in member.quantities]
    themselves = tell_of_themselves(one.propositions[0], other.propositions[0])
    for quantity in left:
        rivals = [rival for rival in right if rival.compares(quantity)]
        if rivals and all(rival.value != quantity.value for rival in rivals):
            excludes = not themselves and not any(rival.agrees(quantity) for rival in rivals)
            yield Difference("number", quantity.written, rivals[0].written, excludes=excludes)


def _dates(one: Telling, other: Telling) -> Iterator[Difference]:
    dated = [
        (left, right) for left in one.propositions for right in other.propositions if left.period and right.period
    ]
    if dated and all(left.period != right.period for left, right in dated):
        left, right = dated[0]
        excludes = not any(may_be_same_day(left, right) for left, right in dated)
        yield Difference("date", _written_date(one, left), _written_date(other, right), excludes=excludes)


def _written_date(telling: Telling, member: Proposition) -> str:
    dates = telling.reading.dates
    written = (date for date in dates if date.period == member.period and member.span.overlaps(date.span))
    return telling.reading.report.words_of(next(written).span)


@cache
def _lists_by_words() -> Mapping[str, str]:
    return {
        words: row["label"] for row in read_table("list_names.csv", PACKAGE) for words in row["words"].split("|")
    }


def _list_names(one: Telling, other: Telling) -> Iterator[Difference]:
    left, right = _find_list(one), _find_list(other)
    if left and right and _lists_by_words()[left] != _lists_by_words()[right]:
        yield Difference("list name", left, right)


def _find_list(telling: Telling) -> str:
    """Return the name of a list that a telling uses, the longest if several, in lower case; empty if none."""
    report = telling.reading.report
    for texts in (
        [report.words_of(member.span) for member in telling.propositions],
        [report.words_of(member.claim.content) for member in telling.propositions],
    ):
        text = " ".join(texts).lower()
        found = max((words for words in _lists_by_words() if words in text), key=len, default="")
        if found:
            return found
    return ""


def _wording(one: Telling, other: Telling) -> Iterator[Difference]:
    """Yield how one speaker's words are given by both, where at least one of them quotes."""
    for left in one.propositions:
        for right in other.propositions:
            if {left.claim.quote, right.claim.quote} & QUOTED and share_speaker(left, right):
                texts = [
                    telling.reading.report.words_of(member.claim.content)
                    for telling, member in ((one, left), (other, right))
                ]
                if _bare(texts[0]) != _bare(texts[1]):
                    yield Difference("wording", texts[0], texts[1])
                return


def _bare(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())

"""What stands in quotation marks, over several sentences and paragraphs where the quotation goes on."""

from dataclasses import dataclass

from ostiary.documents.words import Words
from ostiary.model.reports import Span

_DOUBLE = frozenset(("”", '"', "''"))
#: What may close each opening mark: agencies and editors mix straight and curled double ones.
_PAIRS: dict[str, frozenset[str]] = {
    "“": _DOUBLE,
    "``": _DOUBLE,
    '"': _DOUBLE,
    "''": _DOUBLE,
    "„": _DOUBLE | {"“"},
    "«": frozenset("»"),
    "‘": frozenset("’"),
    "'": frozenset("'"),
}
#: Marks that open and close alike; two single ones stand for a double one in some agencies' text.
_STRAIGHT = frozenset(('"', "''", "'"))
#: A quotation whose end mark is missing is given up after so many words: what follows may be anybody's.
_LONGEST = 400
_SINGLE = frozenset("'‘")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation.

    Attributes:
        span: With its marks.
        inner: Without them.
        words: The words of ``span``, marks among them.
        closed: Whether its closing mark stands.
        continued: Whether the next paragraph opens with marks again without the quotation having been closed.
    """

    span: Span
    inner: Span
    words: range
    closed: bool = True
    continued: bool = False


def find_quotations(words: Words) -> tuple[Quotation, ...]:
    """Return the quotations of a report in order; they never nest: inner single marks belong to the outer one.

    Newspapers open each paragraph of a long quotation with a mark and close only the last. So an open quotation
    ends with its paragraph, and is continued where the next paragraph opens with the same mark.
    """
    found: list[Quotation] = []
    at = 0
    while at < len(words):
        if not _opens(words, at):
            at += 1
            continue
        end, closed = _find_end(words, at)
        if end - at > 1 and (closed or _opens_paragraph(words, at) or _goes_on(words, at, end)):
            found.append(_make_quotation(words, at, end, closed=closed))
            at = end
        else:
            at += 1
    return tuple(found)


def _opens(words: Words, at: int) -> bool:
    mark = words.forms[at]
    if mark not in _PAIRS:
        return False
    glued_left = at > 0 and words.ends[at - 1] == words.starts[at] and words.forms[at - 1][-1].isalnum()
    if mark == "'":
        glued_right = at + 1 < len(words) and words.starts[at + 1] == words.ends[at]
        return glued_right and not glued_left and words.forms[at + 1][0].isalpha()
    return not (glued_left and (mark == "‘" or mark in _STRAIGHT))


def _opens_paragraph(words: Words, at: int) -> bool:
    """Return whether a word is the first of its paragraph; elsewhere a mark without its partner is a slip."""
    return at == 0 or words.paragraph_of[words.sentence_of[at - 1]] != words.paragraph_of[words.sentence_of[at]]


def _goes_on(words: Words, at: int, end: int) -> bool:
    """Return whether an open quotation begins a sentence, and the next paragraph goes on with the same mark."""
    sentence = words.sentences[words.sentence_of[at]]
    return at == sentence.start and end < len(words) and words.forms[end] == words.forms[at]


def _find_end(words: Words, start: int) -> tuple[int, bool]:
    """Return the number after the quotation's last word, and whether its closing mark stands."""
    mark = words.forms[start]
    closing = _PAIRS[mark]
    paragraph = words.paragraph_of[words.sentence_of[start]]
    for at in range(start + 1, min(len(words), start + _LONGEST)):
        if words.paragraph_of[words.sentence_of[at]] != paragraph:
            return at, False
        if words.forms[at] in closing and not (mark in _SINGLE and _apostrophe(words, at)):
            return at + 1, True
    end = min(len(words), start + _LONGEST)
    return (end, False) if end == len(words) else (start + 1, False)


def _apostrophe(words: Words, at: int) -> bool:
    """Return whether a single closing mark is an apostrophe within a word (``ships’ crews`` stays open)."""
    return at + 1 < len(words) and words.starts[at + 1] == words.ends[at] and words.forms[at + 1][0].isalnum()


def _make_quotation(words: Words, start: int, end: int, *, closed: bool) -> Quotation:
    inner_end = words.starts[end - 1] if closed else words.ends[end - 1]
    continued = not closed and end < len(words) and words.forms[end] == words.forms[start]
    return Quotation(
        span=words.span(range(start, end)),
        inner=Span(words.ends[start], inner_end),
        words=range(start, end),
        closed=closed,
        continued=continued,
    )

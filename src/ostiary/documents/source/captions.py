"""Captions and credits of pictures: what they show is no news, and a caption's date is not the report's."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.line_cues import PACKAGE, plain_line
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.source.plain_dates import find_plain_date
from ostiary.documents.tables import read_column

_LONGEST_CREDIT, _LONGEST_CAPTION = 100, 500
_MOST_NAME_WORDS = 4
#: After the date of a caption comes at most a place, or where the picture is from.
_AFTER_DATE = re.compile(
    r",?(?:\s(?:in|at|near|outside|off)\s[^,.;]{2,40}(?:,\s[^,.;]{2,20})?)?\.?(?:\s?[(\[].{0,100})?"
)
_MOST_SENTENCES = 3

_CREDIT_AT_END = re.compile(r"[(\[]([^()\[\]]{2,100})[)\]]\.?$")
_SIGNED_AT_END = re.compile(
    r"(?<=[.!?\u2026\"\u201d)])\s(?:photo|photograph|picture|image|credit)s?(?:\sby\s|\scredit:?\s|:\s|/)[^.!?]{2,80}\.?$",
    re.IGNORECASE,
)
_PICTURE_CREDIT = re.compile(
    r"(?:[a-z]{2,10} )?(?:photo|photograph|picture|image)s?(?:$| by\b| via\b| credit|:|/)|"
    r".{0,60}\b(?:getty|shutterstock|handout|courtesy|screen ?(?:shot|grab))\b|credit:|.{2,60}\bvia [a-z]",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s?[/|,©]\s?|\svia\s|\s[-\u2013\u2014]\s|\sfor\s")
#: Two small letters, digits or closing marks before the point, so that an initial or a title ends no sentence.
_SENTENCE_END = re.compile(r"(?<=[a-z\d)\]\"\u201d'\u2019]{2})[.!?\u2026][\"\u201d']?\s+(?=[A-Z\"\u201c])")
#: What no caption holds that tells a scene: speech, quotation marks, the words of a message on the web.
_NO_SCENE = re.compile(r"\b(?:said|told|says|according to|announced|I|I'm)\b|[\"\u201c\u201d<@#]|''|https?:")
_PLACES_IN_PICTURE = re.compile(
    r"\b(?:pictured|(?:from|at|far|second|third|top|bottom) (?:left|right)|, (?:left|right|cent(?:er|re)),)"
)


def count_sentences(text: str) -> int:
    """Return about how many sentences a block has."""
    return 1 + len(_SENTENCE_END.findall(text))


@cache
def _agencies() -> frozenset[str]:
    return frozenset(read_column("photo_agencies.csv", "agency", PACKAGE))


@cache
def _scene() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_column('scene_verbs.csv', 'verb', PACKAGE))})\b")


def is_credit(text: str) -> bool:
    """Return whether a text is only names with an agency or archive among them (``Jane Roe/Reuters``)."""
    parts = [part for part in _PARTS.split(text.strip(" -\u2013\u2014()[].")) if part]
    named = [plain_line(part).rstrip(".") in _agencies() for part in parts]
    return any(named) and all(agency or _is_name(part) for agency, part in zip(named, parts, strict=True))


def _is_name(text: str) -> bool:
    words = text.split()
    return len(words) <= _MOST_NAME_WORDS and all(word[0].isupper() for word in words)


def find_captions(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield captions of pictures and lines that are only credits."""
    for number, block in enumerate(blocks):
        text = block.text
        if number in taken or len(text) > _LONGEST_CAPTION:
            continue
        if len(text) <= _LONGEST_CREDIT and is_credit(text):
            yield number, Mark("photo credit", "only names and an agency")
        elif reason := _caption_reason(text):
            yield number, Mark("caption", reason)


def _caption_reason(text: str) -> str:
    """Return why a block is taken for a caption, or an empty text if it is not."""
    sentences = count_sentences(text)
    if sentences > _MOST_SENTENCES:
        return ""
    credit = _CREDIT_AT_END.search(text)
    credited = credit is not None and is_credit(credit[1])
    pictured = credit is not None and (_PICTURE_CREDIT.match(credit[1]) or ("/" in credit[1] and credited))
    if pictured or _SIGNED_AT_END.search(text):
        return "ends with the credit of a picture"
    scene = _scene().search(text) or _PLACES_IN_PICTURE.search(text)
    if not scene or _NO_SCENE.search(text):
        return ""
    dated = find_plain_date(text)
    if credited:
        return "tells a scene in the present tense and ends with an agency"
    ends_dated = dated is not None and dated[1] > scene.start() > 0 and _AFTER_DATE.fullmatch(text, dated[2])
    if ends_dated and sentences == 1:
        return "tells a scene in the present tense with its date"
    return ""

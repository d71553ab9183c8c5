"""Polls of readers: a question, and answers that are full sentences and nobody's claim."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.line_cues import PACKAGE, straighten
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.source.paragraphs import is_item
from ostiary.documents.tables import read_table

_LONGEST_QUESTION, _LONGEST_OPTION = 250, 160
#: A line of at most so many characters without an end mark, or that judges, may be an answer too.
_LONGEST_UNPOINTED, _LONGEST_PLAIN = 80, 100
_MOST_OPTIONS, _LEAST_OPTIONS = 10, 2
#: So many answers must it be where none is in the first person and none says yes, no or unsure.
_LEAST_PLAIN_OPTIONS = 3
#: A report with so many questions to someone is an interview.
_INTERVIEW = 3

_LABEL = re.compile(
    r"(?:(?:reader|readers'|quick|online|our|your) )?(?:poll|survey|vote|question of the day)\s?[:\u2013\u2014-]",
    re.IGNORECASE,
)
#: How a turn of an interview begins: with Q, A or the name of who speaks.
_SPEAKER = re.compile(r"(?:Q|A)(?:[A-Z:.]|\s[A-Z])|[A-Z][\w.' ]{1,40}:\s")
_READER = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
#: Marks and numbers of a sentence that reports.
_REPORTING_SIGN = re.compile(r"[\"\u201c\u201d\u00ab\u00bb]|\d{2}")
_YES, _NO = (re.compile(rf"\W*{word}\b", re.IGNORECASE) for word in ("yes", "no(?! (?:one|doubt))"))
_LETTERED = re.compile(r"(?:\(?[a-hA-H1-8][.)]|\[\s?\]|[\u25cb\u25ef\u2610\u25a1])\s")
_RESULT = re.compile(
    r"(?:submit|cast your vote|vote(?: now)?|(?:view |see )?results?|total votes.{0,20}|[\d.,]+ votes?)[.!]?",
    re.IGNORECASE,
)


@cache
def _words(kind: str) -> re.Pattern[str]:
    """Return a pattern for the words of one kind; what begins with an apostrophe is the end of a word."""
    rows = (row["words"].split("|") for row in read_table("poll_words.csv", PACKAGE) if row["kind"] == kind)
    words = sorted((word for row in rows for word in row), key=len, reverse=True)
    whole = "|".join(re.escape(word) for word in words if word[0] != "'")
    ends = "|".join(re.escape(word) for word in words if word[0] == "'")
    return re.compile(rf"(?:\b(?:{whole}){f'|(?:{ends})' if ends else ''})\b", re.IGNORECASE)


def find_polls(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield the questions to readers that answers follow, and these answers."""
    texts = [straighten(block.text) for block in blocks]
    interview = sum(text.endswith("?") and bool(_READER.search(text)) for text in texts) >= _INTERVIEW
    for number, text in enumerate(texts):
        if number in taken or not text.endswith("?") or len(text) > _LONGEST_QUESTION:
            continue
        labelled = bool(_LABEL.match(text))
        options = tuple(_options(texts, number + 1, taken))
        answers = [answer for option in options for answer in _SENTENCES.split(texts[option])]
        asked = _are_opposed(answers) or (_asks_reader(text) and _are_answers(answers))
        if answers and (labelled or (asked and not interview)):
            yield number, Mark("poll question", "asks the reader, and answers to choose from follow")
            yield from ((option, Mark("poll options", "an answer that readers can choose")) for option in options)


def _asks_reader(text: str) -> bool:
    """Return whether a question asks the reader for an opinion."""
    return bool(_READER.search(text) and _words("opinion").search(text)) and not _SPEAKER.match(text)


def _options(texts: Sequence[str], first: int, taken: Marks) -> Sequence[int]:
    """Return the blocks after a question that may be answers: one with all of them, or one for each."""
    if first < len(texts) and first not in taken and _holds_options(texts[first]):
        return (first,)
    last = end = first
    while end < min(first + _MOST_OPTIONS, len(texts)) and end not in taken:
        if _is_option(texts[end]) or _RESULT.fullmatch(texts[end]):
            last = end + 1
        elif not _may_be_option(texts[end]):
            break
        end += 1
    return range(first, last)


def _may_be_option(text: str) -> bool:
    """Return whether a block is one short sentence that judges; alone it may as well be of the report."""
    return len(text) <= _LONGEST_PLAIN and _judges(text) and len(_SENTENCES.split(text)) == 1


def _judges(text: str) -> bool:
    return bool(_words("present").search(text)) and not _reports(text)


def _reports(text: str) -> bool:
    return bool(_REPORTING_SIGN.search(text) or _words("report").search(text))


def _is_option(text: str) -> bool:
    """Return whether a block reads like one answer of a reader."""
    if len(text) > _LONGEST_OPTION or _reports(text) or len(_SENTENCES.split(text)) > 1:
        return False
    if is_item(text) or _LETTERED.match(text) or _words("answer").match(text):
        return True
    return _is_judgement(text) or (len(text) <= _LONGEST_UNPOINTED and text[-1].isalnum())


def _is_judgement(text: str) -> bool:
    return bool(_words("judge").match(text)) and _judges(text)


def _holds_options(text: str) -> bool:
    """Return whether the sentences of a block are short answers, one after the other."""
    sentences = _SENTENCES.split(text)
    if not _LEAST_OPTIONS <= len(sentences) <= _MOST_OPTIONS or _SPEAKER.match(text):
        return False
    if any(len(one) > _LONGEST_OPTION or _reports(one) for one in sentences):
        return False
    chosen = any(_words("answer").match(one) for one in sentences)
    strict = sum(bool(_words("answer").match(one)) or _is_judgement(one) for one in sentences)
    loose = sum(bool(_words("answer").match(one)) or _judges(one) for one in sentences)
    many = len(sentences) >= _LEAST_PLAIN_OPTIONS and all(len(one) <= _LONGEST_PLAIN for one in sentences)
    return strict == len(sentences) or ((chosen or many) and 2 * loose >= len(sentences))


def _are_opposed(answers: Sequence[str]) -> bool:
    """Return whether one answer says yes and another one no: a poll, whomever the question speaks to."""
    return any(_YES.match(answer) for answer in answers) and any(_NO.match(answer) for answer in answers)


def _are_answers(answers: Sequence[str]) -> bool:
    """Return whether enough of what follows a question to the reader can only be an answer."""
    if len(answers) < _LEAST_OPTIONS:
        return False
    chosen = any(
        _words("answer").match(answer) or _LETTERED.match(answer) or is_item(answer) for answer in answers
    )
    return chosen or len(answers) >= _LEAST_PLAIN_OPTIONS

"""Polls of readers: a question, and answers that are full sentences and nobody's claim."""

import re
from collections.abc import Iterator, Sequence

from ostiary.documents.source.blocks import Block
from ostiary.documents.source.marks import Mark, Marks
from ostiary.documents.source.paragraphs import is_item

_LONGEST_QUESTION, _LONGEST_OPTION = 250, 160
_LONGEST_UNPOINTED = 80
_MOST_OPTIONS = 10
_LEAST_OPTIONS = 2
#: So many answers must it be where none is in the first person and none says yes, no or unsure.
_LEAST_PLAIN_OPTIONS = 3
#: A report with so many questions to someone is an interview.
_INTERVIEW = 3

_LABEL = re.compile(
    r"(?:reader |quick |online )?(?:poll|survey|vote|your vote|question of the day)\b\s?[:\u2013\u2014-]",
    re.IGNORECASE,
)
_READER = re.compile(r"\b(?:you|your|you're|you\u2019re)\b", re.IGNORECASE)
_OPINION = re.compile(
    r"\b(?:think|believe|feel|support|oppose|agree|favou?r|opinion|view|prefer|vote|approve|rate|want|expect|trust|"
    r"worr(?:y|ied)|side|stance|should|would you)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
_REPORTS = re.compile(
    r"[\"\u201c\u201d\u00ab\u00bb]|\b(?:said|says|told|according|reported|announced|added|asked)\b|\d{2}",
    re.IGNORECASE,
)
#: How the answer of a reader begins: in the first person, or with yes, no and what lies between.
_ANSWER = re.compile(
    r"(?:i|i['\u2019](?:m|d|ve|ll)|my|me|we|we['\u2019](?:re|d|ve)|our|yes|no|maybe|perhaps|neither|both|none|"
    r"unsure|undecided|other|not sure|not at all|no opinion|don['\u2019]t (?:know|care)|do not know|it depends|absolutely|"
    r"definitely|probably|never|always)\b",
    re.IGNORECASE,
)
#: How a judgement begins that leaves open whose it is.
_JUDGEMENT = re.compile(
    r"(?:it|this|that|these|those|they|there|the|he|she|such)\b[^.!?]{0,60}?(?:['\u2019]s|\b(?:is|are|isn't|aren't|should|must|would|"
    r"could|can|will|may|might|goes?|needs?|makes?|seems?|has|have|does|do))\b",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?:\(?[a-hA-H1-8][.)]|\[\s?\]|[\u25cb\u25ef\u2610\u25a1])\s")
_RESULT = re.compile(
    r"(?:vote|submit|view results?|see results?|results|total votes:?.{0,20}|[\d.,]+ votes?)[.!]?", re.IGNORECASE
)


def find_polls(blocks: Sequence[Block], taken: Marks) -> Iterator[tuple[int, Mark]]:
    """Yield the questions to readers that answers follow, and these answers."""
    questions = [number for number, block in enumerate(blocks) if number not in taken and _is_question(block.text)]
    for number in questions:
        labelled = bool(_LABEL.match(blocks[number].text))
        if len(questions) >= _INTERVIEW and not labelled:
            continue
        options = tuple(_options(blocks, number + 1, taken))
        if options and (labelled or _are_answers([blocks[option].text for option in options])):
            yield number, Mark("poll question", "asks the reader, and answers to choose from follow")
            yield from ((option, Mark("poll options", "an answer that readers can choose")) for option in options)


def _is_question(text: str) -> bool:
    """Return whether a whole block asks the reader for an opinion."""
    if len(text) > _LONGEST_QUESTION or not text.endswith("?"):
        return False
    return bool(_LABEL.match(text)) or bool(_READER.search(text) and _OPINION.search(text))


def _options(blocks: Sequence[Block], first: int, taken: Marks) -> Iterator[int]:
    """Yield the blocks after a question that may be answers to choose from: one with all, or one for each."""
    for number in range(first, min(first + _MOST_OPTIONS, len(blocks))):
        text = blocks[number].text
        if number in taken:
            return
        if number == first and not _is_option(text) and _holds_options(text):
            yield number
            return
        if not (_is_option(text) or _RESULT.fullmatch(text)):
            return
        yield number


def _is_option(text: str) -> bool:
    """Return whether a block reads like one answer."""
    if len(text) > _LONGEST_OPTION or _REPORTS.search(text) or len(_SENTENCES.split(text)) > 1:
        return False
    if is_item(text) or _LETTERED.match(text) or _ANSWER.match(text):
        return True
    return bool(_JUDGEMENT.match(text)) or (len(text) <= _LONGEST_UNPOINTED and text[-1].isalnum())


def _holds_options(text: str) -> bool:
    """Return whether every sentence of a block reads like an answer."""
    sentences = _SENTENCES.split(text)
    return len(sentences) >= _LEAST_OPTIONS and all(
        len(sentence) <= _LONGEST_OPTION
        and not _REPORTS.search(sentence)
        and (_ANSWER.match(sentence) or _JUDGEMENT.match(sentence))
        for sentence in sentences
    )


def _are_answers(texts: Sequence[str]) -> bool:
    """Return whether enough of what follows a question can only be an answer."""
    answers = [answer for text in texts for answer in _SENTENCES.split(text)]
    if len(answers) < _LEAST_OPTIONS:
        return False
    chosen = any(_ANSWER.match(answer) or _LETTERED.match(answer) or is_item(answer) for answer in answers)
    return chosen or len(answers) >= _LEAST_PLAIN_OPTIONS

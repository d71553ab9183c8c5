"""Does a report say that its own people saw something themselves? Then they are its source."""

from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.speakers import fold_name
from ostiary.documents.tables import read_table
from ostiary.model.claims import Claim, Reading

#: Between those who were there and what they did stand no more letters than this.
REACH = 30
#: What parts them in a text whose marks are set apart.
MARKS = str.maketrans(dict.fromkeys(',;:.()"“”', " "))


@cache
def _words_of(kind: str) -> tuple[str, ...]:
    rows = read_table("own_eyes.csv", PACKAGE)
    return tuple(words for row in rows if row["kind"] == kind for words in row["words"].split("|"))


def is_own_observation(claim: Claim, reading: Reading) -> bool:
    """Return whether a claim is told in its outlet's own voice, by people of its own who saw or heard it."""
    if claim.attributed:
        return False
    text = f" {fold_name(reading.report.words_of(claim.content).translate(MARKS))} "
    for subject in _words_of("subject"):
        at = text.find(f" {subject} ")
        after = text[at + len(subject) + 1 : at + len(subject) + REACH] if at >= 0 else ""
        if any(f" {deed} " in f"{after} " for deed in _words_of("deed")):
            return True
    return False

"""Does a report say that its own people saw something themselves? Then they are its source."""

from functools import cache

from ostiary.documents.agreement.concepts import PACKAGE
from ostiary.documents.agreement.speakers import fold_name
from ostiary.documents.tables import read_table
from ostiary.model.claims import Claim, Reading

#: Between those who were there and what they did stand no more letters than this.
REACH = 30
#: How far after a claim it may be said that it was seen.
AFTERWARDS = 80
#: Those who see for an outlet, after its name.
STAFF = ("reporter", "reporters", "journalist", "correspondent", "photographer", "team", "staff")
#: Shorter words of an outlet's name name nobody.
SHORTEST_NAME = 4
#: What parts them in a text whose marks are set apart.
MARKS = str.maketrans(dict.fromkeys(',;:.()"“”', " "))


@cache
def _words_of(kind: str) -> tuple[str, ...]:
    rows = read_table("own_eyes.csv", PACKAGE)
    return tuple(words for row in rows if row["kind"] == kind for words in row["words"].split("|"))


def is_own_observation(claim: Claim, reading: Reading) -> bool:
    """Return whether a claim is told in its outlet's own voice, by people of its own who saw or heard it.

    They may also say so right after it (*I saw it*).
    """
    if claim.attributed:
        return False
    report = reading.report
    text = _plain(report.words_of(claim.content))
    after = _plain(report.text[claim.content[-1].end :][:AFTERWARDS].split("\n\n")[0])
    own_staff = tuple(f"{name} {part}" for name in _names_of(report.outlet) for part in STAFF)
    return any(after.startswith(f" {words} ") for words in _words_of("afterwards")) or any(
        _did_see(text, subject) for subject in (*_words_of("subject"), *own_staff)
    )


def _did_see(text: str, subject: str) -> bool:
    at = text.find(f" {subject} ")
    after = text[at + len(subject) + 1 : at + len(subject) + REACH] if at >= 0 else ""
    return any(f" {deed} " in f"{after} " for deed in _words_of("deed"))


def _names_of(outlet: str) -> tuple[str, ...]:
    """Return the names under which a report may speak of its own outlet: each word of it, and its initials."""
    words = fold_name(outlet).split()
    return (*(word for word in words if len(word) >= SHORTEST_NAME), "".join(word[0] for word in words))


def _plain(text: str) -> str:
    return f" {fold_name(text.translate(MARKS)).strip()} "

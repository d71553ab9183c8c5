"""The error tree: every error says what is wrong, where, and what to do.

::

    OstiaryError
    ├── InputError            what the user gave cannot be used
    │   ├── ListFileError     a list file is truncated, malformed or not what it claims to be
    │   │   ├── ForeignListError   it is of another publisher or another list
    │   │   └── ShrunkenListError  it lost more parties than its description allows
    │   ├── CustomerFileError a customer file lacks a column, or cannot be read
    │   ├── HoldingFileError  a file of holdings cannot be read, or lacks a column
    │   ├── ReportFileError   a news report cannot be read: empty, too large, no text in it
    │   └── QueryError        a query or option makes no sense
    ├── NotFoundError         no such party, list or version
    ├── RegisterError         the register refuses: order of versions, a busy or damaged store
    ├── IndexFileError        an index file is foreign or damaged
    │   └── OutdatedIndexError another release compiled it
    ├── NotReadyError         nothing is recorded or compiled yet
    └── FetchError            a publisher's server failed, or may not be asked
"""


class OstiaryError(Exception):
    """Base of all errors that Ostiary raises on purpose.

    Args:
        what: What is wrong, in one sentence.
        where: File, row, field or element that it concerns, as far as known.
        advice: What the reader can do about it.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", advice: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.advice = advice

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text} {self.advice}" if self.advice else text


class InputError(OstiaryError):
    """What the user gave cannot be used."""

    exit_code = 2


class ListFileError(InputError):
    """A list file is truncated, malformed or not what it claims to be."""

    exit_code = 3


class ForeignListError(ListFileError):
    """The file is of another publisher, or another list of the same one."""


class ShrunkenListError(ListFileError):
    """The file holds far fewer parties than it should."""


class CustomerFileError(InputError):
    """A customer file lacks a column that is needed, or cannot be read."""


class HoldingFileError(InputError):
    """A file of holdings cannot be read at all, or lacks a column; faulty lines of one are listed, not raised."""


class ReportFileError(InputError):
    """A news report cannot be read: it is absent, empty, too large, encrypted, or holds no text."""


class QueryError(InputError):
    """A query or an option makes no sense."""


class NotFoundError(OstiaryError):
    """There is no such party, list or version."""

    exit_code = 4


class RegisterError(OstiaryError):
    """The register refuses: a version out of order, a busy or damaged store."""

    exit_code = 5


class IndexFileError(OstiaryError):
    """An index file is foreign or damaged."""

    exit_code = 6


class OutdatedIndexError(IndexFileError):
    """Another release compiled the index: its layout differs, or how names are taken apart."""


class NotReadyError(OstiaryError):
    """Nothing is recorded or compiled yet, so nothing can be answered."""

    exit_code = 7


class FetchError(OstiaryError):
    """A file of a list could not be fetched.

    Args:
        what: What is wrong, in one sentence.
        where: The address, without secrets.
        advice: What the reader can do about it.
        passing: Whether the same request may well succeed when it is made again.
        wait: Seconds that the server asks to wait before that; None if it does not say.
    """

    exit_code = 8

    def __init__(
        self, what: str, *, where: str = "", advice: str = "", passing: bool = False, wait: float | None = None
    ) -> None:
        super().__init__(what, where=where, advice=advice)
        self.passing = passing
        self.wait = wait

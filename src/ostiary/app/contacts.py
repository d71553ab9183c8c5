"""What we remember of a publisher's server: when it last answered, with what, and why the last attempt failed."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from ostiary.app.whole_files import replace_file


@dataclass(frozen=True, slots=True)
class ServedFile:
    """One file as a server gave it.

    Attributes:
        address: Where it was asked for, without secrets.
        etag: The server's tag of this very content; empty if it gave none.
        modified: When the server says that it was last changed, in the words of HTTP; empty if it did not.
        digest: SHA-256 of the content, unpacked.
        size: Bytes of the content, unpacked.
    """

    address: str
    etag: str = ""
    modified: str = ""
    digest: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Contact:
    """What passed between us and the publisher of a list.

    Attributes:
        tried: When the list was last asked for.
        answered: When it was last had whole, or said to be unchanged, and was taken in; None if never.
        failure: Why the last attempt failed; empty if it did not.
        files: The files last taken in.
        folder: Name of the folder that keeps them.
    """

    tried: datetime
    answered: datetime | None = None
    failure: str = ""
    files: tuple[ServedFile, ...] = ()
    folder: str = ""


def read_contact(path: Path) -> Contact | None:
    """Return what was remembered; None if nothing was or it cannot be read: then everything is fetched anew."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        answered = found["answered"]
        return Contact(
            tried=datetime.fromisoformat(found["tried"]),
            answered=datetime.fromisoformat(answered) if answered else None,
            failure=str(found["failure"]),
            files=tuple(ServedFile(**one) for one in found["files"]),
            folder=str(found["folder"]),
        )
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_contact(path: Path, contact: Contact) -> None:
    """Remember a contact in place of the last one.

    Raises:
        InputError: Nothing can be written there.
    """
    fields = asdict(contact) | {
        "tried": contact.tried.isoformat(),
        "answered": contact.answered.isoformat() if contact.answered else None,
    }
    with replace_file(path) as part:
        part.write_text(json.dumps(fields, indent=1), encoding="utf-8")

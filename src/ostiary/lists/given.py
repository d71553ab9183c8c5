"""What a reader is given: a file, and what is known of it beside its content."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from ostiary.lists.stored import Progress
from ostiary.model.errors import ListFileError

_ISO_DAY: Final = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class GivenFile:
    """A file to be read.

    Attributes:
        path: The file, plain or packed.
        published: When it was published, for lists whose files do not say it; None if nobody said.
        progress: Called with bytes done and bytes in all, of the file as stored.
    """

    path: Path
    published: date | None = None
    progress: Progress | None = None

    def choose_published(self, stated: date | None, warnings: list[str]) -> date:
        """Return the date of publication: the file's own word, else what was said with it, else its name's.

        Args:
            stated: The date that the content states, or None.
            warnings: Gets a remark if the date is the name's.

        Raises:
            ListFileError: The date is nowhere.
        """
        if found := stated or self.published:
            return found
        for text in _ISO_DAY.findall(self.path.name):
            if day := _parse_day(text):
                warnings.append(f"the file states no date of publication: {text} is taken from its name")
                return day
        raise ListFileError(
            "The file states no date of publication.",
            where=str(self.path),
            advice="Say on which day it was published (--published 2025-05-31), or put that day into its name.",
        )


def _parse_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

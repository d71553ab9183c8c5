"""Which list a file is of, by what stands in it: the reader that takes its head is the right one."""

from datetime import UTC, datetime
from pathlib import Path

from ostiary.lists import describe_list, find_data_set, list_ids, read_list
from ostiary.model.errors import ListFileError, NotFoundError


def recognise_list(path: Path) -> str:
    """Return the id of the list that a file is of.

    Raises:
        ListFileError: It is of none that can be read, or may be of several.
    """
    if not path.exists():
        raise ListFileError("There is no such file.", where=str(path), advice="Check the path.")
    known = (*list_ids(), *_find_data_set(path))
    found = [one for one in known if not describe_list(one).sample and accepts(one, path)]
    if len(found) == 1:
        return found[0]
    if found:
        raise ListFileError(
            f"This may be a file of {' or '.join(found)}.",
            where=str(path),
            advice="Name the list: ostiary update LIST --from FILE.",
        )
    raise ListFileError(
        "This is not a file of a list that can be read.",
        where=str(path),
        advice="If it should be one, name the list to see what is wrong: ostiary update LIST --from FILE.",
    )


def _find_data_set(path: Path) -> tuple[str, ...]:
    """Return the id of the list that a FollowTheMoney data set is; nothing of any other file."""
    try:
        list_id = f"ftm_{find_data_set(path)}"
        describe_list(list_id)
    except (ListFileError, NotFoundError):
        return ()
    return (list_id,)


def accepts(list_id: str, path: Path) -> bool:
    """Whether the reader of a list takes the head of a file, or a folder."""
    try:
        # The day does not matter: the reading is dropped before a party is read.
        read_list(list_id, path, published=datetime.now(UTC).date())
    except ListFileError:
        return False
    return True

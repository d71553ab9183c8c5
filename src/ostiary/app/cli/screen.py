"""``ostiary screen``: a name, or a whole customer file."""

from pathlib import Path

from ostiary.app.cli.options import takes
from ostiary.app.cli.screen_options import ScreenOptions
from ostiary.model.errors import CustomerFileError, QueryError


@takes(ScreenOptions)
def screen(options: ScreenOptions) -> None:
    """Screen a name, or every row of a customer file.

    A hit is "same name as", identity not established. The exit code is 0 whenever the question was answered:
    hits are no error, and what cannot be screened is said loudly.
    """
    if is_file(options.subject):
        from ostiary.app.cli.screen_file import screen_file

        screen_file(options)
        return
    for name, given in (("--out", options.out), ("--rejects", options.rejects), ("--map", options.map)):
        if given:
            raise QueryError(f"{name} goes with a customer file.", where=options.subject)
    from ostiary.app.cli.screen_name import screen_name

    screen_name(options)


def is_file(subject: str) -> bool:
    """Tell whether an argument is a file: it exists as one, or its suffix says so.

    Raises:
        CustomerFileError: It is a folder.
    """
    from ostiary.intake import find_kind

    path = Path(subject)
    try:
        there, folder = path.is_file(), path.is_dir() and "/" in subject
    except (OSError, ValueError):
        # Too long for a path, or with a NUL in it: then it is a name.
        return False
    if folder:
        raise CustomerFileError("This is a folder.", where=subject, advice="Give one file.")
    return there or bool(find_kind(path))

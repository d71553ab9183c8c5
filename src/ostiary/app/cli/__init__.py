"""The command line: ``ostiary``."""

import sys


def main() -> None:
    """Run the program with the arguments of the process."""
    for stream in (sys.stdout, sys.stderr):
        # A name may hold signs that the terminal's encoding lacks; that is no reason to fail.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    from ostiary.app.cli.program import program

    program()


__all__ = ["main"]

"""The command line: ``ostiary``."""

import os
import signal
import sys

#: What a process returns that was ended by Ctrl-C.
INTERRUPTED = 130


def main() -> None:
    """Run the program with the arguments of the process."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else whoever started us ignores it
        signal.signal(signal.SIGINT, stop_at_once)
    for stream in (sys.stdout, sys.stderr):
        # A name may hold signs that the terminal's encoding lacks; that is no reason to fail.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    # numba asks for SciPy at its import and at each kernel. Ours need none, and where SciPy is installed
    # a tenth of a first answer's time would go into importing it. This process is ours alone.
    sys.modules.setdefault("scipy", None)  # type: ignore[arg-type] # None says that there is none
    from ostiary.app.cli.program import build_program

    build_program(sys.argv[1:])()


def stop_at_once(*_: object) -> None:
    """End the process at Ctrl-C before its command has begun: nothing is done yet that would have to be undone."""
    sys.stderr.write("Error: Interrupted.\n  do:    Nothing was begun. Run it again when you like.\n")
    sys.stderr.flush()
    os._exit(INTERRUPTED)


__all__ = ["INTERRUPTED", "main", "stop_at_once"]

"""The program as a process of its own, and one that stops at a known place and says so, to be killed there."""

PROGRAM = "from ostiary.app.cli import main; main()"
#: Defines ``stop``. A signal that comes before the wait begins ends it, too.
STOP = """
import os, signal

def stop():
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    signal.set_wakeup_fd(writing)
    print("stopped", flush=True)
    os.read(reading, 1)
"""


def stop_after(module: str, function: str, before: str = "") -> str:
    """Return the program that prints ``stopped`` when a function has done its work, and waits there for its end.

    Args:
        module: Where the function is looked up when it is called.
        function: Its name there; of a method, with its class.
        before: What else is done first.
    """
    return f"""
{STOP}
import importlib
from operator import attrgetter

owner, _, name = {function!r}.rpartition(".")
place = importlib.import_module({module!r})
place = attrgetter(owner)(place) if owner else place
work = getattr(place, name)

def work_and_wait(*given, **named):
    work(*given, **named)
    stop()

setattr(place, name, work_and_wait)
{before}
{PROGRAM}
"""


#: Stops when the first rows of a file are noted.
STOPPED_HALF_WAY = stop_after(
    "ostiary.app.batch", "RunFolder.note", "importlib.import_module('ostiary.app.batch')._BETWEEN_NOTES = 0.0"
)

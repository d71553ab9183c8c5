"""The program as a process of its own, and one that stops when its first rows are noted, to be killed there."""

PROGRAM = "from ostiary.app.cli import main; main()"
STOPPED_HALF_WAY = f"""
import signal
from ostiary.app import batch

def note_and_wait(folder, *facts, note=batch.RunFolder.note):
    note(folder, *facts)
    print("noted", flush=True)
    signal.pause()

batch.RunFolder.note = note_and_wait
batch._BETWEEN_NOTES = 0.0
{PROGRAM}
"""

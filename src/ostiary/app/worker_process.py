"""The process that screens blocks: from standard input, answers to standard output.

``python -m ostiary.app.worker_process``; started by :mod:`~ostiary.app.workers`. It ends when its input ends, so
none is left behind when the process that started it is killed.
"""

import os
import signal
import sys
import traceback
from typing import IO

from ostiary.app.workers import Work, answer_block, receive, send
from ostiary.index import open_index
from ostiary.model.errors import IndexFileError, OstiaryError
from ostiary.screening import Engine


def main() -> None:
    """Answer block after block."""
    # Ctrl-C reaches the whole group: the process that started this one says so and ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    try:
        _serve(sys.stdin.buffer, answers)
    except (EOFError, BrokenPipeError):
        os._exit(0)  # nobody asks any more


def _serve(blocks: IO[bytes], answers: IO[bytes]) -> None:
    work: Work = receive(blocks)
    engine: Engine | None = None
    while True:
        block = receive(blocks)
        try:
            engine = engine or open_worker_engine(work)
            send(answers, answer_block(engine, block, work))
        except (OstiaryError, OSError) as error:
            send(answers, error)
        except Exception as error:  # noqa: BLE001 - whatever it is, the process that asked must learn of it
            traceback.print_exc()
            send(answers, OstiaryError(f"Screening failed: {error!r}.", advice="Please report this as a fault."))


def open_worker_engine(work: Work) -> Engine:
    """Return the engine that blocks are screened with.

    Raises:
        IndexFileError: The index is damaged, or another one was put in its place meanwhile.
    """
    index = open_index(work.index_path)
    if index.facts.index_id != work.index_id:
        raise IndexFileError(
            "The index was replaced while the run began.", where=str(work.index_path), advice="Run it again."
        )
    return Engine(index, work.profile, today=work.today)


if __name__ == "__main__":
    main()

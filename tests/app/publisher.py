"""A publisher's server on this machine that behaves as told: what the tests of fetching ask."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

#: Takes the request, and answers it or breaks off.
Behaviour = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers each path by its own behaviour."""

    protocol_version = "HTTP/1.1"
    publisher: "Publisher"

    def do_GET(self) -> None:
        self.publisher.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        self.publisher.behaviours[self.path](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library names it
        del format, args

    def give(self, status: int, body: bytes = b"", **headers: str) -> None:
        """Answer with a whole body."""
        self.send_response(status)
        for name, value in ({"content_length": str(len(body))} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def promise(self, size: int, body: bytes, **headers: str) -> None:
        """Answer with less than is promised, and hang up."""
        self.give(200, body, content_length=str(size), **headers)
        self.close_connection = True

    @property
    def begin(self) -> int:
        """Where the asked range begins; 0 if none is asked for."""
        return int(self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-"))


@dataclass
class Publisher:
    """The server as the tests see it."""

    base: str
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    done: threading.Event = field(default_factory=threading.Event)

    def serve(self, path: str, behaviour: Behaviour) -> str:
        """Answer a path so from now on; return its address."""
        self.behaviours[path] = behaviour
        return self.base + path

    def serve_in_turn(self, path: str, *behaviours: Behaviour) -> str:
        """Answer a path by one behaviour after the other, the last one for ever."""
        turns = iter(behaviours)

        def take_turn(handler: Handler) -> None:
            next(turns, behaviours[-1])(handler)

        return self.serve(path, take_turn)


@contextmanager
def run_publisher() -> Iterator[Publisher]:
    """Run a server for a while."""
    handler = type("OneHandler", (Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    publisher = Publisher(f"http://127.0.0.1:{server.server_address[1]}")
    handler.publisher = publisher  # type: ignore[attr-defined] # made just above
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield publisher
    finally:
        publisher.done.set()
        server.shutdown()
        server.server_close()
        thread.join()


def pack(body: bytes) -> bytes:
    """Return a body packed by gzip."""
    return gzip.compress(body, mtime=0)

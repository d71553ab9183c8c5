import gzip
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ostiary.app.fetching import Fetched, FetchLimits, ListSource, Snapshots, fetch_lists

sys.path.insert(0, str(Path(__file__).parent))

from publisher import Behaviour, Handler, Publisher, pack, run_publisher

from tests.work import PATIENCE

BODY = b"<list>" + b"".join(b"<party>%d</party>" % number for number in range(40_000)) + b"</list>"
LIMITS = FetchLimits(
    most_bytes=10 << 20,
    seconds=PATIENCE,
    stall_seconds=PATIENCE,
    attempts=3,
    least_wait=0.01,
    most_wait=2,
    most_redirects=3,
)


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    with run_publisher() as found:
        yield found


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "snapshots"


def fetch(home: Path, *addresses: str, limits: FetchLimits = LIMITS) -> Fetched:
    return fetch_lists([ListSource("a_list", addresses, chosen=True)], home, limits)[0]


def take_in(home: Path, fetched: Fetched) -> None:
    assert fetched.folder is not None
    Snapshots(home / "a_list").keep(fetched.folder, fetched.files)


def read_all(fetched: Fetched) -> list[bytes]:
    assert fetched.failure is None
    assert fetched.folder is not None
    return [gzip.decompress(path.read_bytes()) for path in sorted(fetched.folder.iterdir())]


def give(body: bytes = BODY, **headers: str) -> Behaviour:
    return lambda handler: handler.give(200, body, **headers)


def give_with_ranges(body: bytes, tag: str, broken_off_at: int = 0) -> Behaviour:
    """Answer as a good server does; the first answer breaks off."""
    turns = iter([broken_off_at])

    def behave(handler: Handler) -> None:
        begin = handler.begin if handler.headers.get("If-Range") == tag else 0
        stop = next(turns, 0)
        if stop:
            handler.promise(len(body), body[:stop], etag=tag)
        elif begin:
            reach = f"bytes {begin}-{len(body) - 1}/{len(body)}"
            handler.give(206, body[begin:], etag=tag, content_range=reach)
        else:
            handler.give(200, body, etag=tag)

    return behave


class TestWhole:
    def test_a_file_is_kept_packed_with_digest_and_size(self, publisher: Publisher, home: Path) -> None:
        fetched = fetch(home, publisher.serve("/list.xml", give(etag='"1"')))
        assert read_all(fetched) == [BODY]
        assert fetched.files[0].size == len(BODY)
        assert [path.name for path in fetched.folder.iterdir()] == ["1_list.xml.gz"]  # type: ignore[union-attr]

    def test_a_body_sent_packed_is_unpacked_once(self, publisher: Publisher, home: Path) -> None:
        fetched = fetch(home, publisher.serve("/list.xml", give(pack(BODY), content_encoding="gzip")))
        assert read_all(fetched) == [BODY]

    def test_several_files_make_one_list(self, publisher: Publisher, home: Path) -> None:
        fetched = fetch(
            home, publisher.serve("/names.csv", give(b"1,A")), publisher.serve("/aliases.csv", give(b"1,B"))
        )
        assert read_all(fetched) == [b"1,A", b"1,B"]

    def test_a_name_in_the_address_leads_nowhere(self, publisher: Publisher, home: Path) -> None:
        fetched = fetch(home, publisher.serve("/..%2F..%2Fetc%2Fpasswd", give()))
        assert read_all(fetched) == [BODY]
        assert {path.parent for path in home.rglob("*.gz")} == {fetched.folder}

    def test_nothing_of_a_fetch_is_left_lying_about(self, publisher: Publisher, home: Path) -> None:
        fetch(home, publisher.serve("/list.xml", give(etag='"1"')))
        assert not list((home / "a_list" / "parts").iterdir())


class TestUnchanged:
    def test_the_tag_is_sent_and_304_means_unchanged(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve_in_turn("/list.xml", give(etag='"1"'), lambda handler: handler.give(304))
        take_in(home, fetch(home, address))
        again = fetch(home, address)
        assert (again.folder, again.failure) == (None, None)
        assert publisher.asked[1][1]["if-none-match"] == '"1"'

    def test_equal_content_is_unchanged_though_the_server_gives_no_tag(
        self, publisher: Publisher, home: Path
    ) -> None:
        address = publisher.serve("/list.xml", give())
        take_in(home, fetch(home, address))
        assert fetch(home, address).folder is None
        assert len(list(home.rglob("*.gz"))) == 1

    def test_the_tag_is_not_sent_before_the_file_was_taken_in(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", give(etag='"1"'))
        fetched = fetch(home, address)
        assert fetched.folder is not None
        Snapshots(home / "a_list").refuse(fetched.folder)
        assert read_all(fetch(home, address)) == [BODY]
        assert "if-none-match" not in publisher.asked[1][1]

    def test_a_lost_snapshot_is_fetched_anew(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", give(etag='"1"'))
        fetched = fetch(home, address)
        take_in(home, fetched)
        assert fetched.folder is not None
        fetched.folder.rename(home / "elsewhere")
        assert read_all(fetch(home, address)) == [BODY]

    def test_a_file_that_is_unchanged_is_had_again_beside_a_new_one(
        self, publisher: Publisher, home: Path
    ) -> None:
        def answer_by_tag(handler: Handler) -> None:
            handler.give(304) if handler.headers.get("If-None-Match") else handler.give(200, b"1,A", etag='"1"')

        names = publisher.serve("/names.csv", answer_by_tag)
        aliases = publisher.serve_in_turn("/aliases.csv", give(b"1,B"), give(b"1,C"))
        take_in(home, fetch(home, names, aliases))
        assert read_all(fetch(home, names, aliases)) == [b"1,A", b"1,C"]


class TestPassingFaults:
    def test_a_server_in_trouble_is_asked_again(self, publisher: Publisher, home: Path) -> None:
        fail = lambda handler: handler.give(503)  # noqa: E731 - as short as what it does
        assert read_all(fetch(home, publisher.serve_in_turn("/list.xml", fail, fail, give()))) == [BODY]

    def test_the_wait_that_is_asked_for_is_kept(self, publisher: Publisher, home: Path) -> None:
        busy = lambda handler: handler.give(429, retry_after="1")  # noqa: E731 - as above
        address = publisher.serve_in_turn("/list.xml", busy, give())
        assert read_all(fetch(home, address)) == [BODY]

    def test_a_wait_beyond_the_limit_is_a_failure_at_once(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", lambda handler: handler.give(429, retry_after="86400"))
        assert "429" in str(fetch(home, address).failure)
        assert len(publisher.asked) == 1

    def test_a_broken_connection_is_gone_on_with(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", give_with_ranges(BODY, '"1"', broken_off_at=200_000))
        assert read_all(fetch(home, address)) == [BODY]
        assert publisher.asked[1][1]["range"] == "bytes=200000-"

    def test_a_file_that_changed_in_the_middle_is_begun_anew(self, publisher: Publisher, home: Path) -> None:
        def break_off(handler: Handler) -> None:
            handler.promise(len(BODY), BODY[:100_000], etag='"1"')

        other = BODY.replace(b"party", b"group")
        address = publisher.serve_in_turn("/list.xml", break_off, give_with_ranges(other, '"2"'))
        assert read_all(fetch(home, address)) == [other]

    def test_the_rest_of_another_file_is_never_joined(self, publisher: Publisher, home: Path) -> None:
        def break_off(handler: Handler) -> None:
            handler.promise(len(BODY), BODY[:100_000], etag='"1"')

        def give_other_rest(handler: Handler) -> None:
            begin = handler.begin
            reach = f"bytes {begin}-{len(BODY) - 1}/{len(BODY)}"
            handler.give(206, b"x" * (len(BODY) - begin), etag='"2"', content_range=reach)

        address = publisher.serve_in_turn("/list.xml", break_off, give_other_rest, give())
        assert read_all(fetch(home, address)) == [BODY]

    def test_without_a_strong_tag_it_is_begun_anew(self, publisher: Publisher, home: Path) -> None:
        def break_off(handler: Handler) -> None:
            handler.promise(len(BODY), BODY[:100_000], etag='W/"1"')

        assert read_all(fetch(home, publisher.serve_in_turn("/list.xml", break_off, give()))) == [BODY]
        assert "range" not in publisher.asked[1][1]

    def test_a_later_run_goes_on_where_the_last_one_failed(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", give_with_ranges(BODY, '"1"', broken_off_at=300_000))
        failed = fetch(home, address, limits=replace(LIMITS, attempts=1))
        assert failed.failure is not None
        assert read_all(fetch(home, address)) == [BODY]
        assert publisher.asked[1][1]["range"] == "bytes=300000-"


class TestFailures:
    def check(self, fetched: Fetched, words: str) -> None:
        assert fetched.folder is None
        assert fetched.failure is not None
        assert words in str(fetched.failure)
        assert fetched.failure.exit_code == 8

    def test_a_truncated_file_is_never_handed_on(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", lambda handler: handler.promise(len(BODY), BODY[:1000]))
        self.check(fetch(home, address), "The connection failed")
        assert len(publisher.asked) == LIMITS.attempts

    def test_a_server_that_stalls(self, publisher: Publisher, home: Path) -> None:
        def stall(handler: Handler) -> None:
            handler.send_response(200)
            handler.send_header("content-length", "100")
            handler.end_headers()
            publisher.done.wait()
            handler.close_connection = True

        address = publisher.serve("/list.xml", stall)
        self.check(fetch(home, address, limits=replace(LIMITS, stall_seconds=0.4)), "sent nothing for")

    def test_a_server_that_drips(self, publisher: Publisher, home: Path) -> None:
        def drip(handler: Handler) -> None:
            handler.send_response(200)
            handler.send_header("content-length", "1000")
            handler.end_headers()
            while not publisher.done.wait(0.05):
                handler.wfile.write(b"x")
            handler.close_connection = True

        address = publisher.serve("/list.xml", drip)
        self.check(fetch(home, address, limits=replace(LIMITS, seconds=1)), "did not come within 1 seconds")

    def test_redirects_in_a_circle(self, publisher: Publisher, home: Path) -> None:
        publisher.serve("/b", lambda handler: handler.give(302, location="/a"))
        address = publisher.serve("/a", lambda handler: handler.give(302, location="/b"))
        self.check(fetch(home, address), "sent us on more than 3 times")
        assert len(publisher.asked) == LIMITS.most_redirects + 1

    def test_a_redirect_to_another_machine_without_tls(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve(
            "/a", lambda handler: handler.give(302, location="http://list.example/sdn.xml?token=s3cret")
        )
        fetched = fetch(home, address)
        self.check(fetched, "over https only")
        assert "s3cret" not in str(fetched.failure)

    @pytest.mark.parametrize("host", ["10.0.0.1", "169.254.169.254", "[::1]", "127.0.0.2"])
    def test_a_redirect_into_a_private_network(self, publisher: Publisher, home: Path, host: str) -> None:
        address = publisher.serve("/a", lambda handler: handler.give(302, location=f"https://{host}/sdn.xml"))
        self.check(fetch(home, address), "leads into a private network")

    def test_a_publishers_own_address_may_not_be_private(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", give()).replace("http:", "https:")
        fetched = fetch_lists([ListSource("a_list", (address,))], home, LIMITS)[0]
        self.check(fetched, "leads into a private network")
        assert publisher.asked == []

    def test_a_file_beyond_the_limit_is_refused_before_it_comes(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve("/list.xml", lambda handler: handler.promise(11 << 20, b"x"))
        self.check(fetch(home, address), "larger than 10 MiB")

    def test_a_file_that_grows_beyond_the_limit(self, publisher: Publisher, home: Path) -> None:
        def pour(handler: Handler) -> None:
            handler.send_response(200)
            handler.send_header("connection", "close")
            handler.end_headers()
            handler.close_connection = True
            try:
                for _ in range(11):
                    handler.wfile.write(b"x" * (1 << 20))
            except OSError:
                pass

        self.check(fetch(home, publisher.serve("/list.xml", pour)), "larger than 10 MiB")
        assert not list((home / "a_list" / "parts").iterdir())

    def test_a_packing_that_was_not_asked_for(self, publisher: Publisher, home: Path) -> None:
        self.check(fetch(home, publisher.serve("/list.xml", give(content_encoding="br"))), "packed in a way")

    def test_a_file_that_is_gone(self, publisher: Publisher, home: Path) -> None:
        self.check(fetch(home, publisher.serve("/list.xml", lambda handler: handler.give(404))), "404 Not Found")
        assert len(publisher.asked) == 1

    def test_an_empty_file(self, publisher: Publisher, home: Path) -> None:
        failure = fetch(home, publisher.serve("/list.xml", give(b""))).failure
        assert failure is not None
        assert "empty" in str(failure)

    def test_nobody_listens(self, publisher: Publisher, home: Path) -> None:
        del publisher
        self.check(fetch(home, "http://127.0.0.1:9/list.xml"), "The connection failed")

    def test_a_self_made_certificate_is_refused(self, publisher: Publisher, home: Path) -> None:
        # The server does not speak TLS at all, which must be a failure and never a call without it.
        address = publisher.serve("/list.xml", give()).replace("http:", "https:")
        self.check(fetch(home, address), "The connection failed")
        assert publisher.asked == []


class TestBesideOthers:
    def test_a_list_that_fails_does_not_hold_up_the_others(self, publisher: Publisher, home: Path) -> None:
        bad = publisher.serve("/bad.xml", lambda handler: handler.give(500))
        good = publisher.serve("/good.xml", give())
        sources = [ListSource("bad", (bad,), chosen=True), ListSource("good", (good,), chosen=True)]
        first, second = fetch_lists(sources, home, LIMITS)
        assert first.failure is not None
        assert read_all(second) == [BODY]

    def test_a_failure_is_remembered_and_the_last_answer_with_it(self, publisher: Publisher, home: Path) -> None:
        address = publisher.serve_in_turn("/list.xml", give(), lambda handler: handler.give(404))
        take_in(home, fetch(home, address))
        answered = Snapshots(home / "a_list").read_contact().answered  # type: ignore[union-attr]
        fetch(home, address)
        contact = Snapshots(home / "a_list").read_contact()
        assert contact is not None
        assert "404" in contact.failure
        assert contact.answered == answered

    def test_progress_is_told_by_list(self, publisher: Publisher, home: Path) -> None:
        told: list[tuple[str, int, int]] = []
        address = publisher.serve("/list.xml", give())
        fetch_lists([ListSource("a_list", (address,), chosen=True)], home, LIMITS, lambda *step: told.append(step))
        assert told[-1] == ("a_list", len(BODY), len(BODY))

from pathlib import Path

import pytest

from ostiary.identity.kept import KeptLinks, group_links, list_ends, write_links
from ostiary.model.errors import IndexFileError
from ostiary.model.identity import Evidence, Link

LINKS = [
    Link(
        f"eu:{at}",
        f"us:{at}",
        "blocked" if at % 3 == 0 else "linked",
        "identifier",
        (Evidence("passport", f"eu:{at}", f"us:{at}", f"A 00{at}", f"Пас\t{at}\n"),),
        (Evidence("gender", f"eu:{at}", f"us:{at}", "m", "f"),) if at % 3 == 0 else (),
    )
    for at in range(200)
]
LINKS += [Link("un:1", "us:1", "linked", "cross reference")]
STATE = {"rules": "r", "eu": "1" * 64}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "links.jsonl"
    write_links(LINKS, STATE, path)
    return path


def test_every_listing_finds_its_group_again(path: Path) -> None:
    kept = KeptLinks(path)
    assert (kept.facts.state, kept.facts.links, kept.facts.listings) == (STATE, 201, 401)
    groups = {end: set(group) for group in group_links(LINKS) for end in list_ends(group)}
    assert len(groups) == 401
    for listing, group in groups.items():
        assert set(kept.find(listing)) == group
    assert [set(group) for group in kept] == [set(group) for group in group_links(LINKS)]


@pytest.mark.parametrize(
    "listing", ["", "eu", "eu:", "eu:1000", "aa:1", "zz:1", "us:1\t", "us:1\n", "un:1x", "0", "é"]
)
def test_who_is_linked_to_nobody(path: Path, listing: str) -> None:
    assert KeptLinks(path).find(listing) == ()


def test_no_links_at_all(tmp_path: Path) -> None:
    facts = write_links([], STATE, tmp_path / "links.jsonl")
    assert (facts.links, facts.listings) == (0, 0)
    kept = KeptLinks(tmp_path / "links.jsonl")
    assert kept.find("us:1") == ()
    assert list(kept) == []


@pytest.mark.parametrize(
    ("keep", "more"), [(-10, b""), (None, b"x"), (0, b""), (0, b"{}\n"), (0, b"\x00" * 99), (0, b"[1]\n")]
)
def test_a_damaged_file_is_refused(path: Path, keep: int | None, more: bytes) -> None:
    path.write_bytes(path.read_bytes()[:keep] + more)
    with pytest.raises(IndexFileError, match="links"):
        KeptLinks(path)


def test_damage_inside_is_found_when_it_is_read(path: Path) -> None:
    whole = path.read_bytes()
    at = whole.rfind(b"identifier")
    path.write_bytes(whole[:at] + b'"' + whole[at + 1 :])
    with pytest.raises(IndexFileError, match="damaged"):
        KeptLinks(path).find("eu:199")


def test_another_format_is_refused(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"format": 1', b'"format": 2', 1))
    with pytest.raises(IndexFileError, match="not whole"):
        KeptLinks(path)

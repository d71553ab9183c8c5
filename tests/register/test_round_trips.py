from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from ostiary.model.lists import ListReading
from ostiary.model.parties import Party
from ostiary.register import Register, open_register
from ostiary.register.digests import digest_contents
from ostiary.register.presence import load_presences
from ostiary.register.rows import load_all, read_content, stands_at

Build = Callable[..., ListReading]
Content = tuple[str, str, str, str, str]

_SUBJECTS = ("", "/alias/1", "/alias/2", "/document/1", "/entry/1", "/entry/1/act/1", "/relation/1")
_PROPERTIES = (
    "Thing.schema",
    "Thing.notes",
    "Alias.name",
    "Alias.kind",
    "Alias.part:lastName",
    "Identification.number",
    "Sanction.program",
    "Act.date",
    "Relation.target",
)
_VALUES = st.sampled_from(
    ["a", "A", "name", "zz_list:1", "2020-01-01", "'\"\\\n%:?", "孙伟", "ß", "SS"]
) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=5)
_DAYS = st.sampled_from(["", "2020-01-01", "2030-12-31"])
CONTENTS = st.tuples(st.sampled_from(_SUBJECTS), st.sampled_from(_PROPERTIES), _VALUES, _DAYS, _DAYS)
VERSIONS = st.lists(
    st.dictionaries(
        st.sampled_from(["1", "2", "3", "10"]), st.lists(CONTENTS, min_size=1, max_size=6), min_size=1
    ),
    min_size=1,
    max_size=4,
)


def _record(register: Register, build: Build, day: int, parties: dict[str, list[Content]]) -> str:
    reading = build(f"2025-01-{day:02}", parties)
    return register.record(reading, accept_shrink="any").version.label


def _read_contents(register: Register, label: str) -> dict[str, Counter[Content]]:
    version = register.state("zz_list", known_at=label)._recorded.id
    with register._store.read() as connection:
        found = load_presences(connection, "zz_list", version)
        present = {number: one.id for number, one in found.items() if one.digest is not None}
        rows = load_all(connection, present.values())
    standing = {one: [row for row in rows[one] if stands_at(row, version)] for one in rows}
    return {number: Counter(map(read_content, standing[one])) for number, one in present.items()}


def _read_undated(register: Register, label: str) -> list[Party]:
    # In which versions a program stood is what a history adds, and a label depends on it too.
    return [
        replace(
            party,
            version="",
            entries=tuple(
                replace(entry, programs=tuple(replace(one, first_in="", absent_in="") for one in entry.programs))
                for entry in party.entries
            ),
        )
        for party in register.state("zz_list", known_at=label).parties()
    ]


@settings(max_examples=60)
@given(versions=VERSIONS)
def test_what_was_recorded_is_read_back(build: Build, versions: list[dict[str, list[Content]]]) -> None:
    with TemporaryDirectory() as folder, open_register(Path(folder) / "r.db", create=True) as register:
        labels = [_record(register, build, day, parties) for day, parties in enumerate(versions, 1)]
        for label, parties in zip(labels, versions, strict=True):
            assert _read_contents(register, label) == {number: Counter(said) for number, said in parties.items()}


@settings(max_examples=60)
@given(versions=VERSIONS)
def test_a_history_ends_where_a_fresh_start_begins(build: Build, versions: list[dict[str, list[Content]]]) -> None:
    with TemporaryDirectory() as folder, open_register(Path(folder) / "r.db", create=True) as register:
        labels = [_record(register, build, day, parties) for day, parties in enumerate(versions, 1)]
        for label, parties in zip(labels, versions, strict=True):
            with open_register(Path(folder) / f"{label}-{id(parties)}.db", create=True) as fresh:
                alone = _record(fresh, build, 1, parties)
                assert _read_undated(register, label) == _read_undated(fresh, alone)
                (one,) = fresh.versions("zz_list")
                assert {one.content_digest} == {
                    version.content_digest for version in register.versions("zz_list") if version.label == label
                }


@settings(max_examples=60)
@given(versions=VERSIONS)
def test_changes_lead_from_one_version_to_the_next(build: Build, versions: list[dict[str, list[Content]]]) -> None:
    with TemporaryDirectory() as folder, open_register(Path(folder) / "r.db", create=True) as register:
        labels = [_record(register, build, day, parties) for day, parties in enumerate(versions, 1)]
        for since, until, before, after in zip(labels, labels[1:], versions, versions[1:], strict=False):
            kinds = {one.party_id.partition(":")[2]: one.kind for one in register.changes("zz_list", since, until)}
            assert kinds == {
                number: "listed" if number not in before else "delisted" if number not in after else "amended"
                for number in before.keys() | after.keys()
                if Counter(before.get(number, ())) != Counter(after.get(number, ()))
            }


@given(contents=st.lists(CONTENTS, max_size=6), other=st.lists(CONTENTS, max_size=6), data=st.data())
def test_a_digest_is_of_content_in_any_order(
    contents: list[Content], other: list[Content], data: st.DataObject
) -> None:
    assert digest_contents(data.draw(st.permutations(contents))) == digest_contents(contents)
    assert (digest_contents(other) == digest_contents(contents)) == (Counter(other) == Counter(contents))

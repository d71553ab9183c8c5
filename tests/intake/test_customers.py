import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from ostiary.intake import CustomerFile, read_customers
from ostiary.intake.customers import MOST_IN_BLOCK
from ostiary.intake.lines import LONGEST_LINE
from ostiary.intake.objects import LARGEST_ARRAY
from ostiary.model.customers import CustomerBlock
from ostiary.model.errors import CustomerFileError

CASES = list(csv.DictReader((Path(__file__).parent / "rows.csv").read_text(encoding="utf-8").splitlines()))
ESCAPES = {r"\n": b"\n", r"\r": b"\r", r"\t": b"\t", r"\0": b"\0", r"\xe9": b"\xe9", r"\ufeff": b"\xef\xbb\xbf"}

FTM = {
    "id": "NK-1",
    "schema": "Person",
    "caption": "Jon Smith",
    "properties": {
        "name": ["Jon Smith"],
        "alias": ["J. Smith"],
        "birthDate": ["1962-11-23", "1962"],
        "nationality": ["fr"],
        "passportNumber": ["A 12"],
        "gender": ["male"],
    },
}


def write(folder: Path, data: bytes, name: str = "customers.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def read_all(customers: CustomerFile) -> CustomerBlock:
    blocks = list(customers.blocks(3))
    return CustomerBlock(
        tuple(row for block in blocks for row in block.rows),
        tuple(reject for block in blocks for reject in block.rejects),
        tuple(warning for block in blocks for warning in block.warnings),
    )


def unescape(text: str) -> bytes:
    data = text.encode()
    for written, meant in ESCAPES.items():
        data = data.replace(written.encode(), meant)
    return data


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['source']}: {case['outcome']}")
def test_rows(case: dict[str, str], tmp_path: Path) -> None:
    block = read_all(read_customers(write(tmp_path, unescape(case["file"]))))
    number, field, expected = int(case["number"]), case["field"], case["expected"]
    if case["outcome"] == "row":
        [row] = [row for row in block.rows if row.number == number]
        value: Any = getattr(row.query, field)
        assert (value if isinstance(value, str) else "|".join(value)) == expected
    elif case["outcome"] == "reject":
        [reject] = [reject for reject in block.rejects if reject.number == number]
        assert expected in getattr(reject, field)
    else:
        [warning] = [warning for warning in block.warnings if warning.number == number]
        assert warning.field == field
        assert expected in warning.reason


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_encodings_that_show_themselves(encoding: str, tmp_path: Path) -> None:
    path = write(tmp_path, "id,name\n1,Žižek 孙伟\n".encode(encoding))
    assert read_all(read_customers(path)).rows[0].query.names == ("Žižek 孙伟",)


def test_an_encoding_that_the_user_states(tmp_path: Path) -> None:
    path = write(tmp_path, "id,name\n1,café\n".encode("windows-1252"))
    assert read_all(read_customers(path, encoding="windows-1252")).rows[0].query.names == ("café",)


def test_an_encoding_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(CustomerFileError, match="no encoding 'klingon'"):
        read_all(read_customers(write(tmp_path, b"name\nJon\n"), encoding="klingon"))


def test_a_damaged_utf_16_row_is_rejected_alone(tmp_path: Path) -> None:
    data = "name\nJon\n".encode("utf-16") + b"\x00\xd8" + "x\nAnn\n".encode("utf-16-le")
    block = read_all(read_customers(write(tmp_path, data)))
    assert [row.query.names for row in block.rows] == [("Jon",), ("Ann",)]
    assert [reject.number for reject in block.rejects] == [3]


def test_an_endless_line_costs_one_row_and_no_memory(tmp_path: Path) -> None:
    data = b"id,name\n1," + b"x" * (2 * LONGEST_LINE) + b"\n2,Jon\n"
    block = read_all(read_customers(write(tmp_path, data)))
    assert [row.query.names for row in block.rows] == [("Jon",)]
    assert "longer than" in block.rejects[0].reason
    assert len(block.rejects[0].raw) < 1000


def test_a_giant_cell_is_rejected(tmp_path: Path) -> None:
    block = read_all(read_customers(write(tmp_path, b"name\n" + b"x" * 200_000 + b"\nJon\n")))
    assert "a cell is longer" in block.rejects[0].reason
    assert len(block.rows) == 1


def test_a_mapping_goes_before_known_headers(tmp_path: Path) -> None:
    path = write(tmp_path, b"Kunde,Name,id\nJon,ignored,7\n")
    customers = read_customers(path, mapping={"kunde": "name", "Name": ""})
    assert read_all(customers).rows[0].query.names == ("Jon",)
    assert customers.columns.ignored == ("Name",)
    assert customers.columns.taken == (("Kunde", "name"), ("id", "id"))


def test_another_separator_and_none(tmp_path: Path) -> None:
    path = write(tmp_path, b"name\nA;B/C\n")
    assert read_all(read_customers(path, separator="/")).rows[0].query.names == ("A;B", "C")
    assert read_all(read_customers(path, separator="")).rows[0].query.names == ("A;B/C",)


@pytest.mark.parametrize(
    ("data", "mapping", "message"),
    [
        (b"id,kunde\n1,Jon\n", {}, "the columns are: id, kunde"),
        (b"id,name\n1,Jon\n", {"kunde": "name"}, "no column 'kunde'"),
        (b"id,name\n1,Jon\n", {"name": "nom"}, "no field 'nom'"),
        (b"id,na\0me\n1,Jon\n", {}, "heading cannot be read"),
        (b'"id,name\n1,Jon\n', {}, "heading cannot be read"),
        (b"", {}, "empty"),
        (b"\n\n", {}, "the columns are: none"),
    ],
)
def test_unusable_files(data: bytes, mapping: dict[str, str], message: str, tmp_path: Path) -> None:
    with pytest.raises(CustomerFileError, match=message) as caught:
        read_all(read_customers(write(tmp_path, data), mapping=mapping))
    assert caught.value.where


@pytest.mark.parametrize(
    ("start", "what"),
    [(b"PK\x03\x04", "spreadsheet"), (b"\xd0\xcf\x11\xe0\xa1\xb1", "old spreadsheet"), (b"%PDF-1.7", "PDF")],
)
@pytest.mark.parametrize("name", ["customers.xlsx", "customers.csv", "customers.jsonl"])
def test_what_an_office_program_writes_is_told(tmp_path: Path, name: str, start: bytes, what: str) -> None:
    with pytest.raises(CustomerFileError, match=what) as caught:
        read_customers(write(tmp_path, start + bytes(range(256)), name))
    assert caught.value.advice == "Save it as CSV, in UTF-8."


def test_absent_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(CustomerFileError, match="no such file"):
        read_customers(tmp_path / "absent.csv")
    with pytest.raises(CustomerFileError, match="folder"):
        read_customers(tmp_path)


def test_a_heading_alone_gives_no_rows(tmp_path: Path) -> None:
    assert len(read_all(read_customers(write(tmp_path, b"id,name\n")))) == 0


def test_packed_and_cut_off(tmp_path: Path) -> None:
    packed = gzip.compress(b"id,name\n" + b"".join(b"%d,Jon Smith\n" % n for n in range(9999)))
    path = write(tmp_path, packed, "customers.csv.gz")
    assert len(read_all(read_customers(path))) == 9999
    path.write_bytes(packed[: len(packed) // 2])
    with pytest.raises(CustomerFileError, match="damaged or cut off"):
        read_all(read_customers(path))


def test_a_file_that_grows_meanwhile_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, b"id,name\n1,Jon\n")
    customers = read_customers(path)
    path.write_bytes(b"id,name\n1,Jon\n2,Ann\n")
    with pytest.raises(CustomerFileError, match="changed while"):
        read_all(customers)


def test_followthemoney_and_flat_lines(tmp_path: Path) -> None:
    flat = {"customer": 7, "name": "Ann", "dob": 1980, "country": ["fr", "de"], "vip": True, "note": None}
    path = write(tmp_path, f"{json.dumps(FTM)}\n{json.dumps(flat)}\n".encode(), "customers.jsonl")
    customers = read_customers(path, mapping={"customer": "id"})
    first, second = (row.query for row in read_all(customers).rows)
    assert (first.id, first.schema, first.names) == ("NK-1", "Person", ("Jon Smith", "J. Smith"))
    assert (first.birth_dates, first.identifiers) == (("1962-11-23", "1962"), ("A 12",))
    assert (second.id, second.names, second.birth_dates) == ("7", ("Ann",), ("1980",))
    assert second.countries == ("fr", "de")
    assert first.gender == "male"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"name": "Jon"', "not JSON"),
        ("[1]", "not an object"),
        ("7", "not an object"),
        ('{"name": "\\ud800"}', "not valid"),
        ('{"name": ' + "[" * 100_000, "not JSON"),
        ("name,id", "not JSON"),
    ],
)
def test_faulty_lines_cost_one_row(line: str, reason: str, tmp_path: Path) -> None:
    path = write(tmp_path, f'{{"name": "Ann"}}\n{line}\n{{"name": "Eve"}}\n'.encode(), "customers.jsonl")
    block = read_all(read_customers(path))
    assert [row.query.names for row in block.rows] == [("Ann",), ("Eve",)]
    assert reason in block.rejects[0].reason
    assert block.rejects[0].raw.encode()


def test_objects_without_any_name_are_said(tmp_path: Path) -> None:
    path = write(tmp_path, b'{"kunde": "Ann"}\n', "customers.jsonl")
    with pytest.raises(CustomerFileError, match="the columns are: kunde"):
        read_all(read_customers(path))


def test_an_array_of_objects(tmp_path: Path) -> None:
    path = write(tmp_path, json.dumps([FTM, {"name": "Ann"}], indent=1).encode(), "customers.json")
    assert [row.query.names[0] for row in read_all(read_customers(path)).rows] == ["Jon Smith", "Ann"]
    path.write_bytes(b"[1, ")
    with pytest.raises(CustomerFileError, match="not JSON"):
        read_all(read_customers(path))
    path.write_bytes(b"[" + b" " * LARGEST_ARRAY + b"]")
    with pytest.raises(CustomerFileError, match="64 MiB"):
        read_all(read_customers(path))


def test_parquet(tmp_path: Path) -> None:
    table = pa.table(
        {"id": [1, 2], "name": [["Jon", "John"], None], "dob": pa.array([0, 1], pa.date32()), "x": [1, 2]}
    )
    path = tmp_path / "customers.parquet"
    parquet.write_table(table, path)
    customers = read_customers(path)
    first, second = (row.query for row in read_all(customers).rows)
    assert (first.id, first.names, first.birth_dates) == ("1", ("Jon", "John"), ("1970-01-01",))
    assert second.names == ()
    assert customers.columns.ignored == ("x",)


def test_damaged_parquet(tmp_path: Path) -> None:
    with pytest.raises(CustomerFileError, match="Parquet"):
        read_all(read_customers(write(tmp_path, b"PAR1 nothing PAR1", "customers.parquet")))


@given(st.lists(st.sampled_from(["1,Jon", '2,"a\nb"', '3,"', "4,", "", ",", "5,a,b", '6,"x"y', "7,caf\udce9"])))
def test_every_line_is_in_exactly_one_place(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    data = "".join(f"{line}\n" for line in ["id,name", *lines]).encode("utf-8", "surrogateescape")
    block = read_all(read_customers(write(tmp_path_factory.mktemp("rows"), data)))
    found = [*((row.number, row.raw) for row in block.rows), *((r.number, r.raw) for r in block.rejects)]
    whole = "\n".join(raw for _, raw in sorted(found)).replace("\\xe9", "\udce9")
    assert whole.splitlines() == "\n".join(lines).splitlines()


def test_a_block_of_long_rows_ends_early(tmp_path: Path) -> None:
    cell = b"x" * 100_000
    rows = b"1," + cell + b"\n" + b"2,Jon Smith\n" * 3 + (b"3," + cell + b"\n") * 200
    path = write(tmp_path, b"id,name\n" + rows)
    blocks = [len(block) for block in read_customers(path).blocks(1_000)]
    assert sum(blocks) == 204
    assert max(blocks) * len(cell) <= MOST_IN_BLOCK + 4 * len(cell)


def test_a_value_of_100_mb_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "customers.parquet"
    table = pa.table({"id": ["1", "2", "3"], "name": ["Jon Smith", "x" * 100_000_000, "Maria Gomez"]})
    parquet.write_table(table, path)
    block = read_all(read_customers(path))
    assert [row.query.names[0] for row in block.rows] == ["Jon Smith", "Maria Gomez"]
    assert [(reject.number, len(reject.raw)) for reject in block.rejects] == [(2, 200)]
    path = write(tmp_path, b"id,name\n1,Jon Smith\n2," + b"x" * 100_000_000 + b"\n3,Maria Gomez\n")
    block = read_all(read_customers(path))
    assert [row.query.names[0] for row in block.rows] == ["Jon Smith", "Maria Gomez"]
    assert [reject.number for reject in block.rejects] == [3]
